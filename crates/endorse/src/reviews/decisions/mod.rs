//! What the association decided about an application, each time, and what it saw when it did.

mod rows;

use db::Tx;
use jiff::civil::Date;
use rules::Assessment;
use rules::locker::ExamResult;
use uuid::Uuid;

use crate::audit::{self, Actor};
use crate::error::Error;
use crate::replay;

pub use rows::of;

/// A decision that is about to be made.
#[derive(Clone, Debug)]
pub struct NewDecision<'a> {
    /// About which application.
    pub application: Uuid,
    /// About which submission of it.
    pub submission: Uuid,
    /// `more-information`, `deferred`, `approved-for-exam` or `endorsed`.
    pub outcome: &'a str,
    /// What the applicant is told.
    pub letter: &'a str,
    /// By which rules.
    pub policy_version: &'a str,
    /// The hash of the locker that was looked at.
    pub locker_sha256: &'a str,
    /// The hash of what the rules said about it.
    pub assessment_sha256: &'a str,
    /// The digest of the rules as they are kept; `None` where they were not.
    pub policy_sha256: Option<&'a str>,
    /// What came after submission and was looked at, for an endorsement.
    pub later: Option<&'a Later>,
    /// Why against the rules, if it is.
    pub override_reason: Option<&'a str>,
}

/// What came after submission, frozen for an endorsement.
#[derive(Clone, Debug)]
pub struct Later {
    on: Date,
    exam: String,
    assessment: String,
    sha256: String,
}

impl Later {
    /// Freezes exam results and what the rules said with them.
    ///
    /// # Errors
    ///
    /// When they cannot be written down.
    pub fn freeze(exam: &[ExamResult], said: &Assessment) -> anyhow::Result<Self> {
        let (exam, assessment) = (serde_json::to_string(exam)?, serde_json::to_string(said)?);
        let sha256 = replay::later_digest(&exam, &assessment);
        Ok(Self { on: said.on, exam, assessment, sha256 })
    }
}

/// Keeps a decision, and writes it down with the reason of an override.
///
/// # Errors
///
/// When the database refuses.
pub async fn add(tx: &mut Tx, who: &impl Actor, new: &NewDecision<'_>) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    rows::add(tx, who.actor(), id, new).await?;
    let verb = format!("decided-{}", new.outcome);
    let about = ("decision", id);
    let reason = new.override_reason;
    audit::record_about(tx, who, &verb, about, new.application, reason).await?;
    Ok(id)
}
