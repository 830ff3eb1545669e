//! The cockpit: one requirement after the other, with its evidence, a verdict and a comment.

mod before;
mod form;
mod rows;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use db::{Time, Tx};
use rules::{Assessment, Locker, RequirementId, Stage};
use serde::Deserialize;
use uuid::Uuid;

use self::before::{Before, Remembered};
use self::form::{FindingForm, Judged, VERDICTS};
use super::assignments::{self, Assignment};
use super::declaration;
use super::evidence::{self, Shown};
use crate::app::App;
use crate::applications;
use crate::audit;
use crate::error::Error;
use crate::identity::Reviewer;
use crate::locker::{self, Document};
use crate::page::{self, Frame};
use crate::programs::wording;
use crate::references::{self, Rating};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub use rows::{Finding, of_application};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/reviews/{assignment}", get(cockpit))
        .route("/reviews/{assignment}/findings", post(judge))
        .route("/reviews/{assignment}/findings/draft", post(draft))
        .route("/reviews/{assignment}/documents/{document}", get(document))
}

/// One requirement at the left.
pub(super) struct Area {
    pub(super) id: &'static str,
    pub(super) href: String,
    pub(super) title: String,
    /// The verdict, as a state; empty while there is none.
    pub(super) judged: &'static str,
    pub(super) verdict: Option<String>,
    pub(super) comment: String,
    pub(super) question: String,
    pub(super) is_here: bool,
}

/// A file in review: what was frozen, and what its reviewer has found so far.
pub(super) struct Review {
    pub(super) shown: Vec<Shown>,
    pub(super) areas: Vec<Area>,
    pub(super) done: usize,
    pub(super) ratings: Vec<Rating>,
    /// What one may be with some of it open: at what may be open, and where nothing is looked at.
    pub(super) emerging: Option<String>,
    before: Option<Before>,
}

/// What was frozen at submission.
struct Frozen {
    locker: Locker,
    assessment: Assessment,
    documents: Vec<Document>,
}

impl Frozen {
    async fn load(tx: &mut Tx, mine: &Assignment) -> Result<Self, Error> {
        let by = &mine.association_id;
        let submission = applications::submission(tx, by, mine.submission_id).await?;
        let (locker, assessment) = submission.read_shared()?;
        let documents = locker::documents_of(tx, mine.person_id).await?;
        let documents = locker::handed_in(documents, &locker, submission.submitted_at);
        Ok(Self { locker, assessment, documents })
    }
}

impl Review {
    pub(super) async fn load(
        tx: &mut Tx,
        me: &Reviewer,
        mine: &Assignment,
        here: Option<&str>,
    ) -> Result<Self, Error> {
        let frozen = Frozen::load(tx, mine).await?;
        let address =
            |it: &Document| me.lang.href(&format!("/reviews/{}/documents/{}", mine.id, it.id));
        let shown = evidence::shown(
            (me.program, me.lang),
            (&frozen.assessment, &frozen.locker),
            Stage::Submission,
            (&frozen.documents, &address),
        );
        let found = rows::of(tx, mine.id).await?;
        let base = format!("/reviews/{}", mine.id);
        let area = |it: &Shown| {
            let finding = found.iter().find(|finding| finding.requirement == it.id);
            let verdict = finding.and_then(|it| it.verdict.clone());
            Area {
                id: it.id,
                href: me.lang.href(&format!("{base}?requirement={}", it.id)),
                title: it.title.clone(),
                judged: verdict.as_deref().map_or("", state_of),
                verdict,
                comment: finding.map(|it| it.comment.clone()).unwrap_or_default(),
                question: finding.map(|it| it.question.clone()).unwrap_or_default(),
                is_here: here == Some(it.id),
            }
        };
        let areas: Vec<Area> = shown.iter().map(area).collect();
        let done = areas.iter().filter(|it| it.verdict.is_some()).count();
        let mut ratings = Vec::new();
        if here == Some(RequirementId::References.as_str()) {
            ratings = references::contents(tx, mine.application_id).await?;
            let kept = &frozen.locker.references;
            ratings.retain(|it| kept.iter().any(|kept| *kept.id == *it.id.to_string()));
        }
        let standing = frozen.assessment.emerging.as_ref();
        let may_be_open = |id: &str| {
            standing.is_some_and(|it| it.still_open.iter().any(|open| open.as_str() == id))
        };
        let emerging = here
            .is_none_or(may_be_open)
            .then(|| wording::emerging(&frozen.assessment, me.lang))
            .flatten();
        let before = match here {
            Some(_) => Before::load(tx, me, (mine, &frozen)).await?,
            None => None,
        };
        Ok(Self { shown, areas, done, ratings, emerging, before })
    }

