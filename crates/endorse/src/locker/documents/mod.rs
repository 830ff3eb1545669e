//! Documents: transcripts and certificates, uploaded once, shown only to whoever may see them.

mod bytes;
mod form;
mod job;
mod rows;

use askama::Template;
use axum::extract::{Multipart, Query, State};
use axum::response::Response;
use db::{Error as DbError, Time, Tx};
use jiff::SignedDuration;
use rules::{Assessment, Locker};
use serde::Deserialize;
use uuid::Uuid;

use self::form::{NewDocument, UploadForm};
use super::evidence::Evidence;
use super::kind::Kind;
use super::rows as entries;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::files::Incoming;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;
use crate::{people, security};

pub use bytes::hand_over;
pub use job::{SweepFiles, keep_sweeping};
pub(super) use rows::of_entry;
pub use rows::{Document, is_named};

/// What a request may weigh. More than a document may: so that whoever sends too large a file is
/// answered in a sentence, on the same page, with what was typed.
const REQUEST: usize = 24 << 20;

/// For how long a file stays open to an auditor who opened it, which is on record.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/documents", get(list).merge(post(upload).of_weight(REQUEST)))
        .route("/documents/{id}", get(one))
        .route("/documents/{id}/removal", get(ask).post(remove))
        .route("/documents/{id}/restoration", post(restore))
}

/// A person's documents, the newest first, without removed ones.
///
/// # Errors
///
/// When the database refuses.
pub async fn documents_of(tx: &mut Tx, person: Uuid) -> Result<Vec<Document>, DbError> {
    let all = rows::of(tx, person).await?;
    Ok(all.into_iter().filter(|it| it.removed_at.is_none()).collect())
}

/// A document, if the person may see it: their own; as a coordinator, one that was handed in with an
/// application here; as an auditor the same, of a file that they have opened. What a person keeps
/// besides, or handed in elsewhere, is not there. A reviewer reads the frozen documents of a file
/// through `reviews`, after declaring that there is no conflict, and nothing here.
///
/// # Errors
///
/// When the database refuses or what was handed in is damaged.
pub async fn document(tx: &mut Tx, who: &Signed, id: Uuid) -> anyhow::Result<Option<Document>> {
    let Some(it) = rows::one(tx, id).await? else { return Ok(None) };
    if it.person_id == who.id {
        return Ok(Some(it));
    }
    let opened = match (who.person.has("coordinator"), who.person.has("auditor")) {
        (true, _) => None,
        (false, true) => Some((who.id, who.now - OPEN_FOR)),
        (false, false) => return Ok(None),
    };
    for of in rows::handed_in(tx, (who.association(), it.person_id), opened).await? {
        let assessment: Assessment = serde_json::from_str(&of.assessment)?;
        let used = assessment.used();
        if was_handed_in(&it, |entry| used.contains(entry), of.submitted_at) {
            return Ok(Some(it));
        }
    }
    Ok(None)
}

/// Of a person's documents, those that were handed in with a locker at a time: what was added or
/// attached later is no part of it, nor what belongs to nothing in it.
#[must_use]
pub fn handed_in(mut documents: Vec<Document>, locker: &Locker, at: Time) -> Vec<Document> {
    documents.retain(|it| was_handed_in(it, |entry| locker.holds(entry), at));
    documents
}

fn was_handed_in(it: &Document, holds: impl Fn(&str) -> bool, at: Time) -> bool {
    it.created_at <= at && it.entry_id.is_some_and(|entry| holds(&entry.to_string()))
}

/// Which entry the document is to belong to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct For {
    entry: String,
}

#[derive(Template)]
#[template(path = "locker/documents/page.html")]
struct DocumentsPage {
    frame: Frame,
    form: UploadForm,
    problems: Problems,
    choices: Vec<(String, String)>,
    documents: Vec<Shown>,
    removed: Vec<Shown>,
}

struct Shown {
    document: Document,
    kind: String,
    day: String,
    /// Of which entry, and where that is.
    entry: Option<(String, String)>,
}

impl DocumentsPage {
    async fn load(
        tx: &mut Tx,
        me: &Applicant,
        form: UploadForm,
        problems: Problems,
    ) -> Result<Self, Error> {
        let mut choices = Vec::new();
        let mut hrefs = Vec::new();
        for kept in entries::all(tx, me.id).await? {
            let Some(kind) = Kind::of(&kept.kind).filter(|_| kept.removed_at.is_none()) else {
                continue;
            };
            let entry = Evidence::read(kind, &kept.body)?;
            let (title, when) = (entry.title(me.lang), entry.when(me.lang));
            choices.push((kept.id.to_string(), format!("{title}, {when}")));
            hrefs.push((kept.id, title, me.lang.href(&kind.href_of(&kept.id.to_string()))));
        }
        let (mut documents, mut removed) = (Vec::new(), Vec::new());
        for document in rows::of(tx, me.id).await? {
            let entry = hrefs.iter().find(|it| Some(it.0) == document.entry_id);
            let shown = Shown {
                kind: me.lang.say(&format!("documents-kind-{}", document.kind)).into_owned(),
                day: me.lang.moment(document.created_at, &me.zone),
                entry: entry.map(|(_, title, href)| (title.clone(), href.clone())),
                document,
            };
            let is_removed = shown.document.removed_at.is_some();
            if is_removed { removed.push(shown) } else { documents.push(shown) }
        }
        Ok(Self { frame: Frame::room(me), form, problems, choices, documents, removed })
    }
}

