//! Passkeys, and the questions that wait for one.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A passkey in the list of its owner.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub id: Uuid,
    pub host: String,
    pub name: String,
    pub added_at: Time,
    pub used_at: Option<Time>,
}

/// A person's passkeys, oldest first.
pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select id, host, name, added_at, used_at from passkeys where person_id = $1
         order by added_at, id",
        (person,),
    )
    .await
}

/// What a device must not make a second one for.
pub(super) async fn credentials_at(
    tx: &mut Tx,
    person: Uuid,
    host: &str,
) -> Result<Vec<String>, Error> {
    let found: Vec<(String,)> = tx
        .all(
            "select credential_id from passkeys where person_id = $1 and host = $2",
            (person, host),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.0).collect())
}

pub(super) async fn has(tx: &mut Tx, person: Uuid, host: &str) -> Result<bool, Error> {
    let found: Option<(Uuid,)> = tx
        .maybe("select id from passkeys where person_id = $1 and host = $2 limit 1", (person, host))
        .await?;
    Ok(found.is_some())
}

/// A passkey to keep.
#[derive(Debug)]
pub(super) struct New<'a> {
    pub id: Uuid,
    pub person: Uuid,
    pub host: &'a str,
    pub credential_id: &'a str,
    pub public_key: &'a str,
    pub name: &'a str,
}

/// Keeps one; false if it is kept already.
pub(super) async fn add(tx: &mut Tx, new: &New<'_>, now: Timestamp) -> Result<bool, Error> {
    let added = tx
        .run(
            "insert into passkeys (id, person_id, host, credential_id, public_key, name, added_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            (new.id, new.person, new.host, new.credential_id, new.public_key, new.name, now),
        )
        .await?;
    Ok(added == 1)
}

/// Forgets one; false if the person has no such one.
pub(super) async fn remove(tx: &mut Tx, person: Uuid, id: Uuid) -> Result<bool, Error> {
    let gone =
        tx.run("delete from passkeys where id = $2 and person_id = $1", (person, id)).await?;
    Ok(gone == 1)
}

/// A passkey that somebody shows.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Shown {
    pub id: Uuid,
    pub public_key: String,
}

/// The one that a device says it is, if it is that person's and good at this host.
pub(super) async fn shown(
    tx: &mut Tx,
    person: Uuid,
    (host, credential_id): (&str, &str),
) -> Result<Option<Shown>, Error> {
    tx.maybe(
        "select id, public_key from passkeys
         where person_id = $1 and host = $2 and credential_id = $3",
        (person, host, credential_id),
    )
    .await
}

/// Keeps that one was used, and what its device counts.
pub(super) async fn used(
    tx: &mut Tx,
    id: Uuid,
    public_key: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update passkeys set public_key = $2, used_at = $3 where id = $1",
        (id, public_key, now),
    )
    .await?;
    Ok(())
}

pub(super) async fn ask(
    tx: &mut Tx,
    (token_hash, (purpose, person)): (&str, (&'static str, Option<Uuid>)),
    question: &str,
    expires_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into passkey_questions (token_hash, person_id, purpose, question, expires_at)
         values ($1, $2, $3, $4, $5)",
        (token_hash, person, purpose, question, expires_at),
    )
    .await?;
    Ok(())
}

/// Forgets the questions that nobody may answer any more.
pub(super) async fn forget_questions(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    tx.run("delete from passkey_questions where expires_at <= $1", (now,)).await?;
    Ok(())
}

/// A question that waits for its answer, of whoever it was put to.
pub(super) async fn question(
    tx: &mut Tx,
    (token_hash, (purpose, person)): (&str, (&'static str, Option<Uuid>)),
    now: Timestamp,
) -> Result<Option<String>, Error> {
    #[derive(sqlx::FromRow)]
    struct Asked {
        person_id: Option<Uuid>,
        question: String,
    }
    let asked: Option<Asked> = tx
        .maybe(
            "select person_id, question from passkey_questions
             where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3",
            (token_hash, purpose, now),
        )
        .await?;
    Ok(asked.filter(|it| it.person_id == person).map(|it| it.question))
}

/// Uses a question up; false if somebody was faster.
pub(super) async fn use_question(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let used = tx
        .run(
            "update passkey_questions set used_at = $2 where token_hash = $1 and used_at is null",
            (token_hash, now),
        )
        .await?;
    Ok(used == 1)
}

/// Forgets all of a person's.
pub(super) async fn forget_all(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run("delete from passkeys where person_id = $1", (person,)).await?;
    Ok(())
}
