//! Signing in and out.

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use uuid::Uuid;

use super::rows;
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::identity::{Applicant, Visitor};
use crate::page::{self, Frame};
use crate::routing::{Routes, get, post};
use crate::security;
use crate::typed::{self, Problems};

/// How long one stays signed in.
const STAYS_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);
/// After so many wrong passwords in a row an account waits.
const WRONG_IN_A_ROW: i64 = 10;
/// For how long.
const WAITS_FOR: SignedDuration = SignedDuration::from_mins(20);

pub(super) fn routes() -> Routes {
    Routes::new().route("/sign-in", get(ask).post(sign_in)).route("/sign-out", post(sign_out))
}

/// The form, as it was typed; the password is never shown again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SignInForm {
    email: String,
    password: String,
    then: String,
}

#[derive(Template)]
#[template(path = "people/sessions/page.html")]
struct SignInPage {
    register: String,
    frame: Frame,
    form: SignInForm,
    problems: Problems,
}

impl SignInPage {
    fn new(me: &Visitor, form: SignInForm, problems: Problems) -> Self {
        let then = security::query_value(security::own_path(&form.then));
        let register = me.lang.href(&format!("/register?then={then}"));
        Self { register, frame: Frame::public(me), form, problems }
    }
}

/// `GET /sign-in`
async fn ask(me: Visitor, Query(form): Query<SignInForm>) -> Result<Response, Error> {
    let form = SignInForm { password: String::new(), ..form };
    page::show(&SignInPage::new(&me, form, Problems::default()))
}

/// `POST /sign-in`. A wrong password and an unknown address get the same answer after the same
/// work; ten wrong ones in a row make an address wait, whether or not it has an account.
async fn sign_in(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Form(form): Form<SignInForm>,
) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    // What cannot be an address gets the same answer after the same work.
    let key = typed::email(&form.email).map(|it| typed::email_key(&it)).unwrap_or_default();
    // Counted before the password is looked at, so that many tries at once are many tries.
    let mut tx = app.db.write().await?;
    let limit = (WRONG_IN_A_ROW, me.now - WAITS_FOR);
    let waits = !rows::count_try(&mut tx, &key, limit, me.now).await? && !key.is_empty();
    let account = rows::account(&mut tx, &key).await?;
    tx.commit().await?;
    let kept = account.as_ref().map(|account| account.password_hash.as_str());
    let fits = app.passwords.fits(&form.password, kept).await?;
    let problems = match account {
        _ if waits => Problems::one("email", "sign-in-wait"),
        Some(account) if fits => {
            let mut tx = app.db.write().await?;
            rows::forget_failures(&mut tx, &key).await?;
            let token = begin(&mut tx, account.id, me.now).await?;
            let who = Act {
                association: me.association(),
                kind: "applicant",
                person: Some(account.id),
                at: me.now,
            };
            audit::record(&mut tx, &who, "signed-in", "person", account.id).await?;
            tx.commit().await?;
            let jar = jar.add(security::cookie(&app.settings, token));
            let then = security::own_path(&form.then);
            return Ok((jar, page::see(me.lang, then)?).into_response());
        }
        _ => Problems::one("email", "sign-in-wrong"),
    };
    page::correct(&SignInPage::new(&me, form, problems))
}

/// `POST /sign-out`
async fn sign_out(
    State(app): State<App>,
    me: Applicant,
    jar: CookieJar,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    rows::end_session(&mut tx, me.person.session_id, me.now).await?;
    audit::record(&mut tx, &me, "signed-out", "person", me.id).await?;
    tx.commit().await?;
    let jar = jar.add(security::no_cookie(&app.settings));
    // Whatever the browser kept of pages goes too.
    let clear = [("clear-site-data", "\"cache\", \"storage\"")];
    Ok((jar, clear, page::see_and_say(me.lang, "/", "said-signed-out")?).into_response())
}

/// Begins a session; its secret goes into a cookie and nowhere else.
pub(super) async fn begin(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<String, db::Error> {
    let token = security::token();
    rows::add_session(tx, person, &security::token_hash(&token), now, now + STAYS_FOR).await?;
    Ok(token)
}
