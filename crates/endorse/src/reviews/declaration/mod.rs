//! Before a file opens, its reviewer declares to have no conflict of interest.

mod form;

use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use axum::routing::post;
use uuid::Uuid;

use self::form::{DeclarationForm, Declared};
use super::assignments::{self, Assignment};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Reviewer;
use crate::page::{self, Frame};
use crate::typed::Problems;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/reviews/{assignment}/declaration", post(declare))
}

/// Everything on the page before the declaration: number and category, and nothing of the file.
#[derive(Template)]
#[template(path = "reviews/declaration/page.html")]
struct DeclarationPage {
    frame: Frame,
    href: String,
    number: String,
    category: String,
    name: String,
    choices: Vec<(String, String)>,
    form: DeclarationForm,
    problems: Problems,
}

impl DeclarationPage {
    fn new(me: &Reviewer, mine: &Assignment, form: DeclarationForm, problems: Problems) -> Self {
        let category = assignments::category_name(me.program, &mine.category, me.lang);
        let choice = |value: &str, key| (value.to_owned(), me.lang.say(key).into_owned());
        Self {
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
        }
    }
}

/// What a reviewer sees of a file before the declaration.
pub(super) fn ask(me: &Reviewer, mine: &Assignment) -> Result<Response, Error> {
    page::show(&DeclarationPage::new(me, mine, DeclarationForm::default(), Problems::default()))
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
        Err(problems) => page::correct(&DeclarationPage::new(&me, &mine, form, problems)),
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
            assignments::withdraw(&mut tx, &me, mine.application_id, id).await?;
            assignments::note_conflict(&mut tx, id, me.now).await?;
            assignments::tell_coordinators(&mut tx, &me, &mine, "conflict").await?;
            tx.commit().await?;
            page::see_and_say(me.lang, "/reviews", "said-reviews-conflict")
        }
    }
}
