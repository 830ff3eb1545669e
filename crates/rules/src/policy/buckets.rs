//! Buckets of training: a subject's minutes lie within the total or are asked beside the others, and
//! a version says which.

use super::{Ask, AskTraining, Bucket, Requirement, RequirementId};

/// What is wrong with the buckets of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BucketProblem {
    /// A subject stands beside a total and does not say whether it lies within it.
    Unsaid(RequirementId),
    /// A total of its own says that it is a bucket of a total.
    TotalInABucket(RequirementId),
    /// Subjects asked beside each other do not add up to the total.
    NoSum {
        /// Minutes of the subjects.
        subjects: u32,
        /// Minutes of the total.
        total: u32,
    },
    /// What lies within the total is more than the total.
    NoRoom {
        /// Minutes of the subjects within.
        subjects: u32,
        /// Minutes of the total.
        total: u32,
    },
    /// Some subjects lie within the total, and others are asked beside.
    Mixed(RequirementId),
}

/// Looks whether minutes could count twice without a version saying so.
///
/// Figures that are not known are not added up.
///
/// # Errors
///
/// The first problem.
pub fn bucket_problem<'a>(
    requirements: impl Iterator<Item = &'a Requirement> + Clone,
) -> Result<(), BucketProblem> {
    let asks = requirements.filter_map(|it| match &it.ask {
        Ask::Training(ask) => Some((it.id, ask)),
        _ => None,
    });
    let mut totals = asks.clone().filter(|(_, ask)| ask.subject.is_none());
    if let Some((id, _)) = totals.clone().find(|(_, ask)| ask.bucket.is_some()) {
        return Err(BucketProblem::TotalInABucket(id));
    }
    let Some((_, total)) = totals.next() else { return Ok(()) };
    let subjects = asks.filter(|(_, ask)| ask.subject.is_some());
    let mut kind = None;
    for (id, ask) in subjects.clone() {
        match (ask.bucket, kind) {
            (None, _) => return Err(BucketProblem::Unsaid(id)),
            (Some(one), Some(other)) if one != other => return Err(BucketProblem::Mixed(id)),
            (Some(one), _) => kind = Some(one),
        }
    }
    let sum = |of: &AskTraining| of.minutes;
    let known: Option<u32> = subjects
        .map(|(_, ask)| sum(ask))
        .try_fold(0_u32, |all, it| it.map(|it| all.saturating_add(it)));
    match (kind, known, total.minutes) {
        (Some(Bucket::Additional), Some(subjects), Some(total)) if subjects != total => {
            Err(BucketProblem::NoSum { subjects, total })
        }
        (Some(Bucket::WithinTotal), Some(subjects), Some(total)) if subjects > total => {
            Err(BucketProblem::NoRoom { subjects, total })
        }
        _ => Ok(()),
    }
}
