//! Giving a file to a reviewer, and taking it back.

use axum::extract::{Form, State};
use axum::response::Response;
use rules::lifecycle::State as Stand;
use serde::Deserialize;
use uuid::Uuid;

use super::application;
use super::file::{FilePage, who_may_judge};
use crate::app::App;
use crate::applications;
use crate::error::Error;
use crate::house;
use crate::identity::Coordinator;
use crate::page;
use crate::reviews::assignments;
use crate::routing::{Path, Routes, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/applications/{id}/assignments", post(assign))
        .route("/desk/applications/{id}/assignments/{assignment}/withdrawal", post(withdraw))
}

/// Who is to judge.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AssignmentForm {
    reviewer: String,
}

/// `POST /desk/applications/{id}/assignments`
async fn assign(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Form(form): Form<AssignmentForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    // A role of a reviewer ends in this turn, and takes what is open with it.
    house::in_turn(&mut tx, me.association()).await?;
    applications::in_turn(&mut tx, id).await?;
    let of = application(&mut tx, &me, id).await?;
    if !matches!(of.state()?, Stand::Submitted | Stand::InReview) {
        return Err(Error::Stale);
    }
    let submission = applications::latest_submission(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let may = who_may_judge(&mut tx, &me, &of, app.clock.now()).await?;
    let Some(reviewer) = may.iter().find(|it| it.id.to_string() == form.reviewer) else {
        let problems = Problems::one("reviewer", "problem-choose");
        return page::correct(&FilePage::load(&mut tx, &me, &of, problems).await?);
    };
    let about = (me.program, &of);
    if assignments::assign(&mut tx, &me, about, submission.id, reviewer).await?.is_none() {
        return Err(Error::Stale);
    }
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-desk-assigned")
}

/// `POST /desk/applications/{id}/assignments/{assignment}/withdrawal`
async fn withdraw(
    State(app): State<App>,
    me: Coordinator,
    Path((id, assignment)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = application(&mut tx, &me, id).await?;
    let there = assignments::of(&mut tx, me.association(), of.id).await?;
    let it = there.iter().find(|it| it.id == assignment).ok_or(Error::NotFound)?;
    assignments::take_back(&mut tx, &me, &of, it).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-desk-taken-back")
}
