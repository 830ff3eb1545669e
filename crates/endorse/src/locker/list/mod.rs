//! The locker at a glance: every entry, by kind, the newest first, and what was removed.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::documents::{self, Document};
use super::drafts::{self, Begun};
use super::entries::Sheet;
use super::evidence::{Evidence, Shown};
use super::kind::Kind;
use super::rows;
use crate::app::App;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::programs::framework::Group;
use crate::routing::{Routes, get};
use crate::trail;

pub(super) fn routes() -> Routes {
    Routes::new().route("/locker", get(everything))
}

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Narrowed {
    /// A competency area.
    area: String,
    /// An entry that has just been removed, and can be put back at once.
    undo: String,
}

#[derive(Template)]
#[template(path = "locker/list/page.html")]
struct LockerPage {
    frame: Frame,
    helpers: Vec<trail::Helper>,
    title: String,
    kind: Option<Kind>,
    /// The name of the competency area that the list is narrowed to.
    area: Option<String>,
    tabs: Vec<Tab>,
    adds: Vec<Add>,
    entries: Vec<Listed>,
    removed: Vec<Listed>,
    /// What was begun and not kept: in words, and where to go on with it.
    begun: Vec<(String, String)>,
    /// What has just been removed: said, and where it is put back.
    undo: Option<(String, String)>,
    /// What to say while there is nothing.
    empty: Empty,
}

/// The words that teach where nothing is yet: for every kind its own.
struct Empty {
    title: String,
    text: String,
    example: String,
}

impl Empty {
    fn of(me: &Applicant, kind: Option<Kind>) -> Self {
        let kind = kind.map(|it| format!("-{}", it.path())).unwrap_or_default();
        let told = |part: &str| me.lang.say(&format!("locker-empty-{part}{kind}")).into_owned();
        Self { title: told("title"), text: told("text"), example: told("example") }
    }
}

struct Tab {
    href: String,
    label: String,
    count: usize,
    current: bool,
}

struct Add {
    href: String,
    label: String,
}

struct Listed {
    id: Uuid,
    href: String,
    kind: String,
    shown: Shown,
    documents: Vec<Document>,
    is_corrected: bool,
    /// A training counts only once it names an area.
    lacks_areas: bool,
    /// A correction was begun and is not kept.
    has_draft: bool,
}

/// `GET /locker`
async fn everything(
    State(app): State<App>,
    me: Applicant,
    Query(narrowed): Query<Narrowed>,
) -> Result<Response, Error> {
    page::show(&load(&app, &me, None, &narrowed).await?)
}

/// `GET /locker/{kind}`
pub(super) async fn of_kind<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Query(narrowed): Query<Narrowed>,
) -> Result<Response, Error> {
    let narrowed = Narrowed { area: String::new(), ..narrowed };
    page::show(&load(&app, &me, Some(S::KIND), &narrowed).await?)
}

