//! Reviews: the judgement of a submitted file by a reviewer, requirement by requirement.

use axum::Router;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}
