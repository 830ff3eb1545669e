//! Applications: a person's request for one category, from the first minute to the decision.

mod rows;

use axum::Router;
use db::Tx;
use rules::lifecycle::{State, Step};

use crate::app::App;
use crate::audit::{self, Actor};
use crate::error::Error;

pub use rows::{Application, DeskRow, Submission, latest_submission, list_for_desk, one, submission};

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
}

/// Takes an application one step on, if it still stands where it was seen.
///
/// # Errors
///
/// [`Error::Stale`] when the step may not follow, or somebody else was faster.
pub async fn step(
    tx: &mut Tx,
    who: &impl Actor,
    application: &Application,
    step: Step,
    note: Option<&str>,
) -> Result<State, Error> {
    let to = application.state.after(step).ok_or(Error::Stale)?;
    let act = who.actor();
    if !rows::set_state(tx, application, to, act.at).await? {
        return Err(Error::Stale);
    }
    rows::add_step(tx, application, to, act, note).await?;
    let about = ("application", application.id);
    audit::record_about(tx, who, to.as_str(), about, application.id, None).await?;
    Ok(to)
}
