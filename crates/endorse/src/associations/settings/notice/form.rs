//! What an administrator types to put up a notice.

use jiff::civil::Date;
use serde::Deserialize;

use crate::house::notices::NewNotice;
use crate::typed::{self, Problems};

/// How long a notice may be, in characters.
const A_NOTICE: usize = 500;

/// The form, exactly as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NoticeForm {
    pub text_en: String,
    pub text_es: String,
    pub first_on: String,
    pub last_on: String,
}

impl NoticeForm {
    /// Reads it: both languages or none, and a last day that has not gone by.
    pub fn check(&self, today: Date) -> Result<NewNotice, Problems> {
        let mut problems = Problems::default();
        let en = problems.note("text_en", some(&self.text_en));
        let es = problems.note("text_es", some(&self.text_es));
        let first = problems.note("first_on", typed::day(&self.first_on));
        let last = typed::day(&self.last_on).and_then(|last| match first {
            Some(first) if last < first => Err("date-ends-before"),
            _ if last < today => Err("date-is-over"),
            _ => Ok(last),
        });
        match (en, es, first, problems.note("last_on", last)) {
            (Some(text_en), Some(text_es), Some(first_on), Some(last_on)) => {
                Ok(NewNotice { first_on, last_on, text_en, text_es })
            }
            _ => Err(problems),
        }
    }
}

fn some(typed: &str) -> Result<String, &'static str> {
    match typed::text(typed, A_NOTICE)? {
        text if text.is_empty() => Err("problem-missing"),
        text => Ok(text),
    }
}
