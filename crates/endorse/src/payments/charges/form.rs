//! How somebody says that they will pay.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// Ways to pay that do not need a card.
pub(super) const WAYS: &[(&str, &str)] =
    &[("check", "check"), ("transfer", "transfer"), ("employer", "employer")];

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PromiseForm {
    pub way: String,
    pub note: String,
}

/// A promise to pay.
#[derive(Debug)]
pub(super) struct Promise {
    pub way: &'static str,
    pub note: Option<String>,
}

impl PromiseForm {
    /// Reads the whole form before complaining.
    pub fn check(&self) -> Result<Promise, Problems> {
        let mut problems = Problems::default();
        let way = problems.note("way", typed::one_of(&self.way, WAYS));
        let note = problems.note("note", typed::line_or_none(&self.note, 300));
        match (way, note) {
            (Some(way), Some(note)) => Ok(Promise { way, note }),
            _ => Err(problems),
        }
    }
}
