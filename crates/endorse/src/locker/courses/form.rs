//! What is typed about a course.

use askama::Template;
use rules::Locker;
use rules::locker::{Course, EntryId};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::locker::Kind;
use crate::locker::entries::{Around, Asked, Sheet, past_or_open, read_areas, sound};
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CourseForm {
    pub title: String,
    pub institution: String,
    pub completed: String,
    pub credits: String,
    pub competencies: Vec<String>,
    pub version: String,
}

impl Sheet for CourseForm {
    type Entry = Course;
    const KIND: Kind = Kind::Courses;

    fn check(&self, id: EntryId, asked: &Asked) -> Result<Course, Problems> {
        let mut problems = Problems::default();
        let title = problems.note("title", typed::line(&self.title, 200));
        let institution = problems.note("institution", typed::line(&self.institution, 200));
        let completed = problems.note("completed", past_or_open(&self.completed, asked));
        let credits = problems.note("credits", credits(&self.credits));
        let areas = read_areas(asked.program, &self.competencies);
        let competencies = problems.note("competencies", areas);
        let (Some(title), Some(institution)) = (title, institution) else { return Err(problems) };
        let (Some(completed), Some(credits), Some(competencies)) =
            (completed, credits, competencies)
        else {
            return Err(problems);
        };
        let course = Course { id, title, institution, completed, credits, competencies };
        let alone = Locker { courses: vec![course.clone()], ..Locker::default() };
        sound(&alone, &[("", "title", "locker-does-not-fit")])?;
        Ok(course)
    }

    fn of(entry: &Course, lang: Lang) -> Self {
        Self {
            title: entry.title.clone(),
            institution: entry.institution.clone(),
            completed: entry.completed.map(|it| it.to_string()).unwrap_or_default(),
            credits: entry.credits.map(|it| number(it, lang)).unwrap_or_default(),
            competencies: entry.competencies.clone(),
            version: String::new(),
        }
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn page(around: Around, form: Self, problems: Problems) -> impl Template {
        super::page(around, form, problems)
    }
}

/// Credit hours: a number with at most two places, or nothing.
fn credits(typed: &str) -> Result<Option<f64>, &'static str> {
    let typed = typed.trim().replace(',', ".");
    if typed.is_empty() {
        return Ok(None);
    }
    let (whole, part) = typed.split_once('.').unwrap_or((&typed, "0"));
    let digits =
        |it: &str, most| (1..=most).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole, 3) || !digits(part, 2) {
        return Err("locker-not-credits");
    }
    typed.parse().map(Some).map_err(|_| "locker-not-credits")
}

/// A number as people write it: "3", "1.5", in Spanish "1,5".
pub fn number(value: f64, lang: Lang) -> String {
    let text = value.to_string();
    if lang.is_spanish() { text.replace('.', ",") } else { text }
}
