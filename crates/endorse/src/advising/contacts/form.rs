//! What an advisor types of a talk.

use jiff::civil::Date;
use serde::Deserialize;

use crate::typed::{self, Problems};

/// Nobody talks longer than a day.
const AT_MOST: i64 = 1440;

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    pub on: String,
    pub minutes: String,
    pub note: String,
}

/// A talk.
#[derive(Debug, PartialEq, Eq)]
pub struct NewContact {
    pub on: Date,
    pub minutes: i64,
    pub note: Option<String>,
}

impl ContactForm {
    /// An empty one, with a day to begin with.
    pub fn on(day: Date) -> Self {
        Self { on: day.to_string(), ..Self::default() }
    }

    /// A day that has come, whole minutes, a line or none.
    pub fn check(&self, today: Date) -> Result<NewContact, Problems> {
        let mut problems = Problems::default();
        let on = problems.note("on", typed::past_day(&self.on, today));
        let minutes = match self.minutes.trim() {
            "" => Err("problem-missing"),
            typed => match typed.parse::<i64>() {
                Ok(minutes @ 1..=AT_MOST) => Ok(minutes),
                _ => Err("advising-not-minutes"),
            },
        };
        let minutes = problems.note("minutes", minutes);
        let note = problems.note("note", typed::line_or_none(&self.note, 300));
        match (on, minutes, note) {
            (Some(on), Some(minutes), Some(note)) => Ok(NewContact { on, minutes, note }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_talk_has_a_day_that_has_come_and_whole_minutes() {
        let today = date(2026, 3, 2);
        let form = |on: &str, minutes: &str| ContactForm {
            on: on.to_owned(),
            minutes: minutes.to_owned(),
            note: " ".to_owned(),
        };
        let noted = NewContact { on: today, minutes: 45, note: None };
        assert_eq!(form("2026-03-02", " 45 ").check(today), Ok(noted));
        let late = Problems::one("on", "problem-not-yet");
        assert_eq!(form("2026-03-03", "45").check(today), Err(late));
        for typed in ["0", "1441", "1.5", "an hour"] {
            let wrong = Problems::one("minutes", "advising-not-minutes");
            assert_eq!(form("2026-03-02", typed).check(today), Err(wrong), "{typed}");
        }
    }
}
