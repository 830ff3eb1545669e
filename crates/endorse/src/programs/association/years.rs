//! The two years that an association counts in: of memberships and of renewals.

use jiff::civil::Date;
use serde::Deserialize;

use super::super::Text;
use super::super::calendar::MonthDay;
use super::Confidence;

/// The membership year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// From this day on, a new membership runs to the end of the next year.
    pub cut_over: MonthDay,
    /// The last day of a membership.
    pub ends: MonthDay,
    /// Whether membership of another infant mental health association serves as well.
    pub other_associations: bool,
    /// Where it was read.
    pub source: Vec<String>,
}

impl Membership {
    /// The last day of a membership that was bought new on that day.
    pub fn ends_on(&self, bought: Date) -> Date {
        let ends = self.ends.on_or_after(bought);
        if bought >= self.cut_over.in_year(ends.year()) {
            self.ends.in_year(ends.year().saturating_add(1))
        } else {
            ends
        }
    }
}

/// Renewing. A cycle is named by the year in which it ends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// How many years a cycle lasts.
    pub cycle_years: u8,
    /// A year in which a cycle ends; needed when a cycle lasts longer than a year.
    pub anchor: Option<i16>,
    /// The last day of a cycle, until which an endorsement is valid.
    pub valid_until: MonthDay,
    /// How far to trust `valid_until`.
    pub valid_until_confidence: Confidence,
    /// The first day on which the renewal can be filed; absent if unknown.
    pub opens: Option<MonthDay>,
    /// The last day on which it can be filed in time; absent if unknown.
    pub due: Option<MonthDay>,
    /// How many days after `valid_until` a late renewal still counts; absent if unknown.
    pub grace_days: Option<u16>,
    /// Whether the Code of Ethics is signed again; absent if unknown.
    pub code_of_ethics_signed_again: Option<bool>,
    /// What endorsed people should know.
    pub note: Text,
    /// Where it was read.
    pub source: Vec<String>,
}

impl Renewal {
    /// The cycle in which a day lies, by the year in which the cycle ends.
    pub fn cycle_of(&self, day: Date) -> i16 {
        let year = self.valid_until.on_or_after(day).year();
        let length = i16::from(self.cycle_years.max(1));
        let anchor = self.anchor.unwrap_or(year);
        year.saturating_add(anchor.saturating_sub(year).rem_euclid(length))
    }

    /// The first and the last day whose evidence belongs to a cycle.
    pub fn days_of(&self, cycle: i16) -> (Date, Date) {
        let before = self.valid_until.in_year(cycle.saturating_sub(i16::from(self.cycle_years)));
        (before.tomorrow().unwrap_or(Date::MAX), self.valid_until.in_year(cycle))
    }

    /// Until when an endorsement that was given on that day is valid.
    pub fn valid_until(&self, endorsed: Date) -> Date {
        self.valid_until.in_year(self.cycle_of(endorsed))
    }

    /// Until when an endorsement is valid whose renewal of that cycle was confirmed.
    pub fn valid_after(&self, cycle: i16) -> Date {
        self.valid_until.in_year(cycle.saturating_add(i16::from(self.cycle_years)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Association, shipped};

    fn connecticut() -> Association {
        Association::read("ct-aimh", &shipped).unwrap()
    }

    #[test]
    fn a_membership_bought_on_30_november_ends_this_year_and_on_1_december_the_next() {
        let membership = connecticut().membership;

        assert_eq!(membership.ends_on(date(2026, 1, 1)), date(2026, 12, 31));
        assert_eq!(membership.ends_on(date(2026, 11, 30)), date(2026, 12, 31));
        assert_eq!(membership.ends_on(date(2026, 12, 1)), date(2027, 12, 31));
        assert_eq!(membership.ends_on(date(2026, 12, 31)), date(2027, 12, 31));
    }

    #[test]
    fn an_endorsement_is_valid_to_the_end_of_its_year_and_a_renewal_adds_a_year() {
        let renewal = connecticut().renewal;

        assert_eq!(renewal.valid_until(date(2026, 1, 1)), date(2026, 12, 31));
        assert_eq!(renewal.valid_until(date(2026, 12, 31)), date(2026, 12, 31));
        assert_eq!(renewal.cycle_of(date(2026, 6, 1)), 2026);
        assert_eq!(renewal.days_of(2026), (date(2026, 1, 1), date(2026, 12, 31)));
        assert_eq!(renewal.valid_after(2026), date(2027, 12, 31));
    }

    #[test]
    fn a_cycle_of_three_years_ends_in_the_years_of_its_anchor() {
        let longer = |path: &str| {
            shipped(path).map(|it| it.replace("cycle_years = 1", "cycle_years = 3\nanchor = 2027"))
        };
        let renewal = Association::read("ct-aimh", &longer).unwrap().renewal;

        assert_eq!(renewal.cycle_of(date(2025, 1, 1)), 2027);
        assert_eq!(renewal.cycle_of(date(2027, 12, 31)), 2027);
        assert_eq!(renewal.cycle_of(date(2028, 1, 1)), 2030);
        assert_eq!(renewal.days_of(2027), (date(2025, 1, 1), date(2027, 12, 31)));
        assert_eq!(renewal.valid_after(2027), date(2030, 12, 31));
    }
}
