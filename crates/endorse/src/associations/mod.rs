//! The association's public face: what endorsement is, the categories and what each asks, dates.
//!
//! Nothing here is anybody's: the pages are the program's data, read aloud, and what the association
//! has set on top of it.

mod about;
mod categories;
mod category;
mod dates;
mod figures;
mod front;
mod settings;

use crate::routing::Routes;

pub use dates::{Dated, coming};

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(front::routes())
        .merge(about::routes())
        .merge(dates::routes())
        .merge(categories::routes())
        .merge(category::routes())
        .merge(settings::routes())
}
