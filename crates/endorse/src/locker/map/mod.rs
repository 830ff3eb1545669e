//! The coverage map: which competency areas a person's trainings and courses show, and which not.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::programs::framework::Group;
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/locker/map", get(map))
}

#[derive(Template)]
#[template(path = "locker/map/page.html")]
struct MapPage {
    frame: Frame,
    domains: Vec<Domain>,
}

struct Domain {
    name: String,
    covered: String,
    cells: Vec<Cell>,
}

struct Cell {
    name: String,
    href: String,
    count: usize,
    class: &'static str,
}

/// `GET /locker/map`
async fn map(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let locker = super::load(&mut app.db.read().await?, me.id).await?;
    let of_trainings = locker.trainings.iter().map(|it| &it.competencies);
    let shown: Vec<&Vec<String>> =
        of_trainings.chain(locker.courses.iter().map(|it| &it.competencies)).collect();
    let framework = &me.program.framework;
    let mut domains = Vec::new();
    for domain in framework.domains_of(Group::Mhm) {
        let areas = framework.areas_in(&domain.id, Group::Mhm);
        let cells: Vec<Cell> = areas
            .map(|area| {
                let count = shown.iter().filter(|it| it.contains(&area.id)).count();
                Cell {
                    name: area.name(Group::Mhm, me.lang).to_owned(),
                    href: me.lang.href(&format!("/locker?area={}", area.id)),
                    count,
                    class: class(count),
                }
            })
            .collect();
        let covered = cells.iter().filter(|it| it.count > 0).count();
        domains.push(Domain {
            name: domain.name.get(me.lang).to_owned(),
            covered: me.lang.say2("locker-map-covered", "n", covered, "of", cells.len()),
            cells,
        });
    }
    page::show(&MapPage { frame: Frame::room(&me), domains })
}

/// The shade of a cell, as web/README.md has them.
fn class(count: usize) -> &'static str {
    match count {
        0 => "cell cell--0",
        1..=2 => "cell",
        3..=5 => "cell cell--2",
        _ => "cell cell--3",
    }
}
