//! Ending a role anywhere in the installation, with a reason that the association reads in its record.

use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::super::ending::{EndForm, EndPage, letter, reviews};
use super::super::rows::{self, Held};
use crate::app::App;
use crate::audit::{self, Act, Actor as _};
use crate::error::Error;
use crate::identity::{Fresh, Network};
use crate::page;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/network/roles/{role}/end", get(ask).post(end))
}

/// A role that somebody holds now, and what keeps it: nobody else looks after the installation.
async fn held(
    tx: &mut Tx,
    me: &Network,
    role: Uuid,
) -> Result<(Held, Option<&'static str>), Error> {
    let held = rows::anywhere(tx, role).await?.ok_or(Error::NotFound)?;
    if held.is_over(me.now) {
        return Err(Error::Stale);
    }
    let mut others = rows::of_network(tx).await?;
    others.retain(|it| it.id != held.id && !it.is_over(me.now) && it.end_reason.is_none());
    let is_last = held.role == "network" && others.is_empty();
    Ok((held, is_last.then_some("role-is-last-of-network")))
}

fn back(held: &Held) -> String {
    match held.role.as_str() {
        "network" => "/network".to_owned(),
        _ => format!("/network/{}", held.association_id),
    }
}

/// `GET /network/roles/{role}/end`
async fn ask(
    State(app): State<App>,
    me: Network,
    Path(role): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (held, keeps) = held(&mut tx, &me, role).await?;
    let open = reviews::open(&mut tx, &held).await?;
    let nothing = (EndForm::default(), Problems::default());
    page::show(&EndPage::new(&me, (&held, keeps, &open), &back(&held), nothing))
}

/// `POST /network/roles/{role}/end`
async fn end(
    State(app): State<App>,
    me: Fresh<Network>,
    Path(role): Path<Uuid>,
    Form(form): Form<EndForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    rows::in_turn_of_network(&mut tx).await?;
    let (held, keeps) = held(&mut tx, &me, role).await?;
    let reason = match form.check(keeps) {
        Ok(reason) => reason,
        Err(problems) => {
            let open = reviews::open(&mut tx, &held).await?;
            let of = (&held, keeps, open.as_slice());
            let page = EndPage::new(&me, of, &back(&held), (form, problems));
            return page::correct(&page);
        }
    };
    if !rows::end(&mut tx, held.id, (me.id, &reason), me.now).await? {
        return Err(Error::Stale);
    }
    let who = Act { association: &held.association_id, ..me.actor() };
    audit::record_saying(&mut tx, &who, "role-ended", ("role", held.id), &held.role).await?;
    let taken_back = reviews::taken_back(&mut tx, &who, &held).await?;
    letter::tell(&mut tx, &held, &taken_back, me.now).await?;
    tx.commit().await?;
    let is_own = held.person_id == me.id && held.role == "network";
    let to = if is_own { "/home".to_owned() } else { back(&held) };
    page::see_and_say(me.lang, &to, "said-role-ended")
}
