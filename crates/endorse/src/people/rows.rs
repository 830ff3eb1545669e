//! People's rows.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::Addressee;
use crate::i18n::Lang;

/// Sees to it that the association is there to refer to.
///
/// # Errors
///
/// When the database refuses.
pub async fn keep_association(tx: &mut Tx, id: &str, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "insert into associations (id, created_at) values ($1, $2) on conflict do nothing",
        (id, now),
    )
    .await?;
    Ok(())
}

/// A new person.
#[derive(Debug)]
pub(super) struct NewPerson<'a> {
    pub email: &'a str,
    pub email_key: &'a str,
    pub name: &'a str,
    pub password_hash: &'a str,
    pub lang: Lang,
}

/// Adds a person, unless the address has an account.
pub(super) async fn add(
    tx: &mut Tx,
    new: &NewPerson<'_>,
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    Ok(insert(tx, (id, new.email_key), new, now).await?.then_some(id))
}

/// Adds a person beside the account that their address has, perhaps: until they show that it is theirs,
/// they are not found by it. `is_free` says what is known so far.
pub(super) async fn add_beside(
    tx: &mut Tx,
    new: &NewPerson<'_>,
    is_free: bool,
    now: Timestamp,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    let own = no_key(id);
    let key = if is_free { new.email_key } else { &own };
    if !insert(tx, (id, key), new, now).await? {
        // Somebody was faster.
        insert(tx, (id, &own), new, now).await?;
    }
    Ok(id)
}

/// What stands in place of an address by which a person would be found, and is none.
pub(super) fn no_key(person: Uuid) -> String {
    person.to_string()
}

async fn insert(
    tx: &mut Tx,
    (id, email_key): (Uuid, &str),
    new: &NewPerson<'_>,
    now: Timestamp,
) -> Result<bool, Error> {
    let kept = tx
        .run(
            "insert into people (id, email, email_key, name, password_hash, language, created_at,
                 password_changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $7)
             on conflict do nothing",
            (id, new.email, email_key, new.name, new.password_hash, new.lang.code(), now),
        )
        .await?;
    Ok(kept == 1)
}

/// Whether a person is found by an address.
pub(super) async fn is_free(tx: &mut Tx, email_key: &str) -> Result<bool, Error> {
    let found: Option<Id> =
        tx.maybe("select id from people where email_key = $1", (email_key,)).await?;
    Ok(found.is_none())
}

/// By what a person is found: the key of their address, or nothing that could be one.
pub(super) async fn key(tx: &mut Tx, person: Uuid) -> Result<String, Error> {
    let found: Option<(String,)> =
        tx.maybe("select email_key from people where id = $1", (person,)).await?;
    Ok(found.map_or_else(|| no_key(person), |(key,)| key))
}

/// What signing in needs.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Account {
    pub id: Uuid,
    password_hash: String,
    /// Whether a second factor is asked for.
    pub has_second_factor: bool,
}

impl Account {
    /// The hash of the password, if there is a password.
    pub fn kept(&self) -> Option<&str> {
        Some(&*self.password_hash).filter(|it| !it.is_empty())
    }
}

/// The account that somebody with an address signs in to: who has not shown that it is theirs has none.
pub(super) async fn account(tx: &mut Tx, email_key: &str) -> Result<Option<Account>, Error> {
    tx.maybe(
        "select p.id, p.password_hash, exists (select 1 from second_factors f
             where f.person_id = p.id and f.confirmed_at is not null) as has_second_factor
         from people p where p.email_key = $1 and p.email_confirmed_at is not null",
        (email_key,),
    )
    .await
}

/// The hash of a person's password, if they have one.
pub(super) async fn password(tx: &mut Tx, person: Uuid) -> Result<Option<String>, Error> {
    let found: Option<(String,)> =
        tx.maybe("select password_hash from people where id = $1", (person,)).await?;
    Ok(found.map(|(hash,)| hash).filter(|it| !it.is_empty()))
}

pub(super) async fn addressee(tx: &mut Tx, person: Uuid) -> Result<Option<Addressee>, Error> {
    tx.maybe(
        "select id, name, email, language, email_confirmed_at from people where id = $1",
        (person,),
    )
    .await
}

pub(super) async fn by_address(tx: &mut Tx, email_key: &str) -> Result<Option<Addressee>, Error> {
    tx.maybe(
        "select id, name, email, language, email_confirmed_at from people where email_key = $1",
        (email_key,),
    )
    .await
}

/// Who is written to at an address: whoever is found by it, or else the last who registered it and was
/// sent a letter.
pub(super) async fn addressed(tx: &mut Tx, email_key: &str) -> Result<Option<Addressee>, Error> {
    if let Some(found) = by_address(tx, email_key).await? {
        return Ok(Some(found));
    }
    let waiting: Vec<Addressee> = tx
        .all(
            "select p.id, p.name, p.email, p.language, p.email_confirmed_at from people p
             where p.email_confirmed_at is null and p.erased_at is null
               and p.id in (select l.person_id from mailed_links l where l.mailbox = $1)
             order by p.created_at desc, p.id",
            (crate::typed::mailbox(email_key),),
        )
        .await?;
    let is_to = |it: &Addressee| crate::typed::email_key(&it.email) == email_key;
    Ok(waiting.into_iter().find(is_to))
}

