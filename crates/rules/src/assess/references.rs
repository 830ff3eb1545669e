//! Reference ratings: each in a slot of its own, as many slots filled as can be, and each by the
//! best that is at hand.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Scene;
use super::matching::{Cost, match_up};
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Status, Step, Unit};
use crate::locker::Reference;
use crate::policy::{AskReferences, Slot};

/// What a slot costs whose rater is not endorsed as it asks: more than any place in its list.
const UNVETTED: Cost = 1 << 16;
/// What a rater is worth who has to be there: more than all slots cost.
const WANTED: Cost = 1 << 40;

pub(super) fn find(ask: &AskReferences, scene: &Scene<'_>) -> Answer {
    let ratings = &scene.locker.references;
    let reasons: Vec<Option<Reason>> = ratings.iter().map(|it| out(ask, it, scene.on)).collect();
    let candidates = candidates(ask, ratings, &reasons);
    let filled = fill(ask, &candidates);

    // Where no number of ratings is known, each is listed.
    let mut used = vec![ask.slots.is_empty(); ratings.len()];
    for place in filled.iter().flatten().filter_map(|it| candidates.get(*it)) {
        if let Some(used) = used.get_mut(place.at) {
            *used = true;
        }
    }
    let mut tally = Tally::default();
    let mut any_endorsed = false;
    for ((rating, reason), used) in ratings.iter().zip(reasons).zip(used) {
        match reason {
            Some(reason) => tally.exclude(&rating.id, 1, reason),
            None if used => {
                any_endorsed |= holds(&ask.one_endorsed_as, rating);
                tally.count(&rating.id, 1);
            }
            None => tally.exclude(&rating.id, 1, Reason::SlotTaken),
        }
    }
    let needs_endorsed = !ask.one_endorsed_as.is_empty() && !any_endorsed;
    let mut missing: Vec<Slot> = ask
        .slots
        .iter()
        .zip(&filled)
        .filter(|(_, filled)| filled.is_none())
        .map(|(slot, _)| slot.clone())
        .collect();
    if needs_endorsed {
        ask_for_endorsed(&mut missing, &ask.one_endorsed_as);
    }
    let unvetted = ask.slots.iter().zip(&filled).any(|(slot, filled)| {
        let rating = filled.and_then(|it| candidates.get(it)).and_then(|it| ratings.get(it.at));
        rating.is_some_and(|it| !slot.endorsed_as.is_empty() && !holds(&slot.endorsed_as, it))
    });
    let asked = u64::try_from(ask.slots.len()).ok().filter(|it| *it > 0);
    let mut answer = tally.against(Unit::Ratings, asked, |_| Step::Rate(missing));
    if answer.status == Status::Met && (needs_endorsed || unvetted) {
        // An association may vet a rater who is not endorsed: that is for a person.
        answer.status = Status::NeedsPerson;
        answer.step = Some(Step::RateByEndorsed);
    }
    answer
}

/// Says of one of the missing that it has to be by a rater who holds one of the categories: of one
/// that asks for no endorsement itself, or else of one that asks for one of these too.
fn ask_for_endorsed(missing: &mut [Slot], categories: &[Arc<str>]) {
    if let Some(slot) = missing.iter_mut().rfind(|it| it.endorsed_as.is_empty()) {
        slot.endorsed_as = categories.to_vec();
        return;
    }
    let both = |it: &&mut Slot| it.endorsed_as.iter().any(|it| categories.contains(it));
    if let Some(slot) = missing.iter_mut().rfind(both) {
        slot.endorsed_as.retain(|it| categories.contains(it));
    }
}

/// Why a rating fills no slot whatever the others are, if so.
fn out(ask: &AskReferences, rating: &Reference, on: Date) -> Option<Reason> {
    let too_old = |months: u16| {
        rating.completed.checked_add(i64::from(months).months()).is_ok_and(|end| end <= on)
    };
    if rating.completed > on {
        Some(Reason::AfterDate)
    } else if ask.void_from.is_some_and(|from| rating.not_enough_information >= from) {
        Some(Reason::Void)
    } else if ask.valid_months.is_some_and(too_old) {
        Some(Reason::Expired)
    } else if !ask.slots.is_empty() && ask.slots.iter().all(|it| cost(it, rating).is_none()) {
        Some(Reason::WrongSubject)
    } else {
        None
    }
}

