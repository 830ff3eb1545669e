//! What is typed and not kept yet. It is kept as a draft by itself while one types, or by a button,
//! and is there again when the form is opened. It counts nowhere.

mod rows;

use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::Form;
use db::{Time, Tx};
use serde_json::Value;
use uuid::Uuid;

use super::entries::Sheet;
use super::kind::Kind;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page;
use crate::routing::{Path, Routes, post};

/// The longest draft, in bytes.
const LONGEST: usize = 64 << 10;
/// The query of a form that keeps itself: nobody waits for a page.
pub(super) const BY_ITSELF: &str = "by-itself";

pub(super) fn routes<S: Sheet>() -> Routes {
    let path = S::KIND.href();
    Routes::new()
        .route(&format!("{path}/draft"), post(keep_new::<S>))
        .route(&format!("{path}/draft/removal"), post(forget_new::<S>))
        .route(&format!("{path}/{{id}}/draft"), post(keep_of_entry::<S>))
        .route(&format!("{path}/{{id}}/draft/removal"), post(forget_of_entry::<S>))
        .around(|router| router.layer(DefaultBodyLimit::max(LONGEST)))
}

/// Where the draft of a new entry, or of an entry being corrected, is kept.
fn place(kind: Kind, entry: Option<Uuid>) -> String {
    entry.map_or_else(|| kind.path().to_owned(), |id| format!("{}/{id}", kind.path()))
}

/// Something that was begun.
#[derive(Debug)]
pub(super) struct Begun {
    pub kind: Kind,
    /// The entry being corrected; none for a new one.
    pub entry: Option<Uuid>,
    pub saved_at: Time,
}

/// Everything that a person has begun.
pub(super) async fn of(tx: &mut Tx, me: &Applicant) -> Result<Vec<Begun>, Error> {
    let begun = |draft: rows::Draft| {
        let (kind, entry) = match draft.place.split_once('/') {
            Some((kind, id)) => (kind, Some(id.parse().ok()?)),
            None => (draft.place.as_str(), None),
        };
        let kind = Kind::ALL.into_iter().find(|it| it.path() == kind)?;
        Some(Begun { kind, entry, saved_at: draft.saved_at })
    };
    Ok(rows::of(tx, me.id).await?.into_iter().filter_map(begun).collect())
}

/// The draft of a form, and since when it is kept. One that cannot be read any more is none.
pub(super) async fn begun<S: Sheet>(
    tx: &mut Tx,
    me: &Applicant,
    entry: Option<Uuid>,
) -> Result<Option<(S, Time)>, Error> {
    let draft = rows::at(tx, me.id, &place(S::KIND, entry)).await?;
    Ok(draft.and_then(|it| Some((serde_json::from_str(&it.body).ok()?, it.saved_at))))
}

/// Forgets a draft, since what it became is kept, or nobody wants it.
pub(super) async fn forget(
    tx: &mut Tx,
    me: &Applicant,
    kind: Kind,
    entry: Option<Uuid>,
) -> Result<bool, Error> {
    Ok(rows::forget(tx, me.id, &place(kind, entry)).await?)
}

/// `POST /locker/{kind}/draft`
async fn keep_new<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<S>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    keep(&mut tx, &me, None, (&form, &S::default())).await?;
    tx.commit().await?;
    done::<S>(&me)
}

/// `POST /locker/{kind}/{id}/draft`
async fn keep_of_entry<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<S>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let kept = super::rows::one(&mut tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    let entry: S::Entry = super::read(&kept.body)?;
    keep(&mut tx, &me, Some(id), (&form, &S::of(&entry, me.lang))).await?;
    tx.commit().await?;
    done::<S>(&me)
}

/// Keeps what was typed, if it is anything else than what stood there.
async fn keep<S: Sheet>(
    tx: &mut Tx,
    me: &Applicant,
    entry: Option<Uuid>,
    (form, untouched): (&S, &S),
) -> Result<(), Error> {
    if typed(form)? == typed(untouched)? {
        forget(tx, me, S::KIND, entry).await?;
        return Ok(());
    }
    let body = serde_json::to_string(form).map_err(anyhow::Error::from)?;
    rows::keep(tx, me.id, (&place(S::KIND, entry), &body), me.now).await?;
    Ok(audit::record(tx, me, "draft-kept", "draft", entry.unwrap_or(me.id)).await?)
}

/// What a person typed into a form; the version it was made from is not typed.
fn typed<S: Sheet>(form: &S) -> anyhow::Result<Value> {
    let mut value = serde_json::to_value(form)?;
    if let Some(fields) = value.as_object_mut() {
        fields.remove("version");
    }
    Ok(value)
}

fn done<S: Sheet>(me: &Applicant) -> Result<Response, Error> {
    if me.query.split('&').any(|it| it == BY_ITSELF) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    page::see_and_say(me.lang, &S::KIND.href(), "said-draft-kept")
}

/// `POST /locker/{kind}/draft/removal`
async fn forget_new<S: Sheet>(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    throw_away::<S>(&app, &me, None).await
}

/// `POST /locker/{kind}/{id}/draft/removal`
async fn forget_of_entry<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    throw_away::<S>(&app, &me, Some(id)).await
}

/// Saying it twice is saying it once.
async fn throw_away<S: Sheet>(
    app: &App,
    me: &Applicant,
    entry: Option<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if let Some(id) = entry {
        super::rows::one(&mut tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    }
    if forget(&mut tx, me, S::KIND, entry).await? {
        audit::record(&mut tx, me, "draft-removed", "draft", entry.unwrap_or(me.id)).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, &S::KIND.href(), "said-draft-removed")
}
