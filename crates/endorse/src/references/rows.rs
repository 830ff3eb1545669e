//! The references' rows.

use db::{Day, Error, Time, Tx};
use uuid::Uuid;

/// A rating that has come in, without its contents.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Submitted {
    pub id: Uuid,
    pub relation: String,
    pub submitted_at: Time,
    pub not_enough_information: i64,
    pub rater_category: Option<String>,
    pub rater_category_from: Option<Day>,
}

pub(super) async fn submitted(tx: &mut Tx, application: Uuid) -> Result<Vec<Submitted>, Error> {
    tx.all(
        "select id, relation, submitted_at, not_enough_information, rater_category,
             rater_category_from
         from reference_requests
         where application_id = $1 and submitted_at is not null and replaced_at is null
         order by submitted_at, id",
        (application,),
    )
    .await
}

pub(super) async fn contents(
    tx: &mut Tx,
    application: Uuid,
) -> Result<Vec<super::Rating>, Error> {
    tx.all(
        "select id, relation, rater_name, coalesce(comment, '') as comment
         from reference_requests
         where application_id = $1 and submitted_at is not null and replaced_at is null
         order by submitted_at, id",
        (application,),
    )
    .await
}
