//! The start of a locker: answers that somebody kept, and what is still to be said about each.
//!
//! Nothing is entered for anybody. A degree without its school and a job without its days are no
//! evidence; so each answer leads to the entry's own form, filled in as far as the answer goes.

mod drafts;
mod rows;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use db::Tx;
use rules::Locker;

use self::drafts::{Draft, drafts};
use super::finder::{self, Answers, Pairs, were_sent};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Applicant;
use crate::locker;
use crate::page::{self, Frame};
use crate::routing::{Routes, get, post};

/// Where it is.
pub(super) const PATH: &str = "/find-your-category/kept";

pub(super) fn routes() -> Routes {
    Routes::new()
        .route(PATH, get(show).post(keep))
        .route("/find-your-category/kept/removal", post(forget))
}

#[derive(Template)]
#[template(path = "comparisons/start/page.html")]
struct StartPage {
    frame: Frame,
    /// Whether the answers are kept already, or the person is asked whether to keep them.
    is_kept: bool,
    /// Questions and what was answered.
    answers: Vec<(String, String)>,
    /// The answers once more, for the form.
    pairs: Pairs,
    drafts: Vec<Draft>,
}

/// Whether a person kept answers that have not become entries yet.
pub(super) async fn waits(tx: &mut Tx, me: &Applicant, locker: &Locker) -> Result<bool, Error> {
    let Some(kept) = rows::one(tx, (me.association(), me.id)).await? else { return Ok(false) };
    let answers = Answers::of_query(&me.program.questions, &kept.answers);
    Ok(drafts(&answers.says(), locker, me.lang).iter().any(|it| !it.is_begun))
}

/// `GET /find-your-category/kept`: asks whether to keep the answers of the query; without one, shows
/// those that were kept.
async fn show(
    State(app): State<App>,
    me: Applicant,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Error> {
    let questions = &me.program.questions;
    let mut tx = app.db.read().await?;
    let (answers, is_kept) = if were_sent(questions, &pairs) {
        match Answers::read(questions, &pairs) {
            Ok(answers) => (answers, false),
            Err(_) => return page::see(me.lang, finder::PATH),
        }
    } else {
        match rows::one(&mut tx, (me.association(), me.id)).await? {
            Some(kept) => (Answers::of_query(questions, &kept.answers), true),
            None => return page::see(me.lang, finder::PATH),
        }
    };
    let locker = locker::load(&mut tx, me.id).await?;
    let mut frame = Frame::room(&me);
    if !is_kept {
        let same = format!("{PATH}?{}", answers.query());
        frame.other_language_href = me.lang.other().href(&same);
    }
    let told = answers.each().map(|(question, answers)| {
        let answers: Vec<&str> = answers.iter().map(|it| it.text.get(me.lang)).collect();
        (question.text.get(me.lang).to_owned(), answers.join(" · "))
    });
    page::show(&StartPage {
        frame,
        is_kept,
        answers: told.collect(),
        pairs: answers.pairs(),
        drafts: drafts(&answers.says(), &locker, me.lang),
    })
}

/// `POST /find-your-category/kept`
async fn keep(
    State(app): State<App>,
    me: Applicant,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Error> {
    let Ok(answers) = Answers::read(&me.program.questions, &pairs) else {
        // Only a form that is not ours sends such answers; the questions say what is missing.
        return page::see(me.lang, &format!("{}?asked=yes", finder::PATH));
    };
    let mut tx = app.db.write().await?;
    rows::keep(&mut tx, (me.association(), me.id), &answers.query(), me.now).await?;
    audit::record(&mut tx, &me, "answers-kept", "person", me.id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, PATH, "said-answers-kept")
}

/// `POST /find-your-category/kept/removal`
async fn forget(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if rows::forget(&mut tx, (me.association(), me.id)).await? {
        audit::record(&mut tx, &me, "answers-forgotten", "person", me.id).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/locker", "said-answers-forgotten")
}
