//! Renewals: the duty to go on learning, one cycle after another.

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}
