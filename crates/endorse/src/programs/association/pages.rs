//! What the public pages of an association say: `pages.toml`.

use serde::Deserialize;

use super::super::Text;
use super::Confidence;

/// What the public pages of an association say, in its own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    /// The headline of the front page.
    pub headline: Text,
    /// The sentence or two under it.
    pub lead: Text,
    /// That rules are changing, or what else everyone must know first; absent if nothing is.
    pub notice: Option<Section>,
    /// What endorsement is.
    pub what: Section,
    /// For whom it is.
    pub who: Section,
    /// What it is good for.
    pub why: Section,
    /// What it is not.
    pub is_not: Section,
    /// What the categories are to each other; stands above the table of them.
    pub categories: Section,
    /// How one gets endorsed, step after step.
    pub steps: Vec<Step>,
    /// What an application consists of.
    pub application: Section,
    /// How long it takes.
    pub how_long: Section,
    /// What it costs.
    pub cost: Section,
    /// How it stays valid.
    pub renewal: Section,
    /// What a registry entry says, and what it does not.
    pub registry: Section,
    /// How to talk to a person.
    pub contact: Section,
}

/// A heading with what stands under it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading.
    pub title: Text,
    /// Paragraphs, plain text.
    #[serde(default)]
    pub paragraphs: Vec<Text>,
    /// A list under them, plain text.
    #[serde(default)]
    pub points: Vec<Text>,
    /// How far to trust what it says.
    pub confidence: Confidence,
    /// Where its facts were read.
    pub source: Vec<String>,
}

/// One step on the way.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in links.
    pub id: String,
    /// What to do, in a few words.
    pub title: Text,
    /// What that means, plain text.
    pub text: Text,
    /// Where its facts were read.
    pub source: Vec<String>,
}

impl Pages {
    /// What stands in their place between the reading of the two files.
    pub(super) fn unread() -> Self {
        let nothing = || Text { en: String::new(), es: String::new() };
        let section = || Section {
            title: nothing(),
            paragraphs: Vec::new(),
            points: Vec::new(),
            confidence: Confidence::Unknown,
            source: Vec::new(),
        };
        Self {
            headline: nothing(),
            lead: nothing(),
            notice: None,
            what: section(),
            who: section(),
            why: section(),
            is_not: section(),
            categories: section(),
            steps: Vec::new(),
            application: section(),
            how_long: section(),
            cost: section(),
            renewal: section(),
            registry: section(),
            contact: section(),
        }
    }
}
