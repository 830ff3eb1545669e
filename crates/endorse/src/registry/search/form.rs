//! What is asked of the registry.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::rows::{HowMany, Words};
use crate::endorsements;
use crate::typed::{self, Problems};

/// The question, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RegistryForm {
    pub q: String,
    pub category: String,
    pub on: String,
    pub after: String,
}

/// A question that can be answered.
pub struct Question {
    /// The day asked about.
    pub on: Date,
    /// How to look.
    pub by: By,
}

/// How to look.
pub enum By {
    /// By the words of a name.
    Words(Words),
    /// By a number.
    Number(String),
    /// By turning pages.
    Name,
}

impl RegistryForm {
    /// Reads the question; every problem at once.
    pub fn check(&self, today: Date) -> Result<Question, Problems> {
        let mut problems = Problems::default();
        let q = problems.note("q", typed::line_or_none(&self.q, 200));
        let on = match self.on.trim() {
            "" => Some(today),
            typed => problems.note("on", typed::past_day(typed, today)),
        };
        match (q, on) {
            (Some(q), Some(on)) => Ok(Question { on, by: by(&q.unwrap_or_default()) }),
            _ => Err(problems),
        }
    }

    /// The end of the page before this one.
    pub fn after(&self) -> Option<Uuid> {
        self.after.parse().ok()
    }
}

/// What an answer begins with, so that it need look at few others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A word, by its place.
    Word(usize),
    /// The category.
    Category,
}

impl Lead {
    /// The rarest of what is looked for, the longest word among equally rare ones; and how many of
    /// it were counted.
    pub fn of(many: &HowMany, words: &Words, category: &str) -> (Self, i64) {
        let counts = [many.first, many.second, many.third, many.fourth];
        let words = words.from.iter().zip(counts).enumerate().filter(|(_, it)| !it.0.is_empty());
        let words = words.map(|(place, (_, count))| (Self::Word(place), count));
        let category = (!category.is_empty()).then_some((Self::Category, many.category));
        words.chain(category).min_by_key(|it| it.1).unwrap_or((Self::Word(0), 0))
    }
}

impl Words {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.from.iter().filter(|it| !it.is_empty()).count()
    }

    /// The same with another one in front.
    pub fn led_by(mut self, place: usize) -> Self {
        if place < self.from.len() {
            self.from.swap(0, place);
            self.to.swap(0, place);
        }
        self
    }
}

/// A number has a digit in it, names have none. A text without a letter asks for a name that
/// nobody has.
fn by(q: &str) -> By {
    if q.is_empty() {
        By::Name
    } else if q.chars().any(|it| it.is_ascii_digit()) {
        By::Number(q.split_whitespace().collect::<String>().to_uppercase())
    } else {
        By::Words(words(q))
    }
}

/// The longest word first: it is likely to have the fewest names.
fn words(q: &str) -> Words {
    let mut typed: Vec<String> = q.split_whitespace().flat_map(single).collect();
    typed.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    typed.dedup();
    let mut words = Words::default();
    if typed.is_empty() {
        // Between two equal texts that are no word lies nothing.
        typed.push("-".to_owned());
    }
    for ((from, to), word) in words.from.iter_mut().zip(&mut words.to).zip(typed) {
        *to = last_like(&word);
        *from = word;
    }
    words
}

/// The words of one typed word, without the joined form that only names have.
fn single(typed: &str) -> Vec<String> {
    let parts = typed.split(|it: char| !it.is_alphanumeric());
    parts.flat_map(endorsements::words).collect()
}

/// The last text that begins like a word, in any order of letters that a database may keep: in all
/// of them nothing of a Latin name comes after `z`. A single letter stands for itself: too many
/// names begin with it.
fn last_like(word: &str) -> String {
    if word.chars().count() == 1 {
        return word.to_owned();
    }
    let last = if word.is_ascii() { "z".repeat(40) } else { char::MAX.to_string() };
    format!("{word}{last}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn form(q: &str, on: &str) -> RegistryForm {
        RegistryForm { q: q.into(), on: on.into(), ..RegistryForm::default() }
    }

    #[test]
    fn the_longest_word_leads_and_marks_do_not_matter() {
        let question = form("Ma Ñandú", "").check(date(2026, 3, 2)).unwrap_or_else(|_| panic!());
        let By::Words(words) = question.by else { panic!() };
        assert_eq!(words.from, ["nandu", "ma", "", ""]);
        assert!(words.to[0].starts_with("nanduz"));
    }

    #[test]
    fn the_rarest_leads_and_what_was_not_asked_does_not() {
        let words = words("quill ada");
        let many =
            |first, second, category| HowMany { first, second, third: 0, fourth: 0, category };

        assert_eq!(Lead::of(&many(1000, 1000, 0), &words, "").0, Lead::Word(0));
        assert_eq!(Lead::of(&many(1000, 7, 0), &words, ""), (Lead::Word(1), 7));
        assert_eq!(Lead::of(&many(1000, 7, 3), &words, "ifa"), (Lead::Category, 3));
        assert_eq!(words.led_by(1).from, ["ada", "quill", "", ""]);
    }

    #[test]
    fn what_has_a_digit_is_a_number() {
        let question = form(" ct-imhm-c-00412 ", "").check(date(2026, 3, 2));
        let Ok(Question { by: By::Number(number), .. }) = question else { panic!() };
        assert_eq!(number, "CT-IMHM-C-00412");
    }

    #[test]
    fn a_day_that_has_not_come_cannot_be_asked_about() {
        let Err(problems) = form("", "2026-03-03").check(date(2026, 3, 2)) else { panic!() };
        assert_eq!(problems.with("on"), Some("problem-not-yet"));
    }
}
