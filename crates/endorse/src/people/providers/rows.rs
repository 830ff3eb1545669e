//! Who people are to providers, and who is on the way to one.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A trip to a provider that has not come back.
#[derive(Debug)]
pub(super) struct New<'a> {
    pub token_hash: &'a str,
    pub provider: &'a str,
    /// Who asked to link it.
    pub person: Option<Uuid>,
    pub language: &'a str,
    pub goes_on_to: &'a str,
    pub expires_at: Timestamp,
}

/// Keeps a trip; those that are too old are forgotten.
pub(super) async fn depart(tx: &mut Tx, new: &New<'_>, now: Timestamp) -> Result<(), Error> {
    tx.run("delete from provider_trips where expires_at <= $1", (now,)).await?;
    tx.run(
        "insert into provider_trips (token_hash, provider, person_id, language, goes_on_to, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        (new.token_hash, new.provider, new.person, new.language, new.goes_on_to, new.expires_at),
    )
    .await?;
    Ok(())
}

/// A trip.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Trip {
    pub provider: String,
    pub person_id: Option<Uuid>,
    pub language: String,
    pub goes_on_to: String,
}

/// A trip that may still come back.
pub(super) async fn trip(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<Trip>, Error> {
    tx.maybe(
        "select provider, person_id, language, goes_on_to from provider_trips
         where token_hash = $1 and used_at is null and expires_at > $2",
        (token_hash, now),
    )
    .await
}

/// It has come back; false if it had before.
pub(super) async fn come_back(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let used = tx
        .run(
            "update provider_trips set used_at = $2
             where token_hash = $1 and used_at is null and expires_at > $2",
            (token_hash, now),
        )
        .await?;
    Ok(used == 1)
}

/// Somebody to whom an account with their address may belong, as soon as they have signed in to it.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Waiting {
    pub provider: String,
    pub subject: String,
    pub email: Option<String>,
}

/// Keeps who came back, until they have shown that the account is theirs.
pub(super) async fn wait(
    tx: &mut Tx,
    token_hash: &str,
    (subject, email): (&str, Option<&str>),
    expires_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update provider_trips set subject = $2, email = $3, expires_at = $4 where token_hash = $1",
        (token_hash, subject, email, expires_at),
    )
    .await?;
    Ok(())
}

pub(super) async fn waiting(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<Waiting>, Error> {
    tx.maybe(
        "select provider, subject, email from provider_trips
         where token_hash = $1 and subject is not null and expires_at > $2",
        (token_hash, now),
    )
    .await
}

/// Nobody waits any more; false if somebody was faster.
pub(super) async fn stop_waiting(tx: &mut Tx, token_hash: &str) -> Result<bool, Error> {
    let gone = tx
        .run(
            "delete from provider_trips where token_hash = $1 and subject is not null",
            (token_hash,),
        )
        .await?;
    Ok(gone == 1)
}

/// Whose identity it is.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Owner {
    pub person_id: Uuid,
    /// Whether a second factor is asked for.
    pub has_second_factor: bool,
}

pub(super) async fn owner(
    tx: &mut Tx,
    (issuer, subject): (&str, &str),
) -> Result<Option<Owner>, Error> {
    tx.maybe(
        "select i.person_id, exists (select 1 from second_factors f
             where f.person_id = i.person_id and f.confirmed_at is not null) as has_second_factor
         from identities i where i.issuer = $1 and i.subject = $2",
        (issuer, subject),
    )
    .await
}

pub(super) async fn used(
    tx: &mut Tx,
    (issuer, subject): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update identities set used_at = $3 where issuer = $1 and subject = $2",
        (issuer, subject, now),
    )
    .await?;
    Ok(())
}

/// Links an identity to a person; `None` if it is linked already.
pub(super) async fn link(
    tx: &mut Tx,
    person: Uuid,
    (issuer, subject, email): (&str, &str, Option<&str>),
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    let linked = tx
        .run(
            "insert into identities (id, person_id, issuer, subject, email, linked_at)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            (id, person, issuer, subject, email, now),
        )
        .await?;
    Ok((linked == 1).then_some(id))
}

/// An identity in the list of whose it is.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Linked {
    pub id: Uuid,
    pub issuer: String,
    pub email: Option<String>,
    pub linked_at: Time,
    pub used_at: Option<Time>,
}

/// A person's identities, oldest first.
pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Vec<Linked>, Error> {
    tx.all(
        "select id, issuer, email, linked_at, used_at from identities where person_id = $1
         order by linked_at, id",
        (person,),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many ways in a person would have without an identity, codes and letters aside.
pub(super) async fn other_ways(tx: &mut Tx, person: Uuid, id: Uuid) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select (select count(*) from people p where p.id = $1 and p.password_hash <> '')
                 + (select count(*) from passkeys k where k.person_id = $1)
                 + (select count(*) from identities i where i.person_id = $1 and i.id <> $2) as n",
            (person, id),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

pub(super) async fn unlink(tx: &mut Tx, person: Uuid, id: Uuid) -> Result<bool, Error> {
    let gone =
        tx.run("delete from identities where id = $2 and person_id = $1", (person, id)).await?;
    Ok(gone == 1)
}

/// Forgets all of a person's.
pub(super) async fn forget_all(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run("delete from identities where person_id = $1", (person,)).await?;
    Ok(())
}
