//! Reference ratings: each in a slot of its own, as many slots filled as can be.

use alloc::vec;
use alloc::vec::Vec;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Status, Step, Unit};
use crate::locker::Reference;
use crate::policy::{AskReferences, Slot};

pub(super) fn find(ask: &AskReferences, scene: &Scene<'_>) -> Answer {
    let ratings = &scene.locker.references;
    let reasons: Vec<Option<Reason>> = ratings.iter().map(|it| out(ask, it, scene.on)).collect();
    // Those who count most come first, so that a slot once filled stays filled by the best.
    let mut candidates: Vec<usize> = (0..ratings.len()).collect();
    candidates.retain(|at| reasons.get(*at).is_some_and(Option::is_none));
    candidates.sort_by_key(|at| {
        ratings.get(*at).map(|it| (!endorsed(ask, it), fallback(ask, it), it.completed, &it.id))
    });

    let mut filled: Vec<Option<usize>> = vec![None; ask.slots.len()];
    // Where no number of ratings is known, each is listed.
    let mut used = vec![ask.slots.is_empty(); ratings.len()];
    for at in candidates {
        if filled.iter().all(Option::is_some) {
            break;
        }
        let mut tried = vec![false; ask.slots.len()];
        let placed = place(at, &ask.slots, ratings, &mut filled, &mut tried);
        if let Some(used) = used.get_mut(at) {
            *used = placed;
        }
    }

    let mut tally = Tally::default();
    let mut any_endorsed = false;
    for ((rating, reason), used) in ratings.iter().zip(reasons).zip(used) {
        match reason {
            Some(reason) => tally.exclude(&rating.id, 1, reason),
            None if used => {
                any_endorsed |= endorsed(ask, rating);
                tally.count(&rating.id, 1);
            }
            None => tally.exclude(&rating.id, 1, Reason::SlotTaken),
        }
    }
    let missing: Vec<Slot> = ask
        .slots
        .iter()
        .zip(&filled)
        .filter(|(_, filled)| filled.is_none())
        .map(|(slot, _)| slot.clone())
        .collect();
    let asked = u64::try_from(ask.slots.len()).ok().filter(|it| *it > 0);
    let mut answer = tally.against(Unit::Ratings, asked, |_| Step::Rate(missing));
    if answer.status == Status::Met && !ask.one_endorsed_as.is_empty() && !any_endorsed {
        // An association may vet a rater who is not endorsed: that is for a person.
        answer.status = Status::NeedsPerson;
        answer.step = Some(Step::RateByEndorsed);
    }
    answer
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
    } else if !ask.slots.is_empty() && !ask.slots.iter().any(|it| fits(it, rating)) {
        Some(Reason::WrongSubject)
    } else {
        None
    }
}

fn fits(slot: &Slot, rating: &Reference) -> bool {
    slot.relations.is_empty() || slot.relations.contains(&rating.relation)
}

/// How far down the list of a slot the rating's relation stands, at best.
fn fallback(ask: &AskReferences, rating: &Reference) -> usize {
    ask.slots
        .iter()
        .filter_map(|it| it.relations.iter().position(|relation| *relation == rating.relation))
        .min()
        .unwrap_or(usize::MAX)
}

fn endorsed(ask: &AskReferences, rating: &Reference) -> bool {
    rating.rater_standings.iter().any(|it| {
        ask.one_endorsed_as.contains(&it.category)
            && it.from <= rating.completed
            && it.to.is_none_or(|to| rating.completed <= to)
    })
}

/// Finds a slot for a rating, moving others to other slots where that helps (augmenting paths).
fn place(
    at: usize,
    slots: &[Slot],
    ratings: &[Reference],
    filled: &mut Vec<Option<usize>>,
    tried: &mut Vec<bool>,
) -> bool {
    let Some(rating) = ratings.get(at) else { return false };
    for (index, slot) in slots.iter().enumerate() {
        let seen = tried.get(index).copied().unwrap_or(true);
        if seen || !fits(slot, rating) {
            continue;
        }
        if let Some(tried) = tried.get_mut(index) {
            *tried = true;
        }
        let holder = filled.get(index).copied().flatten();
        let free = match holder {
            None => true,
            Some(other) => place(other, slots, ratings, filled, tried),
        };
        if free {
            if let Some(place) = filled.get_mut(index) {
                *place = Some(at);
            }
            return true;
        }
    }
    false
}
