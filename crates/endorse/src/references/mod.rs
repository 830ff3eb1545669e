//! References: three ratings by people who know the applicant's work, confidential.

mod rows;

use axum::Router;
use db::Tx;
use jiff::tz::TimeZone;
use rules::locker::{Reference, Standing};
use uuid::Uuid;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}

/// An application's ratings, as the rules want them: who in which relation, when, how many answers
/// were missing; nothing of what was said.
///
/// # Errors
///
/// When the database refuses or a row is damaged.
pub async fn evidence(
    tx: &mut Tx,
    application: Uuid,
    zone: &TimeZone,
) -> anyhow::Result<Vec<Reference>> {
    let mut references = Vec::new();
    for row in rows::submitted(tx, application).await? {
        let standing = row.rater_category.zip(row.rater_category_from);
        references.push(Reference {
            id: row.id.to_string().into(),
            relation: serde_json::from_value(row.relation.into())?,
            completed: row.submitted_at.0.to_zoned(zone.clone()).date(),
            not_enough_information: u32::try_from(row.not_enough_information)?,
            rater_standings: standing
                .map(|(category, from)| Standing {
                    category: category.into(),
                    from: from.0,
                    to: None,
                })
                .into_iter()
                .collect(),
        });
    }
    Ok(references)
}

/// A rating that has come in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Rating {
    /// The request.
    pub id: Uuid,
    /// The relation, as a word.
    pub relation: String,
    /// Who was asked.
    pub rater_name: String,
    /// What was said.
    pub comment: String,
}

/// Every rating of an application that has come in.
///
/// # Errors
///
/// When the database refuses.
pub async fn contents(tx: &mut Tx, application: Uuid) -> anyhow::Result<Vec<Rating>> {
    Ok(rows::contents(tx, application).await?)
}

/// How a reference stands.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The request.
    pub id: Uuid,
    /// The relation, as a word.
    pub relation: String,
    /// Who was asked.
    pub rater_name: String,
    /// `asked`, `bounced`, `started`, `submitted`, `void` or `declined`.
    pub state: &'static str,
    /// Since when.
    pub since: jiff::Timestamp,
}

/// Everybody who is asked for an application.
///
/// # Errors
///
/// When the database refuses.
pub async fn progress(_tx: &mut Tx, _application: Uuid) -> Result<Vec<Progress>, db::Error> {
    Ok(Vec::new())
}
