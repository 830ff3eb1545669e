//! A new password, for who forgot theirs: by a link that opening does not use up.

mod job;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use jiff::SignedDuration;
use serde::Deserialize;
use uuid::Uuid;

use super::choosing::chosen;
use super::{account, address, arrival, mailed, rows, sessions};
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::house;
use crate::identity::Visitor;
use crate::jobs;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::security;
use crate::typed::{self, Problems};

pub use job::SendReset;

/// How long the link works: a filter may hold a letter back for some minutes.
const WORKS_FOR: SignedDuration = SignedDuration::from_mins(30);
const PURPOSE: &str = "reset-password";

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/forgotten", get(ask).post(send))
        .route("/forgotten/{token}", get(choose).post(set))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ForgottenForm {
    email: String,
}

#[derive(Template)]
#[template(path = "people/reset/page.html")]
struct ForgottenPage {
    frame: Frame,
    form: ForgottenForm,
    problems: Problems,
    is_sent: bool,
}

/// `GET /forgotten`
async fn ask(me: Visitor) -> Result<Response, Error> {
    page::show(&ForgottenPage {
        frame: Frame::public(&me),
        form: ForgottenForm::default(),
        problems: Problems::default(),
        is_sent: false,
    })
}

/// `POST /forgotten`: the answer and the work for it are the same whether or not the address has an
/// account.
async fn send(
    State(app): State<App>,
    me: Visitor,
    Form(form): Form<ForgottenForm>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let frame = Frame::public(&me);
    let mut problems = Problems::default();
    let Some(email) = problems.note("email", typed::email(&form.email)) else {
        return page::correct(&ForgottenPage { frame, form, problems, is_sent: false });
    };
    let mut tx = app.db.write().await?;
    let order = SendReset { email_key: typed::email_key(&email) };
    jobs::later(&mut tx, me.association(), &order, me.now, None).await?;
    // Whether or not there is somebody to write to.
    audit::record(&mut tx, &me, "password-link-asked", "letter", Uuid::now_v7()).await?;
    tx.commit().await?;
    page::show(&ForgottenPage { frame, form, problems, is_sent: true })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PasswordForm {
    password: String,
}

#[derive(Template)]
#[template(path = "people/reset/choose.html")]
struct ChoosePage {
    frame: Frame,
    problems: Problems,
    is_usable: bool,
}

/// `GET /forgotten/{token}`
async fn choose(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let link = mailed::find(&mut tx, &security::token_hash(&token), PURPOSE, me.now).await?;
    let problems = Problems::default();
    page::show(&ChoosePage { frame: Frame::public(&me), problems, is_usable: link.is_some() })
}

/// `POST /forgotten/{token}`: ends every session of that person.
async fn set(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
    Form(form): Form<PasswordForm>,
) -> Result<Response, Error> {
    let frame = Frame::public(&me);
    let mut problems = Problems::default();
    let hash = security::token_hash(&token);
    let link = mailed::find(&mut app.db.read().await?, &hash, PURPOSE, me.now).await?;
    let whose: Vec<&str> = link.iter().flat_map(|it| [&*it.name, &*it.email]).collect();
    let Some(new) = problems.note("password", chosen(&app, &form.password, &whose).await?) else {
        return page::correct(&ChoosePage { frame, problems, is_usable: true });
    };
    let password_hash = app.passwords.hash(&new).await?;
    let mut tx = app.db.write().await?;
    house::in_turn(&mut tx, me.association()).await?;
    let link = mailed::find(&mut tx, &hash, PURPOSE, me.now).await?;
    let Some(link) = link else {
        return page::show(&ChoosePage { frame, problems, is_usable: false });
    };
    // Signing in and erasing begin with the account, too; confirming an address with the house.
    rows::in_turn(&mut tx, link.person_id).await?;
    if !mailed::use_up(&mut tx, &hash, me.now).await? {
        return Err(Error::Stale);
    }
    let confirmed = arrival::by_letter(&mut tx, link.person_id, me.now).await?;
    if confirmed == arrival::Confirmed::Elsewhere {
        return page::show(&ChoosePage { frame, problems, is_usable: false });
    }
    mailed::use_up_all(&mut tx, link.person_id, me.now).await?;
    address::end_waiting(&mut tx, link.person_id, me.now).await?;
    rows::forget_failures(&mut tx, &typed::email_key(&link.email)).await?;
    rows::set_password(&mut tx, link.person_id, &password_hash, Some(me.now)).await?;
    sessions::end_all(&mut tx, link.person_id, me.now).await?;
    let who = Act {
        association: me.association(),
        kind: "applicant",
        person: Some(link.person_id),
        at: me.now,
    };
    audit::record(&mut tx, &who, "password-changed", "person", link.person_id).await?;
    account::tell(&mut tx, me.association(), link.person_id, "password", me.now).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/sign-in", "said-password-changed")
}
