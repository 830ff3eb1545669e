//! Who did what, written in the transaction that did it.

mod rows;

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

pub use rows::{Event, of_application};

/// Someone who can be named in the record: a signed-in person, a rater by link, the system.
pub trait Actor {
    /// Who, where and when.
    fn actor(&self) -> Act<'_>;
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
/// When the database refuses; then the transaction must not be committed.
pub async fn record(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    kind: &str,
    id: Uuid,
) -> Result<(), Error> {
    rows::add(tx, who.actor(), verb, (kind, id), None, None).await
}

/// The same for something that belongs to an application's timeline, with a few words of detail
/// (never the text of a reference).
///
/// # Errors
///
/// When the database refuses; then the transaction must not be committed.
pub async fn record_about(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    (kind, id): (&str, Uuid),
    application: Uuid,
    detail: Option<&str>,
) -> Result<(), Error> {
    rows::add(tx, who.actor(), verb, (kind, id), Some(application), detail).await
}

/// The same for something that belongs to no application, with a few words of detail.
///
/// # Errors
///
/// When the database refuses; then the transaction must not be committed.
pub async fn record_saying(
    tx: &mut Tx,
    who: &impl Actor,
    verb: &str,
    (kind, id): (&str, Uuid),
    detail: &str,
) -> Result<(), Error> {
    rows::add(tx, who.actor(), verb, (kind, id), None, Some(detail)).await
}
