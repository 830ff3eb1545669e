//! Work: years of a kind, counted in days over the union of the jobs, cut at degree and day.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::intervals::{Stretch, days_between, days_of_years, union};
use crate::locker::Work;
use crate::policy::AskWork;

pub(super) fn find(ask: &AskWork, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    let (mut sure, mut doubtful, mut unpaid) = (Vec::new(), Vec::new(), Vec::new());
    for job in &scene.locker.work {
        let part = cut(job.from, job.to, scene.on);
        if let Some(reason) = not_of_the_kind(ask, job) {
            tally.exclude(&job.id, part.days() + part.later, reason);
            continue;
        }
        if part.later > 0 || part.stretch.is_none() {
            tally.exclude(&job.id, part.later, Reason::AfterDate);
        }
        let Some(whole) = part.stretch else { continue };
        let degree = after_degree(ask, scene, whole);
        if degree.before > 0 {
            tally.exclude(&job.id, degree.before, Reason::BeforeDegree);
        }
        if ask.paid && job.paid != Some(true) {
            let days = whole.days() - degree.before;
            let internship = job.paid == Some(false) && ask.unpaid_years_in_doubt > 0;
            if days == 0 {
                continue;
            } else if job.paid.is_none() || internship {
                tally.list_doubt(&job.id, days, Reason::Unpaid);
                let among = if internship { &mut unpaid } else { &mut doubtful };
                among.extend(degree.sure.into_iter().chain(degree.maybe));
            } else {
                tally.exclude(&job.id, days, Reason::Unpaid);
            }
            continue;
        }
        if let Some(stretch) = degree.sure {
            tally.list(&job.id, stretch.days());
            sure.push(stretch);
        }
        if let Some(stretch) = degree.maybe {
            tally.list_doubt(&job.id, stretch.days(), Reason::BeforeDegree);
            doubtful.push(stretch);
        }
    }
    against_years(tally, ask.years, scene.on, sure, doubtful, &unpaid, ask.unpaid_years_in_doubt)
}

fn not_of_the_kind(ask: &AskWork, job: &Work) -> Option<Reason> {
    if !job.kinds.iter().any(|it| ask.kinds.contains(it)) {
        return Some(Reason::WrongSubject);
    }
    let asked = ask.younger_than_months?;
    let youngest = job.ages_months?.from;
    (youngest >= asked).then_some(Reason::WrongAge)
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

/// A job cut at the degree: days that count, days that may, and how many never do.
struct AfterDegree {
    sure: Option<Stretch>,
    maybe: Option<Stretch>,
    before: u64,
}

fn after_degree(ask: &AskWork, scene: &Scene<'_>, whole: Stretch) -> AfterDegree {
    if !ask.after_degree {
        return AfterDegree { sure: Some(whole), maybe: None, before: 0 };
    }
    let sure = scene.graduate.surely_from.and_then(|from| whole.since(from));
    let any = scene.graduate.maybe_from.and_then(|from| whole.since(from));
    let maybe = match (any, sure) {
        (Some(any), Some(sure)) => any.until_before(sure),
        (any, _) => any,
    };
    AfterDegree { sure, maybe, before: whole.days() - any.map_or(0, |it| it.days()) }
}

/// Compares days with years: N years need as many days as lie between the first counted day and the
/// same day N years later. Where nothing counts, the years would begin on the day itself.
pub(super) fn against_years(
    mut tally: Tally,
    years: Option<u16>,
    on: Date,
    mut sure: Vec<Stretch>,
    doubtful: Vec<Stretch>,
    unpaid: &[Stretch],
    unpaid_years: u16,
) -> Answer {
    let (counted, first) = union(&mut sure);
    tally.counted = counted;
    let long = |first: Option<Date>| years.map(|it| days_of_years(first.unwrap_or(on), it));
    let required = long(first);
    if doubtful.is_empty() && unpaid.is_empty() {
        return tally.against(Unit::Days, required, Step::DaysMore);
    }
    // What is in doubt may begin earlier, and then the years may have a day more or less.
    let mut possible = sure;
    possible.extend(doubtful);
    let (with_doubtful, first) = union(&mut possible);
    possible.extend(unpaid);
    let (with_unpaid, first_unpaid) = union(&mut possible);
    let internship =
        (with_unpaid - with_doubtful).min(days_of_years(first_unpaid.unwrap_or(on), unpaid_years));
    tally.in_doubt = with_doubtful + internship - counted;
    let possibly = match first {
        None => long(first_unpaid),
        Some(_) if unpaid.is_empty() => long(first),
        Some(_) => long(first).min(long(first_unpaid)),
    };
    tally.against_either(Unit::Days, required, possibly, Step::DaysMore)
}
