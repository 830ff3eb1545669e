//! The exam results' rows.

use db::{Day, Error, Tx};
use jiff::civil::Date;
use uuid::Uuid;

use crate::audit::Act;

/// A result.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub series: String,
    pub part: i64,
    pub percent: Option<i64>,
    pub passed: bool,
    pub taken_on: Day,
}

pub(super) async fn of(tx: &mut Tx, association: &str, person: Uuid) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select series, part, percent, passed, taken_on from exam_results
         where association_id = $1 and person_id = $2
         order by taken_on, part, id",
        (association, person),
    )
    .await
}

/// A new result.
#[derive(Clone, Debug)]
pub struct NewResult<'a> {
    /// For which application.
    pub application: Uuid,
    /// Whose.
    pub person: Uuid,
    /// Which exam: `imh` or `ecmh`.
    pub series: &'a str,
    /// Part 1 or 2.
    pub part: i64,
    /// Percent right, where it is known.
    pub percent: Option<i64>,
    /// Whether the part was passed.
    pub passed: bool,
    /// The day of the exam.
    pub taken_on: Date,
}

/// Keeps a result; says whether it was not there yet.
pub(super) async fn add(
    tx: &mut Tx,
    act: Act<'_>,
    id: Uuid,
    new: &NewResult<'_>,
) -> Result<bool, Error> {
    let kept = tx
        .run(
            "insert into exam_results (id, association_id, application_id, person_id, series, part,
             percent, passed, taken_on, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict do nothing",
            (
                id,
                act.association,
                new.application,
                new.person,
                new.series,
                new.part,
                new.percent,
                new.passed,
                new.taken_on,
                act.at,
                act.person,
            ),
        )
        .await?;
    Ok(kept == 1)
}

/// A result, as the coordinator sees it on the file.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OnFile {
    /// Part 1 or 2.
    pub part: i64,
    /// Percent right, where it is known.
    pub percent: Option<i64>,
    /// Whether the part was passed.
    pub passed: bool,
    /// The day of the exam.
    pub taken_on: Day,
}

/// The results recorded for an application, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_application(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<OnFile>, Error> {
    tx.all(
        "select part, percent, passed, taken_on from exam_results
         where association_id = $1 and application_id = $2
         order by taken_on desc, recorded_at desc, id desc",
        (association, application),
    )
    .await
}
