//! What raters said: the rows, for those who judge the file.

use db::{Day, Error, Time, Tx};
use uuid::Uuid;

use super::Declined;

/// A rating with everything in it.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Full {
    pub id: Uuid,
    pub association_id: String,
    pub relation: String,
    pub rater_name: String,
    pub waived_at: Option<Time>,
    pub void_at: Option<Time>,
    pub answers: String,
    pub comment: Option<String>,
    pub recommendation: Option<String>,
    pub not_enough_information: i64,
    pub rater_category: Option<String>,
    pub rater_category_from: Option<Day>,
    pub attested_name: Option<String>,
}

pub(super) async fn of(tx: &mut Tx, application: Uuid) -> Result<Vec<Full>, Error> {
    tx.all(
        "select id, association_id, relation, rater_name, waived_at, void_at, answers,
             comment, recommendation, not_enough_information, rater_category,
             rater_category_from, attested_name
         from reference_requests
         where application_id = $1 and submitted_at is not null and replaced_at is null
         order by submitted_at, id",
        (application,),
    )
    .await
}

/// Those who did not want to rate.
pub(super) async fn declined(tx: &mut Tx, application: Uuid) -> Result<Vec<Declined>, Error> {
    tx.all(
        "select id, decline_reason from reference_requests
         where application_id = $1 and declined_at is not null and replaced_at is null",
        (application,),
    )
    .await
}
