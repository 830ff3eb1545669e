//! Removing an entry: a page that asks first, and the way back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use uuid::Uuid;

use super::entries::Sheet;
use super::evidence::{Evidence, Shown};
use super::rows;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};

pub(super) fn routes<S: Sheet>() -> Routes {
    let path = S::KIND.href();
    Routes::new()
        .route(&format!("{path}/{{id}}/removal"), get(ask::<S>).post(remove::<S>))
        .route(&format!("{path}/{{id}}/restoration"), post(restore::<S>))
}

#[derive(Template)]
#[template(path = "locker/removal/page.html")]
struct RemovalPage {
    frame: Frame,
    shown: Shown,
    back: String,
}

/// `GET /locker/{kind}/{id}/removal`
async fn ask<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let kept = rows::one(&mut tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    let shown = Evidence::read(S::KIND, &kept.body)?.shown(me.program, me.lang);
    page::show(&RemovalPage { frame: Frame::room(&me), shown, back: me.lang.href(&S::KIND.href()) })
}

/// `POST /locker/{kind}/{id}/removal`
async fn remove<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::remove(&mut tx, me.id, (S::KIND, id), me.now).await? {
        return Err(Error::NotFound);
    }
    audit::record(&mut tx, &me, "entry-removed", "entry", id).await?;
    tx.commit().await?;
    let list = format!("{}?undo={id}", S::KIND.href());
    page::see_and_say(me.lang, &list, "said-entry-removed")
}

/// `POST /locker/{kind}/{id}/restoration`
async fn restore<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::restore(&mut tx, me.id, (S::KIND, id)).await? {
        return Err(Error::NotFound);
    }
    audit::record(&mut tx, &me, "entry-restored", "entry", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("{}#{id}", S::KIND.href()), "said-entry-restored")
}
