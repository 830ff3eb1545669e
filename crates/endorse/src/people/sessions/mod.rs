//! Signing in and out.

mod browser;
mod own;
mod rows;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use uuid::Uuid;

use super::{account, passkeys, providers, rows as people};
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::identity::{Applicant, Signed, Visitor};
use crate::page::{self, Frame};
use crate::routing::{Routes, get, post};
use crate::security;
use crate::typed::{self, Problems};

pub(super) use browser::words as browser;
pub(super) use own::{Line, of as own};

/// How long one stays signed in.
const STAYS_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);
/// After so many wrong passwords in a row an account waits.
const WRONG_IN_A_ROW: i64 = 10;
/// For how long.
const WAITS_FOR: SignedDuration = SignedDuration::from_mins(20);
/// How long somebody may look for the device with their codes.
const HALF_FOR: SignedDuration = SignedDuration::from_mins(10);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/sign-in", get(ask).post(sign_in))
        .route("/sign-out", post(sign_out))
        .merge(own::routes())
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
    /// Whether the address of this house can have passkeys.
    has_passkeys: bool,
    /// Providers of identities: where to go, what they are called.
    providers: Vec<(String, String)>,
}

impl SignInPage {
    fn new(app: &App, me: &Visitor, form: SignInForm, problems: Problems) -> Self {
        let has_passkeys = passkeys::are_possible(app);
        let providers = providers::offered(app, me.lang);
        let then = security::query_value(security::own_path(&form.then));
        let register = me.lang.href(&format!("/register?then={then}"));
        Self { register, frame: Frame::public(me), form, problems, has_passkeys, providers }
    }
}

/// `GET /sign-in`
async fn ask(
    State(app): State<App>,
    me: Visitor,
    Query(form): Query<SignInForm>,
) -> Result<Response, Error> {
    let form = SignInForm { password: String::new(), ..form };
    page::show(&SignInPage::new(&app, &me, form, Problems::default()))
}

/// The same page, with what was wrong on another way in.
pub(super) fn ask_again(
    app: &App,
    me: &Visitor,
    then: String,
    (way, problem): (&'static str, &'static str),
) -> Result<Response, Error> {
    let form = SignInForm { then, ..SignInForm::default() };
    page::correct(&SignInPage::new(app, me, form, Problems::one(way, problem)))
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
    let waits = !count_try(&mut tx, &key, me.now).await? && !key.is_empty();
    let account = people::account(&mut tx, &key).await?;
    tx.commit().await?;
    let kept = account.as_ref().and_then(people::Account::kept);
    let fits = app.passwords.fits(&form.password, kept).await?;
    let today = match kept.filter(|it| fits && !waits && app.passwords.is_outdated(it)) {
        Some(old) => Some((old.to_owned(), app.passwords.hash(&form.password).await?)),
        None => None,
    };
    let mut tx = app.db.write().await?;
    // Looking at a password takes a while: what counts is what is kept by now, and until this is over.
    if let Some(account) = account.as_ref().filter(|_| fits && !waits) {
        people::in_turn(&mut tx, account.id).await?;
    }
    let by_now = people::account(&mut tx, &key).await?;
    let by_now = by_now.filter(|it| fits && it.kept() == kept);
    let problems = match by_now {
        _ if waits => Problems::one("email", "sign-in-wait"),
        Some(account) => {
            if let Some((old, new)) = &today {
                people::hash_anew(&mut tx, account.id, (old, new)).await?;
            }
            let has_second_factor = account.has_second_factor;
            let guest = Guest { person: account.id, has_second_factor, by: By::Password };
            let way = enter(&mut tx, &me, guest, &form.then).await?;
            // After the account's turn, as whoever erases it does: else each would wait for the other.
            people::forget_failures(&mut tx, &key).await?;
            tx.commit().await?;
            return way.go(&app, &me, jar);
        }
        None => Problems::one("email", "sign-in-wrong"),
    };
    drop(tx);
    page::correct(&SignInPage::new(&app, &me, form, problems))
}

/// `POST /sign-out`
async fn sign_out(
    State(app): State<App>,
    me: Applicant,
    jar: CookieJar,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    rows::end(&mut tx, me.id, me.person.session_id, me.now).await?;
    audit::record(&mut tx, &me, "signed-out", "person", me.id).await?;
    tx.commit().await?;
    let jar = jar.add(security::no_cookie(&app.settings));
    // Whatever the browser kept of pages goes too.
    let clear = [("clear-site-data", "\"cache\", \"storage\"")];
    Ok((jar, clear, page::see_and_say(me.lang, "/", "said-signed-out")?).into_response())
}

/// What somebody has shown to come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// A new account's name and password.
    Registering,
    /// The password.
    Password,
    /// The link in a letter.
    Link,
    /// The first factor, whichever, and a code.
    Code,
    /// A key that their device gave only for a finger, a face or a number: two factors at once.
    Passkey,
    /// The word of a provider.
    Provider,
    /// The word of a provider that it saw two factors.
    ProviderAndMore,
}

impl By {
    /// As it is kept.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Registering => "registering",
            Self::Password => "password",
            Self::Link => "link",
            Self::Code => "code",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::ProviderAndMore => "provider-and-more",
        }
    }

    /// Whether it is as good as two factors.
    const fn is_two(self) -> bool {
        matches!(self, Self::Code | Self::Passkey | Self::ProviderAndMore)
    }
}

