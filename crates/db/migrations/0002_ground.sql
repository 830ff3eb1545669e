-- What every feature stands on: who did what, what is to be done, what was said, what was handed in.

create table audit_events (
    id             uuid primary key,
    association_id text not null references associations (id),
    at             timestamptz not null,
    actor_kind     text not null,
    actor_id       uuid,
    verb           text not null,
    object_kind    text not null,
    object_id      uuid,
    application_id uuid,
    detail         text
);
create index audit_events_of_application on audit_events (application_id, at);
create index audit_events_of_actor on audit_events (actor_id, at);

create table jobs (
    id         uuid primary key,
    kind       text not null,
    payload    text not null,
    dedupe_key text unique,
    due_at     timestamptz not null,
    taken_at   timestamptz,
    done_at    timestamptz,
    failures   bigint not null,
    last_error text
);
create index jobs_due on jobs (due_at) where done_at is null;

-- The inbox is the truth, e-mail is a copy. A rater has no account: then person_id is null.
create table messages (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid references people (id),
    to_name        text not null,
    to_email       text not null,
    language       text not null check (language in ('en', 'es')),
    kind           text not null,
    subject        text not null,
    body           text not null,
    link           text,
    application_id uuid,
    created_at     timestamptz not null,
    read_at        timestamptz,
    sent_at        timestamptz,
    failed_at      timestamptz,
    failure        text
);
create index messages_of on messages (person_id, association_id, created_at);
create index messages_about on messages (application_id, created_at);

-- Bytes are kept on disk by their hash; this says whose they are and what they were called.
create table documents (
    id         uuid primary key,
    person_id  uuid not null references people (id),
    entry_id   uuid,
    kind       text not null check (kind in ('transcript', 'certificate', 'other')),
    name       text not null check (length(name) between 1 and 200),
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    sha256     text not null,
    size_bytes bigint not null check (size_bytes > 0),
    created_at timestamptz not null,
    removed_at timestamptz
);
create index documents_of on documents (person_id, created_at);
create index documents_by_hash on documents (sha256);
