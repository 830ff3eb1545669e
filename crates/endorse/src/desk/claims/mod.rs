//! "I am a member already", at the desk: confirmed, declined, undone.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::ReasonForm;
use crate::app::App;
use crate::error::Error;
use crate::identity::Coordinator;
use crate::locker::{self, Document};
use crate::page::{self, Frame};
use crate::payments::claims::{self, Claim, Verdict};
use crate::people;
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/membership-claims/{id}", get(one))
        .route("/desk/membership-claims/{id}/document", get(document))
        .route("/desk/membership-claims/{id}/confirmation", post(confirm))
        .route("/desk/membership-claims/{id}/refusal", post(refuse))
        .route("/desk/membership-claims/{id}/reversal", post(reverse))
}

#[derive(Template)]
#[template(path = "desk/claims/page.html")]
struct ClaimPage {
    frame: Frame,
    href: String,
    name: String,
    email: String,
    of: String,
    span: String,
    note: String,
    shape: &'static str,
    state: &'static str,
    word: String,
    reason: String,
    document: Option<(String, String)>,
    form: ReasonForm,
    problems: Problems,
}

/// A claim of somebody else's: nobody confirms their own.
async fn theirs(tx: &mut Tx, me: &Coordinator, id: Uuid) -> Result<Claim, Error> {
    let it = claims::one(tx, me.association(), id).await?;
    if it.person_id == me.id { Err(Error::NotFound) } else { Ok(it) }
}

/// The document that was named, unless it has been removed or the claim is no longer one.
async fn named(tx: &mut Tx, it: &Claim) -> Result<Option<Document>, Error> {
    if !matches!(it.state(), "waiting" | "confirmed") {
        return Ok(None);
    }
    let documents = locker::documents_of(tx, it.person_id).await?;
    Ok(documents.into_iter().find(|document| Some(document.id) == it.document_id))
}

impl ClaimPage {
    async fn load(
        tx: &mut Tx,
        me: &Coordinator,
        it: &Claim,
        (form, problems): (ReasonForm, Problems),
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let to = people::addressee(tx, it.person_id).await?;
        let href = lang.href(&format!("/desk/membership-claims/{}", it.id));
        let document = named(tx, it).await?;
        Ok(Self {
            frame: Frame::room(me),
            name: to.name,
            email: to.email,
            of: it.of(me.program).to_owned(),
            span: it.span(lang),
            note: it.note.clone().unwrap_or_default(),
            shape: it.shape(),
            state: it.state(),
            word: lang.say(&format!("membership-state-{}", it.state())).into_owned(),
            reason: it.reason.clone().unwrap_or_default(),
            document: document.map(|it| (format!("{href}/document"), it.name)),
            href,
            form,
            problems,
        })
    }
}

/// `GET /desk/membership-claims/{id}`
async fn one(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let it = theirs(&mut tx, &me, id).await?;
    let typed = (ReasonForm::default(), Problems::default());
    page::show(&ClaimPage::load(&mut tx, &me, &it, typed).await?)
}

/// `GET /desk/membership-claims/{id}/document`: always given as a file.
async fn document(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let it = theirs(&mut tx, &me, id).await?;
    let found = named(&mut tx, &it).await?.ok_or(Error::NotFound)?;
    drop(tx);
    locker::hand_over(&app, &found).await
}

/// `POST /desk/membership-claims/{id}/confirmation`
async fn confirm(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let it = theirs(&mut tx, &me, id).await?;
    claims::settle(&mut tx, me.program, &me, (&it, Verdict::Confirm)).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/membership-claims/{id}"), "said-desk-member")
}

/// `POST /desk/membership-claims/{id}/refusal`
async fn refuse(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    no_member(&app, &me, id, form, |reason| Verdict::Decline(reason)).await
}

/// `POST /desk/membership-claims/{id}/reversal`
async fn reverse(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    no_member(&app, &me, id, form, |reason| Verdict::Undo(reason)).await
}

/// Settles a claim so that there is no membership, with a reason.
async fn no_member(
    app: &App,
    me: &Coordinator,
    id: Uuid,
    form: ReasonForm,
    verdict: fn(&str) -> Verdict<'_>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let it = theirs(&mut tx, me, id).await?;
    let reason = match form.check() {
        Ok(reason) => reason,
        Err(problems) => {
            return page::correct(&ClaimPage::load(&mut tx, me, &it, (form, problems)).await?);
        }
    };
    claims::settle(&mut tx, me.program, me, (&it, verdict(&reason))).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/membership-claims/{id}"), "said-desk-no-member")
}
