//! The rows of what was agreed to, and of how long things are kept.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use crate::house::in_turn;
use crate::identity::Seat;

pub(super) async fn keep_text(
    tx: &mut Tx,
    sha256: &str,
    (language, body): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into consent_texts (sha256, language, body, first_used_at)
         values ($1, $2, $3, $4) on conflict do nothing",
        (sha256, language, body, now),
    )
    .await?;
    Ok(())
}

pub(super) async fn add(
    tx: &mut Tx,
    (seat, person): (&Seat, Uuid),
    (purpose, about): (&str, Option<Uuid>),
    sha256: &str,
) -> Result<(), Error> {
    tx.run(
        "insert into consents (id, association_id, person_id, purpose, about_id, text_sha256,
             given_at, address, user_agent)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        (
            Uuid::now_v7(),
            seat.association(),
            person,
            purpose,
            about,
            sha256,
            seat.now,
            seat.address.map(|it| it.to_string()),
            seat.user_agent.as_str(),
        ),
    )
    .await?;
    Ok(())
}

pub(super) async fn withdraw(
    tx: &mut Tx,
    person: Uuid,
    (purpose, about): (&str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update consents set withdrawn_at = $4
         where person_id = $1 and purpose = $2 and withdrawn_at is null
           and (about_id = $3 or (about_id is null and $3 is null))",
        (person, purpose, about, now),
    )
    .await?;
    Ok(())
}

/// Something that a person agreed to.
#[derive(Debug, sqlx::FromRow)]
pub struct Consent {
    /// `privacy-notice`, `sharing` or `registry`.
    pub purpose: String,
    /// The digest of the words.
    pub text_sha256: String,
    /// The words.
    pub body: String,
    /// When.
    pub given_at: Time,
    /// From where, as far as it was known.
    pub address: Option<String>,
    /// Until when.
    pub withdrawn_at: Option<Time>,
}

/// Everything that a person agreed to in an association, the newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_person(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Consent>, Error> {
    tx.all(
        "select c.purpose, c.text_sha256, t.body, c.given_at, c.address, c.withdrawn_at
         from consents c join consent_texts t on t.sha256 = c.text_sha256
         where c.association_id = $1 and c.person_id = $2
         order by c.given_at desc, c.id desc",
        (association, person),
    )
    .await
}

/// How long an association keeps something.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Term {
    /// Of what: one of [`super::holdings::CLASSES`].
    pub class: String,
    /// So many months.
    pub months: i64,
    /// Who said so.
    pub authority: String,
    /// Since when it counts.
    pub set_at: Time,
}

/// What an association has set. What is not there has no term, and is kept.
///
/// # Errors
///
/// When the database refuses.
pub async fn terms(tx: &mut Tx, association: &str) -> Result<Vec<Term>, Error> {
    tx.all(
        "select class, months, authority, set_at from retention_terms
         where association_id = $1 and ended_at is null order by class",
        (association,),
    )
    .await
}

/// Ends the term of a class, if there is one.
///
/// # Errors
///
/// When the database refuses.
pub async fn end_term(
    tx: &mut Tx,
    (association, class): (&str, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let ended = tx
        .run(
            "update retention_terms set ended_at = $3
             where association_id = $1 and class = $2 and ended_at is null",
            (association, class, now),
        )
        .await?;
    Ok(ended == 1)
}

/// Sets the term of a class: in months, and who said so. `None` if it was set so already.
///
/// # Errors
///
/// When the database refuses.
pub async fn set_term(
    tx: &mut Tx,
    (association, class): (&str, &str),
    (months, authority): (i64, &str),
    (by, now): (Uuid, Timestamp),
) -> Result<Option<Uuid>, Error> {
    in_turn(tx, association).await?;
    let same = |it: &Term| it.class == class && it.months == months && it.authority == authority;
    if terms(tx, association).await?.iter().any(same) {
        return Ok(None);
    }
    end_term(tx, (association, class), now).await?;
    let id = Uuid::now_v7();
    tx.run(
        "insert into retention_terms (id, association_id, class, months, authority, set_at, set_by)
         values ($1, $2, $3, $4, $5, $6, $7)",
        (id, association, class, months, authority, now, by),
    )
    .await?;
    Ok(Some(id))
}
