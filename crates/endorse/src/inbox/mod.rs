//! Messages: the inbox is the truth, e-mail is a copy.
//!
//! Others send through [`send`]; the copy leaves by a job, so no request waits for a mail server.

mod job;
mod rows;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use askama::Template;
use db::Tx;
use jiff::Timestamp;
use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::{jobs, page};
use crate::page::Frame;

pub use job::SendCopy;
pub use rows::{Message, about, delivery, newest};

/// The way in.
pub fn routes() -> Router<App> {
    Router::new().route("/inbox", get(list)).route("/inbox/{id}", get(one))
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

/// Puts a message into the inbox and orders its copy by e-mail, all in the caller's transaction.
///
/// # Errors
///
/// When the database refuses.
pub async fn send(tx: &mut Tx, news: &News<'_>, now: Timestamp) -> anyhow::Result<Uuid> {
    send_with_secret(tx, news, None, now).await
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
    jobs::later(tx, &order, now, Some(&format!("message-{id}"))).await?;
    Ok(id)
}

#[derive(Template)]
#[template(path = "inbox/page.html")]
struct InboxPage {
    frame: Frame,
    messages: Vec<Message>,
    zone: jiff::tz::TimeZone,
}

/// `GET /inbox`
async fn list(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let messages = rows::of(&mut tx, me.association(), me.id).await?;
    page::show(&InboxPage { frame: Frame::room(&me), messages, zone: me.zone.clone() })
}

#[derive(Template)]
#[template(path = "inbox/message.html")]
struct MessagePage {
    frame: Frame,
    message: Message,
    zone: jiff::tz::TimeZone,
}

/// `GET /inbox/{id}`. Reading marks as read: the only change that a GET makes, and one that nobody
/// but the reader could wish to prevent.
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let found = rows::one(&mut tx, me.association(), me.id, id).await?;
    let message = found.ok_or(Error::NotFound)?;
    if message.read_at.is_none() {
        rows::mark_read(&mut tx, id, me.now).await?;
        tx.commit().await?;
    }
    page::show(&MessagePage { frame: Frame::room(&me), message, zone: me.zone.clone() })
}