    /// The requirement to begin with: the first without a verdict, or the very first.
    fn first(&self) -> Option<String> {
        self.next(None).or(self.areas.first()).map(|it| it.id.to_owned())
    }

    /// The next requirement without a verdict, after one if it is given, else from the start.
    pub(super) fn next(&self, after: Option<&str>) -> Option<&Area> {
        let start = self.areas.iter().position(|it| Some(it.id) == after).map_or(0, |at| at + 1);
        let (before, behind) = self.areas.split_at(start.min(self.areas.len()));
        behind.iter().chain(before).find(|it| it.verdict.is_none() && Some(it.id) != after)
    }
}

/// A verdict as a state: its shape and its color.
#[must_use]
pub fn state_of(verdict: &str) -> &'static str {
    match verdict {
        "agree" => "met",
        "question" => "person",
        _ => "todo",
    }
}

/// One choice of a verdict.
struct Choice {
    value: &'static str,
    state: &'static str,
    label: String,
    key: usize,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "reviews/findings/page.html")]
struct CockpitPage {
    frame: Frame,
    number: String,
    category: String,
    base: String,
    review: Review,
    /// What the same reviewer said of an earlier submission.
    remembered: Option<Remembered>,
    shown: Shown,
    place: usize,
    earlier: Option<String>,
    later: Option<String>,
    unjudged: Option<String>,
    choices: Vec<Choice>,
    form: FindingForm,
    problems: Problems,
    is_done: bool,
    /// Whether the applicant may be asked something about it.
    may_ask: bool,
}

/// Which requirement to look at.
#[derive(Debug, Deserialize)]
struct Which {
    requirement: Option<String>,
}

/// `GET /reviews/{assignment}`: the declaration first, then the cockpit.
async fn cockpit(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let mine = assignments::my_assignment(&mut tx, &me, id).await?;
    if let Some(at) = mine.withdrawn_at {
        return page::show(&EndedPage::new(&me, &mine, at));
    }
    if mine.declared_at.is_none() {
        return declaration::ask(&mut tx, &me, &mine).await;
    }
    let page = CockpitPage::load(&mut tx, &me, &mine, which.requirement).await?;
    page::show(&page)
}

/// A review that ended before it was finished: nothing of the file, and in a sentence why.
#[derive(Template)]
#[template(path = "reviews/findings/ended.html")]
struct EndedPage {
    frame: Frame,
    number: String,
    category: String,
    why: String,
}

impl EndedPage {
    fn new(me: &Reviewer, mine: &Assignment, at: Time) -> Self {
        let why = match (mine.conflict_at, mine.decided_at) {
            (Some(_), _) => "reviews-ended-conflict",
            (None, Some(_)) => "reviews-ended-decided",
            (None, None) => "reviews-ended-taken-back",
        };
        let day = me.lang.day(at.0.to_zoned(me.zone.clone()).date());
        Self {
            number: mine.number.clone(),
            category: assignments::category_name(me.program, &mine.category, me.lang),
            why: me.lang.say1(why, "day", day),
            frame: Frame::room(me),
        }
    }
}

