//! Renewals: the duty to go on learning, one cycle after another.
//!
//! The endorsed person opens, completes and hands in the renewal of a cycle against the same
//! locker; the coordinator confirms it, and the endorsement's validity moves on. What nobody renews
//! lapses after its last day.

mod desk;
mod job;
mod own;
mod requirements;
mod rows;

use db::Tx;
use jiff::Timestamp;

use crate::routing::Routes;

pub use job::{Lapse, keep_the_calendar};
pub use rows::Waiting;

/// The way in.
pub fn routes() -> Routes {
    Routes::new().merge(own::routes()).merge(desk::routes())
}

/// Renewals that were handed in and wait for the coordinator, longest waiting first: at most so
/// many from before `late`, and as many from after it. They are confirmed at `/desk/renewals/{id}`.
///
/// # Errors
///
/// When the database refuses.
pub async fn waiting(
    tx: &mut Tx,
    association: &str,
    late: Timestamp,
    at_most: i64,
) -> Result<Vec<Waiting>, db::Error> {
    rows::waiting(tx, association, late, at_most).await
}
