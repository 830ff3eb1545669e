//! The digest of a policy version, by which an edit of one that is in use is noticed.

use sha2::{Digest as _, Sha256};
use toml::Value;

use super::merge::Merged;
use crate::programs::{Category, Framework};

/// The digest of a policy version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The category.
    pub category: String,
    /// The version.
    pub version: String,
    /// `sha256:` and 64 digits: of everything that the version says but its last day.
    pub digest: String,
    /// Its last day; `None` while it has none. That one is written once, when another follows.
    pub ends: Option<String>,
}

/// The digests of a category's versions.
///
/// Taken from the file's own fields with their names in order, so that comments, order and layout
/// make no difference, and nor does a new kind of rule that the version does not have.
pub(super) fn of(category: &Category, framework: &Framework, merged: &Merged) -> Vec<Digest> {
    merged
        .versions
        .iter()
        .map(|version| {
            let mut said = version.clone();
            let edition = said.get("framework").and_then(Value::as_str);
            let edition = edition.unwrap_or(framework.newest()).to_owned();
            let areas = category.framework.map(|it| framework.asked_of(it, &edition));
            let areas = areas.unwrap_or_default().into_iter().map(|it| {
                Value::String(format!("{}{}", it.id, if it.confirmed { "" } else { "?" }))
            });
            let ends =
                said.remove("effective_to").as_ref().and_then(Value::as_str).map(str::to_owned);
            said.insert("areas".to_owned(), Value::Array(areas.collect()));
            let mut text = String::new();
            write(&Value::Table(said), &mut text);
            let id = version.get("version").and_then(Value::as_str).unwrap_or_default();
            Digest {
                category: category.id.clone(),
                version: id.to_owned(),
                digest: format!("sha256:{}", hex::encode(Sha256::digest(text.as_bytes()))),
                ends,
            }
        })
        .collect()
}

/// Writes a value so that equal values are equal texts.
fn write(value: &Value, text: &mut String) {
    match value {
        Value::Table(table) => {
            let mut fields: Vec<(&String, &Value)> = table.iter().collect();
            fields.sort_by_key(|it| it.0);
            text.push('{');
            for (name, value) in fields {
                text.push_str(&format!("{name:?}:"));
                write(value, text);
                text.push(',');
            }
            text.push('}');
        }
        Value::Array(list) => {
            text.push('[');
            for value in list {
                write(value, text);
                text.push(',');
            }
            text.push(']');
        }
        Value::String(it) => text.push_str(&format!("{it:?}")),
        other => text.push_str(&other.to_string()),
    }
}
