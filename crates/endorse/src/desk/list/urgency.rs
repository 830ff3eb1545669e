//! What waits for the coordinator, and how long it may.
//!
//! The days are the product's own: no association has published any. They only order the list.

use std::collections::HashMap;

use jiff::Timestamp;
use rules::lifecycle::State as Stand;
use uuid::Uuid;

use super::rows::{Promised, Stuck};
use crate::applications::DeskRow;
use crate::identity::Coordinator;
use crate::payments::claims::ClaimWaiting;
use crate::renewals;
use crate::reviews::assignments::Waiting;

/// After how many days somebody else's work becomes a matter for today.
const LONG: i64 = 7;

/// What else lies on the desk.
pub(super) struct Desk {
    pub(super) assignments: Vec<Waiting>,
    pub(super) promised: Vec<Promised>,
    pub(super) stuck: Vec<Stuck>,
    pub(super) renewals: Vec<renewals::Waiting>,
    pub(super) claims: Vec<ClaimWaiting>,
}

/// How soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Today,
    Week,
    Later,
}

impl Group {
    /// All of them, the most urgent first.
    const ALL: [Self; 3] = [Self::Today, Self::Week, Self::Later];

    /// The color of its heading.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Today => "danger",
            Self::Week => "todo",
            Self::Later => "person",
        }
    }

    /// The shape beside it.
    pub(super) fn icon(self) -> &'static str {
        match self {
            Self::Today => "alert",
            Self::Week => "open",
            Self::Later => "hand",
        }
    }

    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Today => "desk-today",
            Self::Week => "desk-this-week",
            Self::Later => "desk-later",
        }
    }
}

/// One thing that waits.
pub(super) struct Item {
    pub(super) name: String,
    pub(super) file: String,
    pub(super) href: String,
    pub(super) what: String,
    pub(super) why: String,
    pub(super) since: String,
    pub(super) act_href: String,
    pub(super) act: &'static str,
    group: Group,
    at: Timestamp,
}

/// Everything that waits.
pub(super) fn items(
    me: &Coordinator,
    all: &[DeskRow],
    by_id: &HashMap<Uuid, &DeskRow>,
    desk: Desk,
) -> Vec<Item> {
    let mut reviews: HashMap<Uuid, Vec<Waiting>> = HashMap::new();
    for it in desk.assignments {
        reviews.entry(it.application_id).or_default().push(it);
    }
    let mut items: Vec<Item> = all
        .iter()
        .filter_map(|row| of_file(me, row, reviews.get(&row.id).map_or(&[], Vec::as_slice)))
        .collect();
    items.extend(desk.promised.into_iter().map(|it| of_charge(me, by_id, it)));
    let mut seen = None;
    for it in desk.stuck {
        // A letter may have failed more than once.
        if seen == Some(it.id) {
            continue;
        }
        seen = Some(it.id);
        items.extend(of_rater(me, by_id, &it));
    }
    items.extend(desk.renewals.into_iter().map(|it| of_renewal(me, it)));
    items.extend(desk.claims.into_iter().map(|it| of_claim(me, it)));
    items.sort_by_key(|it| (it.group, it.at));
    items
}

/// The same by how soon.
pub(super) fn grouped(items: Vec<Item>) -> Vec<(Group, Vec<Item>)> {
    let mut groups: Vec<(Group, Vec<Item>)> =
        Group::ALL.into_iter().map(|group| (group, Vec::new())).collect();
    for item in items {
        if let Some((_, group)) = groups.iter_mut().find(|it| it.0 == item.group) {
            group.push(item);
        }
    }
    groups.retain(|it| !it.1.is_empty());
    groups
}

/// How long ago, in words.
pub(super) fn since(me: &Coordinator, at: Timestamp) -> String {
    me.lang.count("desk-days", days(me, at))
}

fn days(me: &Coordinator, at: Timestamp) -> i64 {
    let day = at.to_zoned(me.zone.clone()).date();
    day.until(me.today()).map_or(0, |it| i64::from(it.get_days())).max(0)
}

fn soon(me: &Coordinator, at: Timestamp, otherwise: Group) -> Group {
    match (otherwise, days(me, at) > LONG) {
        (Group::Later, true) => Group::Week,
        (_, true) => Group::Today,
        (group, false) => group,
    }
}

