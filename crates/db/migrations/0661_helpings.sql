-- A coordinator who helps with somebody's locker: from which session, why, as agreed how, until when.

create table helpings (
    id             uuid primary key,
    association_id text not null references associations (id),
    application_id uuid not null references applications (id),
    person_id      uuid not null references people (id),
    -- That session may be gone before this is.
    session_id     uuid not null,
    by_id          uuid not null references people (id),
    reason         text not null,
    agreed         text not null check (agreed in ('phone', 'mail', 'in-person')),
    started_at     timestamptz not null,
    until_at       timestamptz not null,
    ended_at       timestamptz
);
-- One session helps one person at a time.
create unique index helpings_now on helpings (session_id) where ended_at is null;
create index audit_events_on_behalf on audit_events (on_behalf_of);
