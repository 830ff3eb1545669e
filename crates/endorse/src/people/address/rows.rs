//! Changes of an address.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A change that is asked for; an address is told as typed, and by its key.
#[derive(Debug)]
pub(super) struct NewChange<'a> {
    pub id: Uuid,
    pub person: Uuid,
    pub old: (&'a str, &'a str),
    pub new: (&'a str, &'a str),
    /// The mailbox of the new one, as [`crate::typed::mailbox`] tells it.
    pub mailbox: &'a str,
    pub stop_hash: &'a str,
    pub expires_at: Timestamp,
}

pub(super) async fn add(tx: &mut Tx, new: &NewChange<'_>, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "insert into address_changes (id, person_id, old_email, old_email_key, new_email,
             new_email_key, mailbox, asked_at, expires_at, stop_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        (
            new.id,
            new.person,
            new.old.0,
            new.old.1,
            new.new.0,
            new.new.1,
            new.mailbox,
            now,
            new.expires_at,
            new.stop_hash,
        ),
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

pub(super) async fn asked_since(tx: &mut Tx, person: Uuid, since: Timestamp) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from address_changes where person_id = $1 and asked_at > $2",
            (person, since),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

/// How many links a mailbox was sent since a time, whoever asked.
pub(super) async fn sent_since(tx: &mut Tx, mailbox: &str, since: Timestamp) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from address_changes where mailbox = $1 and sent_at > $2",
            (mailbox, since),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

pub(super) async fn waiting(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let found: Option<(String,)> = tx
        .maybe(
            "select new_email from address_changes
             where person_id = $1 and made_at is null and ended_at is null and expires_at > $2
             order by asked_at desc limit 1",
            (person, now),
        )
        .await?;
    Ok(found.map(|(email,)| email))
}

/// Whether somebody else changed from this address since a time and may still take it back.
pub(super) async fn is_held(
    tx: &mut Tx,
    email_key: &str,
    by_other_than: Uuid,
    since: Timestamp,
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from address_changes
             where old_email_key = $1 and person_id <> $2 and made_at > $3 and ended_at is null",
            (email_key, by_other_than, since),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// A change, as far as it has come.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Change {
    pub id: Uuid,
    pub person_id: Uuid,
    pub old_email: String,
    pub old_email_key: String,
    pub new_email: String,
    pub new_email_key: String,
    pub mailbox: String,
    pub asked_at: Time,
    pub made_at: Option<Time>,
}

/// One that waits for its link to be sent.
pub(super) async fn to_send(
    tx: &mut Tx,
    id: Uuid,
    now: Timestamp,
) -> Result<Option<Change>, Error> {
    tx.maybe(
        "select id, person_id, old_email, old_email_key, new_email, new_email_key, mailbox,
             asked_at, made_at
         from address_changes
         where id = $1 and sent_at is null and ended_at is null and expires_at > $2",
        (id, now),
    )
    .await
}

/// The link was sent; without a hash it was a letter without one.
pub(super) async fn mark_sent(
    tx: &mut Tx,
    id: Uuid,
    link_hash: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update address_changes set sent_at = $3, link_hash = $2 where id = $1",
        (id, link_hash, now),
    )
    .await?;
    Ok(())
}

/// One that its link can make.
pub(super) async fn by_link(
    tx: &mut Tx,
    link_hash: &str,
    now: Timestamp,
) -> Result<Option<Change>, Error> {
    tx.maybe(
        "select id, person_id, old_email, old_email_key, new_email, new_email_key, mailbox,
             asked_at, made_at
         from address_changes
         where link_hash = $1 and made_at is null and ended_at is null and expires_at > $2",
        (link_hash, now),
    )
    .await
}

/// One that the old address can end: it waits, or was made since a time.
pub(super) async fn by_stop(
    tx: &mut Tx,
    stop_hash: &str,
    now: Timestamp,
    made_since: Timestamp,
) -> Result<Option<Change>, Error> {
    tx.maybe(
        "select id, person_id, old_email, old_email_key, new_email, new_email_key, mailbox,
             asked_at, made_at
         from address_changes
         where stop_hash = $1 and ended_at is null
           and ((made_at is null and expires_at > $2) or made_at > $3)",
        (stop_hash, now, made_since),
    )
    .await
}

/// Gives a person another address, known to be theirs; false if it is somebody's, or if theirs is
/// another by now than the one to change from.
pub(super) async fn move_to(
    tx: &mut Tx,
    person: Uuid,
    (email, email_key): (&str, &str),
    from_key: Option<&str>,
    now: Timestamp,
) -> Result<bool, Error> {
    let moved = tx
        .run(
            "update people set email = $2, email_key = $3, email_confirmed_at = $5
             where id = $1 and email_key = coalesce($4, email_key)
               and not exists (select 1 from people o where o.email_key = $3 and o.id <> $1)",
            (person, email, email_key, from_key, now),
        )
        .await?;
    Ok(moved == 1)
}

/// It was made; false if somebody was faster.
pub(super) async fn made(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    let made = tx
        .run(
            "update address_changes set made_at = $2
             where id = $1 and made_at is null and ended_at is null",
            (id, now),
        )
        .await?;
    Ok(made == 1)
}

/// Ends one change.
pub(super) async fn end(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run("update address_changes set ended_at = $2 where id = $1", (id, now)).await?;
    Ok(())
}

/// Another one is asked for instead.
pub(super) async fn end_waiting(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "update address_changes set ended_at = $2
         where person_id = $1 and made_at is null and ended_at is null",
        (person, now),
    )
    .await?;
    Ok(())
}

/// Ends a change and those that came after it, never one before: whoever has the address in between
/// must not be able to shut out whoever had it first. False if somebody was faster.
pub(super) async fn end_since(tx: &mut Tx, change: &Change, now: Timestamp) -> Result<bool, Error> {
    let ended = tx
        .run(
            "update address_changes set ended_at = $3
             where person_id = $1 and asked_at >= $2 and ended_at is null",
            (change.person_id, change.asked_at, now),
        )
        .await?;
    Ok(ended > 0)
}
