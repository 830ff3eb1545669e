//! What waits for the coordinator, most urgent first; then every open file.
//!
//! As many statements, and a page as long, for a thousand files as for a hundred.

mod rows;
mod urgency;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rules::lifecycle::State as Stand;
use serde::Deserialize;

use self::rows::Counted;
use self::urgency::{Group, Item, Waiting};
use crate::app::App;
use crate::applications;
use crate::error::Error;
use crate::identity::{AtDesk, Signed};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security::query_value;
use crate::typed::folded;

/// How many lines stand on one page.
const A_PAGE: usize = 50;

/// How many lines of a group stand above the list of files.
const A_GLANCE: usize = 20;

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk", get(list))
}

/// What to look for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Search {
    q: String,
    state: String,
    soon: String,
    page: usize,
}

impl Search {
    /// The address of a page of what is looked for; of one group only, if of one.
    fn address(&self, me: &Signed, soon: Option<Group>, page: usize) -> String {
        let soon = soon.map(|it| format!("&soon={}", it.name())).unwrap_or_default();
        let page = if page == 0 { String::new() } else { format!("&page={page}") };
        let (q, state) = (query_value(&self.q), query_value(&self.state));
        me.lang.href(&format!("/desk?q={q}&state={state}{soon}{page}"))
    }
}

/// A pill above the list.
struct Tab {
    href: String,
    label: String,
    count: i64,
    is_here: bool,
}

/// What waits equally urgently: its first lines, and where all of it stands.
struct Shown {
    group: Group,
    items: Vec<Item>,
    count: i64,
    all_href: Option<String>,
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
    heading: String,
    today: String,
    q: String,
    state: String,
    tabs: Vec<Tab>,
    groups: Vec<Shown>,
    files: Vec<File>,
    found: i64,
    is_search: bool,
    is_one_group: bool,
    is_empty: bool,
    may_act: bool,
    later: Option<String>,
    earlier: Option<String>,
}

/// `GET /desk?q=&state=&soon=&page=`. Without a name or number to look for, no more is read than is
/// shown; names are folded here, so that with one everything is.
async fn list(
    State(app): State<App>,
    me: AtDesk,
    Query(search): Query<Search>,
) -> Result<Response, Error> {
    let wanted = folded(&search.q);
    let (named, one) = (!wanted.is_empty(), Group::named(&search.soon));
    let fits = |name: &str, file: &str| {
        !named || folded(name).contains(&wanted) || folded(file).contains(&wanted)
    };
    let start = search.page.saturating_mul(A_PAGE);
    let in_a_group = one.map_or(A_GLANCE, |_| start.saturating_add(A_PAGE));
    let (skipped, at_most, in_a_group) = if named {
        (0, i64::MAX, i64::MAX)
    } else {
        (number(start), number(A_PAGE), number(in_a_group))
    };

    let mut tx = app.db.read().await?;
    let whose = (me.association(), me.id);
    let counted = rows::counted(&mut tx, whose, urgency::late(&me)).await?;
    let part = (skipped, at_most);
    let mut files = rows::files(&mut tx, whose, &search.state, part).await?;
    // What waits for the coordinator is nothing that an auditor could do.
    let mut waiting = match me.only_looks() {
        true => Waiting::default(),
        false => urgency::waiting(&mut tx, &me, &counted, in_a_group).await?,
    };
    drop(tx);

    let open: i64 = counted.iter().map(|it| it.n).sum();
    let of_state = counted.iter().filter(|it| {
        search.state.is_empty() || it.state().is_some_and(|it| it.as_str() == search.state)
    });
    let mut found: i64 = of_state.map(|it| it.n).sum();
    if named {
        waiting.narrow(|it| fits(&it.name, &it.file));
        files.retain(|it| fits(&it.person_name, &it.number));
        found = number(files.len());
        files = files.into_iter().skip(start).take(A_PAGE).collect();
    }
    let total: i64 = waiting.counts.iter().sum();
    let groups = match one {
        None if !search.state.is_empty() || search.page > 0 => Vec::new(),
        None => shown(&me, &search, waiting),
        Some(one) => alone(waiting, one, start),
    };
    let (last, files) = match one {
        Some(_) => (groups.first().map_or(0, |it| it.count), Vec::new()),
        None => (found, files.iter().map(|it| line(&me, it)).collect::<Result<_, _>>()?),
    };
    let turn = |page: usize| search.address(&me, one, page);
    let fitting = [("n", found.into()), ("q", search.q.as_str().into())];
    page::show(&DeskPage {
        may_act: !me.only_looks(),
        heading: if me.only_looks() && !named {
            me.lang.say("nav-desk").into_owned()
        } else if named && total == 0 {
            me.lang.with("desk-title-found", &fitting)
        } else {
            me.lang.count("desk-title", total)
        },
        frame: Frame::room(&me),
        today: me.lang.day(me.today()),
        tabs: tabs(&me, &counted, &search),
        is_search: named || !search.state.is_empty(),
        is_one_group: one.is_some(),
        is_empty: open == 0 && total == 0,
        later: (number(start.saturating_add(A_PAGE)) < last).then(|| turn(search.page + 1)),
        earlier: search.page.checked_sub(1).map(turn),
        groups,
        files,
        found,
        q: search.q,
        state: search.state,
    })
}

