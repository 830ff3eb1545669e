//! Who did what, written in the transaction that did it, and chained: `docs/audit-format.md`.
//!
//! What is recorded is gathered and written right before the commit, as the last thing that the
//! transaction does. [`export`] writes an association's chain down, [`verify`] checks what was
//! written.

mod chain;
mod check;
mod export;
mod rows;
mod verify;

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

pub use check::check;
pub use export::{Signer, export};
pub use rows::{Event, of_application};
pub use verify::{Broken, Checkpoint, Code, Knowledge, Report, Unusable, verify};

/// Someone who can be named in the record: a signed-in person, a rater by link, the system.
pub trait Actor {
    /// Who, where and when.
    fn actor(&self) -> Act<'_>;

    /// For whom, if not for themself.
    fn on_behalf(&self) -> Option<Behalf> {
        None
    }
}

/// For whom somebody acts, and about which application.
#[derive(Clone, Copy, Debug)]
pub struct Behalf {
    /// The person.
    pub person: Uuid,
    /// The application, in whose time line it is read.
    pub application: Uuid,
}

/// Who acts, for which association, when.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// The association it concerns.
    pub association: &'a str,
    /// `applicant`, `coordinator`, `reviewer`, `rater`, `visitor`, `system`.
    pub kind: &'static str,
    /// The person, if they have an account.
    pub person: Option<Uuid>,
    /// When.
    pub at: Timestamp,
}

impl Actor for Act<'_> {
    fn actor(&self) -> Act<'_> {
        *self
    }
}

/// Writes down that somebody did something to a thing of a kind.
///
/// # Errors
///
/// Never here: if the database refuses, it does so at the commit, and nothing happened.
pub async fn record(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    kind: &str,
    id: Uuid,
) -> Result<(), Error> {
    rows::add(tx, (who.actor(), who.on_behalf()), verb, (kind, id), None, None);
    Ok(())
}

/// The same for something that belongs to an application's timeline, with a few words of detail
/// (never the text of a reference).
///
/// # Errors
///
/// Never here: if the database refuses, it does so at the commit, and nothing happened.
pub async fn record_about(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    (kind, id): (&str, Uuid),
    application: Uuid,
    detail: Option<&str>,
) -> Result<(), Error> {
    rows::add(tx, (who.actor(), who.on_behalf()), verb, (kind, id), Some(application), detail);
    Ok(())
}

/// The same for something that belongs to no application, with a few words of detail.
///
/// # Errors
///
/// Never here: if the database refuses, it does so at the commit, and nothing happened.
pub async fn record_saying(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    (kind, id): (&str, Uuid),
    detail: &str,
) -> Result<(), Error> {
    rows::add(tx, (who.actor(), who.on_behalf()), verb, (kind, id), None, Some(detail));
    Ok(())
}

/// Erases the few words more of every deed about a person; their digests, which are what the chain is
/// made of, stay, and without the salts tell nothing. Says of how many.
///
/// # Errors
///
/// When the database refuses; then the transaction must not be committed.
pub async fn forget_words(tx: &mut Tx, person: Uuid) -> Result<u64, Error> {
    rows::forget_words(tx, person).await
}

/// Chains what was recorded before there was a chain: once, at the first start with one. That it was
/// chained later is a deed of its own, so that everybody sees where the chain begins to be worth
/// something.
///
/// # Errors
///
/// When the database refuses; then the transaction must not be committed.
pub async fn chain_older(tx: &mut Tx, at: Timestamp) -> Result<(), Error> {
    for association in rows::unchained(tx).await? {
        let deeds = rows::chain_older(tx, &association).await?;
        if deeds > 0 {
            let who = Act { association: &association, kind: "system", person: None, at };
            let until = deeds.to_string();
            record_saying(tx, &who, "record-chained", ("record", Uuid::now_v7()), &until).await?;
        }
    }
    Ok(())
}
