//! Everything that is kept about a person, as one file: asked for, put together by a job, kept for a
//! week and handed to nobody else.

mod archive;
mod job;
mod rows;
mod sheet;

use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::SystemTime;

use askama::Template;
use axum::extract::{Form, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tokio::fs;
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

/// How long after one request the next is taken.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/data", get(show).post(ask))
        .route("/account/data/{id}/file", get(file))
}

/// Where the files are.
fn folder(app: &App) -> PathBuf {
    app.settings.data.join("takeouts")
}

/// Where the file of a request is, if it is there.
fn place(app: &App, request: Uuid) -> PathBuf {
    folder(app).join(format!("{request}.zip"))
}

/// Throws the file of a request away, and what was begun of it.
pub(super) async fn throw_away(app: &App, request: Uuid) -> anyhow::Result<()> {
    let place = place(app, request);
    for it in [place.with_extension("part"), place] {
        match fs::remove_file(it).await {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Throws away what is older than a day and belongs to no request any more: a process ended between
/// the file and its row.
pub(super) async fn sweep(app: &App) -> anyhow::Result<()> {
    let mut all = match fs::read_dir(folder(app)).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        all => all?,
    };
    let old = SystemTime::from(app.clock.now() - A_DAY);
    while let Some(it) = all.next_entry().await? {
        let name = it.file_name();
        let of = name.to_str().and_then(|it| it.strip_suffix(".zip")).map(str::parse::<Uuid>);
        if it.metadata().await?.modified()? >= old {
            continue;
        }
        if let Some(Ok(request)) = of
            && rows::is_wanted(&mut app.db.read().await?, request).await?
        {
            continue;
        }
        fs::remove_file(it.path()).await?;
    }
    Ok(())
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
    /// When it can be asked for again, if not now.
    next: Option<String>,
    problems: Problems,
}

/// When a person can ask again, if not now.
async fn next(tx: &mut Tx, me: &Signed) -> Result<Option<Timestamp>, Error> {
    let last = rows::last_asked(tx, me.id).await?;
    Ok(last.map(|it| it.0 + A_DAY).filter(|it| *it > me.now))
}

async fn the_page(tx: &mut Tx, me: &Signed, problems: Problems) -> Result<DataPage, Error> {
    let asked = rows::asked(tx, me.id, me.now).await?;
    let next = next(tx, me).await?;
    Ok(DataPage {
        frame: Frame::room(me),
        email: me.person.email.clone(),
        is_being_made: asked.iter().any(|it| it.ready_at.is_none()),
        lines: asked.iter().map(|it| line(me, it)).collect(),
        next: next.map(|it| me.lang.say1("own-data-next", "at", me.lang.moment(it, &me.zone))),
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
    page::show(&the_page(&mut app.db.read().await?, &me, Problems::default()).await?)
}

/// `POST /account/data`: what is being put together already is not asked for twice, and otherwise
/// once a day.
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<AskForm>,
) -> Result<Response, Error> {
    let mut problems = Problems::default();
    let proof = people::prove(&app, &me, &form.password).await?;
    let is_proven = problems.note("password", proof).is_some();
    let mut tx = app.db.write().await?;
    let page = the_page(&mut tx, &me, problems).await?;
    if !is_proven || (page.next.is_some() && !page.is_being_made) {
        return page::correct(&page);
    }
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
    let file = fs::File::open(place(&app, id)).await.map_err(|_| Error::NotFound)?;
    let size = file.metadata().await.map_err(|_| Error::NotFound)?.len();
    let name = format!("attachment; filename=\"endorse-{}.zip\"", me.today());
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CONTENT_LENGTH, size.to_string()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, page::in_pieces(file)).into_response())
}
