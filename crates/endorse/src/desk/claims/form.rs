//! What is typed when a membership is confirmed, declined, or no longer confirmed.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    pub reason: String,
}

impl ReasonForm {
    /// A reason that says something to the person.
    pub fn check(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        problems.note("reason", typed::line(&self.reason, 500)).ok_or(problems)
    }
}
