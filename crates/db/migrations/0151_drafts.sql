-- What somebody has typed into a form of their locker and not kept yet: exactly as it was typed, one
-- for each new entry of a kind ('trainings') and for each entry being corrected ('trainings/<id>').
create table drafts (
    person_id uuid not null references people (id),
    place     text not null,
    body      text not null,
    saved_at  timestamptz not null,
    primary key (person_id, place)
);
