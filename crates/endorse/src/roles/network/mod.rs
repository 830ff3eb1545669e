//! The whole installation: which associations it serves, who holds which role there, and their first
//! administrators. Nobody's file, locker or payment is within reach from here.

mod end;
mod invite;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::list::{Line, line};
use super::rows::{self, Held};
use crate::app::{self, App};
use crate::error::Error;
use crate::identity::Network;
use crate::page::{self, Frame};
use crate::programs::Program;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/network", get(associations))
        .route("/network/{association}", get(one))
        .merge(invite::routes())
        .merge(end::routes())
}

/// The associations that are served, and where.
fn served(app: &App) -> anyhow::Result<Vec<(&'static Program, String)>> {
    let programs = app::programs()?;
    let hosted = app.settings.hosted()?;
    Ok(hosted.into_iter().filter_map(|(id, url)| Some((programs.of(&id)?, url))).collect())
}

/// An association that is served.
fn program(app: &App, id: &str) -> Result<&'static Program, Error> {
    served(app)?.into_iter().map(|it| it.0).find(|it| *it.id == *id).ok_or(Error::NotFound)
}

/// An association, told.
struct Served {
    href: String,
    name: String,
    url: String,
    /// Who gives roles there now.
    administrators: Vec<String>,
    /// How many roles are in force there.
    held: usize,
    invite: String,
}

#[derive(Template)]
#[template(path = "roles/network/list.html")]
struct NetworkPage {
    frame: Frame,
    served: Vec<Served>,
    network: Vec<Line>,
}

/// `GET /network`
async fn associations(State(app): State<App>, me: Network) -> Result<Response, Error> {
    let lang = me.lang;
    let mut tx = app.db.read().await?;
    let mut all = Vec::new();
    for (program, url) in served(&app)? {
        let mut held = rows::all(&mut tx, &program.id).await?;
        held.retain(|it| !it.is_over(me.now));
        let administrators = held.iter().filter(|it| it.role == "administrator");
        let href = lang.href(&format!("/network/{}", program.id));
        all.push(Served {
            invite: format!("{href}/administrators"),
            href,
            name: program.association.name.get(lang).to_owned(),
            url,
            administrators: administrators.map(|it| it.name.clone()).collect(),
            held: held.len(),
        });
    }
    let mut network = rows::of_network(&mut tx).await?;
    network.retain(|it| !it.is_over(me.now));
    page::show(&NetworkPage {
        frame: Frame::room(&me),
        served: all,
        network: network.into_iter().map(|it| line(&me, it)).collect(),
    })
}

#[derive(Template)]
#[template(path = "roles/network/page.html")]
struct AssociationPage {
    frame: Frame,
    name: String,
    invite: String,
    held: Vec<Line>,
    ended: Vec<Line>,
}

/// `GET /network/{association}`
async fn one(
    State(app): State<App>,
    me: Network,
    Path(association): Path<String>,
) -> Result<Response, Error> {
    let program = program(&app, &association)?;
    let mut tx = app.db.read().await?;
    let all = rows::all(&mut tx, &program.id).await?;
    let (ended, held): (Vec<Held>, Vec<Held>) = all.into_iter().partition(|it| it.is_over(me.now));
    page::show(&AssociationPage {
        frame: Frame::room(&me),
        name: program.association.name.get(me.lang).to_owned(),
        invite: me.lang.href(&format!("/network/{}/administrators", program.id)),
        held: held.into_iter().map(|it| line(&me, it)).collect(),
        ended: ended.into_iter().map(|it| line(&me, it)).collect(),
    })
}
