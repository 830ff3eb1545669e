-- What an association has set for itself, on top of its program. What holds has no end; what held
-- before stays, with who set it and when. Nothing set is: as in the program.
create table association_settings (
    id             uuid primary key,
    association_id text not null references associations (id),
    name           text not null,
    value          text not null,
    set_at         timestamptz not null,
    set_by         uuid not null references people (id),
    until_at       timestamptz,
    ended_by       uuid references people (id)
);
create unique index association_settings_one on association_settings (association_id, name)
    where until_at is null;
