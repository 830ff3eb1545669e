//! How a person's locker would stand for any category, association and day.

mod form;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rules::{Compared, Locker, Stage, nearest_first};

use self::form::{Asked, ComparisonForm};
use super::lines::{Line, line};
use super::start;
use crate::app::{self, App};
use crate::assessments::{self, Section, Whose};
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::programs::{Category, Programs, Rulebook};
use crate::routing::{Routes, get};
use crate::typed::Problems;

/// Where it is.
const PATH: &str = "/comparison";

pub(super) fn routes() -> Routes {
    Routes::new().route(PATH, get(show))
}

#[derive(Template)]
#[template(path = "comparisons/own/page.html")]
struct ComparisonPage {
    frame: Frame,
    form: ComparisonForm,
    problems: Problems,
    categories: Vec<(String, String)>,
    associations: Vec<(String, String)>,
    /// By whose rules and as of which day.
    by: String,
    is_empty: bool,
    /// Whether kept answers wait to become entries.
    start_waits: bool,
    lines: Vec<Shown>,
    /// The requirements with their ledgers, if one category is asked about.
    sections: Vec<Section>,
    /// The way back to all of them, if one category is asked about.
    all: Option<String>,
}

/// A category with the ways on from it.
struct Shown {
    line: Line,
    details: String,
    /// Where to start an application; nowhere at another association, or without rules for today.
    start: Option<String>,
}

/// `GET /comparison?category=&association=&on=`: changes nothing, costs one locker.
async fn show(
    State(app): State<App>,
    me: Applicant,
    Query(form): Query<ComparisonForm>,
) -> Result<Response, Error> {
    app.limits.comparing(me.address)?;
    let programs = app::programs()?;
    let asked = match form.check(me.program, programs, me.today()) {
        Ok(asked) => asked,
        Err(problems) => return page::correct(&bare(&me, programs, form, problems)),
    };
    let mut tx = app.db.read().await?;
    let whose = Whose {
        association: me.association(),
        person: me.id,
        name: &me.person.name,
        application: None,
    };
    let locker = assessments::locker_of(&mut tx, whose, &me.zone).await?;
    let start_waits = start::waits(&mut tx, &me, &locker).await?;
    drop(tx);

    // For a full locker this takes long: off the threads that answer, and few at a time.
    let _place = app.places.comparison().await.ok_or(Error::TooMany(30))?;
    let (asked, locker, compared) = tokio::task::spawn_blocking(move || {
        let compared = compared(&asked, &locker);
        (asked, locker, compared)
    })
    .await
    .map_err(anyhow::Error::from)?;
    let mut page = bare(&me, programs, form, Problems::default());
    page.by = by(&me, &asked);
    page.is_empty = is_empty(&locker);
    page.start_waits = start_waits;
    if let (Some(_), Some(only)) = (asked.category, compared.first()) {
        let rows =
            assessments::findings(me.program, asked.program, &only.assessment, &locker, me.lang);
        page.sections = assessments::sections_of_owner(rows, me.lang);
        let all = ComparisonForm { category: String::new(), ..page.form.clone() };
        page.all = Some(me.lang.href(&all.path()));
    }
    page.lines = compared.iter().map(|it| shown(&me, (&asked, &page.form), it)).collect();
    page::show(&page)
}

/// The page with the question and without an answer.
fn bare(
    me: &Applicant,
    programs: &'static Programs,
    mut form: ComparisonForm,
    problems: Problems,
) -> ComparisonPage {
    let program = programs.rulebook(&form.association).unwrap_or(me.program);
    let mut frame = Frame::room(me);
    frame.other_language_href = me.lang.other().href(&form.path());
    if form.association.is_empty() {
        me.association().clone_into(&mut form.association);
    }
    if form.on.is_empty() {
        form.on = me.today().to_string();
    }
    let named = |it: &Category| (it.id.clone(), format!("{} ({})", it.name.get(me.lang), it.short));
    let association = |it: &Rulebook| (it.id.clone(), it.name.get(me.lang).to_owned());
    ComparisonPage {
        frame,
        form,
        problems,
        categories: program.offered().map(named).collect(),
        associations: programs.rulebooks().map(association).collect(),
        by: String::new(),
        is_empty: false,
        start_waits: false,
        lines: Vec::new(),
        sections: Vec::new(),
        all: None,
    }
}

/// What is asked about, the nearest first.
fn compared(asked: &Asked, locker: &Locker) -> Vec<Compared<'static>> {
    let asked_about = |it: &&Category| asked.category.is_none_or(|only| only.id == it.id);
    let policies = asked.program.offered().filter(asked_about);
    let policies = policies.filter_map(|it| asked.program.policy_on(&it.id, asked.on));
    nearest_first(policies, locker, asked.on, Stage::Submission)
}

fn by(me: &Applicant, asked: &Asked) -> String {
    let association = &asked.program.short_name;
    me.lang.say2("compare-by", "association", association, "day", me.lang.day(asked.on))
}

/// Whether there is nothing of the person's own in it.
fn is_empty(it: &Locker) -> bool {
    it.education.is_empty()
        && it.courses.is_empty()
        && it.work.is_empty()
        && it.trainings.is_empty()
        && it.leadership.is_empty()
        && it.rsc.is_empty()
}

fn shown(me: &Applicant, (asked, form): (&Asked, &ComparisonForm), it: &Compared<'_>) -> Shown {
    let line = line(asked.program, it, me.lang);
    let details = ComparisonForm { category: line.id.clone(), ..form.clone() };
    // Nowhere else, and not while there are no rules for today.
    let may_start =
        asked.program.id == me.program.id && me.program.policy_on(&line.id, me.today()).is_some();
    let start = format!("/applications/new?category={}", line.id);
    Shown {
        details: me.lang.href(&details.path()),
        start: may_start.then(|| me.lang.href(&start)),
        line,
    }
}
