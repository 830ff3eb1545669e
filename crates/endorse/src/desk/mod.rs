//! The coordinator's desk: what waits, for whom, since when; one file on one page; decisions.

mod assignments;
mod charges;
mod decisions;
mod file;
mod list;
mod results;

use axum::Router;
use db::Tx;
use uuid::Uuid;

use crate::app::App;
use crate::applications::{self, Application};
use crate::error::Error;
use crate::identity::Coordinator;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(list::routes())
        .merge(file::routes())
        .merge(assignments::routes())
        .merge(decisions::routes())
        .merge(results::routes())
        .merge(charges::routes())
}

/// An application of the coordinator's association.
async fn application(tx: &mut Tx, me: &Coordinator, id: Uuid) -> Result<Application, Error> {
    applications::one(tx, me.association(), id).await
}

/// "IMHM-C 26-014".
fn file_name(me: &Coordinator, category: &str, number: &str) -> String {
    let short = me.program.category(category).map_or(category, |it| it.short.as_str());
    format!("{short} {number}")
}
