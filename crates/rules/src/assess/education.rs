//! Degrees: any one that qualifies, conferred by the day, with the transcript asked.

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::locker::{Education, Transcript};
use crate::policy::{AskEducation, AskedTranscript};

pub(super) fn find(ask: &AskEducation, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    for entry in &scene.locker.education {
        if entry.conferred.is_none_or(|day| day > scene.on) {
            tally.exclude(&entry.id, 1, Reason::AfterDate);
        } else if ask.degrees.contains(&entry.degree) && has_transcript(ask, entry) {
            tally.count(&entry.id, 1);
        } else if ask.degrees.contains(&entry.degree) {
            tally.doubt(&entry.id, 1, Reason::Void);
        } else if ask.in_doubt.contains(&entry.degree) {
            tally.doubt(&entry.id, 1, Reason::WrongSubject);
        } else {
            tally.exclude(&entry.id, 1, Reason::WrongSubject);
        }
    }
    // Where no degree is known that qualifies, no rule is known.
    let asked = (!ask.degrees.is_empty()).then_some(1);
    tally.against(Unit::Degrees, asked, |_| Step::Degree)
}

/// Whether the transcript asked is there. An entry that says nothing of one is taken at its word: the
/// document is looked at by a person anyhow. One that says that there is none is not.
fn has_transcript(ask: &AskEducation, entry: &Education) -> bool {
    match (ask.transcript, entry.transcript) {
        (None, _) | (_, None | Some(Transcript::Official)) => true,
        (Some(AskedTranscript::Unofficial), Some(Transcript::Unofficial)) => true,
        (Some(_), Some(_)) => false,
    }
}
