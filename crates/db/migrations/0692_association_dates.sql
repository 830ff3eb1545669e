-- A date that an association announces: one of its own, or one in place of its program's, under that
-- one's name. What holds has no end; what held before stays, with who set it and when.
create table association_dates (
    id             uuid primary key,
    association_id text not null references associations (id),
    name           text not null,
    kind           text not null,
    -- No days: the program's is not announced.
    first_on       date,
    last_on        date,
    title_en       text,
    title_es       text,
    -- Where that was decided.
    decided        text,
    -- The last day of the program's time that it stands in place of.
    in_place_of    date,
    set_at         timestamptz not null,
    set_by         uuid not null references people (id),
    ended_at       timestamptz,
    ended_by       uuid references people (id),
    check (first_on is null or (last_on >= first_on and title_en <> '' and title_es <> '' and decided <> ''))
);
create unique index association_dates_one on association_dates (association_id, name)
    where ended_at is null;

-- What stands on top of an association's front page from a day to a day.
create table association_notices (
    id             uuid primary key,
    association_id text not null references associations (id),
    first_on       date not null,
    last_on        date not null,
    text_en        text not null,
    text_es        text not null,
    set_at         timestamptz not null,
    set_by         uuid not null references people (id),
    ended_at       timestamptz,
    ended_by       uuid references people (id),
    check (last_on >= first_on and text_en <> '' and text_es <> '')
);
create unique index association_notices_one on association_notices (association_id)
    where ended_at is null;
