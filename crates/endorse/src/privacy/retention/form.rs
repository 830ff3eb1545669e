//! What is typed about keeping: a term, or why a file must be kept.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TermForm {
    pub months: String,
    pub authority: String,
    /// The button that only looks; not empty if it was pressed.
    pub look: String,
    /// For how many months it was last seen what would go.
    pub seen: String,
}

impl TermForm {
    /// Whether it is to be seen what would go, and nothing set: it was asked for, or what was seen was
    /// for another term.
    pub fn only_looks(&self, months: i64) -> bool {
        let seen = self.seen.trim();
        !self.look.is_empty() || !(seen.is_empty() || seen == months.to_string())
    }

    /// Whole months from 1 to 1,200, and who said so in at most 500 characters.
    pub fn check(&self) -> Result<(i64, String), Problems> {
        let mut problems = Problems::default();
        let months = match self.months.trim().parse::<i64>() {
            _ if self.months.trim().is_empty() => Err("problem-missing"),
            Ok(months) if (1..=1200).contains(&months) => Ok(months),
            _ => Err("privacy-term-months-wrong"),
        };
        let months = problems.note("months", months);
        let authority = problems.note("authority", typed::line(&self.authority, 500));
        match (months, authority) {
            (Some(months), Some(authority)) => Ok((months, authority)),
            _ => Err(problems),
        }
    }
}

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct HoldForm {
    pub reason: String,
}

impl HoldForm {
    /// A reason of at most 1,000 characters.
    pub fn check(&self) -> Result<String, Problems> {
        match typed::text(&self.reason, 1000) {
            Ok(reason) if reason.is_empty() => Err(Problems::one("reason", "problem-missing")),
            Ok(reason) => Ok(reason),
            Err(key) => Err(Problems::one("reason", key)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_has_whole_months_and_somebody_who_said_so() {
        let typed = |months: &str, authority: &str| {
            let (months, authority) = (months.to_owned(), authority.to_owned());
            TermForm { months, authority, ..TermForm::default() }.check()
        };
        assert_eq!(typed(" 84 ", "The board, May 2026"), Ok((84, "The board, May 2026".into())));
        for wrong in ["", "0", "-3", "1201", "7.5", "seven"] {
            assert!(typed(wrong, "The board").is_err(), "{wrong}");
        }
        assert!(typed("12", " ").is_err());
    }

    #[test]
    fn another_term_than_the_one_that_was_looked_at_is_looked_at_first() {
        let form = |look: &str, seen: &str| TermForm {
            look: look.to_owned(),
            seen: seen.to_owned(),
            ..TermForm::default()
        };
        assert!(!form("", "").only_looks(6) && !form("", "6").only_looks(6));
        assert!(form("yes", "6").only_looks(6) && form("", "60").only_looks(6));
    }
}
