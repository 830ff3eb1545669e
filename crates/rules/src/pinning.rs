//! Which version of the rules an application is held to when a newer one takes effect.

use jiff::civil::Date;

use crate::policy::{Anchor, Policy};

/// What a newer version means for an application that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pin<'a> {
    /// Nothing newer is in force, and nothing is known to come that would matter.
    Settled,
    /// A newer one is in force; the application may stay with its own or move.
    Choose(&'a Policy),
    /// A newer one is in force and holds, because the day that selects the version has not come.
    Follow(&'a Policy),
    /// A newer one comes, and will hold unless the day that selects the version comes first.
    Coming(&'a Policy),
}

/// What holds for an application pinned to a version, by the versions of its category, oldest first.
///
/// The version's own anchor says which day selects: an application registered, or submitted, before the
/// newer version took effect may choose; one that has not come to that day follows.
#[must_use]
pub fn pin<'a>(
    versions: &'a [Policy],
    pinned: &Policy,
    was_submitted: bool,
    today: Date,
) -> Pin<'a> {
    let later = |it: &&Policy| it.effective_from > pinned.effective_from;
    let is_selected = match pinned.anchor {
        Anchor::RegisteredOn => true,
        Anchor::SubmittedOn => was_submitted,
        Anchor::DecidedOn => false,
    };
    match versions.iter().filter(later).find(|it| it.applies_on(today)) {
        Some(newer) if is_selected => Pin::Choose(newer),
        Some(newer) => Pin::Follow(newer),
        None if is_selected => Pin::Settled,
        None => {
            let coming = |it: &&Policy| it.effective_from.is_some_and(|from| from > today);
            versions
                .iter()
                .filter(coming)
                .min_by_key(|it| it.effective_from)
                .map_or(Pin::Settled, Pin::Coming)
        }
    }
}
