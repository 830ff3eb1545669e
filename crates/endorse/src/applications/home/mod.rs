//! The applicant's home: am I there yet, what next, whom do we wait for.

mod exam;
mod next;
mod side;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rules::lifecycle::State as Stand;
use rules::{RequirementId, Stage, Status};
use uuid::Uuid;

use self::exam::Exam;
use self::next::Next;
use self::side::{Letter, Past, Waiting};
use super::gathering::Gathered;
use super::pinning::{self, Difference};
use super::{advisor, rows};
use crate::app::App;
use crate::assessments::{self, Change, Section};
use crate::associations::{self, Dated};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::inbox;
use crate::page::{self, Frame};
use crate::programs::wording;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/home", get(home)).route("/applications/{id}", get(one))
}

/// An application in the list.
struct Line {
    href: String,
    category: String,
    number: String,
    word: String,
    since: String,
}

#[derive(Template)]
#[template(path = "applications/home/list.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    is_endorsed: bool,
}

/// Where the work of a role is.
const ROOMS: [(&str, &str); 7] = [
    ("coordinator", "/desk"),
    ("reviewer", "/reviews"),
    ("advisor", "/advising"),
    ("auditor", "/desk"),
    ("treasurer", "/desk/payments"),
    ("administrator", "/desk/roles"),
    ("network", "/network"),
];

/// `GET /home`: what teaches, the only open application, or all of them; for staff without an
/// application of their own, the room they work in.
async fn home(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let all = super::of_person(&mut tx, me.association(), me.id).await?;
    let room = ROOMS.into_iter().find(|it| me.person.has(it.0));
    if let (true, Some((_, room))) = (all.is_empty(), room) {
        return page::see(me.lang, room);
    }
    let mut open = all.iter().filter(|it| it.closed_at.is_none());
    if let (Some(only), None) = (open.next(), open.next()) {
        let path = format!("/applications/{}", only.id);
        let said = me.said.as_deref();
        return match said {
            Some(said) => page::see_and_say(me.lang, &path, said),
            None => page::see(me.lang, &path),
        };
    }
    let mut lines = Vec::new();
    for it in &all {
        lines.push(Line {
            href: me.lang.href(&format!("/applications/{}", it.id)),
            category: category(&me, &it.category),
            number: it.number.clone(),
            word: super::state_word(it.state()?, me.lang),
            since: me.lang.day(it.state_since.0.to_zoned(me.zone.clone()).date()),
        });
    }
    let is_endorsed = me.person.endorsements > 0;
    page::show(&ListPage { frame: Frame::room(&me), lines, is_endorsed })
}

/// The name of a category.
pub(super) fn category(me: &Applicant, id: &str) -> String {
    let known = me.program.category(id);
    known.map_or_else(|| id.to_owned(), |it| it.name.get(me.lang).to_owned())
}

#[derive(Template)]
#[template(path = "applications/home/page.html")]
struct HomePage {
    frame: Frame,
    category: String,
    rules_of: String,
    rules_href: String,
    number: String,
    headline: String,
    lead: Option<String>,
    states: Vec<&'static str>,
    tally: String,
    marks: Vec<(&'static str, String)>,
    next: Option<Next>,
    letters: Vec<Letter>,
    changes: Vec<Change>,
    pinning: Option<Difference>,
    pinning_href: String,
    sections: Vec<Section>,
    later: Option<String>,
    emerging: Option<String>,
    exam: Option<Exam>,
    advisor: Option<advisor::Told>,
    people: Vec<Waiting>,
    dates: Vec<Dated>,
    messages: Vec<Letter>,
    past: Vec<Past>,
    path: String,
    is_open: bool,
    may_withdraw: bool,
}

/// `GET /applications/{id}`
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let (lang, mut tx) = (me.lang, app.db.read().await?);
    let application = super::own(&mut tx, me.association(), me.id, id).await?;
    let of = Gathered::load(&mut tx, &me, application).await?;
    let past = rows::past(&mut tx, id).await?;
    let decisions = match of.submission {
        None => Vec::new(),
        Some(_) => super::decisions(&mut tx, me.association(), id).await?,
    };
    let messages = inbox::newest(&mut tx, me.association(), me.id, 3).await?;
    let exam = Exam::load(&mut tx, &me, &of).await?;
    let advisor = advisor::told(&mut tx, &me, id).await?;
    drop(tx);

