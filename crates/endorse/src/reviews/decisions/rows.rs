//! The decisions' rows.

use db::{Error, Time, Tx};
use uuid::Uuid;

use super::NewDecision;
use crate::audit::Act;

/// A decision, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Decision {
    /// `more-information`, `deferred`, `approved-for-exam` or `endorsed`.
    pub outcome: String,
    /// What the applicant was told.
    pub letter: String,
    /// When.
    pub decided_at: Time,
    /// By whom.
    pub decided_by_name: String,
}

/// What was decided about an application, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of(tx: &mut Tx, application: Uuid) -> Result<Vec<Decision>, Error> {
    tx.all(
        "select d.outcome, d.letter, d.decided_at, p.name as decided_by_name
         from decisions d join people p on p.id = d.decided_by
         where d.application_id = $1
         order by d.decided_at desc, d.id desc",
        (application,),
    )
    .await
}

pub(super) async fn add(
    tx: &mut Tx,
    act: Act<'_>,
    id: Uuid,
    new: &NewDecision<'_>,
) -> Result<(), Error> {
    tx.run(
        "insert into decisions (id, association_id, application_id, submission_id, outcome, letter,
             policy_version, locker_sha256, assessment_sha256, decided_at, decided_by, policy_sha256,
             engine, later_on, later_exam, later_assessment, later_sha256)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        (
            id,
            act.association,
            new.application,
            new.submission,
            new.outcome,
            new.letter,
            new.policy_version,
            new.locker_sha256,
            new.assessment_sha256,
            act.at,
            act.person,
            new.policy_sha256,
            i64::from(rules::ENGINE),
            new.later.map(|it| it.on),
            new.later.map(|it| it.exam.clone()),
            new.later.map(|it| it.assessment.clone()),
            new.later.map(|it| it.sha256.clone()),
        ),
    )
    .await?;
    Ok(())
}
