//! The dates of an association's year, and which of them come next.
//!
//! Most return every year (`every = "12-31"`); some are known only by their month (`every = "05"`);
//! others happen once (`on = "2027-05-03"`). A date that was read on an old page stays marked as old.
//! A date that announces a day of the rules (`follows = "membership-ends"`) must be that day.

use anyhow::{Context, bail};
use jiff::civil::Date;
use serde::Deserialize;

use super::Text;
use super::association::{Association, Confidence, parsed};

/// A day that returns every year, written `MM-DD`. 29 February is not one, as it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct MonthDay {
    month: i8,
    day: i8,
}

impl MonthDay {
    /// That day in a year; the last day of all time if the year lies beyond it.
    pub fn in_year(self, year: i16) -> Date {
        Date::new(year, self.month, self.day).unwrap_or(Date::MAX)
    }

    /// The first such day that is `on` or later.
    pub fn on_or_after(self, on: Date) -> Date {
        let this_year = self.in_year(on.year());
        if this_year >= on { this_year } else { self.in_year(on.year().saturating_add(1)) }
    }
}

impl TryFrom<String> for MonthDay {
    type Error = anyhow::Error;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        let read = || {
            let (month, day) = typed.split_once('-')?;
            let (month, day) = (two_digits(month)?, two_digits(day)?);
            // A common year, so that 29 February is refused.
            Date::new(2023, month, day).ok()?;
            Some(Self { month, day })
        };
        read().with_context(|| format!("{typed:?} is not a day of every year, like 12-31"))
    }
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// The days themselves are known.
    Day,
    /// Only the month is: show "May", not "May 1".
    Month,
}

/// What a date is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Handing in applications.
    Application,
    /// Reviewing them.
    Review,
    /// The written exam.
    Exam,
    /// Membership.
    Membership,
    /// Renewing.
    Renewal,
    /// Anything else.
    Other,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Application, Self::Review, Self::Exam, Self::Membership, Self::Renewal, Self::Other];

    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Review => "review",
            Self::Exam => "exam",
            Self::Membership => "membership",
            Self::Renewal => "renewal",
            Self::Other => "other",
        }
    }

    /// The one of a name; what is not known is something else.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or(Self::Other)
    }
}

/// A day of the rules, which a date may announce and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// `membership.cut_over`
    MembershipCutOver,
    /// `membership.ends`
    MembershipEnds,
    /// `renewal.valid_until`
    RenewalValidUntil,
    /// From `renewal.opens` to `renewal.due`.
    RenewalWindow,
}

impl Rule {
    /// Its first and its last day, where the rules know them.
    fn days(self, of: &Association) -> Option<(MonthDay, MonthDay)> {
        let (membership, renewal) = (&of.membership, &of.renewal);
        match self {
            Self::MembershipCutOver => Some((membership.cut_over, membership.cut_over)),
            Self::MembershipEnds => Some((membership.ends, membership.ends)),
            Self::RenewalValidUntil => Some((renewal.valid_until, renewal.valid_until)),
            Self::RenewalWindow => renewal.opens.zip(renewal.due),
        }
    }
}

/// One line of the calendar.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name in links and tests; unique in the calendar.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// The day of the rules that it announces, if it does: it changes with them alone.
    pub follows: Option<Rule>,
    /// What happens.
    pub title: Text,
    /// What it means for the reader, including how far to trust it.
    pub note: Text,
    /// How far to trust it. Show [`Confidence::Old`] as such.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: Vec<String>,
    when: When,
}

/// The next time that a line of the calendar comes round.
#[derive(Clone, Debug)]
pub struct Upcoming<'a> {
    /// The first day; for [`Precision::Month`] the first of the month.
    pub from: Date,
    /// The last day, often the same as the first.
    pub to: Date,
    /// Whether the days are known, or the month only.
    pub precision: Precision,
    /// What happens then.
    pub entry: &'a Entry,
}

/// An association's dates.
#[derive(Clone, Debug)]
pub struct Calendar {
    entries: Vec<Entry>,
}

