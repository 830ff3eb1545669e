//! Programs: the data that make an association run, read once, checked, and asked by everybody.
//!
//! A program is a folder under `programs/`: what the Alliance shares (categories, competency
//! framework, sources) and what an association sets. Nothing in code knows a figure.

pub mod agreements;
pub mod association;
pub mod calendar;
pub mod categories;
pub mod fees;
pub mod framework;
pub mod policies;
pub mod questions;
pub mod rating;
pub mod wording;

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use jiff::civil::Date;
use rules::Policy;
use rules::policy::RenewalPolicy;
use rust_embed::RustEmbed;
use serde::Deserialize;

pub use self::agreements::{Agreement, Agreements};
pub use self::association::Association;
pub use self::calendar::Calendar;
pub use self::categories::Category;
pub use self::fees::Fees;
pub use self::framework::Framework;
pub use self::questions::Questions;
pub use self::rating::RatingForms;
use crate::i18n::Lang;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

impl Text {
    /// In a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        if lang.is_spanish() { &self.es } else { &self.en }
    }
}

/// A text of the rules, in a language.
#[must_use]
pub fn in_lang(text: &rules::policy::Text, lang: Lang) -> &str {
    if lang.is_spanish() { &text.es } else { &text.en }
}

/// Where a rule is written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// The name by which findings cite it: a file's name or an address.
    pub document: String,
    /// Where it was published, as far as known.
    #[serde(default)]
    pub url: Option<String>,
    /// From when it is, as far as known.
    #[serde(default)]
    pub dated: Option<String>,
}

/// Sources by their keys.
pub type Sources = BTreeMap<String, Source>;

/// Everything that makes an association run.
#[derive(Clone, Debug)]
pub struct Program {
    /// The association's id, such as `ct-aimh`.
    pub id: String,
    /// Who the association is and how it sets the product.
    pub association: Association,
    /// What it charges.
    pub fees: Fees,
    /// Its dates.
    pub calendar: Calendar,
    /// What applicants sign.
    pub agreements: Agreements,
    /// What raters fill in.
    pub rating: RatingForms,
    /// Every category of the Alliance, in its order; [`Program::offered`] are those with a policy.
    pub categories: Vec<Category>,
    /// Names of competency domains and areas.
    pub framework: Framework,
    /// What helps people to find their category.
    pub questions: Questions,
    /// Where the rules are written.
    pub sources: Sources,
    policies: BTreeMap<String, Vec<Policy>>,
    renewals: BTreeMap<String, RenewalPolicy>,
}

impl Program {
    /// The category of that id, offered or not.
    #[must_use]
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|it| it.id == id)
    }

    /// The categories that one can apply for here, in the Alliance's order.
    pub fn offered(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(|it| self.policies.contains_key(&it.id))
    }

    /// The policy version in force on a day: exactly one for every category that is offered.
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

    fn read(id: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let categories = categories::read(file)?;
        let framework = Framework::read(file)?;
        let sources: Sources = association::parsed("alliance", "sources.toml", file)?;
        categories::check(&categories, &framework, &sources)?;
        framework.check(&sources)?;
        let questions = Questions::read(&categories, &framework, file)?;
        let (policies, renewals) = policies::read(id, &categories, &framework, &sources, file)?;
        Ok(Self {
            id: id.to_owned(),
            association: Association::read(id, file)?,
            fees: Fees::read(id, file)?,
            calendar: Calendar::read(id, file)?,
            agreements: Agreements::read(id, file)?,
            rating: RatingForms::read(id, file)?,
            categories,
            framework,
            questions,
            sources,
            policies,
            renewals,
        })
    }
}

/// Every program in this binary.
#[derive(Clone, Debug)]
pub struct Programs {
    programs: Vec<Program>,
}

#[derive(RustEmbed)]
#[folder = "../../programs"]
#[include = "**/*.toml"]
#[include = "**/*.md"]
struct Files;

impl Programs {
    /// Reads the programs that are built into the binary, and checks them.
    ///
    /// # Errors
    ///
    /// If a file is missing or not sound: it cannot be read, a text lacks a language, a source is
    /// not known, policy versions overlap or leave a gap. The error names the file.
    pub fn embedded() -> anyhow::Result<Self> {
        Self::read(&|path| {
            Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned())
        })
    }

    fn read(file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut programs = Vec::new();
        for path in Files::iter() {
            if let Some(id) = path.strip_suffix("/association.toml") {
                programs.push(Program::read(id, file).with_context(|| format!("program {id}"))?);
            }
        }
        Ok(Self { programs })
    }

    /// The program of an association.
    #[must_use]
    pub fn of(&self, association: &str) -> Option<&Program> {
        self.programs.iter().find(|it| it.id == association)
    }

    /// Every program there is.
    #[must_use]
    pub fn all(&self) -> &[Program] {
        &self.programs
    }
}

