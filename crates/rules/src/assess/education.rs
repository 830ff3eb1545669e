//! Degrees: any one that qualifies, conferred by the day.

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::policy::AskEducation;

pub(super) fn find(ask: &AskEducation, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    for entry in &scene.locker.education {
        if entry.conferred.is_none_or(|day| day > scene.on) {
            tally.exclude(&entry.id, 1, Reason::AfterDate);
        } else if ask.degrees.contains(&entry.degree) {
            tally.count(&entry.id, 1);
        } else if ask.in_doubt.contains(&entry.degree) {
            tally.doubt(&entry.id, 1, Reason::WrongSubject);
        } else {
            tally.exclude(&entry.id, 1, Reason::WrongSubject);
        }
    }
    tally.against(Unit::Degrees, Some(1), |_| Step::Degree)
}
