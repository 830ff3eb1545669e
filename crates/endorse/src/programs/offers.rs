//! `program.toml`: on which program it stands, which categories it offers, and what it asks
//! differently.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::problem::Problem;
use super::{Category, Sources, Text, association};
use crate::i18n::Lang;

/// The folder of what all associations share: every program stands on it.
pub(super) const ROOT: &str = "alliance";

/// The file `program.toml` of an association's folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgramFile {
    format: String,
    extends: String,
    #[serde(default)]
    about: Option<About>,
    #[serde(default)]
    inherited: Option<Inherited>,
    #[serde(default)]
    offer: Vec<Offer>,
    #[serde(default)]
    pub change: Vec<Change>,
}

/// Who an association is that has no settings of its own yet, so that it is not served.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    /// Its name, in full.
    pub name: Text,
    /// What people call it.
    pub short_name: String,
    /// Its own website.
    #[serde(rename = "web")]
    _web: String,
    /// The zone in which its days begin and end, by IANA name.
    pub time_zone: String,
    source: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inherited {
    note: Text,
}

/// Whether an association offers categories, and how that is known.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    categories: Vec<String>,
    /// Whether it does.
    pub status: Status,
    /// Keys of the sources.
    pub source: Vec<String>,
    /// What a reader should know.
    #[serde(default)]
    pub note: Option<Text>,
}

/// Whether an association offers a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// One can apply for it.
    Offered,
    /// One could; those who hold it keep it.
    NoLonger,
    /// The association does not have it.
    NotOffered,
    /// No source tells.
    Unknown,
}

impl Status {
    /// The word that stands in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::NoLonger => "no-longer",
            Self::NotOffered => "not-offered",
            Self::Unknown => "unknown",
        }
    }
}

/// What an association asks differently from the program that it stands on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    /// In which categories; none named: in all that are taken over.
    #[serde(default)]
    pub categories: Vec<String>,
    /// In which versions; none named: in all.
    #[serde(default)]
    pub versions: Vec<String>,
    /// A requirement that is not asked.
    #[serde(default)]
    pub remove: Option<String>,
    /// A requirement that stands for the one of the same id, or is asked besides.
    #[serde(default)]
    pub requirement: Option<toml::Table>,
}

impl Change {
    /// Whether it is about a version of a category.
    pub fn is_about(&self, category: &str, version: &str) -> bool {
        let holds = |list: &[String], it: &str| list.is_empty() || list.iter().any(|one| one == it);
        holds(&self.categories, category) && holds(&self.versions, version)
    }
}

/// A program, or one on which it stands.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// The folder.
    pub folder: String,
    /// Its `program.toml`; none for the root.
    pub program: Option<ProgramFile>,
}

impl Layer {
    /// The program of a folder and those on which it stands, down to the root.
    pub fn all(
        folder: &str,
        file: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Vec<Self>, anyhow::Error> {
        let mut layers: Vec<Self> = Vec::new();
        let mut next = folder.to_owned();
        while next != ROOT {
            let path = format!("{next}/program.toml");
            if layers.iter().any(|it| it.folder == next) {
                anyhow::bail!("{path}: extends: stands on itself, by way of {next:?}");
            }
            let program: ProgramFile = association::parsed(&next, "program.toml", file)?;
            if program.format != "endorse-program/1" {
                anyhow::bail!("{path}: format: must be \"endorse-program/1\"");
            }
            let base = program.extends.clone();
            layers.push(Self { folder: next, program: Some(program) });
            next = base;
        }
        layers.push(Self { folder: next, program: None });
        Ok(layers)
    }

    /// The path of its `program.toml`.
    pub fn path(&self) -> String {
        format!("{}/program.toml", self.folder)
    }

    /// What to say of a rule that it takes over.
    pub fn inherited_note(&self) -> Option<&Text> {
        self.program.as_ref()?.inherited.as_ref().map(|it| &it.note)
    }

    /// What it asks differently.
    pub fn changes(&self) -> &[Change] {
        self.program.as_ref().map_or(&[], |it| &it.change)
    }
}

impl About {
    /// Who the association is: from `association.toml` where there is one.
    pub fn of(layer: &Layer, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let path = layer.path();
        let about = layer.program.as_ref().and_then(|it| it.about.clone());
        let is_served = file(&format!("{}/association.toml", layer.folder)).is_some();
        match (about, is_served) {
            (Some(about), false) => {
                anyhow::ensure!(!about.source.is_empty(), "{path}: about.source: names no source");
                Ok(about)
            }
            (None, true) => {
                let it = association::Association::read(&layer.folder, file)?;
                Ok(Self {
                    name: it.name,
                    short_name: it.short_name,
                    _web: it.web,
                    time_zone: it.time_zone,
                    source: it.source,
                })
            }
            (Some(_), true) => anyhow::bail!("{path}: about: association.toml says it already"),
            (None, false) => anyhow::bail!("{path}: about: is missing"),
        }
    }
}

/// Which categories an association offers.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    by_category: BTreeMap<String, Offer>,
}

