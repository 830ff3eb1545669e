//! Programs: the data that make an association run, read once, checked, and asked by everybody.
//!
//! A program is a folder under `programs/`: what the Alliance shares (categories, competency
//! framework, sources) and what an association sets. Nothing in code knows a figure.

pub mod agreements;
pub mod association;
pub mod calendar;
pub mod categories;
pub mod check;
pub mod diff;
pub mod draft;
pub mod fees;
pub mod framework;
pub mod lock;
pub mod offers;
mod policies;
pub mod problem;
pub mod questions;
pub mod rating;
mod rulebook;
pub mod wording;

use std::collections::BTreeMap;
use std::ops::Deref;

use anyhow::{Context as _, bail};
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
pub use self::rulebook::Rulebook;
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

/// Everything that makes an association run: its rules, and the settings to serve it.
#[derive(Clone, Debug)]
pub struct Program {
    rulebook: Rulebook,
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
    /// What helps people to find their category.
    pub questions: Questions,
}

/// A program is asked about its rules as if it were they.
impl Deref for Program {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        &self.rulebook
    }
}

impl Program {
    fn read(rulebook: Rulebook, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let id = rulebook.id.as_str();
        let (association, calendar) = (Association::read(id, file)?, Calendar::read(id, file)?);
        calendar.follows(&association)?;
        Ok(Self {
            association,
            fees: Fees::read(id, file)?,
            calendar,
            agreements: Agreements::read(whose(id, "agreements/index.toml", file), file)?,
            rating: RatingForms::read(whose(id, "rating-forms/form.toml", file), file)?,
            questions: Questions::read(&rulebook.categories, &rulebook.framework, file)?,
            rulebook,
        })
    }
}

/// The folder of those samples that an association has none of its own of: the first association's.
/// They are neutral, and every association replaces them by its licensed texts.
fn whose<'a>(id: &'a str, name: &str, file: &dyn Fn(&str) -> Option<String>) -> &'a str {
    if file(&format!("{id}/{name}")).is_some() { id } else { "ct-aimh" }
}

/// Every program in this binary.
#[derive(Clone, Debug)]
pub struct Programs {
    served: Vec<Program>,
    others: Vec<Rulebook>,
}

#[derive(RustEmbed)]
#[folder = "../../programs"]
#[include = "**/*.toml"]
#[include = "**/*.md"]
struct Files;

/// A file of the programs that are built into the binary.
fn embedded(path: &str) -> Option<String> {
    Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned())
}

impl Programs {
    /// Reads the programs that are built into the binary, and checks them.
    ///
    /// # Errors
    ///
    /// If a file is missing or not sound: it cannot be read, a text lacks a language, a source is
    /// not known, policy versions overlap or leave a gap. The error names the file.
    pub fn embedded() -> anyhow::Result<Self> {
        Self::read(&embedded)
    }

    fn read(file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut all = Self { served: Vec::new(), others: Vec::new() };
        for path in Files::iter() {
            let Some(id) = path.strip_suffix("/program.toml") else { continue };
            let story = || format!("program {id}");
            let rulebook = Rulebook::read(id, file).with_context(story)?;
            // Without settings and pages there are rules, and nothing to serve.
            if file(&format!("{id}/association.toml")).is_some() {
                all.served.push(Program::read(rulebook, file).with_context(story)?);
            } else {
                all.others.push(rulebook);
            }
        }
        Ok(all)
    }

    /// The program of an association that can be served.
    #[must_use]
    pub fn of(&self, association: &str) -> Option<&Program> {
        self.served.iter().find(|it| it.id == association)
    }

    /// Every program that can be served.
    #[must_use]
    pub fn all(&self) -> &[Program] {
        &self.served
    }

    /// The rules of an association, whether it can be served or not.
    #[must_use]
    pub fn rulebook(&self, association: &str) -> Option<&Rulebook> {
        self.rulebooks().find(|it| it.id == association)
    }

