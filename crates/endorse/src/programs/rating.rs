//! The forms that references fill in: the same items for every relation, worded for each.
//!
//! `rating-forms/form.toml` has the parts, items and scale; `rating-forms/<relation>.toml` says how
//! this relation knows the applicant and rewords items where it sees them differently. Ids are the
//! same in all, so that a reviewer can lay three references side by side.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use serde::Deserialize;

use super::Text;
use super::association::{Confidence, parsed};

/// The relations that have a form, by their names in locker files and policies.
pub const RELATIONS: [&str; 8] = [
    "program-supervisor",
    "rsc-provider",
    "rsc-recipient",
    "colleague",
    "department-chair",
    "student",
    "teacher",
    "parent",
];

/// The form for each relation.
#[derive(Clone, Debug)]
pub struct RatingForms {
    forms: Vec<RatingForm>,
    otherwise: RatingForm,
}

/// One form.
#[derive(Clone, Debug)]
pub struct RatingForm {
    /// Its version, kept with every reference that answers it.
    pub version: String,
    /// Whether it is sample wording, which the association replaces by its own.
    pub sample: bool,
    /// What pages say beside a sample.
    pub sample_notice: Text,
    /// The relation that it is worded for, one of [`RELATIONS`].
    pub relation: &'static str,
    /// Who is asked, said to the person asked: "You supervise this person's work …".
    pub intro: Text,
    /// What each item is asked with: "How often do you see this?"
    pub question: Text,
    /// The parts, in the order in which they are asked.
    pub parts: Vec<Part>,
    /// The answers that rate, lowest first.
    pub scale: Vec<Choice>,
    /// The answer that does not rate.
    pub not_enough_information: Choice,
    /// The overall recommendation.
    pub recommendation: Recommendation,
    /// Asks for how many months the two have known each other.
    pub known_months: Question,
    /// Asks in which capacity.
    pub capacity: Question,
    /// What the person confirms by sending the form.
    pub attestation: Text,
    /// When such a form does not count.
    pub rules: Rules,
}

/// A part of the form, about one area of competence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Unique in the form; the id of a competency domain.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// Something to rate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Unique in the form, the same for every relation.
    pub id: String,
    /// What is rated.
    pub text: Text,
}

/// An answer to pick.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is kept.
    pub id: String,
    /// What is shown.
    pub label: Text,
}

/// A question with an open answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub label: Text,
    /// What helps to answer.
    pub hint: Text,
}

/// The overall recommendation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// What is asked.
    pub label: Text,
    /// `recommend`, `with-reservations`, `do-not-recommend`.
    pub choices: Vec<Choice>,
    /// Asks for a comment.
    pub comment: Question,
    /// The choices that cannot be sent without a comment.
    pub comment_needed: Vec<String>,
}

/// When a form does not count, or asks for a second look.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// From so many "not enough information" answers on, the form is void.
    pub void_from: usize,
    /// Where that was read.
    pub void_source: Vec<String>,
    /// For how many months a form counts; absent if unknown.
    pub valid_months: Option<u8>,
    /// How far to trust `valid_months`.
    pub valid_confidence: Confidence,
    /// Where that was read.
    pub valid_source: Vec<String>,
    /// For how many months the two should have known each other; advice, not a bar.
    pub known_months_advised: Option<u16>,
    /// How far to trust it.
    pub known_confidence: Confidence,
    /// Where that was read.
    pub known_source: Vec<String>,
}

