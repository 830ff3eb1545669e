//! What people can do about what is kept of them: take it with them, see what they agreed to, have it
//! erased; and how long the association keeps what nobody asks it to erase.

mod agreed;
mod erasure;
mod own_data;
mod retention;

use crate::routing::Routes;

pub use erasure::{Erase, erase_now};
pub use own_data::{ForgetData, GatherData};
pub use retention::{KeepTerms, keep_the_terms};

/// The way in.
pub fn routes() -> Routes {
    own_data::routes()
        .merge(agreed::routes())
        .merge(erasure::routes())
        .merge(retention::routes())
}
