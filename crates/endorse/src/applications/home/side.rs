//! What stands beside the requirements: people, dates, messages, letters, and what has happened.

use jiff::tz::TimeZone;
use rules::policy::Slot;

use super::super::Decision;
use super::super::gathering::Gathered;
use super::super::rows::Happened;
use crate::assessments;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::inbox::Message;

/// Somebody whom the application waits for.
pub(super) struct Waiting {
    pub who: String,
    pub shape: &'static str,
    pub word: String,
    pub more: String,
    pub href: Option<String>,
}

/// A message or a letter, in short.
pub(super) struct Letter {
    pub href: String,
    pub subject: String,
    pub when: String,
    pub text: String,
    pub is_new: bool,
}

/// Something that has happened.
pub(super) struct Past {
    pub what: String,
    pub when: String,
    pub by: String,
}

fn day(at: impl Into<jiff::Timestamp>, zone: &TimeZone, lang: Lang) -> String {
    lang.day(at.into().to_zoned(zone.clone()).date())
}

pub(super) fn people(of: &Gathered, me: &Applicant) -> Vec<Waiting> {
    let lang = me.lang;
    let mut people = Vec::new();
    for it in &of.people {
        let relation = lang.say(&format!("rules-relation-{}", it.relation));
        people.push(Waiting {
            who: it.rater_name.clone(),
            shape: match it.state {
                "submitted" => "met",
                "declined" | "bounced" | "void" => "todo",
                _ => "wait",
            },
            word: lang.say(&format!("applications-person-{}", it.state)).into_owned(),
            more: format!(
                "{} · {}",
                assessments::capital(&relation),
                day(it.since, &me.zone, lang)
            ),
            href: None,
        });
    }
    if !of.state.is_open() {
        return people;
    }
    let href = lang.href(&format!("/applications/{}/references", of.application.id));
    for slot in &of.to_name {
        people.push(Waiting {
            who: assessments::capital(&relations(slot, lang)),
            shape: "todo",
            word: lang.say("applications-person-to-name").into_owned(),
            more: String::new(),
            href: Some(href.clone()),
        });
    }
    people
}

/// "your program supervisor or a colleague"
fn relations(slot: &Slot, lang: Lang) -> String {
    let or = format!(" {} ", lang.say("rules-or"));
    let mut names = Vec::new();
    for relation in &slot.relations {
        let value = serde_json::to_value(relation).unwrap_or_default();
        let name = value.as_str().unwrap_or("other");
        names.push(lang.say(&format!("rules-relation-{name}")).into_owned());
    }
    if names.is_empty() {
        names.push(lang.say("rules-relation-anyone").into_owned());
    }
    names.join(&or)
}

pub(super) fn messages(me: &Applicant, messages: &[Message]) -> Vec<Letter> {
    let letter = |it: &Message| Letter {
        href: me.lang.href(&format!("/inbox/{}", it.id)),
        subject: it.subject.clone(),
        when: day(it.created_at, &me.zone, me.lang),
        text: String::new(),
        is_new: it.read_at.is_none(),
    };
    messages.iter().map(letter).collect()
}

pub(super) fn letters(me: &Applicant, decisions: &[Decision]) -> Vec<Letter> {
    let letter = |it: &Decision| Letter {
        href: String::new(),
        subject: me.lang.say(&format!("applications-decision-{}", it.outcome)).into_owned(),
        when: day(it.decided_at, &me.zone, me.lang),
        text: it.letter.clone(),
        is_new: false,
    };
    decisions.iter().map(letter).collect()
}

/// What happened, newest first: the steps, and of the record what concerns the person. What others
/// do among themselves (who reviews, say) is not shown, and nobody but the person by name.
pub(super) fn past(me: &Applicant, of: &Gathered, happened: &[Happened]) -> Vec<Past> {
    let lang = me.lang;
    let by = |own: bool| {
        if own {
            me.person.name.clone()
        } else {
            lang.say1("applications-by", "association", &me.program.association.short_name)
        }
    };
    let mut past = Vec::new();
    for it in happened {
        let is_step = it.kind == "step";
        let key = format!("applications-{}-{}", if is_step { "state" } else { "event" }, it.word);
        if !is_step && !lang.knows(&key) {
            continue;
        }
        let mut what = lang.say(&key).into_owned();
        if it.object_kind.as_deref() == Some("charge")
            && let Some(kind) = &it.detail
        {
            let fee = lang.say(&format!("payments-kind-{kind}"));
            what = lang.say2("applications-event-of-fee", "what", what, "fee", fee);
        }
        let is_own = match it.actor_kind.as_deref() {
            None => it.by_id == Some(me.id),
            Some(kind) => kind == "applicant",
        };
        past.push(Past { what, when: lang.moment(it.at, &me.zone), by: by(is_own) });
    }
    if past.is_empty() {
        past.push(Past {
            what: lang.say("applications-event-application-started").into_owned(),
            when: lang.moment(of.application.started_at, &me.zone),
            by: by(true),
        });
    }
    past
}
