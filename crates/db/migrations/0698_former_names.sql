-- The name that an endorsement carried until it was corrected: why, when and by whom.
create table former_names (
    id             uuid primary key,
    endorsement_id uuid not null references endorsements (id),
    name           text not null,
    reason         text not null,
    changed_at     timestamptz not null,
    changed_by     uuid references people (id)
);
create index former_names_of on former_names (endorsement_id, changed_at);
