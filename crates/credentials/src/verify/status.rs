//! The step about revocation: the list that a badge names, if it is at hand, genuine and fresh.

use jiff::Timestamp;
use serde_json::Value;

use super::{End, Kind, ListDates, Outcome, Step, authentic, dates};
use crate::document::{Document, has_type};
use crate::issuers::Issuers;
use crate::moment;
use crate::status_list::StatusList;

/// What a badge says about where to look.
struct Entry<'a> {
    purpose: &'a str,
    list: &'a str,
    index: u32,
}

/// What the list says about the badge. The badge itself must have been found genuine before.
pub(super) fn look(
    badge: &Document,
    issuers: &Issuers,
    now: Timestamp,
) -> (End, Option<ListDates>) {
    let Some(entry) = badge.get("credentialStatus") else {
        return (End::unknown("no-status-entry"), None);
    };
    let Some(entry) = Entry::read(entry) else {
        return (End::failed("status-entry-form"), None);
    };
    let Some(list) = issuers.list(entry.list) else {
        return (End::unknown("list-not-at-hand").because(entry.list), None);
    };
    let found = genuine(badge, list, issuers, now, &entry).and_then(|dates| {
        let bit = bit(list, &entry)?;
        Ok((bit, dates))
    });
    match found {
        Err(end) => (end, None),
        // What is revoked stays revoked, however old the list.
        Ok((true, dates)) => (End::failed("revoked").because(moment::utc(dates.from)), Some(dates)),
        Ok((false, dates)) if dates.until.is_some_and(|until| until < now) => {
            (End::unknown("list-out-of-date").because(moment::utc(dates.from)), Some(dates))
        }
        Ok((false, dates)) => {
            (End::passed("not-revoked").because(moment::utc(dates.from)), Some(dates))
        }
    }
}

impl<'a> Entry<'a> {
    fn read(entry: &'a Value) -> Option<Self> {
        let text = |name| entry.get(name).and_then(Value::as_str);
        if text("type") != Some("BitstringStatusListEntry") {
            return None;
        }
        let index = text("statusListIndex")?;
        if !index.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        Some(Self {
            purpose: text("statusPurpose")?,
            list: text("statusListCredential")?,
            index: index.parse().ok()?,
        })
    }
}

/// Whether the list is one that the badge's issuer signed for this purpose, and from when.
fn genuine(
    badge: &Document,
    list: &Document,
    issuers: &Issuers,
    now: Timestamp,
    entry: &Entry<'_>,
) -> Result<ListDates, End> {
    let broken = authentic(list, issuers, now, &Kind::STATUS_LIST)
        .into_iter()
        .find(|it| it.step != Step::Dates && it.outcome != Outcome::Passed);
    if let Some(finding) = broken {
        return Err(End::unknown("list-not-genuine").because(finding.code));
    }
    if list.issuer() != badge.issuer() {
        return Err(End::unknown("list-of-another-issuer"));
    }
    let subject = |name: &str| list.text(&["credentialSubject", name]);
    if entry.purpose != "revocation" || subject("statusPurpose") != Some(entry.purpose) {
        return Err(End::unknown("list-of-another-purpose"));
    }
    match dates(list) {
        Ok((Some(from), until)) if from <= now => Ok(ListDates { from, until }),
        _ => Err(End::unknown("list-dates")),
    }
}

fn bit(list: &Document, entry: &Entry<'_>) -> Result<bool, End> {
    let typed = list
        .get("credentialSubject")
        .and_then(|it| it.get("type"))
        .is_some_and(|types| has_type(types, "BitstringStatusList"));
    let encoded = list.text(&["credentialSubject", "encodedList"]);
    let (true, Some(encoded)) = (typed, encoded) else {
        return Err(End::unknown("list-form"));
    };
    StatusList::decode(encoded)
        .and_then(|bits| bits.get(entry.index))
        .map_err(|bad| End::unknown("list-form").because(bad))
}
