//! The findings' rows.

use db::{Error, Time, Tx};
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
    /// What was said to the coordinator; may be empty.
    pub comment: String,
    /// What the applicant is asked, in words meant for them; may be empty.
    pub question: String,
}

/// What a reviewer found.
pub(crate) async fn of(tx: &mut Tx, assignment: Uuid) -> Result<Vec<Finding>, Error> {
    tx.all(
        "select assignment_id, requirement, verdict, comment, coalesce(question, '') as question
         from review_findings
         where assignment_id = $1 order by requirement",
        (assignment,),
    )
    .await
}

/// An earlier review of the same file by the same reviewer.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Earlier {
    pub id: Uuid,
    pub submission_id: Uuid,
    pub completed_at: Time,
}

/// The last review that a reviewer finished of an application, of an earlier submission.
pub(super) async fn earlier(
    tx: &mut Tx,
    association: &str,
    reviewer: Uuid,
    (application, submission): (Uuid, Uuid),
) -> Result<Option<Earlier>, Error> {
    tx.maybe(
        "select id, submission_id, completed_at from review_assignments
         where association_id = $1 and reviewer_id = $2 and application_id = $3
           and submission_id <> $4 and completed_at is not null and withdrawn_at is null
         order by completed_at desc, id desc limit 1",
        (association, reviewer, application, submission),
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
        "select f.assignment_id, f.requirement, f.verdict, f.comment,
             coalesce(f.question, '') as question
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
    (verdict, comment, question): (Option<&str>, &str, &str),
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
        "insert into review_findings (assignment_id, requirement, verdict, comment, question,
             judged_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (assignment_id, requirement) do update
         set verdict = excluded.verdict, comment = excluded.comment,
             question = excluded.question, judged_at = excluded.judged_at",
        (assignment, requirement, verdict.map(str::to_owned), comment, question, now),
    )
    .await?;
    Ok(true)
}
