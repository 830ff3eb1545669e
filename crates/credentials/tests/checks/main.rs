//! What a badge looks like, and what becomes of one that is altered, expired, revoked or hostile.

#![cfg(test)]

mod golden;
mod hostile;
mod sample;
mod steps;
mod tamper;

use std::sync::LazyLock;

use credentials::{Issuers, Outcome, Report, verify};
use serde_json::Value;

static BADGE: LazyLock<String> =
    LazyLock::new(|| sample::badge().issue(&sample::key(), sample::signed()).unwrap());

static ISSUERS: LazyLock<Issuers> =
    LazyLock::new(|| knowing(&sample::did(), &sample::list(&[]).unwrap()));

/// The sample badge, signed.
fn badge() -> String {
    BADGE.clone()
}

/// An issuer and a list of revocations, both at hand.
fn knowing(did: &str, list: &str) -> Issuers {
    let mut issuers = Issuers::new();
    issuers.learn(did.as_bytes()).unwrap();
    issuers.learn(list.as_bytes()).unwrap();
    issuers
}

/// The sample issuer, whose list revokes nothing.
fn issuers() -> Issuers {
    ISSUERS.clone()
}

/// The report on a text, on the day after the sample was signed.
fn report(text: &str) -> Report {
    verify(text.as_bytes(), &ISSUERS, "2026-01-03T00:00:00Z".parse().unwrap())
}

/// The first step that did not pass, and why.
fn stopped(report: &Report) -> (&'static str, Outcome, &'static str) {
    report
        .findings
        .iter()
        .find(|it| it.outcome != Outcome::Passed)
        .map(|it| (it.step.id(), it.outcome, it.code))
        .unwrap_or(("none", Outcome::Passed, ""))
}

/// The signed sample badge with something done to it after signing.
fn altered(change: impl FnOnce(&mut Value)) -> String {
    let mut badge: Value = serde_json::from_str(&badge()).unwrap();
    change(&mut badge);
    badge.to_string()
}
