//! What an association charges, for what, since when; amounts in minor units (cents).
//!
//! An amount that nobody published is unknown, never zero: staff write it down when they record a
//! payment. A figure from an old page is kept as the last published one and is not charged.

use std::fmt;
use std::str::FromStr;

use anyhow::bail;
use jiff::civil::Date;
use serde::Deserialize;

use super::Text;
use super::association::{Confidence, parsed};

/// What a fee is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeeKind {
    /// Once, when a person registers for a category.
    Registration,
    /// Once, when the application is submitted.
    Processing,
    /// For each membership year.
    Membership,
    /// For a sitting of the exam.
    Exam,
    /// For each renewal.
    Renewal,
    /// On top, for a renewal that comes late.
    LateRenewal,
}

impl FeeKind {
    /// All kinds, in the order in which a person meets them.
    pub const ALL: [Self; 6] = [
        Self::Registration,
        Self::Membership,
        Self::Processing,
        Self::Exam,
        Self::Renewal,
        Self::LateRenewal,
    ];

    /// The name in files and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Processing => "processing",
            Self::Membership => "membership",
            Self::Exam => "exam",
            Self::Renewal => "renewal",
            Self::LateRenewal => "late-renewal",
        }
    }
}

impl fmt::Display for FeeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no kind of fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchFee;

impl fmt::Display for NoSuchFee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such kind of fee")
    }
}

impl std::error::Error for NoSuchFee {}

impl FromStr for FeeKind {
    type Err = NoSuchFee;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|it| it.as_str() == name).ok_or(NoSuchFee)
    }
}

/// One line of the schedule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// What it is for.
    pub kind: FeeKind,
    /// The categories it is for, by id; none named means all of them.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The first day it holds; absent if that is not known.
    pub from: Option<Date>,
    /// The last day it holds; absent while it holds.
    pub to: Option<Date>,
    /// What to charge, in minor units. Absent means unknown, never free.
    pub amount: Option<i64>,
    /// The last figure that was published, in minor units, when the present one is unknown. To be
    /// shown with `note`, or offered to staff; not to be charged by itself.
    pub last_published: Option<i64>,
    /// What a reader should know about the amount.
    pub note: Text,
    /// How far to trust the line.
    pub confidence: Confidence,
    /// Where it was read; empty only when nothing is known.
    pub source: Vec<String>,
}

/// An association's schedule of fees.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fees {
    /// ISO 4217, for example `USD`.
    pub currency: String,
    /// Whether fees are given back, in the association's words; absent if unknown.
    pub refunds: Option<Text>,
    #[serde(default)]
    fees: Vec<Fee>,
}

impl Fees {
    /// Reads `fees.toml` of an association's folder.
    ///
    /// # Errors
    ///
    /// If the file is missing or not as it should be: an amount below zero, an amount without a
    /// source, or two lines that hold for the same category on the same day.
    pub fn read(folder: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let fees: Self = parsed(folder, "fees.toml", file)?;
        for (at, fee) in fees.fees.iter().enumerate() {
            let here = format!("{folder}/fees.toml: fees[{at}] ({})", fee.kind);
            let amounts = [fee.amount, fee.last_published];
            if amounts.into_iter().flatten().any(|it| it < 0) {
                bail!("{here}: an amount is below zero");
            }
            if amounts.iter().any(Option::is_some) && fee.source.is_empty() {
                bail!("{here}: an amount has no source");
            }
            if let (Some(from), Some(to)) = (fee.from, fee.to)
                && to < from
            {
                bail!("{here}: ends before it begins");
            }
            let rest = fees.fees.get(at + 1..).unwrap_or_default();
            if let Some(other) = rest.iter().find(|it| fee.overlaps(it)) {
                bail!("{here}: another line ({other:?}) holds at the same time");
            }
        }
        Ok(fees)
    }

    /// The fee of that kind for that category on that day; a line that names the category goes
    /// before one for all. `None` if the schedule has no such line, which is not "free" either.
    pub fn on(&self, category: &str, kind: FeeKind, date: Date) -> Option<&Fee> {
        let holds = |fee: &&Fee| fee.kind == kind && fee.holds(date);
        self.fees
            .iter()
            .filter(holds)
            .find(|it| it.categories.iter().any(|it| it == category))
            .or_else(|| self.fees.iter().filter(holds).find(|it| it.categories.is_empty()))
    }

