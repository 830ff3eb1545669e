//! Setting the second factor up: begun with the password, counted from the first right code on.

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use jiff::SignedDuration;
use serde::Deserialize;

use super::{codes, fresh_codes, qr, rows, totp, tries};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::people::{account, proof, rows as people, sessions};
use crate::routing::{Routes, get};
use crate::security;
use crate::typed::Problems;

/// How long a secret may be shown that no code has confirmed.
const SHOWN_FOR: SignedDuration = SignedDuration::from_mins(30);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/second-factor", get(ask).post(begin))
        .route("/account/second-factor/code", get(show).post(confirm))
}

/// What is typed, and where to go on afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub password: String,
    pub code: String,
    pub then: String,
}

impl Typed {
    /// A path with the way on in it.
    fn on(&self, path: &str) -> String {
        match self.then.as_str() {
            "" => path.to_owned(),
            then => format!("{path}?then={}", security::query_value(security::own_path(then))),
        }
    }
}

#[derive(Template)]
#[template(path = "people/factor/setup/page.html")]
struct BeginPage {
    frame: Frame,
    then: String,
    problems: Problems,
    /// Whether a role of theirs asks for it.
    is_required: bool,
    has_password: bool,
    /// Since when there is one, and how many recovery codes are left.
    there: Option<(String, String)>,
}

impl BeginPage {
    fn new(app: &App, me: &Signed, then: &str, problems: Problems) -> Self {
        let is_required = app.settings.second_factor.is_required() && me.person.is_staff();
        let (frame, has_password) = (Frame::room(me), me.person.has_password);
        Self { frame, then: then.to_owned(), problems, is_required, has_password, there: None }
    }
}

/// `GET /account/second-factor`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let factor = rows::of(&mut tx, me.id).await?;
    let left = rows::codes_left(&mut tx, me.id).await?;
    let since = factor.and_then(|it| it.confirmed_at);
    let there = since.map(|at| {
        let since = me.lang.say1("account-factor-since", "at", me.lang.moment(at, &me.zone));
        (since, me.lang.count("account-factor-codes", left))
    });
    let page = BeginPage::new(&app, &me, &typed.then, Problems::default());
    page::show(&BeginPage { there, ..page })
}

/// `POST /account/second-factor`: makes a secret, which counts for nothing yet.
async fn begin(
    State(app): State<App>,
    me: Applicant,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let mut problems = Problems::default();
    let password = proof::password(&app, &me, &typed.password).await?;
    if problems.note("password", password).is_none() {
        return page::correct(&BeginPage::new(&app, &me, &typed.then, problems));
    }
    let sealed = app.seal.seal(me.id, &totp::fresh())?;
    let mut tx = app.db.write().await?;
    if !rows::begin(&mut tx, me.id, &sealed, me.now).await? {
        return Err(Error::Stale);
    }
    audit::record(&mut tx, &me, "second-factor-begun", "person", me.id).await?;
    tx.commit().await?;
    page::see(me.lang, &typed.on("/account/second-factor/code"))
}

#[derive(Template)]
#[template(path = "people/factor/setup/code.html")]
struct CodePage {
    frame: Frame,
    then: String,
    problems: Problems,
    picture: qr::Picture,
    /// What the picture says, for an app on the same device.
    address: String,
    secret: String,
}

impl CodePage {
    fn new(me: &Signed, secret: &[u8], then: &str, problems: Problems) -> anyhow::Result<Self> {
        let issuer = &me.program.association.short_name;
        let address = totp::address(secret, issuer, &me.person.email)?;
        Ok(Self {
            frame: Frame::room(me),
            then: then.to_owned(),
            problems,
            picture: qr::picture(&address)?,
            secret: totp::text(secret)?,
            address,
        })
    }
}

/// The secret that is about to be confirmed.
async fn secret(tx: &mut db::Tx, app: &App, me: &Signed) -> Result<Option<Vec<u8>>, Error> {
    let factor = rows::of(tx, me.id)
        .await?
        .filter(|it| it.confirmed_at.is_none() && me.now.duration_since(it.begun_at.0) < SHOWN_FOR);
    let secret = factor.map(|it| app.seal.unseal(me.id, &it.sealed_secret));
    Ok(secret.transpose()?)
}

/// `GET /account/second-factor/code`: the picture, the secret, a field for the first code.
async fn show(
    State(app): State<App>,
    me: Applicant,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let Some(secret) = secret(&mut tx, &app, &me).await? else {
        return page::see(me.lang, &typed.on("/account/second-factor"));
    };
    page::show(&CodePage::new(&me, &secret, &typed.then, Problems::default())?)
}

/// The ten codes, shown this once.
#[derive(Template)]
#[template(path = "people/factor/setup/codes.html")]
pub(super) struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
    /// Where to go on.
    then: String,
    /// Whether it has just been set up.
    is_new: bool,
}

impl CodesPage {
    pub(super) fn new(me: &Signed, codes: Vec<String>, then: String, is_new: bool) -> Self {
        // The same page in another language would be one without the codes.
        let frame = Frame { has_other_language: false, ..Frame::room(me) };
        Self { frame, codes, then, is_new }
    }
}

/// `POST /account/second-factor/code`: from here on it is asked for. Sessions that were begun without
/// it end, all but this one.
async fn confirm(
    State(app): State<App>,
    me: Applicant,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let may = super::count_try(&app, me.id, me.now).await?;
    let mut tx = app.db.write().await?;
    let Some(secret) = secret(&mut tx, &app, &me).await? else {
        return page::see(me.lang, &typed.on("/account/second-factor"));
    };
    let step = totp::step_of(&secret, &codes::plain(&typed.code), me.now)?;
    let Some(step) = step.filter(|_| may) else {
        let why = if may { "factor-code-wrong" } else { "factor-wait" };
        let problems = Problems::one("code", why);
        return page::correct(&CodePage::new(&me, &secret, &typed.then, problems)?);
    };
    if !rows::confirm(&mut tx, me.id, step, me.now).await? {
        return Err(Error::Stale);
    }
    let codes = fresh_codes(&mut tx, &app, me.id, me.now).await?;
    people::forget_failures(&mut tx, &tries(me.id)).await?;
    sessions::end_others(&mut tx, me.id, me.person.session_id, me.now).await?;
    account::tell(&mut tx, me.association(), me.id, "factor-on", me.now).await?;
    audit::record(&mut tx, &me, "second-factor-set-up", "person", me.id).await?;
    tx.commit().await?;
    let then = if typed.then.is_empty() { "/account" } else { security::own_path(&typed.then) };
    let then = me.lang.href(then);
    page::show(&CodesPage::new(&me, codes, then, true))
}
