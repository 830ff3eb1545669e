//! What is typed to hand a renewal in.

use rules::Status;
use serde::Deserialize;

use crate::typed::Problems;

/// The form: a box that must be ticked when something is missing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SubmissionForm {
    pub aware: String,
}

impl SubmissionForm {
    /// Whether it can be handed in as it stands.
    pub fn check(&self, status: Status) -> Result<(), Problems> {
        if status.is_met() || self.aware == "yes" {
            return Ok(());
        }
        Err(Problems::one("aware", "renewal-must-be-aware"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_incomplete_is_handed_in_knowingly_or_not_at_all() {
        let ticked = SubmissionForm { aware: "yes".into() };

        assert!(SubmissionForm::default().check(Status::Met).is_ok());
        assert!(SubmissionForm::default().check(Status::NeedsPerson).is_err());
        assert!(SubmissionForm::default().check(Status::Unmet).is_err());
        assert!(ticked.check(Status::Unmet).is_ok());
    }
}
