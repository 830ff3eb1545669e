//! Registering: an address, a name, a password; then work begins at once.

mod form;

pub(super) use form::password;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use uuid::Uuid;

use self::form::RegistrationForm;
use super::choosing::chosen;
use super::{address, confirmation, rows, sessions};
use crate::app::App;
use crate::audit::{self, Act};
use crate::consents::{self, Purpose};
use crate::error::Error;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security;
use crate::typed::Problems;

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

/// `POST /register`: signs in at once and sends a link to confirm the address, unless
/// the mailbox has got several within the hour.
async fn register(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Form(form): Form<RegistrationForm>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let chosen = chosen(&app, &form.password, &[&form.name, &form.email]).await?;
    let problems = match form.check(chosen) {
        Err(problems) => problems,
        Ok(new) => {
            let hash = app.passwords.hash(&new.password).await?;
            let mut tx = app.db.write().await?;
            let row = rows::NewPerson {
                email: &new.email,
                email_key: &new.email_key,
                name: &new.name,
                password_hash: &hash,
                lang: me.lang,
            };
            match rows::add(&mut tx, &row, me.now).await? {
                None => Problems::one("email", "register-address-taken"),
                Some(id) if address::is_held(&mut tx, &new.email_key, id, me.now).await? => {
                    Problems::one("email", "register-address-taken")
                }
                Some(id) => {
                    let to = (id, new.name.as_str(), new.email.as_str());
                    let asked = confirmation::ask(&mut tx, &me, to).await?;
                    let notice = consents::notice_text(&mut tx, &me.seat).await?;
                    let what = (Purpose::PrivacyNotice, None);
                    consents::given(&mut tx, (&me.seat, id), what, &notice).await?;
                    let token =
                        sessions::begin(&mut tx, &me, id, sessions::By::Registering).await?;
                    record(&mut tx, &me, id).await?;
                    tx.commit().await?;
                    let jar = jar.add(security::cookie(&app.settings, token));
                    let then = security::own_path(&form.then);
                    let said = if asked { "said-registered" } else { "said-registered-later" };
                    let seen = page::see_and_say(me.lang, then, said)?;
                    return Ok((jar, seen).into_response());
                }
            }
        }
    };
    page::correct(&RegistrationPage::new(&me, form, problems))
}

async fn record(tx: &mut db::Tx, me: &Visitor, id: Uuid) -> Result<(), Error> {
    let who =
        Act { association: me.association(), kind: "applicant", person: Some(id), at: me.now };
    Ok(audit::record(tx, &who, "registered", "person", id).await?)
}
