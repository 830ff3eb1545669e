//! Earlier wordings of an entry, to look at and to take back.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use super::entries::{self, Sheet};
use super::evidence::{Evidence, Shown};
use super::rows;
use crate::app::App;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};

pub(super) fn routes<S: Sheet>() -> Routes {
    let path = S::KIND.href();
    Routes::new().route(&format!("{path}/{{id}}/versions"), get(list::<S>).post(take_back::<S>))
}

#[derive(Template)]
#[template(path = "locker/versions/page.html")]
struct VersionsPage {
    frame: Frame,
    href: String,
    /// The version that is kept now.
    current: i64,
    now: Shown,
    /// Version, since when, wording; the newest first.
    earlier: Vec<(i64, String, Shown)>,
}

/// Which wording to take back, and which one was seen as the present one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TakeBackForm {
    version: i64,
    current: i64,
}

/// `GET /locker/{kind}/{id}/versions`
async fn list<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    page::show(&load::<S>(&mut app.db.read().await?, &me, id).await?)
}

async fn load<S: Sheet>(tx: &mut Tx, me: &Applicant, id: Uuid) -> Result<VersionsPage, Error> {
    let kept = rows::one(tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    let mut earlier = Vec::new();
    for row in rows::earlier(tx, id).await? {
        let shown = Evidence::read(S::KIND, &row.body)?.shown(me.program, me.lang);
        earlier.push((row.version, me.lang.moment(row.changed_at, &me.zone), shown));
    }
    Ok(VersionsPage {
        frame: Frame::room(me),
        href: me.lang.href(&S::KIND.href_of(&id.to_string())),
        current: kept.version,
        now: Evidence::read(S::KIND, &kept.body)?.shown(me.program, me.lang),
        earlier,
    })
}

/// `POST /locker/{kind}/{id}/versions`: an earlier wording becomes the newest one.
async fn take_back<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<TakeBackForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let kept = rows::one(&mut tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    if form.current != kept.version {
        return Err(Error::Stale);
    }
    let earlier = rows::earlier(&mut tx, id).await?;
    let wanted = earlier.iter().find(|it| it.version == form.version).ok_or(Error::NotFound)?;
    entries::replace(&mut tx, &me, &kept, &wanted.body).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("{}#{id}", S::KIND.href()), "said-entry-taken-back")
}
