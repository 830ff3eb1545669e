//! What answers could become: for each, the form of an entry, filled in as far as the answer goes.

use rules::Locker;
use rules::locker::WorkKind;
use serde::Serialize;

use crate::i18n::Lang;
use crate::programs::questions::Says;

/// An entry that somebody could make of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// What it would be about: "Master’s degree".
    pub title: String,
    /// What the answers say, and what they do not.
    pub text: String,
    /// The form.
    pub href: String,
    /// What the way there says.
    pub label: String,
    /// Whether the locker has such an entry.
    pub is_begun: bool,
}

/// What the facts of some answers could become.
pub(super) fn drafts(says: &Says, locker: &Locker, lang: Lang) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let draft = |kind: &str, fields: &str, (title, text): (String, String), is_begun| Draft {
        title,
        text,
        href: lang.href(&format!("/locker/{kind}/new{fields}")),
        label: lang.say(&format!("locker-add-{kind}")).into_owned(),
        is_begun,
    };
    let says_of = |key: &str| lang.say(key).into_owned();
    if let Some(degree) = says.degree {
        let name = name(&degree);
        let title = says_of(&format!("locker-degree-{name}"));
        let begun = locker.education.iter().any(|it| it.degree == degree);
        let text = says_of("find-draft-education");
        drafts.push(draft("education", &format!("?degree={name}"), (title, text), begun));
    }
    if !says.kinds.is_empty() {
        let begun = says.kinds.iter().all(|kind| has_work(locker, *kind));
        let text = work_text(says.years, lang);
        drafts.push(draft(
            "work",
            &work_fields(says, &says.kinds),
            (kinds(says, lang), text),
            begun,
        ));
    }
    if let Some(years) = says.provides_years {
        let gives = [WorkKind::ProvidesRsc];
        let begun = has_work(locker, WorkKind::ProvidesRsc);
        let words = (says_of("locker-work-provides-rsc"), work_text(Some(years), lang));
        drafts.push(draft("work", &work_fields(says, &gives), words, begun));
    }
    if let Some(hours) = says.training_hours {
        let words = (says_of("locker-kind-trainings"), lang.count("find-draft-trainings", hours));
        drafts.push(draft("trainings", "", words, !locker.trainings.is_empty()));
    }
    if let Some(hours) = says.rsc_hours {
        let fields = match says.kinds.as_slice() {
            [only] => format!("?during={}", name(only)),
            _ => String::new(),
        };
        let words = (says_of("locker-kind-rsc"), lang.count("find-draft-rsc", hours));
        drafts.push(draft("rsc", &fields, words, !locker.rsc.is_empty()));
    }
    for track in &says.leads {
        let name = name(track);
        let title = says_of("locker-kind-leadership");
        let title = format!("{title}: {}", lang.say(&format!("locker-track-{name}")));
        let words = (title, says_of("find-draft-leadership"));
        let begun = locker.leadership.iter().any(|it| it.track == *track);
        drafts.push(draft("leadership", &format!("?track={name}"), words, begun));
    }
    drafts
}

fn has_work(locker: &Locker, kind: WorkKind) -> bool {
    locker.work.iter().any(|it| it.kinds.contains(&kind))
}

fn kinds(says: &Says, lang: Lang) -> String {
    let words = says.kinds.iter().map(|it| lang.say(&format!("locker-work-{}", name(it))));
    words.collect::<Vec<_>>().join(" · ")
}

fn work_text(years: Option<u16>, lang: Lang) -> String {
    match years {
        Some(years) => lang.count("find-draft-work-years", u32::from(years)),
        None => lang.say("find-draft-work").into_owned(),
    }
}

fn work_fields(says: &Says, kinds: &[WorkKind]) -> String {
    let mut fields: Vec<String> = kinds.iter().map(|it| format!("kinds={}", name(it))).collect();
    if let Some(ages) = says.ages {
        fields.push(format!("ages_from={}&ages_to={}", ages.from, ages.to));
    }
    if says.years.is_some() {
        fields.push("paid=yes".to_owned());
    }
    format!("?{}", fields.join("&"))
}

/// The name of a value in files and forms.
fn name(value: &impl Serialize) -> String {
    let name = serde_json::to_value(value).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}
