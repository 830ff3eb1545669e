//! What a reviewer declares before the file opens.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeclarationForm {
    pub conflict: String,
    pub typed_name: String,
}

/// What was declared.
#[derive(Debug, PartialEq, Eq)]
pub enum Declared {
    /// No conflict, under one's own name.
    NoConflict,
    /// A conflict: the assignment goes back.
    Conflict,
}

impl DeclarationForm {
    /// A conflict needs no name; to have none is signed with one's own.
    pub fn check(&self, own_name: &str) -> Result<Declared, Problems> {
        let mut problems = Problems::default();
        let choices = [("yes", true), ("no", false)];
        let conflict = problems.note("conflict", typed::one_of(&self.conflict, &choices));
        if conflict == Some(true) {
            return Ok(Declared::Conflict);
        }
        let name = typed::line(&self.typed_name, 200).and_then(|name| {
            let same = typed::folded(&name) == typed::folded(own_name);
            if same { Ok(()) } else { Err("reviews-not-your-name") }
        });
        match (conflict, problems.note("typed_name", name)) {
            (Some(false), Some(())) => Ok(Declared::NoConflict),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ones_own_name_opens_a_file() {
        let form = |conflict: &str, name: &str| {
            let (conflict, typed_name) = (conflict.to_owned(), name.to_owned());
            DeclarationForm { conflict, typed_name }.check("José Álvarez")
        };

        assert_eq!(form("no", "jose alvarez"), Ok(Declared::NoConflict));
        assert_eq!(form("yes", ""), Ok(Declared::Conflict));
        let other = form("no", "Ana").unwrap_err();
        assert_eq!(other.with("typed_name"), Some("reviews-not-your-name"));
        assert!(form("", "José Álvarez").is_err());
    }
}