    /// The whole schedule, as written.
    pub fn lines(&self) -> &[Fee] {
        &self.fees
    }
}

impl Fee {
    fn holds(&self, date: Date) -> bool {
        self.from.is_none_or(|it| it <= date) && self.to.is_none_or(|it| date <= it)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let together = if self.categories.is_empty() || other.categories.is_empty() {
            self.categories.is_empty() && other.categories.is_empty()
        } else {
            self.categories.iter().any(|it| other.categories.contains(it))
        };
        let starts = self.from.unwrap_or(Date::MIN).max(other.from.unwrap_or(Date::MIN));
        let ends = self.to.unwrap_or(Date::MAX).min(other.to.unwrap_or(Date::MAX));
        self.kind == other.kind && together && starts <= ends
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::association::shipped;
    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn lines(lines: &str) -> anyhow::Result<Fees> {
        let tail = r#"note = { en = "a", es = "b" }, confidence = "page""#;
        let lines: Vec<_> = lines.lines().map(|it| format!("{{ {it}, {tail} }}")).collect();
        let text = format!("currency = \"USD\"\nfees = [{}]", lines.join(", "));
        Fees::read("x", &|_| Some(text.clone()))
    }

    #[test]
    fn connecticuts_registration_was_15_or_25_dollars_and_is_unknown_today() {
        let fees = Fees::read("ct-aimh", &shipped).unwrap();

        for (category, cents) in [
            ("ifa", 1500),
            ("ifs", 1500),
            ("imhs", 2500),
            ("imhm-c", 2500),
            ("imhm-p", 2500),
            ("imhm-rf", 2500),
        ] {
            let fee = fees.on(category, FeeKind::Registration, TODAY).unwrap();
            assert_eq!((fee.amount, fee.last_published), (None, Some(cents)), "{category}");
            assert_eq!(fee.confidence, Confidence::Old);
            assert_eq!(fee.source, ["http://ct-aimh.org/endorsement/portfolio-prep.shtml"]);
        }
    }

    #[test]
    fn what_connecticut_has_not_published_is_unknown_and_not_zero() {
        let fees = Fees::read("ct-aimh", &shipped).unwrap();

        for kind in [FeeKind::Processing, FeeKind::Membership, FeeKind::Renewal] {
            let fee = fees.on("imhm-c", kind, TODAY).unwrap();
            assert_eq!((fee.amount, fee.last_published), (None, None), "{kind}");
        }
        assert!(fees.on("imhm-c", FeeKind::Exam, TODAY).is_some());
        assert!(fees.on("ifa", FeeKind::Exam, TODAY).is_none(), "associates sit no exam");
    }

    #[test]
    fn the_fee_of_the_day_is_the_one_that_held_on_the_day() {
        let fees = lines(
            "kind = 'processing', to = '2017-08-31', amount = 5000, source = ['test']
             kind = 'processing', from = '2017-09-01', amount = 10000, source = ['test']
             kind = 'processing', from = '2017-09-01', amount = 2500, categories = ['ifa'], source = ['test']",
        )
        .unwrap();
        let on =
            |category, day| fees.on(category, FeeKind::Processing, day).and_then(|it| it.amount);

        assert_eq!(on("ifs", date(2017, 8, 31)), Some(5000));
        assert_eq!(on("ifs", date(2017, 9, 1)), Some(10000));
        assert_eq!(on("ifa", date(2017, 9, 1)), Some(2500));
        assert_eq!(fees.on("ifa", FeeKind::Membership, TODAY).map(|it| it.kind), None);
    }

    #[test]
    fn two_lines_for_the_same_day_negative_and_unsourced_amounts_are_refused() {
        for (bad, why) in [
            (
                "kind = 'exam', to = '2020-01-02', source = []
                 kind = 'exam', from = '2020-01-02', source = []",
                "another line",
            ),
            ("kind = 'exam', amount = -1, source = ['test']", "below zero"),
            ("kind = 'exam', last_published = 1, source = []", "no source"),
            ("kind = 'exam', from = '2020-01-02', to = '2020-01-01', source = []", "ends before"),
            ("kind = 'exam', amount = 1.5, source = ['test']", "x/fees.toml"),
        ] {
            let error = format!("{:#}", lines(bad).expect_err(why));
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn every_kind_reads_back_from_its_name() {
        for kind in FeeKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert_eq!("tip".parse::<FeeKind>(), Err(NoSuchFee));
    }
}
