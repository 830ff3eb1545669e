//! What was found about a badge, in plain English.

use credentials::document::Document;
use credentials::verify::Finding;
use credentials::{Outcome, Report};
use jiff::Timestamp;
use serde_json::Value;

use super::Known;

/// The whole answer: the verdict, what the badge says, what was checked, and with what.
pub(super) fn tell(report: &Report, known: &Known, now: Timestamp) -> String {
    let mut lines = vec![headline(report), String::new()];
    if let Some(badge) = &report.document {
        let heading = match report.verdict() {
            Outcome::Passed => "What the badge says",
            _ => "What the file says (do not rely on it)",
        };
        lines.push(heading.into());
        lines.extend(said(badge));
        lines.push(String::new());
    }
    lines.push("What was checked".into());
    lines.extend(report.findings.iter().map(|it| {
        let outcome = match it.outcome {
            Outcome::Passed => "passed ",
            Outcome::Failed => "FAILED ",
            Outcome::Unknown => "unknown",
        };
        format!("  {outcome}  {}", sentence(it))
    }));
    lines.push(String::new());
    lines.push("What this rests on".into());
    lines.extend(knowledge(report, known, now));
    lines.join("\n")
}

fn headline(report: &Report) -> String {
    let first = |outcome| report.findings.iter().find(|it| it.outcome == outcome).map(sentence);
    match report.verdict() {
        Outcome::Passed => "VALID: this badge is genuine, in force and not revoked.".into(),
        Outcome::Failed => {
            format!("NOT VALID: {}", first(Outcome::Failed).unwrap_or_default())
        }
        Outcome::Unknown => {
            format!("NOT CONFIRMED: {}", first(Outcome::Unknown).unwrap_or_default())
        }
    }
}

/// What a badge says about itself, a line each; what it does not say is left out.
fn said(badge: &Document) -> Vec<String> {
    let text = |path: &[&str]| badge.text(path).map(plain);
    let issuer = match (text(&["issuer", "name"]), badge.issuer().map(plain)) {
        (Some(name), Some(did)) => Some(format!("{name} ({did})")),
        (name, did) => name.or(did),
    };
    [
        ("Person", holder(badge).map(plain)),
        ("Badge", text(&["name"])),
        ("Issued by", issuer),
        ("Registry number", text(&["credentialSubject", "licenseNumber"])),
        ("Awarded", text(&["awardedDate"])),
        ("In force from", text(&["validFrom"])),
        ("In force until", text(&["validUntil"])),
    ]
    .into_iter()
    .filter_map(|(what, value)| Some(format!("  {what}: {}", value?)))
    .collect()
}

/// The name in clear, if the badge has one.
pub(super) fn holder(badge: &Document) -> Option<&str> {
    let all = badge.get("credentialSubject")?.get("identifier")?.as_array()?;
    let text = |it: &'_ Value, name| it.get(name).and_then(Value::as_str) == Some("name");
    all.iter()
        .find(|it| text(it, "identityType") && it.get("hashed") == Some(&Value::Bool(false)))?
        .get("identityHash")?
        .as_str()
}

fn knowledge(report: &Report, known: &Known, now: Timestamp) -> Vec<String> {
    let issuer = report.document.as_ref().and_then(Document::issuer).unwrap_or_default();
    let keys = match known.about(issuer) {
        None => "  The issuer's keys: not at hand. Give their DID document with --issuers.".into(),
        Some(source) => {
            let written = match source.written {
                Some(at) => format!("written {}, {}", minute(at), age(at, now)),
                None => "of unknown age".into(),
            };
            format!(
                "  The issuer's keys: {}, {written}.",
                plain(&source.path.display().to_string())
            )
        }
    };
    let list = match report.list {
        None => "  The list of revoked badges: not used.".into(),
        Some(list) => {
            let until = list.until.map(|it| format!("; good until {}", minute(it)));
            format!(
                "  The list of revoked badges: as of {}, {}{}.",
                minute(list.from),
                age(list.from, now),
                until.unwrap_or_default(),
            )
        }
    };
    vec![keys, list, format!("  Checked {}, without a network.", minute(now))]
}

