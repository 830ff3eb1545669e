//! The entries' rows. A body is one entry of the published locker file.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::kind::Kind;

/// All of a person's entries of one kind: their bodies in the order in which they were made, with
/// commas between them. One row of sixty entries is read much faster than sixty of one.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct OfKind {
    pub kind: String,
    pub bodies: String,
}

/// An entry with its history.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub id: Uuid,
    pub kind: String,
    pub body: String,
    pub version: i64,
    pub changed_at: Time,
    pub removed_at: Option<Time>,
}

/// An earlier wording.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Earlier {
    pub version: i64,
    pub body: String,
    pub changed_at: Time,
}

/// A person's entries, without the removed ones, a row for each kind.
pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Vec<OfKind>, Error> {
    tx.all(
        "select kind, string_agg(body, ',' order by created_at, id) as bodies from entries
         where person_id = $1 and removed_at is null
         group by kind",
        (person,),
    )
    .await
}

/// All of a person's entries, the removed ones too, the newest first.
pub(super) async fn all(tx: &mut Tx, person: Uuid) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select id, kind, body, version, changed_at, removed_at from entries
         where person_id = $1
         order by created_at desc, id desc",
        (person,),
    )
    .await
}

/// One of a person's entries of a kind, unless it is removed.
pub(super) async fn one(
    tx: &mut Tx,
    person: Uuid,
    kind: Kind,
    id: Uuid,
) -> Result<Option<Kept>, Error> {
    tx.maybe(
        "select id, kind, body, version, changed_at, removed_at from entries
         where id = $1 and person_id = $2 and kind = $3 and removed_at is null",
        (id, person, kind.kept()),
    )
    .await
}

/// How many entries a person can keep, removed ones too: many times what anybody has.
pub(super) const MOST: i64 = 1000;

#[derive(sqlx::FromRow)]
struct Count {
    many: i64,
}

/// Whether a person keeps as many entries as one can.
pub(super) async fn is_full(tx: &mut Tx, person: Uuid) -> Result<bool, Error> {
    let row: Option<Count> =
        tx.maybe("select count(*) as many from entries where person_id = $1", (person,)).await?;
    Ok(row.is_some_and(|it| it.many >= MOST))
}

/// Keeps a new entry.
pub(super) async fn add(
    tx: &mut Tx,
    person: Uuid,
    (kind, id): (Kind, Uuid),
    body: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into entries (id, person_id, kind, body, version, created_at, changed_at)
         values ($1, $2, $3, $4, 1, $5, $5)",
        (id, person, kind.kept(), body, now),
    )
    .await?;
    Ok(())
}

/// Replaces the wording, if it is still the one that was read.
pub(super) async fn correct(
    tx: &mut Tx,
    read: &Kept,
    body: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update entries set body = $1, version = version + 1, changed_at = $2
             where id = $3 and version = $4 and removed_at is null",
            (body, now, read.id, read.version),
        )
        .await?;
    Ok(changed == 1)
}

/// Keeps the wording that was replaced.
pub(super) async fn keep_earlier(tx: &mut Tx, read: &Kept, by: Uuid) -> Result<(), Error> {
    tx.run(
        "insert into entry_versions (entry_id, version, body, changed_at, changed_by)
         values ($1, $2, $3, $4, $5)",
        (read.id, read.version, read.body.as_str(), read.changed_at, by),
    )
    .await?;
    Ok(())
}

/// The earlier wordings of an entry, the newest first. Ask [`one`] first whose it is.
pub(super) async fn earlier(tx: &mut Tx, id: Uuid) -> Result<Vec<Earlier>, Error> {
    tx.all(
        "select version, body, changed_at from entry_versions
         where entry_id = $1
         order by version desc",
        (id,),
    )
    .await
}

/// Removes an entry; it can be restored.
pub(super) async fn remove(
    tx: &mut Tx,
    person: Uuid,
    (kind, id): (Kind, Uuid),
    now: Timestamp,
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update entries set removed_at = $1
             where id = $2 and person_id = $3 and kind = $4 and removed_at is null",
            (now, id, person, kind.kept()),
        )
        .await?;
    Ok(changed == 1)
}

/// Puts a removed entry back.
pub(super) async fn restore(
    tx: &mut Tx,
    person: Uuid,
    (kind, id): (Kind, Uuid),
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update entries set removed_at = null
             where id = $1 and person_id = $2 and kind = $3 and removed_at is not null",
            (id, person, kind.kept()),
        )
        .await?;
    Ok(changed == 1)
}
