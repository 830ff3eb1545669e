//! The entries' rows. A body is one entry of the published locker file.

use db::{Error, Time, Tx};
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

/// A document of a person.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Document {
    pub id: Uuid,
    pub entry_id: Option<Uuid>,
    pub kind: String,
    pub name: String,
    pub media_type: String,
    pub sha256: String,
    pub size_bytes: i64,
    pub created_at: Time,
}

/// A person's documents.
pub async fn documents_of(tx: &mut Tx, person: Uuid) -> Result<Vec<Document>, Error> {
    tx.all(
        "select id, entry_id, kind, name, media_type, sha256, size_bytes, created_at
         from documents where person_id = $1 and removed_at is null
         order by created_at, id",
        (person,),
    )
    .await
}
