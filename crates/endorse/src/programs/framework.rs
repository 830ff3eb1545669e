//! The competency framework: names of domains and areas, by group of categories.
//!
//! The statements under the areas are licensed; an association that may use them loads them itself.

use std::collections::BTreeMap;

use anyhow::bail;
use rules::policy::{Area as AskedArea, Areas};
use serde::Deserialize;

use super::{Sources, Text, association, known, said};
use crate::i18n::Lang;

/// Domains and areas, in the order in which people read them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its editions, the newest last.
    #[serde(rename = "edition")]
    pub editions: Vec<Edition>,
    /// The domains ("content areas").
    #[serde(rename = "domain")]
    pub domains: Vec<Domain>,
    /// The areas of all domains.
    #[serde(rename = "area")]
    pub areas: Vec<Area>,
}

/// An edition of the framework.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its id, by which a policy version names it.
    pub id: String,
    /// What is known of it.
    pub note: Text,
    /// Keys of its sources.
    pub source: Vec<String>,
}

/// Groups of categories that ask the same areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Family Associates.
    Fa,
    /// Family Specialists, and their reflective supervisors.
    Fs,
    /// Mental Health Specialists.
    Mhs,
    /// Mentors.
    Mhm,
}

/// A domain of competency.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The groups that have it.
    pub asked: Vec<Group>,
    /// Keys of its sources.
    pub source: Vec<String>,
}

/// An area of a domain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its id, `domain/area`.
    pub id: String,
    /// Its name.
    name: Text,
    /// The groups that ask it.
    pub asked: Vec<Group>,
    /// Those of them for which no source was seen: to be confirmed.
    #[serde(default)]
    pub recall: Vec<Group>,
    /// Keys of its sources; none where it is from memory only.
    pub source: Vec<String>,
    /// Another name for one group.
    #[serde(default)]
    name_for: NameFor,
    /// What an older edition calls it.
    #[serde(default)]
    name_in: BTreeMap<String, Text>,
    /// The editions that have it; all, if it does not say.
    #[serde(default)]
    editions: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameFor {
    #[serde(default)]
    fa: Option<Text>,
}

impl Area {
    /// Its name, as the group has it.
    #[must_use]
    pub fn name(&self, group: Group, lang: Lang) -> &str {
        let special = if group == Group::Fa { self.name_for.fa.as_ref() } else { None };
        special.unwrap_or(&self.name).get(lang)
    }

    /// Its name in an edition; where that has no name of its own for it, the present one.
    #[must_use]
    pub fn name_in(&self, edition: &str, group: Group, lang: Lang) -> &str {
        self.name_in.get(edition).map_or_else(|| self.name(group, lang), |it| it.get(lang))
    }

    fn is_in(&self, edition: &str) -> bool {
        self.editions.is_empty() || self.editions.iter().any(|it| it == edition)
    }

    /// Whether a source names it for the group.
    #[must_use]
    pub fn is_confirmed(&self, group: Group) -> bool {
        !self.recall.contains(&group)
    }

    /// The id of its domain.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }
}

impl Framework {
    pub(super) fn read(file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        association::parsed("alliance", "framework.toml", file)
    }

    /// The domains of a group.
    pub fn domains_of(&self, group: Group) -> impl Iterator<Item = &Domain> {
        self.domains.iter().filter(move |it| it.asked.contains(&group))
    }

    /// The areas of a group, over all domains.
    pub fn areas_of(&self, group: Group) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(move |it| it.asked.contains(&group))
    }

    /// The areas of a group in a domain.
    pub fn areas_in(&self, domain: &str, group: Group) -> impl Iterator<Item = &Area> {
        self.areas_of(group).filter(move |it| it.domain() == domain)
    }

    /// The area of that id.
    #[must_use]
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|it| it.id == id)
    }

    /// The id of the newest edition.
    #[must_use]
    pub fn newest(&self) -> &str {
        self.editions.last().map_or("", |it| &it.id)
    }

    /// The areas of a group in an edition, as the rules want them.
    pub(super) fn asked_of(&self, group: Group, edition: &str) -> Vec<AskedArea> {
        self.areas_of(group)
            .filter(|it| it.is_in(edition))
            .map(|it| AskedArea { id: it.id.as_str().into(), confirmed: it.is_confirmed(group) })
            .collect()
    }

    /// Every area of an edition, whatever the group.
    pub(super) fn all_of(&self, edition: &str) -> Areas {
        let areas = self.areas.iter().filter(|it| it.is_in(edition));
        Areas::new(areas.map(|it| it.id.as_str().into()).collect())
    }

    /// Whether there is an edition of that id.
    pub(super) fn has(&self, edition: &str) -> bool {
        self.editions.iter().any(|it| it.id == edition)
    }

    pub(super) fn check(&self, sources: &Sources) -> anyhow::Result<()> {
        if self.editions.is_empty() {
            bail!("framework.toml: edition: there is none");
        }
        for edition in &self.editions {
            let what = format!("framework.toml: edition {}", edition.id);
            said(&edition.note.en, &edition.note.es, &what)?;
            known(sources, &edition.source, &what)?;
        }
        for domain in &self.domains {
            let what = format!("framework.toml: {}", domain.id);
            said(&domain.name.en, &domain.name.es, &what)?;
            known(sources, &domain.source, &what)?;
        }
        for (at, area) in self.areas.iter().enumerate() {
            let what = format!("framework.toml: {}", area.id);
            let others = area.name_for.fa.iter().chain(area.name_in.values());
            for text in std::iter::once(&area.name).chain(others) {
                said(&text.en, &text.es, &what)?;
            }
            let editions = area.name_in.keys().chain(&area.editions);
            if let Some(other) = editions.into_iter().find(|it| !self.has(it)) {
                bail!("{what}: no edition {other:?}");
            }
            known(sources, &area.source, &what)?;
            let Some(domain) = self.domains.iter().find(|it| it.id == area.domain()) else {
                bail!("{what}: no domain {:?}", area.domain());
            };
            if area.asked.iter().any(|group| !domain.asked.contains(group)) {
                bail!("{what}: a group asks it that does not have its domain");
            }
            if area.recall.iter().any(|group| !area.asked.contains(group)) {
                bail!("{what}: recall names a group that does not ask it");
            }
            if area.source.is_empty() && area.recall != area.asked {
                bail!("{what}: has no source, so every group that asks it must be in recall");
            }
            if self.areas.iter().take(at).any(|it| it.id == area.id) {
                bail!("{what}: is there twice");
            }
        }
        Ok(())
    }
}
