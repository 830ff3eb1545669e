//! Reflective supervision/consultation received: who gave it, when, about what, beside which work.
//!
//! Every fact is looked at on the dates of the hours. An entry is a sum of hours over some days: if
//! only some of those days qualify, arithmetic cannot say how many of the hours do.

use alloc::vec::Vec;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Scene;
use super::tally::{Answer, Tally};
use crate::assessment::{Reason, Status, Step, Unit};
use crate::intervals::{Stretch, covered};
use crate::locker::{About, Rsc, Setting, Standing};
use crate::policy::{AskRsc, Span};

pub(crate) fn find(ask: &AskRsc, scene: &Scene<'_>) -> Answer {
    let mut tally = Tally::for_entries(scene.locker.rsc.len());
    let mut spread = Vec::new();
    for entry in &scene.locker.rsc {
        let minutes = u64::from(entry.minutes);
        match judge(ask, scene, entry) {
            Verdict::Counts => {
                tally.count(&entry.id, minutes);
                if ask.span_months.is_some() {
                    spread.push(Hours { from: entry.from, to: entry.to, minutes });
                }
            }
            Verdict::Out(reason) => tally.exclude(&entry.id, minutes, reason),
            Verdict::Doubt(reason) => tally.doubt(&entry.id, minutes, reason),
        }
    }
    let asked = ask.minutes.map(u64::from);
    let mut answer = tally.against(Unit::Minutes, asked, Step::MinutesMore);
    if let (Some(span), Some(asked), Status::Met) = (ask.span_months, asked, answer.status)
        && !is_spread(spread, asked, span)
    {
        answer.status = Status::NeedsPerson;
        answer.step = Some(Step::HaveLooked);
    }
    answer
}

enum Verdict {
    Counts,
    Out(Reason),
    Doubt(Reason),
}

fn judge(ask: &AskRsc, scene: &Scene<'_>, entry: &Rsc) -> Verdict {
    if entry.setting == Setting::Peer && !ask.peers {
        return Verdict::Out(Reason::PeerSetting);
    }
    let dated = by_dates(ask, scene, entry);
    if let Verdict::Out(_) = dated {
        return dated;
    }
    let kind = match by_kind(ask, entry) {
        Verdict::Counts if ask.providers_unlisted => Verdict::Doubt(Reason::ProviderNotQualified),
        kind => kind,
    };
    match (&dated, &kind) {
        (_, Verdict::Out(_)) | (Verdict::Counts, _) => kind,
        _ => dated,
    }
}

/// By what it was about, and what the person did meanwhile.
fn by_kind(ask: &AskRsc, entry: &Rsc) -> Verdict {
    if !ask.during.is_empty() {
        let about_rsc = entry.about == Some(About::OwnRscProvision);
        match entry.during {
            None => return Verdict::Doubt(Reason::NotWhileServing),
            Some(during) if ask.during.contains(&during) => {}
            Some(during) if about_rsc && ask.during_about_rsc.contains(&during) => {}
            Some(during) if ask.during_in_doubt.contains(&during) => {
                return Verdict::Doubt(Reason::NotWhileServing);
            }
            Some(_) => return Verdict::Out(Reason::NotWhileServing),
        }
    }
    match (ask.about, entry.about) {
        (None, _) => Verdict::Counts,
        (Some(_), None) => Verdict::Doubt(Reason::WrongSubject),
        (Some(asked), Some(about)) if asked == about => Verdict::Counts,
        (Some(_), Some(_)) => Verdict::Out(Reason::WrongSubject),
    }
}

/// By the days: the assessment's, the degree's and the provider's.
fn by_dates(ask: &AskRsc, scene: &Scene<'_>, entry: &Rsc) -> Verdict {
    if entry.from > scene.on {
        return Verdict::Out(Reason::AfterDate);
    }
    if scene.since.is_some_and(|since| entry.to < since) {
        return Verdict::Out(Reason::BeforeWindow);
    }
    let Some(whole) = Stretch::new(entry.from, entry.to) else {
        return Verdict::Out(Reason::Straddles);
    };
    let seen = Stretch::new(
        scene.since.map_or(entry.from, |since| entry.from.max(since)),
        entry.to.min(scene.on),
    );
    let (surely, maybe) = if ask.after_degree {
        let after = |from: Option<Date>| from.and_then(|from| seen.and_then(|it| it.since(from)));
        (after(scene.graduate.surely_from), after(scene.graduate.maybe_from))
    } else {
        (seen, seen)
    };
    let Some(maybe) = maybe else { return Verdict::Out(Reason::BeforeDegree) };
    if entry.setting == Setting::Peer && entry.provider.is_none() && !ask.providers.is_empty() {
        // Who the peers were, and what they held, nobody has said.
        return Verdict::Doubt(Reason::ProviderNotQualified);
    }

    let standings = entry.provider.as_ref().map_or(&[][..], |it| &it.standings);
    if surely == Some(whole) && covers(&whole, ask, standings) {
        return Verdict::Counts;
    }
    let sure_days = surely.map_or(0, |it| qualified_days(&it, ask, standings, false));
    if sure_days == whole.days() {
        return Verdict::Counts;
    }
    let maybe_days = qualified_days(&maybe, ask, standings, true);
    if maybe_days == 0 {
        return Verdict::Out(why_not(ask, standings, &maybe));
    }
    if maybe_days < whole.days() || sure_days > 0 {
        return Verdict::Doubt(Reason::Straddles);
    }
    // The days are all there, but for a fact that a person has to look at.
    match surely {
        Some(surely) if surely == whole => Verdict::Doubt(Reason::ProviderNotQualified),
        _ => Verdict::Doubt(Reason::BeforeDegree),
    }
}

