//! Agreements: signed by the day.

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::policy::AskAgreement;

pub(super) fn find(ask: &AskAgreement, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    for signature in scene.locker.signatures.iter().filter(|it| it.agreement == ask.agreement) {
        if signature.signed > scene.on {
            tally.exclude(&signature.agreement, 1, Reason::AfterDate);
        } else if scene.since.is_some_and(|since| signature.signed < since) {
            tally.exclude(&signature.agreement, 1, Reason::BeforeWindow);
        } else {
            tally.count(&signature.agreement, 1);
        }
    }
    tally.against(Unit::Signatures, Some(1), |_| Step::Sign(ask.agreement.clone()))
}
