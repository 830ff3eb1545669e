//! Deciding about a file: one outcome, one letter, once.

mod form;
mod judged;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use db::Tx;
use rules::lifecycle::Step;
use rules::{Assessment, Locker, RequirementId, Stage, Status};
use serde::Deserialize;
use uuid::Uuid;

use self::form::{Decided, DecisionForm};
use self::judged::{Judged, Remark};
use super::application;
use super::file::Evidence;
use super::helping;
use crate::app::App;
use crate::applications::{self, Application, Submission, pinning};
use crate::assessments;
use crate::endorsements::{self, Awarding};
use crate::error::Error;
use crate::exams;
use crate::i18n::Value;
use crate::identity::{Coordinator, Fresh, Signed};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::payments;
use crate::people::{self, Addressee};
use crate::programs::wording;
use crate::reviews::assignments;
use crate::reviews::decisions::{self, Later, NewDecision};
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/applications/{id}/decisions", get(ask).post(decide))
}

/// What may be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    MoreInformation,
    ApprovedForExam,
    Endorsed,
    Deferred,
}

impl Outcome {
    const ALL: [Self; 4] =
        [Self::ApprovedForExam, Self::Endorsed, Self::MoreInformation, Self::Deferred];

    /// Its name in rows, forms and keys.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::MoreInformation => "more-information",
            Self::ApprovedForExam => "approved-for-exam",
            Self::Endorsed => "endorsed",
            Self::Deferred => "deferred",
        }
    }

    fn step(self) -> Step {
        match self {
            Self::MoreInformation => Step::AskForMore,
            Self::ApprovedForExam => Step::ApproveForExam,
            Self::Endorsed => Step::Endorse,
            Self::Deferred => Step::Defer,
        }
    }

    /// What may be decided about an application as it stands.
    pub(super) fn allowed(me: &Signed, of: &Application) -> Vec<Self> {
        let policy = me.program.policy_version(&of.category, &of.policy_version);
        let has_exam = policy.is_some_and(|it| it.requirement(RequirementId::Exam).is_some());
        Self::ALL
            .into_iter()
            .filter(|it| of.state().is_ok_and(|state| state.after(it.step()).is_some()))
            .filter(|it| *it != Self::ApprovedForExam || has_exam)
            .collect()
    }

    fn parse(me: &Coordinator, of: &Application, name: &str) -> Option<Self> {
        Self::allowed(me, of).into_iter().find(|it| it.as_str() == name)
    }
}

/// What the rules say today about an endorsement: what was submitted as of its day, and what comes
/// after submission (the exam) as of today.
pub(super) async fn for_endorsement(
    tx: &mut Tx,
    me: &Coordinator,
    of: &Application,
    (locker, submitted): (&Locker, &Assessment),
) -> Result<(Assessment, Status), Error> {
    let mut locker = locker.clone();
    locker.exam_results = exams::evidence(tx, me.association(), of.person_id).await?;
    let by = (of.category.as_str(), of.policy_version.as_str());
    let today = assessments::assess(me.program, by, &locker, me.today(), Stage::Endorsement)?;
    let later = today.findings.iter().filter(|it| it.stage == Stage::Endorsement);
    let first = submitted.findings.iter().filter(|it| it.stage == Stage::Submission);
    let status = first.chain(later).map(|it| it.status).max().unwrap_or(Status::Met);
    Ok((today, status))
}

/// A file that is about to be decided.
struct Case {
    of: Application,
    person: Addressee,
    submission: Submission,
    assessment: Assessment,
    outcome: Outcome,
    /// Why the outcome would be against the rules, in sentences.
    against: Vec<String>,
    judged: Judged,
    /// What else a coordinator should know before deciding so.
    cautions: Vec<String>,
}

impl Case {
    async fn load(
        tx: &mut Tx,
        me: &Coordinator,
        of: Application,
        outcome: Outcome,
    ) -> Result<Self, Error> {
        let person = people::addressee(tx, of.person_id).await?;
        let evidence = Evidence::load(tx, me, (&of, &person)).await?;
        let submission = evidence.submission.ok_or(Error::NotFound)?;
        let judged = Judged::load(tx, me, (of.id, submission.id)).await?;
        let mut against = Vec::new();
        let mut cautions = judged.against(me, outcome.as_str(), &evidence.assessment);
        if helping::rows::has_helped(tx, of.id, me.id).await? {
            cautions.push(me.lang.say1("desk-caution-helped", "name", person.name.as_str()));
        }
        if pinning::is_overtaken(me.program, &of, me.today()) {
            against.push(me.lang.say("desk-against-overtaken").into_owned());
        }
        let needed = usize::from(me.program.association.review.needed());
        if outcome != Outcome::MoreInformation && judged.count() < needed {
            against.push(me.lang.say("desk-against-unreviewed").into_owned());
        }
        if outcome == Outcome::Deferred && evidence.assessment.status() == Status::Met {
            against.push(me.lang.say("desk-against-met").into_owned());
        }
        if matches!(outcome, Outcome::Endorsed | Outcome::ApprovedForExam) {
            let seen = (&evidence.locker, &evidence.assessment);
            let mut unmet = unmet(me, &evidence.assessment, Stage::Submission);
            if outcome == Outcome::Endorsed {
                let (today, _) = for_endorsement(tx, me, &of, seen).await?;
                unmet.extend(self::unmet(me, &today, Stage::Endorsement));
            }
            if !unmet.is_empty() {
                let titles: Vec<&str> = unmet.iter().map(String::as_str).collect();
                against.push(me.lang.say1("desk-against-unmet", "what", me.lang.list(&titles)));
            }
            cautions.extend(left_to_a_person(me, &evidence.assessment));
            cautions.extend(unpaid(tx, me, of.id).await?);
        }
        let assessment = evidence.assessment;
        Ok(Self { of, person, submission, assessment, outcome, against, judged, cautions })
    }

