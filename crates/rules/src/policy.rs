//! What an association asks for one category from a day on: data with dates, figures and sources.
//!
//! Read from the program's files; a figure that no source states is absent, and absent is not zero.

mod asks;
mod buckets;
mod ids;
mod renewing;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use asks::{
    Area, Areas, Ask, AskAgreement, AskBase, AskCompetencies, AskEducation, AskExam, AskFamilies,
    AskLeadership, AskMembership, AskReferences, AskRsc, AskTraining, AskWork, AskedTranscript,
    Bucket, ProviderRule, Slot, Span, Subject,
};
pub use buckets::{BucketProblem, bucket_problem};
pub use ids::RequirementId;
pub use renewing::{
    Cycle, CycleLength, Exemption, Proof, RenewalPolicy, RenewalRequirement, Since,
};

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
    /// A standing that one may have while some of it is still open; `None` if there is none.
    #[serde(default)]
    pub emerging: Option<Emerging>,
    /// Which edition of the competency framework it follows; `None` for the newest.
    #[serde(default)]
    pub framework: Option<Arc<str>>,
    /// Every competency area there is, whatever the category; filled in by whoever loads the program.
    #[serde(default)]
    pub areas: Areas,
    /// What it asks, in the order in which people read it.
    #[serde(rename = "requirement")]
    pub requirements: Vec<Requirement>,
}

/// A standing with some requirements still open: otherwise as good as the endorsement, for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emerging {
    /// Which requirements may still be open.
    pub open: Vec<RequirementId>,
    /// How many months the person then has; `None` where no rule is known.
    #[serde(default)]
    pub months: Option<u16>,
    /// Whether the person may meanwhile give supervision that counts.
    #[serde(default)]
    pub provides_rsc: bool,
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
    /// Whether it is advice: what is short is then for a person, and never unmet.
    #[serde(default)]
    pub advisory: bool,
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
