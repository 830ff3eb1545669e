//! The written exam: every part passed, as its graders recorded it.

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Step, Unit};
use crate::locker::{ExamResult, Series};
use crate::policy::AskExam;

pub(super) fn find(ask: &AskExam, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::default();
    let mut missing: Vec<u8> = ask.parts.clone();
    for result in &scene.locker.exam_results {
        let id = name(result);
        if result.series != ask.series || !ask.parts.contains(&result.part) {
            tally.exclude(&id, 1, Reason::WrongSubject);
        } else if result.on > scene.on {
            tally.exclude(&id, 1, Reason::AfterDate);
        } else if !result.passed {
            tally.exclude(&id, 1, Reason::Void);
        } else if missing.contains(&result.part) {
            missing.retain(|part| *part != result.part);
            tally.count(&id, 1);
        } else {
            tally.exclude(&id, 1, Reason::SlotTaken);
        }
    }
    let asked = u64::try_from(ask.parts.len()).unwrap_or(u64::MAX);
    tally.against(Unit::Parts, Some(asked), |_| Step::Pass(missing))
}

fn name(result: &ExamResult) -> Arc<str> {
    let series = match result.series {
        Series::Imh => "imh",
        Series::Ecmh => "ecmh",
    };
    Arc::from(format!("{series}-part-{}", result.part))
}
