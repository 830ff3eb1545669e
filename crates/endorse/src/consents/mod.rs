//! What people agreed to: which words, when, from where, until when; and the notice that says what is
//! kept of them, which is the first thing that they agree to.

pub mod holdings;
mod notice;
mod rows;

use db::{Error, Tx};
use uuid::Uuid;

use crate::files::sha256;
use crate::identity::Seat;
use crate::routing::Routes;

pub use rows::{Consent, Term, end_term, of_person, set_term, terms};

/// The way in.
pub fn routes() -> Routes {
    notice::routes()
}

/// What is agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What the notice says is done with one's data.
    PrivacyNotice,
    /// That the association reads what was handed in.
    Sharing,
    /// That the registry lists one's name.
    Registry,
}

impl Purpose {
    /// As it stands in a row.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PrivacyNotice => "privacy-notice",
            Self::Sharing => "sharing",
            Self::Registry => "registry",
        }
    }
}

/// Writes down that a person agreed: the words that they were shown are kept once, by their digest.
///
/// # Errors
///
/// When the database refuses.
pub async fn given(
    tx: &mut Tx,
    (seat, person): (&Seat, Uuid),
    (purpose, about): (Purpose, Option<Uuid>),
    words: &str,
) -> Result<(), Error> {
    let hash = sha256(words.as_bytes());
    rows::keep_text(tx, &hash, (seat.lang.code(), words), seat.now).await?;
    rows::add(tx, (seat, person), (purpose.as_str(), about), &hash).await
}

/// Writes down that a person no longer agrees.
///
/// # Errors
///
/// When the database refuses.
pub async fn withdrawn(
    tx: &mut Tx,
    (seat, person): (&Seat, Uuid),
    (purpose, about): (Purpose, Option<Uuid>),
) -> Result<(), Error> {
    rows::withdraw(tx, person, (purpose.as_str(), about), seat.now).await
}

/// The whole notice as text, as it is at this moment: what somebody agrees to.
///
/// # Errors
///
/// When the database refuses.
pub async fn notice_text(tx: &mut Tx, seat: &Seat) -> Result<String, Error> {
    let terms = terms(tx, seat.association()).await?;
    let parts = notice::parts(seat, &terms);
    let told = |it: &notice::Part| format!("{}\n{}", it.title, it.paragraphs.join("\n"));
    Ok(parts.iter().map(told).collect::<Vec<_>>().join("\n\n"))
}