impl Calendar {
    /// Reads `calendar.toml` of an association's folder.
    ///
    /// # Errors
    ///
    /// If the file is missing or not as it should be; the error names the file and the line.
    pub fn read(folder: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let written: Written = parsed(folder, "calendar.toml", file)?;
        let mut entries: Vec<Entry> = Vec::new();
        for line in written.dates {
            let id = line.id.clone();
            if entries.iter().any(|it| it.id == id) {
                bail!("{folder}/calendar.toml: the date {id} is listed twice");
            }
            let entry = line
                .try_into()
                .with_context(|| format!("{folder}/calendar.toml: the date {id}"))?;
            entries.push(entry);
        }
        Ok(Self { entries })
    }

    /// Every line, as written.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The line of a name.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.id == id)
    }

    /// Whether every date that announces a day of the rules is that day.
    ///
    /// # Errors
    ///
    /// When one is not; the error names it.
    pub(super) fn follows(&self, of: &Association) -> anyhow::Result<()> {
        for entry in &self.entries {
            let Some(rule) = entry.follows else { continue };
            let days = rule.days(of);
            if days.is_none() || days != entry.when.days() {
                bail!("{}/calendar.toml: the date {}: is not the day of {rule:?}", of.id, entry.id);
            }
        }
        Ok(())
    }

    /// The next `n` dates, soonest first: each line once, at its next occurrence, and one that has
    /// begun until its last day is over. Lines read on old pages are among them and marked.
    pub fn upcoming(&self, today: Date, n: usize) -> Vec<Upcoming<'_>> {
        let mut next: Vec<_> = self.entries.iter().filter_map(|it| it.next(today)).collect();
        next.sort_by(|a, b| (a.from, a.to, &a.entry.id).cmp(&(b.from, b.to, &b.entry.id)));
        next.truncate(n);
        next
    }
}

impl Entry {
    /// The next time that is not over yet.
    #[must_use]
    pub fn next(&self, today: Date) -> Option<Upcoming<'_>> {
        let (from, to, precision) = match self.when {
            When::Once { from, to } if to >= today => (from, to, Precision::Day),
            When::Once { .. } => return None,
            When::Yearly { from, to } => {
                let to = to.on_or_after(today);
                let from = from.in_year(to.year());
                (from, to, Precision::Day)
            }
            When::Monthly { month } => {
                let first = MonthDay { month, day: 1 };
                let this_year = first.in_year(today.year()).last_of_month();
                let year =
                    if this_year >= today { today.year() } else { today.year().saturating_add(1) };
                let from = first.in_year(year);
                (from, from.last_of_month(), Precision::Month)
            }
        };
        Some(Upcoming { from, to, precision, entry: self })
    }
}

/// When a line happens.
#[derive(Clone, Copy, Debug)]
enum When {
    Once { from: Date, to: Date },
    Yearly { from: MonthDay, to: MonthDay },
    Monthly { month: i8 },
}