impl CockpitPage {
    async fn load(
        tx: &mut Tx,
        me: &Reviewer,
        mine: &Assignment,
        asked: Option<String>,
    ) -> Result<Self, Error> {
        let asked = match asked {
            Some(asked) => asked,
            None => Review::load(tx, me, mine, None).await?.first().ok_or(Error::NotFound)?,
        };
        let mut review = Review::load(tx, me, mine, Some(&asked)).await?;
        let remembered = review.before.take().map(|it| it.about(me, &asked));
        let at = review.areas.iter().position(|it| it.id == asked).ok_or(Error::NotFound)?;
        let shown = review.shown.get(at).cloned().ok_or(Error::NotFound)?;
        let mut form = FindingForm { requirement: shown.id.to_owned(), ..FindingForm::default() };
        if let Some(area) = review.areas.get(at) {
            form.verdict = area.verdict.clone().unwrap_or_default();
            form.comment.clone_from(&area.comment);
            form.question.clone_from(&area.question);
        }
        let href = |at: Option<usize>| {
            at.and_then(|at| review.areas.get(at)).map(|area| area.href.clone())
        };
        let (earlier, later) = (href(at.checked_sub(1)), href(Some(at + 1)));
        let unjudged = review.next(Some(shown.id)).map(|it| it.href.clone());
        let category = assignments::category_name(me.program, &mine.category, me.lang);
        let mut page = Self {
            frame: Frame::room(me),
            number: mine.number.clone(),
            category,
            base: me.lang.href(&format!("/reviews/{}", mine.id)),
            review,
            remembered,
            shown,
            place: at + 1,
            earlier,
            later,
            unjudged,
            choices: Vec::new(),
            form,
            problems: Problems::default(),
            is_done: mine.completed_at.is_some(),
            may_ask: asked != RequirementId::References.as_str(),
        };
        page.choose();
        Ok(page)
    }

    fn choose(&mut self) {
        let choice = |(at, value): (usize, &'static str)| Choice {
            value,
            state: state_of(value),
            label: self.frame.lang.say(&format!("reviews-verdict-{value}")).into_owned(),
            key: at + 1,
            is_chosen: self.form.verdict == value,
        };
        self.choices = VERDICTS.into_iter().enumerate().map(choice).collect();
    }
}

/// `POST /reviews/{assignment}/findings`
async fn judge(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
    Form(form): Form<FindingForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let mine = assignments::my_open_file(&mut tx, &me, id).await?;
    let judged = match form.check() {
        Ok(judged) => judged,
        Err(problems) => {
            let asked = Some(form.requirement.clone());
            let mut page = CockpitPage::load(&mut tx, &me, &mine, asked).await?;
            (page.form, page.problems) = (form, problems);
            page.choose();
            return page::correct(&page);
        }
    };
    keep(&mut tx, &me, &mine, (&form.requirement, &judged)).await?;
    let review = Review::load(&mut tx, &me, &mine, None).await?;
    tx.commit().await?;
    match review.next(Some(&form.requirement)) {
        Some(next) => page::see(me.lang, &format!("/reviews/{id}?requirement={}", next.id)),
        None => page::see(me.lang, &format!("/reviews/{id}/summary")),
    }
}

/// `POST /reviews/{assignment}/findings/draft`: keeps what is being typed.
async fn draft(
    State(app): State<App>,
    me: Reviewer,
    Path(id): Path<Uuid>,
    Form(form): Form<FindingForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let mine = assignments::my_open_file(&mut tx, &me, id).await?;
    keep(&mut tx, &me, &mine, (&form.requirement, &form.draft())).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn keep(
    tx: &mut Tx,
    me: &Reviewer,
    mine: &Assignment,
    (requirement, judged): (&str, &Judged),
) -> Result<(), Error> {
    let frozen = Frozen::load(tx, mine).await?;
    let asked = frozen
        .assessment
        .findings
        .iter()
        .any(|it| it.id.as_str() == requirement && it.stage == Stage::Submission);
    if !asked {
        return Err(Error::NotFound);
    }
    // What is said about ratings is confidential: there is nothing to ask the applicant.
    let may_ask = requirement != RequirementId::References.as_str();
    let question = if may_ask { judged.question.as_str() } else { "" };
    let said = (judged.verdict, judged.comment.as_str(), question);
    if !rows::keep(tx, mine.id, requirement, said, me.now).await? {
        return Err(Error::Stale);
    }
    let about = ("assignment", mine.id);
    let detail = Some(requirement);
    Ok(audit::record_about(tx, me, "judged", about, mine.application_id, detail).await?)
}

/// `GET /reviews/{assignment}/documents/{document}`: one that belongs to the frozen evidence.
async fn document(
    State(app): State<App>,
    me: Reviewer,
    Path((id, document)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let mine = assignments::my_open_file(&mut tx, &me, id).await?;
    let frozen = Frozen::load(&mut tx, &mine).await?;
    let found = frozen.documents.into_iter().find(|it| it.id == document).ok_or(Error::NotFound)?;
    drop(tx);
    locker::hand_over(&app, &found).await
}
