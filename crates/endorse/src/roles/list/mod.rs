//! Who holds which role, who was invited, who held one; and looking over whether each is still needed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::SignedDuration;
use uuid::Uuid;

use super::invitation::rows as invitations;
use super::rows::{self, Held};
use super::word;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Administrator, Signed};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};

/// After so long somebody should look whether a role is still needed.
const LOOK_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(24 * 91);
/// Within so long it is one look: a button pressed twice, or by two at once.
const ONE_LOOK: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/roles", get(list))
        .route("/desk/roles/{role}/review", post(look_over))
}

/// A role, told.
pub(super) struct Line {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: String,
    /// Since when, until when, by whom.
    pub(super) facts: Vec<String>,
    /// Why it ended.
    reason: String,
    /// Whether it is time to look whether it is still needed.
    is_due: bool,
}

/// An invitation, told.
struct Waiting {
    id: Uuid,
    email: String,
    role: String,
    facts: Vec<String>,
}

#[derive(Template)]
#[template(path = "roles/list/page.html")]
struct RolesPage {
    frame: Frame,
    held: Vec<Line>,
    waiting: Vec<Waiting>,
    ended: Vec<Line>,
    due: usize,
}

/// `GET /desk/roles`
async fn list(State(app): State<App>, me: Administrator) -> Result<Response, Error> {
    let lang = me.lang;
    let mut tx = app.db.read().await?;
    let all = rows::all(&mut tx, me.association()).await?;
    let open = invitations::open(&mut tx, me.association(), me.now).await?;
    let (ended, held): (Vec<Held>, Vec<Held>) = all.into_iter().partition(|it| it.is_over(me.now));
    let held: Vec<Line> = held.into_iter().map(|it| line(&me, it)).collect();
    let day = |at: db::Time| lang.day(at.0.to_zoned(me.zone.clone()).date());
    page::show(&RolesPage {
        due: held.iter().filter(|it| it.is_due).count(),
        held,
        waiting: open
            .into_iter()
            .map(|it| Waiting {
                id: it.id,
                role: word(&it.role, lang),
                facts: vec![
                    lang.say1("roles-invited-by", "name", it.by_name),
                    lang.say1("roles-works-until", "day", day(it.expires_at)),
                ],
                email: it.email,
            })
            .collect(),
        ended: ended.into_iter().map(|it| line(&me, it)).collect(),
        frame: Frame::room(&me),
    })
}

pub(super) fn line(me: &Signed, it: Held) -> Line {
    let lang = me.lang;
    let day = |at: db::Time| lang.day(at.0.to_zoned(me.zone.clone()).date());
    let is_over = it.is_over(me.now);
    let mut facts = vec![lang.say1("roles-since", "day", day(it.from_at))];
    if let Some(until) = it.until_at {
        let key = if is_over { "roles-ended" } else { "roles-until" };
        facts.push(lang.say1(key, "day", day(until)));
    }
    if let Some(name) = it.by_name {
        facts.push(lang.say1("roles-given-by", "name", name));
    }
    if let Some(at) = it.looked_over_at.filter(|_| !is_over) {
        facts.push(lang.say1("roles-looked-over", "day", day(at)));
    }
    let last = it.looked_over_at.map_or(it.from_at.0, |at| at.0);
    Line {
        id: it.id,
        name: it.name,
        email: it.email,
        role: word(&it.role, lang),
        facts,
        reason: it.end_reason.unwrap_or_default(),
        is_due: !is_over && me.now.duration_since(last) >= LOOK_AGAIN_AFTER,
    }
}

/// `POST /desk/roles/{role}/review`: the role is still needed.
async fn look_over(
    State(app): State<App>,
    me: Administrator,
    Path(role): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let held = rows::one(&mut tx, me.association(), role).await?.ok_or(Error::NotFound)?;
    if held.is_over(me.now) {
        return Err(Error::Stale);
    }
    let since = me.now - ONE_LOOK;
    if rows::look_over(&mut tx, held.id, me.id, (since, me.now)).await? {
        audit::record(&mut tx, &me, "looked-over", "role", held.id).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/desk/roles", "said-role-looked-over")
}
