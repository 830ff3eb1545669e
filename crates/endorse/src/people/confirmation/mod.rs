//! Confirming that an address is one's own, by a link that opening does not use up.

mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::SignedDuration;
use serde::Deserialize;
use uuid::Uuid;

use super::arrival::{self, Confirmed};
use super::link::SendLink;
use super::{mailed, proof, rows as people};
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::house;
use crate::identity::{Applicant, Visitor};
use crate::inbox::{self, News};
use crate::jobs;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::typed::{self, Problems};

/// How long the link works.
const WORKS_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);
const PURPOSE: &str = "confirm-address";
/// How many letters a mailbox gets in an hour.
const AT_MOST: i64 = 3;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/confirm/{token}", get(show).post(confirm))
        .route("/confirm/{token}/link", post(lead_in))
        .route("/confirmations", post(again))
}

/// Sends the link, unless the mailbox has got enough of them within the hour. Whether it has is not told, nor
/// seen in the inbox: others may have registered with the same address.
pub(super) async fn ask(
    tx: &mut Tx,
    me: &Visitor,
    (person, name, email): (Uuid, &str, &str),
) -> Result<(), Error> {
    let mailbox = typed::mailbox(email);
    let is_enough = mailed::since(tx, &mailbox, PURPOSE, me.now - AN_HOUR).await? >= AT_MOST;
    let registered = rows::registered(tx, person).await?.ok_or(Error::NotFound)?;
    let when = me.lang.moment(registered.created_at, &me.zone);
    let token = security::token();
    let hash = security::token_hash(&token);
    let news = News {
        association: me.association(),
        person: Some(person),
        to_name: name,
        to_email: email,
        lang: me.lang,
        kind: PURPOSE,
        subject: me.lang.say("confirm-subject").into_owned(),
        body: me.lang.say1("confirm-body", "when", when),
        link: None,
        application: None,
    };
    if is_enough {
        inbox::keep(tx, &news, me.now).await?;
        return Ok(());
    }
    mailed::add(tx, (person, &mailbox), PURPOSE, &hash, me.now, me.now + WORKS_FOR).await?;
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
    /// When it was registered, and by which name.
    registered: (String, String),
    /// Whether the reader is signed in to the account; otherwise its password is asked for.
    is_theirs: bool,
    problems: Problems,
    /// Where a link to sign in to the account is asked for.
    lead_in: String,
    /// Other accounts that were registered with the address and wait: when, and by which name.
    beside: Vec<(String, String)>,
}

impl ConfirmationPage {
    /// A link that does nothing any more.
    fn spent(me: &Visitor) -> Self {
        Self {
            frame: Frame::public(me),
            email: None,
            is_elsewhere: false,
            registered: (String::new(), String::new()),
            is_theirs: false,
            problems: Problems::default(),
            lead_in: String::new(),
            beside: Vec::new(),
        }
    }

    async fn load(
        tx: &mut Tx,
        me: &Visitor,
        (link, token): (&mailed::Link, &str),
        problems: Problems,
    ) -> Result<Self, Error> {
        let whose = (link.person_id, link.email.as_str());
        let key = typed::email_key(&link.email);
        let told = |it: rows::Registered| (me.lang.moment(it.created_at, &me.zone), it.name);
        let beside = rows::waiting(tx, &typed::mailbox(&link.email), me.now).await?;
        let is_beside =
            |it: &rows::Registered| it.id != link.person_id && typed::email_key(&it.email) == key;
        let registered = rows::registered(tx, link.person_id).await?.ok_or(Error::NotFound)?;
        Ok(Self {
            frame: Frame::public(me),
            email: Some(link.email.clone()),
            is_elsewhere: arrival::is_elsewhere(tx, whose, me.now).await?,
            registered: told(registered),
            is_theirs: proof::is_of(me, link.person_id),
            problems,
            lead_in: me.lang.href(&format!("/confirm/{token}/link")),
            beside: beside.into_iter().filter(is_beside).map(told).collect(),
        })
    }
}

/// `GET /confirm/{token}`: only shows a button, since mail filters open links.
async fn show(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let link = mailed::find(&mut tx, &security::token_hash(&token), PURPOSE, me.now).await?;
    match link {
        Some(it) => page::show(
            &ConfirmationPage::load(&mut tx, &me, (&it, &token), Problems::default()).await?,
        ),
        None => page::show(&ConfirmationPage::spent(&me)),
    }
}

/// What is typed where nobody is signed in to the account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ConfirmationForm {
    password: String,
}

/// `POST /confirm/{token}`: by whoever is signed in to the account or knows its password. Somebody else may
/// have registered with the address of whoever opens the letter.
async fn confirm(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
    Form(form): Form<ConfirmationForm>,
) -> Result<Response, Error> {
    let hash = security::token_hash(&token);
    let link = mailed::find(&mut app.db.read().await?, &hash, PURPOSE, me.now).await?;
    if let Some(link) = link
        && let Err(problem) = proof::of_account(&app, &me, (link.person_id, &form.password)).await?
    {
        let problems = Problems::one("password", problem);
        let mut tx = app.db.read().await?;
        return page::correct(
            &ConfirmationPage::load(&mut tx, &me, (&link, &token), problems).await?,
        );
    }
    let mut tx = app.db.write().await?;
    // Whoever else confirms or takes the address comes before or after.
    house::in_turn(&mut tx, me.association()).await?;
    let link = mailed::find(&mut tx, &hash, PURPOSE, me.now).await?;
    let Some(link) = link else {
        return page::show(&ConfirmationPage::spent(&me));
    };
    people::in_turn(&mut tx, link.person_id).await?;
    if arrival::confirm(&mut tx, link.person_id, me.now).await? == Confirmed::Elsewhere {
        let problems = Problems::default();
        return page::show(&ConfirmationPage::load(&mut tx, &me, (&link, &token), problems).await?);
    }
    if !mailed::use_up(&mut tx, &hash, me.now).await? {
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
    match &me.person {
        // From there on to the home, and the good news is not lost on the way.
        None => page::see_and_say(me.lang, "/sign-in?then=/home", "said-address-confirmed-sign-in"),
        Some(it) if it.id == link.person_id => {
            page::see_and_say(me.lang, "/home", "said-address-confirmed")
        }
        Some(_) => page::see_and_say(me.lang, "/home", "said-address-confirmed-other"),
    }
}

/// `POST /confirm/{token}/link`: a link to sign in to this very account, for who does not know its
/// password any more. The one that is asked for by address leads to the account that the address finds.
async fn lead_in(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let hash = security::token_hash(&token);
    let mut tx = app.db.write().await?;
    let Some(link) = mailed::find(&mut tx, &hash, PURPOSE, me.now).await? else {
        return page::show(&ConfirmationPage::spent(&me));
    };
    let order = SendLink { email_key: typed::email_key(&link.email), person: Some(link.person_id) };
    jobs::later(&mut tx, me.association(), &order, me.now, None).await?;
    audit::record(&mut tx, &me, "sign-in-link-asked", "letter", Uuid::now_v7()).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/confirm/{token}"), "said-confirm-link-sent")
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
