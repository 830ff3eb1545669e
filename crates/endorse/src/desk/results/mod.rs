//! Results of the exam, by hand: what the graders found goes into the file.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use rules::RequirementId;
use rules::lifecycle::{State as Stand, Step};
use rules::locker::Series;
use rules::policy::{Ask, AskExam};
use uuid::Uuid;

use self::form::ResultForm;
use super::file::Evidence;
use super::{application, decisions};
use crate::app::App;
use crate::applications::{self, Application};
use crate::error::Error;
use crate::exams::{self, NewResult};
use crate::identity::{Coordinator, Fresh};
use crate::page::{self, Frame};
use crate::people;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/applications/{id}/exam-results", get(ask).post(record))
}

#[derive(Template)]
#[template(path = "desk/results/page.html")]
struct ResultPage {
    frame: Frame,
    href: String,
    name: String,
    number: String,
    parts: Vec<(String, String)>,
    choices: Vec<(String, String)>,
    form: ResultForm,
    problems: Problems,
}

impl ResultPage {
    async fn load(
        tx: &mut Tx,
        me: &Coordinator,
        (of, exam): (&Application, &AskExam),
        form: ResultForm,
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let part = |it: &u8| (it.to_string(), lang.say1("desk-exam-part", "part", it.to_string()));
        let choice = |value: &str, key| (value.to_owned(), lang.say(key).into_owned());
        Ok(Self {
            frame: Frame::room(me),
            href: lang.href(&format!("/desk/applications/{}", of.id)),
            name: people::addressee(tx, of.person_id).await?.name,
            number: of.number.clone(),
            parts: exam.parts.iter().map(part).collect(),
            choices: vec![choice("yes", "desk-exam-met"), choice("no", "desk-exam-todo")],
            form,
            problems: Problems::default(),
        })
    }
}

/// The exam that the application's rules ask, while it waits for it.
fn exam(me: &Coordinator, of: &Application) -> Result<AskExam, Error> {
    if of.state()? != Stand::ApprovedForExam {
        return Err(Error::NotFound);
    }
    let policy = me.program.policy_version(&of.category, &of.policy_version);
    match policy.and_then(|it| it.requirement(RequirementId::Exam)).map(|it| &it.ask) {
        Some(Ask::Exam(exam)) => Ok(exam.clone()),
        _ => Err(Error::NotFound),
    }
}

/// `GET /desk/applications/{id}/exam-results`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let of = application(&mut tx, &me, id).await?;
    let exam = exam(&me, &of)?;
    page::show(&ResultPage::load(&mut tx, &me, (&of, &exam), ResultForm::default()).await?)
}

/// `POST /desk/applications/{id}/exam-results`: when every part is passed, so is the exam.
async fn record(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
    Form(form): Form<ResultForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = application(&mut tx, &me, id).await?;
    let exam = exam(&me, &of)?;
    let new = match form.check(&exam.parts, me.today()) {
        Ok(new) => new,
        Err(problems) => {
            let mut page = ResultPage::load(&mut tx, &me, (&of, &exam), form).await?;
            page.problems = problems;
            return page::correct(&page);
        }
    };
    let new = NewResult {
        application: id,
        person: of.person_id,
        series: match exam.series {
            Series::Imh => "imh",
            Series::Ecmh => "ecmh",
        },
        part: new.part,
        percent: new.percent,
        passed: new.passed,
        taken_on: new.taken_on,
    };
    exams::record(&mut tx, &me, &new).await?;
    let person = people::addressee(&mut tx, of.person_id).await?;
    let evidence = Evidence::load(&mut tx, &me, (&of, &person)).await?;
    let seen = (&evidence.locker, &evidence.assessment);
    let (today, _) = decisions::for_endorsement(&mut tx, &me, &of, seen).await?;
    let is_passed = today.finding(RequirementId::Exam).is_some_and(|it| it.status.is_met());
    if is_passed {
        applications::step(&mut tx, &me, &of, Step::PassExam, None).await?;
    }
    tx.commit().await?;
    let said = if is_passed { "said-desk-exam-passed" } else { "said-desk-result-kept" };
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), said)
}
