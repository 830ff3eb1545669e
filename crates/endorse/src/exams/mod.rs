//! Exam results, recorded by hand until the exam itself is held here.

mod rows;

use db::Tx;
use rules::locker::ExamResult;
use uuid::Uuid;

use crate::audit::{self, Actor};
use crate::routing::Routes;

pub use rows::{NewResult, OnFile, of_application};

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
}

/// A person's exam results, as the rules want them.
///
/// # Errors
///
/// When the database refuses or a row is damaged.
pub async fn evidence(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> anyhow::Result<Vec<ExamResult>> {
    let mut results = Vec::new();
    for row in rows::of(tx, association, person).await? {
        results.push(ExamResult {
            series: serde_json::from_value(row.series.into())?,
            part: u8::try_from(row.part)?,
            percent: row.percent.map(u8::try_from).transpose()?,
            passed: row.passed,
            on: row.taken_on.0,
        });
    }
    Ok(results)
}

/// Keeps a result that the coordinator has from the graders. Sent twice it is one.
///
/// # Errors
///
/// When the database refuses.
pub async fn record(tx: &mut Tx, who: &impl Actor, new: &NewResult<'_>) -> Result<(), db::Error> {
    let id = Uuid::now_v7();
    if !rows::add(tx, who.actor(), id, new).await? {
        return Ok(());
    }
    let detail = format!("{} {}", new.part, if new.passed { "passed" } else { "not passed" });
    let about = ("exam-result", id);
    audit::record_about(tx, who, "recorded", about, new.application, Some(&detail)).await
}