    let rows = assessments::findings(me.program, me.program, &of.assessment, of.assessed(), lang);
    let next = next::next(&of, &rows, &me);
    let later: Vec<&str> =
        rows.iter().filter(|it| it.is_later).map(|it| it.title.as_str()).collect();
    let later =
        (!later.is_empty()).then(|| lang.say1("applications-later", "what", lang.list(&later)));
    let (states, tally, marks) = tally(&of, lang);
    let path = lang.href(&format!("/applications/{id}"));
    let is_open = of.state.is_open();
    let changes = match &of.frozen {
        Some(frozen) => assessments::changes(me.program, frozen, &of.locker, lang),
        None => Vec::new(),
    };
    let today = me.today();
    page::show(&HomePage {
        pinning: pinning::of_change((me.program, lang), &of.application, (&of.locker, today)),
        pinning_href: format!("{path}/rules"),
        category: category(&me, &of.application.category),
        rules_of: rules_of(&of, &me),
        rules_href: lang.href(&format!("/categories/{}", of.application.category)),
        headline: headline(&of, &me),
        lead: lead(&of, &me).or_else(|| {
            let waits = is_open && next.is_none();
            waits.then(|| lang.say(waited_for(&of)).into_owned())
        }),
        people: side::people(&of, &me),
        dates: associations::coming(&me).into_iter().take(3).collect(),
        messages: side::messages(&me, &messages),
        letters: side::letters(&me, &decisions),
        past: side::past(&me, &of, &past),
        sections: assessments::sections(rows, is_open.then_some(id), lang),
        emerging: emerging(&of, &me),
        may_withdraw: !of.state.is_end(),
        number: of.application.number,
        frame: Frame::room(&me),
        states,
        tally,
        marks,
        next,
        changes,
        later,
        exam,
        advisor,
        path,
        is_open,
    })
}

/// "rules of January 1, 2024"
pub(super) fn rules_of(of: &Gathered, me: &Applicant) -> String {
    match of.assessment.effective_from {
        Some(day) => me.lang.say1("applications-rules-of", "day", me.lang.day(day)),
        None => {
            let version = of.application.policy_version.as_str();
            me.lang.say1("applications-rules-version", "version", version)
        }
    }
}

fn count(of: &Gathered, status: Status) -> i64 {
    let found = of.assessment.of_stage().filter(|it| it.status == status).count();
    i64::try_from(found).unwrap_or(i64::MAX)
}

/// Yes or not yet, while that is the question; then where it stands.
fn headline(of: &Gathered, me: &Applicant) -> String {
    let lang = me.lang;
    let (met, person) = (count(of, Status::Met), count(of, Status::NeedsPerson));
    let all = met + person + count(of, Status::Unmet);
    match of.state {
        Stand::MoreInformation if met + person == all => {
            lang.say("applications-more-asked").into_owned()
        }
        Stand::Preparing | Stand::MoreInformation if met + person < all => {
            lang.say2("applications-not-yet", "n", met, "all", all)
        }
        Stand::Preparing | Stand::MoreInformation if person > 0 => {
            lang.count("applications-yes-but-person", person)
        }
        Stand::Preparing | Stand::MoreInformation => lang.say("applications-yes").into_owned(),
        state => lang.say(&format!("applications-headline-{}", state.as_str())).into_owned(),
    }
}

/// What one may be with some of it open, while nothing has been decided.
fn emerging(of: &Gathered, me: &Applicant) -> Option<String> {
    let is_undecided = !of.state.is_end();
    is_undecided.then(|| wording::emerging(&of.assessment, me.lang)).flatten()
}

/// Whom an application waits for, with which its owner has nothing left to do: the key of a sentence.
fn waited_for(of: &Gathered) -> &'static str {
    match (of.lacks(RequirementId::References), of.lacks(RequirementId::Membership)) {
        (true, true) => "applications-wait-both",
        (true, false) => "applications-wait-raters",
        (false, true) => "applications-wait-payment",
        (false, false) => "applications-wait-others",
    }
}

fn lead(of: &Gathered, me: &Applicant) -> Option<String> {
    if of.state == Stand::Preparing {
        return None;
    }
    let since = me.lang.day(of.application.state_since.0.to_zoned(me.zone.clone()).date());
    Some(me.lang.say1(&format!("applications-lead-{}", of.state.as_str()), "day", since))
}

/// The shape of each requirement's state; how many there are of each, in words; the same, apart.
pub(super) type Tally = (Vec<&'static str>, String, Vec<(&'static str, String)>);

pub(super) fn tally(of: &Gathered, lang: Lang) -> Tally {
    let mut states = Vec::new();
    for status in [Status::Met, Status::NeedsPerson, Status::Unmet] {
        let those = of.assessment.findings.iter();
        let those = those.filter(|it| it.stage == Stage::Submission && it.status == status);
        states.extend(those.map(|it| assessments::shape(it.status)));
    }
    let marks: Vec<(&'static str, String)> = [
        (Status::Met, "applications-tally-met"),
        (Status::NeedsPerson, "applications-tally-person"),
        (Status::Unmet, "applications-tally-todo"),
    ]
    .into_iter()
    .filter(|it| count(of, it.0) > 0)
    .map(|(status, key)| (assessments::shape(status), lang.count(key, count(of, status))))
    .collect();
    let said: Vec<&str> = marks.iter().map(|it| it.1.as_str()).collect();
    let tally = lang.list(&said);
    (states, tally, marks)
}
