//! Endorsements: the standing a person holds, with its history, and its proof.

mod rows;

use axum::Router;
use db::Tx;
use rules::locker::Endorsement;
use uuid::Uuid;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}

/// When a person stood endorsed as what, as the rules want it.
///
/// # Errors
///
/// When the database refuses.
pub async fn evidence(tx: &mut Tx, person: Uuid) -> anyhow::Result<Vec<Endorsement>> {
    let endorsement = |it: rows::Held| Endorsement {
        category: it.category.into(),
        association: it.association_id.into(),
        from: it.from_on.0,
        to: it.until_on.map(|day| day.0),
    };
    Ok(rows::held(tx, person).await?.into_iter().map(endorsement).collect())
}

/// Who is endorsed, and as what.
#[derive(Clone, Copy, Debug)]
pub struct Awarding<'a> {
    /// The application that was decided.
    pub application: Option<Uuid>,
    /// The person.
    pub person: Uuid,
    /// The category's id.
    pub category: &'a str,
    /// The version of the rules that was met.
    pub policy_version: &'a str,
}

/// Endorses a person.
///
/// # Errors
///
/// When the database refuses.
pub async fn award(
    _tx: &mut Tx,
    _app: &App,
    _who: &impl crate::audit::Actor,
    _what: &Awarding<'_>,
) -> Result<Uuid, crate::error::Error> {
    Ok(Uuid::now_v7())
}
