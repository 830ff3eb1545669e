//! What is typed to register.

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
    /// Reads the whole form before complaining, so that every problem is shown at once.
    pub fn check(&self) -> Result<NewAccount, Problems> {
        let mut problems = Problems::default();
        let name = problems.note("name", typed::name(&self.name, 200));
        let email = problems.note("email", typed::email(&self.email));
        let password = problems.note("password", password(&self.password));
        match (name, email, password) {
            (Some(name), Some(email), Some(password)) => {
                Ok(NewAccount { name, email_key: typed::email_key(&email), email, password })
            }
            _ => Err(problems),
        }
    }
}

/// A password that stands alone has at least 15 characters (NIST SP 800-63B-4, 3.1.1.2) and no
/// rules of composition; the upper limit keeps hashing bounded.
pub fn password(typed: &str) -> Result<String, &'static str> {
    match typed.chars().count() {
        0 => Err("problem-missing"),
        1..15 => Err("register-password-short"),
        15..=200 => Ok(typed.to_owned()),
        _ => Err("problem-too-long"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fourteen_characters_are_too_few_and_fifteen_are_enough() {
        assert_eq!(password(&"a".repeat(14)), Err("register-password-short"));
        assert_eq!(password(&"ñ".repeat(15)), Ok("ñ".repeat(15)));
    }
}
