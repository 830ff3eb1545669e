//! Trying a draft of rules on many lockers: how many would newly pass or fail, and never who.

use alloc::collections::BTreeMap;

use crate::assessment::{Assessment, Status};
use crate::policy::RequirementId;

/// So few that a number could tell who they are.
pub const FEW: u64 = 5;

/// How many lockers moved which way. A locker passes if nothing that is asked is unmet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Lockers looked at.
    pub lockers: u64,
    /// Pass now and would pass.
    pub still_pass: u64,
    /// Do not pass now and would not.
    pub still_fail: u64,
    /// Would pass and do not now.
    pub newly_pass: u64,
    /// Pass now and would not.
    pub newly_fail: u64,
    /// By requirement: met now and would not be, and the other way round.
    pub by_requirement: BTreeMap<RequirementId, Moved>,
}

/// How many lockers a requirement moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Would newly be unmet.
    pub newly_unmet: u64,
    /// Would newly be no longer unmet.
    pub no_longer_unmet: u64,
}

impl Moves {
    /// Adds a locker: what the rules in force say of it, if there are any, and what the draft says.
    pub fn add(&mut self, now: Option<&Assessment>, draft: &Assessment) {
        let passes = |it: &Assessment| it.status() != Status::Unmet;
        self.lockers = self.lockers.saturating_add(1);
        let cell = match (now.is_some_and(passes), passes(draft)) {
            (true, true) => &mut self.still_pass,
            (false, false) => &mut self.still_fail,
            (false, true) => &mut self.newly_pass,
            (true, false) => &mut self.newly_fail,
        };
        *cell = cell.saturating_add(1);
        let is_unmet =
            |of: &Assessment, id| of.of_stage().any(|it| it.id == id && it.status == Status::Unmet);
        for id in RequirementId::ALL {
            let moved = match (now.is_some_and(|it| is_unmet(it, id)), is_unmet(draft, id)) {
                (false, true) => Moved { newly_unmet: 1, no_longer_unmet: 0 },
                (true, false) => Moved { newly_unmet: 0, no_longer_unmet: 1 },
                _ => continue,
            };
            let sum = self.by_requirement.entry(id).or_default();
            sum.newly_unmet = sum.newly_unmet.saturating_add(moved.newly_unmet);
            sum.no_longer_unmet = sum.no_longer_unmet.saturating_add(moved.no_longer_unmet);
        }
    }
}

/// A number of people, as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// Nobody.
    Nobody,
    /// Somebody, but fewer than [`FEW`].
    Few,
    /// About so many: a multiple of [`FEW`], so that no difference of two numbers tells of one person.
    About(u64),
}

/// How a number of people may be shown.
#[must_use]
pub fn crowd(count: u64) -> Crowd {
    match count {
        0 => Crowd::Nobody,
        1..FEW => Crowd::Few,
        more => Crowd::About(more.saturating_add(FEW / 2) / FEW * FEW),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_are_not_told() {
        let shown: alloc::vec::Vec<Crowd> = [0, 1, 4, 5, 7, 8, 1002].map(crowd).to_vec();
        let about = Crowd::About;
        assert_eq!(
            shown,
            [Crowd::Nobody, Crowd::Few, Crowd::Few, about(5), about(5), about(10), about(1000)]
        );
    }
}
