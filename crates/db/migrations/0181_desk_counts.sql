-- How far the reviews of what was handed in last are, beside the state: the desk counts what waits
-- in an index and reads only the lines that it shows.
alter table applications add column reviews_given bigint not null default 0;
alter table applications add column reviews_done bigint not null default 0;
update applications set
    reviews_given = (select count(*) from review_assignments r join submissions s on s.id = r.submission_id
        where s.application_id = applications.id and r.withdrawn_at is null
          and s.round = (select max(n.round) from submissions n where n.application_id = applications.id)),
    reviews_done = (select count(r.completed_at) from review_assignments r join submissions s on s.id = r.submission_id
        where s.application_id = applications.id and r.withdrawn_at is null
          and s.round = (select max(n.round) from submissions n where n.application_id = applications.id));
drop index applications_at_desk;
create index applications_at_desk on applications (association_id, closed_at, state_since, id);
create index applications_waiting
    on applications (association_id, closed_at, state, reviews_given, reviews_done, state_since, id);

create index charges_promised on charges (association_id, promised_at)
    where promised_at is not null and confirmed_at is null and waived_at is null;
create index reference_requests_declined on reference_requests (association_id, declined_at)
    where declined_at is not null and replaced_at is null;
create index messages_failed on messages (association_id, failed_at)
    where failed_at is not null and sent_at is null;
