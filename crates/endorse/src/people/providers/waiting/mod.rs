//! Who came back from a provider with an address that has an account, and has signed in to it since:
//! the two are linked if they say so.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;

use super::arrival::link;
use super::{rows, secret_of};
use crate::app::App;
use crate::error::Error;
use crate::identity::{Applicant, Fresh, Visitor};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security;

/// Where it is asked.
pub(super) const HERE: &str = "/account/identities/waiting";

pub(super) fn routes() -> Routes {
    Routes::new().route(HERE, get(ask).post(say_yes))
}

#[derive(Template)]
#[template(path = "people/providers/waiting/page.html")]
struct WaitingPage {
    frame: Frame,
    provider: String,
    /// Who it is there, and here.
    lead: String,
}

/// `GET /account/identities/waiting`
async fn ask(
    State(app): State<App>,
    me: Fresh<Applicant>,
    jar: CookieJar,
) -> Result<Response, Error> {
    let hash = security::token_hash(&secret_of(&app, &jar));
    let waiting = rows::waiting(&mut app.db.read().await?, &hash, me.now).await?;
    let provider = waiting.as_ref().and_then(|it| app.providers.of(&it.provider));
    let Some((waiting, provider)) = waiting.as_ref().zip(provider) else {
        return page::see(me.lang, "/account");
    };
    let values = [
        ("provider", provider.name.as_str().into()),
        ("there", waiting.email.as_deref().unwrap_or_default().into()),
        ("here", me.person.email.as_str().into()),
    ];
    let lead = me.lang.with("identity-link-lead", &values);
    page::show(&WaitingPage { frame: Frame::room(&me), provider: provider.name.clone(), lead })
}

/// `POST /account/identities/waiting`
async fn say_yes(
    State(app): State<App>,
    me: Fresh<Applicant>,
    jar: CookieJar,
) -> Result<Response, Error> {
    let hash = security::token_hash(&secret_of(&app, &jar));
    let mut tx = app.db.write().await?;
    let waiting = rows::waiting(&mut tx, &hash, me.now).await?;
    let provider = waiting.as_ref().and_then(|it| app.providers.of(&it.provider));
    let Some((waiting, provider)) = waiting.as_ref().zip(provider) else {
        return page::see(me.lang, "/account");
    };
    if !rows::stop_waiting(&mut tx, &hash).await? {
        return Err(Error::Stale);
    }
    let visitor = Visitor { seat: me.seat.clone(), person: Some(me.person.clone()) };
    let who = ((&*provider.issuer, &*waiting.subject), waiting.email.as_deref());
    let is_linked = link(&mut tx, &visitor, (me.id, &provider.name), who).await?;
    tx.commit().await?;
    let said = if is_linked { "said-identity-linked" } else { "said-identity-taken" };
    let jar = CookieJar::new().add(security::no_trip_cookie(&app.settings));
    Ok((jar, page::see_and_say(me.lang, "/account", said)?).into_response())
}
