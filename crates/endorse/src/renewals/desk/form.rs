//! What the coordinator types.

use rules::Status;
use serde::Deserialize;

use crate::typed::{self, Problems};

/// Both forms of the page: one confirms, the other gives back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfirmationForm {
    pub override_reason: String,
    pub note: String,
}

impl ConfirmationForm {
    /// The reason, needed where the rules found something missing.
    pub fn reason(&self, status: Status) -> Result<Option<String>, Problems> {
        let reason = match status {
            Status::Met => typed::text(&self.override_reason, 2000),
            _ if self.override_reason.trim().is_empty() => Err("renewal-needs-reason"),
            _ => typed::text(&self.override_reason, 2000),
        };
        let mut problems = Problems::default();
        match problems.note("override_reason", reason) {
            Some(reason) => Ok(Some(reason).filter(|it| !it.is_empty())),
            None => Err(problems),
        }
    }

    /// The note to the person, which must say something.
    pub fn note(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let note = match typed::text(&self.note, 2000) {
            Ok(note) if note.is_empty() => Err("problem-missing"),
            other => other,
        };
        problems.note("note", note).ok_or(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_let_pass_for_a_reason_only() {
        let mut form = ConfirmationForm::default();

        assert_eq!(form.reason(Status::Met), Ok(None));
        assert!(form.reason(Status::NeedsPerson).is_err());
        form.override_reason = " Illness ".into();
        assert_eq!(form.reason(Status::Unmet), Ok(Some("Illness".to_owned())));
    }
}
