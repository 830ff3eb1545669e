//! What the rules say about a locker: a finding for every requirement, and never a decision.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::locker::EntryId;
use crate::policy::{RequirementId, Slot, Stage};

/// What a policy version says about a locker on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The association whose policy it is.
    pub association: Arc<str>,
    /// The category asked for.
    pub category: Arc<str>,
    /// The policy version's id.
    pub version: Arc<str>,
    /// The policy version's first day; `None` if it has no known beginning.
    pub effective_from: Option<Date>,
    /// The policy version's last day; `None` while it is in force.
    pub effective_to: Option<Date>,
    /// The day the locker was looked at: nothing dated later counts.
    pub on: Date,
    /// Which requirements make up [`Assessment::status`].
    pub stage: Stage,
    /// One finding for each requirement, in the policy's order, later stages included.
    pub findings: Vec<Finding>,
    /// How it stands with some requirements still open; `None` if the policy allows none to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emerging: Option<EmergingStanding>,
}

/// How a locker stands for the emerging status of an endorsement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergingStanding {
    /// What the requirements come to that may not be open.
    pub status: Status,
    /// Those that may be open and are not met yet.
    pub still_open: Vec<RequirementId>,
    /// How many months the person then has; `None` where no rule is known.
    pub months: Option<u16>,
}

impl Assessment {
    /// Unmet if any requirement of the stage is, else needing a person if any does, else met.
    #[must_use]
    pub fn status(&self) -> Status {
        self.of_stage().map(|it| it.status).max().unwrap_or(Status::Met)
    }

    /// The findings that count for the stage.
    pub fn of_stage(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.stage <= self.stage)
    }

    /// The finding about a requirement, if the policy states it.
    #[must_use]
    pub fn finding(&self, id: RequirementId) -> Option<&Finding> {
        self.findings.iter().find(|it| it.id == id)
    }

    /// The entries that have anything to do with what was asked: what counted, and what was looked
    /// at and did not.
    #[must_use]
    pub fn used(&self) -> BTreeSet<&str> {
        let counted = self.findings.iter().flat_map(|it| &it.counted_entries).map(|it| &*it.id);
        let excluded = self.findings.iter().flat_map(|it| &it.excluded_entries);
        counted.chain(excluded.filter(|it| !it.is_beside()).map(|it| &*it.id)).collect()
    }
}

/// What the rules say about one requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which requirement.
    pub id: RequirementId,
    /// The place of its rule in the policy's list, from 0.
    pub place: u16,
    /// When it has to be met.
    pub stage: Stage,
    /// Met, unmet, or a question for a person.
    pub status: Status,
    /// What `required`, `counted` and the amounts are measured in.
    pub unit: Unit,
    /// How much is asked; `None` where no rule is known, which is not zero.
    pub required: Option<u64>,
    /// How much counted. Overlapping days count once.
    pub counted: u64,
    /// How much more a person could let count, beyond `counted`.
    pub in_doubt: u64,
    /// The entries that counted, in the locker's order.
    pub counted_entries: Vec<Counted>,
    /// The entries, or parts of entries, that did not, in the locker's order.
    pub excluded_entries: Vec<Excluded>,
    /// The smallest step that closes the gap; `None` if met.
    pub step: Option<Step>,
    /// Another requirement that was met instead of this one.
    pub met_by: Option<RequirementId>,
    /// Whether it counts as met because the person is excused from a first renewal.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub is_excused: bool,
    /// Keys of the sources of the rule.
    pub source: Arc<[Arc<str>]>,
}

/// What the arithmetic comes to; the worst is greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is there.
    Met,
    /// Arithmetic cannot tell.
    NeedsPerson,
    /// Something is missing.
    Unmet,
}

impl Status {
    /// `met`, `needs-person` or `unmet`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NeedsPerson => "needs-person",
            Self::Unmet => "unmet",
        }
    }

    /// Whether it is met.
    #[must_use]
    pub fn is_met(self) -> bool {
        self == Self::Met
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a finding measures in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Clock minutes.
    Minutes,
    /// Calendar days.
    Days,
    /// Degrees or certificates.
    Degrees,
    /// Reference ratings.
    Ratings,
    /// Signatures.
    Signatures,
    /// Memberships.
    Memberships,
    /// Competency areas.
    Areas,
    /// Parts of the exam.
    Parts,
    /// Endorsements held.
    Endorsements,
}

