//! Roles in an association: who holds which, since when and until when; inviting, accepting, ending,
//! and looking over whether each is still needed.

mod acceptance;
mod ending;
mod invitation;
mod list;
mod network;
mod rows;

use crate::i18n::Lang;
use crate::routing::Routes;

pub use ending::job::RoleIsOver;

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(list::routes())
        .merge(invitation::routes())
        .merge(ending::routes())
        .merge(acceptance::routes())
        .merge(network::routes())
}

/// The roles that somebody can be invited to, as they are kept.
const ROLES: [&str; 6] =
    ["advisor", "reviewer", "coordinator", "treasurer", "auditor", "administrator"];

/// A role in a word.
fn word(role: &str, lang: Lang) -> String {
    lang.say(&format!("role-{role}")).into_owned()
}
