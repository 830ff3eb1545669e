-- Who helps whom along, from the proposal to the end; and when they spoke, as the advisor noted it.

create table advisings (
    id             uuid primary key,
    association_id text not null references associations (id),
    application_id uuid not null references applications (id),
    person_id      uuid not null references people (id),
    advisor_id     uuid not null references people (id),
    offered_at     timestamptz not null,
    offered_by     uuid not null references people (id),
    -- When the person agreed. Before that the advisor sees nothing.
    agreed_at      timestamptz,
    ended_at       timestamptz,
    -- As what it was ended; "file" is the end of the application.
    ended_by       text check (ended_by in ('applicant', 'advisor', 'coordinator', 'file', 'erasure')),
    check (advisor_id <> person_id),
    check ((ended_at is null) = (ended_by is null))
);
create unique index advisings_now on advisings (application_id) where ended_at is null;
create index advisings_by on advisings (advisor_id, association_id);
create index advisings_of on advisings (person_id);

create table advising_contacts (
    id             uuid primary key,
    association_id text not null references associations (id),
    advisor_id     uuid not null references people (id),
    -- Nothing once the file is gone. The advisor's own hours stay.
    advising_id    uuid references advisings (id),
    on_day         date not null,
    minutes        bigint not null check (minutes between 1 and 1440),
    note           text,
    noted_at       timestamptz not null
);
create index advising_contacts_of on advising_contacts (advising_id, on_day);
create index advising_contacts_by on advising_contacts (advisor_id, association_id);
