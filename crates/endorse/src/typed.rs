//! Reading what people type: each function gives a valid thing or the key of a sentence.

use jiff::civil::Date;

/// Everything that is wrong with a form, field by field, in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<(&'static str, &'static str)>);

impl Problems {
    /// One problem with one field.
    #[must_use]
    pub fn one(field: &'static str, key: &'static str) -> Self {
        Self(vec![(field, key)])
    }

    /// Notes what is wrong with a field and goes on.
    pub fn note<T>(&mut self, field: &'static str, read: Result<T, &'static str>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(key) => {
                self.0.push((field, key));
                None
            }
        }
    }

    /// The key of the sentence for a field.
    #[must_use]
    pub fn with(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, key)| *key)
    }

    /// All of them.
    pub fn each(&self) -> impl Iterator<Item = &(&'static str, &'static str)> {
        self.0.iter()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A line that must be there, of at most `max` characters.
///
/// # Errors
///
/// `problem-missing`, `problem-too-long` or `problem-line-break`.
pub fn line(typed: &str, max: usize) -> Result<String, &'static str> {
    let line = typed.trim();
    match line {
        "" => Err("problem-missing"),
        _ if line.chars().count() > max => Err("problem-too-long"),
        _ if line.chars().any(char::is_control) => Err("problem-line-break"),
        _ => Ok(line.to_owned()),
    }
}

/// A line that may be empty.
///
/// # Errors
///
/// As [`line()`], but for the missing one.
pub fn line_or_none(typed: &str, max: usize) -> Result<Option<String>, &'static str> {
    if typed.trim().is_empty() { Ok(None) } else { line(typed, max).map(Some) }
}

/// Some lines of text, of at most `max` characters; may be empty.
///
/// # Errors
///
/// `problem-too-long`.
pub fn text(typed: &str, max: usize) -> Result<String, &'static str> {
    let text = typed.trim().replace("\r\n", "\n");
    let text: String =
        text.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t')).collect();
    if text.chars().count() > max { Err("problem-too-long") } else { Ok(text) }
}

/// A day, as browsers send it: `2026-01-05`.
///
/// # Errors
///
/// `problem-missing` or `problem-not-a-day`.
pub fn day(typed: &str) -> Result<Date, &'static str> {
    match typed.trim() {
        "" => Err("problem-missing"),
        typed => match typed.parse::<Date>() {
            Ok(day) if (1900..=2200).contains(&day.year()) => Ok(day),
            _ => Err("problem-not-a-day"),
        },
    }
}

/// A day that may be left open.
///
/// # Errors
///
/// `problem-not-a-day`.
pub fn day_or_none(typed: &str) -> Result<Option<Date>, &'static str> {
    if typed.trim().is_empty() { Ok(None) } else { day(typed).map(Some) }
}

/// A day that has come.
///
/// # Errors
///
/// As [`day`], or `problem-not-yet`.
pub fn past_day(typed: &str, today: Date) -> Result<Date, &'static str> {
    day(typed).and_then(|day| if day <= today { Ok(day) } else { Err("problem-not-yet") })
}

/// An e-mail address, good enough to write to.
///
/// # Errors
///
/// `problem-missing`, `problem-too-long` or `problem-not-an-address`.
pub fn email(typed: &str) -> Result<String, &'static str> {
    let address = line(typed, 254)?;
    match address.parse::<lettre::Address>() {
        Ok(read) if read.domain().contains('.') || read.domain() == "localhost" => Ok(address),
        _ => Err("problem-not-an-address"),
    }
}

/// One of the choices on offer.
///
/// # Errors
///
/// `problem-choose` when nothing, or nothing on offer, was chosen.
pub fn one_of<T: Copy>(typed: &str, choices: &[(&str, T)]) -> Result<T, &'static str> {
    choices.iter().find(|(name, _)| *name == typed).map(|(_, it)| *it).ok_or("problem-choose")
}

/// Text folded for comparing and searching: no marks, no capitals, no double spaces.
///
/// ```
/// assert_eq!(endorse::typed::folded("  José  ÁLVAREZ "), "jose alvarez");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;
    let plain: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_noted_and_found_by_its_field() {
        let mut problems = Problems::default();

        assert_eq!(problems.note("name", line(" Ana ", 10)), Some("Ana".to_owned()));
        assert_eq!(problems.note("email", email("ana at home")), None);
        assert_eq!(problems.note("day", day("2026-02-30")), None);

        assert_eq!(problems.with("name"), None);
        assert_eq!(problems.with("email"), Some("problem-not-an-address"));
        assert_eq!(problems.with("day"), Some("problem-not-a-day"));
    }

    #[test]
    fn a_header_cannot_be_smuggled_in_by_a_line_break() {
        assert_eq!(line("Ana\r\nBcc: all@example.org", 100), Err("problem-line-break"));
        assert_eq!(email("ana@example.org\r\nBcc: b@example.org"), Err("problem-line-break"));
    }
}
