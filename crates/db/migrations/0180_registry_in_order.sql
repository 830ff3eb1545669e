-- A word leads to the names that have it in the order of the names: a page of a word that everybody
-- has then costs as little as a page of a rare one.
alter table registry_words add column name_key text not null default '';
update registry_words set name_key = coalesce(
    (select e.name_key from endorsements e where e.id = registry_words.endorsement_id), '');
create index registry_words_in_order
    on registry_words (association_id, word, name_key, endorsement_id);
