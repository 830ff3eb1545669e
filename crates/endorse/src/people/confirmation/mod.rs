//! Confirming that an address is one's own, by a link that opening does not use up.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::SignedDuration;
use uuid::Uuid;

use super::arrival::{self, Confirmed};
use super::rows;
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::identity::{Applicant, Visitor};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::typed;

/// How long the link works.
const WORKS_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);
const PURPOSE: &str = "confirm-address";
/// How many letters a mailbox gets in an hour.
const AT_MOST: i64 = 3;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/confirm/{token}", get(show).post(confirm))
        .route("/confirmations", post(again))
}

/// Sends the link, unless the mailbox has got enough of them within the hour. Whether it has is not said:
/// others may have registered with the same address.
pub(super) async fn ask(
    tx: &mut Tx,
    me: &Visitor,
    (person, name, email): (Uuid, &str, &str),
) -> Result<(), Error> {
    let mailbox = typed::mailbox(email);
    if rows::links_since(tx, &mailbox, PURPOSE, me.now - AN_HOUR).await? >= AT_MOST {
        return Ok(());
    }
    let token = security::token();
    let hash = security::token_hash(&token);
    rows::add_link(tx, (person, &mailbox), PURPOSE, &hash, me.now, me.now + WORKS_FOR).await?;
    let news = News {
        association: me.association(),
        person: Some(person),
        to_name: name,
        to_email: email,
        lang: me.lang,
        kind: PURPOSE,
        subject: me.lang.say("confirm-subject").into_owned(),
        body: me.lang.say("confirm-body").into_owned(),
        link: None,
        application: None,
    };
    inbox::send_with_secret(tx, &news, Some(&format!("/confirm/{token}")), me.now).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "people/confirmation/page.html")]
struct ConfirmationPage {
    frame: Frame,
    /// Whose link it is; `None` if it does nothing any more.
    email: Option<String>,
    /// Whether another account has shown the address to be its own.
    is_elsewhere: bool,
}

/// `GET /confirm/{token}`: only shows a button, since mail filters open links.
async fn show(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let link = rows::link(&mut tx, &security::token_hash(&token), PURPOSE, me.now).await?;
    let is_elsewhere = match &link {
        Some(it) => arrival::is_elsewhere(&mut tx, (it.person_id, &it.email), me.now).await?,
        None => false,
    };
    let email = link.map(|link| link.email);
    page::show(&ConfirmationPage { frame: Frame::public(&me), email, is_elsewhere })
}

/// `POST /confirm/{token}`
async fn confirm(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let hash = security::token_hash(&token);
    let mut tx = app.db.write().await?;
    let link = rows::link(&mut tx, &hash, PURPOSE, me.now).await?;
    let Some(link) = link else {
        let frame = Frame::public(&me);
        return page::show(&ConfirmationPage { frame, email: None, is_elsewhere: false });
    };
    rows::in_turn(&mut tx, link.person_id).await?;
    if arrival::confirm(&mut tx, link.person_id, me.now).await? == Confirmed::Elsewhere {
        let (frame, email) = (Frame::public(&me), Some(link.email));
        return page::show(&ConfirmationPage { frame, email, is_elsewhere: true });
    }
    if !rows::use_link(&mut tx, &hash, me.now).await? {
        return Err(Error::Stale);
    }
    let who = Act {
        association: me.association(),
        kind: "applicant",
        person: Some(link.person_id),
        at: me.now,
    };
    audit::record(&mut tx, &who, "address-confirmed", "person", link.person_id).await?;
    tx.commit().await?;
    if me.person.is_none() {
        // From there on to the home, and the good news is not lost on the way.
        let path = "/sign-in?then=/home";
        return page::see_and_say(me.lang, path, "said-address-confirmed-sign-in");
    }
    page::see_and_say(me.lang, "/home", "said-address-confirmed")
}

/// `POST /confirmations`: another link, for when the first got lost.
async fn again(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let visitor = Visitor { seat: me.seat.clone(), person: Some(me.person.clone()) };
    let mut tx = app.db.write().await?;
    ask(&mut tx, &visitor, (me.id, &me.person.name, &me.person.email)).await?;
    audit::record(&mut tx, &me, "confirmation-asked", "person", me.id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/home", "said-confirmation-sent")
}
