//! The coordinator's desk: what waits, for whom, since when; one file on one page; decisions.

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}
