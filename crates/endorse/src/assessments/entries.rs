//! Entries of a locker by name: what a finding points at, as its owner would call it.

use std::collections::HashMap;

use jiff::civil::Date;
use rules::Locker;
use rules::locker::Setting;

use crate::i18n::Lang;
use crate::programs::Program;

/// An entry by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    /// What it is called.
    pub title: String,
    /// When it was.
    pub when: String,
    /// Where its owner can change it, without the language; empty if nowhere.
    pub href: String,
}

/// The names of everything in a locker, by the ids that findings have.
pub(super) fn names(program: &Program, locker: &Locker, lang: Lang) -> HashMap<String, Named> {
    let mut names = HashMap::new();
    let mut keep = |id: &str, kind: &str, title: String, when: String| {
        let href = if kind.is_empty() { String::new() } else { format!("/locker/{kind}/{id}") };
        names.entry(id.to_owned()).or_insert(Named { title, when, href });
    };
    let since = |from: Date, to: Option<Date>| match to {
        Some(to) => days(from, to, lang),
        None => lang.say1("assess-since", "day", lang.day(from)),
    };
    let open = |day: Option<Date>| {
        day.map_or_else(|| lang.say("assess-not-dated").into_owned(), |it| lang.day(it))
    };
    for it in &locker.education {
        let title = first(&[&it.title, &it.field, &it.institution], "assess-a-degree", lang);
        keep(&it.id, "education", title, open(it.conferred));
    }
    for it in &locker.courses {
        let title = first(&[&it.title, &it.institution], "assess-a-course", lang);
        keep(&it.id, "courses", title, open(it.completed));
    }
    for it in &locker.work {
        let title = first(&[&it.role, &it.employer], "assess-a-job", lang);
        keep(&it.id, "work", title, since(it.from, it.to));
    }
    for it in &locker.trainings {
        let title = first(&[&it.title, &it.trainer], "assess-a-training", lang);
        keep(&it.id, "trainings", title, days(it.from, it.to, lang));
    }
    for it in &locker.leadership {
        let title = first(&[&it.activity], "assess-a-leadership", lang);
        keep(&it.id, "leadership", title, since(it.from, it.to));
    }
    for it in &locker.rsc {
        let setting = lang.say(match it.setting {
            Setting::Individual => "assess-rsc-individual",
            Setting::Group => "assess-rsc-group",
            Setting::Peer => "assess-rsc-peer",
        });
        let provider = it.provider.as_ref().map(|it| it.name.trim()).filter(|it| !it.is_empty());
        let title = match provider {
            Some(name) => format!("{setting}, {name}"),
            None => setting.into_owned(),
        };
        keep(&it.id, "rsc", title, days(it.from, it.to, lang));
    }
    for it in &locker.references {
        let relation = serde_json::to_value(it.relation).unwrap_or_default();
        let key = format!("rules-relation-{}", relation.as_str().unwrap_or("other"));
        keep(&it.id, "", capital(&lang.say(&key)), lang.day(it.completed));
    }
    for it in &locker.signatures {
        let known = program.agreements.current(&it.agreement, it.signed);
        let title = known.map_or(&*it.agreement, |it| it.title.get(lang)).to_owned();
        keep(&it.agreement, "", title, lang.day(it.signed));
    }
    for it in &locker.memberships {
        let own = &program.association;
        let title =
            if *it.association == *own.id { &own.short_name } else { &*it.association }.to_owned();
        keep(&it.association, "", title, since(it.from, it.to));
    }
    for it in &locker.exam_results {
        let series = serde_json::to_value(it.series).unwrap_or_default();
        let id = format!("{}-part-{}", series.as_str().unwrap_or_default(), it.part);
        keep(&id, "", lang.count("assess-exam-part", i64::from(it.part)), lang.day(it.on));
    }
    for it in &locker.endorsements {
        let known = program.category(&it.category);
        let title = known.map_or(&*it.category, |it| it.name.get(lang)).to_owned();
        keep(&it.category, "", title, since(it.from, it.to));
    }
    names
}

fn first(texts: &[&str], otherwise: &str, lang: Lang) -> String {
    let text = texts.iter().map(|it| it.trim()).find(|it| !it.is_empty());
    text.map_or_else(|| lang.say(otherwise).into_owned(), str::to_owned)
}

fn days(from: Date, to: Date, lang: Lang) -> String {
    if from == to {
        lang.day(from)
    } else {
        lang.say2("assess-from-to", "from", lang.day(from), "to", lang.day(to))
    }
}

/// A text that begins a line.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
