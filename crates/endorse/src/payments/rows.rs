//! The charges' and memberships' rows.

use db::{Day, Error, Tx};
use uuid::Uuid;

/// A membership.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub of_association: String,
    pub from_on: Day,
    pub until_on: Day,
}

pub(super) async fn memberships(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select of_association, from_on, until_on from memberships
         where association_id = $1 and person_id = $2
         order by from_on, id",
        (association, person),
    )
    .await
}
