//! Who is in the story. All of them are fictional.

/// The one password of everybody in the demonstration.
pub const PASSWORD: &str = "quiet-river-lantern";

/// A rater of the applicant's who has begun and not finished.
pub(super) const OPEN_RATER: &str = "rhea.rater@example.org";

/// Somebody one can sign in as.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    /// What they are, in one word.
    pub role: &'static str,
    /// What they are called.
    pub name: &'static str,
    /// Where they sign in.
    pub email: &'static str,
    /// How far they are.
    pub stage: &'static str,
}

const fn role(
    role: &'static str,
    name: &'static str,
    email: &'static str,
    stage: &'static str,
) -> Role {
    Role { role, name, email, stage }
}

pub(super) const COORDINATOR: Role = role(
    "coordinator",
    "Cora Fable",
    "cora.fable@example.org",
    "runs the programme: everything below waits on her desk or has been there",
);
pub(super) const ADMINISTRATOR: Role = role(
    "administrator",
    "Alma Fable",
    "alma.fable@example.org",
    "gives roles: who coordinates and who reviews, until when, and whether it is still needed",
);
pub(super) const REVIEWER: Role = role(
    "reviewer",
    "Rosa Fable",
    "rosa.fable@example.org",
    "has one file half judged, and others behind her",
);
pub(super) const SECOND_REVIEWER: Role = role(
    "second-reviewer",
    "Ruben Fable",
    "ruben.fable@example.org",
    "has been asked to judge a file and has not declared anything yet",
);
pub(super) const ADVISOR: Role = role(
    "advisor",
    "Adam Fable",
    "adam.fable@example.org",
    "helps one applicant along who agreed; another has been asked",
);
pub(super) const TREASURER: Role = role(
    "treasurer",
    "Theo Fable",
    "theo.fable@example.org",
    "sees what is owed and confirms what has come, and no evidence",
);
pub(super) const AUDITOR: Role = role(
    "auditor",
    "Audra Fable",
    "audra.fable@example.org",
    "reads files, saying why, and changes nothing",
);
pub(super) const NETWORK: Role = role(
    "network",
    "Nora Fable",
    "nora.fable@example.org",
    "looks after the whole installation: which associations it has and who administers them",
);
pub(super) const APPLICANT: Role = role(
    "applicant",
    "Ana Sample",
    "ana.sample@example.org",
    "prepares Mentor - Clinical with some 60 entries; some do not count, each with its reason",
);
pub(super) const NEWCOMER: Role = role(
    "newcomer",
    "Nina Sample",
    "nina.sample@example.org",
    "has just registered; her locker is empty",
);
pub(super) const READY: Role = role(
    "ready",
    "Rita Sample",
    "rita.sample@example.org",
    "has everything together for Mentor - Clinical and has not submitted yet",
);
pub(super) const SUBMITTED: Role = role(
    "submitted",
    "Sam Sample",
    "sam.sample@example.org",
    "has submitted; nobody has been asked to review it",
);
pub(super) const IN_REVIEW: Role =
    role("in-review", "Ivy Sample", "ivy.sample@example.org", "is in review with both reviewers");
pub(super) const MORE_INFORMATION: Role = role(
    "more-information",
    "Moira Sample",
    "moira.sample@example.org",
    "was asked for more, and her file is open again",
);
pub(super) const EXAM: Role = role(
    "exam",
    "Edgar Sample",
    "edgar.sample@example.org",
    "is approved for the written exam; part 1 is passed",
);
pub(super) const ENDORSED: Role = role(
    "endorsed",
    "Erin Sample",
    "erin.sample@example.org",
    "is endorsed as Mentor - Clinical, with certificate and badge; this year's renewal is open",
);
pub(super) const RENEWING: Role = role(
    "renewing",
    "Rene Sample",
    "rene.sample@example.org",
    "is endorsed and has handed this year's renewal in; it waits on the desk",
);
pub(super) const LAPSED: Role = role(
    "lapsed",
    "Lena Sample",
    "lena.sample@example.org",
    "was endorsed two years ago and has not renewed: the registry says until when",
);
pub(super) const SPECIALIST: Role = role(
    "specialist",
    "Ines Sample",
    "ines.sample@example.org",
    "prepares Infant Family Specialist; raters have answered, declined and not opened their letter",
);
pub(super) const EARLY_CHILDHOOD: Role = role(
    "early-childhood",
    "Ella Sample",
    "ella.sample@example.org",
    "has submitted Early Childhood Family Specialist; what no source tells waits for a person",
);
pub(super) const SPANISH: Role = role(
    "spanish",
    "Esperanza Ejemplo",
    "esperanza.ejemplo@example.org",
    "prepares Infant Family Associate, in Spanish",
);

/// Everybody one can sign in as.
pub const CAST: [Role; 21] = [
    COORDINATOR,
    ADMINISTRATOR,
    REVIEWER,
    SECOND_REVIEWER,
    ADVISOR,
    TREASURER,
    AUDITOR,
    NETWORK,
    APPLICANT,
    NEWCOMER,
    READY,
    SUBMITTED,
    IN_REVIEW,
    MORE_INFORMATION,
    EXAM,
    ENDORSED,
    RENEWING,
    LAPSED,
    SPECIALIST,
    EARLY_CHILDHOOD,
    SPANISH,
];
