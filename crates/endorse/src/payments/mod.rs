//! Payments and what they buy: fees due, promised, confirmed or waived; memberships.

mod rows;

use axum::Router;
use db::Tx;
use rules::locker::Membership;
use uuid::Uuid;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}

/// A person's memberships, as the rules want them.
///
/// # Errors
///
/// When the database refuses.
pub async fn memberships(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> anyhow::Result<Vec<Membership>> {
    let rows = rows::memberships(tx, association, person).await?;
    let membership = |it: rows::Kept| Membership {
        association: it.of_association.into(),
        from: it.from_on.0,
        to: Some(it.until_on.0),
    };
    Ok(rows.into_iter().map(membership).collect())
}
