-- A word leads to the names that have it in the order of the names: a page of a word that everybody
-- has then costs as little as a page of a rare one. This is the only index that begins with a word,
-- so that no engine can choose another and sort.
create table registry_words_in_order (
    association_id text not null references associations (id),
    word           text not null,
    name_key       text not null default '',
    endorsement_id uuid not null references endorsements (id),
    primary key (association_id, word, name_key, endorsement_id)
);
insert into registry_words_in_order (association_id, word, name_key, endorsement_id)
    select w.association_id, w.word, e.name_key, w.endorsement_id
    from registry_words w join endorsements e on e.id = w.endorsement_id;
drop table registry_words;
alter table registry_words_in_order rename to registry_words;
create index registry_words_of on registry_words (endorsement_id, word);