impl When {
    /// The first and the last day, in any year.
    fn days(self) -> Option<(MonthDay, MonthDay)> {
        let of = |it: Date| MonthDay { month: it.month(), day: it.day() };
        match self {
            Self::Once { from, to } => Some((of(from), of(to))),
            Self::Yearly { from, to } => Some((from, to)),
            Self::Monthly { .. } => None,
        }
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    dates: Vec<WrittenDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDate {
    id: String,
    kind: Kind,
    follows: Option<Rule>,
    every: Option<String>,
    on: Option<Date>,
    until: Option<String>,
    title: Text,
    note: Text,
    confidence: Confidence,
    source: Vec<String>,
}

impl TryFrom<WrittenDate> for Entry {
    type Error = anyhow::Error;

    fn try_from(line: WrittenDate) -> Result<Self, Self::Error> {
        let when = match (line.every, line.on, line.until) {
            (Some(month), None, None) if !month.contains('-') => {
                let month = two_digits(&month).filter(|it| (1..=12).contains(it));
                When::Monthly { month: month.context("`every` is neither a day nor a month")? }
            }
            (Some(day), None, until) => {
                let from = MonthDay::try_from(day)?;
                let to = until.map_or(Ok(from), MonthDay::try_from)?;
                if to < from {
                    bail!("`until` comes before `every`");
                }
                When::Yearly { from, to }
            }
            (None, Some(from), until) => {
                let to = until.map_or(Ok(from), |it| it.parse()).context("`until`")?;
                if to < from {
                    bail!("`until` comes before `on`");
                }
                When::Once { from, to }
            }
            _ => bail!("needs either `every` or `on`"),
        };
        if line.source.is_empty() {
            bail!("has no source");
        }
        Ok(Self {
            id: line.id,
            kind: line.kind,
            follows: line.follows,
            title: line.title,
            note: line.note,
            confidence: line.confidence,
            source: line.source,
            when,
        })
    }
}

fn two_digits(typed: &str) -> Option<i8> {
    (typed.len() == 2 && typed.bytes().all(|it| it.is_ascii_digit()))
        .then(|| typed.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::association::shipped;
    use super::*;

    fn calendar(text: &'static str) -> anyhow::Result<Calendar> {
        Calendar::read("x", &|_| Some(text.to_owned()))
    }

    fn days(calendar: &Calendar, today: Date, n: usize) -> Vec<String> {
        let next = calendar.upcoming(today, n);
        next.iter().map(|it| format!("{} {}", it.from, it.entry.id)).collect()
    }

    #[test]
    fn connecticuts_next_dates_in_november_begin_with_the_membership_cut_over() {
        let calendar = Calendar::read("ct-aimh", &shipped).unwrap();

        assert_eq!(
            days(&calendar, date(2026, 11, 22), 9),
            [
                "2026-12-01 membership-cut-over",
                "2026-12-31 membership-end",
                "2026-12-31 renewal-filing",
                "2027-05-01 exam-may",
                "2027-10-01 exam-october",
            ]
        );
    }

    #[test]
    fn exam_months_from_an_old_page_stay_marked_as_old_and_have_no_day() {
        let calendar = Calendar::read("ct-aimh", &shipped).unwrap();

        for exam in calendar.upcoming(date(2027, 1, 1), 9) {
            let is_exam = exam.entry.kind == Kind::Exam;
            assert_eq!(exam.entry.confidence == Confidence::Old, is_exam, "{}", exam.entry.id);
            assert_eq!(exam.precision == Precision::Month, is_exam, "{}", exam.entry.id);
        }
    }

    #[test]
    fn a_date_is_still_upcoming_on_its_day_and_a_year_away_on_the_next() {
        let calendar = Calendar::read("ct-aimh", &shipped).unwrap();

        assert_eq!(days(&calendar, date(2026, 12, 1), 1), ["2026-12-01 membership-cut-over"]);
        assert_eq!(days(&calendar, date(2026, 12, 2), 1), ["2026-12-31 membership-end"]);
        assert_eq!(days(&calendar, date(2026, 5, 31), 1), ["2026-05-01 exam-may"]);
        assert_eq!(days(&calendar, date(2026, 6, 1), 1), ["2026-10-01 exam-october"]);
    }

    #[test]
    fn a_date_that_happens_once_goes_away_after_its_last_day() {
        let calendar = calendar(
            r#"[[dates]]
            id = "week"
            kind = "exam"
            on = "2027-05-03"
            until = "2027-05-07"
            title = { en = "Exam week", es = "Semana de examen" }
            note = { en = "a", es = "b" }
            confidence = "page"
            source = ["test"]"#,
        )
        .unwrap();

        assert_eq!(calendar.upcoming(date(2027, 5, 7), 1).len(), 1);
        assert_eq!(calendar.upcoming(date(2027, 5, 8), 1).len(), 0);
    }

    #[test]
    fn a_date_that_announces_a_day_of_the_rules_is_that_day() {
        let calendar = Calendar::read("ct-aimh", &shipped).unwrap();
        let mut association = Association::read("ct-aimh", &shipped).unwrap();
        calendar.follows(&association).unwrap();

        association.membership.ends = MonthDay { month: 6, day: 30 };

        let error = format!("{:#}", calendar.follows(&association).unwrap_err());
        assert_eq!(
            error,
            "ct-aimh/calendar.toml: the date membership-end: is not the day of MembershipEnds"
        );
    }

    #[test]
    fn impossible_days_are_refused_by_name() {
        for bad in ["02-29", "13-01", "6-1", "00", "13", "12-31-01", "+1-01"] {
            let text = format!(
                r#"dates = [{{ id = "d", kind = "other", every = "{bad}", title = {{ en = "a", es = "b" }},
                note = {{ en = "a", es = "b" }}, confidence = "page", source = ["test"] }}]"#
            );
            let read = Calendar::read("x", &|_| Some(text.clone()));
            let error = format!("{:#}", read.expect_err(bad));
            assert!(error.starts_with("x/calendar.toml: the date d"), "{error}");
        }
    }
}
