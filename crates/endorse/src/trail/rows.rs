//! The record's rows that are about a person.

use db::{Error, Time, Tx};
use uuid::Uuid;

/// A deed of a person's, or to what is theirs.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Deed {
    pub at: Time,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    pub verb: String,
    pub object_kind: String,
    pub detail: Option<String>,
    /// Who did it for the person and at their request, while there is an account of that name.
    pub helper: Option<String>,
    /// The entry of their locker that it was done to, if it is one and still there: its body.
    pub entry: Option<String>,
}

/// The newest deeds after so many, and one more than `most`, to know whether there are others: what
/// the person did, and what others did to what is theirs and is told to them anyway. What was handed in
/// is told by its step.
pub(super) async fn of_person(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    (most, skip): (i64, i64),
) -> Result<Vec<Deed>, Error> {
    tx.all(
        "with mine (id) as (
             select id from applications where person_id = $2 and association_id = $1
         ), things (id) as (
             select id from endorsements where person_id = $2 and association_id = $1
             union all select id from renewals where person_id = $2 and association_id = $1
             union all select id from charges where person_id = $2 and association_id = $1
             union all select id from membership_claims
                 where person_id = $2 and association_id = $1
             union all select id from people where id = $2
         ), about (id) as (
             select e.id from audit_events e where e.actor_id = $2
             union
             select e.id from audit_events e where e.on_behalf_of = $2
             union
             select e.id from audit_events e join mine m on m.id = e.application_id
             where e.object_kind in
                     ('application', 'charge', 'endorsement', 'decision', 'exam-result', 'advising')
                or e.verb in ('rating-submitted', 'rating-declined', 'rater-reminded')
             union
             select e.id from audit_events e join things t on t.id = e.object_id
         )
         select e.at, e.actor_kind, e.actor_id, e.verb, e.object_kind, e.detail,
             h.name as helper, t.body as entry
         from audit_events e join about a on a.id = e.id
             left join entries t on t.id = e.object_id and t.person_id = $2
             left join people h on h.id = e.actor_id and e.on_behalf_of = $2
                 and h.erased_at is null
         where e.association_id = $1 and e.verb <> 'application-submitted'
         order by e.at desc, e.id desc limit $3 offset $4",
        (association, person, most + 1, skip),
    )
    .await
}
