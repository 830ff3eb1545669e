//! What renewal asks: cycles, whom a rule holds for, and who is excused.

use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Confidence, Requirement, RequirementId, Text};

/// What one association asks of those who renew in one category.
///
/// Not part of a [`super::Policy`]: whoever was endorsed under an older version renews by today's
/// rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewalPolicy {
    /// The association's id.
    pub association: Arc<str>,
    /// The category's id.
    pub category: Arc<str>,
    /// How many calendar years a cycle has, until [`RenewalPolicy::lengths`] says otherwise.
    pub cycle_years: u16,
    /// From when on cycles have another length, the earliest first.
    #[serde(default)]
    pub lengths: Vec<CycleLength>,
    /// Whether hours are documented or attested; `None` where no rule is known: documented then.
    #[serde(default)]
    pub proof: Option<Proof>,
    /// Who is excused from a first renewal; `None` where no rule is known: nobody then.
    #[serde(default)]
    pub exemption: Option<Exemption>,
    /// Whether the same hours serve all endorsements of a person; `None` where no rule is known.
    #[serde(default)]
    pub same_evidence: Option<bool>,
    /// Its rules, with the same ids as those of an application.
    pub requirements: Vec<RenewalRequirement>,
}

/// A length of cycles from a calendar year on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CycleLength {
    /// First calendar year of the first cycle of this length.
    pub from_year: i16,
    /// How many calendar years a cycle then has.
    pub years: u16,
}

/// How hours are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// By entries.
    Documentation,
    /// By the person's word.
    Attestation,
}

/// Who is excused from a first renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// From when it is counted.
    pub since: Since,
    /// Cycles are excused that end within so many calendar years after that year (0: in that year),
    /// or, since the day of endorsement, before so many years are over.
    pub years: u16,
    /// What is asked all the same, such as the membership.
    #[serde(default)]
    pub asked_still: Vec<RequirementId>,
    /// Keys of the sources, at least one.
    pub source: Arc<[Arc<str>]>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The rule in a sentence, in our own words.
    pub text: Text,
    /// What a reader should know besides.
    #[serde(default)]
    pub note: Option<Text>,
}

/// From when an exemption is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// The calendar year in which the application was submitted.
    ApplicationYear,
    /// The calendar year in which the endorsement was given.
    EndorsementYear,
    /// The day on which the endorsement was given.
    EndorsementDay,
}

/// One rule of renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewalRequirement {
    /// The rule; its stage is of no account.
    pub rule: Requirement,
    /// First cycle in which it holds; `None` if no source tells when it began.
    #[serde(default)]
    pub from_cycle: Option<i16>,
    /// Last cycle in which it holds; `None` while it does.
    #[serde(default)]
    pub to_cycle: Option<i16>,
    /// Whether it holds for givers of supervision only (`true`), for others only (`false`), or for
    /// both (`None`).
    #[serde(default)]
    pub if_provides_rsc: Option<bool>,
    /// Holds only for those who have had the category for so many years when the cycle begins.
    #[serde(default)]
    pub held_years: Option<u16>,
    /// Holds only for those who have had it for less than so many years when the cycle begins.
    #[serde(default)]
    pub held_less_than_years: Option<u16>,
}

/// A cycle: whole calendar years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cycle {
    /// Its first calendar year.
    pub first_year: i16,
    /// Its last calendar year, by which it goes.
    pub last_year: i16,
}

impl Cycle {
    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.first_year, 1, 1).unwrap_or(Date::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date::new(self.last_year, 12, 31).unwrap_or(Date::MAX)
    }
}

impl RenewalPolicy {
    /// A renewal of which no rule is known.
    #[must_use]
    pub fn without_rules(association: &str, category: &str, cycle_years: u16) -> Self {
        Self {
            association: association.into(),
            category: category.into(),
            cycle_years,
            lengths: Vec::new(),
            proof: None,
            exemption: None,
            same_evidence: None,
            requirements: Vec::new(),
        }
    }

    /// The cycle that has the calendar year in it.
    ///
    /// Until a length with a first year says otherwise, cycles are counted back from the year itself,
    /// since no source tells then where they begin.
    #[must_use]
    pub fn cycle(&self, year: i16) -> Cycle {
        let known = self.lengths.iter().filter(|it| it.from_year <= year);
        let Some(length) = known.max_by_key(|it| it.from_year) else {
            let years = i16::try_from(self.cycle_years).unwrap_or(1).max(1);
            let first_year = year.saturating_sub(years.saturating_sub(1));
            return Cycle { first_year, last_year: year };
        };
        let years = i16::try_from(length.years).unwrap_or(1).max(1);
        let into = year.saturating_sub(length.from_year) % years;
        let first_year = year.saturating_sub(into);
        let last_year = first_year.saturating_add(years.saturating_sub(1));
        Cycle { first_year, last_year }
    }
}
