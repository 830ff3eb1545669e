//! What the applicant says to an advisor: yes, no, or not any more.

use axum::extract::State;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::{Advising, By, rows};
use crate::app::App;
use crate::applications::{self, Application, advisor};
use crate::error::Error;
use crate::identity::Applicant;
use crate::page;
use crate::routing::{Path, Routes, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/applications/{id}/advising/{advising}/agreement", post(agree))
        .route("/applications/{id}/advising/{advising}/end", post(end))
}

/// One of one's own application. Which one stands in the address: whoever agrees, agrees to the
/// advisor that the page named.
async fn own(
    tx: &mut Tx,
    me: &Applicant,
    (id, advising): (Uuid, Uuid),
) -> Result<(Application, Advising), Error> {
    let of = applications::one(tx, me.association(), id).await?;
    if of.person_id != me.id {
        return Err(Error::NotFound);
    }
    let found = rows::of_application(tx, me.association(), (id, advising)).await?;
    Ok((of, found.ok_or(Error::NotFound)?))
}

/// `POST /applications/{id}/advising/{advising}/agreement`
async fn agree(
    State(app): State<App>,
    me: Applicant,
    Path(ids): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (of, it) = own(&mut tx, &me, ids).await?;
    let now = advisor::of(&mut tx, me.association(), of.id, me.now).await?;
    if !now.is_some_and(|now| now.id == it.id && now.holds) {
        return Err(Error::Stale);
    }
    super::agree(&mut tx, &me, &of, &it).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/applications/{}", of.id), "said-advising-agreed")
}

/// `POST /applications/{id}/advising/{advising}/end`: a no to what was proposed, or the end of it.
async fn end(
    State(app): State<App>,
    me: Applicant,
    Path(ids): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (of, it) = own(&mut tx, &me, ids).await?;
    super::end(&mut tx, &me, (&of, &it), By::Applicant).await?;
    tx.commit().await?;
    let said =
        if it.agreed_at.is_some() { "said-advising-ended" } else { "said-advising-declined" };
    page::see_and_say(me.lang, &format!("/applications/{}", of.id), said)
}