/// The person who has shown that an address is theirs.
pub(super) async fn confirmed(tx: &mut Tx, email_key: &str) -> Result<Option<Addressee>, Error> {
    tx.maybe(
        "select id, name, email, language, email_confirmed_at from people
         where email_key = $1 and email_confirmed_at is not null",
        (email_key,),
    )
    .await
}

/// Sets a password. Without a time nobody knows it.
pub(super) async fn set_password(
    tx: &mut Tx,
    person: Uuid,
    hash: &str,
    at: Option<Timestamp>,
) -> Result<(), Error> {
    tx.run(
        "update people set password_hash = $2, password_changed_at = $3
         where id = $1 and erased_at is null",
        (person, hash, at),
    )
    .await?;
    Ok(())
}

/// Keeps the same password hashed as it is today, unless it was changed meanwhile.
pub(super) async fn hash_anew(
    tx: &mut Tx,
    person: Uuid,
    (old, new): (&str, &str),
) -> Result<(), Error> {
    tx.run(
        "update people set password_hash = $3 where id = $1 and password_hash = $2",
        (person, old, new),
    )
    .await?;
    Ok(())
}

/// A person's address, and whether they have shown that it is theirs.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Address {
    pub email: String,
    pub is_confirmed: bool,
}

pub(super) async fn address(tx: &mut Tx, person: Uuid) -> Result<Option<Address>, Error> {
    tx.maybe(
        "select email, (email_confirmed_at is not null) as is_confirmed
         from people where id = $1 and erased_at is null",
        (person,),
    )
    .await
}

/// Keeps that an address is the person's own; false if that was known, or if it is another account's.
pub(super) async fn confirm(
    tx: &mut Tx,
    person: Uuid,
    email_key: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let confirmed = tx
        .run(
            "update people set email_confirmed_at = $2, email_key = $3
             where id = $1 and email_confirmed_at is null
               and not exists (select 1 from people o where o.email_key = $3 and o.id <> $1)",
            (person, now, email_key),
        )
        .await?;
    Ok(confirmed == 1)
}

/// Has the account that is found by an address and never showed it give it up for another one.
pub(super) async fn give_up(tx: &mut Tx, email_key: &str, to: Uuid) -> Result<(), Error> {
    let holder: Option<Id> = tx
        .maybe(
            "select id from people
             where email_key = $1 and id <> $2 and email_confirmed_at is null",
            (email_key, to),
        )
        .await?;
    let Some(holder) = holder else { return Ok(()) };
    tx.run(
        "update people set email_key = $2
         where id = $1 and email_key = $3 and email_confirmed_at is null",
        (holder.id, no_key(holder.id), email_key),
    )
    .await?;
    Ok(())
}

/// Counts a try with a password; false if there were too many and the last is not long enough ago.
pub(super) async fn count_try(
    tx: &mut Tx,
    email_key: &str,
    (at_most, long_ago): (i64, Timestamp),
    now: Timestamp,
) -> Result<bool, Error> {
    let counted = tx
        .run(
            "insert into sign_in_failures (email_key, failures, last_failed_at)
             values ($1, 1, $2)
             on conflict (email_key) do update
             set failures = sign_in_failures.failures + 1, last_failed_at = excluded.last_failed_at
             where sign_in_failures.failures < $3 or sign_in_failures.last_failed_at <= $4",
            (email_key, now, at_most, long_ago),
        )
        .await?;
    Ok(counted == 1)
}

pub(super) async fn forget_failures(tx: &mut Tx, email_key: &str) -> Result<(), Error> {
    tx.run("delete from sign_in_failures where email_key = $1", (email_key,)).await?;
    Ok(())
}

pub(super) async fn grant(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    role: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into roles (id, association_id, person_id, role, from_at)
         values ($1, $2, $3, $4, $5)",
        (Uuid::now_v7(), association, person, role, now),
    )
    .await?;
    Ok(())
}

/// Somebody who holds a role.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct WithRole {
    /// The person.
    pub id: Uuid,
    /// As they call themselves.
    pub name: String,
    /// Where to write to.
    pub email: String,
    /// In which language.
    pub language: String,
}

/// Everybody who holds a role in an association now, by name.
///
/// # Errors
///
/// When the database refuses.
pub async fn with_role(
    tx: &mut Tx,
    association: &str,
    role: &str,
    now: Timestamp,
) -> Result<Vec<WithRole>, Error> {
    tx.all(
        "select p.id, p.name, p.email, p.language
         from people p
         where exists (select 1 from roles r where r.person_id = p.id and r.association_id = $1
             and r.role = $2 and r.from_at <= $3 and (r.until_at is null or r.until_at > $3))
         order by p.name, p.id",
        (association, role, now),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// Waits until nobody else is about somebody's account, and keeps others waiting: erasing it, signing
/// in to it, and keeping a file of theirs come one after the other. Whether there still is an account.
///
/// # Errors
///
/// When the database refuses.
pub async fn in_turn(tx: &mut Tx, person: Uuid) -> Result<bool, Error> {
    let there = tx
        .run("update people set name = name where id = $1 and erased_at is null", (person,))
        .await?;
    Ok(there == 1)
}

/// Calls off the erasing of an account that waits, because its owner has signed in; which it was.
pub(super) async fn call_off_erasure(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let found: Option<Id> = tx
        .maybe(
            "update erasures set withdrawn_at = $2
             where person_id = $1 and withdrawn_at is null and done_at is null returning id",
            (person, now),
        )
        .await?;
    Ok(found.map(|it| it.id))
}
