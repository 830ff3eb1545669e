//! For somebody approved for the exam: its parts and how each stands, the dates that are known, and
//! whom to ask.

use db::Tx;
use rules::RequirementId;
use rules::lifecycle::State;
use rules::policy::Ask;

use super::super::gathering::Gathered;
use crate::associations::{self, Dated};
use crate::error::Error;
use crate::exams;
use crate::identity::Applicant;
use crate::programs::calendar::Kind;

/// A part of the exam.
pub(super) struct Part {
    pub title: String,
    pub shape: &'static str,
    pub word: String,
    /// Every result that is kept, newest first.
    pub results: Vec<String>,
}

/// Everything about the exam.
pub(super) struct Exam {
    pub parts: Vec<Part>,
    pub dates: Vec<Dated>,
}

impl Exam {
    /// The exam of an application that waits for it or has just passed it.
    pub async fn load(tx: &mut Tx, me: &Applicant, of: &Gathered) -> Result<Option<Self>, Error> {
        if !matches!(of.state, State::ApprovedForExam | State::ExamPassed) {
            return Ok(None);
        }
        let application = &of.application;
        let policy = me.program.policy_version(&application.category, &application.policy_version);
        let asked = policy.and_then(|it| it.requirement(RequirementId::Exam)).map(|it| &it.ask);
        let Some(Ask::Exam(asked)) = asked else { return Ok(None) };
        let results = exams::of_application(tx, me.association(), application.id).await?;
        let parts = asked.parts.iter().map(|part| part_of(me, *part, &results)).collect();
        let dates = if of.state == State::ApprovedForExam {
            associations::coming(me).into_iter().filter(|it| it.kind == Kind::Exam).collect()
        } else {
            Vec::new()
        };
        Ok(Some(Self { parts, dates }))
    }
}

fn part_of(me: &Applicant, part: u8, results: &[exams::OnFile]) -> Part {
    let lang = me.lang;
    let mine: Vec<&exams::OnFile> =
        results.iter().filter(|it| it.part == i64::from(part)).collect();
    let (shape, word) = match (mine.iter().any(|it| it.passed), mine.is_empty()) {
        (true, _) => ("met", "applications-exam-passed"),
        (false, true) => ("wait", "applications-exam-open"),
        (false, false) => ("todo", "applications-exam-failed"),
    };
    let result = |it: &&exams::OnFile| {
        let day = lang.day(it.taken_on);
        match it.percent {
            Some(percent) => lang.say2("applications-exam-percent", "day", day, "percent", percent),
            None => lang.say1("applications-exam-day", "day", day),
        }
    };
    Part {
        title: lang.say1("applications-exam-part", "part", part.to_string()),
        shape,
        word: lang.say(word).into_owned(),
        results: mine.iter().map(result).collect(),
    }
}
