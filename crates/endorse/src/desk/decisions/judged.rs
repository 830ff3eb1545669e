//! What reviewers found about the submission that is decided: what of it goes into the draft of the
//! letter, what the coordinator may take into it, and what speaks against the outcome.
//!
//! The applicant reads of a review only what a reviewer wrote for them, and what the coordinator
//! takes into the letter. What was said about ratings is never offered for it.

use db::Tx;
use rules::{Assessment, RequirementId, Stage, Status, Unit};
use uuid::Uuid;

use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Coordinator;
use crate::programs::{Program, wording};
use crate::reviews::assignments::{self, OnFile};
use crate::reviews::findings::{self, Finding};

/// How a line of the list in a letter begins.
const ITEM: &str = "– ";
/// Where the letter has to say what nobody has said: it is not sent before somebody does.
pub(super) const UNSAID: &str = "– …";

/// The finished reviews of one submission.
pub(super) struct Judged {
    reviews: Vec<OnFile>,
    found: Vec<Finding>,
}

/// Something that a reviewer said about a requirement to the coordinator.
pub(super) struct Remark {
    /// What the button sends to take it into the letter.
    pub key: String,
    pub by: String,
    pub title: String,
    pub shape: &'static str,
    pub word: String,
    pub comment: String,
    /// Whether it may be taken into the letter.
    pub may_be_told: bool,
}

impl Judged {
    pub async fn load(
        tx: &mut Tx,
        me: &Coordinator,
        (application, submission): (Uuid, Uuid),
    ) -> Result<Self, Error> {
        let mut reviews = assignments::of(tx, me.association(), application).await?;
        reviews.retain(|it| it.submission_id == submission && it.completed_at.is_some());
        let mut found = findings::of_application(tx, application).await?;
        found.retain(|it| reviews.iter().any(|review| review.id == it.assignment_id));
        Ok(Self { reviews, found })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.reviews.len()
    }

    fn about(&self, id: RequirementId) -> impl Iterator<Item = &Finding> {
        self.found.iter().filter(move |it| it.requirement == id.as_str())
    }

    /// What the letter asks before anybody edits it, in the applicant's language: each requirement
    /// that is short or in doubt, as the program words it, with what reviewers ask the applicant.
    pub fn asked(&self, program: &Program, assessment: &Assessment, lang: Lang) -> String {
        let mut lines = Vec::new();
        for it in wording::tell(program, assessment, lang) {
            let is_short = it.status == Status::Unmet;
            let is_doubted = self.about(it.id).any(is_doubt);
            let questions: Vec<&str> = self
                .about(it.id)
                .map(|it| it.question.trim())
                .filter(|it| !it.is_empty())
                .collect();
            let is_asked = is_short || is_doubted || !questions.is_empty();
            if it.stage != Stage::Submission || !is_asked {
                continue;
            }
            let colon = if it.text.is_empty() { "" } else { ": " };
            let mut line = format!("{ITEM}{}{colon}{}", it.title, it.text);
            if is_short && matches!(it.unit, Unit::Minutes | Unit::Days | Unit::Areas) {
                line.push(' ');
                line.push_str(&lang.say1("desk-letter-so-far", "stands", it.sentence.as_str()));
            }
            lines.push(line);
            lines.extend(questions.into_iter().map(indented));
        }
        if lines.is_empty() { UNSAID.to_owned() } else { lines.join("\n") }
    }

    /// What reviewers said to the coordinator, in the order of the rules.
    pub fn remarks(&self, me: &Coordinator, assessment: &Assessment) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for told in wording::tell(me.program, assessment, me.lang) {
            for it in self.about(told.id).filter(|it| !it.comment.trim().is_empty()) {
                let by = self.reviews.iter().find(|review| review.id == it.assignment_id);
                let verdict = it.verdict.as_deref().unwrap_or("question");
                remarks.push(Remark {
                    key: key(it),
                    by: by.map(|it| it.reviewer_name.clone()).unwrap_or_default(),
                    title: told.title.clone(),
                    shape: findings::state_of(verdict),
                    word: me.lang.say(&format!("reviews-verdict-{verdict}")).into_owned(),
                    comment: it.comment.trim().to_owned(),
                    may_be_told: told.id != RequirementId::References,
                });
            }
        }
        remarks
    }

    /// A letter with one remark taken into it, below the requirement that it is about, or at the
    /// end of the list; `None` if there is no such remark for the applicant.
    pub fn with_remark(
        &self,
        (program, assessment, lang): (&Program, &Assessment, Lang),
        letter: &str,
        wanted: &str,
    ) -> Option<String> {
        let remark = self.found.iter().find(|it| key(it) == wanted)?;
        if remark.requirement == RequirementId::References.as_str() {
            return None;
        }
        let told = wording::tell(program, assessment, lang);
        let told = told.into_iter().find(|it| it.id.as_str() == remark.requirement)?;
        let said = remark.comment.trim();
        if said.is_empty() {
            return None;
        }
        let item = format!("{ITEM}{}", told.title);
        let letter = letter.replace("\r\n", "\n");
        let mut lines: Vec<String> = letter.lines().map(str::to_owned).collect();
        let belongs = |it: &String| it.starts_with("  ");
        match lines.iter().position(|it| it.starts_with(&item)) {
            Some(at) => {
                let below = lines.iter().skip(at + 1).take_while(|it| belongs(it)).count();
                lines.insert(at + 1 + below, indented(said));
            }
            None => {
                let last = lines.iter().rposition(|it| it.starts_with(ITEM) || belongs(it));
                let new = format!("{item}:\n{}", indented(said));
                lines.insert(last.map_or(lines.len(), |at| at + 1), new);
            }
        }
        Some(lines.join("\n"))
    }

    /// What speaks against an outcome: other recommendations, and what reviewers doubt.
    pub fn against(&self, me: &Coordinator, outcome: &str, assessment: &Assessment) -> Vec<String> {
        let lang = me.lang;
        let mut said = Vec::new();
        for review in &self.reviews {
            let name = review.reviewer_name.as_str();
            let what = review.recommendation.as_deref().unwrap_or_default();
            if !what.is_empty() && same_outcome(what) != outcome {
                let what = lang.say(&format!("reviews-recommend-{what}"));
                said.push(lang.say2("desk-caution-recommends", "name", name, "what", what));
            }
            let titles: Vec<String> = wording::tell(me.program, assessment, lang)
                .into_iter()
                .filter(|told| {
                    self.about(told.id).any(|it| it.assignment_id == review.id && is_doubt(it))
                })
                .map(|told| told.title)
                .collect();
            if !titles.is_empty() && matches!(outcome, "endorsed" | "approved-for-exam") {
                let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
                let what = lang.list(&titles);
                said.push(lang.say2("desk-caution-doubts", "name", name, "what", what));
            }
        }
        said
    }
}

/// The outcome that a recommendation asks for.
fn same_outcome(recommendation: &str) -> &str {
    match recommendation {
        "endorse" => "endorsed",
        "approve-for-exam" => "approved-for-exam",
        "defer" => "deferred",
        other => other,
    }
}

fn is_doubt(it: &Finding) -> bool {
    it.verdict.as_deref().is_some_and(|it| it != "agree")
}

fn key(it: &Finding) -> String {
    format!("{} {}", it.assignment_id, it.requirement)
}

fn indented(text: &str) -> String {
    format!("  {}", text.replace('\n', "\n  "))
}
