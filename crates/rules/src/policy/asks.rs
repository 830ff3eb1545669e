//! What a requirement may ask, and with which figures.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;

use hashbrown::{HashMap, HashSet};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::locker::{About, Ages, Degree, Relation, Series, Track, WorkKind};

/// What a requirement asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// A degree.
    Education(AskEducation),
    /// Years of work of a kind.
    Work(AskWork),
    /// Years of practice leadership.
    Leadership(AskLeadership),
    /// Minutes of training.
    Training(AskTraining),
    /// Minutes of supervision received.
    Rsc(AskRsc),
    /// Reference ratings.
    References(AskReferences),
    /// A signature.
    Agreement(AskAgreement),
    /// A membership.
    Membership(AskMembership),
    /// Competency areas shown.
    Competencies(AskCompetencies),
    /// The written exam.
    Exam(AskExam),
    /// An endorsement to ride on.
    BaseEndorsement(AskBase),
}

/// Any one of these degrees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskEducation {
    /// Those that qualify.
    pub degrees: Vec<Degree>,
    /// Those that may, if a person finds so.
    #[serde(default)]
    pub in_doubt: Vec<Degree>,
    /// Which transcript has to come with a degree; `None` where no rule is known.
    #[serde(default)]
    pub transcript: Option<AskedTranscript>,
}

/// What a transcript has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedTranscript {
    /// Any will do.
    Unofficial,
    /// One that the institution sent or sealed.
    Official,
}

/// Years of work, counted in days over the union of the jobs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskWork {
    /// A job counts if it is any of these.
    pub kinds: Vec<WorkKind>,
    /// How many years; `None` where no rule is known.
    #[serde(default)]
    pub years: Option<u16>,
    /// Whether only paid work counts.
    #[serde(default)]
    pub paid: bool,
    /// How many years of unpaid work a person may let count (a supervised internship).
    #[serde(default)]
    pub unpaid_years_in_doubt: u16,
    /// Whether only days after the first qualifying degree count.
    #[serde(default)]
    pub after_degree: bool,
    /// The work has to reach children younger than this many months.
    #[serde(default)]
    pub younger_than_months: Option<u16>,
    /// The work has to reach children of some of these ages.
    #[serde(default)]
    pub ages: Option<Ages>,
    /// Kinds that tell the ages by themselves. Where there are any, a job that tells its ages neither
    /// so nor in months is for a person; where there are none, the kinds asked say enough.
    #[serde(default)]
    pub ages_known_by: Vec<WorkKind>,
    /// Whether a job has to be about social and emotional needs and about relationships; one that
    /// does not say is for a person.
    #[serde(default)]
    pub focus: bool,
    /// How many families the jobs have to have served in all; `None` where no rule is known.
    #[serde(default)]
    pub families: Option<u32>,
    /// Other amounts that will do instead of `years` and `families`, the preferred first.
    #[serde(default)]
    pub alternatives: Vec<AskFamilies>,
}

/// So many families over so many months: an amount of work that will do for some.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskFamilies {
    /// For those only who also did work of one of these kinds; for everybody if empty.
    #[serde(default)]
    pub came_from: Vec<WorkKind>,
    /// How many families; `None` where no rule is known.
    #[serde(default)]
    pub families: Option<u32>,
    /// Over how many months; `None` where no rule is known.
    #[serde(default)]
    pub months: Option<u16>,
}

/// Years of practice leadership.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskLeadership {
    /// Which track counts; `None` if any does.
    #[serde(default)]
    pub track: Option<Track>,
    /// How many years; `None` where no rule is known.
    #[serde(default)]
    pub years: Option<u16>,
}

/// Subjects of training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Infant mental health.
    Imh,
    /// Giving reflective supervision/consultation.
    Rsc,
    /// Diversity, equity and inclusion.
    Dei,
}

/// Clock minutes of training.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskTraining {
    /// The subject that counts; `None` for all of them.
    #[serde(default)]
    pub subject: Option<Subject>,
    /// How many minutes; `None` where no rule is known.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Whether minutes about giving supervision count only if they were taught (in the total too).
    #[serde(default)]
    pub didactic_rsc: bool,
    /// Whether a training has to name a competency area to count.
    #[serde(default)]
    pub names_area: bool,
    /// How a subject's minutes stand to the total asked beside it; a subject that does not say is
    /// refused by whoever checks a program.
    #[serde(default)]
    pub bucket: Option<Bucket>,
    /// Up to so many minutes may be volunteering for the association; `None` where no rule is known.
    #[serde(default)]
    pub volunteer_minutes: Option<u32>,
}

/// How the minutes of a subject stand to the total asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bucket {
    /// They lie within it: of so many hours, so many about the subject.
    WithinTotal,
    /// They are asked beside other subjects, and the total is the sum of them all.
    Additional,
}

