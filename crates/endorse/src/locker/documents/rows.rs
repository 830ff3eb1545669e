//! The documents' rows. The bytes are on disk, by their hash.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::form::NewDocument;

/// How many documents a person can keep, removed ones too.
pub(super) const MOST: i64 = 500;

/// How many bytes they may have together, removed ones too.
pub(super) const MOST_BYTES: i64 = 500 << 20;

/// A document, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Document {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub person_id: Uuid,
    /// The entry it belongs to, if any.
    pub entry_id: Option<Uuid>,
    /// `transcript`, `certificate` or `other`.
    pub kind: String,
    /// What it is called, with its ending.
    pub name: String,
    /// `application/pdf`, `image/jpeg` or `image/png`, by its content.
    pub media_type: String,
    /// The hash of its bytes.
    pub sha256: String,
    /// When it was uploaded.
    pub created_at: Time,
    /// When it was removed, if it was.
    pub removed_at: Option<Time>,
}

impl Document {
    /// Where it is, without the language.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/documents/{}", self.id)
    }
}

#[derive(sqlx::FromRow)]
struct Word {
    word: String,
}

/// How much a person keeps.
#[derive(Clone, Copy, Debug, Default, sqlx::FromRow)]
pub(super) struct Weight {
    /// How many documents.
    pub many: i64,
    /// How many bytes.
    pub bytes: i64,
}

/// A person's documents, the newest first, removed ones too.
pub(super) async fn of(tx: &mut Tx, person: Uuid) -> Result<Vec<Document>, Error> {
    tx.all(
        "select id, person_id, entry_id, kind, name, media_type, sha256, created_at, removed_at
         from documents
         where person_id = $1
         order by created_at desc, id desc",
        (person,),
    )
    .await
}

/// The documents of one of a person's entries.
pub async fn of_entry(tx: &mut Tx, person: Uuid, entry: Uuid) -> Result<Vec<Document>, Error> {
    tx.all(
        "select id, person_id, entry_id, kind, name, media_type, sha256, created_at, removed_at
         from documents
         where person_id = $1 and entry_id = $2 and removed_at is null
         order by created_at desc, id desc",
        (person, entry),
    )
    .await
}

/// A document, whoever it belongs to.
pub(super) async fn one(tx: &mut Tx, id: Uuid) -> Result<Option<Document>, Error> {
    tx.maybe(
        "select id, person_id, entry_id, kind, name, media_type, sha256, created_at, removed_at
         from documents where id = $1 and removed_at is null",
        (id,),
    )
    .await
}

/// What the rules said of what was handed in.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Frozen {
    pub assessment: String,
    pub submitted_at: Time,
}

/// What a person has handed in to an association; to an auditor only of files that they opened since
/// a time.
pub(super) async fn handed_in(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    opened: Option<(Uuid, Timestamp)>,
) -> Result<Vec<Frozen>, Error> {
    let (by, since) = opened.unzip();
    tx.all(
        "select s.assessment, s.submitted_at
         from submissions s join applications a on a.id = s.application_id
         where a.association_id = $1 and a.person_id = $2
           and ($3 or exists (select 1 from file_openings o
                   where o.application_id = a.id and o.person_id = $4 and o.opened_at > $5))
         order by s.submitted_at, s.id",
        (association, person, opened.is_none(), by, since),
    )
    .await
}

/// What a document of an entry is: a degree's is its transcript, any other a certificate. `None` if
/// the person has no such entry.
pub(super) async fn kind_for(
    tx: &mut Tx,
    person: Uuid,
    entry: Uuid,
) -> Result<Option<&'static str>, Error> {
    let row: Option<Word> = tx
        .maybe(
            "select kind as word from entries
             where id = $1 and person_id = $2 and removed_at is null",
            (entry, person),
        )
        .await?;
    Ok(row.map(|it| if it.word == "education" { "transcript" } else { "certificate" }))
}

/// How much a person keeps, removed documents too.
pub(super) async fn weight(tx: &mut Tx, person: Uuid) -> Result<Weight, Error> {
    let row: Option<Weight> = tx
        .maybe(
            "select count(*) as many, cast(coalesce(sum(size_bytes), 0) as bigint) as bytes
             from documents where person_id = $1",
            (person,),
        )
        .await?;
    Ok(row.unwrap_or_default())
}

/// Whether any document, removed or not, or an association's logo has the bytes of a hash.
///
/// # Errors
///
/// When the database refuses.
pub async fn is_named(tx: &mut Tx, sha256: &str) -> Result<bool, Error> {
    let row: Option<Word> = tx
        .maybe(
            "select kind as word from documents where sha256 = $1
             union all select name from association_settings where name = 'logo'
                 and until_at is null and substr(value, 1, 64) = $1
             limit 1",
            (sha256,),
        )
        .await?;
    Ok(row.is_some())
}

/// Keeps a new document.
pub(super) async fn add(
    tx: &mut Tx,
    person: Uuid,
    (new, kind): (&NewDocument, &str),
    (sha256, size): (&str, i64),
    now: Timestamp,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    let name = new.name.as_str();
    tx.run(
        "insert into documents
             (id, person_id, entry_id, kind, name, media_type, sha256, size_bytes, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        (id, person, new.entry, kind, name, new.media_type, sha256, size, now),
    )
    .await?;
    Ok(id)
}

/// Removes a document; it can be restored.
pub(super) async fn remove(
    tx: &mut Tx,
    person: Uuid,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update documents set removed_at = $1
             where id = $2 and person_id = $3 and removed_at is null",
            (now, id, person),
        )
        .await?;
    Ok(changed == 1)
}

/// Puts a removed document back.
pub(super) async fn restore(tx: &mut Tx, person: Uuid, id: Uuid) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update documents set removed_at = null
             where id = $1 and person_id = $2 and removed_at is not null",
            (id, person),
        )
        .await?;
    Ok(changed == 1)
}
