//! The entries' rows. A body is one entry of the published locker file.

use db::{Error, Tx};
use uuid::Uuid;

/// An entry, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Entry {
    pub id: Uuid,
    pub kind: String,
    pub body: String,
}

/// A person's entries, in the order in which they were made.
pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Vec<Entry>, Error> {
    tx.all(
        "select id, kind, body from entries
         where person_id = $1 and removed_at is null
         order by created_at, id",
        (person,),
    )
    .await
}
