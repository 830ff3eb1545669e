//! The registry: who is endorsed, answered to anyone in a sentence.
//!
//! It shows a name, a category, a number and dates; never an address, a town or an employer.

mod answer;
mod search;

use crate::routing::Routes;

pub use self::search::Leads;

/// The way in.
pub fn routes() -> Routes {
    Routes::new().merge(search::routes()).merge(answer::routes())
}
