//! Data in, PDF out: the documents that people keep, print and hang on a wall.
//!
//! Nothing here reads a clock, a file, a database or the network, and no sentence is written here:
//! the caller hands over every text in the language of the document. Equal data give equal bytes.
//! Every document is PDF/A-3a (it can be archived) and PDF/UA-1 (it can be read aloud).

mod certificate;
mod dossier;
mod fonts;
mod qr;
mod text;
mod typeset;

pub use certificate::{Certificate, Fact, Language, certificate};
pub use dossier::{Dossier, Section, dossier};
pub use text::prints;

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The texts need more room than the page has, even in the smallest type.
    #[error("the texts are too long for one page")]
    TooLong,
    /// The address is too long for a QR code.
    #[error("the address does not fit in a QR code")]
    Address,
    /// The typesetter refused or warned; both are mistakes in a template, not in the data.
    #[error("the typesetter says: {0}")]
    Typesetter(String),
    /// The texts could not be handed to the template.
    #[error("the data cannot be written as JSON")]
    Data(#[from] serde_json::Error),
}
