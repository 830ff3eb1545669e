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
use super::{mailed, rows as people, sessions};
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::house;
use crate::identity::{Applicant, Visitor};
use crate::inbox::{self, News};
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
            beside: Vec::new(),
        }
    }

    async fn load(
        tx: &mut Tx,
        me: &Visitor,
        link: &mailed::Link,
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
            is_theirs: is_theirs(me, link),
            problems,
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
        Some(it) => {
            page::show(&ConfirmationPage::load(&mut tx, &me, &it, Problems::default()).await?)
        }
        None => page::show(&ConfirmationPage::spent(&me)),
    }
}

/// Whether it is the account's own browser that opens the letter.
fn is_theirs(me: &Visitor, link: &mailed::Link) -> bool {
    me.person.as_ref().is_some_and(|it| it.id == link.person_id)
}

/// What is typed where nobody is signed in to the account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ConfirmationForm {
    password: String,
}

/// Whether the password typed is that of an account whose address is to be confirmed, or the key of a
/// sentence. Tries are counted for this account alone.
async fn proven(
    app: &App,
    me: &Visitor,
    link: &mailed::Link,
    typed: &str,
) -> Result<Result<(), &'static str>, Error> {
    app.limits.signing_in(me.address)?;
    let key = people::no_key(link.person_id);
    let mut tx = app.db.write().await?;
    let may = sessions::count_try(&mut tx, &key, me.now).await?;
    let kept = people::password(&mut tx, link.person_id).await?;
    tx.commit().await?;
    let fits = app.passwords.fits(typed, kept.as_deref()).await?;
    Ok(match (may, fits) {
        (false, _) => Err("sign-in-wait"),
        (_, false) => Err("confirm-password-wrong"),
        _ => Ok(()),
    })
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
    if let Some(link) = link.filter(|it| !is_theirs(&me, it))
        && let Err(problem) = proven(&app, &me, &link, &form.password).await?
    {
        let problems = Problems::one("password", problem);
        let mut tx = app.db.read().await?;
        return page::correct(&ConfirmationPage::load(&mut tx, &me, &link, problems).await?);
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
        return page::show(&ConfirmationPage::load(&mut tx, &me, &link, problems).await?);
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
