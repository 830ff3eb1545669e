-- What people agreed to, what they take away with them, what is erased, how long things are kept.

-- The exact words that somebody agreed to, once each.
create table consent_texts (
    sha256        text primary key,
    language      text not null,
    body          text not null,
    first_used_at timestamptz not null
);

create table consents (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    purpose        text not null check (purpose in ('privacy-notice', 'sharing', 'registry')),
    -- Which application is shared, which endorsement is listed.
    about_id       uuid,
    text_sha256    text not null references consent_texts (sha256),
    given_at       timestamptz not null,
    address        text,
    user_agent     text not null default '',
    withdrawn_at   timestamptz
);
create index consents_of on consents (person_id, given_at);

-- Everything about a person, asked for by them, put together by a job, gone after a week.
create table data_requests (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    language       text not null,
    asked_at       timestamptz not null,
    ready_at       timestamptz,
    size_bytes     bigint,
    expires_at     timestamptz,
    gone_at        timestamptz
);
create index data_requests_of on data_requests (person_id, asked_at);
create unique index data_requests_one on data_requests (person_id)
    where ready_at is null and gone_at is null;

-- Accounts that are to be erased, and when they were. Nothing here says whose they were.
create table erasures (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    asked_at       timestamptz not null,
    due_at         timestamptz not null,
    -- Only of those that an operator began.
    reason         text,
    withdrawn_at   timestamptz,
    done_at        timestamptz
);
create unique index erasures_one on erasures (person_id)
    where withdrawn_at is null and done_at is null;

alter table people add column erased_at timestamptz;
-- What was frozen is gone, its digest stays.
alter table submissions add column erased_at timestamptz;
-- When the account was erased of a person whose name stays on what was issued for some time more.
alter table endorsements add column unnamed_since timestamptz;
-- The digest of words that were erased from the record, which goes on without them.
alter table audit_events add column detail_digest text;

-- How long an association keeps what, and who said so. What no row says is kept.
create table retention_terms (
    id             uuid primary key,
    association_id text not null references associations (id),
    class          text not null,
    months         bigint not null check (months between 1 and 1200),
    authority      text not null check (length(authority) between 1 and 500),
    set_at         timestamptz not null,
    set_by         uuid references people (id),
    ended_at       timestamptz
);
create unique index retention_terms_one on retention_terms (association_id, class)
    where ended_at is null;

-- What the daily round removed.
create table retention_rounds (
    association_id text not null references associations (id),
    class          text not null,
    on_day         date not null,
    removed        bigint not null,
    held           bigint not null,
    primary key (association_id, class, on_day)
);

-- Files that nothing is removed from, whoever asks, until somebody says that it is over.
create table legal_holds (
    id             uuid primary key,
    association_id text not null references associations (id),
    application_id uuid not null references applications (id),
    reason         text not null check (length(reason) between 1 and 1000),
    begun_at       timestamptz not null,
    begun_by       uuid not null references people (id),
    ended_at       timestamptz,
    ended_by       uuid references people (id)
);
create unique index legal_holds_one on legal_holds (application_id) where ended_at is null;
