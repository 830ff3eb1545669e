//! An advisor's list: who is stuck, and on what.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rules::lifecycle::State as Stand;
use serde::Deserialize;

use super::contacts;
use super::rows::{self, Advisee};
use crate::app::App;
use crate::applications::{self, Outline, outline};
use crate::error::Error;
use crate::identity::{Advisor, Signed};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};

/// How many stand on a page. For each the rules are asked once, since the locker may have changed.
const A_PAGE: usize = 20;
/// After so many days without a change somebody is worth a call. Our own figure; no association has
/// published one.
const QUIET_AFTER: i64 = 30;
/// How many of the next steps stand in the list.
const STEPS: usize = 2;

pub(super) fn routes() -> Routes {
    Routes::new().route("/advising", get(list))
}

/// Which page, the first is 0.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Turned {
    page: u16,
}

/// Somebody in the list, told.
struct Line {
    href: String,
    name: String,
    stand: Told,
    steps: Vec<String>,
}

/// What the list and an advisee's own page say of somebody alike.
pub(super) struct Told {
    pub(super) number: String,
    pub(super) category: String,
    pub(super) shape: &'static str,
    pub(super) state: String,
    /// "Last changed on …"
    pub(super) changed: String,
    /// For how long nothing was changed, if that is long.
    pub(super) quiet: Option<String>,
    pub(super) states: Vec<&'static str>,
    pub(super) tally: String,
    pub(super) marks: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "advising/list/page.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    /// How many people have not answered yet.
    waiting: i64,
    /// What the advisor has noted of talks, all in all.
    hours: Option<String>,
    newer: Option<String>,
    older: Option<String>,
}

/// `GET /advising?page=`
async fn list(
    State(app): State<App>,
    me: Advisor,
    Query(turned): Query<Turned>,
) -> Result<Response, Error> {
    let some = (i64::try_from(A_PAGE).unwrap_or(20), i64::from(turned.page));
    let mut tx = app.db.read().await?;
    let whose = (me.association(), me.id);
    let mut found = rows::mine(&mut tx, whose, None, (some.0 + 1, some.0 * some.1)).await?;
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let mut lines = Vec::new();
    for it in &found {
        let of = applications::one(&mut tx, me.association(), it.application_id).await?;
        let of = outline(&mut tx, &me, of, &it.name).await?;
        lines.push(Line {
            href: me.lang.href(&format!("/advising/{}", it.id)),
            name: it.name.clone(),
            steps: of.steps.iter().take(STEPS).cloned().collect(),
            stand: told(&me, it, of),
        });
    }
    let turn = |page: u16| match page {
        0 => me.lang.href("/advising"),
        _ => me.lang.href(&format!("/advising?page={page}")),
    };
    page::show(&ListPage {
        lines,
        waiting: rows::waiting(&mut tx, me.association(), me.id).await?,
        hours: contacts::noted(&mut tx, &me).await?,
        newer: turned.page.checked_sub(1).map(turn),
        older: more.then(|| turn(turned.page.saturating_add(1))),
        frame: Frame::room(&me),
    })
}

/// The shape of a state, for somebody who helps along: whether there is something to do for the
/// applicant.
fn shape(state: Stand) -> &'static str {
    match state {
        Stand::Preparing | Stand::MoreInformation => "todo",
        _ => "wait",
    }
}

pub(super) fn told(me: &Signed, it: &Advisee, of: Outline) -> Told {
    let lang = me.lang;
    let changed = it.changed_at.0;
    let days = me.now.duration_since(changed).as_hours() / 24;
    let category = me.program.category(&of.application.category);
    Told {
        category: category.map(|it| it.name.get(lang).to_owned()).unwrap_or_default(),
        number: of.application.number,
        shape: shape(of.state),
        state: applications::state_word(of.state, lang),
        changed: lang.say1(
            "advising-changed",
            "day",
            lang.day(changed.to_zoned(me.zone.clone()).date()),
        ),
        quiet: (days >= QUIET_AFTER && of.state.is_open())
            .then(|| lang.count("advising-quiet", days)),
        states: of.states,
        tally: of.tally,
        marks: of.marks,
    }
}
