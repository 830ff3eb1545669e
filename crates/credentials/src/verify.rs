//! Checking a badge, step by step, with what is known. What cannot be known is said to be unknown,
//! and unknown is not valid.

mod status;

use jiff::Timestamp;
use serde_json::Value;

use crate::canonical;
use crate::contexts;
use crate::document::{Document, has_type};
use crate::issuers::{Issuers, Listed};
use crate::moment;
use crate::proof::{self, Proof, Refused};

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Looked at, and as it must be.
    Passed,
    /// Looked at, and not as it must be.
    Failed,
    /// Could not be looked at.
    Unknown,
}

/// What is looked at, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Can the file be read in only one way?
    Parse,
    /// Does it use the words of badges, and no others?
    Contexts,
    /// Does it have the shape of a badge?
    Types,
    /// Is the key one that the issuer lists?
    Key,
    /// Was it signed with that key, and not altered since?
    Signature,
    /// Is it in force?
    Dates,
    /// Was it revoked?
    Status,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Parse,
        Self::Contexts,
        Self::Types,
        Self::Key,
        Self::Signature,
        Self::Dates,
        Self::Status,
    ];

    /// The name for programs; stable.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Parse => "parse",
            Self::Contexts => "contexts",
            Self::Types => "types",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Dates => "dates",
            Self::Status => "status",
        }
    }
}

/// What a step found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The step.
    pub step: Step,
    /// How it ended.
    pub outcome: Outcome,
    /// Why, for programs; stable, as `revoked` or `issuer-unknown`.
    pub code: &'static str,
    /// A detail for people, in English, where the code does not say all: a place, a date.
    pub detail: Option<String>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// One finding for each step, in order.
    pub findings: Vec<Finding>,
    /// The document, if it could be read. Believe it only if the verdict is [`Outcome::Passed`].
    pub document: Option<Document>,
    /// The time for which the status list that was used is good, if one was used.
    pub list: Option<ListDates>,
}

/// From when and until when a status list may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListDates {
    /// What is known about revocations is as old as this.
    pub from: Timestamp,
    /// After this the list says nothing about badges that it does not revoke.
    pub until: Option<Timestamp>,
}

impl Report {
    /// The answer: failed if any step failed, else unknown if any is unknown, else passed.
    #[must_use]
    pub fn verdict(&self) -> Outcome {
        let any = |outcome| self.findings.iter().any(|it| it.outcome == outcome);
        if any(Outcome::Failed) {
            Outcome::Failed
        } else if any(Outcome::Unknown) || self.findings.len() != Step::ALL.len() {
            Outcome::Unknown
        } else {
            Outcome::Passed
        }
    }

    /// The finding of one step.
    #[must_use]
    pub fn finding(&self, step: Step) -> Option<&Finding> {
        self.findings.iter().find(|it| it.step == step)
    }
}

/// How a step ends: its outcome, why, and a detail where there is one.
struct End {
    outcome: Outcome,
    code: &'static str,
    detail: Option<String>,
}

impl End {
    fn passed(code: &'static str) -> Self {
        Self { outcome: Outcome::Passed, code, detail: None }
    }

    fn failed(code: &'static str) -> Self {
        Self { outcome: Outcome::Failed, code, detail: None }
    }

    fn unknown(code: &'static str) -> Self {
        Self { outcome: Outcome::Unknown, code, detail: None }
    }

    fn because(self, detail: impl ToString) -> Self {
        Self { detail: Some(detail.to_string()), ..self }
    }

    fn at(self, step: Step) -> Finding {
        Finding { step, outcome: self.outcome, code: self.code, detail: self.detail }
    }
}

/// Checks a badge with what is known about issuers, as of a time.
///
/// A step that builds on one that did not pass is unknown (`not-reached`); only the dates are
/// looked at whenever the file can be read.
#[must_use]
pub fn verify(bytes: &[u8], issuers: &Issuers, now: Timestamp) -> Report {
    let document = match Document::read(bytes) {
        Ok(document) => document,
        Err(malformed) => {
            let parse = End::failed(malformed.code()).because(malformed).at(Step::Parse);
            let rest = Step::ALL.iter().skip(1);
            let findings = std::iter::once(parse)
                .chain(rest.map(|step| End::unknown("not-reached").at(*step)))
                .collect();
            return Report { findings, document: None, list: None };
        }
    };
    let mut findings = vec![End::passed("readable").at(Step::Parse)];
    findings.extend(authentic(&document, issuers, now, &Kind::BADGE));
    let ours =
        findings.iter().filter(|it| it.step < Step::Dates).all(|it| it.outcome == Outcome::Passed);
    let (status, list) = if ours {
        status::look(&document, issuers, now)
    } else {
        (End::unknown("not-reached"), None)
    };
    findings.push(status.at(Step::Status));
    Report { findings, document: Some(document), list }
}

/// What a credential must be to be taken for one of a kind.
struct Kind {
    contexts: &'static [&'static str],
    /// Any one of these.
    types: &'static [&'static str],
    subject: &'static str,
}

