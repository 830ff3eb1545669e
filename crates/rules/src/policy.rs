//! What an association asks for one category from a day on: data with dates, figures and sources.
//!
//! Read from the program's files; a figure that no source states is absent, and absent is not zero.

mod asks;
mod ids;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use asks::{
    Area, Ask, AskAgreement, AskBase, AskCompetencies, AskEducation, AskExam, AskLeadership,
    AskMembership, AskReferences, AskRsc, AskTraining, AskWork, ProviderRule, Slot, Subject,
};
pub use ids::RequirementId;

/// One version of what one association asks for one category. Immutable once used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The association's id; filled in by whoever loads the program.
    #[serde(default = "nobody")]
    pub association: Arc<str>,
    /// The category's id; filled in by whoever loads the program.
    #[serde(default = "nobody")]
    pub category: Arc<str>,
    /// The version's id, such as `2024`.
    pub version: Arc<str>,
    /// First day in force; `None` if no source tells when it began.
    #[serde(default)]
    pub effective_from: Option<Date>,
    /// Last day in force; `None` while it is.
    #[serde(default)]
    pub effective_to: Option<Date>,
    /// Which day of an application selects the version.
    #[serde(default)]
    pub anchor: Anchor,
    /// How sure the version as a whole is.
    pub confidence: Confidence,
    /// What a reader should know of the version.
    #[serde(default)]
    pub note: Option<Text>,
    /// What it asks, in the order in which people read it.
    #[serde(rename = "requirement")]
    pub requirements: Vec<Requirement>,
}

impl Policy {
    /// Whether the version is in force on a day.
    #[must_use]
    pub fn applies_on(&self, day: Date) -> bool {
        self.effective_from.is_none_or(|from| from <= day)
            && self.effective_to.is_none_or(|to| day <= to)
    }

    /// The requirement of that id, if the version states it.
    #[must_use]
    pub fn requirement(&self, id: RequirementId) -> Option<&Requirement> {
        self.requirements.iter().find(|it| it.id == id)
    }
}

fn nobody() -> Arc<str> {
    Arc::from("")
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// Which day of an application selects the policy version. No source says; a version does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The day of registration.
    RegisteredOn,
    /// The day of submission.
    #[default]
    SubmittedOn,
    /// The day of decision.
    DecidedOn,
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read on the association's page.
    Page,
    /// Read on the association's page, whose text went on past what could be read.
    PageCut,
    /// One item of a text.
    Partial,
    /// Taken over from a sister category or association; to be confirmed.
    Inferred,
    /// From memory; to be confirmed.
    Recall,
}

/// When a requirement has to be met; the earlier is less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Before the application is submitted.
    #[default]
    Submission,
    /// Before the endorsement is given.
    Endorsement,
}

impl Stage {
    /// `submission` or `endorsement`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Endorsement => "endorsement",
        }
    }
}

/// One rule of a policy version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id, the same in every category.
    pub id: RequirementId,
    /// When it has to be met.
    #[serde(default)]
    pub stage: Stage,
    /// What it asks.
    pub ask: Ask,
    /// Another requirement that will do instead of this one.
    #[serde(default)]
    pub or: Option<RequirementId>,
    /// Keys of the sources, at least one.
    pub source: Arc<[Arc<str>]>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The rule in a sentence, in our own words.
    pub text: Text,
    /// What a reader should know besides.
    #[serde(default)]
    pub note: Option<Text>,
}

/// What one association asks of those who renew in one category.
///
/// Not part of a [`Policy`]: whoever was endorsed under an older version renews by today's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewalPolicy {
    /// The association's id.
    pub association: Arc<str>,
    /// The category's id.
    pub category: Arc<str>,
    /// How many calendar years a cycle has.
    pub cycle_years: u16,
    /// Its rules, with the same ids as those of an application.
    pub requirements: Vec<RenewalRequirement>,
}

/// One rule of renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewalRequirement {
    /// The rule; its stage is of no account.
    pub rule: Requirement,
    /// First cycle in which it holds; `None` if no source tells when it began.
    #[serde(default)]
    pub from_cycle: Option<i16>,
    /// Last cycle in which it holds; `None` while it does.
    #[serde(default)]
    pub to_cycle: Option<i16>,
    /// Whether it holds for givers of supervision only (`true`), for others only (`false`), or for
    /// both (`None`).
    #[serde(default)]
    pub if_provides_rsc: Option<bool>,
}
