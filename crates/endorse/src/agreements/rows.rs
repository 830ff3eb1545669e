//! The signatures' rows.

use db::{Day, Error, Tx};
use uuid::Uuid;

/// A signature.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Signed {
    pub agreement: String,
    pub signed_on: Day,
}

pub(super) async fn signed(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Signed>, Error> {
    tx.all(
        "select agreement, signed_on from signatures
         where association_id = $1 and person_id = $2
         order by signed_at, id",
        (association, person),
    )
    .await
}
