//! What waits for the coordinator, most urgent first; then every open file.
//!
//! As many statements for a thousand files as for one.

mod rows;
mod urgency;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use rules::lifecycle::State as Stand;
use serde::Deserialize;
use uuid::Uuid;

use self::urgency::{Desk, Group, Item};
use crate::app::App;
use crate::applications::{self, DeskRow};
use crate::error::Error;
use crate::identity::Coordinator;
use crate::page::{self, Frame};
use crate::payments;
use crate::renewals;
use crate::reviews::assignments;
use crate::security::query_value;
use crate::typed::folded;

/// How many files stand on one page.
const A_PAGE: usize = 50;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/desk", get(list))
}

/// What to look for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Search {
    q: String,
    state: String,
    page: usize,
}

/// A pill above the list.
struct Tab {
    href: String,
    label: String,
    count: usize,
    is_here: bool,
}

/// A line of the list of files.
struct File {
    href: String,
    name: String,
    file: String,
    state: &'static str,
    word: String,
    since: String,
}

#[derive(Template)]
#[template(path = "desk/list/page.html")]
struct DeskPage {
    frame: Frame,
    today: String,
    q: String,
    state: String,
    tabs: Vec<Tab>,
    waiting: usize,
    groups: Vec<(Group, Vec<Item>)>,
    files: Vec<File>,
    found: usize,
    is_search: bool,
    is_empty: bool,
    later: Option<String>,
    earlier: Option<String>,
}

/// `GET /desk?q=&state=&page=`
async fn list(
    State(app): State<App>,
    me: Coordinator,
    Query(search): Query<Search>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let all = applications::list_for_desk(&mut tx, me.association()).await?;
    let desk = Desk {
        assignments: assignments::waiting(&mut tx, me.association()).await?,
        promised: rows::promised(&mut tx, me.association()).await?,
        stuck: rows::stuck(&mut tx, me.association()).await?,
        renewals: renewals::waiting(&mut tx, me.association()).await?,
        claims: payments::claims::waiting(&mut tx, me.association()).await?,
    };
    drop(tx);
    let by_id: HashMap<Uuid, &DeskRow> = all.iter().map(|it| (it.id, it)).collect();
    let wanted = folded(&search.q);
    let mut items = urgency::items(&me, &all, &by_id, desk);
    items.retain(|it| {
        wanted.is_empty()
            || folded(&it.name).contains(&wanted)
            || folded(&it.file).contains(&wanted)
    });
    let is_search = !wanted.is_empty() || !search.state.is_empty();
    let waiting = items.len();
    let found: Vec<&DeskRow> = all.iter().filter(|it| is_found(it, &search, &wanted)).collect();
    let tabs = tabs(&me, &all, &search);
    let start = search.page.saturating_mul(A_PAGE);
    let turn = |page: usize| me.lang.href(&address(&search.q, &search.state, page));
    let page = DeskPage {
        frame: Frame::room(&me),
        today: me.lang.day(me.today()),
        tabs,
        waiting,
        groups: if search.state.is_empty() && search.page == 0 {
            urgency::grouped(items)
        } else {
            Vec::new()
        },
        found: found.len(),
        files: found
            .iter()
            .skip(start)
            .take(A_PAGE)
            .map(|it| line(&me, it))
            .collect::<Result<_, _>>()?,
        is_search,
        is_empty: all.is_empty() && waiting == 0,
        later: (start + A_PAGE < found.len()).then(|| turn(search.page + 1)),
        earlier: search.page.checked_sub(1).map(turn),
        q: search.q,
        state: search.state,
    };
    page::show(&page)
}

fn is_found(it: &DeskRow, search: &Search, wanted: &str) -> bool {
    let in_state =
        search.state.is_empty() || it.state().is_ok_and(|state| state.as_str() == search.state);
    let named = wanted.is_empty()
        || folded(&it.person_name).contains(wanted)
        || folded(&it.number).contains(wanted);
    in_state && named
}

fn address(q: &str, state: &str, page: usize) -> String {
    let page = if page == 0 { String::new() } else { format!("&page={page}") };
    format!("/desk?q={}&state={}{page}", query_value(q), query_value(state))
}

fn tabs(me: &Coordinator, all: &[DeskRow], search: &Search) -> Vec<Tab> {
    let mut tabs = vec![Tab {
        href: me.lang.href(&address(&search.q, "", 0)),
        label: me.lang.say("desk-all").into_owned(),
        count: all.len(),
        is_here: search.state.is_empty(),
    }];
    for state in Stand::ALL {
        let count = all.iter().filter(|it| it.state().is_ok_and(|its| its == state)).count();
        if count > 0 {
            tabs.push(Tab {
                href: me.lang.href(&address(&search.q, state.as_str(), 0)),
                label: applications::state_word(state, me.lang),
                count,
                is_here: search.state == state.as_str(),
            });
        }
    }
    tabs
}

fn line(me: &Coordinator, it: &DeskRow) -> Result<File, Error> {
    let state = it.state()?;
    Ok(File {
        href: me.lang.href(&format!("/desk/applications/{}", it.id)),
        name: it.person_name.clone(),
        file: it.number.clone(),
        state: super::file::shape(state),
        word: applications::state_word(state, me.lang),
        since: urgency::since(me, it.state_since.0),
    })
}
