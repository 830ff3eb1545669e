//! What is typed to try rules: the text of a draft, or one of the versions that there are.

use serde::Deserialize;

use crate::programs::Program;
use crate::programs::draft::{Draft, MOST_BYTES};
use crate::typed::Problems;

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TrialForm {
    /// `category version`, or nothing.
    pub version: String,
    /// The text of a category's file, or nothing.
    pub draft: String,
}

/// The rules to try.
#[derive(Debug)]
pub enum Trial {
    /// A version that there is: category and version.
    Known(String, String),
    /// A draft.
    Draft(Box<Draft>),
}

impl TrialForm {
    /// One of the two. What is wrong with a draft is told by file and field, beside the sentence.
    pub fn check(&self, program: &Program) -> Result<Trial, (Problems, String)> {
        let one = |field, key| (Problems::one(field, key), String::new());
        if self.draft.trim().is_empty() {
            let (category, version) = self.version.split_once(' ').unwrap_or_default();
            return match program.policy_version(category, version) {
                Some(_) => Ok(Trial::Known(category.to_owned(), version.to_owned())),
                None => Err(one("version", "problem-choose")),
            };
        }
        if self.draft.len() > MOST_BYTES {
            return Err(one("draft", "problem-too-long"));
        }
        Draft::file(&program.id, "draft.toml", &self.draft)
            .map(|it| Trial::Draft(Box::new(it)))
            .map_err(|says| (Problems::one("draft", "simulation-draft-wrong"), says))
    }
}
