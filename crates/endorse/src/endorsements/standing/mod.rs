//! How an endorsement stands on a day, and how to say it.

use jiff::civil::Date;

use super::rows::{Endorsement, Interval};
use crate::i18n::Lang;
use crate::programs::Program;

/// How an endorsement stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In force.
    Valid,
    /// Its time is over and it was not renewed.
    Lapsed,
    /// At rest, as the person wished.
    Inactive,
    /// Given back at the end of a working life.
    Retired,
    /// Taken away.
    Revoked,
    /// Not given yet on that day.
    NotYet,
}

impl Standing {
    /// From the stretch that a day lies in and the last day of validity.
    #[must_use]
    pub fn of(status: Option<&str>, valid_until: Date, on: Date) -> Self {
        match status {
            Some("active") if on <= valid_until => Self::Valid,
            Some("active" | "lapsed") => Self::Lapsed,
            Some("inactive") => Self::Inactive,
            Some("retired") => Self::Retired,
            Some(_) => Self::Revoked,
            None => Self::NotYet,
        }
    }

    /// As a word for programs; stable.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Lapsed => "lapsed",
            Self::Inactive => "inactive",
            Self::Retired => "retired",
            Self::Revoked => "revoked",
            Self::NotYet => "not-yet",
        }
    }

    /// As a word for people.
    #[must_use]
    pub fn word(self, lang: Lang) -> String {
        lang.say(&format!("standing-{}", self.as_str())).into_owned()
    }

    /// The state that marks and tags draw.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Valid => "met",
            Self::Revoked => "danger",
            _ => "todo",
        }
    }
}

/// The stretch that a day lies in; `intervals` are newest first.
#[must_use]
pub fn on_day<'a>(
    intervals: impl IntoIterator<Item = &'a Interval>,
    on: Date,
) -> Option<&'a Interval> {
    intervals
        .into_iter()
        .find(|it| it.from_on.0 <= on && it.until_on.is_none_or(|until| on <= until.0))
}

impl Endorsement {
    /// How it stands on a day; `intervals` are newest first.
    #[must_use]
    pub fn standing(&self, intervals: &[Interval], on: Date) -> Standing {
        let mine = intervals.iter().filter(|it| it.endorsement_id == self.id);
        let status = on_day(mine, on).map(|it| it.status.as_str());
        Standing::of(status, self.valid_until.0, on)
    }

    /// The name of its category.
    #[must_use]
    pub fn category_name<'a>(&'a self, program: &'a Program, lang: Lang) -> &'a str {
        program.category(&self.category).map_or(&self.category, |it| it.name.get(lang))
    }

    /// What may be written after the name: `IMHM-C, IMH-E®`.
    #[must_use]
    pub fn letters(&self, program: &Program) -> String {
        let category = program.category(&self.category);
        let short = category.map_or(self.category.as_str(), |it| it.short.as_str());
        match category.and_then(|it| it.letters.as_deref()) {
            Some(letters) => format!("{short}, {letters}"),
            None => short.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_active_endorsement_is_valid_to_its_last_day_and_lapsed_the_day_after() {
        let until = date(2026, 12, 31);

        assert_eq!(Standing::of(Some("active"), until, date(2026, 12, 31)), Standing::Valid);
        assert_eq!(Standing::of(Some("active"), until, date(2027, 1, 1)), Standing::Lapsed);
    }

    #[test]
    fn what_was_revoked_is_never_valid() {
        for status in ["revoked", "inactive", "retired", "lapsed", "something new"] {
            let standing = Standing::of(Some(status), date(2099, 1, 1), date(2026, 1, 1));
            assert_ne!(standing, Standing::Valid, "{status}");
        }
    }
}
