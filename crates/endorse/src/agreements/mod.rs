//! Agreements: the exact words that a person signed, by version and hash.

mod copies;
mod rows;
mod signing;

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    signing::routes().merge(copies::routes())
}
