//! One's own passkeys: adding one, with the device at hand; removing one.

use anyhow::Context as _;
use askama::Template;
use axum::Json;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use db::Tx;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::{are_possible, asker, keep, rows, taken};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Fresh, Signed};
use crate::page::{self, Frame};
use crate::people::{account, sessions};
use crate::routing::{Path, Routes, get, post};
use crate::settings::host_of;
use crate::typed::{self, Problems};

/// How many a person may have.
const AT_MOST: usize = 20;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/passkeys", get(ask).post(add))
        .route("/account/passkeys/question", post(question))
        .route("/account/passkeys/{id}/remove", post(remove))
}

/// A passkey in the list.
pub(crate) struct Line {
    /// Where to remove it.
    pub remove: String,
    /// As its owner calls it.
    pub name: String,
    /// Where it is good, since when, last used when.
    pub more: String,
}

/// The passkeys of whoever asks, oldest first.
pub(crate) async fn of(tx: &mut Tx, me: &Signed) -> Result<Vec<Line>, Error> {
    let kept = rows::of(tx, me.id).await?;
    let line = |it: rows::Kept| {
        let added = me.lang.day(it.added_at.0.to_zoned(me.zone.clone()).date());
        let used = it.used_at.map(|at| me.lang.moment(at, &me.zone));
        let values = [("host", it.host.into()), ("added", added.into())];
        let more = match used {
            None => me.lang.with("passkey-unused", &values),
            Some(used) => {
                let [host, added] = values;
                me.lang.with("passkey-used", &[host, added, ("used", used.into())])
            }
        };
        let remove = me.lang.href(&format!("/account/passkeys/{}/remove", it.id));
        Line { remove, name: it.name, more }
    };
    Ok(kept.into_iter().map(line).collect())
}

/// The form; the script fills in what the device says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewForm {
    name: String,
    token: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "people/passkeys/own/page.html")]
struct NewPage {
    frame: Frame,
    problems: Problems,
    form: NewForm,
    host: String,
    is_possible: bool,
}

impl NewPage {
    fn new(app: &App, me: &Signed, form: NewForm, problems: Problems) -> Self {
        let (host, is_possible) = (host_of(&app.url), are_possible(app));
        Self { frame: Frame::room(me), problems, form, host, is_possible }
    }
}

/// `GET /account/passkeys`
async fn ask(State(app): State<App>, me: Fresh<Applicant>) -> Result<Response, Error> {
    let name = sessions::browser(me.lang, &me.user_agent);
    let form = NewForm { name, ..NewForm::default() };
    page::show(&NewPage::new(&app, &me, form, Problems::default()))
}

/// `POST /account/passkeys/question`: what the browser asks the device, for the script.
async fn question(State(app): State<App>, me: Fresh<Applicant>) -> Result<Response, Error> {
    let asker = asker(&app)?;
    let mut tx = app.db.write().await?;
    let known = rows::credentials_at(&mut tx, me.id, &host_of(&app.url)).await?;
    let known = known.iter().filter_map(|it| URL_SAFE_NO_PAD.decode(it).ok());
    let (name, email) = (&me.person.name, &me.person.email);
    let (options, state) = asker
        .start_passkey_registration(me.id, email, name, Some(known.collect()))
        .context("a passkey to add")?;
    let mut question = keep(&mut tx, ("add", Some(me.id)), (&options, &state), me.now).await?;
    // It must be found without asking for an address first; the device does that, we cannot check it.
    if let Some(wanted) = question.public_key.pointer_mut("/authenticatorSelection") {
        merge(wanted, json!({ "residentKey": "required", "requireResidentKey": true }));
    }
    audit::record(&mut tx, &me, "passkey-asked", "person", me.id).await?;
    tx.commit().await?;
    Ok(Json(question).into_response())
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}

/// `POST /account/passkeys`
async fn add(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Form(form): Form<NewForm>,
) -> Result<Response, Error> {
    let asker = asker(&app)?;
    let mut problems = Problems::default();
    let Some(name) = problems.note("name", typed::line(&form.name, 100)) else {
        return page::correct(&NewPage::new(&app, &me, form, problems));
    };
    let mut tx = app.db.write().await?;
    let asked: Option<PasskeyRegistration> =
        taken(&mut tx, &form.token, ("add", Some(me.id)), me.now).await?;
    let answer: Option<RegisterPublicKeyCredential> = serde_json::from_str(&form.answer).ok();
    let made = answer
        .zip(asked)
        .and_then(|(answer, asked)| asker.finish_passkey_registration(&answer, &asked).ok());
    let has_room = rows::of(&mut tx, me.id).await?.len() < AT_MOST;
    if let Some(passkey) = made.filter(|_| has_room) {
        let new = rows::New {
            id: Uuid::now_v7(),
            person: me.id,
            host: &host_of(&app.url),
            credential_id: &URL_SAFE_NO_PAD.encode(passkey.cred_id()),
            public_key: &serde_json::to_string(&passkey).context("a passkey")?,
            name: &name,
        };
        if rows::add(&mut tx, &new, me.now).await? {
            account::tell(&mut tx, me.association(), me.id, "passkey-added", me.now).await?;
            audit::record(&mut tx, &me, "passkey-added", "passkey", new.id).await?;
            tx.commit().await?;
            return page::see_and_say(me.lang, "/account", "said-passkey-added");
        }
    }
    // The question is used up all the same.
    audit::record(&mut tx, &me, "passkey-refused", "person", me.id).await?;
    tx.commit().await?;
    let why = if has_room { "passkey-not-made" } else { "passkey-enough" };
    let form = NewForm { name, ..NewForm::default() };
    page::correct(&NewPage::new(&app, &me, form, Problems::one("name", why)))
}

/// `POST /account/passkeys/{id}/remove`
async fn remove(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::remove(&mut tx, me.id, id).await? {
        return Err(Error::NotFound);
    }
    account::tell(&mut tx, me.association(), me.id, "passkey-removed", me.now).await?;
    audit::record(&mut tx, &me, "passkey-removed", "passkey", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/account", "said-passkey-removed")
}
