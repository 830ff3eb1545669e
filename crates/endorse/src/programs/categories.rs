//! What one can be endorsed as: the categories of the Alliance.

use std::collections::BTreeMap;

use anyhow::bail;
use serde::Deserialize;

use super::framework::Group;
use super::{Framework, Sources, Text, association, known, said};

/// A category, or an add-on to one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its id in addresses, rows and files, such as `imhm-c`.
    pub id: String,
    /// Its short name, such as `IMHM-C`.
    pub short: String,
    /// Its full name.
    pub name: Text,
    /// A category of its own, or an add-on.
    pub kind: Kind,
    /// Its series; none for an add-on.
    #[serde(default)]
    pub series: Option<rules::locker::Series>,
    /// The letters written after a name, such as `IMH-E®`.
    #[serde(default)]
    pub letters: Option<String>,
    /// The number it had when categories were numbered levels; for search and import only.
    #[serde(default)]
    pub legacy_level: Option<String>,
    /// The scope of practice, by its id.
    pub scope: String,
    /// The name of the scope of practice.
    #[serde(skip)]
    pub scope_name: Text,
    /// Ages of the children, in months, both ends included.
    #[serde(default)]
    pub ages: Option<Ages>,
    /// Which areas of the competency framework it asks.
    #[serde(default)]
    pub framework: Option<Group>,
    /// Categories that an add-on rides on.
    #[serde(default)]
    pub base: Vec<String>,
    /// Categories that it took the place of.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// For whom it is, in our own words.
    pub description: Text,
    /// Keys of its sources.
    pub source: Vec<String>,
}

/// Kinds of category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A category of its own.
    Category,
    /// Rides on a category.
    AddOn,
}

/// Ages in months, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// Youngest.
    pub from: u16,
    /// Oldest.
    pub to: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    scope: BTreeMap<String, Text>,
    category: Vec<Category>,
}

pub(super) fn read(file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Vec<Category>> {
    let read: File = association::parsed("alliance", "categories.toml", file)?;
    let mut categories = read.category;
    for category in &mut categories {
        match read.scope.get(&category.scope) {
            Some(name) => category.scope_name = name.clone(),
            None => bail!("categories.toml: {}: no scope {:?}", category.id, category.scope),
        }
    }
    Ok(categories)
}

/// The categories that somebody may mean: by id, by short name, or by the level it once was.
pub(super) fn named<'a>(categories: &'a [Category], typed: &str) -> Vec<&'a Category> {
    let plain = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let asked = plain(typed);
    let is_it = |it: &&Category| plain(&it.id) == asked;
    if let Some(one) = categories.iter().find(is_it) {
        return vec![one];
    }
    let level = ["level", "category", "nivel", "categoria"]
        .iter()
        .find_map(|word| asked.strip_prefix(word))
        .unwrap_or(&asked);
    let roman = ["i", "ii", "iii", "iv"];
    let arabic = ["1", "2", "3", "4"];
    let level = arabic.iter().zip(roman).find(|it| *it.0 == level).map_or(level, |it| it.1);
    categories
        .iter()
        .filter(|it| it.legacy_level.as_deref().is_some_and(|it| plain(it) == level))
        .collect()
}

pub(super) fn check(
    categories: &[Category],
    framework: &Framework,
    sources: &Sources,
) -> anyhow::Result<()> {
    for (at, category) in categories.iter().enumerate() {
        let what = format!("categories.toml: {}", category.id);
        if categories.iter().take(at).any(|it| it.id == category.id) {
            bail!("{what}: is there twice");
        }
        for text in [&category.name, &category.description, &category.scope_name] {
            said(&text.en, &text.es, &what)?;
        }
        known(sources, &category.source, &what)?;
        if category.framework.is_some_and(|group| framework.areas_of(group).next().is_none()) {
            bail!("{what}: its group of the framework has no areas");
        }
        for other in category.base.iter().chain(&category.replaces) {
            if !categories.iter().any(|it| it.id == *other) {
                bail!("{what}: no category {other:?}");
            }
        }
    }
    Ok(())
}
