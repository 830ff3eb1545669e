//! What is asked: which category, of which association, on which day.

use jiff::civil::Date;
use serde::Deserialize;

use crate::programs::{Category, Programs, Rulebook};
use crate::security::query_value;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed; what is empty is all categories, the own association, today.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ComparisonForm {
    pub category: String,
    pub association: String,
    pub on: String,
}

/// A question that makes sense.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub program: &'static Rulebook,
    /// The only category that is asked about, if it is not all of them.
    pub category: Option<&'static Category>,
    pub on: Date,
}

impl ComparisonForm {
    /// Reads the whole form before complaining, so that every problem is shown at once.
    pub fn check(
        &self,
        own: &'static Rulebook,
        programs: &'static Programs,
        today: Date,
    ) -> Result<Asked, Problems> {
        let mut problems = Problems::default();
        let program = match self.association.as_str() {
            "" => Ok(own),
            id => programs.rulebook(id).ok_or("compare-no-association"),
        };
        let program = problems.note("association", program);
        let category = match (self.category.as_str(), program) {
            ("", _) | (_, None) => Ok(None),
            (id, Some(program)) => {
                let found = program.offered().find(|it| it.id == id);
                found.map(Some).ok_or("compare-not-offered")
            }
        };
        let category = problems.note("category", category);
        let on = problems.note("on", typed::day_or_none(&self.on));
        match (program, category, on) {
            (Some(program), Some(category), Some(on)) => {
                Ok(Asked { program, category, on: on.unwrap_or(today) })
            }
            _ => Err(problems),
        }
    }

    /// The address of this question, without the language.
    #[must_use]
    pub fn path(&self) -> String {
        let fields =
            [("category", &self.category), ("association", &self.association), ("on", &self.on)];
        let given = fields.iter().filter(|it| !it.1.is_empty());
        let pairs: Vec<String> =
            given.map(|(name, value)| format!("{name}={}", query_value(value))).collect();
        if pairs.is_empty() {
            super::PATH.to_owned()
        } else {
            format!("{}?{}", super::PATH, pairs.join("&"))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::app::programs;

    fn asked(category: &str, association: &str, on: &str) -> Result<Asked, Problems> {
        let programs = programs().unwrap();
        let form = ComparisonForm {
            category: category.to_owned(),
            association: association.to_owned(),
            on: on.to_owned(),
        };
        form.check(programs.of("ct-aimh").unwrap(), programs, date(2026, 3, 2))
    }

    #[test]
    fn nothing_typed_asks_about_everything_here_and_today() {
        let asked = asked("", "", "").unwrap();

        assert_eq!((asked.program.id.as_str(), asked.on), ("ct-aimh", date(2026, 3, 2)));
        assert!(asked.category.is_none());
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let problems = asked("xyz", "", "2026-02-30").unwrap_err();

        assert_eq!(problems.with("category"), Some("compare-not-offered"));
        assert_eq!(problems.with("on"), Some("problem-not-a-day"));
        assert_eq!(
            asked("ifa", "atlantis", "").unwrap_err().with("association"),
            Some("compare-no-association")
        );
    }

    #[test]
    fn the_address_holds_what_was_typed_and_nothing_else() {
        let form = ComparisonForm { on: "a&b=ñ".to_owned(), ..ComparisonForm::default() };

        assert_eq!(form.path(), "/comparison?on=a%26b%3D%C3%B1");
        assert_eq!(ComparisonForm::default().path(), "/comparison");
    }
}
