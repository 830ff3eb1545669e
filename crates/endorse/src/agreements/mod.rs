//! Agreements: the exact words that a person signed, by version and hash.

mod copies;
mod rows;
mod signing;

use axum::Router;
use db::Tx;
use rules::locker::Signature;
use uuid::Uuid;

use crate::app::App;

/// The way in.
pub fn routes() -> Router<App> {
    signing::routes().merge(copies::routes())
}

/// What a person has signed for an association, as the rules want it.
///
/// # Errors
///
/// When the database refuses.
pub async fn evidence(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> anyhow::Result<Vec<Signature>> {
    let rows = rows::signed(tx, association, person).await?;
    let signature =
        |it: rows::Signed| Signature { agreement: it.agreement.into(), signed: it.signed_on.0 };
    Ok(rows.into_iter().map(signature).collect())
}
