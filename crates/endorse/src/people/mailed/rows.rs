//! Links' rows.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A link that was sent to a person's mailbox, as [`crate::typed::mailbox`] tells it.
pub(in crate::people) async fn add(
    tx: &mut Tx,
    (person, mailbox): (Uuid, &str),
    purpose: &str,
    token_hash: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into mailed_links (token_hash, person_id, mailbox, purpose, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        (token_hash, person, mailbox, purpose, now, expires_at),
    )
    .await?;
    Ok(())
}

/// A link that may still be used.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::people) struct Link {
    pub person_id: Uuid,
    pub name: String,
    pub email: String,
    /// Whether a second factor is asked for.
    pub has_second_factor: bool,
}

pub(in crate::people) async fn find(
    tx: &mut Tx,
    token_hash: &str,
    purpose: &str,
    now: Timestamp,
) -> Result<Option<Link>, Error> {
    tx.maybe(
        "select l.person_id, p.name, p.email, exists (select 1 from second_factors f
             where f.person_id = p.id and f.confirmed_at is not null) as has_second_factor
         from mailed_links l join people p on p.id = l.person_id
         where l.token_hash = $1 and l.purpose = $2 and l.used_at is null and l.expires_at > $3",
        (token_hash, purpose, now),
    )
    .await
}

/// Uses a link up; false if somebody was faster.
pub(in crate::people) async fn use_up(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let used = tx
        .run(
            "update mailed_links set used_at = $2 where token_hash = $1 and used_at is null",
            (token_hash, now),
        )
        .await?;
    Ok(used == 1)
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many links a mailbox was sent for a purpose since a time, whoever's account it was for.
pub(in crate::people) async fn since(
    tx: &mut Tx,
    mailbox: &str,
    purpose: &str,
    since: Timestamp,
) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from mailed_links
             where mailbox = $1 and purpose = $2 and created_at > $3",
            (mailbox, purpose, since),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

/// Uses up whatever other links a person has for the same purpose.
pub(in crate::people) async fn use_up_of(
    tx: &mut Tx,
    person: Uuid,
    purpose: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update mailed_links set used_at = $3
         where person_id = $1 and purpose = $2 and used_at is null",
        (person, purpose, now),
    )
    .await?;
    Ok(())
}

/// Uses up whatever links a person has, for whatever.
pub(in crate::people) async fn use_up_all(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update mailed_links set used_at = $2 where person_id = $1 and used_at is null",
        (person, now),
    )
    .await?;
    Ok(())
}
