-- A revocation is never undone. An endorsement that is put to rest, given back or taken away gives up
-- its badge's place in the list for good; one that is taken up again gets a badge with a name and a
-- place of its own.

create table revoked_badges (
    association_id text not null references associations (id),
    status_index   bigint not null,
    endorsement_id uuid not null references endorsements (id),
    revoked_at     timestamptz not null,
    primary key (association_id, status_index)
);

insert into revoked_badges (association_id, status_index, endorsement_id, revoked_at)
select e.association_id, e.status_index, e.id, min(i.recorded_at)
from endorsements e
join endorsement_intervals i on i.endorsement_id = e.id
where i.status = 'revoked' or (i.status in ('inactive', 'retired') and i.until_on is null)
group by e.association_id, e.status_index, e.id;

-- The badge's name, if it is not the endorsement's own any more.
alter table endorsements add column badge_id uuid;
