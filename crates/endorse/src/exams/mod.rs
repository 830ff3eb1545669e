//! Exam results, recorded by hand until the exam itself is held here.

mod rows;

use axum::Router;
use db::Tx;
use rules::locker::ExamResult;
use uuid::Uuid;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
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