/// `GET /documents`
async fn list(
    State(app): State<App>,
    me: Applicant,
    Query(of): Query<For>,
) -> Result<Response, Error> {
    let form = UploadForm { entry: of.entry, ..UploadForm::default() };
    let mut tx = app.db.read().await?;
    page::show(&DocumentsPage::load(&mut tx, &me, form, Problems::default()).await?)
}

/// `POST /documents`
async fn upload(
    State(app): State<App>,
    me: Applicant,
    parts: Multipart,
) -> Result<Response, Error> {
    let mut form = UploadForm::read(parts, &app, me.id).await?;
    let problems = match (form.check(), form.file.take()) {
        (Err(problems), _) => problems,
        (Ok(_), None) => Problems::one("file", "documents-no-file"),
        (Ok(new), Some(file)) => match keep(&app, &me, &new, file).await? {
            Ok(id) => {
                let to = format!("/documents#{id}");
                return page::see_and_say(me.lang, &to, "said-document-added");
            }
            Err(problems) => problems,
        },
    };
    let mut tx = app.db.read().await?;
    page::correct(&DocumentsPage::load(&mut tx, &me, form, problems).await?)
}

/// Keeps a document, if there is room for it; only then does its file become one that is kept.
async fn keep(
    app: &App,
    me: &Applicant,
    new: &NewDocument,
    file: Incoming,
) -> Result<Result<Uuid, Problems>, Error> {
    let mut tx = app.db.write().await?;
    // It may have taken minutes to arrive; whoever signed out or was erased meanwhile keeps nothing.
    if !people::goes_on(&mut tx, me.who_is_there().session_id, me.now).await? {
        let to = format!("/sign-in?then={}", security::query_value(&me.here()));
        return Err(Error::SignInFirst(me.lang.href(&to)));
    }
    // And whoever has stopped helping meanwhile keeps nothing in somebody else's locker.
    if !me.still_helps(&mut tx, app.clock.now()).await? {
        return Err(Error::Stale);
    }
    let kind = match new.entry {
        None => Some("other"),
        Some(entry) => rows::kind_for(&mut tx, me.id, entry).await?,
    };
    let Some(kind) = kind else { return Ok(Err(Problems::one("entry", "problem-choose"))) };
    let size = i64::try_from(file.size()).unwrap_or(i64::MAX);
    let kept = rows::weight(&mut tx, me.id).await?;
    if kept.many >= rows::MOST {
        return Ok(Err(Problems::one("file", "documents-too-many")));
    }
    if kept.bytes.saturating_add(size) > rows::MOST_BYTES {
        return Ok(Err(Problems::one("file", "documents-too-much")));
    }
    let sha256 = app.files.keep(file, me.now).await?;
    let id = rows::add(&mut tx, me.id, (new, kind), (&sha256, size), me.now).await?;
    audit::record(&mut tx, me, "document-added", "document", id).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// `GET /documents/{id}`: never shown in the page, always given as a file.
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let found = document(&mut app.db.read().await?, &me, id).await?.ok_or(Error::NotFound)?;
    if found.person_id != me.id {
        me.must_have_second_factor(&app)?;
    }
    hand_over(&app, &found).await
}

#[derive(Template)]
#[template(path = "locker/documents/removal.html")]
struct RemovalPage {
    frame: Frame,
    name: String,
}

/// `GET /documents/{id}/removal`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let documents = documents_of(&mut app.db.read().await?, me.id).await?;
    let document = documents.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    page::show(&RemovalPage { frame: Frame::room(&me), name: document.name })
}

/// `POST /documents/{id}/removal`
async fn remove(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::remove(&mut tx, me.id, id, me.now).await? {
        return Err(Error::NotFound);
    }
    audit::record(&mut tx, &me, "document-removed", "document", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/documents", "said-document-removed")
}

/// `POST /documents/{id}/restoration`
async fn restore(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::restore(&mut tx, me.id, id).await? {
        return Err(Error::NotFound);
    }
    audit::record(&mut tx, &me, "document-restored", "document", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/documents#{id}"), "said-document-restored")
}
