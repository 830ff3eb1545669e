//! What changes from one policy version to another: harder, easier, new, gone or the same.
//!
//! A condition that appears makes a rule harder, and one that goes makes it easier, unless its absence
//! means that no rule is known: then nobody can tell, and the rule asks otherwise.

use alloc::vec::Vec;
use core::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::policy::{
    Ask, AskEducation, AskReferences, AskRsc, AskTraining, AskWork, Bucket, Policy, Requirement,
    RequirementId, Slot, Stage,
};

/// Which way a requirement changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// It asks the same, though perhaps in other words.
    Same,
    /// It asks more.
    Harder,
    /// It asks less.
    Easier,
    /// It was not asked before.
    New,
    /// It is not asked any more.
    Gone,
    /// It asks more in one way and less in another, or something that cannot be weighed.
    Otherwise,
}

impl Direction {
    /// The direction's name in files and keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Harder => "harder",
            Self::Easier => "easier",
            Self::New => "new",
            Self::Gone => "gone",
            Self::Otherwise => "otherwise",
        }
    }
}

/// What becomes of one requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which requirement.
    pub id: RequirementId,
    /// Which way it changes.
    pub direction: Direction,
}

/// What becomes of every requirement: those of the later version in its order, then those that it no
/// longer has.
#[must_use]
pub fn between(before: &Policy, after: &Policy) -> Vec<Change> {
    let mut changes = Vec::with_capacity(after.requirements.len());
    for new in &after.requirements {
        let direction = match before.requirement(new.id) {
            None if new.advisory => Direction::Same,
            None => Direction::New,
            Some(old) => direction(old, new),
        };
        changes.push(Change { id: new.id, direction });
    }
    let gone = before.requirements.iter().filter(|it| after.requirement(it.id).is_none());
    changes.extend(gone.map(|it| Change { id: it.id, direction: Direction::Gone }));
    changes
}

/// Which way a requirement changes from one wording to another.
#[must_use]
pub fn direction(before: &Requirement, after: &Requirement) -> Direction {
    let mut scales = Scales::default();
    // Earlier is harder.
    scales.order(after.stage == Stage::Submission, before.stage == Stage::Submission);
    scales.order(!after.advisory, !before.advisory);
    match (before.or, after.or) {
        (None, Some(_)) => scales.easier = true,
        (Some(_), None) => scales.harder = true,
        (one, other) => scales.alike(one == other),
    }
    match (&before.ask, &after.ask) {
        (Ask::Education(old), Ask::Education(new)) => education(&mut scales, old, new),
        (Ask::Work(old), Ask::Work(new)) => work(&mut scales, old, new),
        (Ask::Leadership(old), Ask::Leadership(new)) => {
            scales.narrower(old.track.as_ref(), new.track.as_ref());
            scales.more(old.years.map(u32::from), new.years.map(u32::from));
        }
        (Ask::Training(old), Ask::Training(new)) => training(&mut scales, old, new),
        (Ask::Rsc(old), Ask::Rsc(new)) => rsc(&mut scales, old, new),
        (Ask::References(old), Ask::References(new)) => references(&mut scales, old, new),
        (Ask::Agreement(old), Ask::Agreement(new)) => scales.alike(old == new),
        (Ask::Membership(old), Ask::Membership(new)) => {
            scales.narrower(old.own.as_ref(), new.own.as_ref());
        }
        (Ask::Competencies(old), Ask::Competencies(new)) => {
            let ids = |it: &crate::policy::AskCompetencies| -> Vec<_> {
                it.areas().iter().map(|it| it.id.clone()).collect()
            };
            scales.asked(&ids(old), &ids(new));
        }
        (Ask::Exam(old), Ask::Exam(new)) => {
            scales.alike(old.series == new.series);
            scales.asked(&old.parts, &new.parts);
        }
        (Ask::BaseEndorsement(old), Ask::BaseEndorsement(new)) => {
            scales.accepted(&old.categories, &new.categories);
        }
        _ => scales.otherwise = true,
    }
    scales.reading()
}

fn education(scales: &mut Scales, old: &AskEducation, new: &AskEducation) {
    scales.accepted(&old.degrees, &new.degrees);
    let all =
        |it: &AskEducation| -> Vec<_> { it.degrees.iter().chain(&it.in_doubt).copied().collect() };
    scales.accepted(&all(old), &all(new));
    let weight = |it: &AskEducation| it.transcript.map(|it| it as u32);
    scales.more(weight(old), weight(new));
}

fn work(scales: &mut Scales, old: &AskWork, new: &AskWork) {
    scales.accepted(&old.kinds, &new.kinds);
    scales.more(old.years.map(u32::from), new.years.map(u32::from));
    scales.order(new.paid, old.paid);
    scales.order(old.unpaid_years_in_doubt, new.unpaid_years_in_doubt);
    scales.order(new.after_degree, old.after_degree);
    scales.narrower(old.younger_than_months.as_ref(), new.younger_than_months.as_ref());
    scales.narrower(old.ages.as_ref(), new.ages.as_ref());
    scales.alike(old.ages_known_by == new.ages_known_by);
    scales.order(new.focus, old.focus);
    scales.more(old.families, new.families);
    scales.accepted(&old.alternatives, &new.alternatives);
}

