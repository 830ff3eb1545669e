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

/// A request, as far as its applicant may know.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Asked {
    pub id: Uuid,
    pub relation: String,
    pub rater_name: String,
    pub asked_at: Time,
    pub opened_at: Option<Time>,
    pub started_at: Option<Time>,
    pub submitted_at: Option<Time>,
    pub declined_at: Option<Time>,
}

pub(super) async fn progress(tx: &mut Tx, application: Uuid) -> Result<Vec<Asked>, Error> {
    tx.all(
        "select id, relation, rater_name, asked_at, opened_at, started_at, submitted_at,
             declined_at
         from reference_requests
         where application_id = $1 and replaced_at is null
         order by asked_at, id",
        (application,),
    )
    .await
}
