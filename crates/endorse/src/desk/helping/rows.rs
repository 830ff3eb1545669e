//! Helpings' rows.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A new one.
#[derive(Debug)]
pub(super) struct NewHelping<'a> {
    pub association: &'a str,
    pub application: Uuid,
    pub person: Uuid,
    pub session: Uuid,
    pub by: Uuid,
    pub reason: &'a str,
    pub agreed: &'a str,
    pub until: Timestamp,
}

/// Begins to help; whatever the session did not finish before is finished.
pub(super) async fn start(
    tx: &mut Tx,
    new: &NewHelping<'_>,
    now: Timestamp,
) -> Result<Uuid, Error> {
    end(tx, new.session, now).await?;
    let id = Uuid::now_v7();
    tx.run(
        "insert into helpings (id, association_id, application_id, person_id, session_id, by_id,
             reason, agreed, started_at, until_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        (
            id,
            new.association,
            new.application,
            new.person,
            new.session,
            new.by,
            new.reason,
            new.agreed,
            now,
            new.until,
        ),
    )
    .await?;
    Ok(id)
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// Whether this session helps with this file already.
pub(super) async fn is_running(
    tx: &mut Tx,
    session: Uuid,
    application: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from helpings
             where session_id = $1 and application_id = $2 and ended_at is null and until_at > $3",
            (session, application, now),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// Finishes; says whether there was anything to finish.
pub(super) async fn end(tx: &mut Tx, session: Uuid, now: Timestamp) -> Result<bool, Error> {
    let done = tx
        .run(
            "update helpings set ended_at = $2 where session_id = $1 and ended_at is null",
            (session, now),
        )
        .await?;
    Ok(done > 0)
}

/// Whether somebody has ever helped with a file.
pub(in crate::desk) async fn has_helped(
    tx: &mut Tx,
    application: Uuid,
    by: Uuid,
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from helpings where application_id = $1 and by_id = $2",
            (application, by),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}
