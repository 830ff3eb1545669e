//! The drafts' rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// What is typed and not kept yet.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Draft {
    pub place: String,
    pub body: String,
    pub saved_at: Time,
}

/// A person's drafts.
pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Vec<Draft>, Error> {
    tx.all(
        "select place, body, saved_at from drafts where person_id = $1 order by saved_at, place",
        (person,),
    )
    .await
}

/// The draft at a place.
pub(super) async fn at(tx: &mut Tx, person: Uuid, place: &str) -> Result<Option<Draft>, Error> {
    tx.maybe(
        "select place, body, saved_at from drafts where person_id = $1 and place = $2",
        (person, place),
    )
    .await
}

/// Keeps a draft in place of the one before.
pub(super) async fn keep(
    tx: &mut Tx,
    person: Uuid,
    (place, body): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into drafts (person_id, place, body, saved_at) values ($1, $2, $3, $4)
         on conflict (person_id, place) do update
         set body = excluded.body, saved_at = excluded.saved_at",
        (person, place, body, now),
    )
    .await?;
    Ok(())
}

/// Forgets a draft; false if there was none.
pub(super) async fn forget(tx: &mut Tx, person: Uuid, place: &str) -> Result<bool, Error> {
    let forgotten =
        tx.run("delete from drafts where person_id = $1 and place = $2", (person, place)).await?;
    Ok(forgotten == 1)
}
