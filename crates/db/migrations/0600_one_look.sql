-- What the pages of an application ask together, in one look each instead of several.

-- What an association's rules see of a person besides entries and ratings: what was signed there,
-- memberships, exam results, and the times of being endorsed by anybody.
create view standings as
select id, person_id, association_id, 'signature' as kind, agreement as about,
    association_id as given_by, cast(null as bigint) as part, cast(null as bigint) as percent, cast(null as boolean) as passed,
    signed_on as from_on, cast(null as date) as until_on
from signatures
union all
select id, person_id, association_id, 'membership', of_association,
    association_id, null, null, null, from_on, until_on
from memberships where withdrawn_at is null
union all
select id, person_id, association_id, 'exam', series,
    association_id, part, percent, passed, taken_on, null
from exam_results
union all
select i.id, e.person_id, a.id, 'endorsement', e.category,
    e.association_id, null, null, null, i.from_on, i.until_on
from endorsement_intervals i join endorsements e on e.id = i.endorsement_id
    cross join associations a
where i.status = 'active';

-- What has happened to an application: its steps, and what is on record about it.
create view application_past as
select id, application_id, at, 'step' as kind, by_id, cast(null as text) as actor_kind,
    to_state as word, cast(null as text) as object_kind, note as detail
from application_steps
union all
select id, application_id, at, 'event', actor_id, actor_kind, verb, object_kind, detail
from audit_events;
