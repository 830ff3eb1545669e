//! A person's own trail: what they did, and what others did to what is theirs; and who helps them
//! with their locker just now, which they may end.
//!
//! It draws on the same record as a file's time at the desk. What happens within a review is no part
//! of it, nor what a rater writes: only what the person is told anyway.

mod rows;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use self::rows::Deed;
use crate::app::App;
use crate::audit::{self, Act, Actor as _};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};

/// How many deeds stand on a page.
const A_PAGE: usize = 50;

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .route("/account/trail", get(trail))
        .route("/account/helpers/{helping}/end", post(call_off))
}

/// Somebody who helps the person with their locker now.
#[derive(Clone, Debug)]
pub struct Helper {
    /// Who, with what, until when.
    pub words: String,
    /// Where that is ended.
    pub end: String,
}

/// Who helps a person with their locker now, at whichever association: a person has one locker. Nobody,
/// to whoever helps.
///
/// # Errors
///
/// When the database refuses.
pub async fn helpers(tx: &mut Tx, me: &Signed) -> Result<Vec<Helper>, db::Error> {
    if me.helping.is_some() {
        return Ok(Vec::new());
    }
    let lang = me.lang;
    let told = |it: rows::Helping| Helper {
        words: lang.with(
            "trail-helped",
            &[
                ("helper", it.helper.into()),
                ("number", it.number.into()),
                ("until", lang.moment(it.until_at, &me.zone).into()),
            ],
        ),
        end: lang.href(&format!("/account/helpers/{}/end", it.id)),
    };
    let found = rows::helping(tx, me.id, me.now).await?;
    Ok(found.into_iter().map(told).collect())
}

/// `POST /account/helpers/{helping}/end`: from now on nobody else is in the locker; whoever helped is
/// led to saying that they have finished.
async fn call_off(
    State(app): State<App>,
    me: Applicant,
    Path(helping): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = rows::helped(&mut tx, me.id, helping).await?.ok_or(Error::NotFound)?;
    if !rows::call_off(&mut tx, me.id, helping, me.now).await? {
        return Err(Error::Stale);
    }
    let who = Act { association: &of.association_id, ..me.actor() };
    let what = ("helping", helping);
    audit::record_about(&mut tx, &who, "help-called-off", what, of.application_id, None).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/account/trail", "said-help-called-off")
}

/// Which page, the first is 0.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Turned {
    page: u16,
}

/// A deed in words; several in a row that read the same are one line.
struct Line {
    what: String,
    by: String,
    when: String,
    times: i64,
}

#[derive(Template)]
#[template(path = "trail/page.html")]
struct TrailPage {
    frame: Frame,
    helpers: Vec<Helper>,
    lines: Vec<Line>,
    newer: Option<String>,
    older: Option<String>,
}

/// `GET /account/trail?page=`
async fn trail(
    State(app): State<App>,
    me: Applicant,
    Query(turned): Query<Turned>,
) -> Result<Response, Error> {
    let skip = usize::from(turned.page) * A_PAGE;
    let some = (i64::try_from(A_PAGE).unwrap_or(50), i64::try_from(skip).unwrap_or(0));
    let mut tx = app.db.read().await?;
    let mut deeds = rows::of_person(&mut tx, (me.association(), me.id), some).await?;
    let more = deeds.len() > A_PAGE;
    deeds.truncate(A_PAGE);
    let turn = |page: u16| match page {
        0 => me.lang.href("/account/trail"),
        _ => me.lang.href(&format!("/account/trail?page={page}")),
    };
    page::show(&TrailPage {
        frame: Frame::room(&me),
        helpers: helpers(&mut tx, &me).await?,
        lines: told(&me, deeds),
        newer: turned.page.checked_sub(1).map(turn),
        older: more.then(|| turn(turned.page.saturating_add(1))),
    })
}

fn told(me: &Applicant, deeds: Vec<Deed>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for it in deeds {
        let (what, by) = (what(me.lang, &it), by(me, &it));
        match lines.last_mut() {
            Some(last) if last.what == what && last.by == by => last.times += 1,
            _ => lines.push(Line { what, by, when: me.lang.moment(it.at, &me.zone), times: 1 }),
        }
    }
    lines
}

/// What was done, with the few words that say of which: a step, a fee.
fn what(lang: Lang, it: &Deed) -> String {
    let detail = it.detail.as_deref().unwrap_or_default();
    let key = format!("trail-{}-{}", it.object_kind, it.verb);
    let said = lang.say(if lang.knows(&key) { &key } else { "trail-other" }).into_owned();
    let more = match (it.object_kind.as_str(), it.verb.as_str()) {
        ("application", "application-step") => format!("applications-state-{detail}"),
        ("charge", _) => format!("payments-kind-{detail}"),
        ("entry", _) => return of_entry(lang, said, it.entry.as_deref()),
        _ => return said,
    };
    if !lang.knows(&more) {
        return said;
    }
    lang.say2("trail-of", "what", said, "which", lang.say(&more).into_owned())
}

/// What was done to an entry, and which one it was, if that is still there.
fn of_entry(lang: Lang, said: String, body: Option<&str>) -> String {
    match body.and_then(called) {
        Some(which) => lang.say2("trail-of", "what", said, "which", which),
        None => said,
    }
}

/// What an entry is called, in the shape of the published locker: by its title, what was done, or who
/// gave it.
fn called(body: &str) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    let named = [&body["title"], &body["role"], &body["activity"], &body["provider"]["name"]];
    let mut named = named.into_iter().filter_map(|it| it.as_str()).map(str::trim);
    named.find(|it| !it.is_empty()).map(str::to_owned)
}

/// Who did it: the person, the house, somebody by a link. Names of others are not told, but for those
/// who helped the person as agreed: a letter named them.
fn by(me: &Applicant, it: &Deed) -> String {
    let lang = me.lang;
    match it.actor_kind.as_str() {
        _ if it.actor_id == Some(me.id) => lang.say("trail-by-you").into_owned(),
        _ if it.helper.is_some() => lang.say2(
            "trail-by-helper",
            "name",
            it.helper.as_deref().unwrap_or_default(),
            "association",
            &me.program.association.short_name,
        ),
        "rater" => lang.say("trail-by-rater").into_owned(),
        "system" => lang.say("trail-by-system").into_owned(),
        "visitor" | "applicant" => lang.say("trail-by-somebody").into_owned(),
        _ => lang.say1("trail-by-association", "association", &me.program.association.short_name),
    }
}
