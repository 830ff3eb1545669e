//! Fresh recovery codes, and turning the second factor off: both for the password and a code.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;

use super::setup::{CodesPage, Typed};
use super::{Code, fresh_codes, rows, take};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::people::{account, proof, sessions};
use crate::routing::{Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/second-factor/codes", get(ask_codes).post(make_codes))
        .route("/account/second-factor/off", get(ask_off).post(turn_off))
}

#[derive(Template)]
#[template(path = "people/factor/change.html")]
struct ChangePage {
    frame: Frame,
    problems: Problems,
    /// Whether it is to be turned off.
    is_off: bool,
    has_password: bool,
}

impl ChangePage {
    fn new(me: &Signed, problems: Problems, is_off: bool) -> Self {
        Self { frame: Frame::room(me), problems, is_off, has_password: me.person.has_password }
    }
}

/// The page for one of the two, if there is a second factor.
async fn ask(app: &App, me: &Signed, is_off: bool) -> Result<Response, Error> {
    let factor = rows::of(&mut app.db.read().await?, me.id).await?;
    if factor.and_then(|it| it.confirmed_at).is_none() {
        return page::see(me.lang, "/account/second-factor");
    }
    page::show(&ChangePage::new(me, Problems::default(), is_off))
}

/// The transaction in which password and code were right, or what was wrong.
async fn proven(app: &App, me: &Signed, typed: &Typed) -> Result<Result<Tx, Problems>, Error> {
    let mut problems = Problems::default();
    let password = proof::password(app, me, &typed.password).await?;
    let password = problems.note("password", password);
    if !super::count_try(app, me.id, me.now).await? {
        problems.note::<()>("code", Err("factor-wait"));
        return Ok(Err(problems));
    }
    let mut tx = app.db.write().await?;
    let code = match take(&mut tx, app, me.id, &typed.code).await? {
        Code::Wrong => Err("factor-code-wrong"),
        Code::App | Code::Recovery => Ok(()),
    };
    let code = problems.note("code", code);
    Ok(if password.is_some() && code.is_some() { Ok(tx) } else { Err(problems) })
}

/// `GET /account/second-factor/codes`
async fn ask_codes(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    ask(&app, &me, false).await
}

/// `POST /account/second-factor/codes`: the earlier ones work no more.
async fn make_codes(
    State(app): State<App>,
    me: Applicant,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let mut tx = match proven(&app, &me, &typed).await? {
        Ok(tx) => tx,
        Err(problems) => return page::correct(&ChangePage::new(&me, problems, false)),
    };
    let codes = fresh_codes(&mut tx, &app, me.id, me.now).await?;
    account::tell(&mut tx, me.association(), me.id, "codes", me.now).await?;
    audit::record(&mut tx, &me, "recovery-codes-made", "person", me.id).await?;
    tx.commit().await?;
    let then = me.lang.href("/account");
    page::show(&CodesPage::new(&me, codes, then, false))
}

/// `GET /account/second-factor/off`
async fn ask_off(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    ask(&app, &me, true).await
}

/// `POST /account/second-factor/off`
async fn turn_off(
    State(app): State<App>,
    me: Applicant,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let mut tx = match proven(&app, &me, &typed).await? {
        Ok(tx) => tx,
        Err(problems) => return page::correct(&ChangePage::new(&me, problems, true)),
    };
    rows::forget(&mut tx, me.id).await?;
    sessions::end_others(&mut tx, me.id, me.person.session_id, me.now).await?;
    account::tell(&mut tx, me.association(), me.id, "factor-off", me.now).await?;
    audit::record(&mut tx, &me, "second-factor-turned-off", "person", me.id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/account", "said-factor-off")
}
