//! What others have a part in: supervision, references, signatures, memberships, exams, standing.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EntryId, WorkKind};

/// Reflective supervision/consultation received: a sum of hours over some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rsc {
    /// The entry's id.
    pub id: EntryId,
    /// First day.
    #[serde(with = "super::read::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "super::read::day")]
    pub to: Date,
    /// Clock minutes received.
    #[serde(with = "super::read::minutes")]
    pub minutes: u32,
    /// In which setting.
    pub setting: Setting,
    /// About what; `None` where not said.
    #[serde(default)]
    pub about: Option<About>,
    /// What the person did at the time; `None` where not said.
    #[serde(default, rename = "while")]
    pub during: Option<WorkKind>,
    /// Who gave it; peers have nobody.
    #[serde(default)]
    pub provider: Option<Provider>,
}

/// Settings of supervision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// One person with a provider.
    Individual,
    /// Several with a provider.
    Group,
    /// Peers among themselves.
    Peer,
}

/// What supervision was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The person's own work with families.
    OwnPractice,
    /// The supervision that the person gives to others.
    OwnRscProvision,
}

/// Who gave supervision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The provider's name.
    #[serde(default)]
    pub name: String,
    /// What the provider was endorsed as, and when.
    #[serde(default)]
    pub standings: Vec<Standing>,
}

/// An endorsement that somebody held over some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The category's id, such as `imhm-c`.
    pub category: Arc<str>,
    /// First day.
    #[serde(with = "super::read::day")]
    pub from: Date,
    /// Last day; `None` while it lasts.
    #[serde(default, with = "super::read::open_day")]
    pub to: Option<Date>,
}

/// A reference rating that came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The entry's id.
    pub id: EntryId,
    /// What the rater is to the person.
    pub relation: Relation,
    /// The day the rating was completed.
    #[serde(with = "super::read::day")]
    pub completed: Date,
    /// How many answers were "not enough information".
    #[serde(default)]
    pub not_enough_information: u32,
    /// What the rater was endorsed as, and when.
    #[serde(default)]
    pub rater_standings: Vec<Standing>,
}

/// What a rater is to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Program supervisor.
    ProgramSupervisor,
    /// Supervisor or chair of the department.
    DepartmentChair,
    /// Provider of the person's reflective supervision.
    RscProvider,
    /// Someone who receives supervision from the person.
    RscRecipient,
    /// Colleague.
    Colleague,
    /// Student taught or supervised.
    Student,
    /// Teacher or trainer.
    Teacher,
    /// Parent or recipient of services.
    Parent,
    /// Someone else.
    Other,
}

/// An agreement signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Which: `code-of-ethics`, `endorsement-agreement`.
    pub agreement: Arc<str>,
    /// The day it was signed.
    #[serde(with = "super::read::day")]
    pub signed: Date,
}

/// A membership of an infant mental health association.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The association's id.
    pub association: Arc<str>,
    /// First day.
    #[serde(with = "super::read::day")]
    pub from: Date,
    /// Last day; `None` while it lasts.
    #[serde(default, with = "super::read::open_day")]
    pub to: Option<Date>,
}

/// A result of one part of the written exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamResult {
    /// Which exam.
    pub series: Series,
    /// Part 1 (choice) or 2 (vignettes).
    pub part: u8,
    /// Percent right, 0 to 100, where it is known.
    #[serde(default)]
    pub percent: Option<u8>,
    /// Whether the part was passed, as the grader recorded it.
    pub passed: bool,
    /// The day of the exam.
    #[serde(with = "super::read::day")]
    pub on: Date,
}

/// Series of categories, and of exams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Series {
    /// Birth to 36 months, IMH-E®.
    Imh,
    /// Three up to six years, ECMH-E®.
    Ecmh,
}

/// An endorsement that the person holds or held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endorsement {
    /// The category's id.
    pub category: Arc<str>,
    /// The association's id.
    pub association: Arc<str>,
    /// First day.
    #[serde(with = "super::read::day")]
    pub from: Date,
    /// Last day; `None` while it lasts.
    #[serde(default, with = "super::read::open_day")]
    pub to: Option<Date>,
}
