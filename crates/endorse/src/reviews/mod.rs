//! Reviews: the judgement of a submitted file by a reviewer, requirement by requirement.
//!
//! A reviewer sees what was handed in, frozen; never what the applicant's locker holds now, and
//! never what another reviewer found.

pub mod assignments;
pub mod decisions;
mod declaration;
pub mod evidence;
pub mod findings;
mod summary;

use crate::routing::Routes;

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(assignments::routes())
        .merge(declaration::routes())
        .merge(findings::routes())
        .merge(summary::routes())
}
