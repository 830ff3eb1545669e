-- What people can do about their own account.

-- When a password was last chosen; not known of those that were chosen before this was kept.
alter table people add column password_changed_at timestamptz;

-- With which browser and from where a session was begun, so that its owner can tell it from others.
alter table sessions add column user_agent text not null default '';
alter table sessions add column address text;

-- Links that were mailed may sign somebody in, too.
create table mailed_links_for_more (
    token_hash text primary key,
    person_id  uuid not null references people (id),
    purpose    text not null check (purpose in ('confirm-address', 'reset-password', 'sign-in')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    mailbox    text not null default ''
);
insert into mailed_links_for_more (token_hash, person_id, purpose, created_at, expires_at, used_at, mailbox)
    select token_hash, person_id, purpose, created_at, expires_at, used_at, mailbox from mailed_links;
drop table mailed_links;
alter table mailed_links_for_more rename to mailed_links;
create index mailed_links_of on mailed_links (person_id, purpose);
create index mailed_links_to on mailed_links (mailbox, purpose, created_at);

-- From one address to another: asked for, made by a link to the new one, ended from the old one. The
-- old address is held for its owner for as long as they may still end the change.
create table address_changes (
    id            uuid primary key,
    person_id     uuid not null references people (id),
    old_email     text not null,
    old_email_key text not null,
    new_email     text not null,
    new_email_key text not null,
    mailbox       text not null,
    asked_at      timestamptz not null,
    expires_at    timestamptz not null,
    sent_at       timestamptz,
    link_hash     text unique,
    stop_hash     text not null unique,
    made_at       timestamptz,
    ended_at      timestamptz
);
create index address_changes_of on address_changes (person_id, asked_at);
create index address_changes_from on address_changes (old_email_key, made_at);
create index address_changes_to on address_changes (mailbox, sent_at);

-- The second factor. The secret is sealed with a key that is in no database; it counts from the first
-- code on. No step of time is accepted twice.
create table second_factors (
    person_id     uuid primary key references people (id),
    sealed_secret text not null,
    begun_at      timestamptz not null,
    confirmed_at  timestamptz,
    last_step     bigint not null default 0
);

create table recovery_codes (
    code_hash text primary key,
    person_id uuid not null references people (id),
    made_at   timestamptz not null,
    used_at   timestamptz
);
create index recovery_codes_of on recovery_codes (person_id);

-- Between the first factor and the second. It is no session: nothing looks for one here.
create table half_sessions (
    token_hash text primary key,
    person_id  uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index half_sessions_of on half_sessions (person_id);