/// Refuses keys of sources that are not known.
fn known(sources: &Sources, keys: &[impl AsRef<str>], what: &str) -> anyhow::Result<()> {
    match keys.iter().find(|key| !sources.contains_key(key.as_ref())) {
        Some(key) => bail!("{what}: source {:?} is not in alliance/sources.toml", key.as_ref()),
        None => Ok(()),
    }
}

/// Refuses a text that is empty in a language.
fn said(en: &str, es: &str, what: &str) -> anyhow::Result<()> {
    if en.trim().is_empty() || es.trim().is_empty() {
        bail!("{what}: a text is empty in one of the languages");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::RequirementId;

    use super::*;

    fn connecticut() -> Program {
        Programs::embedded().unwrap().of("ct-aimh").unwrap().clone()
    }

    /// Reads the shipped programs with one text of one file replaced.
    fn with(
        changed: &'static str,
        from: &'static str,
        to: &'static str,
    ) -> anyhow::Result<Programs> {
        Programs::read(&move |path| {
            let text = association::shipped(path)?;
            assert!(path != changed || text.contains(from), "{changed} has no {from:?}");
            Some(if path == changed { text.replacen(from, to, 1) } else { text })
        })
    }

    fn complaint(read: anyhow::Result<Programs>) -> String {
        format!("{:#}", read.unwrap_err())
    }

    #[test]
    fn six_categories_are_offered() {
        let program = connecticut();

        let offered: Vec<&str> = program.offered().map(|it| it.id.as_str()).collect();
        assert_eq!(offered, ["ifa", "ifs", "imhs", "imhm-c", "imhm-p", "imhm-rf"]);
        assert_eq!(program.categories.len(), 15);
    }

    #[test]
    fn on_every_day_exactly_one_version_applies() {
        let program = connecticut();
        let days = [
            date(1999, 12, 31),
            date(2017, 12, 31),
            date(2018, 1, 1),
            date(2021, 12, 31),
            date(2022, 1, 1),
            date(2023, 12, 31),
            date(2024, 1, 1),
            date(2024, 12, 31),
            date(2025, 1, 1),
            date(2099, 1, 1),
        ];

        for category in program.offered() {
            for day in days {
                let versions = program.versions(&category.id);
                let applying = versions.iter().filter(|it| it.applies_on(day)).count();
                assert_eq!(applying, 1, "{} on {day}", category.id);
            }
        }
    }

    #[test]
    fn the_mentors_rules_change_on_the_first_of_january_2024() {
        let program = connecticut();

        let before = program.policy_on("imhm-c", date(2023, 12, 31)).unwrap();
        let after = program.policy_on("imhm-c", date(2024, 1, 1)).unwrap();
        assert_eq!((&*before.version, &*after.version), ("to-2023", "2024"));
        assert!(before.requirement(RequirementId::TrainingDei).is_none());
        assert!(after.requirement(RequirementId::TrainingDei).is_some());
    }

    #[test]
    fn a_mentor_shows_fifty_five_areas_and_an_associate_thirty_six() {
        let program = connecticut();

        let areas = |category| {
            let policy = program.policy_on(category, date(2025, 1, 1)).unwrap();
            match &policy.requirement(RequirementId::Competencies).unwrap().ask {
                rules::policy::Ask::Competencies(ask) => ask.areas().len(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!((areas("imhm-c"), areas("ifa")), (55, 36));
    }

    #[test]
    fn a_gap_between_versions_is_refused() {
        let file = "ct-aimh/policies/imhm-c.toml";

        let gap = with(file, "effective_to = \"2023-12-31\"", "effective_to = \"2023-12-30\"");
        assert!(complaint(gap).contains("2024: must begin on 2023-12-31"));
        let overlap = with(file, "effective_to = \"2023-12-31\"", "effective_to = \"2024-01-01\"");
        assert!(complaint(overlap).contains("2024: must begin on 2024-01-02"));
    }

    #[test]
    fn an_unknown_source_and_a_missing_text_are_refused() {
        let file = "ct-aimh/policies/imhs.toml";

        let source = with(file, "source = [\"seed000\"]", "source = [\"hearsay\"]");
        assert!(complaint(source).contains("\"hearsay\" is not in alliance/sources.toml"));
        let text = with(file, "text.es = \"Una maestría o un título superior.\"", "text.es = \"\"");
        assert!(complaint(text).contains("education: a text is empty in one of the languages"));
    }

    #[test]
    fn what_is_not_known_is_absent_and_not_zero() {
        let program = connecticut();

        let policy = program.policy_on("imhs", date(2025, 1, 1)).unwrap();
        match &policy.requirement(RequirementId::RscTotal).unwrap().ask {
            rules::policy::Ask::Rsc(ask) => assert_eq!(ask.minutes, None),
            other => panic!("{other:?}"),
        }
    }
}
