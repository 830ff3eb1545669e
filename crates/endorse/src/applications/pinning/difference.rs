//! What a newer version of the rules changes for an application, in words: what is harder, what is
//! easier, and where the person stands under each.

use jiff::civil::Date;
use rules::change::Direction;
use rules::pinning::Pin;
use rules::policy::Anchor;
use rules::{Assessment, Locker, Policy, RequirementId, Stage, Status};

use super::super::Application;
use crate::assessments::shape;
use crate::i18n::{Lang, Value};
use crate::programs::{Program, wording};

/// What newer rules mean for an application.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What it is about.
    pub title: String,
    /// Which version holds, and from when.
    pub text: String,
    /// What changes; what stays the same is left out.
    pub lines: Vec<Line>,
    /// Where the person stands under each version, in a sentence each.
    pub stands: Vec<String>,
    /// The version that the person may move to.
    pub move_to: Option<String>,
    /// Whether the person may also say that they stay.
    pub may_stay: bool,
}

/// What changes in one requirement.
#[derive(Clone, Debug)]
pub struct Line {
    /// `met` for easier, `todo` for harder, `person` for otherwise.
    pub shape: &'static str,
    /// Harder, easier, new, gone or otherwise, in a word.
    pub word: String,
    /// The requirement's name.
    pub title: String,
    /// What was asked; empty if nothing.
    pub was: String,
    /// What is asked; empty if nothing.
    pub will: String,
    /// How it stands by what was asked: shape and word; empty words if nothing was.
    pub stood: (&'static str, String),
    /// How it stands by what is asked.
    pub stands: (&'static str, String),
}

/// "rules of January 1, 2024"
#[must_use]
pub fn named(policy: &Policy, lang: Lang) -> String {
    match policy.effective_from {
        Some(day) => lang.say1("applications-rules-of", "day", lang.day(day)),
        None => lang.say1("applications-rules-version", "version", &*policy.version),
    }
}

/// What newer rules mean for an application, for its owner; `None` where nothing is to be said.
#[must_use]
pub fn of_change(
    (program, lang): (&Program, Lang),
    of: &Application,
    (locker, today): (&Locker, Date),
) -> Option<Difference> {
    told((program, lang), of, (locker, today), "applications-pin-")
}

/// The same for a coordinator.
#[must_use]
pub fn of_file(
    (program, lang): (&Program, Lang),
    of: &Application,
    (locker, today): (&Locker, Date),
) -> Option<Difference> {
    let told = told((program, lang), of, (locker, today), "applications-pin-desk-")?;
    Some(Difference { move_to: None, may_stay: false, ..told })
}

fn told(
    (program, lang): (&Program, Lang),
    of: &Application,
    (locker, today): (&Locker, Date),
    keys: &str,
) -> Option<Difference> {
    let pinned = program.policy_version(&of.category, &of.pinned_version)?;
    let is_open = of.state().ok()?.is_open();
    if of.pin.as_deref() == Some("grandfathered") && !of.state().ok()?.is_end() {
        let reason = of.pin_reason.as_deref().unwrap_or_default();
        return Some(Difference {
            title: lang.say1(&format!("{keys}held-title"), "old", named(pinned, lang)),
            text: lang.say1(&format!("{keys}held-text"), "reason", reason),
            lines: Vec::new(),
            stands: Vec::new(),
            move_to: None,
            may_stay: false,
        });
    }
    let (kind, newer, has_chosen) = match super::standing(program, of, today) {
        Pin::Choose(newer) if is_open => {
            let has_chosen = of.pin.as_deref() == Some("stayed")
                && of.pin_instead_of.as_deref() == Some(&*newer.version);
            (if has_chosen { "stayed" } else { "choose" }, newer, has_chosen)
        }
        Pin::Follow(newer) => (if is_open { "follow" } else { "decided" }, newer, false),
        Pin::Coming(newer) if is_open => ("coming", newer, false),
        _ => return None,
    };
    // The day of decision is nobody's to choose, and comes after the submission.
    let kind = match (kind, pinned.anchor) {
        ("follow" | "coming", Anchor::DecidedOn) => "decided",
        (kind, _) => kind,
    };
    let day = newer.effective_from.map(|it| lang.day(it)).unwrap_or_default();
    let values: [(&str, Value<'_>); 3] = [
        ("old", named(pinned, lang).into()),
        ("new", named(newer, lang).into()),
        ("day", day.into()),
    ];
    let change = Change::of(lang, (pinned, newer), (locker, today));
    let may_move = matches!(kind, "choose" | "stayed");
    Some(Difference {
        title: lang.with(&format!("{keys}{kind}-title"), &values),
        text: lang.with(&format!("{keys}{kind}-text"), &values),
        lines: change.lines,
        stands: change.stands,
        move_to: may_move.then(|| newer.version.to_string()),
        may_stay: may_move && !has_chosen,
    })
}

/// The requirements that change between two versions, and where a locker stands under each.
#[derive(Clone, Debug)]
pub struct Change {
    /// What changes.
    pub lines: Vec<Line>,
    /// Where the person stands, a sentence for each version.
    pub stands: Vec<String>,
}

impl Change {
    /// From one version to another.
    #[must_use]
    pub fn of(
        lang: Lang,
        (before, after): (&Policy, &Policy),
        (locker, today): (&Locker, Date),
    ) -> Self {
        let assess = |policy| rules::assess(policy, locker, today, Stage::Submission);
        let (was, will) = (assess(before), assess(after));
        let state = |of: &Assessment, id: RequirementId| match of.finding(id) {
            Some(it) => (shape(it.status), wording::status(it.status, lang)),
            None => ("wait", String::new()),
        };
        let line = |it: wording::ToldChange<'_>| Line {
            shape: match it.direction {
                Direction::Harder | Direction::New => "todo",
                Direction::Easier | Direction::Gone => "met",
                Direction::Same | Direction::Otherwise => "person",
            },
            word: it.word,
            title: it.title,
            was: it.was.unwrap_or_default().to_owned(),
            will: it.will.unwrap_or_default().to_owned(),
            stood: state(&was, it.id),
            stands: state(&will, it.id),
        };
        let lines = wording::changes(before, after, lang).into_iter().map(line).collect();
        let stands = [(before, &was), (after, &will)].map(|it| stand(it, lang)).to_vec();
        Self { lines, stands }
    }
}

/// "By the rules of January 1, 2024, 9 of 14 requirements are met."
fn stand((policy, said): (&Policy, &Assessment), lang: Lang) -> String {
    let all = said.of_stage().count();
    let met = said.of_stage().filter(|it| it.status == Status::Met).count();
    let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let values: [(&str, Value<'_>); 3] = [
        ("rules", named(policy, lang).into()),
        ("n", number(met).into()),
        ("all", number(all).into()),
    ];
    lang.with("applications-pin-stand", &values)
}
