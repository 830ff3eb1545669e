//! What differs between two programs: categories, versions, what is harder and what is easier, figures
//! and words.

use std::collections::{BTreeMap, BTreeSet};

use rules::Policy;
use rules::change::Direction;
use serde::Serialize;
use toml::{Table, Value};

use super::check::Folder;
use super::policies::merge::{name, tables};
use super::wording::{self, ToldChange};
use crate::i18n::Lang;

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The category.
    pub category: String,
    /// The version; `renewal` for what renewal asks; none if it is the category as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The version before, where a new one is held against it and not against that of the same name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The requirement; none if it is the version as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// The field; none if it is the requirement as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Which way the requirement changes, if it is the requirement as a whole; then what is said before
    /// and after is its text in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// What the first program says; `None` if nothing.
    pub before: Option<String>,
    /// What the second program says; `None` if nothing.
    pub after: Option<String>,
}

impl Change {
    /// In a line, such as `imhm-c 2024: training.total: ask.training.minutes: 1800 (30 h) → 2880 (48 h)`.
    #[must_use]
    pub fn line(&self) -> String {
        let mut place = self.category.clone();
        if let Some(version) = &self.version {
            let since = self.since.as_ref().map(|it| format!("{it} → ")).unwrap_or_default();
            place = format!("{place} {since}{version}");
        }
        for part in [&self.requirement, &self.field].into_iter().flatten() {
            place = format!("{place}: {part}");
        }
        if let Some(direction) = self.direction {
            return format!("{place}: {}", self.told(direction));
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

impl Change {
    /// Which way a requirement changes, in the words of the page on which a person chooses.
    fn told(&self, direction: Direction) -> String {
        let mut said = vec![format!("{}.", wording::direction(direction, Lang::En))];
        // Where a figure was changed and the text was not, the fields below say it.
        if self.before != self.after {
            for (key, text) in
                [("rules-change-was", &self.before), ("rules-change-will", &self.after)]
            {
                let label = Lang::En.say(key);
                said.extend(text.as_ref().map(|it| format!("{label} {it}")));
            }
        }
        said.join(" ")
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
            let [before, after] = status.map(|it| Some(it.to_owned()));
            changes.push(Change {
                category: category.to_owned(),
                version: None,
                since: None,
                requirement: None,
                field: Some("offer".to_owned()),
                direction: None,
                before,
                after,
            });
        }
        let sides =
            Sides { category, before: before.versions(category), after: after.versions(category) };
        sides.compare(&versions(one, category)?, &versions(other, category)?, &mut changes);
        let renewals = [renewal(one, category)?, renewal(other, category)?];
        // What renewal asks has one version, and no direction.
        let sides = Sides { category, before: &[], after: &[] };
        sides.compare(&renewals[0], &renewals[1], &mut changes);
    }
    Ok(changes)
}

/// The rules of a category in both programs.
struct Sides<'a> {
    category: &'a str,
    before: &'a [Policy],
    after: &'a [Policy],
}

impl<'a> Sides<'a> {
    fn compare(
        &self,
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
            let there = |is: bool| is.then(|| THERE.to_owned());
            match (find(before, &version), find(after, &version)) {
                (Some(old), Some(new)) => self.both(&version, &old, &new, changes),
                (old, new) => {
                    let sides = [there(old.is_some()), there(new.is_some())];
                    changes.push(self.change(&version, None, None, sides));
                    changes.extend(self.since(&version));
                }
            }
        }
    }

    fn change(
        &self,
        version: &str,
        requirement: Option<&str>,
        field: Option<&str>,
        [before, after]: [Option<String>; 2],
    ) -> Change {
        Change {
            category: self.category.to_owned(),
            version: Some(version.to_owned()),
            since: None,
            requirement: requirement.map(str::to_owned),
            field: field.map(str::to_owned),
            direction: None,
            before,
            after,
        }
    }

    /// A version that both have: which way each requirement changes, then the fields that differ.
    fn both(&self, version: &str, old: &Whole, new: &Whole, changes: &mut Vec<Change>) {
        let of = |list: &'a [Policy]| list.iter().find(|it| *it.version == *version);
        let told = match (of(self.before), of(self.after)) {
            (Some(old), Some(new)) => wording::changes(old, new, Lang::En),
            _ => Vec::new(),
        };
        let requirements: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for requirement in requirements {
            let whole = (!requirement.is_empty()).then_some(requirement.as_str());
            let told = told.iter().find(|it| Some(it.id.as_str()) == whole);
            changes.extend(told.map(|it| self.directed(version, it)));
            let (old, new) = (old.get(requirement), new.get(requirement));
            let (Some(old), Some(new)) = (old, new) else {
                if told.is_none() {
                    let text = |it: Option<&Fields>| it.map(|it| said(it, "text.en"));
                    changes.push(self.change(version, whole, None, [text(old), text(new)]));
                }
                continue;
            };
            let fields: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            let differ = fields.into_iter().filter(|it| old.get(*it) != new.get(*it));
            for field in differ.filter(|it| told.is_none() || *it != "text.en") {
                let sides = [old.get(field).cloned(), new.get(field).cloned()];
                changes.push(self.change(version, whole, Some(field), sides));
            }
        }
    }

    /// A version that only the second program has, held against the one before it.
    fn since(&self, version: &str) -> Vec<Change> {
        let at = self.after.iter().position(|it| *it.version == *version);
        let earlier = at.and_then(|at| at.checked_sub(1)).and_then(|at| self.after.get(at));
        let (Some(earlier), Some(new)) = (earlier, at.and_then(|at| self.after.get(at))) else {
            return Vec::new();
        };
        let told = wording::changes(earlier, new, Lang::En);
        let since = Some(earlier.version.to_string());
        told.iter()
            .map(|it| Change { since: since.clone(), ..self.directed(version, it) })
            .collect()
    }

    /// Which way a requirement changes.
    fn directed(&self, version: &str, it: &ToldChange<'_>) -> Change {
        let sides = [it.was, it.will].map(|it| it.map(str::to_owned));
        Change {
            direction: Some(it.direction),
            ..self.change(version, Some(it.id.as_str()), None, sides)
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
