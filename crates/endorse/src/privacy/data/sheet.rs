//! The same once more for people: what is kept, in their language, on paper if they like.

#[cfg(feature = "pdf")]
use documents::{Dossier, Fact, Language, Section};
use jiff::Timestamp;
#[cfg(feature = "pdf")]
use serde_json::Value;

#[cfg(feature = "pdf")]
use super::archive::{Parts, withheld};
use crate::app::App;
use crate::i18n::Lang;
#[cfg(feature = "pdf")]
use crate::people::Addressee;

/// A time as it stands in a record, as people read it where the association is.
pub(super) fn time(app: &App, lang: Lang, at: &str) -> String {
    at.parse::<Timestamp>().map_or_else(|_| at.to_owned(), |it| lang.moment(it, &app.zone))
}

/// What is told of which part: what labels a line, and the columns that make it.
#[cfg(feature = "pdf")]
const TOLD: &[(&str, &str, &[&str])] = &[
    ("account", "", &["name", "email", "language", "created_at"]),
    ("roles", "association_id", &["role", "from_at", "until_at"]),
    ("entries", "kind", &["body"]),
    ("documents", "created_at", &["name"]),
    ("applications", "number", &["category", "state", "state_since"]),
    ("decisions", "decided_at", &["outcome", "letter"]),
    ("references", "rater_name", &["relation", "asked_at", "submitted_at"]),
    ("exam-results", "taken_on", &["series", "part", "percent", "passed"]),
    ("signatures", "signed_at", &["agreement", "version", "typed_name", "sha256"]),
    ("consents", "given_at", &["purpose", "withdrawn_at", "text_sha256"]),
    ("payments", "due_at", &["kind", "amount_minor", "currency", "confirmed_at", "waived_at"]),
    ("memberships", "of_association", &["from_on", "until_on"]),
    ("endorsements", "number", &["category", "name", "awarded_on", "valid_until"]),
    ("renewals", "cycle", &["opened_at", "submitted_at", "confirmed_at"]),
    ("messages", "created_at", &["subject", "body"]),
    ("sessions", "created_at", &["address", "user_agent", "ended_at"]),
];

/// Everything in it.
#[cfg(feature = "pdf")]
pub(super) fn dossier(app: &App, who: &Addressee, lang: Lang, parts: &Parts) -> Dossier {
    let now = app.clock.now();
    let mut sections = Vec::new();
    for (name, label, columns) in TOLD {
        let Some((_, records)) = parts.iter().find(|it| it.0 == *name) else { continue };
        let line = |record: &Value| Fact {
            label: told(app, lang, &record[*label]),
            text: columns
                .iter()
                .map(|column| told(app, lang, &record[*column]))
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        };
        if !records.is_empty() {
            sections.push(Section {
                title: lang.say(&format!("own-data-part-{name}")).into_owned(),
                lines: records.iter().map(line).collect(),
            });
        }
    }
    let kept_back: Vec<Fact> = withheld(parts)
        .into_iter()
        .map(|(name, at)| Fact { label: name.to_owned(), text: time(app, lang, at) })
        .collect();
    if !kept_back.is_empty() {
        let title = lang.say("own-data-sheet-withheld").into_owned();
        sections.push(Section { title, lines: kept_back });
    }
    let association = app.program.association.name.get(lang).to_owned();
    let made = [("association", (&association).into()), ("at", lang.moment(now, &app.zone).into())];
    Dossier {
        language: if lang.is_spanish() { Language::Spanish } else { Language::English },
        title: lang.say1("own-data-sheet-title", "name", &who.name),
        lead: vec![lang.with("own-data-sheet-lead", &made)],
        association,
        made_on: now.to_zoned(app.zone.clone()).date(),
        ident: format!("{}/{now}", who.id),
        sections,
    }
}

/// A value as people read it.
#[cfg(feature = "pdf")]
fn told(app: &App, lang: Lang, value: &Value) -> String {
    let all =
        |of: Vec<String>| of.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => lang.say("own-data-yes").into_owned(),
        Value::Bool(false) => lang.say("own-data-no").into_owned(),
        Value::String(text) if text.ends_with('Z') => time(app, lang, text),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => all(list.iter().map(|it| told(app, lang, it)).collect()),
        // An entry: what was typed, in its order; ids tell people nothing.
        Value::Object(body) => {
            let typed = body.iter().filter(|(name, _)| *name != "id");
            all(typed.map(|(_, it)| told(app, lang, it)).collect())
        }
    }
}
