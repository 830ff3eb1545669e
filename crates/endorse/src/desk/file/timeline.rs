//! What happened to a file: steps, deeds and messages in one line of time, the newest first.

use jiff::Timestamp;
use rules::lifecycle::State;

use crate::applications::{self, StepTaken};
use crate::audit::Event;
use crate::i18n::Lang;
use crate::inbox::Message;

/// Verbs that say what a step has said already.
const ARE_STEPS: &[&str] = &["application-step", "application-submitted", "rating-saved"];

/// One thing that happened.
pub(super) struct Moment {
    pub(super) what: String,
    pub(super) more: String,
    pub(super) by: String,
    pub(super) at: Timestamp,
}

/// All of it, the newest first.
pub(super) fn told(
    lang: Lang,
    steps: Vec<StepTaken>,
    events: Vec<Event>,
    messages: Vec<Message>,
) -> Vec<Moment> {
    let mut moments: Vec<Moment> = steps
        .into_iter()
        .rev()
        .map(|it| Moment {
            what: State::parse(&it.to_state)
                .map(|it| applications::state_word(it, lang))
                .unwrap_or_default(),
            more: it.note.unwrap_or_default(),
            by: it.by_name.unwrap_or_default(),
            at: it.at.0,
        })
        .collect();
    moments.extend(events.into_iter().filter_map(|it| of_event(lang, it)));
    moments.extend(messages.into_iter().map(|it| of_message(lang, it)));
    moments.sort_by_key(|it| std::cmp::Reverse(it.at));
    moments
}

/// A deed, unless nobody needs to read it here: a verdict each, or what a step says.
fn of_event(lang: Lang, it: Event) -> Option<Moment> {
    if it.verb == "judged" || ARE_STEPS.contains(&it.verb.as_str()) {
        return None;
    }
    let key = format!("desk-event-{}-{}", it.object_kind, it.verb);
    let key = if lang.knows(&key) { key.as_str() } else { "desk-event-other" };
    let what = lang.say(key).into_owned();
    let more = more_of(lang, &it);
    Some(Moment { what, more, by: it.actor_name.unwrap_or_default(), at: it.at.0 })
}

/// The detail of a deed in words: a fee, a relation, a result; nothing where it is said already.
fn more_of(lang: Lang, it: &Event) -> String {
    let detail = it.detail.as_deref().unwrap_or_default();
    let key = match (it.object_kind.as_str(), it.verb.as_str()) {
        ("charge", _) => format!("payments-kind-{detail}"),
        ("reference", _) => format!("references-relation-{detail}"),
        ("assignment", "reviewed") => format!("reviews-recommend-{detail}"),
        ("exam-result", _) => {
            let (part, result) = detail.split_once(' ').unwrap_or((detail, ""));
            let part = lang.say1("desk-exam-part", "part", part);
            let result = if result == "passed" { "desk-exam-met" } else { "desk-exam-todo" };
            return format!("{part}: {}", lang.say(result));
        }
        ("application", verb) if verb.starts_with("rules-") => return detail.to_owned(),
        ("assignment", "assigned") | ("endorsement" | "decision", _) => return detail.to_owned(),
        _ => return String::new(),
    };
    if lang.knows(&key) { lang.say(&key).into_owned() } else { String::new() }
}

/// A letter: whoever has an account finds it in the inbox too, a rater has the e-mail only.
fn of_message(lang: Lang, it: Message) -> Moment {
    let kept_back = it.was_kept_back().then_some("desk-mail-kept-back");
    let state = match (it.sent_at, it.failed_at, it.person_id) {
        (Some(_), _, Some(_)) => "desk-mail-sent",
        (Some(_), _, None) => "desk-letter-sent",
        (None, Some(_), Some(_)) => "desk-mail-failed",
        (None, Some(_), None) => "desk-letter-failed",
        (None, None, Some(_)) => "desk-mail-waiting",
        (None, None, None) => "desk-letter-waiting",
    };
    Moment {
        what: lang.say2("desk-message-to", "subject", it.subject, "name", it.to_name),
        more: lang.say(kept_back.unwrap_or(state)).into_owned(),
        by: String::new(),
        at: it.created_at.0,
    }
}
