//! What is typed to record a result of the exam.

use jiff::civil::Date;
use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ResultForm {
    pub part: String,
    pub percent: String,
    pub passed: String,
    pub taken_on: String,
}

/// A result.
#[derive(Debug, PartialEq, Eq)]
pub struct NewResult {
    pub part: i64,
    pub percent: Option<i64>,
    pub passed: bool,
    pub taken_on: Date,
}

impl ResultForm {
    /// Part 1 is measured in percent; part 2 is passed or not.
    pub fn check(&self, parts: &[u8], today: Date) -> Result<NewResult, Problems> {
        let mut problems = Problems::default();
        let part = parts.iter().find(|it| it.to_string() == self.part).ok_or("problem-choose");
        let part = problems.note("part", part.map(|it| i64::from(*it)));
        let percent = match (self.percent.trim(), part) {
            ("", Some(1)) => Err("desk-percent-missing"),
            ("", _) => Ok(None),
            (typed, _) => match typed.trim_end_matches('%').trim().parse::<i64>() {
                Ok(percent @ 0..=100) => Ok(Some(percent)),
                _ => Err("desk-not-percent"),
            },
        };
        let percent = problems.note("percent", percent);
        let choices = [("yes", true), ("no", false)];
        let passed = problems.note("passed", typed::one_of(&self.passed, &choices));
        let taken_on = problems.note("taken_on", typed::past_day(&self.taken_on, today));
        match (part, percent, passed, taken_on) {
            (Some(part), Some(percent), Some(passed), Some(taken_on)) => {
                Ok(NewResult { part, percent, passed, taken_on })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn part_one_needs_a_percentage_and_part_two_does_not() {
        let form = |part: &str, percent: &str| ResultForm {
            part: part.to_owned(),
            percent: percent.to_owned(),
            passed: "yes".to_owned(),
            taken_on: "2026-03-01".to_owned(),
        };
        let check = |form: ResultForm| form.check(&[1, 2], date(2026, 3, 2));

        assert_eq!(check(form("1", "")).unwrap_err().with("percent"), Some("desk-percent-missing"));
        assert_eq!(check(form("1", "85 %")).map(|it| it.percent), Ok(Some(85)));
        assert_eq!(check(form("2", "")).map(|it| it.percent), Ok(None));
        assert!(check(form("1", "101")).is_err());
        assert!(check(form("3", "85")).is_err());
    }
}
