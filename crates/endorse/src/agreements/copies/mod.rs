//! Copies of what was signed: the exact words, by their hash.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use uuid::Uuid;

use super::rows;
use crate::app::App;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::programs::agreements;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/agreements/signed", get(list)).route("/agreements/signed/{id}", get(one))
}

/// A signature in the list.
struct Line {
    title: String,
    href: String,
    day: String,
    version: String,
}

#[derive(Template)]
#[template(path = "agreements/copies/list.html")]
struct CopiesPage {
    frame: Frame,
    lines: Vec<Line>,
}

/// `GET /agreements/signed`
async fn list(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let signed = rows::signed(&mut tx, me.association(), me.id).await?;
    let line = |it: rows::Signed| Line {
        title: title(&me, &it.agreement, &it.version),
        href: me.lang.href(&format!("/agreements/signed/{}", it.id)),
        day: me.lang.day(it.signed_on.0),
        version: it.version,
    };
    let lines = signed.into_iter().rev().map(line).collect();
    page::show(&CopiesPage { frame: Frame::room(&me), lines })
}

#[derive(Template)]
#[template(path = "agreements/copies/page.html")]
struct CopyPage {
    frame: Frame,
    back: String,
    title: String,
    signed: String,
    html: String,
    copy: rows::Copy,
}

/// `GET /agreements/signed/{id}`
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let copy = rows::copy(&mut tx, (me.association(), me.id), id).await?;
    let copy = copy.ok_or(Error::NotFound)?;
    page::show(&CopyPage {
        frame: Frame::room(&me),
        back: me.lang.href("/agreements/signed"),
        title: title(&me, &copy.agreement, &copy.version),
        html: agreements::to_html(body(&copy.body), 2),
        signed: me.lang.moment(copy.signed_at, &me.zone),
        copy,
    })
}

/// The text without its head.
fn body(text: &str) -> &str {
    text.splitn(3, "+++\n").nth(2).unwrap_or(text)
}

fn title(me: &Applicant, agreement: &str, version: &str) -> String {
    let known = me.program.agreements.version(agreement, version);
    known.map_or_else(|| agreement.to_owned(), |it| it.title.get(me.lang).to_owned())
}
