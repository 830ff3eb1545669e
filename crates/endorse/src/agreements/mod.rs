//! Agreements: the exact words that a person signed, by version and hash.

mod copies;
mod rows;
mod signing;

use crate::routing::Routes;

/// The way in.
pub fn routes() -> Routes {
    signing::routes().merge(copies::routes())
}
