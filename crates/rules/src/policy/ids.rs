//! Ids of requirements: public, and the same in every category and association.

use core::fmt;

use serde::{Deserialize, Serialize};

/// The id of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RequirementId {
    /// `education`
    #[serde(rename = "education")]
    Education,
    /// `work.promotion`
    #[serde(rename = "work.promotion")]
    WorkPromotion,
    /// `work.prevention`
    #[serde(rename = "work.prevention")]
    WorkPrevention,
    /// `work.imhs-practice`
    #[serde(rename = "work.imhs-practice")]
    WorkImhsPractice,
    /// `work.provides-rsc`
    #[serde(rename = "work.provides-rsc")]
    WorkProvidesRsc,
    /// `work.policy-leadership`
    #[serde(rename = "work.policy-leadership")]
    WorkPolicyLeadership,
    /// `work.academic-leadership`
    #[serde(rename = "work.academic-leadership")]
    WorkAcademicLeadership,
    /// `leadership`
    #[serde(rename = "leadership")]
    Leadership,
    /// `training.total`
    #[serde(rename = "training.total")]
    TrainingTotal,
    /// `training.imh`
    #[serde(rename = "training.imh")]
    TrainingImh,
    /// `training.rsc`
    #[serde(rename = "training.rsc")]
    TrainingRsc,
    /// `training.dei`
    #[serde(rename = "training.dei")]
    TrainingDei,
    /// `rsc.total`
    #[serde(rename = "rsc.total")]
    RscTotal,
    /// `rsc.about-rsc`
    #[serde(rename = "rsc.about-rsc")]
    RscAboutRsc,
    /// `references`
    #[serde(rename = "references")]
    References,
    /// `agreement.code-of-ethics`
    #[serde(rename = "agreement.code-of-ethics")]
    CodeOfEthics,
    /// `agreement.endorsement`
    #[serde(rename = "agreement.endorsement")]
    EndorsementAgreement,
    /// `membership`
    #[serde(rename = "membership")]
    Membership,
    /// `competencies`
    #[serde(rename = "competencies")]
    Competencies,
    /// `exam`
    #[serde(rename = "exam")]
    Exam,
    /// `base-endorsement`
    #[serde(rename = "base-endorsement")]
    BaseEndorsement,
}

impl RequirementId {
    /// Every id there is.
    pub const ALL: [Self; 21] = [
        Self::Education,
        Self::WorkPromotion,
        Self::WorkPrevention,
        Self::WorkImhsPractice,
        Self::WorkProvidesRsc,
        Self::WorkPolicyLeadership,
        Self::WorkAcademicLeadership,
        Self::Leadership,
        Self::TrainingTotal,
        Self::TrainingImh,
        Self::TrainingRsc,
        Self::TrainingDei,
        Self::RscTotal,
        Self::RscAboutRsc,
        Self::References,
        Self::CodeOfEthics,
        Self::EndorsementAgreement,
        Self::Membership,
        Self::Competencies,
        Self::Exam,
        Self::BaseEndorsement,
    ];

    /// The id as it stands in files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Education => "education",
            Self::WorkPromotion => "work.promotion",
            Self::WorkPrevention => "work.prevention",
            Self::WorkImhsPractice => "work.imhs-practice",
            Self::WorkProvidesRsc => "work.provides-rsc",
            Self::WorkPolicyLeadership => "work.policy-leadership",
            Self::WorkAcademicLeadership => "work.academic-leadership",
            Self::Leadership => "leadership",
            Self::TrainingTotal => "training.total",
            Self::TrainingImh => "training.imh",
            Self::TrainingRsc => "training.rsc",
            Self::TrainingDei => "training.dei",
            Self::RscTotal => "rsc.total",
            Self::RscAboutRsc => "rsc.about-rsc",
            Self::References => "references",
            Self::CodeOfEthics => "agreement.code-of-ethics",
            Self::EndorsementAgreement => "agreement.endorsement",
            Self::Membership => "membership",
            Self::Competencies => "competencies",
            Self::Exam => "exam",
            Self::BaseEndorsement => "base-endorsement",
        }
    }

    /// The requirement of that id, if there is one.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == id)
    }
}

impl fmt::Display for RequirementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
