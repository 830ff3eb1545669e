-- Who there is. The same text runs on SQLite and on PostgreSQL.

create table associations (
    id         text primary key,
    created_at timestamptz not null
);

-- Running numbers, one row each: file numbers, registry numbers.
create table counters (
    association_id text not null references associations (id),
    name           text not null,
    value          bigint not null,
    primary key (association_id, name)
);

create table people (
    id                 uuid primary key,
    email              text not null,
    email_key          text not null unique,
    name               text not null check (length(name) between 1 and 200),
    password_hash      text not null,
    language           text not null check (language in ('en', 'es')),
    email_confirmed_at timestamptz,
    created_at         timestamptz not null
);

create table roles (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    role           text not null check (role in ('coordinator', 'reviewer', 'network')),
    from_at        timestamptz not null,
    until_at       timestamptz,
    granted_by     uuid references people (id)
);
create index roles_of on roles (person_id, association_id);

create table sessions (
    id         uuid primary key,
    token_hash text not null unique,
    person_id  uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index sessions_of on sessions (person_id);

-- Links that were mailed: used up by a POST, never by a GET.
create table mailed_links (
    token_hash text primary key,
    person_id  uuid not null references people (id),
    purpose    text not null check (purpose in ('confirm-address', 'reset-password')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index mailed_links_of on mailed_links (person_id, purpose);

-- Wrong passwords in a row, by the address that was typed, whether or not it has an account.
create table sign_in_failures (
    email_key      text primary key,
    failures       bigint not null,
    last_failed_at timestamptz not null
);
