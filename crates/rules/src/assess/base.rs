//! The endorsement that an add-on rides on, held on the day.

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::policy::AskBase;

pub(super) fn find(ask: &AskBase, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    for held in &scene.locker.endorsements {
        if held.from > scene.on {
            tally.exclude(&held.category, 1, Reason::AfterDate);
        } else if held.to.is_some_and(|to| to < scene.on) {
            tally.exclude(&held.category, 1, Reason::Expired);
        } else if ask.categories.contains(&held.category) {
            tally.count(&held.category, 1);
        } else {
            tally.exclude(&held.category, 1, Reason::WrongSubject);
        }
    }
    tally.against(Unit::Endorsements, Some(1), |_| Step::Hold)
}
