//! Comparisons: how a locker would stand for every category, and which one might fit at all.
//!
//! [`own`] asks about a person's locker, [`finder`] about a few answers of somebody who has none;
//! [`start`] keeps such answers until the person has made entries of them. All ask the same rules.

mod finder;
mod lines;
mod own;
mod start;

use crate::routing::Routes;

/// The way in.
pub fn routes() -> Routes {
    Routes::new().merge(own::routes()).merge(finder::routes()).merge(start::routes())
}
