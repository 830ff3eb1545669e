//! Credentials that anyone can check: Open Badges 3.0, their proofs, issuers' keys and status lists.
//!
//! Values in, bytes out. Nothing here reads a clock, a file, a database or a network, and nothing
//! draws a random number: the time and the random bytes are arguments.
//!
//! - [`Badge::issue`] makes a signed badge, [`status_list::Publication::issue`] a signed list of
//!   revoked ones, [`keys::did_document`] the page that tells the world the issuer's keys.
//! - [`verify()`] checks a badge step by step with what it is given, and says what it cannot know.

pub mod achievement;
pub mod badge;
mod canonical;
mod contexts;
pub mod document;
pub mod issuers;
pub mod keys;
mod moment;
pub mod proof;
pub mod recipient;
pub mod status_list;
pub mod verify;

pub use achievement::Achievement;
pub use badge::Badge;
pub use issuers::Issuers;
pub use keys::{IssuerKey, PublicKey, did_document, did_web};
pub use status_list::StatusList;
pub use verify::{Outcome, Report, verify};
