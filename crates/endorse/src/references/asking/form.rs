//! What an applicant types to ask somebody for a rating.

use serde::Deserialize;

use crate::house::Languages;
use crate::i18n::Lang;
use crate::typed::{self, Problems, mailbox};

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    pub name: String,
    pub email: String,
    pub relation: String,
    pub language: String,
    pub waiver: String,
    pub waiver_name: String,
}

/// Somebody to ask.
#[derive(Debug)]
pub struct NewRequest {
    pub name: String,
    pub email: String,
    pub mailbox: String,
    pub relation: &'static str,
    pub lang: Lang,
    pub waives: bool,
    pub waiver_name: String,
}

impl AskForm {
    /// Reads the whole form before complaining; `own` is the applicant's own address and name.
    pub fn check(
        &self,
        own: (&str, &str),
        relations: &[&'static str],
        languages: Languages,
    ) -> Result<NewRequest, Problems> {
        let mut problems = Problems::default();
        let relations: Vec<_> = relations.iter().map(|it| (*it, *it)).collect();
        let relation = problems.note("relation", typed::one_of(&self.relation, &relations));
        let name = problems.note("name", typed::name(&self.name));
        let email = problems.note("email", someone_else(&self.email, own.0));
        let languages: Vec<_> = languages.offered().map(|it| (it.code(), it)).collect();
        let lang = problems.note("language", typed::one_of(&self.language, &languages));
        let choices = [("waive", true), ("keep", false)];
        let waives = problems.note("waiver", typed::one_of(&self.waiver, &choices));
        let signed = problems.note("waiver_name", own_name(&self.waiver_name, own.1));
        match (relation, name, email, lang, waives, signed) {
            (Some(relation), Some(name), Some(email), Some(lang), Some(waives), Some(signed)) => {
                let mailbox = mailbox(&email);
                Ok(NewRequest { name, email, mailbox, relation, lang, waives, waiver_name: signed })
            }
            _ => Err(problems),
        }
    }
}

/// Another name and address for somebody who was asked at a wrong one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CorrectionForm {
    pub name: String,
    pub email: String,
}

impl CorrectionForm {
    /// Name, address and mailbox.
    pub fn check(&self, own: &str, was: &str) -> Result<(String, String, String), Problems> {
        let mut problems = Problems::default();
        let name = problems.note("name", typed::name(&self.name));
        let email = someone_else(&self.email, own).and_then(|email| {
            if mailbox(&email) == was { Err("references-same-address") } else { Ok(email) }
        });
        match (name, problems.note("email", email)) {
            (Some(name), Some(email)) => {
                let mailbox = mailbox(&email);
                Ok((name, email, mailbox))
            }
            _ => Err(problems),
        }
    }
}

/// A signature is the account's name; accents and capitals may be left out.
fn own_name(typed: &str, account_name: &str) -> Result<String, &'static str> {
    let name = typed::line(typed, 200)?;
    let same = typed::folded(&name) == typed::folded(account_name);
    if same { Ok(name) } else { Err("references-other-name") }
}

fn someone_else(typed: &str, own: &str) -> Result<String, &'static str> {
    let email = typed::email(typed)?;
    if mailbox(&email) == mailbox(own) { Err("references-own-address") } else { Ok(email) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let form = AskForm { email: "me+two@example.org".to_owned(), ..AskForm::default() };

        let languages = Languages::read("en es").unwrap();
        let own = ("me@example.org", "Ana Álvarez");
        let problems = form.check(own, &["teacher"], languages).expect_err("an empty form");

        assert_eq!(problems.each().count(), 6);
        assert_eq!(problems.with("email"), Some("references-own-address"));
    }

    #[test]
    fn a_waiver_is_signed_with_ones_own_name() {
        assert_eq!(own_name("ana  alvarez", "Ana Álvarez"), Ok("ana  alvarez".to_owned()));
        assert_eq!(own_name("Completely Wrong", "Ana Álvarez"), Err("references-other-name"));
        assert_eq!(own_name(" ", "Ana Álvarez"), Err("problem-missing"));
    }
}