    /// What came after submission, as the endorsement sees it.
    async fn later(&self, tx: &mut Tx, me: &Coordinator) -> Result<Later, Error> {
        let locker = self.submission.read_locker()?;
        let (said, _) = for_endorsement(tx, me, &self.of, (&locker, &self.assessment)).await?;
        let exam = exams::evidence(tx, me.association(), self.of.person_id).await?;
        Ok(Later::freeze(&exam, &said)?)
    }

    /// What the letter says before anybody edits it, in the applicant's language.
    fn letter(&self, me: &Coordinator) -> String {
        let lang = self.person.lang();
        self.letter_with(me, &self.judged.asked(me.program, &self.assessment, lang))
    }

    /// What the letter would say if it asked this, or nothing.
    fn letter_with(&self, me: &Coordinator, asked: &str) -> String {
        let lang = self.person.lang();
        let category = me.program.category(&self.of.category);
        let name = category.map(|it| it.name.get(lang).to_owned()).unwrap_or_default();
        let file = self.of.number.as_str();
        let letters = category.map(|it| it.short.clone()).unwrap_or_default();
        let marks = category.and_then(|it| it.letters.as_deref());
        let letters = marks.map_or(letters.clone(), |it| format!("{letters}, {it}"));
        let values: [(&str, Value<'_>); 7] = [
            ("name", self.person.name.as_str().into()),
            ("category", name.into()),
            ("letters", letters.into()),
            ("renewal", endorsements::first_renewal(me.program, me.today(), lang).into()),
            ("file", file.into()),
            ("association", me.program.association.name.get(lang).into()),
            ("list", asked.into()),
        ];
        lang.with(&format!("desk-letter-{}", self.outcome.as_str()), &values)
    }
}

/// What is not met of what a stage asks, by its titles.
fn unmet(me: &Coordinator, assessment: &Assessment, stage: Stage) -> Vec<String> {
    let told = wording::tell(me.program, assessment, me.lang);
    let unmet = told.into_iter().filter(|it| it.stage == stage && it.status == Status::Unmet);
    unmet.map(|it| it.title).collect()
}

/// What the rules leave to a person, in a sentence.
fn left_to_a_person(me: &Coordinator, assessment: &Assessment) -> Option<String> {
    let told = wording::tell(me.program, assessment, me.lang);
    let left =
        told.iter().filter(|it| it.stage == Stage::Submission && it.status == Status::NeedsPerson);
    let titles: Vec<&str> = left.map(|it| it.title.as_str()).collect();
    (!titles.is_empty()).then(|| me.lang.say1("desk-caution-person", "what", me.lang.list(&titles)))
}

/// What is not paid yet, in a sentence.
async fn unpaid(tx: &mut Tx, me: &Coordinator, of: Uuid) -> Result<Option<String>, Error> {
    let charges = payments::charges_of(tx, me.association(), of).await?;
    let open = charges.iter().filter(|it| it.is_open());
    let titles: Vec<String> = open.map(|it| it.title(me.lang)).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let said = || me.lang.say1("desk-caution-unpaid", "what", me.lang.list(&titles));
    Ok((!titles.is_empty()).then(said))
}

#[derive(Template)]
#[template(path = "desk/decisions/page.html")]
struct DecisionPage {
    frame: Frame,
    href: String,
    name: String,
    number: String,
    outcome: String,
    choices: Vec<(String, String, bool)>,
    against: Vec<String>,
    cautions: Vec<String>,
    /// What reviewers said to the coordinator, who may take it into the letter.
    remarks: Vec<Remark>,
    /// Whether the letter begins with what they asked the applicant.
    asks: bool,
    in_language: String,
    form: DecisionForm,
    problems: Problems,
}

impl DecisionPage {
    fn new(me: &Coordinator, case: &Case, form: DecisionForm, problems: Problems) -> Self {
        let href = me.lang.href(&format!("/desk/applications/{}", case.of.id));
        let said = |it: Outcome| me.lang.say(&format!("desk-outcome-{}", it.as_str())).into_owned();
        let choice = |it: Outcome| {
            let path = format!("{href}/decisions?outcome={}", it.as_str());
            (path, said(it), it == case.outcome)
        };
        Self {
            frame: Frame::room(me),
            name: case.person.name.clone(),
            number: case.of.number.clone(),
            outcome: said(case.outcome),
            choices: Outcome::allowed(me, &case.of).into_iter().map(choice).collect(),
            against: case.against.clone(),
            cautions: case.cautions.clone(),
            remarks: case.judged.remarks(me, &case.assessment),
            asks: matches!(case.outcome, Outcome::Deferred | Outcome::MoreInformation),
            in_language: case.person.lang().called_in(me.lang),
            form,
            problems,
            href,
        }
    }
}

/// Which outcome to write a letter for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Which {
    outcome: String,
}

