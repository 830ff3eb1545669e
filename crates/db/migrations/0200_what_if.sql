-- What somebody answered on the page "Find your category" and wants to begin with: the answers and
-- nothing made of them. Entries of the locker are made by the person, who alone knows days and places.

create table kept_answers (
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    answers        text not null,
    kept_at        timestamptz not null,
    primary key (association_id, person_id)
);
