//! The findings' rows.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A finding, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Finding {
    /// The assignment.
    pub assignment_id: Uuid,
    /// Which requirement.
    pub requirement: String,
    /// `agree`, `question`, `disagree`; `None` while only a comment was typed.
    pub verdict: Option<String>,
    /// What was said; may be empty.
    pub comment: String,
}

/// What a reviewer found.
pub(crate) async fn of(tx: &mut Tx, assignment: Uuid) -> Result<Vec<Finding>, Error> {
    tx.all(
        "select assignment_id, requirement, verdict, comment from review_findings
         where assignment_id = $1 order by requirement",
        (assignment,),
    )
    .await
}

/// What every reviewer found about an application: for the coordinator only.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_application(tx: &mut Tx, application: Uuid) -> Result<Vec<Finding>, Error> {
    tx.all(
        "select f.assignment_id, f.requirement, f.verdict, f.comment
         from review_findings f join review_assignments r on r.id = f.assignment_id
         where r.application_id = $1
         order by f.assignment_id, f.requirement",
        (application,),
    )
    .await
}

/// Keeps a finding, the newest wording of it, as long as the review is not done; false if it is.
pub(super) async fn keep(
    tx: &mut Tx,
    assignment: Uuid,
    requirement: &str,
    (verdict, comment): (Option<&str>, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    // Takes hold of the assignment, so that it cannot be done meanwhile.
    let open = tx
        .run(
            "update review_assignments set declared_at = declared_at
             where id = $1 and completed_at is null and withdrawn_at is null",
            (assignment,),
        )
        .await?;
    if open == 0 {
        return Ok(false);
    }
    tx.run(
        "insert into review_findings (assignment_id, requirement, verdict, comment, judged_at)
         values ($1, $2, $3, $4, $5)
         on conflict (assignment_id, requirement) do update
         set verdict = excluded.verdict, comment = excluded.comment,
             judged_at = excluded.judged_at",
        (assignment, requirement, verdict.map(str::to_owned), comment, now),
    )
    .await?;
    Ok(true)
}
