//! The same once more for people: what is kept, in their language, on paper if they like.

#[cfg(feature = "pdf")]
use documents::{Dossier, Fact, Language, Section};
use jiff::Timestamp;
#[cfg(feature = "pdf")]
use jiff::civil::Date;
#[cfg(feature = "pdf")]
use jiff::tz::TimeZone;
#[cfg(feature = "pdf")]
use serde_json::Value;

#[cfg(feature = "pdf")]
use super::archive::{Parts, withheld};
use crate::app::App;
#[cfg(feature = "pdf")]
use crate::app::programs;
use crate::i18n::Lang;
#[cfg(feature = "pdf")]
use crate::locker::{self, Kind};
#[cfg(feature = "pdf")]
use crate::people::Addressee;
#[cfg(feature = "pdf")]
use crate::programs::Program;

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
    ("payments", "due_at", &["kind", "amount_minor", "confirmed_at", "waived_at"]),
    ("memberships", "of_association", &["from_on", "until_on"]),
    ("endorsements", "number", &["category", "name", "awarded_on", "valid_until"]),
    ("renewals", "cycle", &["opened_at", "submitted_at", "confirmed_at"]),
    ("messages", "created_at", &["subject", "body"]),
    ("sessions", "created_at", &["address", "user_agent", "ended_at"]),
];

/// Who reads it, and where.
#[cfg(feature = "pdf")]
struct Reader<'a> {
    program: &'a Program,
    zone: &'a TimeZone,
    lang: Lang,
}

