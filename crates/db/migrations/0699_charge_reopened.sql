-- A confirmation or a waiver that was a mistake is taken back: when, by whom, why, and which amount had
-- been confirmed.
alter table charges add column reopened_at timestamptz;
alter table charges add column reopened_by uuid references people (id);
alter table charges add column reopened_minor bigint;
alter table charges add column reopen_reason text;
