//! What differs between two programs: categories, versions, requirements, figures and words.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use toml::{Table, Value};

use super::check::Folder;
use super::policies::merge::{name, tables};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The category.
    pub category: String,
    /// The version; `renewal` for what renewal asks; none if it is the category as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The requirement; none if it is the version as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// The field; none if it is the requirement as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What the first program says; `None` if nothing.
    pub before: Option<String>,
    /// What the second program says; `None` if nothing.
    pub after: Option<String>,
}

impl Change {
    /// In a line, such as `imhm-c 2024: training.total: minutes: 1800 (30 h) → 2880 (48 h)`.
    #[must_use]
    pub fn line(&self) -> String {
        let mut place = self.category.clone();
        if let Some(version) = &self.version {
            place = format!("{place} {version}");
        }
        for part in [&self.requirement, &self.field].into_iter().flatten() {
            place = format!("{place}: {part}");
        }
        match (&self.before, &self.after) {
            (None, Some(after)) if after == THERE => format!("{place}: new"),
            (Some(before), None) if before == THERE => format!("{place}: gone"),
            (None, Some(after)) => format!("{place}: new: {after}"),
            (Some(before), None) => format!("{place}: gone: {before}"),
            (before, after) => {
                let said = |it: &Option<String>| it.clone().unwrap_or_default();
                format!("{place}: {} → {}", said(before), said(after))
            }
        }
    }
}

/// Stands for a whole that is there.
const THERE: &str = "there";

/// Fields by their paths.
type Fields = BTreeMap<String, String>;
/// Requirements by their ids, and the version's own fields under the empty one.
type Whole = BTreeMap<String, Fields>;

/// What differs, in the order of categories and versions.
///
/// # Errors
///
/// If one of the programs cannot be read.
pub fn between(one: &Folder, other: &Folder) -> anyhow::Result<Vec<Change>> {
    let (before, after) = (one.rulebook()?, other.rulebook()?);
    let mut changes = Vec::new();
    let ids: Vec<&str> = before.categories.iter().map(|it| it.id.as_str()).collect();
    let more = after.categories.iter().map(|it| it.id.as_str()).filter(|it| !ids.contains(it));
    for category in ids.iter().copied().chain(more) {
        let status = [&before, &after].map(|it| it.offers.status(category).as_str());
        if status[0] != status[1] {
            changes.push(Change {
                category: category.to_owned(),
                version: None,
                requirement: None,
                field: Some("offer".to_owned()),
                before: Some(status[0].to_owned()),
                after: Some(status[1].to_owned()),
            });
        }
        compare(category, &versions(one, category)?, &versions(other, category)?, &mut changes);
        let renewals = [renewal(one, category)?, renewal(other, category)?];
        compare(category, &renewals[0], &renewals[1], &mut changes);
    }
    Ok(changes)
}

fn compare(
    category: &str,
    before: &[(String, Whole)],
    after: &[(String, Whole)],
    changes: &mut Vec<Change>,
) {
    let find = |list: &[(String, Whole)], id: &str| {
        list.iter().find(|it| it.0 == id).map(|it| it.1.clone())
    };
    let ids = before.iter().chain(after).map(|it| it.0.clone());
    let mut seen = BTreeSet::new();
    for version in ids.filter(|it| seen.insert(it.clone())) {
        let change =
            |requirement: Option<&str>, field: Option<&str>, sides: [Option<String>; 2]| {
                let [before, after] = sides;
                Change {
                    category: category.to_owned(),
                    version: Some(version.clone()),
                    requirement: requirement.map(str::to_owned),
                    field: field.map(str::to_owned),
                    before,
                    after,
                }
            };
        let there = |is: bool| is.then(|| THERE.to_owned());
        let (old, new) = match (find(before, &version), find(after, &version)) {
            (Some(old), Some(new)) => (old, new),
            (old, new) => {
                changes.push(change(None, None, [there(old.is_some()), there(new.is_some())]));
                continue;
            }
        };
        let requirements: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for requirement in requirements {
            let whole = (!requirement.is_empty()).then_some(requirement.as_str());
            let (old, new) = (old.get(requirement), new.get(requirement));
            let (Some(old), Some(new)) = (old, new) else {
                let text = |it: Option<&Fields>| it.map(|it| said(it, "text.en"));
                changes.push(change(whole, None, [text(old), text(new)]));
                continue;
            };
            let fields: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for field in fields.into_iter().filter(|it| old.get(*it) != new.get(*it)) {
                let sides = [old.get(field).cloned(), new.get(field).cloned()];
                changes.push(change(whole, Some(field), sides));
            }
        }
    }
}

fn said(fields: &Fields, field: &str) -> String {
    fields.get(field).cloned().unwrap_or_else(|| THERE.to_owned())
}

/// The versions of a category.
fn versions(folder: &Folder, category: &str) -> anyhow::Result<Vec<(String, Whole)>> {
    let Some(merged) = folder.merged(category)? else { return Ok(Vec::new()) };
    let mut versions = Vec::new();
    for mut version in merged.versions {
        let id = version.get("version").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut whole = Whole::new();
        for requirement in tables(version.remove("requirement")).map_err(anyhow::Error::msg)? {
            whole.insert(name(&requirement).to_owned(), flat(&requirement));
        }
        whole.insert(String::new(), flat(&version));
        versions.push((id, whole));
    }
    Ok(versions)
}

/// What renewal asks in a category, as one version.
fn renewal(folder: &Folder, category: &str) -> anyhow::Result<Vec<(String, Whole)>> {
    let Some(mut file) = folder.renewal()? else { return Ok(Vec::new()) };
    let mut whole = Whole::new();
    for mut rule in tables(file.remove("rule")).map_err(anyhow::Error::msg)? {
        let named = rule.remove("categories");
        let named = named.as_ref().and_then(Value::as_array).into_iter().flatten();
        if !named.filter_map(Value::as_str).any(|it| it == category) {
            continue;
        }
        let Some(Value::Table(requirement)) = rule.remove("rule") else { continue };
        let when: Vec<String> = flat(&rule).iter().map(|it| format!("{} {}", it.0, it.1)).collect();
        let when = if when.is_empty() { String::new() } else { format!(" ({})", when.join(", ")) };
        whole.insert(format!("{}{when}", name(&requirement)), flat(&requirement));
    }
    if whole.is_empty() {
        return Ok(Vec::new());
    }
    whole.insert(String::new(), flat(&file));
    Ok(vec![("renewal".to_owned(), whole)])
}

/// The fields of a table, by their paths.
fn flat(table: &Table) -> Fields {
    let mut fields = Fields::new();
    for (name, value) in table {
        put(name, value, &mut fields);
    }
    fields.remove("id");
    fields
}

fn put(path: &str, value: &Value, fields: &mut Fields) {
    match value {
        Value::Table(table) => {
            for (name, value) in table {
                put(&format!("{path}.{name}"), value, fields);
            }
        }
        Value::String(text) => {
            fields.insert(path.to_owned(), text.clone());
        }
        Value::Integer(figure) if path.ends_with("minutes") => {
            let hours = rules::Hours::from_minutes(u32::try_from(*figure).unwrap_or(u32::MAX));
            fields.insert(path.to_owned(), format!("{figure} ({hours} h)"));
        }
        other => {
            fields.insert(path.to_owned(), other.to_string());
        }
    }
}
