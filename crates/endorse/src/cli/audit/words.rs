//! What was found about an export, for people in plain English and for programs.

use serde_json::{Value, json};

use crate::audit::{Broken, Code, Knowledge, Report};

/// The whole answer, for people.
pub(super) fn told(report: &Report, knowledge: Knowledge<'_>) -> String {
    let head = &report.head;
    let mut lines = vec![match report.broken {
        None => format!("AS WRITTEN: {} deeds of {}.", report.intact, plain(&head.association)),
        Some(broken) => format!("NOT AS WRITTEN: {}", sentence(broken)),
    }];
    lines.push(format!("Exported at {}", plain(&head.exported_at)));
    if report.broken.is_some() {
        lines.push(format!("As written up to number {}", report.intact));
    }
    lines.push(format!("Last hash: {}", report.hash));
    if let Some(key) = &report.key {
        lines.push(format!("Key: {}", plain(key)));
        lines.push(match knowledge.issuers {
            Some(_) => "Whose key it is was looked up in the folder given.".to_owned(),
            None => "The file itself says whose key it is: compare it with what the association \
                     publishes, or give --issuers."
                .to_owned(),
        });
    }
    lines.push(match knowledge.checkpoint {
        Some(kept) => format!("Compared with an earlier end of {} deeds.", kept.count()),
        None => "Compared with no earlier end: that the latest deeds were taken away and the rest \
                 signed again would not be seen. Keep this file's last line, for --checkpoint."
            .to_owned(),
    });
    lines.join("\n")
}

/// The answer for programs: `endorse-audit-verification/1`.
pub(super) fn in_json(report: &Report, knowledge: Knowledge<'_>) -> Value {
    json!({
        "format": "endorse-audit-verification/1",
        "verdict": if report.broken.is_none() { "as-written" } else { "not-as-written" },
        "association": report.head.association,
        "issuer": report.head.issuer,
        "exported_at": report.head.exported_at,
        "deeds": report.intact,
        "head": report.hash,
        "key": report.key,
        "issuer_known": knowledge.issuers.map(|_| report.broken.is_none()),
        "checkpoint": knowledge.checkpoint.map(|it| it.count()),
        "first_broken": report.broken.map(|it| json!({
            "number": it.number,
            "code": it.code.as_str(),
            "text": sentence(it),
        })),
    })
}

/// What is wrong, and where.
fn sentence(it: Broken) -> String {
    let at = it.number.unwrap_or_default();
    match it.code {
        Code::Unreadable => format!("number {at} cannot be read: its line is not of this format."),
        Code::OutOfPlace => format!("number {at} is missing or not in its place."),
        Code::Beside => {
            format!("where number {at} would stand is a row that was put in beside the chain.")
        }
        Code::Altered => format!("number {at} is not what was hashed: it or its hash was changed."),
        Code::Cut => format!("the file is cut off where number {at} or the end would stand."),
        Code::Continued => "something follows after the end.".to_owned(),
        Code::Count => format!("the end counts other deeds than there are, from number {at} on."),
        Code::Head => "the end names another last hash.".to_owned(),
        Code::Key => "the end names a key that is not the issuer's own by its name.".to_owned(),
        Code::Signature => "the signature does not go with this end.".to_owned(),
        Code::UnknownIssuer => "nothing is known about the issuer in the folder given.".to_owned(),
        Code::UnlistedKey => "the issuer does not list the key that signed.".to_owned(),
        Code::Checkpoint => {
            format!("number {at} is not what it was when the earlier end was kept.")
        }
    }
}

/// A file's own words, without what a terminal would obey.
fn plain(text: &str) -> String {
    text.chars().filter(|it| !it.is_control()).take(200).collect()
}