/// What it costs to give a slot to a rating: the further down the slot's list, the more. `None` if it
/// does not fit.
fn cost(slot: &Slot, rating: &Reference) -> Option<Cost> {
    let place = match slot.relations.is_empty() {
        true => 0,
        false => slot.relations.iter().position(|it| *it == rating.relation)?,
    };
    let unvetted = !slot.endorsed_as.is_empty() && !holds(&slot.endorsed_as, rating);
    let place = Cost::try_from(place).unwrap_or(UNVETTED);
    Some(place + if unvetted { UNVETTED } else { 0 })
}

/// Whether the rater held one of the categories on the day of the rating.
fn holds(categories: &[Arc<str>], rating: &Reference) -> bool {
    rating.rater_standings.iter().any(|it| {
        categories.contains(&it.category)
            && it.from <= rating.completed
            && it.to.is_none_or(|to| rating.completed <= to)
    })
}

/// A rating that could fill a slot.
struct Candidate {
    /// Its place in the locker.
    at: usize,
    /// What each slot would cost.
    costs: Vec<Option<Cost>>,
    /// Whether the rater is one of those of whom one is asked.
    is_endorsed: bool,
}

/// The ratings that could fill a slot, the earliest first; of those that are alike, no more than
/// there are slots, so that many ratings take no longer than their reading.
fn candidates(
    ask: &AskReferences,
    ratings: &[Reference],
    reasons: &[Option<Reason>],
) -> Vec<Candidate> {
    let valid = ratings.iter().zip(reasons).enumerate();
    let mut valid: Vec<(usize, &Reference)> =
        valid.filter(|(_, (_, reason))| reason.is_none()).map(|(at, (it, _))| (at, it)).collect();
    valid.sort_by_key(|(_, it)| (it.completed, &it.id));
    let mut alike: BTreeMap<(Vec<Option<Cost>>, bool), usize> = BTreeMap::new();
    let mut candidates = Vec::new();
    for (at, rating) in valid {
        let costs: Vec<_> = ask.slots.iter().map(|it| cost(it, rating)).collect();
        let is_endorsed = holds(&ask.one_endorsed_as, rating);
        let seen = alike.entry((costs.clone(), is_endorsed)).or_default();
        if *seen < ask.slots.len() {
            *seen += 1;
            candidates.push(Candidate { at, costs, is_endorsed });
        }
    }
    candidates
}

/// Which candidate has which slot: as many slots as can be; among these, one whose rater is endorsed
/// as asked, if any is; and among these, the most preferred.
fn fill(ask: &AskReferences, candidates: &[Candidate]) -> Vec<Option<usize>> {
    let slots = ask.slots.len();
    let price = |it: usize, slot: usize| {
        candidates.get(it).and_then(|it| it.costs.get(slot)).copied().flatten()
    };
    let best = match_up(candidates.len(), slots, price);
    let is_endorsed = |it: &usize| candidates.get(*it).is_some_and(|it| it.is_endorsed);
    if ask.one_endorsed_as.is_empty() || best.iter().flatten().any(is_endorsed) {
        return best;
    }
    let wanted = (0..candidates.len()).filter(is_endorsed);
    let with = wanted.map(|one| {
        match_up(candidates.len(), slots, |it, slot| {
            price(it, slot).map(|cost| if it == one { cost - WANTED } else { cost })
        })
    });
    let total = |filled: &Vec<Option<usize>>| -> Cost {
        let pairs = filled.iter().enumerate();
        pairs.filter_map(|(slot, it)| it.and_then(|it| price(it, slot))).sum()
    };
    with.min_by_key(total).unwrap_or(best)
}