fn training(scales: &mut Scales, old: &AskTraining, new: &AskTraining) {
    scales.alike(old.subject == new.subject);
    scales.more(old.minutes, new.minutes);
    scales.order(new.didactic_rsc, old.didactic_rsc);
    scales.order(new.names_area, old.names_area);
    scales.bucket(old.bucket, new.bucket);
    scales.alike(old.volunteer_minutes == new.volunteer_minutes);
}

fn rsc(scales: &mut Scales, old: &AskRsc, new: &AskRsc) {
    scales.more(old.minutes, new.minutes);
    scales.narrower(old.about.as_ref(), new.about.as_ref());
    scales.known(&old.providers, &new.providers);
    scales.alike(old.providers_unlisted == new.providers_unlisted);
    scales.alike(old.providers_from == new.providers_from);
    scales.order(new.after_degree, old.after_degree);
    scales.known(&old.during, &new.during);
    scales.accepted(&old.during_in_doubt, &new.during_in_doubt);
    scales.accepted(&old.during_about_rsc, &new.during_about_rsc);
    scales.order(old.peers, new.peers);
    scales.alike(old.span_months == new.span_months);
    scales.bucket(old.bucket, new.bucket);
}

fn references(scales: &mut Scales, old: &AskReferences, new: &AskReferences) {
    match (old.slots.len(), new.slots.len()) {
        (0, 0) => {}
        // Nobody knows how many.
        (0, _) | (_, 0) => scales.otherwise = true,
        (before, after) => scales.order(after, before),
    }
    for (old, new) in old.slots.iter().zip(&new.slots) {
        slot(scales, old, new);
    }
    // Fewer answers void a rating, or it is too old sooner: harder.
    scales.more(new.void_from, old.void_from);
    scales.more(new.valid_months.map(u32::from), old.valid_months.map(u32::from));
    scales.known(&old.one_endorsed_as, &new.one_endorsed_as);
}

fn slot(scales: &mut Scales, old: &Slot, new: &Slot) {
    scales.known(&old.relations, &new.relations);
    scales.any_or(&old.endorsed_as, &new.endorsed_as);
}

/// Both sides, as far as they were weighed.
#[derive(Default)]
struct Scales {
    harder: bool,
    easier: bool,
    otherwise: bool,
}

impl Scales {
    /// More is harder.
    fn order<T: Ord>(&mut self, after: T, before: T) {
        match after.cmp(&before) {
            Ordering::Greater => self.harder = true,
            Ordering::Less => self.easier = true,
            Ordering::Equal => {}
        }
    }

    /// More is harder; where no figure is known, nobody can tell.
    fn more(&mut self, before: Option<u32>, after: Option<u32>) {
        match (before, after) {
            (Some(before), Some(after)) => self.order(after, before),
            (None, None) => {}
            _ => self.otherwise = true,
        }
    }

    fn alike(&mut self, is: bool) {
        self.otherwise |= !is;
    }

    /// A condition that may be absent.
    fn narrower<T: PartialEq>(&mut self, before: Option<&T>, after: Option<&T>) {
        match (before, after) {
            (None, Some(_)) => self.harder = true,
            (Some(_), None) => self.easier = true,
            (before, after) => self.alike(before == after),
        }
    }

    /// Whatever is accepted: more is easier.
    fn accepted<T: PartialEq>(&mut self, before: &[T], after: &[T]) {
        let lost = before.iter().any(|it| !after.contains(it));
        let won = after.iter().any(|it| !before.contains(it));
        match (lost, won) {
            (true, true) => self.otherwise = true,
            (true, false) => self.harder = true,
            (false, true) => self.easier = true,
            (false, false) => {}
        }
    }

    /// The same, where an empty list accepts anything.
    fn any_or<T: PartialEq>(&mut self, before: &[T], after: &[T]) {
        match (before.is_empty(), after.is_empty()) {
            (true, false) => self.harder = true,
            (false, true) => self.easier = true,
            _ => self.accepted(before, after),
        }
    }

    /// The same, where an empty list means that no rule is known.
    fn known<T: PartialEq>(&mut self, before: &[T], after: &[T]) {
        if before.is_empty() == after.is_empty() {
            self.accepted(before, after);
        } else {
            self.otherwise = true;
        }
    }

    /// Whatever is asked: more is harder.
    fn asked<T: PartialEq>(&mut self, before: &[T], after: &[T]) {
        self.accepted(after, before);
    }

    /// What lay within a total and is now asked beside it is more.
    fn bucket(&mut self, before: Option<Bucket>, after: Option<Bucket>) {
        match (before, after) {
            (Some(Bucket::WithinTotal), Some(Bucket::Additional)) => self.harder = true,
            (Some(Bucket::Additional), Some(Bucket::WithinTotal)) => self.easier = true,
            _ => {}
        }
    }

    fn reading(&self) -> Direction {
        match (self.harder, self.easier, self.otherwise) {
            (false, false, false) => Direction::Same,
            (true, false, false) => Direction::Harder,
            (false, true, false) => Direction::Easier,
            _ => Direction::Otherwise,
        }
    }
}
