-- The record is a chain for each association: every deed has a number, without a gap, and a hash over
-- itself and over the hash before it. docs/audit-format.md says what exactly is hashed.

alter table audit_events add column on_behalf_of uuid;
-- What the digest of the detail was made with; only where there is a detail.
alter table audit_events add column salt uuid;
-- Empty only in deeds from before there was a chain, until the next start.
alter table audit_events add column number bigint;
alter table audit_events add column hash text;
create unique index audit_events_in_order on audit_events (association_id, number);
create index audit_events_of_object on audit_events (object_id);

-- The end of each chain. Whoever adds to it holds this row until the transaction ends.
create table audit_heads (
    association_id text primary key references associations (id),
    number         bigint not null,
    hash           text not null
);
