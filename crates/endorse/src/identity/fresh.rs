//! Who has shown not long ago who they are: for what a borrowed session must not do.

use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::SignedDuration;

use super::Signed;
use crate::app::App;
use crate::audit::{Act, Actor, Behalf};
use crate::error::Error;
use crate::security;

/// How long a password, a code or a passkey stands for whoever showed it.
const STANDS_FOR: SignedDuration = SignedDuration::from_mins(15);

impl Signed {
    /// Whether this session has shown lately whose it is.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.now.duration_since(self.person.proven_at.0) < STANDS_FOR
    }

    /// Where to show it again, and then go on from here.
    #[must_use]
    pub fn prove_first(&self) -> Error {
        let then = security::query_value(&self.here());
        Error::ProveFirst(self.lang.href(&format!("/sign-in/again?then={then}")))
    }
}

/// Whoever it is, having shown it within the last quarter of an hour: `me: Fresh<Applicant>`. A page
/// leads to showing it and comes back; a form comes back with everything in it and the question on
/// the same page, and does what it says once that is answered. Forms with files are led like pages.
#[derive(Clone, Debug)]
pub struct Fresh<W>(pub W);

impl<W> Deref for Fresh<W> {
    type Target = W;
    fn deref(&self) -> &W {
        &self.0
    }
}

impl<W: Actor> Actor for Fresh<W> {
    fn actor(&self) -> Act<'_> {
        self.0.actor()
    }

    fn on_behalf(&self) -> Option<Behalf> {
        self.0.on_behalf()
    }
}

impl<W> FromRequestParts<App> for Fresh<W>
where
    W: FromRequestParts<App, Rejection = Error> + Deref<Target = Signed>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let who = W::from_request_parts(parts, app).await?;
        if who.is_fresh() { Ok(Self(who)) } else { Err(who.prove_first()) }
    }
}