impl RatingForms {
    /// Reads `rating-forms/form.toml` of an association's folder, and the file of each relation.
    ///
    /// # Errors
    ///
    /// If a file is missing or not as it should be: an id used twice, a reworded item that does not
    /// exist, a scale without answers, a form that is void from the start or can never be.
    pub fn read(folder: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let common: Common = parsed(folder, "rating-forms/form.toml", file)?;
        let path = format!("{folder}/rating-forms/form.toml");
        common.check().with_context(|| path.clone())?;
        let mut forms = Vec::new();
        for relation in RELATIONS {
            let name = format!("rating-forms/{relation}.toml");
            let worded: Worded = parsed(folder, &name, file)?;
            forms
                .push(common.worded(relation, worded).with_context(|| format!("{folder}/{name}"))?);
        }
        let otherwise = forms.iter().find(|it| it.relation == common.otherwise).cloned();
        let otherwise =
            otherwise.with_context(|| format!("{path}: otherwise = {:?}", common.otherwise))?;
        Ok(Self { forms, otherwise })
    }

    /// The form for a relation; the general one for a relation that has none of its own (`other`).
    pub fn for_relation(&self, relation: &str) -> &RatingForm {
        self.forms.iter().find(|it| it.relation == relation).unwrap_or(&self.otherwise)
    }
}

impl RatingForm {
    /// Every item, in the order in which it is asked.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts.iter().flat_map(|it| &it.items)
    }

    /// Every answer that an item can have, "not enough information" last.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.scale.iter().chain([&self.not_enough_information])
    }

    /// Whether a form with so many "not enough information" answers does not count.
    pub fn is_void(&self, not_enough_information: usize) -> bool {
        not_enough_information >= self.rules.void_from
    }
}

/// `rating-forms/form.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    version: String,
    sample: bool,
    sample_notice: Text,
    otherwise: String,
    question: Text,
    scale: Vec<Choice>,
    not_enough_information: Choice,
    recommendation: Recommendation,
    known_months: Question,
    capacity: Question,
    attestation: Text,
    rules: Rules,
    parts: Vec<Part>,
}

/// `rating-forms/<relation>.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Worded {
    intro: Text,
    capacity_hint: Text,
    #[serde(default)]
    items: BTreeMap<String, Text>,
}

impl Common {
    fn check(&self) -> anyhow::Result<()> {
        let items: Vec<_> = self.parts.iter().flat_map(|it| &it.items).map(|it| &it.id).collect();
        once("part", self.parts.iter().map(|it| &it.id))?;
        once("item", items.iter().copied())?;
        once("answer", self.scale.iter().chain([&self.not_enough_information]).map(|it| &it.id))?;
        once("recommendation", self.recommendation.choices.iter().map(|it| &it.id))?;
        if self.scale.len() < 2 {
            bail!("scale: needs at least two answers");
        }
        for needed in &self.recommendation.comment_needed {
            if !self.recommendation.choices.iter().any(|it| it.id == *needed) {
                bail!("recommendation.comment_needed: there is no {needed:?}");
            }
        }
        if !(1..=items.len()).contains(&self.rules.void_from) {
            bail!("rules.void_from: must be between 1 and the number of items");
        }
        Ok(())
    }

    fn worded(&self, relation: &'static str, mut worded: Worded) -> anyhow::Result<RatingForm> {
        let mut parts = self.parts.clone();
        for item in parts.iter_mut().flat_map(|it| &mut it.items) {
            if let Some(text) = worded.items.remove(&item.id) {
                item.text = text;
            }
        }
        if let Some(id) = worded.items.keys().next() {
            bail!("items: there is no item {id:?} to reword");
        }
        Ok(RatingForm {
            version: self.version.clone(),
            sample: self.sample,
            sample_notice: self.sample_notice.clone(),
            relation,
            intro: worded.intro,
            question: self.question.clone(),
            parts,
            scale: self.scale.clone(),
            not_enough_information: self.not_enough_information.clone(),
            recommendation: self.recommendation.clone(),
            known_months: self.known_months.clone(),
            capacity: Question { label: self.capacity.label.clone(), hint: worded.capacity_hint },
            attestation: self.attestation.clone(),
            rules: self.rules.clone(),
        })
    }
}

