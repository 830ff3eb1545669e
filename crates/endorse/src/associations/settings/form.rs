//! What an administrator types to set something.

use serde::Deserialize;

use crate::house::{Accent, Languages, Setting};
use crate::programs::Program;
use crate::typed;

/// How long a page may be, in characters.
const A_PAGE: usize = 20_000;

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SettingForm {
    pub value: String,
}

impl SettingForm {
    /// What it sets, as it is kept.
    pub fn check(&self, setting: Setting, program: &Program) -> Result<String, &'static str> {
        match setting {
            Setting::Accent => Accent::read(&self.value).map(|it| it.hex()),
            // That comes as a file.
            Setting::Logo => Err("documents-no-file"),
            Setting::Email => typed::email(&self.value),
            Setting::Phone => phone(&self.value),
            Setting::Post => some(&self.value, 400),
            Setting::Languages => {
                let chosen = Languages::choices(program).into_iter().map(Languages::as_kept);
                let chosen: Vec<_> = chosen.map(|it| (it, it)).collect();
                typed::one_of(&self.value, &chosen).map(str::to_owned)
            }
            Setting::AboutEn | Setting::AboutEs => some(&self.value, A_PAGE),
        }
    }
}

/// Some text, in as many lines as one likes.
fn some(typed: &str, most: usize) -> Result<String, &'static str> {
    match typed::text(typed, most)? {
        text if text.is_empty() => Err("problem-missing"),
        text => Ok(text),
    }
}

/// A number to call: figures, and what people put between them.
fn phone(typed: &str) -> Result<String, &'static str> {
    let line = typed::line(typed, 40)?;
    let figures = line.chars().filter(char::is_ascii_digit).count();
    let is_number = |it: char| it.is_ascii_digit() || " +-.()x".contains(it);
    if figures >= 7 && line.chars().all(is_number) { Ok(line) } else { Err("setting-not-a-phone") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_that_can_be_called() {
        for number in ["203-737-6422", "+1 (203) 737-6422", "203.737.6422 x12"] {
            assert_eq!(phone(number).as_deref(), Ok(number));
        }
        for none in ["call us", "12", "203-737-6422; ask for Ana"] {
            assert_eq!(phone(none), Err("setting-not-a-phone"), "{none}");
        }
        assert_eq!(phone(" "), Err("problem-missing"));
    }
}
