//! The assignments' rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use crate::audit::Act;

/// An assignment, as its reviewer has it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Assignment {
    /// The assignment.
    pub id: Uuid,
    /// The association.
    pub association_id: String,
    /// The application.
    pub application_id: Uuid,
    /// The applicant; not to be shown before the declaration.
    pub person_id: Uuid,
    /// What is to be judged.
    pub submission_id: Uuid,
    /// The application's number.
    pub number: String,
    /// The category's id.
    pub category: String,
    /// The version of the rules that it is pinned to.
    pub policy_version: String,
    /// Since when.
    pub assigned_at: Time,
    /// When the reviewer declared to have no conflict.
    pub declared_at: Option<Time>,
    /// When it was done.
    pub completed_at: Option<Time>,
    /// When it ended without being done.
    pub withdrawn_at: Option<Time>,
    /// When a decision about the file ended it.
    pub decided_at: Option<Time>,
    /// When the reviewer declared a conflict of interest.
    pub conflict_at: Option<Time>,
    /// What the reviewer recommends.
    pub recommendation: Option<String>,
    /// What the reviewer says about the whole.
    pub summary: Option<String>,
}

/// A reviewer's assignments, the longest waiting first.
pub(crate) async fn mine(
    tx: &mut Tx,
    association: &str,
    reviewer: Uuid,
) -> Result<Vec<Assignment>, Error> {
    tx.all(
        "select r.id, r.association_id, r.application_id, a.person_id, r.submission_id, a.number, a.category,
             a.policy_version, r.assigned_at, r.declared_at, r.completed_at, r.withdrawn_at,
             r.decided_at, r.conflict_at, r.recommendation, r.summary
         from review_assignments r join applications a on a.id = r.application_id
         where r.association_id = $1 and r.reviewer_id = $2
           and (r.withdrawn_at is null or r.decided_at is not null)
         order by r.assigned_at, r.id",
        (association, reviewer),
    )
    .await
}

pub(super) async fn one_of_mine(
    tx: &mut Tx,
    association: &str,
    reviewer: Uuid,
    id: Uuid,
) -> Result<Option<Assignment>, Error> {
    tx.maybe(
        "select r.id, r.association_id, r.application_id, a.person_id, r.submission_id, a.number, a.category,
             a.policy_version, r.assigned_at, r.declared_at, r.completed_at, r.withdrawn_at,
             r.decided_at, r.conflict_at, r.recommendation, r.summary
         from review_assignments r join applications a on a.id = r.application_id
         where r.id = $3 and r.association_id = $1 and r.reviewer_id = $2",
        (association, reviewer, id),
    )
    .await
}

/// Adds an assignment, unless that reviewer has the submission already.
pub(super) async fn add(
    tx: &mut Tx,
    act: Act<'_>,
    (id, application, submission, reviewer): (Uuid, Uuid, Uuid, Uuid),
) -> Result<bool, Error> {
    let added = tx
        .run(
            "insert into review_assignments (id, association_id, application_id, submission_id,
                 reviewer_id, assigned_at, assigned_by)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict do nothing",
            (id, act.association, application, submission, reviewer, act.at, act.person),
        )
        .await?;
    Ok(added == 1)
}

/// Takes one back; false if it is done, or gone.
pub(super) async fn withdraw(
    tx: &mut Tx,
    application: Uuid,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update review_assignments set withdrawn_at = $3
             where id = $2 and application_id = $1 and completed_at is null
               and withdrawn_at is null",
            (application, id, now),
        )
        .await?;
    Ok(done == 1)
}

/// A review that a decision ends.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Open {
    pub id: Uuid,
    pub reviewer_id: Uuid,
}

/// Ends whatever is not done about an application, with the decision; says what it was.
pub(super) async fn end_open(
    tx: &mut Tx,
    application: Uuid,
    now: Timestamp,
) -> Result<Vec<Open>, Error> {
    tx.all(
        "update review_assignments set withdrawn_at = $2, decided_at = $2
         where application_id = $1 and completed_at is null and withdrawn_at is null
         returning id, reviewer_id",
        (application, now),
    )
    .await
}

pub(crate) async fn declare(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    let done = tx
        .run(
            "update review_assignments set declared_at = $2
             where id = $1 and declared_at is null and withdrawn_at is null",
            (id, now),
        )
        .await?;
    Ok(done == 1)
}

/// Marks one as done; false if it was, or if it was taken back.
pub(super) async fn complete(
    tx: &mut Tx,
    id: Uuid,
    recommendation: &str,
    summary: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update review_assignments set completed_at = $4, recommendation = $2, summary = $3
             where id = $1 and completed_at is null and withdrawn_at is null",
            (id, recommendation, summary, now),
        )
        .await?;
    Ok(done == 1)
}

/// Writes down that a reviewer declared a conflict of interest: they never get this file again.
pub(crate) async fn note_conflict(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run("update review_assignments set conflict_at = $2 where id = $1", (id, now)).await?;
    Ok(())
}

/// An assignment, as the coordinator sees it on the file.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OnFile {
    /// The assignment.
    pub id: Uuid,
    /// What is judged.
    pub submission_id: Uuid,
    /// The reviewer.
    pub reviewer_id: Uuid,
    /// The reviewer's name.
    pub reviewer_name: String,
    /// When the reviewer declared to have no conflict.
    pub declared_at: Option<Time>,
    /// When it was done.
    pub completed_at: Option<Time>,
    /// When the reviewer declared a conflict of interest.
    pub conflict_at: Option<Time>,
    /// When it was taken back, or ended by a decision.
    pub withdrawn_at: Option<Time>,
    /// When a decision about the file ended it.
    pub decided_at: Option<Time>,
    /// What the reviewer recommends.
    pub recommendation: Option<String>,
    /// What the reviewer says about the whole.
    pub summary: Option<String>,
}

/// Every assignment of an application, oldest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of(tx: &mut Tx, association: &str, application: Uuid) -> Result<Vec<OnFile>, Error> {
    tx.all(
        "select r.id, r.submission_id, r.reviewer_id, p.name as reviewer_name, r.declared_at,
             r.conflict_at, r.completed_at, r.withdrawn_at, r.decided_at, r.recommendation, r.summary
         from review_assignments r join people p on p.id = r.reviewer_id
         where r.association_id = $1 and r.application_id = $2
         order by r.assigned_at, r.id",
        (association, application),
    )
    .await
}
