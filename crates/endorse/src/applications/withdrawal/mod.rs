//! Giving an application up: a page that asks first, then the deed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rules::lifecycle::Step;
use uuid::Uuid;

use super::home;
use crate::app::App;
use crate::error::Error;
use crate::identity::{Applicant, Fresh};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/applications/{id}/withdrawal", get(ask).post(withdraw))
}

#[derive(Template)]
#[template(path = "applications/withdrawal/page.html")]
struct WithdrawalPage {
    frame: Frame,
    home: String,
    number: String,
    category: String,
}

/// `GET /applications/{id}/withdrawal`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let application = super::own(&mut tx, me.association(), me.id, id).await?;
    if application.state()?.is_end() {
        return Err(Error::NotFound);
    }
    page::show(&WithdrawalPage {
        frame: Frame::room(&me),
        home: me.lang.href(&format!("/applications/{id}")),
        category: home::category(&me, &application.category),
        number: application.number,
    })
}

/// `POST /applications/{id}/withdrawal`
async fn withdraw(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let application = super::own(&mut tx, me.association(), me.id, id).await?;
    super::step(&mut tx, &me, &application, Step::Withdraw, None).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/applications/{id}"), "said-application-withdrawn")
}
