//! Amounts with their units: hours from minutes, years and months from days.

use rules::Unit;

use crate::i18n::Lang;

/// An amount with its unit: "6.5 hours", "3 years, 2 months", "2 ratings".
#[must_use]
pub fn amount(amount: u64, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Minutes => minutes(amount, lang),
        Unit::Days => days(amount, lang),
        other => lang.count(&format!("rules-amount-{}", other.as_str()), amount),
    }
}

/// An amount before another that names the unit: the "6.5" of "6.5 of 30 hours".
pub(super) fn bare(amount: u64, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Minutes => hours(amount, lang),
        Unit::Days => days(amount, lang),
        _ => amount.to_string(),
    }
}

/// Hours, as people write them; less than an hour in minutes.
fn minutes(minutes: u64, lang: Lang) -> String {
    if minutes > 0 && minutes < 60 {
        return lang.count("rules-amount-minutes", minutes);
    }
    // The first value only tells one hour from several.
    let one_or_more = if minutes == 60 { 1_u64 } else { 2 };
    lang.say2("rules-amount-hours", "n", one_or_more, "hours", hours(minutes, lang))
}

pub(super) fn hours(minutes: u64, lang: Lang) -> String {
    lang.hours(i64::try_from(minutes).unwrap_or(i64::MAX))
}

/// Years and months, rounded down, so that nothing looks longer than it is; less than a month in
/// days. Three years are three years whether they have 1,095 or 1,096 days.
fn days(days: u64, lang: Lang) -> String {
    let (years, months) = years_and_months(days);
    let year = |lang: Lang| lang.count("rules-amount-years", years);
    let month = |lang: Lang| lang.count("rules-amount-months", months);
    match (years, months) {
        (0, 0) => lang.count("rules-amount-days", days),
        (0, _) => month(lang),
        (_, 0) => year(lang),
        _ => format!("{}, {}", year(lang), month(lang)),
    }
}

/// Whole years and months in so many days, rounded down.
#[must_use]
pub fn years_and_months(days: u64) -> (u64, u64) {
    let years = days.saturating_mul(4).saturating_add(3) / 1461;
    let rest = days.saturating_sub(years.saturating_mul(1461) / 4);
    (years, (rest.saturating_mul(12).saturating_mul(4) / 1461).min(11))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_years_with_and_without_a_leap_day() {
        assert_eq!(years_and_months(1095), (3, 0));
        assert_eq!(years_and_months(1096), (3, 0));
        assert_eq!(years_and_months(730), (2, 0));
        assert_eq!(years_and_months(729), (1, 11));
        assert_eq!(years_and_months(364), (0, 11));
        assert_eq!(years_and_months(30), (0, 0));
    }

    #[test]
    fn amounts_read_well_in_both_languages() {
        assert_eq!(amount(390, Unit::Minutes, Lang::En), "6.5 hours");
        assert_eq!(amount(390, Unit::Minutes, Lang::Es), "6,5 horas");
        assert_eq!(amount(60, Unit::Minutes, Lang::En), "1 hour");
        assert_eq!(amount(1, Unit::Minutes, Lang::En), "1 minute");
        assert_eq!(amount(0, Unit::Minutes, Lang::Es), "0 horas");
        assert_eq!(amount(1150, Unit::Days, Lang::En), "3 years, 1 month");
        assert_eq!(amount(12, Unit::Days, Lang::Es), "12 días");
        assert_eq!(amount(1, Unit::Ratings, Lang::Es), "1 valoración");
    }
}
