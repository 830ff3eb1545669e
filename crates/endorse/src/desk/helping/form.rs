//! Why somebody is helped, and how they said that they agree.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The ways to agree, as they are kept.
pub const WAYS: [&str; 3] = ["phone", "mail", "in-person"];

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct HelpForm {
    pub reason: String,
    pub agreed: String,
}

impl HelpForm {
    /// The reason, and how they agreed.
    pub fn check(&self) -> Result<(String, &'static str), Problems> {
        let mut problems = Problems::default();
        let reason = problems.note("reason", typed::line(&self.reason, 300));
        let agreed = typed::one_of(&self.agreed, &WAYS.map(|it| (it, it)));
        match (reason, problems.note("agreed", agreed)) {
            (Some(reason), Some(agreed)) => Ok((reason, agreed)),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_helped_without_a_reason_and_their_consent() {
        let form = HelpForm { reason: "Cannot scan".to_owned(), agreed: "phone".to_owned() };
        assert_eq!(form.check(), Ok(("Cannot scan".to_owned(), "phone")));
        let silent = HelpForm { agreed: String::new(), ..form.clone() };
        assert_eq!(silent.check(), Err(Problems::one("agreed", "problem-choose")));
        let idle = HelpForm { reason: " ".to_owned(), ..form };
        assert!(idle.check().is_err());
    }
}
