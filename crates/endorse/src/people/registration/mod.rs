//! Registering: an address, a name, a password; then work begins at once.

mod form;
mod rows;

pub(super) use form::password;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use db::Tx;
use jiff::SignedDuration;
use serde::Deserialize;
use uuid::Uuid;

use self::form::{NewAccount, RegistrationForm};
use super::choosing::chosen;
use super::{address, confirmation, rows as people, sessions};
use crate::app::App;
use crate::audit::{self, Act};
use crate::consents::{self, Purpose};
use crate::error::Error;
use crate::house;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security;
use crate::typed::{self, Problems};

pub(super) fn routes() -> Routes {
    Routes::new().route("/register", get(ask).post(register))
}

#[derive(Template)]
#[template(path = "people/registration/page.html")]
struct RegistrationPage {
    /// Where those go who have an account already.
    sign_in: String,
    frame: Frame,
    form: RegistrationForm,
    problems: Problems,
}

impl RegistrationPage {
    fn new(me: &Visitor, form: RegistrationForm, problems: Problems) -> Self {
        let sign_in = match form.then.as_str() {
            "" => "/sign-in".to_owned(),
            then => format!("/sign-in?then={}", security::query_value(security::own_path(then))),
        };
        Self { sign_in: me.lang.href(&sign_in), frame: Frame::public(me), form, problems }
    }
}

/// Where to go on afterwards, and the address that is known already.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Known {
    then: String,
    email: String,
}

/// `GET /register`
async fn ask(me: Visitor, Query(known): Query<Known>) -> Result<Response, Error> {
    let Known { then, email } = known;
    let form = RegistrationForm { then, email, ..RegistrationForm::default() };
    let problems = Problems::default();
    page::show(&RegistrationPage::new(&me, form, problems))
}

/// Within this time the same form, sent again from the same place, is the same account.
const SAME_FORM: SignedDuration = SignedDuration::from_mins(1);

/// `POST /register`: signs in at once and sends a link to confirm the address, unless the mailbox has got
/// several within the hour. The answer and the work for it are the same whether or not the address has an
/// account: only the page behind that link tells.
async fn register(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Form(form): Form<RegistrationForm>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let chosen = chosen(&app, &form.password, &[&form.name, &form.email]).await?;
    let new = match form.check(chosen) {
        Ok(new) => new,
        Err(problems) => return page::correct(&RegistrationPage::new(&me, form, problems)),
    };
    let hash = app.passwords.hash(&new.password).await?;
    let mut tx = app.db.write().await?;
    let mut same = same_form(&mut tx, &me, &new).await?;
    if let Some(just_made) = &same {
        drop(tx);
        let is_same = app.passwords.fits(&new.password, Some(&just_made.password_hash)).await?;
        tx = app.db.write().await?;
        // Somebody may have come to the account by its letter meanwhile.
        let by_now = same_form(&mut tx, &me, &new).await?;
        same = same.filter(|_| is_same).filter(|it| by_now.as_ref() == Some(it));
    }
    let id = match same {
        Some(it) if people::in_turn(&mut tx, it.id).await? => it.id,
        _ => open(&mut tx, &me, &new, &hash).await?,
    };
    let token = sessions::begin(&mut tx, &me, id, sessions::By::Registering).await?;
    tx.commit().await?;
    let jar = jar.add(security::cookie(&app.settings, token));
    let seen = page::see_and_say(me.lang, security::own_path(&form.then), "said-registered")?;
    Ok((jar, seen).into_response())
}

/// The account that this form, or one just like it, has made a moment ago, if its password is the same.
/// Forms of one address come one after the other from here on.
async fn same_form(
    tx: &mut Tx,
    me: &Visitor,
    new: &NewAccount,
) -> Result<Option<rows::JustMade>, Error> {
    house::in_turn(tx, me.association()).await?;
    let mailbox = typed::mailbox(&new.email);
    let whose = (&*mailbox, &*new.email, &*new.name);
    let from = me.address.map(|it| it.to_string());
    Ok(rows::just_made(tx, whose, from, me.now - SAME_FORM).await?)
}

/// Opens an account, beside the one that has the address if there is one.
async fn open(tx: &mut Tx, me: &Visitor, new: &NewAccount, hash: &str) -> Result<Uuid, Error> {
    let row = people::NewPerson {
        email: &new.email,
        email_key: &new.email_key,
        name: &new.name,
        password_hash: hash,
        lang: me.lang,
    };
    let is_held = address::is_held(tx, &new.email_key, Uuid::nil(), me.now).await?;
    let is_free = people::is_free(tx, &new.email_key).await? && !is_held;
    let id = people::add_beside(tx, &row, is_free, me.now).await?;
    confirmation::ask(tx, me, (id, &new.name, &new.email)).await?;
    let notice = consents::notice_text(tx, &me.seat).await?;
    consents::given(tx, (&me.seat, id), (Purpose::PrivacyNotice, None), &notice).await?;
    record(tx, me, id).await?;
    Ok(id)
}

async fn record(tx: &mut Tx, me: &Visitor, id: Uuid) -> Result<(), Error> {
    let who =
        Act { association: me.association(), kind: "applicant", person: Some(id), at: me.now };
    Ok(audit::record(tx, &who, "registered", "person", id).await?)
}
