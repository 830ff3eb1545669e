//! Notices, as they are kept.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::house::in_turn;

/// A notice.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Notice {
    /// From this day on.
    pub first_on: Day,
    /// To the end of this one.
    pub last_on: Day,
    /// What it says in English.
    pub text_en: String,
    /// And in Spanish.
    pub text_es: String,
    /// Since when it holds.
    pub set_at: Time,
    /// By whom.
    pub by_name: String,
    /// Since when it does not hold any more, whatever its days.
    pub ended_at: Option<Time>,
}

/// Every notice that an association has ever had, the last one first.
///
/// # Errors
///
/// When the database refuses.
pub async fn every(tx: &mut Tx, association: &str) -> Result<Vec<Notice>, Error> {
    tx.all(
        "select n.first_on, n.last_on, n.text_en, n.text_es, n.set_at, p.name as by_name, n.ended_at
         from association_notices n join people p on p.id = n.set_by
         where n.association_id = $1 order by n.set_at desc, n.id desc",
        (association,),
    )
    .await
}

/// The one that holds, whether its days have come or not.
pub(in crate::house) async fn holding(
    tx: &mut Tx,
    association: &str,
) -> Result<Option<Notice>, Error> {
    tx.maybe(
        "select n.first_on, n.last_on, n.text_en, n.text_es, n.set_at, p.name as by_name, n.ended_at
         from association_notices n join people p on p.id = n.set_by
         where n.association_id = $1 and n.ended_at is null",
        (association,),
    )
    .await
}

/// A notice to put up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNotice {
    /// From this day on.
    pub first_on: Date,
    /// To the end of this one.
    pub last_on: Date,
    /// What it says in English.
    pub text_en: String,
    /// And in Spanish.
    pub text_es: String,
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// Puts up a notice in place of the one that held; says under which id.
///
/// # Errors
///
/// When the database refuses.
pub async fn put(
    tx: &mut Tx,
    association: &str,
    new: &NewNotice,
    (by, now): (Uuid, Timestamp),
) -> Result<Uuid, Error> {
    in_turn(tx, association).await?;
    take_back(tx, association, (by, now)).await?;
    let id = Uuid::now_v7();
    tx.run(
        "insert into association_notices (id, association_id, first_on, last_on, text_en, text_es,
             set_at, set_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        (
            id,
            association,
            new.first_on,
            new.last_on,
            new.text_en.as_str(),
            new.text_es.as_str(),
            now,
            by,
        ),
    )
    .await?;
    Ok(id)
}

/// Takes down the notice that holds, if there is one; says which it was.
///
/// # Errors
///
/// When the database refuses.
pub async fn take_back(
    tx: &mut Tx,
    association: &str,
    (by, now): (Uuid, Timestamp),
) -> Result<Option<Uuid>, Error> {
    let ended: Option<Id> = tx
        .maybe(
            "update association_notices set ended_at = $2, ended_by = $3
             where association_id = $1 and ended_at is null returning id",
            (association, now, by),
        )
        .await?;
    Ok(ended.map(|it| it.id))
}
