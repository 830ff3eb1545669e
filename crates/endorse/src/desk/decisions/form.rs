//! What is typed to decide.

use serde::Deserialize;

use super::judged::UNSAID;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed, with what the coordinator had in front of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    pub outcome: String,
    pub submission: String,
    pub state: String,
    pub letter: String,
    pub override_reason: String,
    /// Which remark of a reviewer to take into the letter, instead of deciding.
    pub include: String,
}

/// A reason against the rules has to be read years later: fewer characters say nothing.
const REASON_AT_LEAST: usize = 20;

/// What is decided.
#[derive(Debug)]
pub struct Decided {
    pub letter: String,
    pub override_reason: Option<String>,
}

impl DecisionForm {
    /// Whoever decides against the rules says why; so does the letter where it refuses or asks, instead of
    /// its draft with the reasons taken out.
    pub fn check(&self, is_override: bool, says_nothing: bool) -> Result<Decided, Problems> {
        let mut problems = Problems::default();
        let letter = typed::text(&self.letter, 10_000)
            .and_then(|it| if it.is_empty() { Err("problem-missing") } else { Ok(it) });
        let letter = letter.and_then(|it| {
            let is_unsaid = it.lines().any(|line| line.trim() == UNSAID);
            match (is_unsaid, says_nothing) {
                (true, _) => Err("desk-letter-unsaid"),
                (_, true) => Err("desk-letter-without"),
                _ => Ok(it),
            }
        });
        let letter = problems.note("letter", letter);
        let reason = typed::text(&self.override_reason, 1000);
        let reason = reason.and_then(|it| match (it.chars().count(), is_override) {
            (_, false) => Ok(None),
            (..REASON_AT_LEAST, true) => Err("desk-override-needed"),
            (_, true) => Ok(Some(it)),
        });
        let reason = problems.note("override_reason", reason);
        match (letter, reason) {
            (Some(letter), Some(override_reason)) => Ok(Decided { letter, override_reason }),
            _ => Err(problems),
        }
    }
}
