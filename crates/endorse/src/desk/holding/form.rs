//! What is typed to hold a file to earlier rules.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RulesForm {
    pub version: String,
    pub reason: String,
}

/// A reason has to be read years later: fewer characters say nothing.
const REASON_AT_LEAST: usize = 20;

impl RulesForm {
    /// One of the versions that there are, and a reason; of at most 1,000 characters.
    pub fn check(&self, versions: &[&str]) -> Result<(String, String), Problems> {
        let mut problems = Problems::default();
        let known = versions.iter().find(|it| **it == self.version);
        let version = known.map(|it| (*it).to_owned()).ok_or("problem-choose");
        let version = problems.note("version", version);
        let reason = typed::text(&self.reason, 1000).and_then(|it| {
            if it.chars().count() < REASON_AT_LEAST {
                Err("desk-rules-reason-needed")
            } else {
                Ok(it)
            }
        });
        let reason = problems.note("reason", reason);
        match (version, reason) {
            (Some(version), Some(reason)) => Ok((version, reason)),
            _ => Err(problems),
        }
    }
}
