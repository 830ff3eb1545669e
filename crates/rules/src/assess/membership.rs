//! Membership of an infant mental health association, running on the day.

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::policy::AskMembership;

pub(super) fn find(ask: &AskMembership, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    for membership in &scene.locker.memberships {
        if membership.from > scene.on {
            tally.exclude(&membership.association, 1, Reason::AfterDate);
        } else if membership.to.is_some_and(|to| to < scene.on) {
            tally.exclude(&membership.association, 1, Reason::Expired);
        } else if ask.own.as_ref().is_some_and(|own| *own != membership.association) {
            tally.exclude(&membership.association, 1, Reason::WrongSubject);
        } else {
            tally.count(&membership.association, 1);
        }
    }
    tally.against(Unit::Memberships, Some(1), |_| Step::Join)
}