/// `GET /desk/applications/{id}/decisions?outcome=`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let of = application(&mut tx, &me, id).await?;
    let Some(outcome) = Outcome::parse(&me, &of, &which.outcome) else {
        // Somebody who comes back to an old page.
        let file = format!("/desk/applications/{id}#decide");
        if which.outcome.is_empty() {
            return page::see(me.lang, &file);
        }
        return page::see_and_say(me.lang, &file, "said-desk-moved-on");
    };
    let case = Case::load(&mut tx, &me, of, outcome).await?;
    let form = DecisionForm {
        outcome: outcome.as_str().to_owned(),
        submission: case.submission.id.to_string(),
        state: case.of.state()?.to_string(),
        letter: case.letter(&me),
        ..DecisionForm::default()
    };
    page::show(&DecisionPage::new(&me, &case, form, Problems::default()))
}

/// `POST /desk/applications/{id}/decisions`: only about what the coordinator had in front of them.
async fn decide(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = application(&mut tx, &me, id).await?;
    // Erasing an account begins with the person and goes on to their files, and so does this.
    people::in_turn(&mut tx, of.person_id).await?;
    applications::in_turn(&mut tx, id).await?;
    let of = application(&mut tx, &me, id).await?;
    if of.state()?.as_str() != form.state {
        return Err(Error::Stale);
    }
    let outcome = Outcome::parse(&me, &of, &form.outcome).ok_or(Error::Stale)?;
    let case = Case::load(&mut tx, &me, of, outcome).await?;
    if case.submission.id.to_string() != form.submission {
        return Err(Error::Stale);
    }
    if !form.include.is_empty() {
        return included(&me, &case, form);
    }
    let says_nothing = matches!(outcome, Outcome::Deferred | Outcome::MoreInformation)
        && form.letter.split_whitespace().eq(case.letter_with(&me, "").split_whitespace());
    match form.check(!case.against.is_empty(), says_nothing) {
        Err(problems) => page::correct(&DecisionPage::new(&me, &case, form, problems)),
        Ok(decided) => {
            carry_out(&mut tx, &app, &me, (&case, &decided)).await?;
            tx.commit().await?;
            page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-desk-decided")
        }
    }
}

/// The same page with what a reviewer said taken into the letter; nothing is decided or kept.
fn included(me: &Coordinator, case: &Case, mut form: DecisionForm) -> Result<Response, Error> {
    let by = (me.program, &case.assessment, case.person.lang());
    let letter = case.judged.with_remark(by, &form.letter, &form.include);
    form.letter = letter.ok_or(Error::Stale)?;
    page::show(&DecisionPage::new(me, case, form, Problems::default()))
}

/// The step, the decision, the endorsement if it is one, and the letter: all of it or none.
async fn carry_out(
    tx: &mut Tx,
    app: &App,
    me: &Coordinator,
    (case, decided): (&Case, &Decided),
) -> Result<(), Error> {
    // First of all, since it is what only one of several can do.
    applications::step(tx, me, &case.of, case.outcome.step(), None).await?;
    let later = match case.outcome {
        Outcome::Endorsed => Some(case.later(tx, me).await?),
        _ => None,
    };
    let new = NewDecision {
        application: case.of.id,
        submission: case.submission.id,
        outcome: case.outcome.as_str(),
        letter: &decided.letter,
        policy_version: &case.submission.policy_version,
        policy_sha256: case.submission.policy_sha256.as_deref(),
        later: later.as_ref(),
        locker_sha256: &case.submission.locker_sha256,
        assessment_sha256: &case.submission.assessment_sha256,
        override_reason: decided.override_reason.as_deref(),
    };
    decisions::add(tx, me, &new).await?;
    assignments::end_open(tx, me, &case.of).await?;
    let mut link = format!("/applications/{}", case.of.id);
    if case.outcome == Outcome::Endorsed {
        let what = Awarding {
            application: Some(case.of.id),
            person: case.of.person_id,
            category: &case.of.category,
            policy_version: &case.submission.policy_version,
        };
        let endorsement = endorsements::award(tx, app, me, &what).await?;
        link = format!("/endorsements/{endorsement}");
    }
    let lang = case.person.lang();
    let file = case.of.number.as_str();
    let news = News {
        association: me.association(),
        person: Some(case.person.id),
        to_name: &case.person.name,
        to_email: &case.person.email,
        lang,
        kind: "decision",
        subject: lang.say1("desk-letter-subject", "file", file),
        body: decided.letter.clone(),
        link: Some(link),
        application: Some(case.of.id),
    };
    inbox::send(tx, &news, me.now).await?;
    Ok(())
}
