//! One's own locker as a file of the published format.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::app::App;
use crate::error::Error;
use crate::identity::{Applicant, Fresh};
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/locker/download", get(download))
}

/// `GET /locker/download`: everything typed here; what others keep (ratings, signatures) is theirs.
async fn download(State(app): State<App>, me: Fresh<Applicant>) -> Result<Response, Error> {
    let mut locker = super::load(&mut app.db.read().await?, me.id).await?;
    me.person.name.clone_into(&mut locker.person.name);
    let json = serde_json::to_string_pretty(&locker).map_err(anyhow::Error::from)?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"locker.json\""),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, json + "\n").into_response())
}
