//! One's own sessions: where one is signed in, and ending that. An ended one is over with the next
//! page it asks for.
//!
//! When a session was last used is kept to ten minutes: more would be a statement that writes with every
//! page.

use axum::extract::State;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::{browser, rows};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Fresh, Signed};
use crate::page;
use crate::routing::{Path, Routes, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/sessions/{id}/end", post(end))
        .route("/account/other-sessions/end", post(end_others))
}

/// A session in the list.
pub(crate) struct Line {
    /// Where to end it.
    pub end: String,
    /// The browser, in words.
    pub browser: String,
    /// Since when, from where, and when it was last used.
    pub more: String,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

/// The sessions of whoever asks, newest first.
pub(crate) async fn of(tx: &mut Tx, app: &App, me: &Signed) -> Result<Vec<Line>, Error> {
    let used_since = me.now - app.settings.sessions.idle(me.person.is_staff());
    let sessions = rows::of(tx, me.id, used_since, me.now).await?;
    let line = |it: rows::Session| {
        let at = me.lang.moment(it.created_at, &me.zone);
        let is_current = it.id == me.person.session_id;
        let since = match &it.address {
            Some(from) => me.lang.say2("sessions-since-from", "at", at, "from", from),
            None => me.lang.say1("sessions-since", "at", at),
        };
        let used = me.lang.moment(it.last_used_at, &me.zone);
        let used = me.lang.say1("sessions-used", "at", used);
        Line {
            end: me.lang.href(&format!("/account/sessions/{}/end", it.id)),
            browser: browser::words(me.lang, &it.user_agent),
            // This one is in use while it asks.
            more: if is_current { since } else { format!("{since} · {used}") },
            is_current,
        }
    };
    Ok(sessions.into_iter().map(line).collect())
}

/// `POST /account/sessions/{id}/end`. Ending one twice is ending it once.
async fn end(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::is_of(&mut tx, me.id, id).await? {
        return Err(Error::NotFound);
    }
    if rows::end(&mut tx, me.id, id, me.now).await? {
        audit::record(&mut tx, &me, "session-ended", "session", id).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/account", "said-session-ended")
}

/// `POST /account/other-sessions/end`
async fn end_others(State(app): State<App>, me: Fresh<Applicant>) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    rows::end_others(&mut tx, me.id, me.person.session_id, me.now).await?;
    audit::record(&mut tx, &me, "other-sessions-ended", "person", me.id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/account", "said-other-sessions-ended")
}
