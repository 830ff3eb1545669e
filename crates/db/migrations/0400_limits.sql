-- What keeps one person from taking too much.

-- Which mailbox a link went to, by whatever spelling: letters are counted by that, not by account.
alter table mailed_links add column mailbox text not null default '';
create index mailed_links_to on mailed_links (mailbox, purpose, created_at);

-- The same signature on the same day is one: whose, under which words, when. Older ones have none.
alter table signatures add column only_once text;
create unique index signatures_only_once on signatures (only_once);
