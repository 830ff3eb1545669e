//! A file that must be kept, whoever asks for what: a complaint, an appeal, a court.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::form::HoldForm;
use super::rows;
use crate::app::App;
use crate::applications::{self, Application};
use crate::error::Error;
use crate::identity::{Coordinator, Fresh};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;
use crate::{audit, people};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/applications/{id}/legal-hold", get(ask).post(begin))
        .route("/desk/applications/{id}/legal-hold/end", post(end))
}

#[derive(Template)]
#[template(path = "privacy/retention/hold.html")]
struct HoldPage {
    frame: Frame,
    file: String,
    number: String,
    /// Since when and why, if it is held.
    held: Option<(String, String)>,
    form: HoldForm,
    problems: Problems,
}

/// A file of the association's; the coordinator's own is not there.
async fn file(tx: &mut Tx, me: &Coordinator, id: Uuid) -> Result<Application, Error> {
    let of = applications::one(tx, me.association(), id).await?;
    if of.person_id == me.id { Err(Error::NotFound) } else { Ok(of) }
}

async fn the_page(
    tx: &mut Tx,
    me: &Coordinator,
    of: &Application,
    (form, problems): (HoldForm, Problems),
) -> Result<HoldPage, Error> {
    let held = rows::hold_of(tx, of.id).await?;
    Ok(HoldPage {
        frame: Frame::room(me),
        file: me.lang.href(&format!("/desk/applications/{}", of.id)),
        number: of.number.clone(),
        held: held.map(|it| (me.lang.moment(it.begun_at, &me.zone), it.reason)),
        form,
        problems,
    })
}

/// `GET /desk/applications/{id}/legal-hold`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let of = file(&mut tx, &me, id).await?;
    let empty = (HoldForm::default(), Problems::default());
    page::show(&the_page(&mut tx, &me, &of, empty).await?)
}

/// `POST /desk/applications/{id}/legal-hold`. One that holds already goes on with its own reason.
async fn begin(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
    Form(form): Form<HoldForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = file(&mut tx, &me, id).await?;
    // Whoever of these is being erased in this moment is gone before, or stays with the file.
    for person in rows::in_file(&mut tx, id).await? {
        if !people::in_turn(&mut tx, person).await? && person == of.person_id {
            return Err(Error::Stale);
        }
    }
    let reason = match form.check() {
        Ok(reason) => reason,
        Err(problems) => {
            return page::correct(&the_page(&mut tx, &me, &of, (form, problems)).await?);
        }
    };
    if rows::begin_hold(&mut tx, (me.association(), id), &reason, (me.id, me.now)).await? {
        audit::record_about(&mut tx, &me, "legal-hold-begun", ("file", id), id, None).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-privacy-hold-begun")
}

/// `POST /desk/applications/{id}/legal-hold/end`
async fn end(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    file(&mut tx, &me, id).await?;
    if rows::end_hold(&mut tx, id, (me.id, me.now)).await? {
        audit::record_about(&mut tx, &me, "legal-hold-ended", ("file", id), id, None).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-privacy-hold-ended")
}
