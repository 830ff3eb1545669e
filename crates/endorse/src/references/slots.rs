//! Which ratings a policy asks for, and who of those asked could give which.

use rules::Policy;
use rules::locker::Relation;
use rules::policy::{Ask, AskReferences, Slot};

use crate::programs::rating::RELATIONS;

/// The relation of somebody who fits no other.
const OTHER: &str = "other";

/// What a policy says of references, with its sentence.
pub(super) fn asked(policy: &Policy) -> Option<(&AskReferences, &rules::Requirement)> {
    policy.requirements.iter().find_map(|it| match &it.ask {
        Ask::References(ask) => Some((ask, it)),
        _ => None,
    })
}

/// The relation's name in rows and texts.
pub(super) fn name(relation: Relation) -> &'static str {
    let read = |name: &&str| {
        serde_json::from_value::<Relation>((*name).into()).is_ok_and(|it| it == relation)
    };
    RELATIONS.into_iter().find(read).unwrap_or(OTHER)
}

/// Everybody who may be asked, the preferred first: those whom a slot names, or anybody where no
/// rule is known.
pub(super) fn may_be_asked(slots: &[Slot]) -> Vec<&'static str> {
    if slots.is_empty() || slots.iter().any(|it| it.relations.is_empty()) {
        return RELATIONS.into_iter().chain([OTHER]).collect();
    }
    let mut names = Vec::new();
    for relation in slots.iter().flat_map(|it| &it.relations) {
        if !names.contains(&name(*relation)) {
            names.push(name(*relation));
        }
    }
    names
}

/// Gives each slot one of the people, by their place in the list, so that as many slots as can be
/// have somebody; those who come first in the list keep a slot once they have one.
pub(super) fn fill(slots: &[Slot], relations: &[&str]) -> Vec<Option<usize>> {
    let mut filled = vec![None; slots.len()];
    for person in 0..relations.len() {
        let mut tried = vec![false; slots.len()];
        place(person, slots, relations, &mut filled, &mut tried);
    }
    filled
}

fn place(
    person: usize,
    slots: &[Slot],
    relations: &[&str],
    filled: &mut Vec<Option<usize>>,
    tried: &mut Vec<bool>,
) -> bool {
    let Some(relation) = relations.get(person) else { return false };
    for (at, slot) in slots.iter().enumerate() {
        let fits =
            slot.relations.is_empty() || slot.relations.iter().any(|it| name(*it) == *relation);
        let seen = tried.get_mut(at).is_none_or(|seen| std::mem::replace(seen, true));
        if !fits || seen {
            continue;
        }
        let free = match filled.get(at).copied().flatten() {
            None => true,
            Some(holder) => place(holder, slots, relations, filled, tried),
        };
        if free {
            if let Some(slot) = filled.get_mut(at) {
                *slot = Some(person);
            }
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(relations: &[Relation]) -> Slot {
        Slot { relations: relations.to_vec(), ..Slot::default() }
    }

    #[test]
    fn somebody_moves_to_another_slot_if_that_seats_everybody() {
        use Relation::{Colleague, RscProvider, Teacher};
        let slots = [slot(&[RscProvider, Colleague]), slot(&[RscProvider]), slot(&[Teacher])];

        assert_eq!(fill(&slots, &["rsc-provider", "colleague"]), [Some(1), Some(0), None]);
        assert_eq!(fill(&slots, &["parent"]), [None, None, None]);
    }

    #[test]
    fn where_no_relation_is_known_anybody_may_be_asked() {
        assert!(may_be_asked(&[]).contains(&"other"));
        assert!(may_be_asked(&[slot(&[])]).contains(&"parent"));
        let two = [slot(&[Relation::Teacher]), slot(&[Relation::Teacher, Relation::Parent])];
        assert_eq!(may_be_asked(&two), ["teacher", "parent"]);
    }
}
