//! References: three ratings by people who know the applicant's work, confidential.

mod rows;

use axum::Router;
use db::Tx;
use jiff::tz::TimeZone;
use rules::locker::{Reference, Standing};
use uuid::Uuid;

use crate::app::App;

/// How a reference stands, without anything of what was said.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The request.
    pub id: Uuid,
    /// What the rater is to the applicant, as in `rules::locker::Relation`.
    pub relation: String,
    /// The rater's name.
    pub rater_name: String,
    /// `asked`, `opened`, `started`, `submitted`, `declined`, `bounced` or `void`.
    pub state: &'static str,
    /// Since when.
    pub since: jiff::Timestamp,
}

/// The people whom an application waits for, in the order in which they were asked.
///
/// # Errors
///
/// When the database refuses.
pub async fn progress(tx: &mut Tx, application: Uuid) -> Result<Vec<Progress>, db::Error> {
    let rows = rows::progress(tx, application).await?;
    let progress = |it: rows::Asked| {
        let (state, since) = if let Some(at) = it.submitted_at {
            ("submitted", at)
        } else if let Some(at) = it.declined_at {
            ("declined", at)
        } else if let Some(at) = it.started_at {
            ("started", at)
        } else if let Some(at) = it.opened_at {
            ("opened", at)
        } else {
            ("asked", it.asked_at)
        };
        Progress {
            id: it.id,
            relation: it.relation,
            rater_name: it.rater_name,
            state,
            since: since.0,
        }
    };
    Ok(rows.into_iter().map(progress).collect())
}

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