impl Offers {
    pub(super) fn of(layer: &Layer) -> Self {
        let offers = layer.program.iter().flat_map(|it| &it.offer);
        let each = offers.flat_map(|it| it.categories.iter().map(|id| (id.clone(), it.clone())));
        Self { by_category: each.collect() }
    }

    /// Whether a category is offered.
    #[must_use]
    pub fn status(&self, category: &str) -> Status {
        self.by_category.get(category).map_or(Status::Unknown, |it| it.status)
    }

    /// What is known about a category's being offered.
    #[must_use]
    pub fn of_category(&self, category: &str) -> Option<&Offer> {
        self.by_category.get(category)
    }

    /// What a reader should know about a category's being offered.
    #[must_use]
    pub fn note(&self, category: &str, lang: Lang) -> Option<&str> {
        self.by_category.get(category)?.note.as_ref().map(|it| it.get(lang))
    }

    /// What is wrong with what a program says about them: every category is named exactly once.
    pub(super) fn problems(
        &self,
        layer: &Layer,
        categories: &[Category],
        sources: &Sources,
    ) -> Vec<Problem> {
        let path = layer.path();
        let mut found = Vec::new();
        let offers = layer.program.iter().flat_map(|it| &it.offer);
        let mut named: Vec<&str> = Vec::new();
        for (at, offer) in offers.enumerate() {
            let field = format!("offer[{at}]");
            if offer.source.is_empty() {
                found.push(Problem::new(&path, format!("{field}.source"), "names no source"));
            }
            for key in offer.source.iter().filter(|it| !sources.contains_key(*it)) {
                let sentence = format!("source {key:?} is not in alliance/sources.toml");
                found.push(Problem::new(&path, format!("{field}.source"), sentence));
            }
            for id in &offer.categories {
                let field = format!("{field}.categories");
                if !categories.iter().any(|it| it.id == *id) {
                    found.push(Problem::new(&path, field, format!("no category {id:?}")));
                } else if named.contains(&id.as_str()) {
                    found.push(Problem::new(&path, field, format!("{id:?} is there twice")));
                }
                named.push(id);
            }
        }
        for category in categories.iter().filter(|it| !named.contains(&it.id.as_str())) {
            let sentence = format!("does not say whether {:?} is offered", category.id);
            found.push(Problem::new(&path, "offer", sentence));
        }
        let known = |id: &String| categories.iter().any(|it| it.id == *id);
        for (at, change) in layer.changes().iter().enumerate() {
            let field = format!("change[{at}]");
            for id in change.categories.iter().filter(|it| !known(it)) {
                let sentence = format!("no category {id:?}");
                found.push(Problem::new(&path, format!("{field}.categories"), sentence));
            }
            if change.remove.is_some() == change.requirement.is_some() {
                found.push(Problem::new(&path, field, "must either remove or give a requirement"));
            }
        }
        found
    }
}
