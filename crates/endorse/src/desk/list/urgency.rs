//! What waits for the coordinator, and how long it may.
//!
//! The days are the product's own: no association has published any. They only order the list.

use db::Tx;
use jiff::{Span, Timestamp};
use rules::lifecycle::State as Stand;

use super::rows::{self, Counted, Promised, Stuck, Waits};
use crate::identity::Signed;
use crate::payments::claims::{self, ClaimWaiting};
use crate::renewals;

/// After how many days somebody else's work becomes a matter for today.
const LONG: i64 = 7;

/// How soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Today,
    Week,
    Later,
}

impl Group {
    /// All of them, the most urgent first.
    pub(super) const ALL: [Self; 3] = [Self::Today, Self::Week, Self::Later];

    /// Its name in addresses.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Week => "week",
            Self::Later => "later",
        }
    }

    /// The group of that name, if there is one.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

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

    /// Where the same thing stands once it has waited long.
    fn or_sooner(self, is_late: bool) -> Self {
        match (self, is_late) {
            (it, false) => it,
            (Self::Later, true) => Self::Week,
            (_, true) => Self::Today,
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
    pub(super) group: Group,
    at: Timestamp,
}

/// What waits: the first of it, and how much there is in each group.
#[derive(Default)]
pub(super) struct Waiting {
    /// The most urgent first; in a group the longest waiting.
    pub(super) items: Vec<Item>,
    /// In the order of [`Group::ALL`].
    pub(super) counts: [i64; 3],
}

impl Waiting {
    fn add(&mut self, group: Group, n: i64) {
        for (count, _) in self.counts.iter_mut().zip(Group::ALL).filter(|it| it.1 == group) {
            *count += n;
        }
    }

    /// Keeps what fits, and counts that.
    pub(super) fn narrow(&mut self, fits: impl Fn(&Item) -> bool) {
        self.items.retain(fits);
        self.counts = [0; 3];
        let groups: Vec<Group> = self.items.iter().map(|it| it.group).collect();
        groups.into_iter().for_each(|group| self.add(group, 1));
    }
}

/// The moment before which something has waited long: a day begins where the association is.
pub(super) fn late(me: &Signed) -> Timestamp {
    let day = me.today().checked_sub(Span::new().days(LONG)).unwrap_or(me.today());
    day.to_zoned(me.zone.clone()).map_or(me.now, |it| it.timestamp())
}

/// Everything that waits, read as far as `at_most` in each group.
pub(super) async fn waiting(
    tx: &mut Tx,
    me: &Signed,
    counted: &[Counted],
    at_most: i64,
) -> Result<Waiting, db::Error> {
    let (association, late) = (me.association(), late(me));
    let whose = (association, me.id);
    let needed = i64::from(me.program.association.review.needed());
    let mut waiting = Waiting { items: Vec::new(), counts: [0; 3] };
    for it in counted {
        match (it.state(), it.reviews_given < needed) {
            (Some(Stand::Submitted), _) | (Some(Stand::InReview), true) => {
                waiting.add(Group::Today, it.late);
                waiting.add(Group::Week, it.n - it.late);
            }
            (Some(Stand::InReview), false) if it.reviews_done == it.reviews_given => {
                waiting.add(Group::Today, it.n);
            }
            (Some(Stand::ExamPassed), _) => waiting.add(Group::Today, it.n),
            _ => {}
        }
    }
    for is_late in [true, false] {
        let files = rows::waiting(tx, whose, needed, (late, is_late), at_most).await?;
        waiting.items.extend(files.into_iter().map(|it| of_file(me, it, is_late)));
    }
    let promised = rows::promised(tx, whose, late, at_most).await?;
    let stuck = rows::stuck(tx, whose, late, at_most).await?;
    let renewals = renewals::waiting(tx, association, late, at_most).await?;
    let claims = claims::waiting(tx, association, late, at_most).await?;
    for (is_late, soon) in [(true, Group::Week), (false, Group::Later)] {
        let promised = promised.iter().find(|it| it.is_late == is_late).map(|it| it.in_all);
        let renewals = renewals.iter().find(|it| it.is_late == is_late).map(|it| it.in_all);
        let claims = claims.iter().find(|it| it.is_late == is_late).map(|it| it.in_all);
        for in_all in [promised, renewals, claims].into_iter().flatten() {
            waiting.add(soon, in_all);
        }
        let stuck = stuck.iter().find(|it| it.is_late == is_late).map(|it| it.in_all);
        waiting.add(Group::Week.or_sooner(is_late), stuck.unwrap_or_default());
    }
    waiting.items.extend(promised.into_iter().map(|it| of_charge(me, it)));
    waiting.items.extend(stuck.into_iter().map(|it| of_rater(me, it)));
    waiting.items.extend(renewals.into_iter().map(|it| of_renewal(me, it)));
    waiting.items.extend(claims.into_iter().map(|it| of_claim(me, it)));
    waiting.items.sort_by_key(|it| (it.group, it.at));
    Ok(waiting)
}

/// How long ago, in words.
pub(super) fn since(me: &Signed, at: Timestamp) -> String {
    let day = at.to_zoned(me.zone.clone()).date();
    let days = day.until(me.today()).map_or(0, |it| i64::from(it.get_days())).max(0);
    me.lang.count("desk-days", days)
}

fn of_file(me: &Signed, it: Waits, is_late: bool) -> Item {
    let (what, why, at) = if it.has_passed {
        ("desk-exam-passed", "desk-exam-passed-why", it.state_since)
    } else if it.lacks_reviewer {
        ("desk-no-reviewer", "desk-no-reviewer-why", it.state_since)
    } else {
        ("desk-reviewed", "desk-reviewed-why", it.reviewed_at.unwrap_or(it.state_since))
    };
    let (act, place, group) = if it.lacks_reviewer {
        ("desk-do-assign", "#reviewers", Group::Week.or_sooner(is_late))
    } else {
        ("desk-do-decide", "#decide", Group::Today)
    };
    let href = me.lang.href(&format!("/desk/applications/{}", it.id));
    Item {
        name: it.person_name,
        file: it.number,
        act_href: format!("{href}{place}"),
        href,
        what: me.lang.say(what).into_owned(),
        why: me.lang.say(why).into_owned(),
        since: since(me, at.0),
        act,
        group,
        at: at.0,
    }
}

fn of_charge(me: &Signed, it: Promised) -> Item {
    let act_href = me.lang.href(&format!("/desk/charges/{}/confirmation", it.id));
    let href = it
        .application_id
        .map_or_else(|| act_href.clone(), |id| me.lang.href(&format!("/desk/applications/{id}")));
    let kind = me.lang.say(&format!("payments-kind-{}", it.kind));
    Item {
        name: it.person_name,
        file: it.number.unwrap_or_default(),
        href,
        what: me.lang.say1("desk-promised", "kind", kind),
        why: me.lang.say("desk-promised-why").into_owned(),
        since: since(me, it.promised_at.0),
        act_href,
        act: "desk-do-confirm",
        group: Group::Later.or_sooner(it.is_late),
        at: it.promised_at.0,
    }
}

fn of_rater(me: &Signed, it: Stuck) -> Item {
    let what = if it.has_declined { "desk-stuck-declined" } else { "desk-stuck-bounced" };
    let href = me.lang.href(&format!("/desk/applications/{}", it.application_id));
    Item {
        name: it.person_name,
        file: it.number,
        act_href: format!("{href}#references"),
        href,
        what: me.lang.say(what).into_owned(),
        why: it.rater_name,
        since: since(me, it.since.0),
        act: "desk-do-look",
        group: Group::Week.or_sooner(it.is_late),
        at: it.since.0,
    }
}

fn of_renewal(me: &Signed, it: renewals::Waiting) -> Item {
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
        group: Group::Later.or_sooner(it.is_late),
        at: it.submitted_at.0,
    }
}

fn of_claim(me: &Signed, it: ClaimWaiting) -> Item {
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
        group: Group::Later.or_sooner(it.is_late),
        at: it.claimed_at.0,
    }
}
