//! The few ways to go wrong.

use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Why a page could not be shown.
///
/// A form that was filled in wrong is not here: that is a page, with the same form on it. Add a
/// variant only when the person should read something different.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the person may not know that there is.
    #[error("nothing here")]
    NotFound,
    /// The person is known, and may not do this.
    #[error("not allowed: {0}")]
    NotAllowed(&'static str),
    /// Somebody else changed it first.
    #[error("changed meanwhile")]
    Stale,
    /// Too many tries; the number is how many seconds to wait.
    #[error("too many tries")]
    TooMany(u64),
    /// Nobody has signed in yet; the text is where to go on afterwards.
    #[error("sign in first")]
    SignInFirst(String),
    /// The person's role asks for a second factor, and none is set up; the text is where to.
    #[error("second factor first")]
    SecondFactorFirst(String),
    /// The time to help somebody is up; the text is where to say that one has finished.
    #[error("time is up")]
    TimeIsUp(String),
    /// It has to be shown again who it is; the text is where to.
    #[error("prove first")]
    ProveFirst(String),
    /// Our fault. The person gets a number to quote; the log gets the rest.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// Left on a response for the outer layer, which draws the page in the person's language.
#[derive(Clone, Copy, Debug)]
pub struct Failed(pub StatusCode);

/// Left on a response beside the way to showing again who it is, for whoever holds the form that was
/// sent.
#[derive(Clone, Copy, Debug)]
pub struct Unproven;

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed(_) => StatusCode::FORBIDDEN,
            Self::Stale => StatusCode::CONFLICT,
            Self::TooMany(seconds) => {
                let wait = [("retry-after", seconds.to_string())];
                let failed = Failed(StatusCode::TOO_MANY_REQUESTS);
                return (failed.0, wait, Extension(failed)).into_response();
            }
            Self::ProveFirst(to) => {
                return (Extension(Unproven), Redirect::to(&to)).into_response();
            }
            Self::SignInFirst(to) | Self::SecondFactorFirst(to) | Self::TimeIsUp(to) => {
                return Redirect::to(&to).into_response();
            }
            Self::Broken(ref error) => {
                tracing::error!(error = format!("{error:#}"), "broken");
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        (status, Extension(Failed(status))).into_response()
    }
}
