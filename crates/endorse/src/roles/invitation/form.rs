//! What an administrator types to invite somebody.

use jiff::civil::Date;
use serde::Deserialize;

use crate::i18n::Lang;
use crate::roles::ROLES;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct InvitationForm {
    pub role: String,
    pub email: String,
    pub language: String,
    pub until: String,
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub role: &'static str,
    pub email: String,
    /// The last day of the role.
    pub until: Option<Date>,
    /// The language of the letter.
    pub lang: Lang,
}

impl InvitationForm {
    /// Reads it; a last day that is over is none.
    pub fn check(&self, today: Date) -> Result<Wanted, Problems> {
        let until = typed::day_or_none(&self.until).and_then(|day| match day {
            Some(day) if day < today => Err("invitation-until-over"),
            day => Ok(day),
        });
        let mut problems = Problems::default();
        let role = problems.note("role", typed::one_of(&self.role, &ROLES.map(|it| (it, it))));
        let email = problems.note("email", typed::email(&self.email));
        let until = problems.note("until", until);
        match (role, email, until) {
            (Some(role), Some(email), Some(until)) => {
                Ok(Wanted { role, email, until, lang: Lang::from_code(&self.language) })
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
    fn a_role_that_would_be_over_is_none() {
        let form = InvitationForm {
            role: "reviewer".to_owned(),
            email: "rita@example.org".to_owned(),
            language: "es".to_owned(),
            until: "2026-03-01".to_owned(),
        };

        let over = Problems::one("until", "invitation-until-over");
        assert_eq!(form.check(date(2026, 3, 2)), Err(over));
        let wanted = form.check(date(2026, 3, 1)).unwrap();
        assert_eq!((wanted.role, wanted.lang), ("reviewer", Lang::Es));
        assert_eq!(wanted.until, Some(date(2026, 3, 1)));
    }
}
