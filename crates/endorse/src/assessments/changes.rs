//! What has changed in a locker since it was frozen.

use std::collections::BTreeMap;

use rules::Locker;
use serde_json::Value;

use super::entries;
use crate::i18n::Lang;
use crate::programs::Program;

/// An entry that was added, changed or removed.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which of the three, in a word.
    pub word: String,
    /// What the entry is called.
    pub title: String,
}

/// What is different, entry by entry: added, changed, removed.
#[must_use]
pub fn changes(program: &Program, before: &Locker, after: &Locker, lang: Lang) -> Vec<Change> {
    let (old, new) = (pieces(before), pieces(after));
    let (old_names, new_names) =
        (entries::names(program, before, lang), entries::names(program, after, lang));
    let mut changes = Vec::new();
    let mut note = |key: &str, title: Option<&entries::Named>| {
        let title = title.map(|it| it.title.clone()).unwrap_or_default();
        changes.push(Change { word: lang.say(key).into_owned(), title });
    };
    for (id, piece) in &new {
        match old.get(id) {
            None => note("assess-added", new_names.get(&id.1)),
            Some(was) if was != piece => note("assess-changed", new_names.get(&id.1)),
            Some(_) => {}
        }
    }
    for id in old.keys().filter(|id| !new.contains_key(*id)) {
        note("assess-removed", old_names.get(&id.1));
    }
    changes
}

/// Every entry by its list and id.
fn pieces(locker: &Locker) -> BTreeMap<(String, String), Value> {
    let mut pieces = BTreeMap::new();
    let Ok(Value::Object(lists)) = serde_json::to_value(locker) else { return pieces };
    for (list, entries) in lists {
        let Value::Array(entries) = entries else { continue };
        for entry in entries {
            let id = entry.get("id").and_then(Value::as_str).map(str::to_owned);
            if let Some(id) = id {
                pieces.insert((list.clone(), id), entry);
            }
        }
    }
    pieces
}
