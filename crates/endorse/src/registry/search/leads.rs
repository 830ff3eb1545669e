//! What answers to frequent words begin with, as it was found out a short while ago.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};

use super::form::Lead;
use super::rows::Words;

/// For how long it is believed. A word does not become rare in an hour, and where it did, an answer
/// would be as right as ever and only slower.
const BELIEVED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// How many questions are remembered.
const REMEMBERED: usize = 1_000;

type Asked = ([String; 4], String);

/// What answers to frequent words begin with: the words and the category that were looked for, and
/// the rarest of them.
#[derive(Clone, Debug, Default)]
pub struct Leads(Arc<RwLock<HashMap<Asked, (Timestamp, Lead)>>>);

impl Leads {
    /// What was found out about a question, if that is not long ago.
    pub(super) fn known(&self, words: &Words, category: &str, now: Timestamp) -> Option<Lead> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (at, lead) = *all.get(&(words.from.clone(), category.to_owned()))?;
        (now.duration_since(at).abs() < BELIEVED_FOR).then_some(lead)
    }

    /// Remembers what was found out; when there is too much, everything else is forgotten.
    pub(super) fn remember(&self, words: &Words, category: &str, (lead, now): (Lead, Timestamp)) {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= REMEMBERED {
            all.clear();
        }
        all.insert((words.from.clone(), category.to_owned()), (now, lead));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Words {
        Words { from: ["sample", "juno", "", ""].map(str::to_owned), ..Words::default() }
    }

    #[test]
    fn what_was_found_out_is_known_for_an_hour_and_of_that_question_alone() {
        let (leads, now) = (Leads::default(), Timestamp::UNIX_EPOCH);
        leads.remember(&sample(), "ifa", (Lead::Word(1), now));
        let later = |minutes| now + SignedDuration::from_mins(minutes);

        assert_eq!(leads.known(&sample(), "ifa", later(59)), Some(Lead::Word(1)));
        assert_eq!(leads.known(&sample(), "ifa", later(60)), None);
        assert_eq!(leads.known(&sample(), "", now), None);
        assert_eq!(leads.known(&sample().led_by(1), "ifa", now), None);
    }

    #[test]
    fn no_more_is_remembered_than_there_is_room_for() {
        let (leads, now) = (Leads::default(), Timestamp::UNIX_EPOCH);
        for nth in 0..=REMEMBERED {
            leads.remember(&sample(), &nth.to_string(), (Lead::Category, now));
        }
        assert_eq!(leads.known(&sample(), "0", now), None);
        let last = REMEMBERED.to_string();
        assert_eq!(leads.known(&sample(), &last, now), Some(Lead::Category));
    }
}
