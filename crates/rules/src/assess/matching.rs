//! Matching: who gets which place, so that as many places as can be are taken, at the least cost.

use alloc::vec;
use alloc::vec::Vec;

/// What a place costs; less is better, and it may be less than nothing.
pub(super) type Cost = i64;

/// Gives each slot at most one of the people and each person at most one slot: of all the ways to
/// fill as many slots as possible, one that costs least. `price` is `None` where a person does not
/// fit. The people who come first win where it makes no difference.
///
/// The way of shortest augmenting paths: each round seats one more person, moving others about if
/// that is cheapest, so that after each round nothing cheaper seats as many.
pub(super) fn match_up(
    people: usize,
    slots: usize,
    price: impl Fn(usize, usize) -> Option<Cost>,
) -> Vec<Option<usize>> {
    let mut filled: Vec<Option<usize>> = vec![None; slots];
    while let Some(end) = cheapest_way(people, &filled, &price) {
        end.walk(&mut filled);
    }
    filled
}

/// How a slot is reached: by whom, and which slot that one leaves for it.
#[derive(Clone, Copy)]
struct Move {
    cost: Cost,
    person: usize,
    leaves: Option<usize>,
}

/// Moves that end in an empty slot.
struct Way {
    moves: Vec<Option<Move>>,
    empty: usize,
}

impl Way {
    fn walk(&self, filled: &mut [Option<usize>]) {
        let mut slot = Some(self.empty);
        // No more moves than slots, whatever they say.
        for _ in 0..self.moves.len() {
            let Some(at) = slot else { return };
            let Some(Some(step)) = self.moves.get(at) else { return };
            if let Some(place) = filled.get_mut(at) {
                *place = Some(step.person);
            }
            slot = step.leaves;
        }
    }
}

fn cheapest_way(
    people: usize,
    filled: &[Option<usize>],
    price: impl Fn(usize, usize) -> Option<Cost>,
) -> Option<Way> {
    let slots = filled.len();
    let mut moves: Vec<Option<Move>> = vec![None; slots];
    let seated = |person: usize| filled.contains(&Some(person));
    for person in (0..people).filter(|it| !seated(*it)) {
        for (slot, best) in moves.iter_mut().enumerate() {
            let cost = price(person, slot);
            improve(best, cost.map(|cost| Move { cost, person, leaves: None }));
        }
    }
    // Whoever is pushed out goes on to another slot. A cheapest way passes each slot once.
    for _ in 1..slots {
        let mut is_better = false;
        for (from, holder) in filled.iter().enumerate() {
            let Some(person) = *holder else { continue };
            let (Some(Some(so_far)), Some(freed)) = (moves.get(from).copied(), price(person, from))
            else {
                continue;
            };
            for (slot, best) in moves.iter_mut().enumerate().filter(|(slot, _)| *slot != from) {
                let cost = price(person, slot).map(|cost| so_far.cost - freed + cost);
                let step = cost.map(|cost| Move { cost, person, leaves: Some(from) });
                is_better |= improve(best, step);
            }
        }
        if !is_better {
            break;
        }
    }
    let empty = filled.iter().enumerate().filter(|(_, holder)| holder.is_none());
    let reached = empty.filter_map(|(slot, _)| {
        let cost = moves.get(slot).copied().flatten()?.cost;
        Some((cost, slot))
    });
    let (_, empty) = reached.min()?;
    Some(Way { moves, empty })
}

fn improve(best: &mut Option<Move>, step: Option<Move>) -> bool {
    let Some(step) = step else { return false };
    let is_better = best.is_none_or(|best| step.cost < best.cost);
    if is_better {
        *best = Some(step);
    }
    is_better
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every way to fill the slots, by trial: the most seats, and then the least cost.
    fn by_trial(prices: &[Vec<Option<Cost>>], slot: usize, taken: u32) -> (usize, Cost) {
        if prices.first().is_none_or(|it| slot >= it.len()) {
            return (0, 0);
        }
        let mut best = by_trial(prices, slot + 1, taken);
        for (person, costs) in prices.iter().enumerate() {
            if taken & (1 << person) == 0
                && let Some(cost) = costs[slot]
            {
                let (seats, rest) = by_trial(prices, slot + 1, taken | (1 << person));
                if (seats + 1, -(rest + cost)) > (best.0, -best.1) {
                    best = (seats + 1, rest + cost);
                }
            }
        }
        best
    }

    proptest! {
        /// Nothing that could be tried seats more people, or as many for less.
        #[test]
        fn no_other_way_is_better(
            prices in (1_usize..5).prop_flat_map(|slots| prop::collection::vec(
                prop::collection::vec(prop::option::of(-3_i64..6), slots), 0..6,
            )),
        ) {
            let slots = prices.first().map_or(0, Vec::len);
            let filled = match_up(prices.len(), slots, |it, slot| prices[it][slot]);

            let mut seen: Vec<usize> = filled.iter().flatten().copied().collect();
            let seats = seen.len();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), seats, "nobody sits twice");
            let pairs = filled.iter().enumerate();
            let cost = pairs.filter_map(|(slot, it)| it.map(|it| prices[it][slot].unwrap())).sum();
            prop_assert_eq!((seats, cost), by_trial(&prices, 0, 0));
        }
    }
}
