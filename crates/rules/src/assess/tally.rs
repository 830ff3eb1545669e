//! Adding up: what counted, what did not and why, and what that makes of a requirement.

use alloc::vec::Vec;

use crate::assessment::{Counted, Excluded, Reason, Status, Step, Unit};
use crate::locker::EntryId;

/// The answer to one requirement.
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) unit: Unit,
    pub(crate) required: Option<u64>,
    pub(crate) tally: Tally,
    pub(crate) step: Option<Step>,
}

/// What was added up so far.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) counted: u64,
    pub(crate) in_doubt: u64,
    pub(crate) counted_entries: Vec<Counted>,
    pub(crate) excluded_entries: Vec<Excluded>,
}

impl Tally {
    /// An empty one with room for so many entries.
    pub(crate) fn for_entries(entries: usize) -> Self {
        Self { counted_entries: Vec::with_capacity(entries), ..Self::default() }
    }

    /// Lists an entry as counted, without adding to the sum.
    pub(crate) fn list(&mut self, id: &EntryId, amount: u64) {
        self.counted_entries.push(Counted { id: id.clone(), amount });
    }

    /// Counts an entry.
    pub(crate) fn count(&mut self, id: &EntryId, amount: u64) {
        self.counted = self.counted.saturating_add(amount);
        self.list(id, amount);
    }

    /// Leaves an entry out.
    pub(crate) fn exclude(&mut self, id: &EntryId, amount: u64, reason: Reason) {
        let entry = Excluded { id: id.clone(), amount, reason, in_doubt: false };
        self.excluded_entries.push(entry);
    }

    /// Leaves an entry out that a person could let count, without adding to what is in doubt.
    pub(crate) fn list_doubt(&mut self, id: &EntryId, amount: u64, reason: Reason) {
        let entry = Excluded { id: id.clone(), amount, reason, in_doubt: true };
        self.excluded_entries.push(entry);
    }

    /// Leaves an entry out that a person could let count.
    pub(crate) fn doubt(&mut self, id: &EntryId, amount: u64, reason: Reason) {
        self.in_doubt = self.in_doubt.saturating_add(amount);
        self.list_doubt(id, amount, reason);
    }

    /// Compares with what is asked. A person is needed where no rule is known, and where what is in
    /// doubt could change the answer; nowhere else.
    pub(crate) fn against(
        self,
        unit: Unit,
        required: Option<u64>,
        more: impl FnOnce(u64) -> Step,
    ) -> Answer {
        self.against_either(unit, required, required, more)
    }

    /// As [`Tally::against`], where other figures would be asked if a person let the rest count.
    pub(crate) fn against_either(
        self,
        unit: Unit,
        required: Option<u64>,
        with_doubt: Option<u64>,
        more: impl FnOnce(u64) -> Step,
    ) -> Answer {
        let (status, step) = match required {
            None => (Status::NeedsPerson, Some(Step::AskAssociation)),
            Some(asked) if self.counted >= asked => (Status::Met, None),
            Some(asked) => {
                if self.counted.saturating_add(self.in_doubt) >= with_doubt.unwrap_or(asked) {
                    (Status::NeedsPerson, Some(Step::HaveLooked))
                } else {
                    (Status::Unmet, Some(more(asked.saturating_sub(self.counted))))
                }
            }
        };
        Answer { status, unit, required, tally: self, step }
    }
}
