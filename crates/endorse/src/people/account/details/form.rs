//! What is typed about oneself.

use serde::Deserialize;

use crate::i18n::Lang;
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    pub name: String,
    pub language: String,
}

/// What one is called, and in which language one is written to.
#[derive(Debug)]
pub struct Details {
    pub name: String,
    pub lang: Lang,
}

impl DetailsForm {
    /// Reads the whole form before complaining. A name that stays as it is need not be one that
    /// could be given today.
    pub fn check(&self, present: &str) -> Result<Details, Problems> {
        let mut problems = Problems::default();
        let name = match self.name.trim() {
            name if name == present => Ok(name.to_owned()),
            _ => typed::name(&self.name),
        };
        let name = problems.note("name", name);
        let languages = [("en", Lang::En), ("es", Lang::Es)];
        let lang = problems.note("language", typed::one_of(&self.language, &languages));
        match (name, lang) {
            (Some(name), Some(lang)) => Ok(Details { name, lang }),
            _ => Err(problems),
        }
    }
}
