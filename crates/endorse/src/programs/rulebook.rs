//! The rules of one association, without the settings that are needed to serve it: what can be
//! assessed, compared and tried out.

use std::collections::BTreeMap;

use anyhow::bail;
use jiff::civil::Date;
use rules::Policy;
use rules::policy::RenewalPolicy;

use super::offers::{About, Layer, Offers, Status};
use super::policies;
use super::{Category, Framework, Source, Sources, Text, association, categories};

/// What an association asks, and of whom.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// The association's id, such as `ct-aimh`.
    pub id: String,
    /// Its name in full.
    pub name: Text,
    /// What people call it.
    pub short_name: String,
    /// The zone in which its days begin and end, by IANA name.
    pub time_zone: String,
    /// Every category of the Alliance, in its order; [`Rulebook::offered`] are those that one can
    /// apply for here.
    pub categories: Vec<Category>,
    /// Names of competency domains and areas.
    pub framework: Framework,
    /// Where the rules are written.
    pub sources: Sources,
    /// Which categories the association offers, as far as is known.
    pub offers: Offers,
    pub(super) policies: BTreeMap<String, Vec<Policy>>,
    pub(super) renewals: BTreeMap<String, RenewalPolicy>,
    digests: Vec<policies::Digest>,
}

impl Rulebook {
    /// The category of that id, offered or not.
    #[must_use]
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|it| it.id == id)
    }

    /// The categories that somebody may mean: by id, by short name, or by the number of the level
    /// that it once was (`II`, `level 2`). Several, where one level became several categories.
    #[must_use]
    pub fn named(&self, typed: &str) -> Vec<&Category> {
        categories::named(&self.categories, typed)
    }

    /// The one category that somebody means.
    ///
    /// # Errors
    ///
    /// The sentence to tell them when it is none or several.
    pub fn one_named(&self, typed: &str) -> Result<&Category, String> {
        match self.named(typed).as_slice() {
            [one] if !self.versions(&one.id).is_empty() => Ok(one),
            [] | [_] => {
                let known = self.categories.iter().map(|it| it.id.as_str());
                let known: Vec<&str> = known.filter(|it| !self.versions(it).is_empty()).collect();
                Err(format!("{typed:?} is not one of {}", known.join(", ")))
            }
            several => {
                let ids: Vec<&str> = several.iter().map(|it| it.id.as_str()).collect();
                Err(format!("{typed:?} became several categories: {}", ids.join(", ")))
            }
        }
    }

    /// The categories that one can apply for here, in the Alliance's order.
    pub fn offered(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(|it| self.is_offered(&it.id))
    }

    /// Whether one can apply for a category here: the association is known to offer it, and rules
    /// of it are known.
    #[must_use]
    pub fn is_offered(&self, category: &str) -> bool {
        self.offers.status(category) == Status::Offered && self.policies.contains_key(category)
    }

    /// The policy version in force on a day: exactly one from the category's first day on.
    #[must_use]
    pub fn policy_on(&self, category: &str, day: Date) -> Option<&Policy> {
        self.versions(category).iter().find(|it| it.applies_on(day))
    }

    /// The policy version of that id.
    #[must_use]
    pub fn policy_version(&self, category: &str, version: &str) -> Option<&Policy> {
        self.versions(category).iter().find(|it| *it.version == *version)
    }

    /// Every policy version of a category, oldest first.
    #[must_use]
    pub fn versions(&self, category: &str) -> &[Policy] {
        self.policies.get(category).map_or(&[], Vec::as_slice)
    }

    /// The digest of a version: of everything that it says but its last day.
    #[must_use]
    pub fn digest(&self, category: &str, version: &str) -> Option<&str> {
        let found = self.digests.iter().find(|it| it.category == category && it.version == version);
        found.map(|it| it.digest.as_str())
    }

    /// What renewal asks in a category; `None` where no rule is known.
    #[must_use]
    pub fn renewal(&self, category: &str) -> Option<&RenewalPolicy> {
        self.renewals.get(category)
    }

    /// The source of that key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.get(key)
    }

    /// A source by the name of its document: a file's name or an address.
    pub fn document(&self, name: &str) -> Option<&Source> {
        self.sources.values().find(|it| it.document == name)
    }

    pub(super) fn read(id: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let categories = categories::read(file)?;
        let framework = Framework::read(file)?;
        let sources: Sources = association::parsed("alliance", "sources.toml", file)?;
        categories::check(&categories, &framework, &sources)?;
        framework.check(&sources)?;
        let layers = Layer::all(id, file)?;
        let Some(own) = layers.first() else { bail!("{id}: has no program.toml") };
        let about = About::of(own, file)?;
        let offers = Offers::of(own);
        if let Some(problem) = offers.problems(own, &categories, &sources).into_iter().next() {
            bail!("{problem}");
        }
        let read = policies::read(&layers, &categories, &framework, &sources, file)?;
        Ok(Self {
            id: id.to_owned(),
            name: about.name,
            short_name: about.short_name,
            time_zone: about.time_zone,
            categories,
            framework,
            sources,
            offers,
            policies: read.policies,
            renewals: read.renewals,
            digests: read.digests,
        })
    }
}
