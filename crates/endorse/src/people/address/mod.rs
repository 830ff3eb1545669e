//! Another address: asked for with the password, made by a link to the new one, ended by a link to
//! the old one, for three days after it was made.

mod changing;
mod job;
mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use uuid::Uuid;

use super::{proof, rows as people};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Applicant;
use crate::inbox::{self, News};
use crate::jobs;
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security;
use crate::typed::{self, Problems};

pub use job::SendAddressLink;

/// How long the link to the new address works.
const WORKS_FOR: SignedDuration = SignedDuration::from_hours(24);
/// How long the old address may end a change that was made.
const MAY_END_FOR: SignedDuration = SignedDuration::from_hours(72);
/// How often somebody may ask in an hour.
const AT_MOST: i64 = 3;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn routes() -> Routes {
    Routes::new().route("/account/email", get(ask).post(send)).merge(changing::routes())
}

/// The address that a person is changing to, if they have not confirmed it yet.
pub(super) async fn waiting(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Option<String>, db::Error> {
    rows::waiting(tx, person, now).await
}

/// Ends what a person asked for and has not confirmed.
pub(super) async fn end_waiting(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<(), db::Error> {
    rows::end_waiting(tx, person, now).await
}

/// Whether an address is held for somebody else, who has just changed it and may take it back.
pub(super) async fn is_held(
    tx: &mut Tx,
    email_key: &str,
    by_other_than: Uuid,
    now: Timestamp,
) -> Result<bool, db::Error> {
    rows::is_held(tx, email_key, by_other_than, now - MAY_END_FOR).await
}

/// The form, as it was typed; the password is never shown again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AddressForm {
    email: String,
    password: String,
}

#[derive(Template)]
#[template(path = "people/address/page.html")]
struct AddressPage {
    frame: Frame,
    present: String,
    has_password: bool,
    form: AddressForm,
    problems: Problems,
}

/// `GET /account/email`
async fn ask(me: Applicant) -> Result<Response, Error> {
    page::show(&AddressPage {
        frame: Frame::room(&me),
        present: me.person.email.clone(),
        has_password: me.person.has_password,
        form: AddressForm::default(),
        problems: Problems::default(),
    })
}

/// `POST /account/email`: the answer and the work for it are the same whether or not the new address
/// has an account; the job that writes to it finds that out.
async fn send(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<AddressForm>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let mut problems = Problems::default();
    let old_key = typed::email_key(&me.person.email);
    let new = typed::email(&form.email).and_then(|it| {
        if typed::email_key(&it) == old_key { Err("account-email-same") } else { Ok(it) }
    });
    let new = problems.note("email", new);
    let password = proof::password(&app, &me, &form.password).await?;
    let password = problems.note("password", password);
    if let (Some(new), Some(())) = (new, password) {
        let mut tx = app.db.write().await?;
        if rows::asked_since(&mut tx, me.id, me.now - AN_HOUR).await? < AT_MOST {
            let stop = security::token();
            let change = rows::NewChange {
                id: Uuid::now_v7(),
                person: me.id,
                old: (&me.person.email, &people::key(&mut tx, me.id).await?),
                new: (&new, &typed::email_key(&new)),
                mailbox: &typed::mailbox(&new),
                stop_hash: &security::token_hash(&stop),
                expires_at: me.now + WORKS_FOR,
            };
            rows::end_waiting(&mut tx, me.id, me.now).await?;
            rows::add(&mut tx, &change, me.now).await?;
            let order = SendAddressLink { change: change.id };
            jobs::later(&mut tx, me.association(), &order, me.now, None).await?;
            give_notice(&mut tx, &me, (&new, &stop)).await?;
            audit::record(&mut tx, &me, "address-change-asked", "person", me.id).await?;
            tx.commit().await?;
            return page::see_and_say(me.lang, "/account", "said-account-email");
        }
        problems = Problems::one("email", "account-email-enough");
    }
    let present = me.person.email.clone();
    let has_password = me.person.has_password;
    page::correct(&AddressPage { frame: Frame::room(&me), present, has_password, form, problems })
}

/// Tells the old address, with the way to end it.
async fn give_notice(tx: &mut Tx, me: &Applicant, (new, stop): (&str, &str)) -> Result<(), Error> {
    let to = super::addressee(tx, me.id).await?;
    let lang = to.lang();
    let news = News {
        association: me.association(),
        person: Some(me.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "address-notice",
        subject: lang.say("address-notice-subject").into_owned(),
        body: lang.say2("address-notice-body", "name", &to.name, "email", new),
        link: None,
        application: None,
    };
    let path = format!("/address/{stop}/stop");
    inbox::send_with_secret(tx, &news, Some(&path), me.now).await?;
    Ok(())
}
