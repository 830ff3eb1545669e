//! The record's rows.

use db::{Error, Time, Tx};
use uuid::Uuid;

use super::Act;

/// One thing that happened.
#[derive(Debug, sqlx::FromRow)]
pub struct Event {
    /// When.
    pub at: Time,
    /// The person's name, if they have an account.
    pub actor_name: Option<String>,
    /// What was done, as a word.
    pub verb: String,
    /// To what kind of thing.
    pub object_kind: String,
    /// A few words more.
    pub detail: Option<String>,
}

pub(super) async fn add(
    tx: &mut Tx,
    who: Act<'_>,
    verb: &str,
    (kind, id): (&str, Uuid),
    application: Option<Uuid>,
    detail: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        "insert into audit_events (id, association_id, at, actor_kind, actor_id, verb, object_kind,
             object_id, application_id, detail)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        (
            Uuid::now_v7(),
            who.association,
            who.at,
            who.kind,
            who.person,
            verb,
            kind,
            id,
            application,
            detail,
        ),
    )
    .await?;
    Ok(())
}

/// What happened to an application, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_application(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Event>, Error> {
    tx.all(
        "select e.at, p.name as actor_name, e.verb, e.object_kind, e.detail
         from audit_events e left join people p on p.id = e.actor_id
         where e.application_id = $1 and e.association_id = $2
         order by e.at desc, e.id desc",
        (application, association),
    )
    .await
}