/// Begins a session, and ends the one that the browser brought along; its secret goes into a cookie and
/// nowhere else.
pub(super) async fn begin(
    tx: &mut Tx,
    me: &Visitor,
    person: Uuid,
    by: By,
) -> Result<String, db::Error> {
    if let Some(earlier) = &me.person {
        rows::end(tx, earlier.id, earlier.session_id, me.now).await?;
    }
    let token = security::token();
    let new = rows::NewSession {
        person,
        token_hash: &security::token_hash(&token),
        user_agent: &me.user_agent,
        address: me.address.map(|it| it.to_string()),
        begun_by: by.as_str(),
        expires_at: me.now + STAYS_FOR,
    };
    rows::add(tx, new, me.now).await?;
    Ok(token)
}

/// Whether a session goes on.
///
/// # Errors
///
/// When the database refuses.
pub async fn goes_on(tx: &mut Tx, session: Uuid, now: Timestamp) -> Result<bool, db::Error> {
    rows::goes_on(tx, session, now).await
}

/// Keeps that it was shown again whose session it is.
pub(super) async fn prove(tx: &mut Tx, me: &Signed) -> Result<(), db::Error> {
    rows::prove(tx, me.id, me.person.session_id, me.now).await
}

/// Ends every session of a person but one.
pub(super) async fn end_others(
    tx: &mut Tx,
    person: Uuid,
    stays: Uuid,
    now: Timestamp,
) -> Result<(), db::Error> {
    rows::end_others(tx, person, stays, now).await
}

/// Ends every session of a person, and says how many there were.
///
/// # Errors
///
/// When the database refuses.
pub async fn end_all(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<u64, db::Error> {
    rows::end_all(tx, person, now).await
}

/// Counts a try at something that is guessed; false if there were too many in a row and the last is
/// not long enough ago.
pub(super) async fn count_try(tx: &mut Tx, key: &str, now: Timestamp) -> Result<bool, db::Error> {
    people::count_try(tx, key, (WRONG_IN_A_ROW, now - WAITS_FOR), now).await
}

/// How it goes on after the first factor.
pub(super) struct Way {
    token: String,
    is_half: bool,
    path: String,
}

impl Way {
    /// Leads to a page that says what has happened.
    pub fn saying(self, said: &str) -> Self {
        let mark = if self.path.contains('?') { '&' } else { '?' };
        Self { path: format!("{}{mark}said={said}", self.path), ..self }
    }

    /// Goes on, with the cookie for it.
    pub fn go(self, app: &App, me: &Visitor, jar: CookieJar) -> Result<Response, Error> {
        let jar = if self.is_half {
            jar.add(security::half_cookie(&app.settings, self.token))
        } else {
            jar.add(security::cookie(&app.settings, self.token))
                .add(security::no_half_cookie(&app.settings))
        };
        Ok((jar, page::see(me.lang, &self.path)?).into_response())
    }
}

/// Somebody at the door.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guest {
    pub person: Uuid,
    pub has_second_factor: bool,
    pub by: By,
}

/// Lets a person in who has shown the first factor, or half in if there is a second one to show.
pub(super) async fn enter(
    tx: &mut Tx,
    me: &Visitor,
    guest: Guest,
    then: &str,
) -> Result<Way, Error> {
    let person = guest.person;
    if !people::in_turn(tx, person).await? {
        // Erased since it was shown who they are.
        return Err(Error::Stale);
    }
    let then = security::own_path(then);
    let kind = "applicant";
    let who = Act { association: me.association(), kind, person: Some(person), at: me.now };
    if guest.has_second_factor && !guest.by.is_two() {
        let token = security::token();
        let hash = security::token_hash(&token);
        rows::add_half(tx, person, &hash, me.now, me.now + HALF_FOR).await?;
        audit::record(tx, &who, "first-factor-shown", "person", person).await?;
        let path = format!("/sign-in/code?then={}", security::query_value(then));
        return Ok(Way { token, is_half: true, path });
    }
    let token = begin(tx, me, person, guest.by).await?;
    audit::record(tx, &who, "signed-in", "person", person).await?;
    let way = Way { token, is_half: false, path: then.to_owned() };
    let Some(erasure) = people::call_off_erasure(tx, person, me.now).await? else {
        return Ok(way);
    };
    audit::record(tx, &who, "erasure-called-off", "erasure", erasure).await?;
    account::tell(tx, me.association(), person, "erasure-off", me.now).await?;
    Ok(way.saying("said-account-stays"))
}

/// Whose half session a cookie carries, as long as it may be made whole.
pub(super) async fn half(
    tx: &mut Tx,
    token: &str,
    now: Timestamp,
) -> Result<Option<Uuid>, db::Error> {
    rows::half(tx, &security::token_hash(token), now).await
}

/// Makes a half session whole; `None` if somebody was faster.
pub(super) async fn make_whole(
    tx: &mut Tx,
    me: &Visitor,
    (person, half): (Uuid, &str),
    then: &str,
) -> Result<Option<Way>, Error> {
    if !rows::use_half(tx, &security::token_hash(half), me.now).await? {
        return Ok(None);
    }
    let guest = Guest { person, has_second_factor: true, by: By::Code };
    Ok(Some(enter(tx, me, guest, then).await?))
}