fn number(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// The first lines of every group in which something waits.
fn shown(me: &Signed, search: &Search, waiting: Waiting) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Group::ALL
        .into_iter()
        .zip(waiting.counts)
        .map(|(group, count)| Shown {
            group,
            items: Vec::new(),
            count,
            all_href: (count > number(A_GLANCE)).then(|| search.address(me, Some(group), 0)),
        })
        .collect();
    for item in waiting.items {
        let group = shown.iter_mut().find(|it| it.group == item.group);
        if let Some(group) = group.filter(|it| it.items.len() < A_GLANCE) {
            group.items.push(item);
        }
    }
    shown.retain(|it| it.count > 0);
    shown
}

/// One group, from a line on.
fn alone(waiting: Waiting, group: Group, start: usize) -> Vec<Shown> {
    let counts = Group::ALL.into_iter().zip(waiting.counts);
    let count = counts.filter(|it| it.0 == group).map(|it| it.1).sum();
    let items = waiting.items.into_iter().filter(|it| it.group == group);
    let items = items.skip(start).take(A_PAGE).collect();
    vec![Shown { group, items, count, all_href: None }]
}

fn tabs(me: &Signed, counted: &[Counted], search: &Search) -> Vec<Tab> {
    let of =
        |state: &str| Search { q: search.q.clone(), state: state.to_owned(), ..Search::default() };
    let mut tabs = vec![Tab {
        href: of("").address(me, None, 0),
        label: me.lang.say("desk-all").into_owned(),
        count: counted.iter().map(|it| it.n).sum(),
        is_here: search.state.is_empty() && search.soon.is_empty(),
    }];
    for state in Stand::ALL {
        let count = counted.iter().filter(|it| it.state() == Some(state)).map(|it| it.n).sum();
        if count > 0 {
            tabs.push(Tab {
                href: of(state.as_str()).address(me, None, 0),
                label: applications::state_word(state, me.lang),
                count,
                is_here: search.state == state.as_str(),
            });
        }
    }
    tabs
}

fn line(me: &Signed, it: &rows::File) -> Result<File, Error> {
    let state = it.state().ok_or_else(|| anyhow::anyhow!("{}: no such state", it.id))?;
    Ok(File {
        href: me.lang.href(&format!("/desk/applications/{}", it.id)),
        name: it.person_name.clone(),
        file: it.number.clone(),
        state: super::file::shape(state),
        word: applications::state_word(state, me.lang),
        since: urgency::since(me, it.state_since.0),
    })
}
