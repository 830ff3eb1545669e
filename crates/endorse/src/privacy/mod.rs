//! What people can do about what is kept of them: take it with them, see what they agreed to, have it
//! erased; and how long the association keeps what nobody asks it to erase.

mod agreed;
mod data;
mod erasure;
mod retention;

use crate::routing::Routes;

pub use data::{Expire, Gather};
pub use erasure::{Erase, ThrowAway, erase_now};
pub use retention::{KeepTerms, keep_the_terms};

/// The way in.
pub fn routes() -> Routes {
    data::routes().merge(agreed::routes()).merge(erasure::routes()).merge(retention::routes())
}
