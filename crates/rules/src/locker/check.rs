//! What only the whole locker can show: ids used twice, days in the wrong order, too many minutes.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use jiff::civil::Date;

use super::{Locker, Standing};
use crate::intervals::days_between;

/// Something wrong in a locker, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, such as `trainings[3].minutes.imh`; empty for the whole file.
    pub path: String,
    /// What is wrong, in plain English, without a full stop.
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.sentence)
        } else {
            write!(f, "{}: {}", self.path, self.sentence)
        }
    }
}

/// The minutes of a calendar day.
const DAY: u64 = 24 * 60;

impl Locker {
    /// Looks for every problem that reading a single field cannot show.
    ///
    /// # Errors
    ///
    /// All problems at once, in the order of the file.
    pub fn check(&self) -> Result<(), Vec<Problem>> {
        let mut it = Check { problems: Vec::new(), ids: BTreeMap::new() };
        it.ids("education", self.education.iter().map(|it| &*it.id));
        it.ids("courses", self.courses.iter().map(|it| &*it.id));
        it.ids("work", self.work.iter().map(|it| &*it.id));
        for (at, work) in self.work.iter().enumerate() {
            it.order(work.from, work.to, || format!("work[{at}]"));
            if let Some(ages) = work.ages_months
                && ages.to < ages.from
            {
                it.add(format!("work[{at}].ages_months.to"), "must not be less than from");
            }
        }
        it.ids("trainings", self.trainings.iter().map(|it| &*it.id));
        for (at, training) in self.trainings.iter().enumerate() {
            it.order(training.from, Some(training.to), || format!("trainings[{at}]"));
            it.minutes(training.minutes.total(), training.from, training.to, || {
                format!("trainings[{at}].minutes")
            });
        }
        it.ids("leadership", self.leadership.iter().map(|it| &*it.id));
        for (at, entry) in self.leadership.iter().enumerate() {
            it.order(entry.from, entry.to, || format!("leadership[{at}]"));
        }
        it.ids("rsc", self.rsc.iter().map(|it| &*it.id));
        for (at, rsc) in self.rsc.iter().enumerate() {
            it.order(rsc.from, Some(rsc.to), || format!("rsc[{at}]"));
            it.minutes(u64::from(rsc.minutes), rsc.from, rsc.to, || format!("rsc[{at}].minutes"));
            if let Some(provider) = &rsc.provider {
                it.standings(&provider.standings, || format!("rsc[{at}].provider.standings"));
            }
        }
        it.ids("references", self.references.iter().map(|it| &*it.id));
        for (at, reference) in self.references.iter().enumerate() {
            let path = || format!("references[{at}].rater_standings");
            it.standings(&reference.rater_standings, path);
        }
        for (at, membership) in self.memberships.iter().enumerate() {
            it.order(membership.from, membership.to, || format!("memberships[{at}]"));
        }
        for (at, result) in self.exam_results.iter().enumerate() {
            if !(1..=2).contains(&result.part) {
                it.add(format!("exam_results[{at}].part"), "must be 1 or 2");
            }
            if result.percent.is_some_and(|it| it > 100) {
                it.add(format!("exam_results[{at}].percent"), "must be from 0 to 100");
            }
        }
        for (at, endorsement) in self.endorsements.iter().enumerate() {
            it.order(endorsement.from, endorsement.to, || format!("endorsements[{at}]"));
        }
        if it.problems.is_empty() { Ok(()) } else { Err(it.problems) }
    }
}

struct Check<'a> {
    problems: Vec<Problem>,
    /// The list in which an id was seen first.
    ids: BTreeMap<&'a str, &'static str>,
}

impl<'a> Check<'a> {
    fn add(&mut self, path: String, sentence: &str) {
        self.problems.push(Problem { path, sentence: sentence.to_string() });
    }

    fn ids(&mut self, list: &'static str, ids: impl Iterator<Item = &'a str>) {
        for (at, id) in ids.enumerate() {
            if id.trim().is_empty() {
                self.add(format!("{list}[{at}].id"), "must not be empty");
                continue;
            }
            if let Some(first) = self.ids.get(id).copied() {
                let of = if first == list { "this list" } else { first };
                let sentence = format!("\"{id}\" is the id of an earlier entry of {of}");
                self.add(format!("{list}[{at}].id"), &sentence);
            } else {
                self.ids.insert(id, list);
            }
        }
    }

    fn order(&mut self, from: Date, to: Option<Date>, entry: impl Fn() -> String) {
        if to.is_some_and(|to| to < from) {
            self.add(format!("{}.to", entry()), "must not be before from");
        }
    }

    fn minutes(&mut self, total: u64, from: Date, to: Date, path: impl Fn() -> String) {
        let most = days_between(from, to).saturating_mul(DAY);
        if total == 0 {
            self.add(path(), "must be at least 1 minute in all");
        } else if to >= from && total > most {
            let sentence = format!("must be at most 24 hours a day, here {most} minutes in all");
            self.add(path(), &sentence);
        }
    }

    fn standings(&mut self, standings: &[Standing], path: impl Fn() -> String) {
        for (at, standing) in standings.iter().enumerate() {
            self.order(standing.from, standing.to, || format!("{}[{at}]", path()));
        }
    }
}
