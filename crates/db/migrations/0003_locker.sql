-- One person, one locker. An entry's body is the entry of the published locker file, so that what is
-- kept, what is exported, what is assessed and what is frozen at submission is one and the same.

create table entries (
    id         uuid primary key,
    person_id  uuid not null references people (id),
    kind       text not null check (kind in ('education', 'course', 'work', 'training', 'leadership', 'rsc')),
    body       text not null,
    version    bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    removed_at timestamptz
);
create index entries_of on entries (person_id, kind, created_at);

-- Earlier wordings, so that nothing typed is ever lost.
create table entry_versions (
    entry_id   uuid not null references entries (id),
    version    bigint not null,
    body       text not null,
    changed_at timestamptz not null,
    changed_by uuid not null references people (id),
    primary key (entry_id, version)
);
