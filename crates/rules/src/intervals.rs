//! Days and stretches of days: lengths, unions, and how long some years are.

use alloc::vec::Vec;

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// The days from one to another, both included; 0 if the last is before the first.
///
/// # Example
///
/// ```
/// use jiff::civil::date;
/// use rules::intervals::days_between;
///
/// assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 3);
/// assert_eq!(days_between(date(2024, 3, 1), date(2024, 2, 28)), 0);
/// ```
#[must_use]
pub fn days_between(first: Date, last: Date) -> u64 {
    u64::try_from(number(last) - number(first) + 1).unwrap_or(0)
}

/// A day's place in the row of all days.
fn number(day: Date) -> i64 {
    day.duration_since(date(1970, 1, 1)).as_hours() / 24
}

/// The same day so many years later; `None` beyond the calendar, however many years they are.
#[must_use]
pub fn years_later(first: Date, years: u16) -> Option<Date> {
    first.checked_add(Span::new().try_years(years).ok()?).ok()
}

/// How many days so many years have that begin on a day.
///
/// # Example
///
/// ```
/// use jiff::civil::date;
/// use rules::intervals::days_of_years;
///
/// assert_eq!(days_of_years(date(2018, 1, 1), 3), 1096);
/// assert_eq!(days_of_years(date(2021, 1, 1), 3), 1095);
/// ```
#[must_use]
pub fn days_of_years(first: Date, years: u16) -> u64 {
    match years_later(first, years) {
        Some(same_day) => days_between(first, same_day).saturating_sub(1),
        // Beyond the calendar: every fourth year is a leap year, near enough for what never is.
        None => u64::from(years) * 365 + u64::from(years) / 4,
    }
}

/// How many days so many months have that begin on a day.
///
/// # Example
///
/// ```
/// use jiff::civil::date;
/// use rules::intervals::days_of_months;
///
/// assert_eq!(days_of_months(date(2021, 1, 1), 6), 181);
/// assert_eq!(days_of_months(date(2021, 7, 1), 6), 184);
/// ```
#[must_use]
pub fn days_of_months(first: Date, months: u16) -> u64 {
    match first.checked_add(i64::from(months).months()) {
        Ok(same_day) => days_between(first, same_day).saturating_sub(1),
        Err(_) => u64::from(months) * 365 / 12,
    }
}

/// A stretch of days, both ends included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    first: Date,
    last: Date,
}

impl Stretch {
    /// From a day to a day, or `None` if there is no day in it.
    #[must_use]
    pub fn new(first: Date, last: Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> u64 {
        days_between(self.first, self.last)
    }

    /// Its first day.
    #[must_use]
    pub fn first(&self) -> Date {
        self.first
    }

    /// What of it is on a day or later.
    #[must_use]
    pub fn since(&self, day: Date) -> Option<Self> {
        Self::new(self.first.max(day), self.last)
    }

    /// What of it is before the first day of another.
    #[must_use]
    pub fn until_before(&self, other: Self) -> Option<Self> {
        other.first.yesterday().ok().and_then(|day| Self::new(self.first, self.last.min(day)))
    }

    /// What it has in common with another.
    #[must_use]
    pub fn within(&self, other: &Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }
}

/// How many different days some stretches have, and the first of them. Reorders the stretches.
#[must_use]
pub fn union(stretches: &mut [Stretch]) -> (u64, Option<Date>) {
    stretches.sort_unstable();
    let mut days = 0_u64;
    let mut open: Option<Stretch> = None;
    for next in stretches.iter() {
        match &mut open {
            Some(open) if next.first <= open.last => open.last = open.last.max(next.last),
            _ => {
                days = days.saturating_add(open.map_or(0, |it| it.days()));
                open = Some(*next);
            }
        }
    }
    days = days.saturating_add(open.map_or(0, |it| it.days()));
    (days, stretches.first().map(|it| it.first))
}

/// How many days of a stretch some others cover together.
#[must_use]
pub fn covered(stretch: &Stretch, by: impl Iterator<Item = Stretch>) -> u64 {
    let mut parts: Vec<Stretch> = Vec::new();
    for part in by.filter_map(|it| it.within(stretch)) {
        if part == *stretch {
            return stretch.days();
        }
        parts.push(part);
    }
    union(&mut parts).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn stretch(first: Date, last: Date) -> Stretch {
        Stretch::new(first, last).unwrap()
    }

    #[test]
    fn two_jobs_at_once_count_once() {
        let mut jobs = vec![
            stretch(date(2020, 6, 1), date(2020, 12, 31)),
            stretch(date(2020, 1, 1), date(2020, 6, 30)),
        ];

        assert_eq!(union(&mut jobs), (366, Some(date(2020, 1, 1))));
    }

    #[test]
    fn a_pause_between_two_jobs_does_not_count() {
        let mut jobs = vec![
            stretch(date(2020, 1, 1), date(2020, 1, 10)),
            stretch(date(2020, 1, 12), date(2020, 1, 12)),
        ];

        assert_eq!(union(&mut jobs).0, 11);
    }

    #[test]
    fn years_from_a_leap_day_end_on_the_last_of_february() {
        assert_eq!(days_of_years(date(2020, 2, 29), 1), 365);
        assert_eq!(days_of_years(date(2020, 2, 29), 4), 1461);
    }

    #[test]
    fn the_end_of_the_calendar_is_no_reason_to_panic() {
        assert_eq!(days_of_years(Date::MAX, 4), 1461);
        assert_eq!(days_of_months(Date::MAX, 24), 730);
        for years in [9_999, 19_999, u16::MAX] {
            let about = u64::from(years) * 365 + u64::from(years) / 4;
            assert_eq!(days_of_years(date(2026, 1, 1), years), about);
            assert!(days_of_months(date(2026, 1, 1), years) > 0);
        }
        assert!(days_between(Date::MIN, Date::MAX) > 7_000_000);
        assert_eq!(union(&mut []), (0, None));
    }
}
