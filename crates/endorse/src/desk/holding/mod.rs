//! Holding a file to earlier rules: what that changes, in words, and a reason that the person reads.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::RulesForm;
use super::application;
use super::file::Evidence;
use crate::app::App;
use crate::applications::Application;
use crate::applications::pinning::{self, Change, Line};
use crate::error::Error;
use crate::identity::Coordinator;
use crate::page::{self, Frame};
use crate::people::{self, Addressee};
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/applications/{id}/rules", get(ask).post(hold))
}

/// An earlier version, and what holding the file to it would change.
struct Earlier {
    name: String,
    stands: Vec<String>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "desk/holding/page.html")]
struct RulesPage {
    frame: Frame,
    href: String,
    name: String,
    number: String,
    versions: Vec<(String, String)>,
    earlier: Vec<Earlier>,
    form: RulesForm,
    problems: Problems,
}

impl RulesPage {
    async fn load(
        tx: &mut Tx,
        me: &Coordinator,
        of: &Application,
        (form, problems): (RulesForm, Problems),
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let person: Addressee = people::addressee(tx, of.person_id).await?;
        let evidence = Evidence::load(tx, me, (of, &person)).await?;
        let now = pinning::policy(me.program, of)?;
        let (mut versions, mut earlier) = (Vec::new(), Vec::new());
        for policy in pinning::earlier(me.program, of) {
            let Change { lines, stands } =
                Change::of(lang, (now, policy), (&evidence.locker, me.today()));
            let name = pinning::named(policy, lang);
            versions.push((policy.version.to_string(), name.clone()));
            earlier.push(Earlier { name, stands, lines });
        }
        if versions.is_empty() {
            return Err(Error::NotFound);
        }
        Ok(Self {
            frame: Frame::room(me),
            href: lang.href(&format!("/desk/applications/{}", of.id)),
            name: person.name,
            number: of.number.clone(),
            versions,
            earlier,
            form,
            problems,
        })
    }
}

/// `GET /desk/applications/{id}/rules`: not there where there is no earlier version to hold a file to, or
/// the file is not open.
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let of = application(&mut tx, &me, id).await?;
    let empty = (RulesForm::default(), Problems::default());
    page::show(&RulesPage::load(&mut tx, &me, &of, empty).await?)
}

/// `POST /desk/applications/{id}/rules`
async fn hold(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Form(form): Form<RulesForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = application(&mut tx, &me, id).await?;
    let versions = pinning::earlier(me.program, &of);
    let versions: Vec<&str> = versions.iter().map(|it| &*it.version).collect();
    if versions.is_empty() {
        return Err(Error::Stale);
    }
    match form.check(&versions) {
        Err(problems) => {
            page::correct(&RulesPage::load(&mut tx, &me, &of, (form, problems)).await?)
        }
        Ok((version, reason)) => {
            let chosen = (version.as_str(), reason.as_str());
            pinning::grandfather(&mut tx, (&me, me.program), &of, chosen).await?;
            tx.commit().await?;
            page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-desk-held")
        }
    }
}
