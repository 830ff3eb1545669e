//! What an applicant types to ask somebody for a rating.

use serde::Deserialize;

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
    /// Reads the whole form before complaining; `own` is the applicant's own address.
    pub fn check(&self, own: &str, relations: &[&'static str]) -> Result<NewRequest, Problems> {
        let mut problems = Problems::default();
        let relations: Vec<_> = relations.iter().map(|it| (*it, *it)).collect();
        let relation = problems.note("relation", typed::one_of(&self.relation, &relations));
        let name = problems.note("name", typed::name(&self.name, 200));
        let email = problems.note("email", someone_else(&self.email, own));
        let languages = Lang::ALL.map(|it| (it.code(), it));
        let lang = problems.note("language", typed::one_of(&self.language, &languages));
        let choices = [("waive", true), ("keep", false)];
        let waives = problems.note("waiver", typed::one_of(&self.waiver, &choices));
        let signed = problems.note("waiver_name", typed::line(&self.waiver_name, 200));
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
        let name = problems.note("name", typed::name(&self.name, 200));
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

        let problems = form.check("me@example.org", &["teacher"]).expect_err("an empty form");

        assert_eq!(problems.each().count(), 6);
        assert_eq!(problems.with("email"), Some("references-own-address"));
    }
}
