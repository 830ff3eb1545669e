//! Everything that is kept about a person, as one file: asked for, put together by a job, kept for a
//! week and handed to nobody else.

mod archive;
mod job;
mod rows;
mod sheet;

use std::path::PathBuf;

use askama::Template;
use axum::extract::{Form, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use jiff::SignedDuration;
use serde::Deserialize;
use uuid::Uuid;

use self::rows::Asked;
use crate::app::App;
use crate::error::Error;
use crate::identity::{Applicant, Fresh, Signed};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;
use crate::{audit, jobs, people};

pub use job::{Expire, Gather};

/// How long a file is kept.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24 * 7);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/data", get(show).post(ask))
        .route("/account/data/{id}/file", get(file))
}

/// Where the file of a request is, if it is there.
pub(super) fn place(app: &App, request: Uuid) -> PathBuf {
    app.settings.data.join("takeouts").join(format!("{request}.zip"))
}

/// Throws the file of a request away.
pub(super) async fn throw_away(app: &App, request: Uuid) -> anyhow::Result<()> {
    match tokio::fs::remove_file(place(app, request)).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// What is typed; it is never shown again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AskForm {
    password: String,
}

/// A request that was answered, or will be.
struct Line {
    href: Option<String>,
    text: String,
}

#[derive(Template)]
#[template(path = "privacy/data/page.html")]
struct DataPage {
    frame: Frame,
    email: String,
    lines: Vec<Line>,
    is_being_made: bool,
    problems: Problems,
}

async fn the_page(app: &App, me: &Signed, problems: Problems) -> Result<DataPage, Error> {
    let asked = rows::asked(&mut app.db.read().await?, me.id, me.now).await?;
    Ok(DataPage {
        frame: Frame::room(me),
        email: me.person.email.clone(),
        is_being_made: asked.iter().any(|it| it.ready_at.is_none()),
        lines: asked.iter().map(|it| line(me, it)).collect(),
        problems,
    })
}

fn line(me: &Signed, it: &Asked) -> Line {
    let asked = me.lang.moment(it.asked_at, &me.zone);
    match (it.expires_at, it.size_bytes) {
        (Some(until), Some(size)) => Line {
            href: Some(me.lang.href(&format!("/account/data/{}/file", it.id))),
            text: me.lang.with(
                "own-data-ready",
                &[
                    ("asked", asked.into()),
                    ("kilobytes", (size / 1000 + 1).into()),
                    ("until", me.lang.moment(until, &me.zone).into()),
                ],
            ),
        },
        _ => Line { href: None, text: me.lang.say1("own-data-waiting", "asked", asked) },
    }
}

/// `GET /account/data`
async fn show(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    page::show(&the_page(&app, &me, Problems::default()).await?)
}

/// `POST /account/data`: what is being put together already is not asked for twice.
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<AskForm>,
) -> Result<Response, Error> {
    let mut problems = Problems::default();
    let proof = people::prove(&app, &me, &form.password).await?;
    if problems.note("password", proof).is_none() {
        return page::correct(&the_page(&app, &me, problems).await?);
    }
    let mut tx = app.db.write().await?;
    if let Some(id) = rows::ask(&mut tx, (me.association(), me.id), me.lang.code(), me.now).await? {
        let order = Gather { request: id };
        let key = format!("own-data-{id}");
        jobs::later(&mut tx, me.association(), &order, me.now, Some(&key)).await?;
        audit::record(&mut tx, &me, "own-data-asked", "person", me.id).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/account/data", "said-own-data-asked")
}

/// `GET /account/data/{id}/file`
async fn file(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let asked = rows::asked(&mut app.db.read().await?, me.id, me.now).await?;
    let found = asked.into_iter().find(|it| it.id == id && it.ready_at.is_some());
    found.ok_or(Error::NotFound)?;
    let bytes = tokio::fs::read(place(&app, id)).await.map_err(|_| Error::NotFound)?;
    let name = format!("attachment; filename=\"endorse-{}.zip\"", me.today());
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
