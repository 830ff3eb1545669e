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
    let what = if lang.knows(&key) {
        lang.say(&key).into_owned()
    } else {
        lang.say2(
            "desk-event-other",
            "kind",
            it.object_kind.replace('-', " "),
            "verb",
            it.verb.replace('-', " "),
        )
    };
    let more = it.detail.unwrap_or_default();
    Some(Moment { what, more, by: it.actor_name.unwrap_or_default(), at: it.at.0 })
}

fn of_message(lang: Lang, it: Message) -> Moment {
    let state = match (it.sent_at, it.failed_at) {
        (Some(_), _) => "desk-mail-sent",
        (None, Some(_)) => "desk-mail-failed",
        (None, None) => "desk-mail-waiting",
    };
    Moment {
        what: lang.say2("desk-message-to", "subject", it.subject, "name", it.to_name),
        more: lang.say(state).into_owned(),
        by: String::new(),
        at: it.created_at.0,
    }
}
