//! Practice leadership: years of one track or of any, counted in days over the union of the entries.

use super::Scene;
use super::days::{Amount, Days, cut};
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::policy::AskLeadership;

pub(super) fn find(ask: &AskLeadership, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    let mut days = Days::new(scene.on, 0);
    for entry in &scene.locker.leadership {
        let part = cut(entry.from, entry.to, scene.on);
        if ask.track.is_some_and(|track| track != entry.track) {
            tally.exclude(&entry.id, part.days() + part.later, Reason::WrongTrack);
            continue;
        }
        if let Some(stretch) = part.stretch {
            tally.list(&entry.id, stretch.days());
            days.sure.push(stretch);
        }
        if part.later > 0 || part.stretch.is_none() {
            tally.exclude(&entry.id, part.later, Reason::AfterDate);
        }
    }
    let counted = days.count(false);
    tally.counted = counted.sure;
    let required = ask.years.map(|it| counted.required(Amount::Years(it)));
    tally.against(Unit::Days, required, Step::DaysMore)
}
