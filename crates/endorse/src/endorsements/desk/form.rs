//! What a coordinator types about an endorsement.

use std::cmp::Reverse;

use serde::Deserialize;

use super::rows::Wanted;
use crate::endorsements;
use crate::typed::{self, Problems, folded};

/// A reason has to be read years later: fewer characters say nothing.
const REASON_AT_LEAST: usize = 20;

/// The form, exactly as it was typed, with the standing that the coordinator had in front of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChangeForm {
    pub seen: String,
    /// How many stretches the history had then: the same standing may come back, its history does not.
    pub history: String,
    pub reason: String,
}

impl ChangeForm {
    /// The reason.
    pub fn check(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        problems.note("reason", reason(&self.reason)).ok_or(problems)
    }
}

/// A reason that says something.
pub(super) fn reason(typed: &str) -> Result<String, &'static str> {
    typed::text(typed, 1000).and_then(|it| match it.chars().count() {
        ..REASON_AT_LEAST => Err("endorsement-reason-short"),
        _ => Ok(it),
    })
}

/// Whom to look for, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SearchForm {
    pub q: String,
    pub standing: String,
    pub page: u16,
}

impl SearchForm {
    /// A text with a digit in it is a number; of others, the three longest words are looked for.
    pub fn wanted(&self) -> Wanted {
        let q = folded(&self.q);
        let number = q.chars().any(|it| it.is_ascii_digit());
        let mut all: Vec<String> =
            if number { Vec::new() } else { endorsements::words(&q).into_iter().collect() };
        all.sort_by_key(|it| Reverse(it.chars().count()));
        let mut all = all.into_iter();
        // Nothing of a Latin name comes after `z`, in any order of letters.
        let mut next =
            || all.next().map(|it| (it.clone(), format!("{it}zzzzzzzzzz"))).unwrap_or_default();
        Wanted {
            number: if number { q.replace(' ', "").to_uppercase() } else { String::new() },
            words: [next(), next(), next()],
            status: self.standing.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_of_a_word_or_two_is_none() {
        let form = |reason: &str| ChangeForm { reason: reason.to_owned(), ..ChangeForm::default() };

        assert_eq!(
            form("moved away").check(),
            Err(Problems::one("reason", "endorsement-reason-short"))
        );
        assert_eq!(
            form(" Asked for it by phone. ").check(),
            Ok("Asked for it by phone.".to_owned())
        );
    }

    #[test]
    fn a_number_is_looked_for_as_one_and_a_name_by_its_longest_word() {
        let wanted = |q: &str| SearchForm { q: q.to_owned(), ..SearchForm::default() }.wanted();

        assert_eq!(wanted("ct-ifs-00001").number, "CT-IFS-00001");
        let words = |q: &str| wanted(q).words.map(|(word, _)| word);
        assert_eq!(words("A. Álvarez Ruiz"), ["alvarez", "ruiz", "a"]);
        assert_eq!(words("  "), ["", "", ""]);
    }
}
