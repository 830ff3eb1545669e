//! What an administrator types to announce a date.

use jiff::civil::Date;
use serde::Deserialize;

use crate::house::dates::NewDate;
use crate::programs::calendar::Kind;
use crate::typed::{self, Problems};

/// How long what happens may be told, in characters: a line.
const A_LINE: usize = 160;
/// How long it may be told where it was decided, in characters.
const A_NOTE: usize = 300;

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DateForm {
    pub kind: String,
    pub first_on: String,
    pub last_on: String,
    pub title_en: String,
    pub title_es: String,
    pub decided: String,
}

impl DateForm {
    /// Reads it; of a date in place of the program's the kind is the program's. What is over by today is
    /// nothing to announce.
    pub fn check(&self, today: Date, kind: Option<Kind>) -> Result<NewDate, Problems> {
        let mut problems = Problems::default();
        let kinds = Kind::ALL.map(|it| (it.as_str(), it));
        let kind = match kind {
            Some(kind) => Some(kind),
            None => problems.note("kind", typed::one_of(&self.kind, &kinds)),
        };
        let first = problems.note("first_on", typed::day(&self.first_on));
        let last = problems.note("last_on", self.last(first, today));
        if let (Some(first), Some(None)) = (first, last) {
            let to_come = if first < today { Err("date-is-over") } else { Ok(()) };
            problems.note("first_on", to_come);
        }
        let en = problems.note("title_en", typed::line(&self.title_en, A_LINE));
        let es = problems.note("title_es", typed::line(&self.title_es, A_LINE));
        let decided = problems.note("decided", typed::line(&self.decided, A_NOTE));
        match (kind, first, last, en, es, decided) {
            (
                Some(kind),
                Some(first_on),
                Some(last),
                Some(title_en),
                Some(title_es),
                Some(decided),
            ) if problems.is_empty() => {
                let last_on = last.unwrap_or(first_on);
                Ok(NewDate { kind, first_on, last_on, title_en, title_es, decided })
            }
            _ => Err(problems),
        }
    }

    /// The last day, if it is not the first.
    fn last(&self, first: Option<Date>, today: Date) -> Result<Option<Date>, &'static str> {
        match typed::day_or_none(&self.last_on)? {
            Some(last) if first.is_some_and(|first| last < first) => Err("date-ends-before"),
            Some(last) if last < today => Err("date-is-over"),
            last => Ok(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn form(first: &str, last: &str) -> DateForm {
        DateForm {
            kind: "exam".to_owned(),
            first_on: first.to_owned(),
            last_on: last.to_owned(),
            title_en: "Exam".to_owned(),
            title_es: "Examen".to_owned(),
            decided: "Board, May 4".to_owned(),
        }
    }

    #[test]
    fn what_is_over_is_nothing_to_announce() {
        let today = date(2026, 3, 2);
        let check = |first, last| form(first, last).check(today, None);

        assert_eq!(check("2026-03-01", ""), Err(Problems::one("first_on", "date-is-over")));
        let over = Err(Problems::one("last_on", "date-is-over"));
        assert_eq!(check("2026-02-20", "2026-03-01"), over);
        let before = Err(Problems::one("last_on", "date-ends-before"));
        assert_eq!(check("2026-03-05", "2026-03-04"), before);
        let begun = check("2026-02-20", "2026-03-02").unwrap();
        assert_eq!((begun.first_on, begun.last_on), (date(2026, 2, 20), today));
        let one = check("2026-03-02", "").unwrap();
        assert_eq!((one.first_on, one.last_on), (today, today));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let problems = DateForm::default().check(date(2026, 3, 2), None).unwrap_err();

        let fields: Vec<&str> = problems.each().map(|it| it.0).collect();
        assert_eq!(fields, ["kind", "first_on", "title_en", "title_es", "decided"]);
    }
}
