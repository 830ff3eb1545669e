//! The end of a review: every requirement has its verdict, and the whole has a recommendation.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use rules::RequirementId;
use uuid::Uuid;

use self::form::{RECOMMENDATIONS, SummaryForm};
use super::assignments::{self, Assignment};
use super::findings::Review;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Reviewer;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/reviews/{assignment}/summary", get(ask).post(finish))
}

#[derive(Template)]
#[template(path = "reviews/summary/page.html")]
struct SummaryPage {
    frame: Frame,
    number: String,
    category: String,
    base: String,
    review: Review,
    missing: usize,
    choices: Vec<(String, String)>,
    chosen: String,
    form: SummaryForm,
    problems: Problems,
    is_done: bool,
}

impl SummaryPage {
    async fn load(tx: &mut Tx, me: &Reviewer, mine: &Assignment) -> Result<Self, Error> {
        let review = Review::load(tx, me, mine, None).await?;
        let category = assignments::category_name(me.program, &mine.category, me.lang);
        let word = |it: &str| me.lang.say(&format!("reviews-recommend-{it}")).into_owned();
        let choices = offered(me, mine).iter().map(|it| ((*it).to_owned(), word(it))).collect();
        let form = SummaryForm {
            recommendation: mine.recommendation.clone().unwrap_or_default(),
            summary: mine.summary.clone().unwrap_or_default(),
        };
        Ok(Self {
            frame: Frame::room(me),
            number: mine.number.clone(),
            category,
            base: me.lang.href(&format!("/reviews/{}", mine.id)),
            missing: review.areas.len() - review.done,
            review,
            choices,
            chosen: mine.recommendation.as_deref().map(word).unwrap_or_default(),
            form,
            problems: Problems::default(),
            is_done: mine.completed_at.is_some(),
        })
    }
}

/// What makes sense to recommend: the exam only where the category has one.
fn offered(me: &Reviewer, mine: &Assignment) -> Vec<&'static str> {
    let policy = me.program.policy_version(&mine.category, &mine.policy_version);
    let has_exam = policy.is_some_and(|it| it.requirement(RequirementId::Exam).is_some());
    let skipped = if has_exam { "endorse" } else { "approve-for-exam" };
    RECOMMENDATIONS.into_iter().filter(|it| *it != skipped).collect()
}

/// `GET /reviews/{assignment}/summary`
async fn ask(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let mine = assignments::my_open_file(&mut tx, &me, id).await?;
    page::show(&SummaryPage::load(&mut tx, &me, &mine).await?)
}

/// `POST /reviews/{assignment}/summary`
async fn finish(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
    Form(form): Form<SummaryForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let mine = assignments::my_open_file(&mut tx, &me, id).await?;
    if mine.completed_at.is_some() {
        return Err(Error::Stale);
    }
    let mut page = SummaryPage::load(&mut tx, &me, &mine).await?;
    let problems = match form.check(&offered(&me, &mine)) {
        Err(problems) => problems,
        Ok(_) if page.missing > 0 => Problems::one("recommendation", "reviews-not-all-judged"),
        Ok(said) => {
            let (what, summary) = (said.recommendation, said.summary.as_str());
            assignments::complete(&mut tx, &mine, (what, summary), me.now).await?;
            let about = ("assignment", id);
            audit::record_about(&mut tx, &me, "reviewed", about, mine.application_id, Some(what))
                .await?;
            assignments::tell_coordinators(&mut tx, &me, &mine, "finished").await?;
            tx.commit().await?;
            return page::see_and_say(me.lang, "/reviews", "said-reviews-finished");
        }
    };
    (page.form, page.problems) = (form, problems);
    page::correct(&page)
}
