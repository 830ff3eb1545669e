//! What a coordinator types to correct the name on an endorsement.

use serde::Deserialize;

use super::super::form::reason;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed, with the name that the coordinator had in front of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NameForm {
    pub seen: String,
    pub name: String,
    pub reason: String,
}

/// A name and why it is the right one.
#[derive(Debug, PartialEq, Eq)]
pub struct Correction {
    pub name: String,
    pub reason: String,
}

impl NameForm {
    /// Reads the form against the name as it is; every problem at once.
    pub fn check(&self, now: &str) -> Result<Correction, Problems> {
        let mut problems = Problems::default();
        let name = typed::name(&self.name)
            .and_then(|it| if it == now { Err("endorsement-name-same") } else { Ok(it) });
        let name = problems.note("name", name);
        let reason = problems.note("reason", reason(&self.reason));
        match (name, reason) {
            (Some(name), Some(reason)) => Ok(Correction { name, reason }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_is_no_correction_and_a_reason_is_asked() {
        let form = |name: &str, reason: &str| NameForm {
            name: name.to_owned(),
            reason: reason.to_owned(),
            ..NameForm::default()
        };
        let why = "Married; showed the certificate.";

        let right = form(" Ana Soto Ruiz ", why).check("Ana Soto").unwrap_or_else(|_| panic!());
        assert_eq!(right.name, "Ana Soto Ruiz");
        let same = form("Ana Soto", why).check("Ana Soto");
        assert_eq!(same, Err(Problems::one("name", "endorsement-name-same")));
        let short = form("Ana Ruiz", "married").check("Ana Soto");
        assert_eq!(short, Err(Problems::one("reason", "endorsement-reason-short")));
    }
}
