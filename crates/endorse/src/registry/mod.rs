//! The registry: who is endorsed, answered to anyone in a sentence.

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}
