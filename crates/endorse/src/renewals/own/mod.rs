//! The endorsed person's side: opening the renewal of a cycle, seeing what is missing, handing in.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use rules::{Assessment, Locker, Status};
use serde::Deserialize;
use uuid::Uuid;

use self::form::SubmissionForm;
use super::requirements::{self, frozen};
use super::rows::{self, Frozen, Renewal};
use crate::app::App;
use crate::assessments::{Section, shape};
use crate::audit;
use crate::endorsements::{self, Endorsement};
use crate::error::Error;
use crate::files::sha256;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::payments::{self, Charge};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/renewals", post(open))
        .route("/renewals/{id}", get(one))
        .route("/renewals/{id}/submission", post(submit))
}

/// Which endorsement to renew.
#[derive(Debug, Deserialize)]
struct OpeningForm {
    endorsement: Uuid,
}

/// `POST /renewals`: opens the renewal of the cycle in which the endorsement's validity ends, or
/// goes to it if it is open.
async fn open(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<OpeningForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let mine = (me.id, form.endorsement);
    let found = endorsements::of_person(&mut tx, me.association(), mine).await?;
    let it = found.ok_or(Error::NotFound)?;
    let intervals = endorsements::intervals(&mut tx, it.id).await?;
    if !endorsements::is_renewable(&intervals, me.today()) {
        return Err(Error::Stale);
    }
    let cycle = me.program.association.renewal.cycle_of(it.valid_until.0);
    if me.today() < me.program.association.renewal.days_of(cycle).0 {
        let back = format!("/endorsements/{}", it.id);
        return page::see_and_say(me.lang, &back, "said-renewal-too-early");
    }
    let whose = (me.association(), me.id);
    let (id, is_new) = rows::open(&mut tx, whose, (it.id, cycle), me.now).await?;
    if is_new {
        let what = (me.id, id, it.category.as_str());
        payments::charge_for_renewal(&mut tx, me.program, &me, what, me.today()).await?;
        audit::record(&mut tx, &me, "renewal-opened", "renewal", id).await?;
        tx.commit().await?;
    }
    page::see(me.lang, &format!("/renewals/{id}"))
}

#[derive(Template)]
#[template(path = "renewals/own/page.html")]
struct RenewalPage {
    frame: Frame,
    id: Uuid,
    cycle: i16,
    category: String,
    endorsement_href: String,
    by: String,
    next_until: String,
    state: &'static str,
    when: String,
    note: String,
    progress: String,
    squares: Vec<&'static str>,
    together: Option<String>,
    sections: Vec<Section>,
    needs_aware: bool,
    owed: Vec<(String, String, &'static str, String)>,
    member_href: String,
    form: SubmissionForm,
    problems: Problems,
}

/// A renewal of the person's own, with its endorsement.
async fn mine(tx: &mut Tx, me: &Signed, id: Uuid) -> Result<(Renewal, Endorsement), Error> {
    let found = rows::one(tx, me.association(), id).await?;
    let renewal = found.filter(|it| it.person_id == me.id).ok_or(Error::NotFound)?;
    let it = endorsements::one(tx, me.association(), renewal.endorsement_id).await?;
    Ok((renewal, it.ok_or(Error::NotFound)?))
}

/// `GET /renewals/{id}`
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (renewal, it) = mine(&mut tx, &me, id).await?;
    let found = match frozen(&renewal)? {
        Some(frozen) => frozen,
        None => requirements::assess(&mut tx, &me, (&renewal, &it)).await?,
    };
    let owed = payments::open_of(&mut tx, me.association(), me.id).await?;
    let typed = (SubmissionForm::default(), Problems::default());
    page::show(&the_page(&me, (&renewal, &it), (&found, &owed), typed))
}

fn the_page(
    me: &Signed,
    (renewal, it): (&Renewal, &Endorsement),
    (found, owed): (&(Locker, Assessment), &[Charge]),
    (form, problems): (SubmissionForm, Problems),
) -> RenewalPage {
    let lang = me.lang;
    let path = format!("/renewals/{}", renewal.id);
    let findings = &found.1.findings;
    let done = findings.iter().filter(|it| it.status.is_met()).count();
    let (state, at) = match (renewal.confirmed_at, renewal.submitted_at, renewal.returned_at) {
        (Some(at), _, _) => ("confirmed", Some(at)),
        (None, Some(at), _) => ("submitted", Some(at)),
        (None, None, Some(at)) => ("returned", Some(at)),
        (None, None, None) => ("open", None),
    };
    let of = (it.category.as_str(), renewal.cycle);
    let years = &me.program.association.renewal;
    RenewalPage {
        id: renewal.id,
        cycle: renewal.cycle,
        category: it.category_name(me.program, lang).to_owned(),
        endorsement_href: lang.href(&format!("/endorsements/{}", it.id)),
        by: lang.day(years.days_of(renewal.cycle).1),
        next_until: lang.day(years.valid_after(renewal.cycle)),
        state,
        when: at.map(|at| lang.moment(at, &me.zone)).unwrap_or_default(),
        note: renewal.return_note.clone().unwrap_or_default(),
        progress: lang.say2("renewal-progress", "done", done, "of", findings.len()),
        squares: findings.iter().map(|it| shape(it.status)).collect(),
        together: requirements::together(me.program, &found.0, of, lang),
        needs_aware: !found.1.status().is_met(),
        owed: owed
            .iter()
            .filter(|it| matches!(it.kind.as_str(), "membership" | "renewal"))
            .map(|it| {
                let state = it.state();
                (it.title(lang), it.amount(lang), state.shape(), state.word(lang))
            })
            .collect(),
        member_href: lang.href(&format!("/memberships/claims?then={path}")),
        sections: requirements::sections(me.program, found, (lang, Some(&path))),
        form,
        problems,
        frame: Frame::room(me),
    }
}

/// `POST /renewals/{id}/submission`: freezes the locker and what the rules say about it, once.
async fn submit(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<SubmissionForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (renewal, it) = mine(&mut tx, &me, id).await?;
    let path = format!("/renewals/{id}");
    if renewal.submitted_at.is_some() {
        return page::see(me.lang, &path);
    }
    let found = requirements::assess(&mut tx, &me, (&renewal, &it)).await?;
    if let Err(problems) = form.check(found.1.status()) {
        let owed = payments::open_of(&mut tx, me.association(), me.id).await?;
        let typed = (form, problems);
        return page::correct(&the_page(&me, (&renewal, &it), (&found, &owed), typed));
    }
    let (locker, assessment) = found;
    let locker = serde_json::to_string(&locker).map_err(anyhow::Error::from)?;
    let frozen = serde_json::to_string(&assessment).map_err(anyhow::Error::from)?;
    let frozen = Frozen {
        locker_sha256: sha256(locker.as_bytes()),
        assessment_sha256: sha256(frozen.as_bytes()),
        locker,
        assessment: frozen,
    };
    if !rows::submit(&mut tx, id, &frozen, me.now).await? {
        return page::see(me.lang, &path);
    }
    let verb = match assessment.status() {
        Status::Met => "renewal-submitted",
        _ => "renewal-submitted-incomplete",
    };
    audit::record(&mut tx, &me, verb, "renewal", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &path, "said-renewal-submitted")
}