/// What a step found, as one sentence.
pub(super) fn sentence(finding: &Finding) -> String {
    let detail = finding.detail.as_deref().map(plain).unwrap_or_default();
    match finding.code {
        "readable" => "The file can be read, in only one way.".into(),
        "not-reached" => {
            format!("{} Not looked at, since an earlier step did not pass.", asked(finding))
        }
        "known-contexts" => "It uses the words of Open Badges 3.0 and no others.".into(),
        "other-contexts" => "It uses words that are not those of Open Badges 3.0.".into(),
        "contexts-missing" => "It is not an Open Badge 3.0.".into(),
        "known-types" => "It has the form of an Open Badge.".into(),
        "type" => "It does not say that it is an Open Badge.".into(),
        "id" => "It has no id of its own.".into(),
        "issuer" => "It does not say who issued it.".into(),
        "subject" => "It does not say whom it is about.".into(),
        "proof-form" => format!("It carries no proof that can be checked: {detail}."),
        "not-the-issuers-key" => {
            format!("It was signed with a key that is not the issuer's: {detail}")
        }
        "issuer-unknown" => format!("Nothing is known here about the issuer {detail}"),
        "key-not-listed" => format!("The issuer does not list the key that signed it: {detail}"),
        "key-unusable" => {
            format!("The issuer lists the key in a form that cannot be used: {detail}")
        }
        "key-listed" => "It was signed with a key that its issuer lists.".into(),
        "unaltered" => "The signature holds: nothing was altered.".into(),
        "altered" => {
            "The signature does not hold: something was altered, or someone else signed it.".into()
        }
        "not-canonical" => format!("The signature cannot cover the whole file: {detail}."),
        "dates-unreadable" => "Its dates cannot be read.".into(),
        "dates-reversed" => "It ends before it begins.".into(),
        "proof-expired" => "Its proof has run out.".into(),
        "not-yet" => format!("It is not in force before {detail}."),
        "expired" => format!("It ran out on {detail}."),
        "in-force" => format!("It is in force until {detail}."),
        "no-end" => "It is in force; it names no end.".into(),
        "no-status-entry" => {
            "It names no list of revoked badges, so nobody can know whether it was revoked.".into()
        }
        "status-entry-form" => "What it says about revocation cannot be read.".into(),
        "list-not-at-hand" => {
            format!("Whether it was revoked is not known: the list is not at hand: {detail}")
        }
        "list-not-genuine"
        | "list-of-another-issuer"
        | "list-of-another-purpose"
        | "list-dates"
        | "list-form" => {
            "Whether it was revoked is not known: the list at hand cannot be trusted.".into()
        }
        "list-out-of-date" => format!(
            "Whether it was revoked is not known: the list at hand is out of date; on {detail} it \
             was not revoked."
        ),
        "revoked" => format!("It was revoked (list of {detail})."),
        "not-revoked" => format!("It was not revoked on {detail}."),
        // Limits and double meanings found while reading: the detail is a sentence.
        _ => format!("The file cannot be used: {detail}."),
    }
}

/// The question of a step, for those that were not reached.
fn asked(finding: &Finding) -> &'static str {
    match finding.step.id() {
        "contexts" => "Does it use known words?",
        "types" => "Is it a badge?",
        "key" => "Is the key the issuer's?",
        "signature" => "Is it unaltered?",
        "dates" => "Is it in force?",
        _ => "Was it revoked?",
    }
}

/// A text from a stranger, made harmless for a terminal: no control characters, no marks that turn
/// the direction of writing.
pub(super) fn plain(text: &str) -> String {
    let turns = |it: char| matches!(it, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|it| if it.is_control() || turns(it) { '\u{fffd}' } else { it }).collect()
}

/// `2026-01-02 12:00 UTC`
fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// How long before the check something was true.
fn age(at: Timestamp, now: Timestamp) -> String {
    let minutes = now.duration_since(at).as_secs() / 60;
    let (many, unit) = match minutes {
        ..0 => return "which is after this check".into(),
        0..120 => (minutes, "minute"),
        120..2_880 => (minutes / 60, "hour"),
        _ => (minutes / 1_440, "day"),
    };
    format!("{many} {unit}{} before this check", if many == 1 { "" } else { "s" })
}