/// Whether a single standing sees to all of the days, as is usual.
fn covers(of: &Stretch, ask: &AskRsc, standings: &[Standing]) -> bool {
    ask.providers.is_empty() || held(ask, standings, false).any(|it| it.within(of) == Some(*of))
}

/// On how many of the days the provider held what is asked; with the benefit of the doubt or without.
fn qualified_days(of: &Stretch, ask: &AskRsc, standings: &[Standing], doubtful: bool) -> u64 {
    if ask.providers.is_empty() {
        return of.days();
    }
    let unruled = ask.providers_from.filter(|_| doubtful).and_then(|it| it.yesterday().ok());
    let unruled = unruled.and_then(|last| Stretch::new(Date::MIN, last));
    covered(of, held(ask, standings, doubtful).chain(unruled))
}

/// When the provider held what is asked, by each standing and rule.
fn held<'a>(
    ask: &'a AskRsc,
    standings: &'a [Standing],
    doubtful: bool,
) -> impl Iterator<Item = Stretch> + 'a {
    standings.iter().flat_map(move |standing| {
        ask.providers
            .iter()
            .filter(move |rule| (doubtful || !rule.in_doubt) && rule.category == standing.category)
            .filter_map(move |rule| {
                let from = rule.from.map_or(standing.from, |it| it.max(standing.from));
                let to = match (standing.to, rule.to) {
                    (Some(standing), Some(rule)) => standing.min(rule),
                    (standing, rule) => standing.or(rule).unwrap_or(Date::MAX),
                };
                Stretch::new(from, to)
            })
    })
}

fn why_not(ask: &AskRsc, standings: &[Standing], days: &Stretch) -> Reason {
    let asked = |it: &&Standing| ask.providers.iter().any(|rule| rule.category == it.category);
    let ended = |it: &Standing| it.to.is_some_and(|to| to < days.first());
    let mut of_the_kind = standings.iter().filter(asked).peekable();
    if of_the_kind.peek().is_some() && of_the_kind.any(ended) {
        Reason::ProviderStandingEnded
    } else {
        Reason::ProviderNotQualified
    }
}

/// An entry that counts.
struct Hours {
    from: Date,
    to: Date,
    minutes: u64,
}

/// Whether there are months, no more than asked, in which as many hours lie as are asked, over no
/// fewer months than asked.
///
/// The months may begin with any entry; what lies within them whole counts. So more hours never
/// hurt, however old.
fn is_spread(mut hours: Vec<Hours>, asked: u64, span: Span) -> bool {
    let last_of = |first: Date, months: u16| {
        let next = first.checked_add(i64::from(months).months()).ok();
        next.and_then(|day| day.yesterday().ok()).unwrap_or(Date::MAX)
    };
    let end = |first: Date| span.most.map_or(Date::MAX, |it| last_of(first, it));
    hours.sort_by_key(|it| it.to);
    let mut by_from: Vec<&Hours> = hours.iter().collect();
    by_from.sort_by_key(|it| it.from);
    let (mut coming, mut going) = (hours.iter().peekable(), by_from.iter().peekable());
    let (mut inside, mut last) = (0_u64, Date::MIN);
    for start in &by_from {
        let first = start.from;
        while let Some(it) = coming.next_if(|it| it.to <= end(first)) {
            if it.from >= first {
                inside = inside.saturating_add(it.minutes);
                last = last.max(it.to);
            }
        }
        // What began earlier was inside if it lay within the months that began with it. It need not
        // leave `last`: months that are enough only without it end later than it does.
        while let Some(it) = going.next_if(|it| it.from < first) {
            if it.to <= end(it.from) {
                inside = inside.saturating_sub(it.minutes);
            }
        }
        let is_long = span.least.is_none_or(|it| last_of(first, it) <= last);
        // Months begin with what lies within them.
        if start.to <= end(first) && inside >= asked && is_long {
            return true;
        }
    }
    false
}
