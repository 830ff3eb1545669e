//! Practice leadership: years of one track, counted in days over the union of the entries.

use alloc::vec::Vec;

use super::Scene;
use super::tally::{Answer, Tally};
use super::work::{against_years, cut};
use crate::assessment::Reason;
use crate::policy::AskLeadership;

pub(super) fn find(ask: &AskLeadership, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    let mut sure = Vec::new();
    for entry in &scene.locker.leadership {
        let part = cut(entry.from, entry.to, scene.on);
        if ask.track.is_some_and(|track| track != entry.track) {
            tally.exclude(&entry.id, part.days() + part.later, Reason::WrongTrack);
            continue;
        }
        if let Some(stretch) = part.stretch {
            tally.list(&entry.id, stretch.days());
            sure.push(stretch);
        }
        if part.later > 0 || part.stretch.is_none() {
            tally.exclude(&entry.id, part.later, Reason::AfterDate);
        }
    }
    against_years(tally, ask.years, scene.on, sure, Vec::new(), &[], 0)
}
