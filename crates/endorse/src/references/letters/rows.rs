//! The rows that a letter to a rater draws on.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// What the letter says.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Asked {
    pub association_id: String,
    pub application_id: Uuid,
    pub rater_name: String,
    pub rater_email: String,
    pub language: String,
    pub waived_at: Option<Time>,
    pub asked_at: Time,
    pub reminded_at: Option<Time>,
    pub started_at: Option<Time>,
    pub applicant: String,
    pub category: String,
}

/// A request that still waits for its answer, for an application that is not closed.
pub(super) async fn open(tx: &mut Tx, id: Uuid) -> Result<Option<Asked>, Error> {
    tx.maybe(
        "select r.association_id, r.application_id, r.rater_name, r.rater_email, r.language,
             r.waived_at, r.asked_at, r.reminded_at, r.started_at, p.name as applicant, a.category
         from reference_requests r
             join people p on p.id = r.person_id
             join applications a on a.id = r.application_id
         where r.id = $1 and r.submitted_at is null and r.declined_at is null
             and r.replaced_at is null and a.closed_at is null",
        (id,),
    )
    .await
}

/// Puts a fresh link in place of the one in the last letter, if that letter is still the last.
pub(super) async fn renew(
    tx: &mut Tx,
    id: Uuid,
    token_hash: &str,
    last_reminder: Option<Time>,
    now: Timestamp,
) -> Result<bool, Error> {
    let renewed = tx
        .run(
            "update reference_requests
             set former_token_hash = token_hash, token_hash = $2, reminded_at = $3
             where id = $1 and submitted_at is null and declined_at is null
                 and replaced_at is null and reminded_at is not distinct from $4",
            (id, token_hash, now, last_reminder),
        )
        .await?;
    Ok(renewed == 1)
}
