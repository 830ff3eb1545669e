//! The association's public face: what endorsement is, the categories and what each asks, dates.

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}
