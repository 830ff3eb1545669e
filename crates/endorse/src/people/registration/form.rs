//! What is typed to register.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::typed::{self, Problems};

/// The form, exactly as it was typed; the password is never shown again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RegistrationForm {
    pub name: String,
    pub email: String,
    pub password: String,
    pub then: String,
}

/// Somebody new.
#[derive(Debug)]
pub struct NewAccount {
    pub name: String,
    pub email: String,
    pub email_key: String,
    pub password: String,
}

impl RegistrationForm {
    /// Reads the whole form before complaining, so that every problem is shown at once. What the
    /// password is found to be comes along.
    pub fn check(&self, password: Result<String, &'static str>) -> Result<NewAccount, Problems> {
        let mut problems = Problems::default();
        let name = problems.note("name", typed::name(&self.name));
        let email = problems.note("email", typed::email(&self.email));
        let password = problems.note("password", password);
        match (name, email, password) {
            (Some(name), Some(email), Some(password)) => {
                Ok(NewAccount { name, email_key: typed::email_key(&email), email, password })
            }
            _ => Err(problems),
        }
    }
}

/// A password that stands alone has at least 15 characters (NIST SP 800-63B-4, 3.1.1.2) and no
/// rules of composition; the upper limit keeps hashing bounded. What repeats or counts is guessed
/// first, however long it is.
pub fn password(typed: &str) -> Result<String, &'static str> {
    match typed.chars().count() {
        0 => Err("problem-missing"),
        1..15 => Err("register-password-short"),
        15..=200 if is_simple(typed) => Err("register-password-simple"),
        15..=200 => Ok(typed.to_owned()),
        _ => Err("problem-too-long"),
    }
}

/// Whether it is made of few different characters, of one short piece again and again, or of
/// characters in a row.
fn is_simple(typed: &str) -> bool {
    const FEW: usize = 5;
    const SHORT: usize = 10;
    let all: Vec<char> = typed.to_lowercase().chars().collect();
    let different: BTreeSet<char> = all.iter().copied().collect();
    let repeats = |length: usize| all.iter().zip(all.iter().skip(length)).all(|(a, b)| a == b);
    let next = |a: char, b: char| u32::from(a).abs_diff(u32::from(b)) == 1;
    let steps = all.windows(2).filter(|it| matches!(it, [a, b] if next(*a, *b))).count();
    // Counting begins anew after 9 and after z.
    let counts = steps.saturating_add(2) * 10 >= all.len().saturating_mul(9);
    different.len() < FEW || (1..=SHORT).any(repeats) || counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fourteen_characters_are_too_few_and_fifteen_are_enough() {
        assert_eq!(password(&"abcdefg".repeat(2)), Err("register-password-short"));
        assert_eq!(password("ñandú del lago."), Ok("ñandú del lago.".to_owned()));
    }

    #[test]
    fn what_repeats_or_counts_is_no_password() {
        for simple in [
            "aaaaaaaaaaaaaaa",
            "abababababababab",
            "ABCabcABCabcABCabc",
            "1234512345123451234",
            "passwordpassword",
            "river-lakeriver-lake",
            "123456789012345",
            "abcdefghijklmnopq",
            "ponmlkjihgfedcba",
        ] {
            assert_eq!(password(simple), Err("register-password-simple"), "{simple}");
        }
        for fine in ["correct horse battery staple", "quiet-river-lantern", "a calm blue lake 1"] {
            assert_eq!(password(fine).as_deref(), Ok(fine));
        }
    }
}
