//! What is typed to sign.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SigningForm {
    pub name: String,
    pub accepted: String,
    /// The hash of the text that was on the page.
    pub sha256: String,
}

impl SigningForm {
    /// The name as it was typed, if it is the account's and the box is ticked.
    pub fn check(&self, account_name: &str) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let name = problems.note("name", own_name(&self.name, account_name));
        let accepted = problems.note("accepted", accepted(&self.accepted));
        match (name, accepted) {
            (Some(name), Some(())) => Ok(name),
            _ => Err(problems),
        }
    }
}

fn own_name(typed: &str, account_name: &str) -> Result<String, &'static str> {
    let name = typed::line(typed, 200)?;
    if typed::folded(&name) == typed::folded(account_name) {
        Ok(name)
    } else {
        Err("agreements-other-name")
    }
}

fn accepted(typed: &str) -> Result<(), &'static str> {
    if typed == "yes" { Ok(()) } else { Err("agreements-not-accepted") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, accepted: &str) -> SigningForm {
        SigningForm { name: name.into(), accepted: accepted.into(), ..SigningForm::default() }
    }

    #[test]
    fn a_name_may_be_typed_without_accents_but_not_be_another() {
        assert_eq!(typed("ana  alvarez", "yes").check("Ana Álvarez"), Ok("ana  alvarez".into()));

        let problems = typed("Ben Alvarez", "").check("Ana Álvarez").unwrap_err();
        assert_eq!(problems.with("name"), Some("agreements-other-name"));
        assert_eq!(problems.with("accepted"), Some("agreements-not-accepted"));
    }
}
