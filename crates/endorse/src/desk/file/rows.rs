//! What is read about a file besides what other features keep.

use db::{Error, Time, Tx};
use uuid::Uuid;

/// A step of an application.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Step {
    pub at: Time,
    pub by_name: Option<String>,
    pub to_state: String,
    pub note: Option<String>,
}

pub(super) async fn steps(tx: &mut Tx, application: Uuid) -> Result<Vec<Step>, Error> {
    tx.all(
        "select s.at, p.name as by_name, s.to_state, s.note
         from application_steps s left join people p on p.id = s.by_id
         where s.application_id = $1
         order by s.at desc, s.id desc",
        (application,),
    )
    .await
}

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
