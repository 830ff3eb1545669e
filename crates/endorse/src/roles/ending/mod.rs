//! Ending a role, with a reason; it is over with the next page that the person asks for.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use super::rows::{self, Held};
use super::word;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Administrator;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::typed::{self, Problems};

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/roles/{role}/end", get(ask).post(end))
}

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct EndForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "roles/ending/page.html")]
struct EndPage {
    frame: Frame,
    name: String,
    role: String,
    /// Whether it is the last administrator: then nobody could give roles any more.
    is_last: bool,
    form: EndForm,
    problems: Problems,
}

/// A role that somebody holds now, and whether it is the last of an administrator.
async fn held(tx: &mut Tx, me: &Administrator, role: Uuid) -> Result<(Held, bool), Error> {
    let held = rows::one(tx, me.association(), role).await?.ok_or(Error::NotFound)?;
    if held.until_at.is_some_and(|until| until.0 <= me.now) {
        return Err(Error::Stale);
    }
    let is_last = held.role == "administrator"
        && rows::others_with(tx, me.association(), (&held.role, held.id), me.now).await? == 0;
    Ok((held, is_last))
}

impl EndPage {
    fn new(me: &Administrator, (held, is_last): (Held, bool), form: EndForm) -> Self {
        let role = word(&held.role, me.lang);
        let frame = Frame::room(me);
        Self { frame, name: held.name, role, is_last, form, problems: Problems::default() }
    }
}

/// `GET /desk/roles/{role}/end`
async fn ask(
    State(app): State<App>,
    me: Administrator,
    Path(role): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let found = held(&mut tx, &me, role).await?;
    page::show(&EndPage::new(&me, found, EndForm::default()))
}

/// `POST /desk/roles/{role}/end`
async fn end(
    State(app): State<App>,
    me: Administrator,
    Path(role): Path<Uuid>,
    Form(form): Form<EndForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (held, is_last) = held(&mut tx, &me, role).await?;
    let reason = match typed::line(&form.reason, 300) {
        _ if is_last => Err("role-is-last"),
        read => read,
    };
    let mut problems = Problems::default();
    let Some(reason) = problems.note("reason", reason) else {
        let page = EndPage::new(&me, (held, is_last), form);
        return page::correct(&EndPage { problems, ..page });
    };
    if !rows::end(&mut tx, held.id, (me.id, &reason), me.now).await? {
        return Err(Error::Stale);
    }
    audit::record_saying(&mut tx, &me, "role-ended", ("role", held.id), &held.role).await?;
    tx.commit().await?;
    if held.person_id == me.id && held.role == "administrator" {
        return page::see_and_say(me.lang, "/home", "said-role-ended");
    }
    page::see_and_say(me.lang, "/desk/roles", "said-role-ended")
}
