-- An order that failed too often, or cannot succeed, is given up: it is kept, without its secret.
alter table jobs add column given_up_at timestamptz;

-- How many letters a mailbox has had lately, whoever asked for them.
create index reference_requests_to on reference_requests (association_id, rater_email_key);
