//! The coordinator's side: what was handed in, as the rules saw it; confirming, or giving back.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use rules::{Assessment, Locker};
use uuid::Uuid;

use self::form::ConfirmationForm;
use super::requirements::{self, frozen};
use super::rows::{self, Renewal};
use crate::app::App;
use crate::assessments::Section;
use crate::audit;
use crate::endorsements::{self, Endorsement, Prolonging};
use crate::error::Error;
use crate::identity::{Coordinator, Fresh, Signed};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people;
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/renewals/{id}", get(one))
        .route("/desk/renewals/{id}/confirmation", post(confirm))
        .route("/desk/renewals/{id}/return", post(give_back))
}

#[derive(Template)]
#[template(path = "renewals/desk/page.html")]
struct DeskRenewalPage {
    frame: Frame,
    id: Uuid,
    cycle: i16,
    name: String,
    number: String,
    category: String,
    verify_href: String,
    submitted: String,
    digest: String,
    valid_until: String,
    next_until: String,
    is_waiting: bool,
    confirmed: String,
    override_reason: String,
    needs_reason: bool,
    together: Option<String>,
    sections: Vec<Section>,
    form: ConfirmationForm,
    problems: Problems,
}

/// A renewal that was handed in, with its endorsement and what was frozen.
async fn handed_in(
    tx: &mut Tx,
    me: &Signed,
    id: Uuid,
) -> Result<(Renewal, Endorsement, (Locker, Assessment)), Error> {
    let renewal = rows::one(tx, me.association(), id).await?.ok_or(Error::NotFound)?;
    if renewal.person_id == me.id {
        return Err(Error::NotFound);
    }
    let it = endorsements::one(tx, me.association(), renewal.endorsement_id).await?;
    let found = frozen(&renewal)?.ok_or(Error::NotFound)?;
    Ok((renewal, it.ok_or(Error::NotFound)?, found))
}

/// `GET /desk/renewals/{id}`
async fn one(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let file = handed_in(&mut tx, &me, id).await?;
    page::show(&the_page(&me, file, ConfirmationForm::default(), Problems::default()))
}

fn the_page(
    me: &Signed,
    (renewal, it, found): (Renewal, Endorsement, (Locker, Assessment)),
    form: ConfirmationForm,
    problems: Problems,
) -> DeskRenewalPage {
    let lang = me.lang;
    let moment = |at: db::Time| lang.moment(at, &me.zone);
    let of = (it.category.as_str(), renewal.cycle);
    let years = &me.program.association.renewal;
    DeskRenewalPage {
        id: renewal.id,
        cycle: renewal.cycle,
        name: it.name.clone(),
        number: it.number.clone(),
        category: it.category_name(me.program, lang).to_owned(),
        verify_href: lang.href(&format!("/verify/{}", it.public_id)),
        submitted: renewal.submitted_at.map(moment).unwrap_or_default(),
        digest: renewal.locker_sha256.unwrap_or_default(),
        valid_until: lang.day(it.valid_until),
        next_until: lang.day(years.valid_after(renewal.cycle)),
        is_waiting: renewal.confirmed_at.is_none(),
        confirmed: renewal.confirmed_at.map(moment).unwrap_or_default(),
        override_reason: renewal.override_reason.unwrap_or_default(),
        together: requirements::together(me.program, &found.0, of, lang),
        needs_reason: !found.1.status().is_met(),
        sections: requirements::sections(me.program, &found, (lang, None)),
        form,
        problems,
        frame: Frame::room(me),
    }
}

/// `POST /desk/renewals/{id}/confirmation`: the validity moves on and the badge is signed anew.
async fn confirm(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
    Form(form): Form<ConfirmationForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (_, it, _) = handed_in(&mut tx, &me, id).await?;
    endorsements::in_turn(&mut tx, me.association(), it.id).await?;
    let file = handed_in(&mut tx, &me, id).await?;
    let reason = match form.reason(file.2.1.status()) {
        Ok(reason) => reason,
        Err(problems) => return page::correct(&the_page(&me, file, form, problems)),
    };
    let (renewal, it, _) = file;
    let handed_in = renewal.submitted_at.ok_or(Error::Stale)?.0;
    if !rows::confirm(&mut tx, id, (me.id, reason.as_deref()), me.now).await? {
        return Err(Error::Stale);
    }
    let how = Prolonging {
        endorsement: it.id,
        until: me.program.association.renewal.valid_after(renewal.cycle),
        handed_in: handed_in.to_zoned(me.zone.clone()).date(),
    };
    endorsements::prolong(&mut tx, &app, &me, &how).await?;
    let verb = if reason.is_some() { "renewal-confirmed-by-override" } else { "renewal-confirmed" };
    audit::record(&mut tx, &me, verb, "renewal", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/desk/renewals/{id}"), "said-renewal-confirmed")
}

/// `POST /desk/renewals/{id}/return`: the person gets it back, with a note.
async fn give_back(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
    Form(form): Form<ConfirmationForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let file = handed_in(&mut tx, &me, id).await?;
    let note = match form.note() {
        Ok(note) => note,
        Err(problems) => return page::correct(&the_page(&me, file, form, problems)),
    };
    let (renewal, it, _) = file;
    if !rows::give_back(&mut tx, id, &note, me.now).await? {
        return Err(Error::Stale);
    }
    tell(&mut tx, &me, (&renewal, &it), &note).await?;
    audit::record(&mut tx, &me, "renewal-returned", "renewal", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/desk", "said-renewal-returned")
}

async fn tell(
    tx: &mut Tx,
    me: &Signed,
    (renewal, it): (&Renewal, &Endorsement),
    note: &str,
) -> anyhow::Result<()> {
    let to = people::addressee(tx, renewal.person_id).await?;
    let lang = to.lang();
    let values = [
        ("name", it.name.as_str().into()),
        ("cycle", i64::from(renewal.cycle).to_string().into()),
        ("note", note.into()),
    ];
    let news = News {
        association: me.association(),
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "renewal-returned",
        subject: lang.with("renewal-returned-subject", &values),
        body: lang.with("renewal-returned-body", &values),
        link: Some(format!("/renewals/{}", renewal.id)),
        application: None,
    };
    inbox::send(tx, &news, me.now).await?;
    Ok(())
}
