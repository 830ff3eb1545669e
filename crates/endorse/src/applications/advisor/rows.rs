//! The one advising of an application that has not ended.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// Who helps the person along, or is proposed to.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Advisor {
    /// The advising.
    pub id: Uuid,
    /// As they call themselves.
    pub name: String,
    /// When it was proposed.
    pub offered_at: Time,
    /// When the person agreed; nothing is seen before.
    pub agreed_at: Option<Time>,
    /// Whether they hold the role now; nothing is seen without it.
    pub holds: bool,
}

/// The one of an application, agreed to or not.
///
/// # Errors
///
/// When the database refuses.
pub async fn of(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
    now: Timestamp,
) -> Result<Option<Advisor>, Error> {
    tx.maybe(
        "select v.id, p.name, v.offered_at, v.agreed_at,
             exists (select 1 from roles r
                 where r.person_id = v.advisor_id and r.association_id = v.association_id
                   and r.role = 'advisor' and r.from_at <= $3
                   and (r.until_at is null or r.until_at > $3)) as holds
         from advisings v join people p on p.id = v.advisor_id
         where v.association_id = $1 and v.application_id = $2 and v.ended_at is null",
        (association, application, now),
    )
    .await
}

/// Ends it with the application.
pub(in crate::applications) async fn close(
    tx: &mut Tx,
    application: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update advisings set ended_at = $2, ended_by = 'file'
         where application_id = $1 and ended_at is null",
        (application, now),
    )
    .await?;
    Ok(())
}
