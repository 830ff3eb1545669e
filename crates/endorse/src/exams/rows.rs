//! The exam results' rows.

use db::{Day, Error, Tx};
use uuid::Uuid;

/// A result.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub series: String,
    pub part: i64,
    pub percent: Option<i64>,
    pub passed: bool,
    pub taken_on: Day,
}

pub(super) async fn of(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select series, part, percent, passed, taken_on from exam_results
         where association_id = $1 and person_id = $2
         order by taken_on, part, id",
        (association, person),
    )
    .await
}
