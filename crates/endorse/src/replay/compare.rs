//! One decision once more: digests first, then the rules, then what the engine says.

use rules::locker::ExamResult;
use rules::{Assessment, Locker, Policy};

use super::kept::{self, Kept};
use super::rows::Decided;
use super::{Difference, Kind};
use crate::files::sha256;
use crate::programs::Programs;

/// Everything about a decision that is not as it was.
pub(super) fn decision(programs: &Programs, kept: &Kept, of: &Decided) -> Vec<Difference> {
    let mut found = Found { of, differences: Vec::new() };
    found.digests();
    if let Some(policy) = found.rules(programs, kept) {
        found.engine(policy);
    }
    found.differences
}

struct Found<'a> {
    of: &'a Decided,
    differences: Vec<Difference>,
}

impl Found<'_> {
    fn note(&mut self, kind: Kind, requirement: Option<&'static str>, detail: String) {
        let of = self.of;
        self.differences.push(Difference {
            decision: of.id,
            association: of.association_id.clone(),
            file: of.number.clone(),
            category: of.category.clone(),
            version: of.policy_version.clone(),
            kind,
            requirement,
            detail,
        });
    }

    /// What is kept has the digests that were written when it was frozen, and the decision names them.
    fn digests(&mut self) {
        let of = self.of;
        for (kind, text, frozen, decided) in [
            (Kind::Evidence, &of.locker, &of.frozen_locker_sha256, &of.locker_sha256),
            (Kind::Assessment, &of.assessment, &of.frozen_assessment_sha256, &of.assessment_sha256),
        ] {
            let now = sha256(text.as_bytes());
            for was in [frozen, decided] {
                if *was != now {
                    self.note(kind, None, format!("digest {was} → {now}"));
                    break;
                }
            }
        }
        if let (Some(exam), Some(said), Some(was)) =
            (&of.later_exam, &of.later_assessment, &of.later_sha256)
        {
            let now = later_digest(exam, said);
            if *was != now {
                self.note(Kind::Evidence, Some("exam"), format!("digest {was} → {now}"));
            }
        }
    }

    /// The rules that it was decided by; from before they were kept, those of the version as it is now.
    fn rules<'a>(&mut self, programs: &'a Programs, kept: &'a Kept) -> Option<&'a Policy> {
        let (policy, edits) = match kept.get(self.of) {
            Some(Err(problem)) => {
                self.note(Kind::Rules, None, problem.clone());
                return None;
            }
            Some(Ok(old)) => (Some(&old.policy), old.edits.as_deref()),
            None => {
                let now = kept::now(programs, self.of);
                (now, now.is_some().then_some(&[][..]))
            }
        };
        match edits {
            None => self.note(Kind::VersionGone, None, "no program has it any more".to_owned()),
            Some(edits) => {
                for (requirement, detail) in edits {
                    self.note(Kind::VersionEdited, *requirement, detail.clone());
                }
            }
        }
        policy
    }

    /// The same evidence by the same rules on the same day.
    fn engine(&mut self, policy: &Policy) {
        let of = self.of;
        let locker = match serde_json::from_str::<Locker>(&of.locker) {
            Ok(locker) => locker,
            Err(error) => return self.note(Kind::Evidence, None, error.to_string()),
        };
        self.assess(policy, &locker, &of.assessment);
        let (Some(exam), Some(said)) = (&of.later_exam, &of.later_assessment) else { return };
        match serde_json::from_str::<Vec<ExamResult>>(exam) {
            Ok(exam_results) => {
                self.assess(policy, &Locker { exam_results, ..locker }, said);
            }
            Err(error) => self.note(Kind::Evidence, Some("exam"), error.to_string()),
        }
    }

    fn assess(&mut self, policy: &Policy, locker: &Locker, said: &str) {
        let was = match serde_json::from_str::<Assessment>(said) {
            Ok(was) => was,
            Err(error) => return self.note(Kind::Assessment, None, error.to_string()),
        };
        let now = rules::assess(policy, locker, was.on, was.stage);
        if was != now {
            let before = self.differences.len();
            self.findings(&was, &now);
            if self.differences.len() == before {
                self.note(Kind::Engine, None, "the assessment as a whole".to_owned());
            }
        }
    }

    fn findings(&mut self, was: &Assessment, now: &Assessment) {
        for old in &was.findings {
            let Some(new) = now.finding(old.id) else {
                self.note(Kind::Engine, Some(old.id.as_str()), "gone".to_owned());
                continue;
            };
            if old == new {
                continue;
            }
            let said = |it: &rules::Finding| {
                let unit = it.unit.as_str();
                format!("{}, {} {unit} counted, {} in doubt", it.status, it.counted, it.in_doubt)
            };
            let (before, after) = (said(old), said(new));
            let detail = if before == after {
                format!("{before}: by other entries, amounts or steps")
            } else {
                format!("{before} → {after}")
            };
            self.note(Kind::Engine, Some(old.id.as_str()), detail);
        }
        for new in now.findings.iter().filter(|it| was.finding(it.id).is_none()) {
            self.note(Kind::Engine, Some(new.id.as_str()), "new".to_owned());
        }
    }
}

/// The digest of what came after submission: the exam results and what the rules said with them, both
/// as JSON.
#[must_use]
pub fn later_digest(exam: &str, said: &str) -> String {
    sha256(format!("{exam}\n{said}").as_bytes())
}
