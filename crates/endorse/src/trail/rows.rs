//! The record's rows that are about a person.

use db::{Error, Time, Tx};
use jiff::Timestamp;
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

/// Somebody who helps a person with their locker.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Helping {
    pub id: Uuid,
    /// Who helps.
    pub helper: String,
    /// The application's number.
    pub number: String,
    pub until_at: Time,
}

/// Who helps a person now, with a file that is open.
pub(super) async fn helping(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Vec<Helping>, Error> {
    tx.all(
        "select h.id, p.name as helper, a.number, h.until_at
         from helpings h join people p on p.id = h.by_id
             join applications a on a.id = h.application_id
         where h.person_id = $1 and h.ended_at is null and h.until_at > $2 and a.closed_at is null
         order by h.started_at, h.id",
        (person, now),
    )
    .await
}

/// With what somebody helped a person, and where.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Helped {
    pub association_id: String,
    pub application_id: Uuid,
}

pub(super) async fn helped(
    tx: &mut Tx,
    person: Uuid,
    helping: Uuid,
) -> Result<Option<Helped>, Error> {
    tx.maybe(
        "select association_id, application_id from helpings where id = $2 and person_id = $1",
        (person, helping),
    )
    .await
}

/// Ends it; false if it is over already.
pub(super) async fn call_off(
    tx: &mut Tx,
    person: Uuid,
    helping: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update helpings set until_at = $3, called_off_at = $3
             where id = $2 and person_id = $1 and ended_at is null and until_at > $3",
            (person, helping, now),
        )
        .await?;
    Ok(done == 1)
}
