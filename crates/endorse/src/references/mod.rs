//! References: three ratings by people who know the applicant's work, confidential.
//!
//! The applicant asks ([`asking`]), a letter with a secret link goes out ([`letters`]), the rater
//! answers without an account ([`rating`]), and only those who judge the file read what was said
//! ([`contents`]).

mod asking;
mod contents;
mod letters;
mod rating;
mod rows;
mod slots;

use db::Tx;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rules::locker::{Reference, Standing};
use uuid::Uuid;

use crate::routing::Routes;

pub use contents::{Rating, contents, declined};
pub use letters::RemindRater;

/// The way in.
pub fn routes() -> Routes {
    Routes::new().merge(asking::routes()).merge(rating::routes())
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

/// Somebody asked for a rating, and how far it is; nothing of what was said.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The request.
    pub id: Uuid,
    /// The relation, as a word: `rsc-provider`; its name is the text `references-relation-…`.
    pub relation: String,
    /// Who was asked.
    pub rater_name: String,
    /// `asked`, `bounced`, `started`, `submitted`, `void` or `declined`; its name is the text
    /// `references-state-…`.
    pub state: &'static str,
    /// Since when.
    pub since: Timestamp,
}

/// Everybody who is asked for an application, without those whose place somebody else has taken.
///
/// # Errors
///
/// When the database refuses.
pub async fn progress(tx: &mut Tx, application: Uuid) -> Result<Vec<Progress>, db::Error> {
    let mut people = Vec::new();
    for request in rows::of(tx, application).await? {
        if request.replaced_at.is_some() {
            continue;
        }
        let (state, since) = request.state();
        let rows::Request { id, relation, rater_name, .. } = request;
        people.push(Progress { id, relation, rater_name, state, since });
    }
    Ok(people)
}
