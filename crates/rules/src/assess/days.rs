//! Days of work and leadership: those that count, those that may, and how many some years have.

use alloc::vec::Vec;

use jiff::civil::Date;

use crate::intervals::{Stretch, days_between, days_of_months, days_of_years, union};

/// A length of time that a rule asks.
#[derive(Clone, Copy)]
pub(super) enum Amount {
    Years(u16),
    Months(u16),
}

/// An entry up to the day of the assessment, and how many days of it come later.
pub(super) struct Part {
    pub(super) stretch: Option<Stretch>,
    pub(super) later: u64,
}

impl Part {
    pub(super) fn days(&self) -> u64 {
        self.stretch.map_or(0, |it| it.days())
    }
}

/// Cuts an entry at the day of the assessment. What is still going on has no later days yet.
pub(super) fn cut(from: Date, to: Option<Date>, on: Date) -> Part {
    let to = to.unwrap_or(on);
    let later = match on.tomorrow() {
        Ok(tomorrow) => days_between(from.max(tomorrow), to),
        Err(_) => 0,
    };
    Part { stretch: Stretch::new(from, to.min(on)), later }
}

/// Stretches of days, by how sure they are.
pub(super) struct Days {
    /// They count.
    pub(super) sure: Vec<Stretch>,
    /// A person could let them count.
    pub(super) doubtful: Vec<Stretch>,
    /// A person could let some years of them count.
    pub(super) unpaid: Vec<Stretch>,
    unpaid_years: u16,
    on: Date,
}

/// How many days count, and what some years would come to.
pub(super) struct Counted {
    pub(super) sure: u64,
    pub(super) in_doubt: u64,
    first: Option<Date>,
    first_possible: Option<Date>,
    first_unpaid: Option<Date>,
    has_doubtful: bool,
    has_unpaid: bool,
    starts: Vec<Date>,
    possible_starts: Vec<Date>,
    on: Date,
}

impl Days {
    pub(super) fn new(on: Date, unpaid_years: u16) -> Self {
        Self { sure: Vec::new(), doubtful: Vec::new(), unpaid: Vec::new(), unpaid_years, on }
    }

    /// Adds up: two jobs at once count once. Whether months are asked too says what to remember.
    pub(super) fn count(mut self, with_months: bool) -> Counted {
        let starts = |of: &[Stretch]| -> Vec<Date> {
            if with_months { of.iter().map(Stretch::first).collect() } else { Vec::new() }
        };
        let own_starts = starts(&self.sure);
        let (sure, first) = union(&mut self.sure);
        let mut counted = Counted {
            sure,
            in_doubt: 0,
            first,
            first_possible: first,
            first_unpaid: first,
            has_doubtful: !self.doubtful.is_empty(),
            has_unpaid: !self.unpaid.is_empty(),
            possible_starts: own_starts.clone(),
            starts: own_starts,
            on: self.on,
        };
        if !counted.has_doubtful && !counted.has_unpaid {
            return counted;
        }
        // What is in doubt may begin earlier, and then the years may have a day more or less.
        let mut possible = self.sure;
        possible.extend(self.doubtful);
        let (with_doubtful, first) = union(&mut possible);
        possible.extend(self.unpaid);
        let (with_unpaid, first_unpaid) = union(&mut possible);
        let most = days_of_years(first_unpaid.unwrap_or(self.on), self.unpaid_years);
        let internship = (with_unpaid - with_doubtful).min(most);
        counted.in_doubt = with_doubtful + internship - sure;
        counted.first_possible = first;
        counted.first_unpaid = first_unpaid;
        counted.possible_starts = starts(&possible);
        counted
    }
}

impl Counted {
    /// How many days the amount has, beginning on the first day that counts. Where nothing counts,
    /// it would begin on the day itself. Months begin with any of the entries, whichever is
    /// shortest: unlike years they differ by days, and an earlier day must never be a loss.
    pub(super) fn required(&self, amount: Amount) -> u64 {
        match amount {
            Amount::Years(years) => days_of_years(self.first.unwrap_or(self.on), years),
            Amount::Months(months) => shortest(&self.starts, self.on, months),
        }
    }

    /// The same, if a person let the rest count.
    pub(super) fn possibly_required(&self, amount: Amount) -> u64 {
        let years = match amount {
            Amount::Months(months) => return shortest(&self.possible_starts, self.on, months),
            Amount::Years(years) => years,
        };
        let long = |first: Option<Date>| days_of_years(first.unwrap_or(self.on), years);
        match self.first_possible {
            None => long(self.first_unpaid),
            Some(_) => long(self.first_possible).min(long(self.first_unpaid)),
        }
    }
}

fn shortest(starts: &[Date], on: Date, months: u16) -> u64 {
    let long = |first: &Date| days_of_months(*first, months);
    starts.iter().map(long).min().unwrap_or_else(|| long(&on))
}
