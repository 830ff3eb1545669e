//! The signatures' rows.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A signature.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Signed {
    pub id: Uuid,
    pub agreement: String,
    pub version: String,
    pub typed_name: String,
    pub signed_on: Day,
}

pub(super) async fn signed(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Signed>, Error> {
    tx.all(
        "select id, agreement, version, typed_name, signed_on from signatures
         where association_id = $1 and person_id = $2
         order by signed_at, id",
        (association, person),
    )
    .await
}

/// Keeps the exact words, once.
pub(super) async fn keep_text(
    tx: &mut Tx,
    sha256: &str,
    (agreement, version, language): (&str, &str, &str),
    body: &str,
) -> Result<(), Error> {
    tx.run(
        "insert into agreement_texts (sha256, agreement, version, language, body)
         values ($1, $2, $3, $4, $5) on conflict do nothing",
        (sha256, agreement, version, language, body),
    )
    .await?;
    Ok(())
}

/// A new signature.
#[derive(Debug)]
pub(super) struct NewSignature<'a> {
    pub association: &'a str,
    pub person: Uuid,
    pub agreement: &'a str,
    pub version: &'a str,
    pub language: &'a str,
    pub sha256: &'a str,
    pub typed_name: &'a str,
    pub meaning: &'a str,
    pub signed_on: Date,
    pub session: Uuid,
    pub address: Option<String>,
    pub user_agent: &'a str,
}

/// Keeps a signature; `None` if the person has signed the same words on the same day.
pub(super) async fn add(
    tx: &mut Tx,
    new: &NewSignature<'_>,
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    let once = format!("{}/{}/{}/{}", new.association, new.person, new.sha256, new.signed_on);
    let sql = "insert into signatures (id, association_id, person_id, agreement, version, language,
             sha256, typed_name, meaning, signed_at, signed_on, session_id, address, user_agent,
             only_once)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict do nothing";
    let kept = tx.run(
        sql,
        (
            id,
            new.association,
            new.person,
            new.agreement,
            new.version,
            new.language,
            new.sha256,
            new.typed_name,
            new.meaning,
            now,
            new.signed_on,
            new.session,
            new.address.clone(),
            new.user_agent,
            once,
        ),
    );
    Ok((kept.await? == 1).then_some(id))
}

/// A signature with the words it is under.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Copy {
    pub agreement: String,
    pub version: String,
    pub language: String,
    pub sha256: String,
    pub typed_name: String,
    pub meaning: String,
    pub signed_at: Time,
    pub body: String,
}

pub(super) async fn copy(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    id: Uuid,
) -> Result<Option<Copy>, Error> {
    tx.maybe(
        "select s.agreement, s.version, s.language, s.sha256, s.typed_name, s.meaning,
             s.signed_at, t.body
         from signatures s join agreement_texts t on t.sha256 = s.sha256
         where s.association_id = $1 and s.person_id = $2 and s.id = $3",
        (association, person, id),
    )
    .await
}
