-- Files that an auditor opened, and when: for an hour they may look into what was handed in.

create table file_openings (
    id             uuid primary key,
    application_id uuid not null references applications (id),
    person_id      uuid not null references people (id),
    opened_at      timestamptz not null
);
create index file_openings_by on file_openings (person_id, application_id, opened_at);
