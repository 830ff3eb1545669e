//! The dates that an association announces: those of its program, its own in place of some, and its own
//! beside them. Only what is announced is here: a date that follows from the rules is the program's.

mod rows;

use jiff::civil::Date;

use crate::programs::calendar::{Calendar, Entry, Kind, Precision};

pub(super) use rows::all;
pub use rows::{NewDate, OwnDate, Put, add, every, put, take_back};

/// Where a date comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'a> {
    /// The program, with its sources.
    Program(&'a Entry),
    /// The association.
    Own(&'a OwnDate),
}

/// The next time that something happens.
#[derive(Clone, Copy, Debug)]
pub struct Coming<'a> {
    /// The first day; for [`Precision::Month`] the first of the month.
    pub from: Date,
    /// The last day, often the same as the first.
    pub to: Date,
    /// Whether the days are known, or the month only.
    pub precision: Precision,
    /// Where it comes from.
    pub origin: Origin<'a>,
}

impl Coming<'_> {
    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.origin {
            Origin::Program(entry) => entry.kind,
            Origin::Own(own) => own.kind(),
        }
    }

    /// Its name in addresses.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.origin {
            Origin::Program(entry) => &entry.id,
            Origin::Own(own) => &own.name,
        }
    }
}

/// What the association has set in place of a date of its program, if that may be.
pub fn in_place_of<'a>(entry: &Entry, own: &'a [OwnDate]) -> Option<&'a OwnDate> {
    own.iter().find(|it| it.name == entry.id && entry.follows.is_none())
}

/// The dates to come, soonest first. One of the association's own that stands in place of a date of the
/// program does so for one time: when that is over, the program's is there again with the next one.
#[must_use]
pub fn coming<'a>(program: &'a Calendar, own: &'a [OwnDate], today: Date) -> Vec<Coming<'a>> {
    let is_program = |it: &&OwnDate| program.entry(&it.name).is_some();
    let beside = own.iter().filter(|it| !is_program(it)).filter_map(|it| it.coming(today));
    let of_program = program.entries().iter().filter_map(|entry| {
        let own = match in_place_of(entry, own) {
            None => return of(entry, today),
            Some(own) => own,
        };
        own.days()?;
        own.coming(today).or_else(|| {
            let after = own.in_place_of.map(|it| Date::from(it).tomorrow().unwrap_or(Date::MAX));
            of(entry, after.map_or(today, |it| it.max(today)))
        })
    });
    let mut all: Vec<Coming<'_>> = of_program.chain(beside).collect();
    all.sort_by(|a, b| (a.from, a.to, a.name()).cmp(&(b.from, b.to, b.name())));
    all
}

/// The next time of a date of the program.
fn of(entry: &Entry, today: Date) -> Option<Coming<'_>> {
    let next = entry.next(today)?;
    let origin = Origin::Program(entry);
    Some(Coming { from: next.from, to: next.to, precision: next.precision, origin })
}

impl OwnDate {
    /// The first and the last day; none if it says that the program's is not announced.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        Some((self.first_on?.into(), self.last_on?.into()))
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::named(&self.kind)
    }

    fn coming(&self, today: Date) -> Option<Coming<'_>> {
        let (from, to) = self.days().filter(|it| it.1 >= today)?;
        Some(Coming { from, to, precision: Precision::Day, origin: Origin::Own(self) })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn program() -> &'static Calendar {
        &crate::app::programs().unwrap().of("ct-aimh").unwrap().calendar
    }

    fn own(name: &str, day: Option<Date>, in_place_of: Option<Date>) -> OwnDate {
        OwnDate::for_tests(name, day, in_place_of)
    }

    fn told(own: &[OwnDate], today: Date) -> Vec<String> {
        let all = coming(program(), own, today);
        all.iter().map(|it| format!("{} {}", it.from, it.name())).collect()
    }

    #[test]
    fn one_in_place_of_the_programs_stands_there_for_one_time() {
        let exam = [own("exam-may", Some(date(2027, 4, 20)), Some(date(2027, 5, 31)))];

        let of_exam = |today| {
            told(&exam, today).into_iter().find(|it| it.ends_with("exam-may")).unwrap_or_default()
        };
        assert_eq!(of_exam(date(2026, 11, 22)), "2027-04-20 exam-may");
        assert_eq!(of_exam(date(2027, 4, 20)), "2027-04-20 exam-may");
        assert_eq!(of_exam(date(2027, 4, 21)), "2028-05-01 exam-may", "not 2027 again");
        assert_eq!(of_exam(date(2027, 6, 1)), "2028-05-01 exam-may");
    }

    #[test]
    fn what_is_not_announced_is_not_there_and_what_is_added_is() {
        let all = [own("exam-may", None, None), own("x", Some(date(2026, 12, 5)), None)];

        assert_eq!(
            told(&all, date(2026, 12, 2)),
            [
                "2026-12-05 x",
                "2026-12-31 membership-end",
                "2026-12-31 renewal-filing",
                "2027-10-01 exam-october",
                "2027-12-01 membership-cut-over",
            ]
        );
        assert!(!told(&all, date(2026, 12, 6)).iter().any(|it| it.ends_with(" x")));
    }

    #[test]
    fn a_day_of_the_rules_is_never_another() {
        let moved = [own("membership-end", Some(date(2026, 6, 30)), None)];

        assert_eq!(told(&moved, date(2026, 6, 1)), told(&[], date(2026, 6, 1)));
    }
}
