//! Showing that an address is one's own. Until somebody does, anybody could have registered it and waited:
//! several accounts may, beside each other, and whoever shows it first has it.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::{address, factor, mailed, passkeys, providers, rows, sessions};
use crate::typed;

/// What becomes of an address that somebody shows to be theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Confirmed {
    /// It is this account's from now on.
    Now,
    /// It was before.
    Before,
    /// Another account has shown it, or may still take it back.
    Elsewhere,
}

/// Keeps that an address is the person's own, unless it is another account's.
pub(super) async fn confirm(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<Confirmed, Error> {
    let Some(it) = rows::address(tx, person).await? else { return Ok(Confirmed::Elsewhere) };
    if it.is_confirmed {
        return Ok(Confirmed::Before);
    }
    let key = typed::email_key(&it.email);
    if address::is_held(tx, &key, person, now).await? {
        return Ok(Confirmed::Elsewhere);
    }
    rows::give_up(tx, &key, person).await?;
    let is_theirs = rows::confirm(tx, person, &key, now).await?;
    Ok(if is_theirs { Confirmed::Now } else { Confirmed::Elsewhere })
}

/// Whether an address is another account's than this person's.
pub(super) async fn is_elsewhere(
    tx: &mut Tx,
    (person, email): (Uuid, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let key = typed::email_key(email);
    let other = rows::confirmed(tx, &key).await?.is_some_and(|it| it.id != person);
    Ok(other || address::is_held(tx, &key, person, now).await?)
}

/// Confirms the address of a person who came by a letter to it. The first time, passkeys, linked
/// identities, a second factor, sessions and links that were there before are gone.
pub(super) async fn by_letter(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Confirmed, Error> {
    let confirmed = confirm(tx, person, now).await?;
    if confirmed != Confirmed::Now {
        return Ok(confirmed);
    }
    passkeys::forget_all(tx, person).await?;
    providers::forget_all(tx, person).await?;
    factor::forget_all(tx, person).await?;
    mailed::use_up_all(tx, person, now).await?;
    address::end_waiting(tx, person, now).await?;
    sessions::end_all(tx, person, now).await?;
    Ok(confirmed)
}
