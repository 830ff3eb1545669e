//! What is read about a file besides what other features keep.

use db::{Error, Tx};
use uuid::Uuid;

/// The address of somebody who was asked to rate.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Rater {
    pub rater_email_key: String,
}

/// Everybody who was ever asked to rate: none of them may judge.
pub(super) async fn raters(tx: &mut Tx, application: Uuid) -> Result<Vec<Rater>, Error> {
    tx.all(
        "select distinct rater_email_key from reference_requests where application_id = $1",
        (application,),
    )
    .await
}
