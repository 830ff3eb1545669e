//! Trying a draft of rules on many lockers: how many would newly pass or fail, and never who.

use alloc::collections::BTreeMap;

use crate::assessment::{Assessment, Status};
use crate::policy::RequirementId;

/// So few that a number could tell who they are.
pub const FEW: u64 = 5;

/// Of fewer lockers than this nothing is told at all.
pub const LEAST: u64 = 10;

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

/// A number of people, as it may be shown. Whether it is nobody or a few is one answer, and so is
/// whether it is all or all but a few: what divides two answers is never a single person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// Nothing: so few lockers were looked at that any number would tell of their owners.
    NotTold,
    /// Fewer than [`FEW`], and perhaps nobody.
    Few,
    /// All but fewer than [`FEW`], and perhaps all.
    AllButFew,
    /// About so many: a multiple of [`FEW`], so that no difference of two numbers tells of one person.
    About(u64),
}

impl Moves {
    /// How the number of lockers looked at may be shown.
    #[must_use]
    pub fn looked_at(&self) -> Crowd {
        if self.lockers < LEAST { Crowd::NotTold } else { Crowd::About(rounded(self.lockers)) }
    }

    /// How a number of these lockers may be shown.
    #[must_use]
    pub fn crowd(&self, count: u64) -> Crowd {
        if self.lockers < LEAST {
            Crowd::NotTold
        } else if count < FEW {
            Crowd::Few
        } else if self.lockers.saturating_sub(count) < FEW {
            Crowd::AllButFew
        } else {
            Crowd::About(rounded(count))
        }
    }

    /// The requirements of which there is something to tell: a line that is there only if somebody
    /// moved would tell of that one.
    pub fn told(&self) -> impl Iterator<Item = (RequirementId, Crowd, Crowd)> {
        let both = self.by_requirement.iter().map(|(id, moved)| {
            (*id, self.crowd(moved.newly_unmet), self.crowd(moved.no_longer_unmet))
        });
        let is_told = |it: &Crowd| !matches!(it, Crowd::NotTold | Crowd::Few);
        both.filter(move |(_, unmet, met)| is_told(unmet) || is_told(met))
    }
}

fn rounded(count: u64) -> u64 {
    count.saturating_add(FEW / 2) / FEW * FEW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lockers: u64) -> Moves {
        Moves { lockers, ..Moves::default() }
    }

    #[test]
    fn nobody_and_somebody_are_one_answer() {
        for all in [LEAST, 50, 1002] {
            for count in 0..FEW {
                assert_eq!(of(all).crowd(count), Crowd::Few);
                assert_eq!(of(all).crowd(all - count), Crowd::AllButFew);
            }
        }
        assert_eq!(of(1002).crowd(7), Crowd::About(5));
        assert_eq!(of(1002).crowd(8), Crowd::About(10));
        assert_eq!(of(1002).looked_at(), Crowd::About(1000));
        assert_eq!(of(LEAST).looked_at(), Crowd::About(LEAST));
    }

    #[test]
    fn of_few_lockers_nothing_is_told() {
        let few = of(LEAST - 1);

        assert_eq!(few.looked_at(), Crowd::NotTold);
        for count in 0..LEAST {
            assert_eq!(few.crowd(count), Crowd::NotTold);
        }
    }

    #[test]
    fn a_requirement_that_moved_few_is_not_there() {
        let moved = |newly_unmet| {
            let moved = Moved { newly_unmet, no_longer_unmet: 0 };
            let by_requirement = BTreeMap::from([(RequirementId::TrainingTotal, moved)]);
            Moves { by_requirement, ..of(20) }.told().count()
        };

        assert_eq!((moved(4), moved(5)), (0, 1));
    }
}
