//! Proposing an advisor to the person of a file, and ending that.

use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use super::application;
use super::file::{FilePage, raters};
use crate::advising::{self, By};
use crate::app::App;
use crate::applications::{self, Application, advisor};
use crate::error::Error;
use crate::identity::{Coordinator, Signed};
use crate::page;
use crate::people::{self, WithRole};
use crate::routing::{Path, Routes, post};
use crate::typed::{Problems, mailbox};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/applications/{id}/advising", post(propose))
        .route("/desk/applications/{id}/advising/{advising}/end", post(end))
}

/// What the file says of its advisor.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) now: Option<Now>,
    pub(super) may_propose: bool,
    /// Whom they could propose, each with how many people they advise.
    pub(super) choices: Vec<(String, String)>,
}

/// Who it is, or might be.
#[derive(Debug)]
pub(super) struct Now {
    pub(super) name: String,
    pub(super) state: &'static str,
    pub(super) word: &'static str,
    pub(super) day: String,
    /// Where to end it, for whoever may.
    pub(super) end: Option<String>,
}

impl Shown {
    pub(super) async fn load(tx: &mut Tx, me: &Signed, of: &Application) -> Result<Self, Error> {
        let lang = me.lang;
        let found = advisor::of(tx, me.association(), of.id, me.now).await?;
        let may_propose = !me.only_looks() && found.is_none() && !of.state()?.is_end();
        let mut choices = Vec::new();
        if may_propose {
            let loads = advising::loads(tx, me.association()).await?;
            for it in who_may_advise(tx, me, of).await? {
                let load = loads.iter().find(|load| load.advisor_id == it.id);
                let n = load.map_or(0, |load| load.n);
                let values = [("name", it.name.into()), ("n", n.into())];
                choices.push((it.id.to_string(), lang.with("desk-advisor-choice", &values)));
            }
        }
        let now = found.map(|it| {
            let (state, word) = match (it.holds, it.agreed_at) {
                (false, _) => ("wait", "desk-advisor-gone"),
                (true, None) => ("wait", "desk-advisor-asked"),
                (true, Some(_)) => ("met", "desk-advisor-agreed"),
            };
            let since = it.agreed_at.unwrap_or(it.offered_at);
            let path = format!("/desk/applications/{}/advising/{}/end", of.id, it.id);
            Now {
                name: it.name,
                state,
                word,
                day: lang.day(since.0.to_zoned(me.zone.clone()).date()),
                end: (!me.only_looks()).then(|| lang.href(&path)),
            }
        });
        Ok(Self { now, may_propose, choices })
    }
}

/// Who may be proposed: not the applicant, none of the raters, nobody who judges a file of theirs.
async fn who_may_advise(
    tx: &mut Tx,
    me: &Signed,
    of: &Application,
) -> Result<Vec<WithRole>, Error> {
    let raters = raters(tx, of.id).await?;
    let judges = advising::has_judged(tx, me.association(), of.person_id).await?;
    let mut may = people::with_role(tx, me.association(), "advisor", me.now).await?;
    may.retain(|it| {
        it.id != of.person_id
            && !judges.contains(&it.id)
            && !raters.iter().any(|rater| rater.rater_email_key == mailbox(&it.email))
    });
    Ok(may)
}

/// Whom to propose.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AdvisorForm {
    advisor: String,
}

/// `POST /desk/applications/{id}/advising`
async fn propose(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Form(form): Form<AdvisorForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    applications::in_turn(&mut tx, id).await?;
    let of = application(&mut tx, &me, id).await?;
    if of.state()?.is_end() {
        return Err(Error::Stale);
    }
    let may = who_may_advise(&mut tx, &me, &of).await?;
    let Some(advisor) = may.iter().find(|it| it.id.to_string() == form.advisor) else {
        let problems = Problems::one("advisor", "problem-choose");
        return page::correct(&FilePage::load(&mut tx, &me, &of, problems).await?);
    };
    if !advising::propose(&mut tx, &me, (me.program, &of), advisor).await? {
        return Err(Error::Stale);
    }
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-desk-advisor-proposed")
}

/// `POST /desk/applications/{id}/advising/{advising}/end`
async fn end(
    State(app): State<App>,
    me: Coordinator,
    Path((id, it)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = application(&mut tx, &me, id).await?;
    let found = advising::of_application(&mut tx, me.association(), (of.id, it)).await?;
    let it = found.ok_or(Error::NotFound)?;
    advising::end(&mut tx, &me, (&of, &it), By::Coordinator).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/applications/{id}"), "said-advising-ended")
}
