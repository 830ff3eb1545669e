//! Coming in with a passkey: the device says whose it is, so nothing is typed.

use anyhow::Context as _;
use axum::Json;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::{asker, keep, rows, taken};
use crate::app::App;
use crate::error::Error;
use crate::identity::Visitor;
use crate::people::sessions::{self, By, Guest};
use crate::routing::{Routes, post};
use crate::settings::host_of;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/sign-in/passkey", post(come_in))
        .route("/sign-in/passkey/question", post(question))
}

/// What the script sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Shown {
    token: String,
    answer: String,
    then: String,
    /// Not empty if it must be the person who is signed in.
    again: String,
}

/// `POST /sign-in/passkey/question`: what the browser asks the device, for the script.
async fn question(State(app): State<App>, me: Visitor) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    let asked = asker(&app)?.start_discoverable_authentication().context("a passkey to show")?;
    let mut tx = app.db.write().await?;
    let question = keep(&mut tx, ("sign-in", None), (&asked.0, &asked.1), me.now).await?;
    tx.commit().await?;
    Ok(Json(question).into_response())
}

/// `POST /sign-in/passkey`: counts for both factors, since the device asked for a finger, a face or a
/// number before it gave the key.
async fn come_in(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Form(shown): Form<Shown>,
) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    let mut tx = app.db.write().await?;
    let person = owner(&mut tx, &app, &me, &shown).await?;
    let is_here = |it: Uuid| me.person.as_ref().is_some_and(|here| here.id == it);
    let person = person.filter(|it| shown.again.is_empty() || is_here(*it));
    let Some(person) = person else {
        // The question is used up all the same.
        tx.commit().await?;
        return sessions::ask_again(&app, &me, shown.then, ("passkey", "passkey-wrong"));
    };
    let guest = Guest { person, has_second_factor: true, by: By::Passkey };
    let way = sessions::enter(&mut tx, &me, guest, &shown.then).await?;
    tx.commit().await?;
    way.go(&app, &me, jar)
}

/// Whose passkey it is, if it is one that was asked for and answers as it should.
async fn owner(tx: &mut Tx, app: &App, me: &Visitor, shown: &Shown) -> Result<Option<Uuid>, Error> {
    let asker = asker(app)?;
    let asked: Option<DiscoverableAuthentication> =
        taken(tx, &shown.token, ("sign-in", None), me.now).await?;
    let answer: Option<PublicKeyCredential> = serde_json::from_str(&shown.answer).ok();
    let Some((asked, answer)) = asked.zip(answer) else { return Ok(None) };
    let Ok((person, credential)) = asker.identify_discoverable_authentication(&answer) else {
        return Ok(None);
    };
    let credential = URL_SAFE_NO_PAD.encode(credential);
    let kept = rows::shown(tx, person, (&host_of(&app.url), &credential)).await?;
    let Some(kept) = kept else { return Ok(None) };
    let mut passkey: Passkey = serde_json::from_str(&kept.public_key).context("a passkey")?;
    let answered = asker.finish_discoverable_authentication_v2(&answer, asked, &passkey);
    let Some(answered) = answered.ok().filter(|it| it.user_verified()) else { return Ok(None) };
    passkey.update_credential(&answered);
    let public_key = serde_json::to_string(&passkey).context("a passkey")?;
    rows::used(tx, kept.id, &public_key, me.now).await?;
    Ok(Some(person))
}
