//! The locker: all of a person's evidence, exactly as the file `endorse-locker/1` holds it.
//!
//! Lists may be missing or empty; an unknown field is refused. Reading checks types, days and
//! minutes; [`Locker::check`] checks what only the whole can show. What an optional field leaves
//! open stays open: the rules then ask for a person, never guess.

mod check;
mod people;
mod plain;
mod read;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;

pub use check::Problem;
pub use people::{
    About, Endorsement, ExamResult, Membership, Provider, Reference, Relation, Rsc, Series,
    Setting, Signature, Standing,
};
pub use plain::Plain;

/// The id of an entry, unique within its locker. Cheap to clone, since findings point at entries.
pub type EntryId = Arc<str>;

/// All of a person's evidence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locker {
    /// The format of the file; other numbers are refused.
    pub format: Format,
    /// Whose locker it is.
    #[serde(default)]
    pub person: Person,
    /// Degrees and certificates.
    #[serde(default)]
    pub education: Vec<Education>,
    /// Courses that show competencies.
    #[serde(default)]
    pub courses: Vec<Course>,
    /// Jobs and other work.
    #[serde(default)]
    pub work: Vec<Work>,
    /// In-service trainings.
    #[serde(default)]
    pub trainings: Vec<Training>,
    /// Practice leadership.
    #[serde(default)]
    pub leadership: Vec<Leadership>,
    /// Reflective supervision/consultation received.
    #[serde(default)]
    pub rsc: Vec<Rsc>,
    /// Reference ratings that came in.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// Agreements signed.
    #[serde(default)]
    pub signatures: Vec<Signature>,
    /// Memberships of infant mental health associations.
    #[serde(default)]
    pub memberships: Vec<Membership>,
    /// Results of the written exam.
    #[serde(default)]
    pub exam_results: Vec<ExamResult>,
    /// Endorsements held.
    #[serde(default)]
    pub endorsements: Vec<Endorsement>,
}

impl Locker {
    /// Only what an assessment has to do with: of evidence, the entries that it names. What others
    /// said, signed or decided stays.
    #[must_use]
    pub fn used_by(mut self, assessment: &Assessment) -> Self {
        let used = assessment.used();
        self.education.retain(|it| used.contains(&*it.id));
        self.courses.retain(|it| used.contains(&*it.id));
        self.work.retain(|it| used.contains(&*it.id));
        self.trainings.retain(|it| used.contains(&*it.id));
        self.leadership.retain(|it| used.contains(&*it.id));
        self.rsc.retain(|it| used.contains(&*it.id));
        self
    }

    /// Whether there is evidence of that id.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.education.iter().any(|it| &*it.id == id)
            || self.courses.iter().any(|it| &*it.id == id)
            || self.work.iter().any(|it| &*it.id == id)
            || self.trainings.iter().any(|it| &*it.id == id)
            || self.leadership.iter().any(|it| &*it.id == id)
            || self.rsc.iter().any(|it| &*it.id == id)
    }
}

/// The one format known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// `endorse-locker/1`
    #[default]
    #[serde(rename = "endorse-locker/1")]
    V1,
}

/// Whose locker it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name, as the person writes it.
    #[serde(default)]
    pub name: String,
}

/// A degree, certificate or credential of education.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Education {
    /// The entry's id.
    pub id: EntryId,
    /// What it is.
    pub degree: Degree,
    /// Its title, such as "MSW".
    #[serde(default)]
    pub title: String,
    /// Where it was earned.
    #[serde(default)]
    pub institution: String,
    /// Its field.
    #[serde(default)]
    pub field: String,
    /// The day it was conferred; `None` while it is not.
    #[serde(default, with = "read::open_day")]
    pub conferred: Option<Date>,
    /// The transcript given, if any.
    #[serde(default)]
    pub transcript: Option<Transcript>,
}

/// Kinds of degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Degree {
    /// No degree.
    None,
    /// Child Development Associate.
    Cda,
    /// A certificate.
    Certificate,
    /// Associate degree.
    Associate,
    /// Bachelor's degree.
    Bachelor,
    /// Master's degree.
    Master,
    /// Doctorate, medical ones included.
    Doctorate,
    /// Something else, which a person must look at.
    Other,
}

/// Kinds of transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transcript {
    /// Printed or downloaded by the person.
    Unofficial,
    /// Sent or sealed by the institution.
    Official,
    /// None given.
    None,
}

