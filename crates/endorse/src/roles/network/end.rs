//! Ending a role anywhere in the installation, with a reason that the association reads in its record.

use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::super::ending::{Against, EndForm, EndPage, is_last, letter, reviews};
use super::super::rows::{self, Held};
use crate::app::App;
use crate::audit::{self, Act, Actor as _};
use crate::error::Error;
use crate::house;
use crate::identity::{Fresh, Network};
use crate::page;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/network/roles/{role}/end", get(ask).post(end))
}

/// A role that somebody holds now, and what stands against ending it: nobody else looks after the
/// installation, or an association would be left without the one who gives roles, or has the desk.
/// That can be meant, where somebody has to go at once; it is no accident then.
async fn held(tx: &mut Tx, me: &Network, role: Uuid) -> Result<(Held, Against), Error> {
    let held = rows::anywhere(tx, role).await?.ok_or(Error::NotFound)?;
    if held.is_over(me.now) {
        return Err(Error::Stale);
    }
    let mut others = rows::of_network(tx).await?;
    others.retain(|it| it.id != held.id && !it.is_over(me.now) && it.end_reason.is_none());
    let is_alone = held.role == "network" && others.is_empty();
    let warns = match held.role.as_str() {
        "administrator" => "role-is-last-there",
        _ => "role-is-last-coordinator-there",
    };
    let against = Against {
        keeps: is_alone.then_some("role-is-last-of-network"),
        warns: is_last(tx, &held, me.now).await?.then_some(warns),
    };
    Ok((held, against))
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
    let (held, against) = held(&mut tx, &me, role).await?;
    let open = reviews::open(&mut tx, &held).await?;
    let nothing = (EndForm::default(), Problems::default());
    page::show(&EndPage::new(&me, (&held, against, &open), &back(&held), nothing))
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
    if let Some(found) = rows::anywhere(&mut tx, role).await? {
        house::in_turn(&mut tx, &found.association_id).await?;
    }
    let (held, against) = held(&mut tx, &me, role).await?;
    let reason = match form.check(against) {
        Ok(reason) => reason,
        Err(problems) => {
            let open = reviews::open(&mut tx, &held).await?;
            let of = (&held, against, open.as_slice());
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
