//! Before a file opens, its reviewer declares to have no conflict of interest; whoever finds one while
//! reading stops, and the file goes back.
//!
//! Nobody can say whether they know a number: the page says who applies, and where they work.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::{DeclarationForm, Declared};
use super::assignments::{self, Assignment};
use crate::app::App;
use crate::applications;
use crate::audit;
use crate::error::Error;
use crate::identity::Reviewer;
use crate::page::{self, Frame};
use crate::people;
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/reviews/{assignment}/declaration", post(declare))
        .route("/reviews/{assignment}/conflict", get(ask_to_stop).post(stop))
}

/// Everything on the page before the declaration: whose file it is and where they work, so that a
/// conflict can be seen, and nothing else of the file.
#[derive(Template)]
#[template(path = "reviews/declaration/page.html")]
struct DeclarationPage {
    frame: Frame,
    href: String,
    number: String,
    category: String,
    applicant: String,
    employers: Vec<String>,
    name: String,
    choices: Vec<(String, String)>,
    form: DeclarationForm,
    problems: Problems,
}

impl DeclarationPage {
    async fn load(
        tx: &mut Tx,
        me: &Reviewer,
        mine: &Assignment,
        (form, problems): (DeclarationForm, Problems),
    ) -> Result<Self, Error> {
        let submission = applications::submission(tx, me.association(), mine.submission_id).await?;
        // All of them: a conflict may lie with one that this application has nothing to do with.
        let work = submission.read_locker()?.work;
        let mut employers: Vec<String> =
            work.into_iter().map(|it| it.employer).filter(|it| !it.trim().is_empty()).collect();
        employers.sort();
        employers.dedup();
        let category = assignments::category_name(me.program, &mine.category, me.lang);
        let choice = |value: &str, key| (value.to_owned(), me.lang.say(key).into_owned());
        Ok(Self {
            applicant: people::addressee(tx, mine.person_id).await?.name,
            employers,
            frame: Frame::room(me),
            href: me.lang.href(&format!("/reviews/{}/declaration", mine.id)),
            number: mine.number.clone(),
            category,
            name: me.person.name.clone(),
            choices: vec![
                choice("no", "reviews-conflict-no"),
                choice("yes", "reviews-conflict-yes"),
            ],
            form,
            problems,
        })
    }
}

/// What a reviewer sees of a file before the declaration.
pub(super) async fn ask(tx: &mut Tx, me: &Reviewer, mine: &Assignment) -> Result<Response, Error> {
    let blank = (DeclarationForm::default(), Problems::default());
    page::show(&DeclarationPage::load(tx, me, mine, blank).await?)
}

/// `POST /reviews/{assignment}/declaration`
async fn declare(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
    Form(form): Form<DeclarationForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let mine = assignments::my_assignment(&mut tx, &me, id).await?;
    if mine.completed_at.is_some() || mine.withdrawn_at.is_some() {
        return Err(Error::Stale);
    }
    match form.check(&me.person.name) {
        Err(problems) => {
            let typed = (form, problems);
            page::correct(&DeclarationPage::load(&mut tx, &me, &mine, typed).await?)
        }
        Ok(Declared::NoConflict) => {
            if !assignments::declare(&mut tx, id, me.now).await? {
                return Err(Error::Stale);
            }
            let about = ("assignment", id);
            let name = Some(form.typed_name.trim());
            audit::record_about(&mut tx, &me, "declared", about, mine.application_id, name).await?;
            tx.commit().await?;
            page::see(me.lang, &format!("/reviews/{id}"))
        }
        Ok(Declared::Conflict) => {
            give_back(&mut tx, &me, &mine).await?;
            tx.commit().await?;
            page::see_and_say(me.lang, "/reviews", "said-reviews-conflict")
        }
    }
}

/// Ends a review because of a conflict of interest, and tells the coordinators.
async fn give_back(tx: &mut Tx, me: &Reviewer, mine: &Assignment) -> Result<(), Error> {
    assignments::withdraw(tx, me, mine.application_id, mine.id).await?;
    assignments::note_conflict(tx, mine.id, me.now).await?;
    let about = ("assignment", mine.id);
    audit::record_about(tx, me, "conflict-found", about, mine.application_id, None).await?;
    assignments::tell_coordinators(tx, me, mine, "conflict").await
}

/// A page that asks before a review ends for good.
#[derive(Template)]
#[template(path = "reviews/declaration/stop.html")]
struct StopPage {
    frame: Frame,
    base: String,
    number: String,
    category: String,
}

/// An assignment that may still be given back.
async fn unfinished(tx: &mut Tx, me: &Reviewer, id: Uuid) -> Result<Assignment, Error> {
    let mine = assignments::my_open_file(tx, me, id).await?;
    if mine.completed_at.is_some() { Err(Error::Stale) } else { Ok(mine) }
}

/// `GET /reviews/{assignment}/conflict`
async fn ask_to_stop(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let mine = unfinished(&mut tx, &me, id).await?;
    page::show(&StopPage {
        base: me.lang.href(&format!("/reviews/{id}")),
        category: assignments::category_name(me.program, &mine.category, me.lang),
        number: mine.number,
        frame: Frame::room(&me),
    })
}

/// `POST /reviews/{assignment}/conflict`: a conflict that was found while reading.
async fn stop(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let mine = unfinished(&mut tx, &me, id).await?;
    give_back(&mut tx, &me, &mine).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/reviews", "said-reviews-conflict")
}