async fn load(
    app: &App,
    me: &Applicant,
    kind: Option<Kind>,
    narrowed: &Narrowed,
) -> Result<LockerPage, Error> {
    let mut tx = app.db.read().await?;
    let mut documents: BTreeMap<Uuid, Vec<Document>> = BTreeMap::new();
    for document in documents::documents_of(&mut tx, me.id).await? {
        if let Some(entry) = document.entry_id {
            documents.entry(entry).or_default().push(document);
        }
    }
    let drafts = drafts::of(&mut tx, me).await?;
    let area = me.program.framework.area(&narrowed.area);
    let mut counts = [0; Kind::ALL.len()];
    let (mut entries, mut removed) = (Vec::new(), Vec::new());
    for kept in rows::all(&mut tx, me.id).await? {
        let of = Kind::of(&kept.kind).ok_or_else(|| anyhow::anyhow!("no kind {}", kept.kind))?;
        if kept.removed_at.is_none() {
            for (count, _) in counts.iter_mut().zip(Kind::ALL).filter(|it| it.1 == of) {
                *count += 1;
            }
        }
        if kind.is_some_and(|it| it != of) {
            continue;
        }
        let evidence = Evidence::read(of, &kept.body)?;
        if area.is_some_and(|it| !evidence.areas().contains(&it.id)) {
            continue;
        }
        let listed = Listed {
            id: kept.id,
            href: of.href_of(&kept.id.to_string()),
            kind: me.lang.say(&format!("locker-one-{}", of.path())).into_owned(),
            shown: evidence.shown(me.program, me.lang),
            documents: documents.remove(&kept.id).unwrap_or_default(),
            is_corrected: kept.version > 1,
            has_draft: drafts.iter().any(|it| it.entry == Some(kept.id)),
            lacks_areas: of == Kind::Trainings && evidence.areas().is_empty(),
        };
        if kept.removed_at.is_none() {
            entries.push((evidence.newest(), listed));
        } else {
            removed.push(listed);
        }
    }
    // What was made last comes first already, and stays so within a day.
    entries.sort_by_key(|(newest, _)| std::cmp::Reverse(*newest));
    let helpers = trail::helpers(&mut tx, me).await?;
    let mut frame = Frame::room(me);
    let undone = removed.iter().find(|it| it.id.to_string() == narrowed.undo);
    let undo = undone.and_then(|it| Some((frame.notice.take()?.into_owned(), restoration(me, it))));
    Ok(LockerPage {
        frame,
        helpers,
        undo,
        empty: Empty::of(me, kind),
        begun: begun(me, kind, &drafts),
        title: match kind {
            None => me.lang.say("locker-yours").into_owned(),
            Some(kind) => me.lang.say(&format!("locker-kind-{}", kind.path())).into_owned(),
        },
        kind,
        area: area.map(|it| it.name(Group::Mhm, me.lang).to_owned()),
        tabs: tabs(me, kind, counts),
        adds: adds(me, kind),
        entries: entries.into_iter().map(|(_, listed)| listed).collect(),
        removed,
    })
}

fn restoration(me: &Applicant, it: &Listed) -> String {
    me.lang.href(&format!("{}/restoration", it.href))
}

/// New entries that were begun, in words, and where to go on.
fn begun(me: &Applicant, kind: Option<Kind>, drafts: &[Begun]) -> Vec<(String, String)> {
    let shown = |it: &&Begun| it.entry.is_none() && kind.is_none_or(|kind| kind == it.kind);
    let line = |it: &Begun| {
        let what = me.lang.say(&format!("locker-one-{}", it.kind.path()));
        let when = me.lang.moment(it.saved_at, &me.zone);
        let words = me.lang.say2("locker-draft-begun", "what", what.as_ref(), "when", when);
        (words, me.lang.href(&format!("{}/new", it.kind.href())))
    };
    drafts.iter().filter(shown).map(line).collect()
}

fn tabs(me: &Applicant, kind: Option<Kind>, counts: [usize; Kind::ALL.len()]) -> Vec<Tab> {
    let all = Tab {
        href: me.lang.href("/locker"),
        label: me.lang.say("locker-kind-all").into_owned(),
        count: counts.iter().sum(),
        current: kind.is_none(),
    };
    let tab = |(of, count): (Kind, usize)| Tab {
        href: me.lang.href(&of.href()),
        label: me.lang.say(&format!("locker-tab-{}", of.path())).into_owned(),
        count,
        current: kind == Some(of),
    };
    std::iter::once(all).chain(Kind::ALL.into_iter().zip(counts).map(tab)).collect()
}

fn adds(me: &Applicant, kind: Option<Kind>) -> Vec<Add> {
    let kinds = Kind::ALL.into_iter().filter(|it| kind.is_none_or(|kind| kind == *it));
    let add = |of: Kind| Add {
        href: me.lang.href(&format!("{}/new", of.href())),
        label: me.lang.say(&format!("locker-add-{}", of.path())).into_owned(),
    };
    kinds.map(add).collect()
}