/// Everything in it.
#[cfg(feature = "pdf")]
pub(super) fn dossier(app: &App, who: &Addressee, lang: Lang, parts: &Parts) -> Dossier {
    let now = app.clock.now();
    let reader = Reader { program: app.program, zone: &app.zone, lang };
    let mut sections = Vec::new();
    for (name, label, columns) in TOLD {
        let Some((_, records)) = parts.iter().find(|it| it.0 == *name) else { continue };
        if !records.is_empty() {
            let line = |record: &Value| reader.line((name, label), columns, record);
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

#[cfg(feature = "pdf")]
impl Reader<'_> {
    /// A record of a part: a label, and what the columns say.
    fn line(&self, (part, label): (&str, &str), columns: &[&str], record: &Value) -> Fact {
        let told = |column: &str| self.column(part, column, &record[column]);
        let text = match self.entry(record).filter(|_| part == "entries") {
            Some(told) => told,
            None => columns.iter().map(|it| told(it)).filter(|it| !it.is_empty()).collect(),
        };
        Fact { label: told(label), text: text.join(" · ") }
    }

    /// An entry, as the pages tell it.
    fn entry(&self, record: &Value) -> Option<Vec<String>> {
        let kind = Kind::of(record["kind"].as_str()?)?;
        locker::told(self.program, self.lang, kind, &record["body"].to_string())
    }

    /// What a column says: a code by its name, cents as money.
    fn column(&self, part: &str, column: &str, value: &Value) -> String {
        let lang = self.lang;
        match (part, column, value) {
            ("payments", "amount_minor", Value::Number(cents)) => {
                cents.as_i64().map_or_else(|| cents.to_string(), |it| lang.money(it))
            }
            ("exam-results", "part", Value::Number(part)) => {
                lang.say1("applications-exam-part", "part", part.to_string())
            }
            ("exam-results", "percent", Value::Number(percent)) => format!("{percent} %"),
            (_, _, Value::String(code)) => {
                self.name(part, column, code).unwrap_or_else(|| self.told(value))
            }
            _ => self.told(value),
        }
    }

    /// What a code is called, if the column holds codes.
    fn name(&self, part: &str, column: &str, code: &str) -> Option<String> {
        let lang = self.lang;
        let key = match (part, column) {
            (_, "category") => return Some(self.program.category(code)?.name.get(lang).to_owned()),
            (_, "association_id" | "of_association") => {
                let there = programs().ok()?.of(code)?;
                return Some(there.association.name.get(lang).to_owned());
            }
            ("signatures", "agreement") => {
                let known = self.program.agreements.all().iter().rev().find(|it| it.id == code)?;
                return Some(known.title.get(lang).to_owned());
            }
            ("account", "language") => {
                return Some(Lang::from_code(code).called_in(lang));
            }
            ("entries", "kind") => format!("locker-one-{}", Kind::of(code)?.path()),
            ("roles", "role") => format!("role-{code}"),
            ("applications", "state") => format!("applications-state-{code}"),
            ("decisions", "outcome") => format!("desk-outcome-{code}"),
            ("references", "relation") => format!("reviews-relation-{code}"),
            ("consents", "purpose") => format!("privacy-agreed-{code}"),
            ("payments", "kind") => format!("payments-kind-{code}"),
            _ => return None,
        };
        lang.knows(&key).then(|| lang.say(&key).into_owned())
    }

    /// A value as people read it.
    fn told(&self, value: &Value) -> String {
        let lang = self.lang;
        let all = |of: Vec<String>| {
            of.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
        };
        match value {
            Value::Null => String::new(),
            Value::Bool(true) => lang.say("own-data-yes").into_owned(),
            Value::Bool(false) => lang.say("own-data-no").into_owned(),
            Value::String(text) => match (text.parse::<Timestamp>(), text.parse::<Date>()) {
                (Ok(at), _) if text.ends_with('Z') => lang.moment(at, self.zone),
                (_, Ok(day)) if text.len() == 10 => lang.day(day),
                _ => text.clone(),
            },
            Value::Number(number) => number.to_string(),
            Value::Array(list) => all(list.iter().map(|it| self.told(it)).collect()),
            // What was typed, in its order; ids tell people nothing.
            Value::Object(body) => {
                let typed = body.iter().filter(|(name, _)| *name != "id");
                all(typed.map(|(_, it)| self.told(it)).collect())
            }
        }
    }
}

#[cfg(test)]
#[cfg(feature = "pdf")]
mod tests {
    use serde_json::json;

    use super::*;

    fn line(lang: Lang, part: &str, record: &Value) -> (String, String) {
        let program = programs().unwrap().of("ct-aimh").unwrap();
        let reader = Reader { program, zone: &TimeZone::UTC, lang };
        let (name, label, columns) = TOLD.iter().find(|it| it.0 == part).unwrap();
        let Fact { label, text } = reader.line((name, label), columns, record);
        (label, text)
    }

    #[test]
    fn an_entry_has_its_hours_and_the_names_of_its_areas() {
        let training = json!({ "kind": "training", "body": { "id": "x", "title": "Watching babies",
            "trainer": "Sam", "from": "2025-02-03", "to": "2025-02-03",
            "minutes": { "imh": 450 }, "competencies": ["theoretical-foundations/pregnancy"] } });
        let (label, text) = line(Lang::En, "entries", &training);
        assert_eq!(label, "Training");
        assert!(text.starts_with("Watching babies · February 3, 2025 · Sam · 7.5"), "{text}");
        assert!(!text.contains("450") && !text.contains("theoretical-foundations/"), "{text}");
        let (_, text) = line(Lang::Es, "entries", &training);
        assert!(text.contains("3 de febrero de 2025") && text.contains("7,5"), "{text}");
    }

    #[test]
    fn codes_are_told_by_their_names() {
        let file = json!({ "number": "26-001", "category": "ifa", "state": "in-review",
            "state_since": "2026-03-02T15:00:00Z" });
        let (_, text) = line(Lang::En, "applications", &file);
        assert_eq!(text, "Infant Family Associate · In review · March 2, 2026, 3:00 PM UTC");
        let fee = json!({ "kind": "registration", "amount_minor": 1250, "due_at": null });
        assert!(line(Lang::En, "payments", &fee).1.ends_with("$12.50"));
        let role = json!({ "association_id": "ct-aimh", "role": "reviewer" });
        assert_eq!(line(Lang::Es, "roles", &role).1, Lang::Es.say("role-reviewer"));
    }
}
