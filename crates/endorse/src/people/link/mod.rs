//! Coming in by a link in a letter, once, for who would rather not type a password. Opening it does
//! not use it up; the second factor is asked for all the same.

mod job;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use axum_extra::extract::CookieJar;
use jiff::SignedDuration;
use serde::Deserialize;
use uuid::Uuid;

use super::{arrival, mailed, rows, sessions};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::house;
use crate::identity::Visitor;
use crate::jobs;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::security;
use crate::typed::{self, Problems};

pub use job::SendLink;

/// How long the link works.
const WORKS_FOR: SignedDuration = SignedDuration::from_mins(10);
const PURPOSE: &str = "sign-in";

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/sign-in/link", get(ask).post(send))
        .route("/sign-in/link/{token}", get(show).post(come_in))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LinkForm {
    email: String,
}

#[derive(Template)]
#[template(path = "people/link/page.html")]
struct LinkPage {
    frame: Frame,
    form: LinkForm,
    problems: Problems,
    is_sent: bool,
}

impl LinkPage {
    fn new(me: &Visitor, form: LinkForm, problems: Problems, is_sent: bool) -> Self {
        Self { frame: Frame::public(me), form, problems, is_sent }
    }
}

/// `GET /sign-in/link`
async fn ask(me: Visitor) -> Result<Response, Error> {
    page::show(&LinkPage::new(&me, LinkForm::default(), Problems::default(), false))
}

/// `POST /sign-in/link`: the answer and the work for it are the same whether or not the address has
/// an account.
async fn send(
    State(app): State<App>,
    me: Visitor,
    Form(form): Form<LinkForm>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let mut problems = Problems::default();
    let Some(email) = problems.note("email", typed::email(&form.email)) else {
        return page::correct(&LinkPage::new(&me, form, problems, false));
    };
    let mut tx = app.db.write().await?;
    let order = SendLink { email_key: typed::email_key(&email), person: None };
    jobs::later(&mut tx, me.association(), &order, me.now, None).await?;
    // Whether or not there is somebody to write to.
    audit::record(&mut tx, &me, "sign-in-link-asked", "letter", Uuid::now_v7()).await?;
    tx.commit().await?;
    page::show(&LinkPage::new(&me, form, problems, true))
}

#[derive(Template)]
#[template(path = "people/link/come_in.html")]
struct ComeInPage {
    frame: Frame,
    /// Whose link it is; `None` if it does nothing any more.
    email: Option<String>,
}

/// `GET /sign-in/link/{token}`: only shows a button.
async fn show(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let link = mailed::find(&mut tx, &security::token_hash(&token), PURPOSE, me.now).await?;
    let email = link.map(|it| it.email);
    page::show(&ComeInPage { frame: Frame::public(&me), email })
}

/// `POST /sign-in/link/{token}`
async fn come_in(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    let hash = security::token_hash(&token);
    let mut tx = app.db.write().await?;
    house::in_turn(&mut tx, me.association()).await?;
    let Some(link) = mailed::find(&mut tx, &hash, PURPOSE, me.now).await? else {
        return page::show(&ComeInPage { frame: Frame::public(&me), email: None });
    };
    let person = link.person_id;
    // A new password begins with the account, too.
    rows::in_turn(&mut tx, person).await?;
    if !mailed::use_up(&mut tx, &hash, me.now).await? {
        return Err(Error::Stale);
    }
    let confirmed = arrival::by_letter(&mut tx, person, me.now).await?;
    if confirmed == arrival::Confirmed::Elsewhere {
        return page::show(&ComeInPage { frame: Frame::public(&me), email: None });
    }
    let is_first = confirmed == arrival::Confirmed::Now;
    if is_first {
        // The password, too, was typed by whoever registered.
        rows::set_password(&mut tx, person, "", None).await?;
    }
    let has_second_factor = link.has_second_factor && !is_first;
    let guest = sessions::Guest { person, has_second_factor, by: sessions::By::Link };
    let way = sessions::enter(&mut tx, &me, guest, "/home").await?;
    let way = if is_first { way.saying("said-arrived") } else { way };
    tx.commit().await?;
    way.go(&app, &me, jar)
}
