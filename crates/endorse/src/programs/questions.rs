//! "Find your category": a few questions, and the facts that follow from the answers.
//!
//! An answer never names a category. It says facts, of which a locker is made; the rules judge it.

use anyhow::bail;
use rules::locker::{Degree, Track, WorkKind};
use serde::Deserialize;

use super::categories::Ages;
use super::{Category, Framework, Text, association, said};

/// The questions, in the order in which people read them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// What the giver of somebody's supervision is taken to be endorsed as.
    pub providers: Vec<String>,
    /// The competency area that somebody's trainings are taken to name at least.
    pub area: String,
    /// The questions.
    #[serde(rename = "question")]
    pub all: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name in addresses.
    pub id: String,
    /// Whether more than one answer may be true.
    #[serde(default)]
    pub several: bool,
    /// Whether nothing can be said without an answer.
    #[serde(default)]
    pub required: bool,
    /// What is asked.
    pub text: Text,
    /// What helps to answer.
    #[serde(default)]
    pub hint: Option<Text>,
    /// What one may answer.
    #[serde(rename = "answer")]
    pub answers: Vec<Answer>,
}

/// One answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Its name in addresses.
    pub id: String,
    /// What it says, for people.
    pub text: Text,
    /// What it says, for the rules.
    #[serde(default)]
    pub says: Says,
}

/// The facts that an answer states. What is absent is not said, which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// Scopes of practice, by their ids.
    #[serde(default)]
    pub scope: Vec<String>,
    /// Kinds of work.
    #[serde(default)]
    pub kinds: Vec<WorkKind>,
    /// Ages of the children, in months, both ends included.
    #[serde(default)]
    pub ages: Option<Ages>,
    /// At least so many years of that work, paid.
    #[serde(default)]
    pub years: Option<u16>,
    /// The highest degree.
    #[serde(default)]
    pub degree: Option<Degree>,
    /// At least so many years of giving reflective supervision.
    #[serde(default)]
    pub provides_years: Option<u16>,
    /// At least so many clock hours of reflective supervision received.
    #[serde(default)]
    pub rsc_hours: Option<u32>,
    /// At least so many clock hours of training.
    #[serde(default)]
    pub training_hours: Option<u32>,
    /// Tracks of leadership.
    #[serde(default)]
    pub leads: Vec<Track>,
    /// At least so many years of leading.
    #[serde(default)]
    pub leads_years: Option<u16>,
}

/// One page, five minutes: no fewer and no more.
const HOW_MANY: std::ops::RangeInclusive<usize> = 5..=8;

impl Questions {
    pub(super) fn read(
        categories: &[Category],
        framework: &Framework,
        file: &dyn Fn(&str) -> Option<String>,
    ) -> anyhow::Result<Self> {
        let read: Self = association::parsed("alliance", "questions.toml", file)?;
        if framework.area(&read.area).is_none() {
            bail!("questions.toml: area: the framework has no {:?}", read.area);
        }
        read.check(categories)?;
        Ok(read)
    }

    fn check(&self, categories: &[Category]) -> anyhow::Result<()> {
        if !HOW_MANY.contains(&self.all.len()) {
            bail!("questions.toml: has {} questions, and not five to eight", self.all.len());
        }
        if let Some(id) = self.providers.iter().find(|it| !is_category(categories, it)) {
            bail!("questions.toml: providers: no category {id:?}");
        }
        for (at, question) in self.all.iter().enumerate() {
            let what = format!("questions.toml: {}", question.id);
            if self.all.iter().take(at).any(|it| it.id == question.id) {
                bail!("{what}: is there twice");
            }
            name(&question.id, &what)?;
            for text in std::iter::once(&question.text).chain(&question.hint) {
                said(&text.en, &text.es, &what)?;
            }
            for (at, answer) in question.answers.iter().enumerate() {
                let what = format!("{what}: {}", answer.id);
                if question.answers.iter().take(at).any(|it| it.id == answer.id) {
                    bail!("{what}: is there twice");
                }
                name(&answer.id, &what)?;
                said(&answer.text.en, &answer.text.es, &what)?;
                let known = |scope: &String| categories.iter().any(|it| it.scope == *scope);
                if let Some(scope) = answer.says.scope.iter().find(|it| !known(it)) {
                    bail!("{what}: no category has the scope {scope:?}");
                }
            }
        }
        Ok(())
    }

    /// The question of that name.
    #[must_use]
    pub fn one(&self, id: &str) -> Option<&Question> {
        self.all.iter().find(|it| it.id == id)
    }
}

fn is_category(categories: &[Category], id: &str) -> bool {
    categories.iter().any(|it| it.id == id)
}

/// Refuses what would have to be written otherwise in an address.
fn name(id: &str, what: &str) -> anyhow::Result<()> {
    let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    if id.is_empty() || !id.bytes().all(plain) || id == "said" {
        bail!("{what}: must be a name of small letters, digits and dashes");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::association::shipped;
    use super::super::categories;
    use super::*;

    /// Reads the shipped questions with something replaced.
    fn with(old: &str, new: &str) -> anyhow::Result<Questions> {
        let categories = categories::read(&shipped).unwrap();
        let framework = Framework::read(&shipped).unwrap();
        Questions::read(&categories, &framework, &|path| {
            let text = shipped(path)?;
            assert!(text.contains(old), "nothing to replace");
            Some(text.replacen(old, new, 1))
        })
    }

    #[test]
    fn the_questions_are_sound_and_reach_every_scope() {
        let questions = with("several", "several").unwrap();

        let says = questions.all.iter().flat_map(|it| &it.answers).flat_map(|it| &it.says.scope);
        let reached: std::collections::BTreeSet<&String> = says.collect();
        for category in categories::read(&shipped).unwrap() {
            assert!(reached.contains(&category.scope), "nobody can name {}", category.scope);
        }
    }

    #[test]
    fn questions_that_are_not_sound_are_refused_by_name() {
        for (old, new, complaint) in [
            ("\"rsc-provision\"]", "\"night-watch\"]", "no category has the scope"),
            ("\"imhm-c\", ", "\"imhm-x\", ", "providers: no category"),
            ("area = \"theoretical", "area = \"practical", "area: the framework has no"),
            ("id = \"years\"", "id = \"work\"", "work: is there twice"),
            ("id = \"years\"", "id = \"How long\"", "must be a name of small letters"),
            ("says.years = 2", "says.decades = 2", "unknown field"),
            ("text.es = \"No\"", "text.es = \"\"", "empty in one of the languages"),
        ] {
            let error = format!("{:#}", with(old, new).expect_err(new));
            assert!(error.contains(complaint), "{error}");
        }
    }
}
