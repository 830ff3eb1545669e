//! An assessment in words: for people in their language, and for programs as JSON.
//!
//! No figure is computed here and no sentence written: figures are the rules', sentences are in
//! `en.ftl` and `es.ftl`, and what a requirement says is in the program's own files.

mod amounts;
mod change;
mod closing;
mod document;
mod emerging;

use std::collections::HashMap;

use rules::policy::{RenewalPolicy, Requirement};
use rules::{
    Assessment, Counted, Excluded, Finding, Policy, Reason, RequirementId, Stage, Status, Unit,
};

pub use self::amounts::{amount, years_and_months};
pub use self::change::{ToldChange, changes, direction};
pub use self::document::document;
pub use self::emerging::emerging;
use super::{Rulebook, Source, in_lang};
use crate::i18n::{Lang, Value};

/// What the rules say about one requirement, in a language.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// Which requirement.
    pub id: RequirementId,
    /// When it has to be met.
    pub stage: Stage,
    /// Met, unmet, or a question for a person.
    pub status: Status,
    /// What the figures are measured in.
    pub unit: Unit,
    /// How much is asked; `None` where no rule is known.
    pub required: Option<u64>,
    /// How much counted.
    pub counted: u64,
    /// Its name in a word or two: "Training".
    pub title: String,
    /// The status in a word or two: "Not yet".
    pub status_word: String,
    /// Where it stands: "41.5 of 48 hours count."
    pub sentence: String,
    /// The rule itself.
    pub text: &'a str,
    /// What a reader should know besides.
    pub note: Option<&'a str>,
    /// What would close the gap; `None` if met.
    pub closes_with: Option<String>,
    /// Whether no rule is known, so that the association has to say what it asks.
    pub is_unruled: bool,
    /// What counted.
    pub counted_entries: Vec<ToldCounted<'a>>,
    /// What did not, and why.
    pub excluded_entries: Vec<ToldExcluded<'a>>,
    /// Where the rule is written.
    pub sources: Vec<&'a Source>,
}

/// An entry that counted, in a language.
#[derive(Clone, Debug)]
pub struct ToldCounted<'a> {
    /// The entry's id.
    pub id: &'a str,
    /// How much, with its unit: "12 hours".
    pub amount: String,
}

/// An entry that did not count, in a language.
#[derive(Clone, Debug)]
pub struct ToldExcluded<'a> {
    /// The entry's id.
    pub id: &'a str,
    /// How much, with its unit: "10 hours".
    pub amount: String,
    /// Why, for people.
    pub sentence: String,
    /// Whether it merely is about something else, so that a short list may leave it out.
    pub is_beside: bool,
}

/// The rules that an assessment followed.
#[derive(Clone, Copy, Debug)]
pub enum Rules<'a> {
    /// Those of an application.
    Policy(&'a Policy),
    /// Those of a renewal.
    Renewal(&'a RenewalPolicy),
}

impl<'a> Rules<'a> {
    /// The rules that an assessment followed, if the program still has them.
    #[must_use]
    pub fn of(program: &'a Rulebook, assessment: &Assessment) -> Option<Self> {
        if assessment.version.starts_with("renewal-") {
            program.renewal(&assessment.category).map(Self::Renewal)
        } else {
            program.policy_version(&assessment.category, &assessment.version).map(Self::Policy)
        }
    }

    /// The requirement that a finding is about.
    fn requirement(self, finding: &Finding) -> Option<&'a Requirement> {
        let place = usize::from(finding.place);
        let found = match self {
            Self::Policy(policy) => policy.requirements.get(place),
            Self::Renewal(policy) => policy.requirements.get(place).map(|it| &it.rule),
        };
        found.filter(|it| it.id == finding.id)
    }
}

