//! Work: years of a kind, counted in days over the union of the jobs, cut at degree and day; and
//! families served, where a rule counts them.

use jiff::civil::Date;

use super::Scene;
use super::days::{Amount, Days, cut};
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Status, Step, Unit};
use crate::intervals::Stretch;
use crate::locker::{Ages, Work};
use crate::policy::AskWork;

pub(super) fn find(ask: &AskWork, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    let mut days = Days::new(scene.on, ask.unpaid_years_in_doubt);
    let mut served = Families::default();
    for job in &scene.locker.work {
        let part = cut(job.from, job.to, scene.on);
        let fit = fit(ask, job);
        if let Fit::Out(reason) = fit {
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
        if whole.days() == degree.before {
            continue;
        }
        let either = || degree.sure.into_iter().chain(degree.maybe);
        let length = whole.days() - degree.before;
        let internship = job.paid == Some(false) && ask.unpaid_years_in_doubt > 0;
        if ask.paid && job.paid == Some(false) && !internship {
            tally.exclude(&job.id, length, Reason::Unpaid);
        } else if ask.paid && job.paid != Some(true) {
            tally.list_doubt(&job.id, length, Reason::Unpaid);
            let among = if internship { &mut days.unpaid } else { &mut days.doubtful };
            among.extend(either());
            served.maybe(job);
        } else if let Fit::Doubt(reason) = fit {
            tally.list_doubt(&job.id, length, reason);
            days.doubtful.extend(either());
            served.maybe(job);
        } else {
            if let Some(stretch) = degree.sure {
                tally.list(&job.id, stretch.days());
                days.sure.push(stretch);
                served.surely(job);
            } else {
                served.maybe(job);
            }
            if let Some(stretch) = degree.maybe {
                tally.list_doubt(&job.id, stretch.days(), Reason::BeforeDegree);
                days.doubtful.push(stretch);
            }
        }
    }
    answer(ask, scene, tally, days, served)
}

/// Weighs what there is against what is asked, and against what will do instead.
fn answer(ask: &AskWork, scene: &Scene<'_>, tally: Tally, days: Days, served: Families) -> Answer {
    let counted = days.count(!ask.alternatives.is_empty());
    let tally = Tally { counted: counted.sure, in_doubt: counted.in_doubt, ..tally };
    let own = (ask.years.map(Amount::Years), ask.families);
    let others = ask.alternatives.iter().filter(|it| {
        let did = |job: &Work| {
            job.from <= scene.on && job.kinds.iter().any(|kind| it.came_from.contains(kind))
        };
        it.came_from.is_empty() || scene.locker.work.iter().any(did)
    });
    // Where only others are known, there is no amount of its own that could be short.
    let has_own = own.0.is_some() || own.1.is_some();
    let ways = has_own.then_some(own).into_iter();
    let ways = ways.chain(others.map(|it| (it.months.map(Amount::Months), it.families)));
    let nearest = ways
        .map(|(amount, families)| weigh(amount, families, &tally, &counted, &served))
        .min_by_key(|it| (it.status, it.days_short, it.families_short));
    let Some(way) = nearest else { return tally.against(Unit::Days, None, Step::DaysMore) };
    let step = match way.status {
        Status::Met => None,
        Status::NeedsPerson if way.required.is_none() => Some(Step::AskAssociation),
        Status::NeedsPerson => Some(Step::HaveLooked),
        Status::Unmet if way.counts_families => {
            Some(Step::Serve { families: way.families_short, days: way.days_short })
        }
        Status::Unmet => Some(Step::DaysMore(way.days_short)),
    };
    Answer { status: way.status, unit: Unit::Days, required: way.required, tally, step }
}

/// What one amount comes to.
struct Way {
    status: Status,
    required: Option<u64>,
    days_short: u64,
    families_short: u64,
    counts_families: bool,
}

fn weigh(
    amount: Option<Amount>,
    families: Option<u32>,
    tally: &Tally,
    counted: &super::days::Counted,
    served: &Families,
) -> Way {
    let families = families.map(u64::from);
    let families_short = families.map_or(0, |it| it.saturating_sub(served.sure));
    let counts_families = families.is_some();
    let Some(amount) = amount else {
        // How long is not known, so that nobody but a person can tell.
        let status = Status::NeedsPerson;
        return Way { status, required: None, days_short: 0, families_short, counts_families };
    };
    let (required, possibly) = (counted.required(amount), counted.possibly_required(amount));
    let days_short = required.saturating_sub(tally.counted);
    let days_may_do = tally.counted.saturating_add(tally.in_doubt) >= possibly;
    let families_may_do = served.is_unsaid || families.is_none_or(|it| it <= served.possible());
    let status = if days_short == 0 && families_short == 0 {
        Status::Met
    } else if (days_short == 0 || days_may_do) && (families_short == 0 || families_may_do) {
        Status::NeedsPerson
    } else {
        Status::Unmet
    };
    Way { status, required: Some(required), days_short, families_short, counts_families }
}

/// Families of all jobs together; one served in two jobs is two, since nobody could tell.
#[derive(Default)]
struct Families {
    sure: u64,
    maybe: u64,
    /// Whether a job does not say how many.
    is_unsaid: bool,
}

impl Families {
    fn surely(&mut self, job: &Work) {
        match job.families {
            Some(families) => self.sure = self.sure.saturating_add(u64::from(families)),
            None => self.is_unsaid = true,
        }
    }

    fn maybe(&mut self, job: &Work) {
        match job.families {
            Some(families) => self.maybe = self.maybe.saturating_add(u64::from(families)),
            None => self.is_unsaid = true,
        }
    }

    fn possible(&self) -> u64 {
        self.sure.saturating_add(self.maybe)
    }
}

/// Whether a job is what is asked, whenever it was.
enum Fit {
    In,
    Doubt(Reason),
    Out(Reason),
}

fn fit(ask: &AskWork, job: &Work) -> Fit {
    if !job.kinds.iter().any(|it| ask.kinds.contains(it)) {
        return Fit::Out(Reason::WrongSubject);
    }
    let ages = of_age(ask, job);
    let focus = match job.focus {
        _ if !ask.focus => Fit::In,
        None => Fit::Doubt(Reason::WrongSubject),
        Some(focus) if focus.social_emotional && focus.relationships => Fit::In,
        Some(_) => Fit::Out(Reason::WrongSubject),
    };
    match (&ages, &focus) {
        (Fit::Out(_), _) | (Fit::Doubt(_), Fit::In | Fit::Doubt(_)) => ages,
        _ => focus,
    }
}

fn of_age(ask: &AskWork, job: &Work) -> Fit {
    let Some(served) = job.ages_months else {
        let tells = job.kinds.iter().any(|it| ask.ages_known_by.contains(it));
        let known = ask.ages_known_by.is_empty() || tells;
        return if known { Fit::In } else { Fit::Doubt(Reason::WrongAge) };
    };
    let too_old = ask.younger_than_months.is_some_and(|asked| served.from >= asked);
    let apart = |asked: Ages| served.from > asked.to || served.to < asked.from;
    if too_old || ask.ages.is_some_and(apart) { Fit::Out(Reason::WrongAge) } else { Fit::In }
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
    let since = |day: Option<Date>| day.and_then(|from| whole.since(from));
    let (sure, any) = (since(scene.graduate.surely_from), since(scene.graduate.maybe_from));
    let maybe = match (any, sure) {
        (Some(any), Some(sure)) => any.until_before(sure),
        (any, _) => any,
    };
    AfterDegree { sure, maybe, before: whole.days() - any.map_or(0, |it| it.days()) }
}
