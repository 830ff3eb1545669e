//! The messages' rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::News;

/// How many characters of a text its line in a list shows.
const BEGINNING: usize = 110;

/// A message, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Message {
    /// The message.
    pub id: Uuid,
    /// The person in whose inbox it is; a rater has none.
    pub person_id: Option<Uuid>,
    /// To whom.
    pub to_name: String,
    /// Where to.
    pub to_email: String,
    /// What kind of message, as a word: `reference-asked`.
    pub kind: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// A path to go to.
    pub link: Option<String>,
    /// When it was written.
    pub created_at: Time,
    /// When it was read here.
    pub read_at: Option<Time>,
    /// When its copy left by e-mail.
    pub sent_at: Option<Time>,
    /// When its copy was last refused.
    pub failed_at: Option<Time>,
    confirmed_at: Option<Time>,
}

impl Message {
    /// Whether no copy leaves: when it was written, nobody had shown that the address was theirs. What has a
    /// link that stands in the e-mail alone leaves all the same.
    #[must_use]
    pub fn was_kept_back(&self) -> bool {
        let is_shown = |at: Time| at <= self.created_at;
        self.person_id.is_some()
            && self.sent_at.is_none()
            && self.failed_at.is_none()
            && !self.confirmed_at.is_some_and(is_shown)
            && !super::WITH_SECRET.contains(&self.kind.as_str())
    }

    /// The first words of the text, for a list.
    #[must_use]
    pub fn beginning(&self) -> String {
        let words: Vec<&str> = self.body.split_whitespace().collect();
        let all = words.join(" ");
        match all.char_indices().nth(BEGINNING) {
            None => all,
            Some((end, _)) => format!("{}…", all.get(..end).unwrap_or_default().trim_end()),
        }
    }
}

pub(super) async fn add(
    tx: &mut Tx,
    id: Uuid,
    news: &News<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into messages (id, association_id, person_id, to_name, to_email, language, kind,
             subject, body, link, application_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        (
            id,
            news.association,
            news.person,
            news.to_name,
            news.to_email,
            news.lang.code(),
            news.kind,
            news.subject.as_str(),
            news.body.as_str(),
            news.link.clone(),
            news.application,
            now,
        ),
    )
    .await?;
    Ok(())
}

/// A person's messages, newest first.
pub(super) async fn of(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Message>, Error> {
    tx.all(
        "select id, person_id, to_name, to_email, kind, subject, body, link, created_at,
             read_at, sent_at, failed_at, (select p.email_confirmed_at from people p
                 where p.id = messages.person_id) as confirmed_at
         from messages where person_id = $1 and association_id = $2
         order by created_at desc, id desc limit 200",
        (person, association),
    )
    .await
}

/// A person's newest messages, newest first, at most so many.
///
/// # Errors
///
/// When the database refuses.
pub async fn newest(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    at_most: i64,
) -> Result<Vec<Message>, Error> {
    tx.all(
        "select id, person_id, to_name, to_email, kind, subject, body, link, created_at,
             read_at, sent_at, failed_at, (select p.email_confirmed_at from people p
                 where p.id = messages.person_id) as confirmed_at
         from messages where person_id = $1 and association_id = $2
         order by created_at desc, id desc limit $3",
        (person, association, at_most),
    )
    .await
}

pub(super) async fn one(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    id: Uuid,
) -> Result<Option<Message>, Error> {
    tx.maybe(
        "select id, person_id, to_name, to_email, kind, subject, body, link, created_at,
             read_at, sent_at, failed_at, (select p.email_confirmed_at from people p
                 where p.id = messages.person_id) as confirmed_at
         from messages where id = $3 and person_id = $1 and association_id = $2",
        (person, association, id),
    )
    .await
}

/// What was written about an application, to anybody, newest first: for the coordinator.
///
/// # Errors
///
/// When the database refuses.
pub async fn about(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Message>, Error> {
    tx.all(
        "select id, person_id, to_name, to_email, kind, subject, body, link, created_at,
             read_at, sent_at, failed_at, (select p.email_confirmed_at from people p
                 where p.id = messages.person_id) as confirmed_at
         from messages where application_id = $1 and association_id = $2
         order by created_at desc, id desc",
        (application, association),
    )
    .await
}

/// A message, to send its copy.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct ToSend {
    pub id: Uuid,
    pub person_id: Option<Uuid>,
    pub to_name: String,
    pub to_email: String,
    pub language: String,
    pub subject: String,
    pub body: String,
    pub link: Option<String>,
    /// Whether the person has shown that the address is theirs; who has no account has not given
    /// their name themselves.
    pub is_known: bool,
}

pub(super) async fn to_send(tx: &mut Tx, id: Uuid) -> Result<Option<ToSend>, Error> {
    tx.maybe(
        "select m.id, m.person_id, m.to_name, m.to_email, m.language, m.subject, m.body, m.link,
             (m.person_id is null or p.email_confirmed_at is not null) as is_known
         from messages m left join people p on p.id = m.person_id
         where m.id = $1 and m.sent_at is null",
        (id,),
    )
    .await
}

/// The messages that a person has not read yet.
pub(super) async fn unread(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Uuid>, Error> {
    let found: Vec<(Uuid,)> = tx
        .all(
            "select id from messages
             where person_id = $1 and association_id = $2 and read_at is null
             order by created_at, id",
            (person, association),
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Marks a person's message as read; `false` if it was already, or is not theirs.
pub(super) async fn mark_read(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let marked = tx
        .run(
            "update messages set read_at = $4
             where id = $3 and person_id = $1 and association_id = $2 and read_at is null",
            (person, association, id, now),
        )
        .await?;
    Ok(marked == 1)
}

pub(super) async fn mark_sent(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "update messages set sent_at = $2, failed_at = null, failure = null where id = $1",
        (id, now),
    )
    .await?;
    Ok(())
}

pub(super) async fn mark_failed(
    tx: &mut Tx,
    id: Uuid,
    failure: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run("update messages set failed_at = $3, failure = $2 where id = $1", (id, failure, now))
        .await?;
    Ok(())
}
