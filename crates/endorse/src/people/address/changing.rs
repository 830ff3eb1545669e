//! What the two links of a change do: make it, from the new address; end it, from the old one.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::{MAY_END_FOR, is_held, rows};
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::house;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::people::{mailed, passkeys, proof, providers, rows as people, sessions};
use crate::routing::{Path, Routes, get};
use crate::security;
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/address/{token}", get(show).post(make))
        .route("/address/{token}/stop", get(show_stop).post(stop))
}

#[derive(Template)]
#[template(path = "people/address/link.html")]
struct LinkPage {
    frame: Frame,
    /// Whether it is the link that ends the change.
    is_stop: bool,
    /// The old address and the new one; `None` if the link does nothing any more.
    change: Option<(String, String)>,
    /// Whether the account's password is asked for: nobody is signed in to it here.
    asks: bool,
    problems: Problems,
}

impl LinkPage {
    fn new(me: &Visitor, is_stop: bool, change: Option<rows::Change>) -> Self {
        let asks = !is_stop && change.as_ref().is_some_and(|it| !proof::is_of(me, it.person_id));
        let change = change.map(|it| (it.old_email, it.new_email));
        let problems = Problems::default();
        Self { frame: Frame::public(me), is_stop, change, asks, problems }
    }
}

/// What is typed where nobody is signed in to the account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct MakeForm {
    password: String,
}

/// `GET /address/{token}`: only shows a button.
async fn show(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let change = rows::by_link(&mut tx, &security::token_hash(&token), me.now).await?;
    page::show(&LinkPage::new(&me, false, change))
}

/// `POST /address/{token}`, by whoever is signed in to the account or knows its password: from here on it is
/// this address; links that went to the old one are spent, but for the one that ends this.
async fn make(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
    Form(form): Form<MakeForm>,
) -> Result<Response, Error> {
    let hash = security::token_hash(&token);
    let change = rows::by_link(&mut app.db.read().await?, &hash, me.now).await?;
    let Some(change) = change else { return page::show(&LinkPage::new(&me, false, None)) };
    let person = change.person_id;
    if let Err(problem) = proof::of_account(&app, &me, (person, &form.password)).await? {
        let problems = Problems::one("password", problem);
        return page::correct(&LinkPage { problems, ..LinkPage::new(&me, false, Some(change)) });
    }
    let mut tx = app.db.write().await?;
    house::in_turn(&mut tx, me.association()).await?;
    // The old address may be ending it.
    people::in_turn(&mut tx, person).await?;
    let Some(change) = rows::by_link(&mut tx, &hash, me.now).await? else {
        return page::show(&LinkPage::new(&me, false, None));
    };
    let to = (&*change.new_email, &*change.new_email_key);
    let was_theirs = people::address(&mut tx, person).await?.is_some_and(|it| it.is_confirmed);
    let is_free = !is_held(&mut tx, to.1, person, me.now).await?;
    let from = Some(&*change.old_email_key);
    if is_free {
        people::give_up(&mut tx, to.1, person).await?;
    }
    if !is_free || !rows::move_to(&mut tx, person, to, from, me.now).await? {
        return page::show(&LinkPage::new(&me, false, None));
    }
    if !rows::made(&mut tx, change.id, me.now).await? {
        return Err(Error::Stale);
    }
    if !was_theirs {
        // Nobody takes back what they never showed to be theirs, nor is it kept for them.
        rows::end(&mut tx, change.id, me.now).await?;
    }
    mailed::use_up_all(&mut tx, person, me.now).await?;
    audit::record(&mut tx, &owner(&me, person), "address-changed", "person", person).await?;
    tx.commit().await?;
    match &me.person {
        None => page::see_and_say(me.lang, "/sign-in?then=/account", "said-address-changed"),
        Some(it) if it.id == person => {
            page::see_and_say(me.lang, "/account", "said-address-changed")
        }
        Some(_) => page::see_and_say(me.lang, "/home", "said-address-changed-other"),
    }
}

/// `GET /address/{token}/stop`: only shows a button.
async fn show_stop(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let hash = security::token_hash(&token);
    let mut tx = app.db.read().await?;
    let change = rows::by_stop(&mut tx, &hash, me.now, me.now - MAY_END_FOR).await?;
    page::show(&LinkPage::new(&me, true, change))
}

/// `POST /address/{token}/stop`: the old address stands again. Whoever asked for the change knew the
/// password: it works no more, nor does any passkey or linked identity, every session ends, and the
/// way on is to a new password.
async fn stop(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let hash = security::token_hash(&token);
    let nobodys = app.passwords.hash(&security::token()).await?;
    let since = me.now - MAY_END_FOR;
    let mut tx = app.db.write().await?;
    let change = rows::by_stop(&mut tx, &hash, me.now, since).await?;
    let Some(change) = change else { return page::show(&LinkPage::new(&me, true, None)) };
    let person = change.person_id;
    // The new address may be making it: what counts is what it is when that is over.
    people::in_turn(&mut tx, person).await?;
    let change = rows::by_stop(&mut tx, &hash, me.now, since).await?;
    let Some(change) = change else { return page::show(&LinkPage::new(&me, true, None)) };
    if change.made_at.is_some() {
        let back = (&*change.old_email, &*change.old_email_key);
        if !rows::move_to(&mut tx, person, back, None, me.now).await? {
            return Err(Error::Stale);
        }
    }
    if !rows::end_since(&mut tx, &change, me.now).await? {
        return Err(Error::Stale);
    }
    people::set_password(&mut tx, person, &nobodys, None).await?;
    mailed::use_up_all(&mut tx, person, me.now).await?;
    passkeys::forget_all(&mut tx, person).await?;
    providers::forget_all(&mut tx, person).await?;
    sessions::end_all(&mut tx, person, me.now).await?;
    let who = owner(&me, person);
    audit::record(&mut tx, &who, "address-change-stopped", "person", person).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/forgotten", "said-address-stopped")
}

fn owner(me: &Visitor, person: Uuid) -> Act<'static> {
    let kind = "applicant";
    Act { association: me.association(), kind, person: Some(person), at: me.now }
}
