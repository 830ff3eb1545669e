-- "I am a member already": what a person says, and what the coordinator made of it. The rules see
-- memberships only, so a claim is one no sooner than it is confirmed, and no longer once that is
-- undone.

create table membership_claims (
    id             uuid primary key,
    association_id text not null references associations (id),
    person_id      uuid not null references people (id),
    -- The association's id for itself, else a name as it was typed.
    of_association text not null check (length(of_association) between 1 and 200),
    from_on        date not null,
    until_on       date not null,
    document_id    uuid references documents (id),
    note           text,
    claimed_at     timestamptz not null,
    withdrawn_at   timestamptz,
    confirmed_at   timestamptz,
    confirmed_by   uuid references people (id),
    declined_at    timestamptz,
    declined_by    uuid references people (id),
    reason         text,
    membership_id  uuid references memberships (id),
    -- The charge that the confirmation made needless.
    charge_id      uuid references charges (id)
);
create index membership_claims_of on membership_claims (association_id, person_id, claimed_at);

alter table memberships add column withdrawn_at timestamptz;