fn of_file(me: &Coordinator, row: &DeskRow, reviews: &[Waiting]) -> Option<Item> {
    let needed = usize::from(me.program.association.review.needed());
    let done = reviews.iter().filter_map(|it| it.completed_at);
    let (count, last) = done.fold((0, None), |(n, last), it| (n + 1, last.max(Some(it))));
    let (what, why, act, place, at, group) = match row.state().ok()? {
        Stand::Submitted | Stand::InReview if reviews.len() < needed => {
            let at = row.submitted_at.unwrap_or(row.state_since);
            (
                "desk-no-reviewer",
                "desk-no-reviewer-why",
                "desk-do-assign",
                "#reviewers",
                at,
                Group::Week,
            )
        }
        Stand::InReview if count == reviews.len() => {
            let at = last.unwrap_or(row.state_since);
            ("desk-reviewed", "desk-reviewed-why", "desk-do-decide", "#decide", at, Group::Today)
        }
        Stand::ExamPassed => (
            "desk-exam-passed",
            "desk-exam-passed-why",
            "desk-do-decide",
            "#decide",
            row.state_since,
            Group::Today,
        ),
        _ => return None,
    };
    let href = me.lang.href(&format!("/desk/applications/{}", row.id));
    Some(Item {
        name: row.person_name.clone(),
        file: row.number.clone(),
        act_href: format!("{href}{place}"),
        href,
        what: me.lang.say(what).into_owned(),
        why: me.lang.say(why).into_owned(),
        since: since(me, at.0),
        act,
        group: soon(me, at.0, group),
        at: at.0,
    })
}

fn of_charge(me: &Coordinator, by_id: &HashMap<Uuid, &DeskRow>, it: Promised) -> Item {
    let row = it.application_id.and_then(|id| by_id.get(&id));
    let act_href = me.lang.href(&format!("/desk/charges/{}/confirmation", it.id));
    let href = it
        .application_id
        .map_or_else(|| act_href.clone(), |id| me.lang.href(&format!("/desk/applications/{id}")));
    let kind = me.lang.say(&format!("payments-kind-{}", it.kind));
    Item {
        name: it.person_name,
        file: row.map(|it| it.number.clone()).unwrap_or_default(),
        href,
        what: me.lang.say1("desk-promised", "kind", kind),
        why: me.lang.say("desk-promised-why").into_owned(),
        since: since(me, it.promised_at.0),
        act_href,
        act: "desk-do-confirm",
        group: soon(me, it.promised_at.0, Group::Later),
        at: it.promised_at.0,
    }
}

fn of_rater(me: &Coordinator, by_id: &HashMap<Uuid, &DeskRow>, it: &Stuck) -> Option<Item> {
    let row = by_id.get(&it.application_id)?;
    let (at, what) = match (it.declined_at, it.failed_at) {
        (Some(at), _) => (at, "desk-stuck-declined"),
        (None, Some(at)) => (at, "desk-stuck-bounced"),
        (None, None) => return None,
    };
    let href = me.lang.href(&format!("/desk/applications/{}", row.id));
    Some(Item {
        name: row.person_name.clone(),
        file: row.number.clone(),
        act_href: format!("{href}#references"),
        href,
        what: me.lang.say(what).into_owned(),
        why: it.rater_name.clone(),
        since: since(me, at.0),
        act: "desk-do-look",
        group: soon(me, at.0, Group::Week),
        at: at.0,
    })
}

fn of_renewal(me: &Coordinator, it: renewals::Waiting) -> Item {
    let href = me.lang.href(&format!("/desk/renewals/{}", it.id));
    Item {
        name: it.person_name,
        file: it.number,
        act_href: href.clone(),
        href,
        what: me.lang.say1("desk-renewal", "cycle", it.cycle.to_string()),
        why: me.lang.say("desk-renewal-why").into_owned(),
        since: since(me, it.submitted_at.0),
        act: "desk-do-look",
        group: soon(me, it.submitted_at.0, Group::Later),
        at: it.submitted_at.0,
    }
}

fn of_claim(me: &Coordinator, it: ClaimWaiting) -> Item {
    let href = me.lang.href(&format!("/desk/membership-claims/{}", it.id));
    let is_own = it.of_association == me.program.id;
    let of = if is_own { &me.program.association.short_name } else { &it.of_association };
    Item {
        name: it.person_name,
        file: String::new(),
        act_href: href.clone(),
        href,
        what: me.lang.say1("desk-claim", "association", of),
        why: me.lang.say("desk-claim-why").into_owned(),
        since: since(me, it.claimed_at.0),
        act: "desk-do-look",
        group: soon(me, it.claimed_at.0, Group::Later),
        at: it.claimed_at.0,
    }
}