impl Unit {
    /// The unit's name in files and keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Days => "days",
            Self::Degrees => "degrees",
            Self::Ratings => "ratings",
            Self::Signatures => "signatures",
            Self::Memberships => "memberships",
            Self::Areas => "areas",
            Self::Parts => "parts",
            Self::Endorsements => "endorsements",
        }
    }
}

/// An entry that counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The entry. Signatures go by their agreement, memberships by their association, exam results
    /// by `imh-part-1`.
    pub id: EntryId,
    /// How much of it, in the finding's unit.
    pub amount: u64,
}

/// An entry, or a part of one, that did not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excluded {
    /// The entry, as in [`Counted::id`].
    pub id: EntryId,
    /// How much of it, in the finding's unit.
    pub amount: u64,
    /// Why.
    pub reason: Reason,
    /// Whether a person could let it count after all.
    pub in_doubt: bool,
}

impl Excluded {
    /// Whether it is about something else altogether, so that nobody would look for it here.
    #[must_use]
    pub fn is_beside(&self) -> bool {
        self.reason == Reason::WrongSubject && !self.in_doubt
    }
}

/// Why something did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It is dated after the day of the assessment.
    AfterDate,
    /// It came before the degree it has to follow.
    BeforeDegree,
    /// It came before the period asked about.
    BeforeWindow,
    /// The provider was not endorsed as asked on those dates.
    ProviderNotQualified,
    /// The provider's endorsement had ended by then.
    ProviderStandingEnded,
    /// A sum of hours over a period in which its countability changes.
    Straddles,
    /// Peers have no qualified provider.
    PeerSetting,
    /// The person did not do the work that the hours have to go with.
    NotWhileServing,
    /// The work was not paid, or nobody said that it was.
    Unpaid,
    /// The children were of another age.
    WrongAge,
    /// No competency area is named.
    NoCompetency,
    /// It is about something else, or of another kind.
    WrongSubject,
    /// It belongs to another track of Mentor.
    WrongTrack,
    /// It was not taught, or nobody said that it was.
    NotDidactic,
    /// It says too little to count, or was not passed.
    Void,
    /// It is too old, or ended.
    Expired,
    /// Another one has its place.
    SlotTaken,
}

impl Reason {
    /// The reason's name in files and keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AfterDate => "after-date",
            Self::BeforeDegree => "before-degree",
            Self::BeforeWindow => "before-window",
            Self::ProviderNotQualified => "provider-not-qualified",
            Self::ProviderStandingEnded => "provider-standing-ended",
            Self::Straddles => "straddles",
            Self::PeerSetting => "peer-setting",
            Self::NotWhileServing => "not-while-serving",
            Self::Unpaid => "unpaid",
            Self::WrongAge => "wrong-age",
            Self::NoCompetency => "no-competency",
            Self::WrongSubject => "wrong-subject",
            Self::WrongTrack => "wrong-track",
            Self::NotDidactic => "not-didactic",
            Self::Void => "void",
            Self::Expired => "expired",
            Self::SlotTaken => "slot-taken",
        }
    }
}

/// The smallest step that closes a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// So many more minutes of what the requirement asks.
    MinutesMore(u64),
    /// So many more days of what the requirement asks.
    DaysMore(u64),
    /// More families, and more days of the same work; one of the two may be nothing.
    Serve {
        /// Families more.
        families: u64,
        /// Days more.
        days: u64,
    },
    /// A degree that qualifies.
    Degree,
    /// Ratings that fill these slots.
    Rate(Vec<Slot>),
    /// A rating by someone who is endorsed.
    RateByEndorsed,
    /// The agreement's signature.
    Sign(Arc<str>),
    /// A membership that runs on the day.
    Join,
    /// Evidence for these competency areas.
    Show(Vec<Arc<str>>),
    /// These parts of the exam.
    Pass(Vec<u8>),
    /// The base endorsement.
    Hold,
    /// The person's word that it is so.
    Attest,
    /// Nothing to do but to have a person look at what is in doubt.
    HaveLooked,
    /// Nothing to do but to ask the association, since no rule is known.
    AskAssociation,
}
