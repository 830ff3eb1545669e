//! Showing once more who it is, before what a borrowed session must not do: on a page of its own, or on
//! the way of a form, which then goes on as it was.

mod kept;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{factor, passkeys, proof, sessions};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security;
use crate::typed::Problems;

pub use kept::ask_on_the_same_page;

pub(super) fn routes() -> Routes {
    Routes::new().route("/sign-in/again", get(ask).post(show))
}

/// What is shown: one of the two is enough. They have names of their own, since they may stand in any
/// form.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Proof {
    proof_password: String,
    proof_code: String,
    then: String,
}

/// What is typed in a form, name by name.
type Fields = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "people/again/page.html")]
struct AgainPage {
    frame: Frame,
    problems: Problems,
    /// Where the form goes, and what it carries along.
    action: String,
    kept: Fields,
    email: String,
    has_password: bool,
    has_code: bool,
    has_passkey: bool,
}

impl AgainPage {
    async fn new(app: &App, me: &Signed, to: (&str, Fields)) -> Result<Self, Error> {
        let mut tx = app.db.read().await?;
        let has_code = factor::is_on(&mut tx, me.id).await?;
        let has_passkey = passkeys::has(&mut tx, app, me.id).await?;
        Ok(Self {
            frame: Frame::room(me),
            problems: Problems::default(),
            action: me.lang.href(to.0),
            kept: to.1,
            email: me.person.email.clone(),
            has_password: me.person.has_password,
            has_code,
            has_passkey,
        })
    }
}

/// The page by itself, with the way on in it.
async fn alone(app: &App, me: &Signed, then: &str) -> Result<AgainPage, Error> {
    let then = vec![("then".to_owned(), security::own_path(then).to_owned())];
    AgainPage::new(app, me, ("/sign-in/again", then)).await
}

/// `GET /sign-in/again`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Query(typed): Query<Proof>,
) -> Result<Response, Error> {
    page::show(&alone(&app, &me, &typed.then).await?)
}

/// `POST /sign-in/again`
async fn show(
    State(app): State<App>,
    me: Applicant,
    Form(typed): Form<Proof>,
) -> Result<Response, Error> {
    if let Err(problems) = take(&app, &me, &typed).await? {
        let page = alone(&app, &me, &typed.then).await?;
        return page::correct(&AgainPage { problems, ..page });
    }
    page::see(me.lang, security::own_path(&typed.then))
}

/// Takes what was shown: a password or a code that is right stands for its owner from now on. Who has
/// signed in anew meanwhile need show nothing more.
async fn take(app: &App, me: &Signed, typed: &Proof) -> Result<Result<(), Problems>, Error> {
    let shown = match (typed.proof_password.as_str(), typed.proof_code.as_str()) {
        ("", "") if me.is_fresh() => return Ok(Ok(())),
        ("", "") if me.person.has_password => Err(("proof-password", "problem-missing")),
        ("", "") => Err(("proof-code", "again-not-yet")),
        ("", code) => factor::prove(app, me, code).await?.map_err(|key| ("proof-code", key)),
        (_, _) if !me.person.has_password => Err(("proof-password", "account-password-wrong")),
        (password, _) => {
            proof::password(app, me, password).await?.map_err(|key| ("proof-password", key))
        }
    };
    if let Err((field, key)) = shown {
        return Ok(Err(Problems::one(field, key)));
    }
    let mut tx = app.db.write().await?;
    sessions::prove(&mut tx, me).await?;
    audit::record(&mut tx, me, "shown-again", "person", me.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