    /// The rules of every association, those that can be served first.
    pub fn rulebooks(&self) -> impl Iterator<Item = &Rulebook> {
        self.served.iter().map(Deref::deref).chain(&self.others)
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
    fn all_categories_of_both_series_are_offered_and_the_add_on_is_not() {
        let program = connecticut();

        let offered: Vec<&str> = program.offered().map(|it| it.id.as_str()).collect();
        assert_eq!(
            offered,
            [
                "ifa", "ifs", "ifrs", "imhs", "imhm-c", "imhm-p", "imhm-rf", "ecfa", "ecfs",
                "ecfrs", "ecmhs", "ecmhm-c", "ecmhm-p", "ecmhm-rf"
            ]
        );
        assert_eq!(program.categories.len(), 15);
        // What Indiana and Arizona ask can be tried out; that Connecticut asks it is not known.
        assert_eq!(program.offers.status("ers"), offers::Status::Unknown);
        let add_on = program.policy_on("ers", date(2025, 1, 1)).unwrap();
        assert_eq!((&*add_on.version, add_on.confidence), ("2024", rules::Confidence::Inferred));
    }

    #[test]
    fn a_category_that_began_has_no_rules_before() {
        let program = connecticut();

        assert!(program.policy_on("ifrs", date(2022, 8, 31)).is_none());
        assert!(program.policy_on("ifrs", date(2022, 9, 1)).is_some());
        assert!(program.policy_on("ers", date(2023, 12, 31)).is_none());
    }

    #[test]
    fn levels_are_other_names_of_categories() {
        let program = connecticut();
        let named = |typed| program.one_named(typed).map(|it| it.id.clone());

        for (typed, id) in [
            ("IMHM-R/F", "imhm-rf"),
            ("imhm-c", "imhm-c"),
            ("II", "ifs"),
            ("Level 3", "imhs"),
            ("level-i", "ifa"),
            ("nivel II", "ifs"),
        ] {
            assert_eq!(named(typed).as_deref(), Ok(id), "{typed}");
        }
        let four = named("level IV").unwrap_err();
        assert_eq!(four, "\"level IV\" became several categories: imhm-c, imhm-p, imhm-rf");
        assert!(named("V").unwrap_err().starts_with("\"V\" is not one of ifa, ifs, ifrs"));
    }

    #[test]
    fn texas_and_arizona_differ_by_data_only() {
        let programs = Programs::embedded().unwrap();
        let served: Vec<&str> = programs.all().iter().map(|it| it.id.as_str()).collect();
        assert_eq!(served, ["ct-aimh", "first3years-tx"]);

        let texas = programs.rulebook("first3years-tx").unwrap();
        let arizona = programs.rulebook("itmhca-az").unwrap();
        let offered: Vec<&str> = texas.offered().map(|it| it.id.as_str()).collect();
        assert_eq!(offered, ["ifa", "ifs", "imhs", "imhm-c", "imhm-p", "imhm-rf", "ers"]);
        assert_eq!(arizona.offers.status("ifrs"), offers::Status::NoLonger);
        assert_eq!(arizona.offers.status("ecfa"), offers::Status::NotOffered);

        // What is taken over is no surer than that, and the sentence about Connecticut is not.
        let policy = texas.policy_on("imhm-c", date(2024, 2, 1)).unwrap();
        let total = policy.requirement(RequirementId::TrainingTotal).unwrap();
        assert_eq!(
            (policy.association.as_ref(), total.confidence),
            ("first3years-tx", rules::Confidence::Inferred)
        );
        let member = policy.requirement(RequirementId::Membership).unwrap();
        assert_eq!(member.text.en, "Membership of First3Years.");
        assert_eq!(member.confidence, rules::Confidence::Page);

        let renewal = |book: &Rulebook| book.renewal("ifs").unwrap().cycle(2026);
        let (three, one) = (renewal(texas), renewal(arizona));
        assert_eq!((three.first_year, three.last_year), (2025, 2027));
        assert_eq!((one.first_year, one.last_year), (2026, 2026));
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
                let began = versions[0].effective_from.is_none_or(|from| from <= day);
                assert_eq!(applying, usize::from(began), "{} on {day}", category.id);
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
    fn what_is_not_sound_is_not_read() {
        let file = "ct-aimh/policies/imhm-c.toml";
        let gap = with(file, "effective_to = \"2023-12-31\"", "effective_to = \"2023-12-30\"");

        let said = complaint(gap);
        assert!(said.contains("leaves a gap: must begin on 2023-12-31"), "{said}");
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
