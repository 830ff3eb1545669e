//! What is typed about keeping: a term, or why a file must be kept.

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TermForm {
    pub months: String,
    pub authority: String,
}

impl TermForm {
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
            TermForm { months: months.to_owned(), authority: authority.to_owned() }.check()
        };
        assert_eq!(typed(" 84 ", "The board, May 2026"), Ok((84, "The board, May 2026".into())));
        for wrong in ["", "0", "-3", "1201", "7.5", "seven"] {
            assert!(typed(wrong, "The board").is_err(), "{wrong}");
        }
        assert!(typed("12", " ").is_err());
    }
}