/// Tells an assessment in a language, one piece for each finding.
#[must_use]
pub fn tell<'a>(program: &'a Rulebook, assessment: &'a Assessment, lang: Lang) -> Vec<Told<'a>> {
    let rules = Rules::of(program, assessment);
    assessment
        .findings
        .iter()
        .map(|finding| {
            let requirement = rules.and_then(|it| it.requirement(finding));
            let mut said = Said::default();
            Told {
                id: finding.id,
                stage: finding.stage,
                status: finding.status,
                unit: finding.unit,
                required: finding.required,
                counted: finding.counted,
                title: title(finding.id, lang),
                status_word: status(finding.status, lang),
                sentence: sentence(finding, lang),
                text: requirement.map_or("", |it| in_lang(&it.text, lang)),
                note: requirement.and_then(|it| it.note.as_ref()).map(|it| in_lang(it, lang)),
                closes_with: closing::closes_with(program, assessment, finding, lang),
                is_unruled: finding.step == Some(rules::Step::AskAssociation),
                counted_entries: finding
                    .counted_entries
                    .iter()
                    .map(|it: &Counted| ToldCounted {
                        id: &it.id,
                        amount: said.amount(it.amount, finding.unit, lang),
                    })
                    .collect(),
                excluded_entries: finding
                    .excluded_entries
                    .iter()
                    .map(|it| ToldExcluded {
                        id: &it.id,
                        amount: said.amount(it.amount, finding.unit, lang),
                        sentence: said.why_not(assessment, finding, it, lang),
                        is_beside: it.is_beside(),
                    })
                    .collect(),
                sources: finding.source.iter().filter_map(|key| program.source(key)).collect(),
            }
        })
        .collect()
}

/// What has been said of the entries of one requirement: entries come in the same few amounts, and
/// do not count for the same few reasons.
#[derive(Default)]
struct Said {
    amounts: HashMap<u64, String>,
    reasons: Vec<((Reason, bool), String)>,
}

impl Said {
    fn amount(&mut self, of: u64, unit: Unit, lang: Lang) -> String {
        self.amounts.entry(of).or_insert_with(|| amount(of, unit, lang)).clone()
    }

    fn why_not(
        &mut self,
        assessment: &Assessment,
        finding: &Finding,
        out: &Excluded,
        lang: Lang,
    ) -> String {
        let why = (out.reason, out.in_doubt);
        if let Some((_, sentence)) = self.reasons.iter().find(|it| it.0 == why) {
            return sentence.clone();
        }
        let sentence = why_not(assessment, finding, out, lang);
        self.reasons.push((why, sentence.clone()));
        sentence
    }
}

/// A requirement's name in a word or two.
#[must_use]
pub fn title(id: RequirementId, lang: Lang) -> String {
    lang.say(&format!("rules-title-{}", dashed(id))).into_owned()
}

/// A status in a word or two.
#[must_use]
pub fn status(status: Status, lang: Lang) -> String {
    lang.say(&format!("rules-status-{}", status.as_str())).into_owned()
}

/// Where a requirement stands, in a sentence.
fn sentence(finding: &Finding, lang: Lang) -> String {
    if let Some(other) = finding.met_by {
        return lang.say1("rules-met-by", "other", title(other, lang));
    }
    if finding.is_excused {
        return lang.say("rules-excused").into_owned();
    }
    let Some(required) = finding.required else {
        let counted = amount(finding.counted, finding.unit, lang);
        return lang.say1("rules-stands-unknown", "counted", counted);
    };
    let counted = amounts::bare(finding.counted, finding.unit, lang);
    let required = amount(required, finding.unit, lang);
    if finding.status == Status::NeedsPerson && finding.in_doubt > 0 {
        let doubt = amount(finding.in_doubt, finding.unit, lang);
        return lang.with(
            "rules-stands-in-doubt",
            &[("counted", counted.into()), ("required", required.into()), ("doubt", doubt.into())],
        );
    }
    lang.say2("rules-stands", "counted", counted, "required", required)
}

/// Why an entry did not count, in a sentence.
fn why_not(assessment: &Assessment, finding: &Finding, out: &Excluded, lang: Lang) -> String {
    let general = format!("rules-reason-{}", out.reason.as_str());
    let special = format!("{general}-{}", group(finding.id));
    // What an entry leaves unsaid is another thing than what it says.
    let doubtful = format!("{general}-doubt");
    let key = match lang {
        _ if out.in_doubt && lang.knows(&doubtful) => doubtful,
        _ if lang.knows(&special) => special,
        _ => general,
    };
    let day = lang.day(assessment.on);
    let since = assessment.effective_from.map(|it| lang.day(it)).unwrap_or_default();
    let values: [(&str, Value<'_>); 2] = [("day", day.into()), ("since", since.into())];
    let sentence = lang.with(&key, &values);
    if out.in_doubt {
        format!("{sentence} {}", lang.say("rules-person-may-look"))
    } else {
        sentence
    }
}

/// The family of requirements that share sentences.
fn group(id: RequirementId) -> &'static str {
    let id = id.as_str();
    id.split('.').next().unwrap_or(id)
}

/// An id as it stands in keys.
fn dashed(id: RequirementId) -> String {
    id.as_str().replace('.', "-")
}

#[cfg(test)]
mod tests;
