//! Signing in by a provider of identities (OpenID Connect): there, back, and in. An address that is known
//! here is nobody's on a provider's word; whoever comes with one signs in to the account first, and
//! links the two (decision 18).

mod arrival;
mod client;
mod own;
mod rows;
mod waiting;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use db::Tx;
use jiff::SignedDuration;
use serde::Deserialize;
use uuid::Uuid;

use self::arrival::Arrival;
use super::sessions;
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::settings::Provider;

pub use client::Providers;
pub(super) use own::{Line, of as own};

/// How long somebody may be away at a provider, and then look for their password here.
const AWAY_FOR: SignedDuration = SignedDuration::from_mins(15);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/sign-in/with/{provider}", post(depart))
        .route("/sign-in/with/{provider}/back", get(arrive).post(come_in))
        .merge(own::routes())
        .merge(waiting::routes())
}

/// The providers, as pages offer them: where to go, what they are called.
pub(super) fn offered(app: &App, lang: Lang) -> Vec<(String, String)> {
    let way = |it: &Provider| (lang.href(&format!("/sign-in/with/{}", it.id)), it.name.clone());
    app.providers.all().map(way).collect()
}

/// Forgets every identity of a person, for when somebody else may have linked one.
pub(super) async fn forget_all(tx: &mut Tx, person: Uuid) -> Result<(), db::Error> {
    rows::forget_all(tx, person).await
}

/// Where a provider sends people back to: one address for each association, in no language.
fn back(app: &App, provider: &Provider) -> String {
    format!("{}/sign-in/with/{}/back", app.url, provider.id)
}

fn secret_of(app: &App, jar: &CookieJar) -> String {
    let cookie = jar.get(security::trip_cookie_name(&app.settings));
    cookie.map(|it| it.value().to_owned()).unwrap_or_default()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Then {
    then: String,
}

/// On the way there, or back: a page that goes on by itself, since no form may lead to another site.
#[derive(Template)]
#[template(path = "people/providers/way.html")]
struct WayPage {
    frame: Frame,
    provider: String,
    href: String,
}

/// `POST /sign-in/with/{provider}`
async fn depart(
    State(app): State<App>,
    me: Visitor,
    Path(id): Path<String>,
    Form(form): Form<Then>,
) -> Result<Response, Error> {
    let then = security::own_path(&form.then);
    leave(&app, &me, &id, (None, then)).await
}

/// Leaves for a provider, to link it to somebody's account or to sign in.
async fn leave(
    app: &App,
    me: &Visitor,
    id: &str,
    (person, then): (Option<Uuid>, &str),
) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    let provider = app.providers.of(id).ok_or(Error::NotFound)?;
    let secret = security::token();
    let to = (secret.as_str(), back(app, provider));
    // Who is signed in already means to show who they are, there too.
    let way = app.providers.way(provider, (to.0, &to.1), me.person.is_some()).await;
    let href = match way {
        Ok(href) => href,
        Err(error) => return cannot(app, me, provider, then, &error),
    };
    let mut tx = app.db.write().await?;
    let trip = rows::New {
        token_hash: &security::token_hash(&secret),
        provider: &provider.id,
        person,
        language: me.lang.code(),
        goes_on_to: then,
        expires_at: me.now + AWAY_FOR,
    };
    rows::depart(&mut tx, &trip, me.now).await?;
    tx.commit().await?;
    let cookie = CookieJar::new().add(security::trip_cookie(&app.settings, secret));
    let on = [("refresh", format!("0; url={href}"))];
    let page = WayPage { frame: Frame::public(me), provider: provider.name.clone(), href };
    Ok((cookie, on, page::show(&page)?).into_response())
}

/// The door again, with a sentence; the log has the rest.
fn cannot(
    app: &App,
    me: &Visitor,
    provider: &Provider,
    then: &str,
    error: &anyhow::Error,
) -> Result<Response, Error> {
    tracing::warn!(provider = provider.id, error = format!("{error:#}"), "a provider failed");
    sessions::ask_again(app, me, then.to_owned(), ("providers", "provider-failed"))
}

/// What a provider sends along.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Back {
    code: String,
    state: String,
}

#[derive(Template)]
#[template(path = "people/providers/back.html")]
struct BackPage {
    frame: Frame,
    provider: String,
    action: String,
    back: Back,
}

/// `GET /sign-in/with/{provider}/back`: only shows a button, which a script presses.
async fn arrive(
    State(app): State<App>,
    me: Visitor,
    (Path(id), jar): (Path<String>, CookieJar),
    Query(back): Query<Back>,
) -> Result<Response, Error> {
    let provider = app.providers.of(&id).ok_or(Error::NotFound)?;
    let hash = security::token_hash(&secret_of(&app, &jar));
    let trip = rows::trip(&mut app.db.read().await?, &hash, me.now).await?;
    // The way back has no language; the one who left had.
    let lang = trip.map_or(me.lang, |it| Lang::from_code(&it.language));
    let lang = me.languages().spoken(lang);
    if lang != me.lang {
        return page::see(lang, &me.here());
    }
    let action = me.lang.href(&format!("/sign-in/with/{id}/back"));
    let frame = Frame::public(&me);
    page::show(&BackPage { frame, provider: provider.name.clone(), action, back })
}

/// `POST /sign-in/with/{provider}/back`
async fn come_in(
    State(app): State<App>,
    me: Visitor,
    (Path(id), jar): (Path<String>, CookieJar),
    Form(form): Form<Back>,
) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    let provider = app.providers.of(&id).ok_or(Error::NotFound)?;
    let secret = secret_of(&app, &jar);
    let hash = security::token_hash(&secret);
    let mut tx = app.db.write().await?;
    let trip = rows::trip(&mut tx, &hash, me.now).await?;
    let is_ours = form.state == client::state(&secret);
    let Some(trip) = trip.filter(|it| it.provider == id && is_ours) else {
        return sessions::ask_again(&app, &me, String::new(), ("providers", "provider-too-late"));
    };
    if !rows::come_back(&mut tx, &hash, me.now).await? {
        return Err(Error::Stale);
    }
    tx.commit().await?;
    let to = (secret.as_str(), back(&app, provider));
    let who = match app.providers.who(provider, (to.0, &to.1), form.code).await {
        Ok(who) => who,
        Err(error) => return cannot(&app, &me, provider, &trip.goes_on_to, &error),
    };
    let arrival = Arrival { provider, who: &who, trip: &trip, hash: &hash };
    arrival.goes_on(&app, &me, jar).await
}
