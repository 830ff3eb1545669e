//! Second factors and recovery codes.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A second factor, set up or about to be.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Factor {
    pub sealed_secret: String,
    pub begun_at: Time,
    /// When the first code was right; before that it is not asked for.
    pub confirmed_at: Option<Time>,
}

pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Option<Factor>, Error> {
    tx.maybe(
        "select sealed_secret, begun_at, confirmed_at from second_factors where person_id = $1",
        (person,),
    )
    .await
}

/// Begins to set one up, in the place of one that was begun and not confirmed; false if there is one.
pub(super) async fn begin(
    tx: &mut Tx,
    person: Uuid,
    sealed_secret: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let begun = tx
        .run(
            "insert into second_factors (person_id, sealed_secret, begun_at)
             values ($1, $2, $3)
             on conflict (person_id) do update
             set sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at, last_step = 0
             where second_factors.confirmed_at is null",
            (person, sealed_secret, now),
        )
        .await?;
    Ok(begun == 1)
}

/// It counts from now on; false if somebody was faster.
pub(super) async fn confirm(
    tx: &mut Tx,
    person: Uuid,
    step: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let confirmed = tx
        .run(
            "update second_factors set confirmed_at = $2, last_step = $3
             where person_id = $1 and confirmed_at is null",
            (person, now, step),
        )
        .await?;
    Ok(confirmed == 1)
}

/// Takes a step of time; false if it, or a later one, was taken before.
pub(super) async fn take_step(tx: &mut Tx, person: Uuid, step: i64) -> Result<bool, Error> {
    let taken = tx
        .run(
            "update second_factors set last_step = $2
             where person_id = $1 and confirmed_at is not null and last_step < $2",
            (person, step),
        )
        .await?;
    Ok(taken == 1)
}

pub(super) async fn forget(tx: &mut Tx, person: Uuid) -> Result<bool, Error> {
    tx.run("delete from recovery_codes where person_id = $1", (person,)).await?;
    let gone = tx.run("delete from second_factors where person_id = $1", (person,)).await?;
    Ok(gone == 1)
}

/// Forgets the codes that there were.
pub(super) async fn forget_codes(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run("delete from recovery_codes where person_id = $1", (person,)).await?;
    Ok(())
}

pub(super) async fn add_code(
    tx: &mut Tx,
    person: Uuid,
    code_hash: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into recovery_codes (code_hash, person_id, made_at) values ($1, $2, $3)",
        (code_hash, person, now),
    )
    .await?;
    Ok(())
}

/// Uses a code up; false if there is none, or if it was used before.
pub(super) async fn use_code(
    tx: &mut Tx,
    person: Uuid,
    code_hash: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let used = tx
        .run(
            "update recovery_codes set used_at = $3
             where person_id = $1 and code_hash = $2 and used_at is null",
            (person, code_hash, now),
        )
        .await?;
    Ok(used == 1)
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many codes are left.
pub(super) async fn codes_left(tx: &mut Tx, person: Uuid) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from recovery_codes where person_id = $1 and used_at is null",
            (person,),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}
