//! Applications: a person's request for one category, from the first minute to the decision.

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}
