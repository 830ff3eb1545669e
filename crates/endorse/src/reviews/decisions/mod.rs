//! What the association decided about an application, each time, and what it saw when it did.

mod rows;

use db::Tx;
use uuid::Uuid;

use crate::audit::{self, Actor};
use crate::error::Error;

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
    /// Why against the rules, if it is.
    pub override_reason: Option<&'a str>,
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
