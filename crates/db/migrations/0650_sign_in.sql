-- How people show who they are.

-- When it was last shown within a session, when the session was last used (to a few minutes), and how it
-- began.
alter table sessions add column proven_at timestamptz;
alter table sessions add column used_at timestamptz;
alter table sessions add column begun_by text not null default 'password';

-- Keys that people's devices hold, each good at one host name only.
create table passkeys (
    id            uuid primary key,
    person_id     uuid not null references people (id),
    host          text not null,
    credential_id text not null unique,
    -- The public key and its counter, in the shape of the library that checks them.
    public_key    text not null,
    name          text not null,
    added_at      timestamptz not null,
    used_at       timestamptz
);
create index passkeys_of on passkeys (person_id);

-- Between the question and the answer when a passkey is added or used: answered once, and soon.
create table passkey_questions (
    token_hash text primary key,
    person_id  uuid references people (id),
    purpose    text not null check (purpose in ('add', 'sign-in')),
    question   text not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index passkey_questions_ending on passkey_questions (expires_at);

-- Who a person is to a provider of identities.
create table identities (
    id        uuid primary key,
    person_id uuid not null references people (id),
    issuer    text not null,
    subject   text not null,
    -- As the provider had it when it was linked; nobody is found by it.
    email     text,
    linked_at timestamptz not null,
    used_at   timestamptz,
    unique (issuer, subject)
);
create index identities_of on identities (person_id);

-- On the way to a provider and back. What has to come back is made from a secret that the browser alone
-- holds.
create table provider_trips (
    token_hash text primary key,
    provider   text not null,
    -- Who asked to link it, if somebody did.
    person_id  uuid references people (id),
    language   text not null,
    goes_on_to text not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    -- What came back of somebody who must first show that the account is theirs.
    subject    text,
    email      text
);
create index provider_trips_ending on provider_trips (expires_at);
