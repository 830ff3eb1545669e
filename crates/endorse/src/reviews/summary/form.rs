//! What a reviewer recommends in the end.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// What may be recommended.
pub const RECOMMENDATIONS: [&str; 4] = ["endorse", "approve-for-exam", "more-information", "defer"];

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SummaryForm {
    pub recommendation: String,
    pub summary: String,
}

/// What is said about the whole.
#[derive(Debug)]
pub struct Summary {
    pub recommendation: &'static str,
    pub summary: String,
}

impl SummaryForm {
    /// Reads the whole form before complaining. `offered` are those that make sense for the file.
    pub fn check(&self, offered: &[&'static str]) -> Result<Summary, Problems> {
        let mut problems = Problems::default();
        let choice = offered.iter().find(|it| **it == self.recommendation).copied();
        let recommendation = problems.note("recommendation", choice.ok_or("problem-choose"));
        let summary = typed::text(&self.summary, 8000);
        let summary =
            summary.and_then(|it| if it.is_empty() { Err("problem-missing") } else { Ok(it) });
        match (recommendation, problems.note("summary", summary)) {
            (Some(recommendation), Some(summary)) => Ok(Summary { recommendation, summary }),
            _ => Err(problems),
        }
    }
}
