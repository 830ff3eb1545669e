//! Another password, for who knows the present one.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;

use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::people::choosing::chosen;
use crate::people::{mailed, proof, rows, sessions};
use crate::routing::{Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/account/password", get(ask).post(change))
}

/// What is typed; it is never shown again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PasswordForm {
    present: String,
    password: String,
}

#[derive(Template)]
#[template(path = "people/account/password/page.html")]
struct PasswordPage {
    frame: Frame,
    email: String,
    has_password: bool,
    problems: Problems,
}

impl PasswordPage {
    fn new(me: &Signed, problems: Problems) -> Self {
        let (email, has_password) = (me.person.email.clone(), me.person.has_password);
        Self { frame: Frame::room(me), email, has_password, problems }
    }
}

/// `GET /account/password`
async fn ask(me: Applicant) -> Result<Response, Error> {
    page::show(&PasswordPage::new(&me, Problems::default()))
}

/// `POST /account/password`: ends every other session, and spends the links that were mailed to come in by.
async fn change(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<PasswordForm>,
) -> Result<Response, Error> {
    let mut problems = Problems::default();
    let present = proof::password(&app, &me, &form.present).await?;
    let present = problems.note("present", present);
    let whose = [me.person.name.as_str(), &me.person.email];
    let new = problems.note("password", chosen(&app, &form.password, &whose).await?);
    let (Some(()), Some(new)) = (present, new) else {
        return page::correct(&PasswordPage::new(&me, problems));
    };
    let hash = app.passwords.hash(&new).await?;
    let mut tx = app.db.write().await?;
    if !rows::in_turn(&mut tx, me.id).await? {
        return Err(Error::Stale);
    }
    rows::set_password(&mut tx, me.id, &hash, Some(me.now)).await?;
    for purpose in ["reset-password", "sign-in"] {
        mailed::use_up_of(&mut tx, me.id, purpose, me.now).await?;
    }
    sessions::end_others(&mut tx, me.id, me.person.session_id, me.now).await?;
    audit::record(&mut tx, &me, "password-changed", "person", me.id).await?;
    super::tell(&mut tx, me.association(), me.id, "password", me.now).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/account", "said-account-password")
}
