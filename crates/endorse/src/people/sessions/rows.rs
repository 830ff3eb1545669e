//! Sessions' rows, and those of what comes before one.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A session to begin.
#[derive(Debug)]
pub(super) struct NewSession<'a> {
    pub person: Uuid,
    pub token_hash: &'a str,
    pub user_agent: &'a str,
    pub address: Option<String>,
    pub begun_by: &'a str,
    pub expires_at: Timestamp,
}

pub(super) async fn add(tx: &mut Tx, new: NewSession<'_>, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "insert into sessions (id, token_hash, person_id, created_at, expires_at, user_agent,
             address, begun_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        (
            Uuid::now_v7(),
            new.token_hash,
            new.person,
            now,
            new.expires_at,
            new.user_agent,
            new.address,
            new.begun_by,
        ),
    )
    .await?;
    Ok(())
}

/// A session that goes on.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Session {
    pub id: Uuid,
    pub created_at: Time,
    pub last_used_at: Time,
    pub user_agent: String,
    pub address: Option<String>,
}

/// A person's sessions that go on, newest first.
pub(super) async fn of(
    tx: &mut Tx,
    person: Uuid,
    used_since: Timestamp,
    now: Timestamp,
) -> Result<Vec<Session>, Error> {
    tx.all(
        "select id, created_at, coalesce(used_at, created_at) as last_used_at, user_agent, address
         from sessions
         where person_id = $1 and ended_at is null and expires_at > $2
             and coalesce(used_at, created_at) > $3
         order by created_at desc, id desc limit 100",
        (person, now, used_since),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// Whether a session has not ended.
pub(super) async fn goes_on(tx: &mut Tx, session: Uuid, now: Timestamp) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from sessions
             where id = $1 and ended_at is null and expires_at > $2",
            (session, now),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// Keeps when a session was last shown to be its owner's.
pub(super) async fn prove(
    tx: &mut Tx,
    person: Uuid,
    session: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update sessions set proven_at = $3 where id = $2 and person_id = $1",
        (person, session, now),
    )
    .await?;
    Ok(())
}

/// Whether a session is, or was, this person's.
pub(super) async fn is_of(tx: &mut Tx, person: Uuid, session: Uuid) -> Result<bool, Error> {
    let found: Option<(Uuid,)> = tx
        .maybe("select id from sessions where id = $1 and person_id = $2", (session, person))
        .await?;
    Ok(found.is_some())
}

/// Ends one; false if it had ended before.
pub(super) async fn end(
    tx: &mut Tx,
    person: Uuid,
    session: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let ended = tx
        .run(
            "update sessions set ended_at = $3
             where id = $2 and person_id = $1 and ended_at is null",
            (person, session, now),
        )
        .await?;
    Ok(ended == 1)
}

pub(super) async fn end_others(
    tx: &mut Tx,
    person: Uuid,
    stays: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update sessions set ended_at = $3
         where person_id = $1 and id <> $2 and ended_at is null",
        (person, stays, now),
    )
    .await?;
    tx.run("delete from half_sessions where person_id = $1", (person,)).await?;
    Ok(())
}

/// Ends all; says how many there were.
pub(super) async fn end_all(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<u64, Error> {
    let ended = tx
        .run(
            "update sessions set ended_at = $2
             where person_id = $1 and ended_at is null and expires_at > $2",
            (person, now),
        )
        .await?;
    tx.run("delete from half_sessions where person_id = $1", (person,)).await?;
    Ok(ended)
}

pub(super) async fn add_half(
    tx: &mut Tx,
    person: Uuid,
    token_hash: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into half_sessions (token_hash, person_id, created_at, expires_at)
         values ($1, $2, $3, $4)",
        (token_hash, person, now, expires_at),
    )
    .await?;
    Ok(())
}

/// Whose half session it is, as long as it may be made whole.
pub(super) async fn half(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let found: Option<(Uuid,)> = tx
        .maybe(
            "select person_id from half_sessions
             where token_hash = $1 and used_at is null and expires_at > $2",
            (token_hash, now),
        )
        .await?;
    Ok(found.map(|(person,)| person))
}

/// Uses a half session up; false if somebody was faster.
pub(super) async fn use_half(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<bool, Error> {
    let used = tx
        .run(
            "update half_sessions set used_at = $2
             where token_hash = $1 and used_at is null and expires_at > $2",
            (token_hash, now),
        )
        .await?;
    Ok(used == 1)
}