fn once<'a>(what: &str, ids: impl Iterator<Item = &'a String>) -> anyhow::Result<()> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            bail!("the {what} {id:?} is there twice");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::association::shipped;
    use super::*;

    fn connecticut() -> RatingForms {
        RatingForms::read("ct-aimh", &shipped).unwrap()
    }

    /// Reads Connecticut's own forms with something replaced in one file.
    fn read_with(name: &str, old: &str, new: &str) -> anyhow::Result<RatingForms> {
        RatingForms::read("ct-aimh", &|path| {
            let text = shipped(path)?;
            let is_it = path.ends_with(name);
            assert!(!is_it || text.contains(old), "nothing to replace");
            Some(if is_it { text.replacen(old, new, 1) } else { text })
        })
    }

    #[test]
    fn every_relation_has_six_parts_of_three_or_four_items() {
        let forms = connecticut();

        for relation in RELATIONS {
            let form = forms.for_relation(relation);
            assert_eq!(form.relation, relation);
            let parts: Vec<_> = form.parts.iter().map(|it| it.id.as_str()).collect();
            assert_eq!(
                parts,
                [
                    "reflection",
                    "working-with-others",
                    "thinking",
                    "communicating",
                    "direct-service-skills",
                    "theoretical-foundations"
                ]
            );
            assert!(form.parts.iter().all(|it| matches!(it.items.len(), 3 | 4)), "{relation}");
            assert_eq!(form.items().count(), 22, "{relation}");
            assert!(form.sample);
        }
    }

    #[test]
    fn relations_ask_the_same_items_in_their_own_words() {
        let forms = connecticut();
        let ids = |relation| {
            let form: &RatingForm = forms.for_relation(relation);
            form.items().map(|it| it.id.clone()).collect::<Vec<_>>()
        };
        let words = |relation| {
            let form: &RatingForm = forms.for_relation(relation);
            form.items().map(|it| it.text.en.clone()).collect::<Vec<_>>()
        };

        for relation in RELATIONS {
            assert_eq!(ids(relation), ids("colleague"));
        }
        assert_ne!(words("parent"), words("colleague"));
        assert_ne!(words("rsc-recipient"), words("rsc-provider"));
    }

    #[test]
    fn five_not_enough_information_answers_count_and_six_void_the_form() {
        let forms = connecticut();
        let form = forms.for_relation("rsc-provider");

        assert!(!form.is_void(5));
        assert!(form.is_void(6));
        assert!(!form.rules.void_source.is_empty());
    }

    #[test]
    fn an_item_has_four_ratings_and_a_way_to_say_that_one_cannot_tell() {
        let forms = connecticut();
        let form = forms.for_relation("teacher");

        let ids: Vec<_> = form.choices().map(|it| it.id.as_str()).collect();
        assert_eq!(
            ids,
            ["rarely", "sometimes", "often", "nearly-always", "not-enough-information"]
        );
        let choices = form.recommendation.choices.iter();
        let choices: Vec<_> = choices.map(|it| it.id.as_str()).collect();
        assert_eq!(choices, ["recommend", "with-reservations", "do-not-recommend"]);
    }

    #[test]
    fn a_relation_without_a_form_gets_the_colleagues() {
        assert_eq!(connecticut().for_relation("other").relation, "colleague");
    }

    #[test]
    fn bad_forms_are_refused_by_name() {
        for (name, old, new, why) in [
            ("form.toml", "void_from = 6", "void_from = 0", "rules.void_from"),
            ("form.toml", "void_from = 6", "void_from = 23", "rules.void_from"),
            ("form.toml", "otherwise = \"colleague\"", "otherwise = \"aunt\"", "aunt"),
            ("form.toml", "id = \"often\"", "id = \"rarely\"", "there twice"),
            ("form.toml", "comment_needed = [", "comment_needed = [\"maybe\", ", "maybe"),
            ("parent.toml", "[items]", "[items]\nno-such = { en = \"a\", es = \"b\" }", "no-such"),
        ] {
            let error = format!("{:#}", read_with(name, old, new).expect_err(new));
            assert!(error.contains(why) && error.contains(name), "{error}");
        }
    }
}