/// A course of study that shows competencies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The entry's id.
    pub id: EntryId,
    /// What it was called.
    #[serde(default)]
    pub title: String,
    /// Where it was taken.
    #[serde(default)]
    pub institution: String,
    /// The day it was completed; `None` while it is not.
    #[serde(default, with = "read::open_day")]
    pub completed: Option<Date>,
    /// Credit hours; nothing is computed from them.
    #[serde(default)]
    pub credits: Option<f64>,
    /// Ids of competency areas, `domain/area`.
    #[serde(default)]
    pub competencies: Vec<String>,
}

/// A job or other work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// The entry's id.
    pub id: EntryId,
    /// What the person did.
    #[serde(default)]
    pub role: String,
    /// For whom.
    #[serde(default)]
    pub employer: String,
    /// First day.
    #[serde(with = "read::day")]
    pub from: Date,
    /// Last day; `None` while it lasts.
    #[serde(default, with = "read::open_day")]
    pub to: Option<Date>,
    /// Whether it was paid; `None` where not said.
    #[serde(default)]
    pub paid: Option<bool>,
    /// What kinds of work it was; one job may be several.
    #[serde(default)]
    pub kinds: Vec<WorkKind>,
    /// Families served.
    #[serde(default)]
    pub families: Option<u32>,
    /// Ages of the children served; `None` where not said.
    #[serde(default)]
    pub ages_months: Option<Ages>,
    /// What the work was about.
    #[serde(default)]
    pub focus: Option<Focus>,
}

/// Kinds of work, and what one did while receiving supervision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkKind {
    /// Promotion of infant mental health.
    Promotion,
    /// Prevention and early intervention.
    Prevention,
    /// Practice as an Infant Mental Health Specialist.
    ImhsPractice,
    /// Giving reflective supervision/consultation.
    ProvidesRsc,
    /// Leading in policy or program administration.
    PolicyLeadership,
    /// Leading in university teaching or research.
    AcademicLeadership,
    /// Work with children of three and older.
    PreschoolPractice,
}

/// Ages of children in months, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// Youngest.
    pub from: u16,
    /// Oldest.
    pub to: u16,
}

/// What a job was about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Focus {
    /// The social and emotional needs of the child.
    #[serde(default)]
    pub social_emotional: bool,
    /// The relationships around the child.
    #[serde(default)]
    pub relationships: bool,
}

/// An in-service training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// The entry's id.
    pub id: EntryId,
    /// What it was called.
    #[serde(default)]
    pub title: String,
    /// Who taught it.
    #[serde(default)]
    pub trainer: String,
    /// First day.
    #[serde(with = "read::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "read::day")]
    pub to: Date,
    /// Its form.
    #[serde(default)]
    pub form: Option<Form>,
    /// Its clock minutes, each under one subject.
    pub minutes: Minutes,
    /// Whether it was taught (and not, say, a discussion); `None` where not said.
    #[serde(default)]
    pub didactic: Option<bool>,
    /// Ids of competency areas, `domain/area`.
    #[serde(default)]
    pub competencies: Vec<String>,
}

/// Forms of training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A course.
    Course,
    /// A series of sessions.
    Series,
    /// A workshop.
    Workshop,
    /// A conference.
    Conference,
    /// A reading group.
    ReadingGroup,
    /// Something else.
    Other,
}

/// The clock minutes of a training by subject; no minute is in two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Infant mental health.
    #[serde(default, with = "read::minutes")]
    pub imh: u32,
    /// Giving reflective supervision/consultation.
    #[serde(default, with = "read::minutes")]
    pub rsc: u32,
    /// Diversity, equity and inclusion.
    #[serde(default, with = "read::minutes")]
    pub dei: u32,
}

impl Minutes {
    /// All minutes of the training.
    #[must_use]
    pub fn total(&self) -> u64 {
        u64::from(self.imh) + u64::from(self.rsc) + u64::from(self.dei)
    }
}

/// Practice leadership over some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leadership {
    /// The entry's id.
    pub id: EntryId,
    /// What the person did.
    #[serde(default)]
    pub activity: String,
    /// In which track of Mentor it counts.
    pub track: Track,
    /// First day.
    #[serde(with = "read::day")]
    pub from: Date,
    /// Last day; `None` while it lasts.
    #[serde(default, with = "read::open_day")]
    pub to: Option<Date>,
}

/// Tracks of the Mentor categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    /// Mentor – Clinical.
    Clinical,
    /// Mentor – Policy.
    Policy,
    /// Mentor – Research/Faculty.
    ResearchFaculty,
}
