//! Messages: the inbox is the truth, e-mail is a copy.
//!
//! Others send through [`send`]; the copy leaves by a job, so no request waits for a mail server.
//! Opening a message does not mark it as read, since mail filters and previews open pages too: the
//! reader says so.

mod job;
mod rows;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::{audit, jobs};

pub use job::SendCopy;
pub use rows::{Message, about, newest};

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .route("/inbox", get(list))
        .route("/inbox/readings", post(read_all))
        .route("/inbox/{id}", get(one))
        .route("/inbox/{id}/reading", post(read))
}

/// Something to tell somebody.
#[derive(Clone, Debug)]
pub struct News<'a> {
    /// The association it comes from.
    pub association: &'a str,
    /// The person, if they have an account; a rater has none.
    pub person: Option<Uuid>,
    /// Their name.
    pub to_name: &'a str,
    /// Their address.
    pub to_email: &'a str,
    /// The language to write in.
    pub lang: Lang,
    /// What kind of message, as a word: `reference-asked`.
    pub kind: &'a str,
    /// One line.
    pub subject: String,
    /// Plain text, paragraphs apart by an empty line.
    pub body: String,
    /// A path on this site to go to, without the language; shown as a button, written out in the
    /// e-mail. A secret link is never stored here: see [`send_with_secret`].
    pub link: Option<String>,
    /// The application it is about.
    pub application: Option<Uuid>,
}

impl News<'_> {
    /// The same to an address that nobody has shown to be theirs: in no inbox, since whoever registered it
    /// is not to see what goes there, and without the name that they chose.
    #[must_use]
    pub fn in_no_inbox(self) -> Self {
        let body = job::unnamed(&self.body, self.to_name, self.lang);
        Self { person: None, to_name: "", body, ..self }
    }
}

/// Puts a message into the inbox and orders its copy by e-mail, all in the caller's transaction.
///
/// # Errors
///
/// When the database refuses.
pub async fn send(tx: &mut Tx, news: &News<'_>, now: Timestamp) -> anyhow::Result<Uuid> {
    send_with_secret(tx, news, None, now).await
}

/// Puts a message into the inbox whose copy does not leave: too many of its kind have.
///
/// # Errors
///
/// When the database refuses.
pub async fn keep(tx: &mut Tx, news: &News<'_>, now: Timestamp) -> anyhow::Result<Uuid> {
    let id = Uuid::now_v7();
    rows::add(tx, id, news, now).await?;
    Ok(id)
}

/// The same, with a secret path (a rater's link, a confirmation) that goes into the e-mail only and
/// is kept nowhere but in the order to send it, which forgets it once it is done.
///
/// # Errors
///
/// When the database refuses.
pub async fn send_with_secret(
    tx: &mut Tx,
    news: &News<'_>,
    secret_path: Option<&str>,
    now: Timestamp,
) -> anyhow::Result<Uuid> {
    let id = Uuid::now_v7();
    rows::add(tx, id, news, now).await?;
    let order = SendCopy { message: id, secret_path: secret_path.map(str::to_owned) };
    jobs::later(tx, news.association, &order, now, Some(&format!("message-{id}"))).await?;
    Ok(id)
}

/// What asks a person to confirm their address.
const CONFIRMATION: &str = "confirm-address";
/// What has a link in the e-mail that stands nowhere else.
const WITH_SECRET: [&str; 5] =
    [CONFIRMATION, "reset-password", "sign-in-link", "address-notice", "role-invitation"];

/// How the copy of a message fared, in words.
fn delivery_words(message: &Message, lang: Lang, zone: &TimeZone) -> (&'static str, String) {
    match (message.sent_at, message.failed_at) {
        (Some(at), _) => ("met", lang.say1("inbox-sent", "at", lang.moment(at, zone))),
        (None, Some(at)) => ("danger", lang.say1("inbox-refused", "at", lang.moment(at, zone))),
        (None, None) => ("wait", lang.say("inbox-waiting").into_owned()),
    }
}

/// A message in the list.
struct Line {
    id: Uuid,
    href: String,
    subject: String,
    when: String,
    beginning: String,
    is_new: bool,
}

#[derive(Template)]
#[template(path = "inbox/page.html")]
struct InboxPage {
    frame: Frame,
    messages: Vec<Line>,
    any_new: bool,
}

/// `GET /inbox`
async fn list(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let messages = rows::of(&mut tx, me.association(), me.id).await?;
    let lines = messages.into_iter().map(|message| Line {
        id: message.id,
        href: me.lang.href(&format!("/inbox/{}", message.id)),
        when: me.lang.moment(message.created_at, &me.zone),
        beginning: message.beginning(),
        is_new: message.read_at.is_none(),
        subject: message.subject,
    });
    let messages: Vec<Line> = lines.collect();
    let any_new = messages.iter().any(|it| it.is_new);
    page::show(&InboxPage { frame: Frame::room(&me), messages, any_new })
}

#[derive(Template)]
#[template(path = "inbox/message.html")]
struct MessagePage {
    frame: Frame,
    message: Message,
    when: String,
    to: String,
    link: String,
    reading: String,
    delivery: (&'static str, String),
    read: Option<String>,
    /// That the link it speaks of stands in the e-mail only.
    elsewhere: Option<String>,
    /// Where to ask for that e-mail once more.
    again: Option<String>,
}

/// `GET /inbox/{id}`
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let found = rows::one(&mut tx, me.association(), me.id, id).await?;
    let message = found.ok_or(Error::NotFound)?;
    page::show(&MessagePage {
        frame: Frame::room(&me),
        when: me.lang.moment(message.created_at, &me.zone),
        to: format!("{} <{}>", message.to_name, message.to_email),
        link: message.link.as_deref().map(|it| me.lang.href(it)).unwrap_or_default(),
        reading: me.lang.href(&format!("/inbox/{id}/reading")),
        delivery: if message.kind == CONFIRMATION && message.failed_at.is_none() {
            // Whether this one left depends on how many others did, by whomever.
            ("wait", me.lang.say("inbox-confirmation").into_owned())
        } else if message.was_kept_back() {
            ("wait", me.lang.say("inbox-unconfirmed").into_owned())
        } else {
            delivery_words(&message, me.lang, &me.zone)
        },
        read: message
            .read_at
            .map(|at| me.lang.say1("inbox-read", "at", me.lang.moment(at, &me.zone))),
        elsewhere: WITH_SECRET
            .contains(&message.kind.as_str())
            .then(|| me.lang.say1("inbox-link-elsewhere", "email", &message.to_email)),
        again: (message.kind == CONFIRMATION && me.person.email_confirmed_at.is_none())
            .then(|| me.lang.href("/confirmations")),
        message,
    })
}

/// `POST /inbox/{id}/reading`: the reader says that it has been read. Saying it twice is saying it
/// once.
async fn read(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    rows::one(&mut tx, me.association(), me.id, id).await?.ok_or(Error::NotFound)?;
    if rows::mark_read(&mut tx, me.association(), me.id, id, me.now).await? {
        audit::record(&mut tx, &me, "message-read", "message", id).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/inbox", "said-message-read")
}

/// `POST /inbox/readings`: everything that is there now has been read.
async fn read_all(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    for id in rows::unread(&mut tx, me.association(), me.id).await? {
        rows::mark_read(&mut tx, me.association(), me.id, id, me.now).await?;
        audit::record(&mut tx, &me, "message-read", "message", id).await?;
    }
    tx.commit().await?;
    page::see_and_say(me.lang, "/inbox", "said-messages-read")
}
