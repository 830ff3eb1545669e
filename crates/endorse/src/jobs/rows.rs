//! The orders' rows.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Order, Waiting};

pub(super) async fn add(
    tx: &mut Tx,
    association: &str,
    (kind, payload): (&str, &str),
    key: Option<&str>,
    at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into jobs (id, association_id, kind, payload, dedupe_key, due_at, failures)
         values ($1, $2, $3, $4, $5, $6, 0)
         on conflict do nothing",
        (Uuid::now_v7(), association, kind, payload, key, at),
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

pub(super) async fn any_due(
    tx: &mut Tx,
    now: Timestamp,
    stuck_since: Timestamp,
) -> Result<bool, Error> {
    let due: Option<Count> = tx
        .maybe(
            "select count(*) as n from jobs
             where done_at is null and given_up_at is null and due_at <= $1
               and (taken_at is null or taken_at < $2)",
            (now, stuck_since),
        )
        .await?;
    Ok(due.is_some_and(|due| due.n > 0))
}

pub(super) async fn take(
    tx: &mut Tx,
    now: Timestamp,
    stuck_since: Timestamp,
) -> Result<Option<Order>, Error> {
    tx.maybe(
        "update jobs set taken_at = $1
         where done_at is null and (taken_at is null or taken_at < $2) and id = (
             select id from jobs
             where done_at is null and given_up_at is null and due_at <= $1
               and (taken_at is null or taken_at < $2)
             order by due_at, id limit 1)
         returning id, association_id, kind, payload, failures",
        (now, stuck_since),
    )
    .await
}

/// Leaves an order for later, without having tried.
pub(super) async fn put_off(tx: &mut Tx, id: Uuid, until: Timestamp) -> Result<(), Error> {
    tx.run("update jobs set taken_at = null, due_at = $2 where id = $1", (id, until)).await?;
    Ok(())
}

pub(super) async fn done(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run("update jobs set done_at = $2, payload = '{}' where id = $1", (id, now)).await?;
    Ok(())
}

pub(super) async fn failed(
    tx: &mut Tx,
    id: Uuid,
    error: &str,
    again_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update jobs set taken_at = null, failures = failures + 1, last_error = $2, due_at = $3
         where id = $1",
        (id, error, again_at),
    )
    .await?;
    Ok(())
}

/// Keeps that an order was given up, and forgets what was in it.
pub(super) async fn given_up(
    tx: &mut Tx,
    id: Uuid,
    error: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update jobs set given_up_at = $3, failures = failures + 1, last_error = $2, payload = '{}'
         where id = $1",
        (id, error, now),
    )
    .await?;
    Ok(())
}

/// How the orders of every kind stand; those that are done are not looked at.
pub(super) async fn waiting(tx: &mut Tx) -> Result<Vec<Waiting>, Error> {
    tx.all(
        "select kind, count(case when given_up_at is null then 1 end) as waiting,
             count(case when given_up_at is null and failures > 0 then 1 end) as failing,
             count(given_up_at) as given_up,
             min(case when given_up_at is null then due_at end) as oldest
         from jobs where done_at is null group by kind order by kind",
        (),
    )
    .await
}
