//! One's own account: what is known of it, and the ways to change that.

mod details;
mod password;
mod rows;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::Timestamp;
use uuid::Uuid;

use super::{address, passkeys, providers, sessions};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/account", get(show)).merge(details::routes()).merge(password::routes())
}

/// Tells a person that something about their account has changed: the middle of the keys
/// `account-told-…-subject` and `account-told-…-body` says what.
pub(super) async fn tell(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    what: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let to = super::addressee(tx, person).await?;
    let lang = to.lang();
    let news = News {
        association,
        person: Some(person),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "account-changed",
        subject: lang.say(&format!("account-told-{what}-subject")).into_owned(),
        body: lang.say1(&format!("account-told-{what}-body"), "name", &to.name),
        link: Some("/account".to_owned()),
        application: None,
    };
    inbox::send(tx, &news, now).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "people/account/page.html")]
struct AccountPage {
    frame: Frame,
    name: String,
    email: String,
    /// What is said of the address.
    about_email: String,
    /// Where a change of it waits to be confirmed.
    waiting: Option<String>,
    language: String,
    password: String,
    second_factor: String,
    has_second_factor: bool,
    passkeys: Vec<passkeys::Line>,
    can_have_passkeys: bool,
    identities: Vec<providers::Line>,
    providers: Vec<(String, String)>,
    has_password: bool,
    sessions: Vec<sessions::Line>,
    has_others: bool,
}

/// `GET /account`
async fn show(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let known = rows::known(&mut tx, me.id).await?.ok_or(Error::NotFound)?;
    let waiting = address::waiting(&mut tx, me.id, me.now).await?;
    let passkeys = passkeys::own(&mut tx, &me).await?;
    let (identities, providers) = providers::own(&mut tx, &app, &me).await?;
    let sessions = sessions::own(&mut tx, &app, &me).await?;
    let lang = me.lang;
    let confirmed = if me.person.email_confirmed_at.is_some() {
        "account-email-confirmed"
    } else {
        "account-email-unconfirmed"
    };
    page::show(&AccountPage {
        frame: Frame::room(&me),
        name: me.person.name.clone(),
        email: me.person.email.clone(),
        about_email: lang.say(confirmed).into_owned(),
        waiting: waiting.map(|email| lang.say1("account-email-waiting", "email", email)),
        language: Lang::from_code(&known.language).called_in(lang),
        password: match known.password_changed_at {
            _ if !me.person.has_password => lang.say("account-password-none").into_owned(),
            Some(at) => lang.say1("account-password-since", "at", lang.moment(at, &me.zone)),
            None => lang.say("account-password-unknown").into_owned(),
        },
        has_second_factor: known.second_factor_at.is_some(),
        second_factor: match known.second_factor_at {
            Some(at) => {
                let since = lang.say1("account-factor-since", "at", lang.moment(at, &me.zone));
                format!("{since} {}", lang.count("account-factor-codes", known.codes))
            }
            None => lang.say("account-factor-none").into_owned(),
        },
        passkeys,
        can_have_passkeys: passkeys::are_possible(&app),
        identities,
        providers,
        has_password: me.person.has_password,
        has_others: sessions.len() > 1,
        sessions,
    })
}