/// Clock minutes of supervision received.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskRsc {
    /// How many minutes; `None` where no rule is known.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// What it has to be about; `None` for anything.
    #[serde(default)]
    pub about: Option<About>,
    /// Who may give it; empty where no rule is known.
    #[serde(default)]
    pub providers: Vec<ProviderRule>,
    /// Whether a provider has to qualify, but no source lists who does, so that a person has to look.
    #[serde(default)]
    pub providers_unlisted: bool,
    /// First day on which the rules about providers hold; before it, a person has to look.
    #[serde(default)]
    pub providers_from: Option<Date>,
    /// Whether only hours after the first qualifying degree count.
    #[serde(default)]
    pub after_degree: bool,
    /// What the person has to do at the time; empty where no rule is known.
    #[serde(default, rename = "while")]
    pub during: Vec<WorkKind>,
    /// What may do, if a person finds so (work that does not tell the ages asked).
    #[serde(default, rename = "while_in_doubt")]
    pub during_in_doubt: Vec<WorkKind>,
    /// What will do besides when the hours are about the supervision that the person gives.
    #[serde(default, rename = "while_about_rsc")]
    pub during_about_rsc: Vec<WorkKind>,
    /// Whether hours among peers count, if the peers hold what a provider must.
    #[serde(default)]
    pub peers: bool,
    /// The hours have to lie within so many months, and over so many; `None` where no rule is known.
    #[serde(default)]
    pub span_months: Option<Span>,
    /// How these hours stand to the total asked beside them.
    #[serde(default)]
    pub bucket: Option<Bucket>,
}

/// Over how long the hours have to be spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Months at least; `None` where no rule is known.
    #[serde(default)]
    pub least: Option<u16>,
    /// Months at most; `None` where no rule is known.
    #[serde(default)]
    pub most: Option<u16>,
}

/// Who may give supervision, and for how long that rule holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderRule {
    /// Endorsed as this on the dates of the hours.
    pub category: Arc<str>,
    /// First day on which such a provider's hours count.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day on which such a provider's hours count.
    #[serde(default)]
    pub to: Option<Date>,
    /// Whether more is asked than the category tells, so that a person has to look.
    #[serde(default)]
    pub in_doubt: bool,
}

/// Reference ratings, each in a slot of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskReferences {
    /// One slot for each rating asked; empty where no number is known.
    #[serde(default)]
    pub slots: Vec<Slot>,
    /// So many answers "not enough information" void a rating; `None` where no rule is known.
    #[serde(default)]
    pub void_from: Option<u32>,
    /// So many months after its day a rating is too old; `None` where no rule is known.
    #[serde(default)]
    pub valid_months: Option<u16>,
    /// At least one rater has to hold one of these; empty where no rule is known.
    #[serde(default)]
    pub one_endorsed_as: Vec<Arc<str>>,
}

/// A place for one rating.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Who may fill it, the preferred first; empty where no rule is known, so that anyone may.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// The rater has to hold one of these, or a person has to vet them; empty where none is asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endorsed_as: Vec<Arc<str>>,
}

/// An agreement to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskAgreement {
    /// Which: `code-of-ethics`, `endorsement-agreement`.
    pub agreement: Arc<str>,
}

/// A membership that runs on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskMembership {
    /// Only of this association; `None` if any infant mental health association will do.
    #[serde(default)]
    pub own: Option<Arc<str>>,
}

/// Every competency area of the category, shown by at least one course or training.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Listed")]
pub struct AskCompetencies {
    areas: Vec<Area>,
    /// Where each of them is in the list.
    #[serde(skip)]
    places: HashMap<Arc<str>, usize>,
}

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    #[serde(default)]
    areas: Vec<Area>,
}

impl From<Listed> for AskCompetencies {
    fn from(it: Listed) -> Self {
        Self::new(it.areas)
    }
}

impl AskCompetencies {
    /// These areas; whoever loads a program takes them from the competency framework.
    #[must_use]
    pub fn new(mut areas: Vec<Area>) -> Self {
        areas.sort_by(|one, other| order(&one.id, &other.id));
        let places = areas.iter().zip(0..).map(|(area, at)| (area.id.clone(), at)).collect();
        Self { areas, places }
    }

    /// The areas, in an order that means nothing but stays.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The place of an area among [`AskCompetencies::areas`].
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }
}

/// Every area of the framework, so that a name that is none can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Arc<str>>", into = "Vec<Arc<str>>")]
pub struct Areas {
    ids: HashSet<Arc<str>>,
}

impl From<Vec<Arc<str>>> for Areas {
    fn from(ids: Vec<Arc<str>>) -> Self {
        Self::new(ids)
    }
}

impl From<Areas> for Vec<Arc<str>> {
    fn from(it: Areas) -> Self {
        let mut ids: Self = it.ids.into_iter().collect();
        ids.sort_unstable_by(|one, other| order(one, other));
        ids
    }
}

impl Areas {
    /// These areas; whoever loads a program takes them from the competency framework.
    #[must_use]
    pub fn new(ids: Vec<Arc<str>>) -> Self {
        Self { ids: ids.into_iter().collect() }
    }

    /// Whether there is such an area. Where none is known at all, every name is one.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        if self.ids.is_empty() { !id.trim().is_empty() } else { self.ids.contains(id) }
    }
}

/// The shortest first. Kept copies of a version are compared by their digest.
fn order(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

/// A competency area that a category asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its id, `domain/area`.
    pub id: Arc<str>,
    /// Whether a source names it for the category; if not, only a person can ask for it.
    pub confirmed: bool,
}

/// Parts of the written exam, each passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskExam {
    /// Which exam.
    pub series: Series,
    /// Its parts.
    pub parts: Vec<u8>,
}

/// A base category that an add-on rides on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskBase {
    /// Any of these.
    pub categories: Vec<Arc<str>>,
}