impl Kind {
    const BADGE: Self = Self {
        contexts: &[contexts::CREDENTIALS, contexts::BADGES],
        types: &["OpenBadgeCredential", "AchievementCredential"],
        subject: "AchievementSubject",
    };
    const STATUS_LIST: Self = Self {
        contexts: &[contexts::CREDENTIALS],
        types: &["BitstringStatusListCredential"],
        subject: "BitstringStatusList",
    };
}

/// The steps from the contexts to the dates, for a badge or a status list.
fn authentic(document: &Document, issuers: &Issuers, now: Timestamp, kind: &Kind) -> Vec<Finding> {
    type Look<'a> = Box<dyn Fn() -> End + 'a>;
    let steps: [(Step, Look); 4] = [
        (Step::Contexts, Box::new(|| look_at_contexts(document, kind))),
        (Step::Types, Box::new(|| look_at_types(document, kind))),
        (Step::Key, Box::new(|| look_at_key(document, issuers))),
        (Step::Signature, Box::new(|| look_at_signature(document, issuers))),
    ];
    let mut findings: Vec<Finding> = Vec::new();
    for (step, look) in steps {
        let reached = findings.iter().all(|it| it.outcome == Outcome::Passed);
        let end = if reached { look() } else { End::unknown("not-reached") };
        findings.push(end.at(step));
    }
    findings.push(look_at_dates(document, now).at(Step::Dates));
    findings
}

fn look_at_contexts(document: &Document, kind: &Kind) -> End {
    match canonical::known_contexts(document.get("@context")) {
        None => End::failed("other-contexts"),
        Some(named) if named.starts_with(kind.contexts) => End::passed("known-contexts"),
        Some(_) => End::failed("contexts-missing"),
    }
}

fn look_at_types(document: &Document, kind: &Kind) -> End {
    let typed =
        document.is_a("VerifiableCredential") && kind.types.iter().any(|it| document.is_a(it));
    if !typed {
        return End::failed("type");
    }
    if document.text(&["id"]).is_none() {
        return End::failed("id");
    }
    if document.issuer().is_none() {
        return End::failed("issuer");
    }
    let Some(Value::Object(subject)) = document.get("credentialSubject") else {
        return End::failed("subject");
    };
    let named = subject.contains_key("id") || subject.contains_key("identifier");
    let is = subject.get("type").is_some_and(|types| has_type(types, kind.subject));
    if named && is { End::passed("known-types") } else { End::failed("subject") }
}

fn look_at_key(document: &Document, issuers: &Issuers) -> End {
    let proof = match Proof::of(document) {
        Ok(proof) => proof,
        Err(refused) => return End::failed("proof-form").because(refused),
    };
    let issuer = document.issuer().unwrap_or_default();
    if proof.key.split_once('#').is_none_or(|(owner, _)| owner != issuer) {
        return End::failed("not-the-issuers-key").because(proof.key);
    }
    match issuers.key(issuer, proof.key) {
        Listed::UnknownIssuer => End::unknown("issuer-unknown").because(issuer),
        Listed::No => End::failed("key-not-listed").because(proof.key),
        Listed::Unusable => End::failed("key-unusable").because(proof.key),
        Listed::Yes(_) => End::passed("key-listed").because(issuer),
    }
}

fn look_at_signature(document: &Document, issuers: &Issuers) -> End {
    let key = Proof::of(document)
        .map(|proof| issuers.key(document.issuer().unwrap_or_default(), proof.key));
    let Ok(Listed::Yes(key)) = key else {
        return End::unknown("not-reached");
    };
    match proof::holds(document, &key) {
        Ok(true) => End::passed("unaltered"),
        Ok(false) => End::failed("altered"),
        Err(refused @ Refused::NotCanonical(_)) => End::failed("not-canonical").because(refused),
        Err(refused) => End::failed("proof-form").because(refused),
    }
}

fn look_at_dates(document: &Document, now: Timestamp) -> End {
    let Ok((from, until)) = dates(document) else {
        return End::failed("dates-unreadable");
    };
    let expired = Proof::of(document).ok().and_then(|it| it.expires).is_some_and(|it| it < now);
    if expired {
        return End::failed("proof-expired");
    }
    // As the document writes it, in the issuer's own time zone.
    let written = |name| document.text(&[name]).unwrap_or_default();
    match (from, until) {
        (Some(from), Some(until)) if until < from => End::failed("dates-reversed"),
        (Some(from), _) if now < from => End::failed("not-yet").because(written("validFrom")),
        (_, Some(until)) if until < now => End::failed("expired").because(written("validUntil")),
        (_, Some(_)) => End::passed("in-force").because(written("validUntil")),
        (_, None) => End::passed("no-end"),
    }
}

/// A member that is there but is not a time.
struct NotATime;

/// `validFrom` and `validUntil`, where they are stated.
fn dates(document: &Document) -> Result<(Option<Timestamp>, Option<Timestamp>), NotATime> {
    let read = |name| match document.get(name) {
        None => Ok(None),
        Some(value) => value.as_str().and_then(moment::read).map(Some).ok_or(NotATime),
    };
    Ok((read("validFrom")?, read("validUntil")?))
}
