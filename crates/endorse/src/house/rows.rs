//! What associations have set, as it is kept.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// Something that holds.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Set {
    /// What.
    pub name: String,
    /// To what.
    pub value: String,
    /// Since when.
    pub set_at: Time,
    /// By whom.
    pub by_name: String,
}

/// Everything that an association has set and that holds.
///
/// # Errors
///
/// When the database refuses.
pub async fn all(tx: &mut Tx, association: &str) -> Result<Vec<Set>, Error> {
    tx.all(
        "select s.name, s.value, s.set_at, p.name as by_name
         from association_settings s join people p on p.id = s.set_by
         where s.association_id = $1 and s.until_at is null order by s.name",
        (association,),
    )
    .await
}

/// Locks an association's row until the transaction is over; it stays as it is. What only one at a time
/// may decide or set in an association begins so.
///
/// # Errors
///
/// When the database refuses.
pub async fn in_turn(tx: &mut Tx, association: &str) -> Result<(), Error> {
    let sql = "update associations set created_at = created_at where id = $1";
    tx.run(sql, (association,)).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Value {
    value: String,
}

/// What something is set to, if it is.
pub(super) async fn value(
    tx: &mut Tx,
    association: &str,
    name: &str,
) -> Result<Option<String>, Error> {
    let found: Option<Value> = tx
        .maybe(
            "select value from association_settings
             where association_id = $1 and name = $2 and until_at is null",
            (association, name),
        )
        .await?;
    Ok(found.map(|it| it.value))
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// Ends what holds, if anything does; says which row it was.
pub(super) async fn end(
    tx: &mut Tx,
    association: &str,
    name: &str,
    (by, now): (Uuid, Timestamp),
) -> Result<Option<Uuid>, Error> {
    let ended: Option<Id> = tx
        .maybe(
            "update association_settings set until_at = $3, ended_by = $4
             where association_id = $1 and name = $2 and until_at is null returning id",
            (association, name, now, by),
        )
        .await?;
    Ok(ended.map(|it| it.id))
}

pub(super) async fn add(
    tx: &mut Tx,
    (association, name): (&str, &str),
    value: &str,
    (by, now): (Uuid, Timestamp),
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into association_settings (id, association_id, name, value, set_at, set_by)
         values ($1, $2, $3, $4, $5, $6)",
        (id, association, name, value, now, by),
    )
    .await?;
    Ok(id)
}
