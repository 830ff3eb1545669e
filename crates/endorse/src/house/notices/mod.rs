//! What an association has on top of its front page, from a day to a day.

mod rows;

use jiff::civil::Date;

use crate::i18n::Lang;

pub(super) use rows::holding;
pub use rows::{NewNotice, Notice, every, put, take_back};

impl Notice {
    /// What it says, in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        if lang.is_spanish() { &self.text_es } else { &self.text_en }
    }

    /// Whether it stands there on a day.
    #[must_use]
    pub fn stands_on(&self, day: Date) -> bool {
        (Date::from(self.first_on)..=Date::from(self.last_on)).contains(&day)
    }
}
