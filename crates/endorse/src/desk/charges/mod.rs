//! Money at the desk: it has come, or it is not asked for; or that was a mistake.

pub(super) mod form;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::{ConfirmationForm, ReasonForm};
use crate::app::App;
use crate::error::Error;
use crate::identity::{Cashier, Fresh, Signed};
use crate::page::{self, Frame};
use crate::payments::{self, Charge};
use crate::people;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/charges/{id}/confirmation", get(ask_confirmation).post(confirm))
        .route("/desk/charges/{id}/waiver", get(ask_waiver).post(waive))
        .route("/desk/charges/{id}/reopening", get(ask_reopening).post(reopen))
}

/// What both pages say about a charge.
struct About {
    name: String,
    back: String,
    title: String,
    amount: String,
    word: String,
    promise: String,
    is_membership: bool,
}

impl About {
    async fn load(tx: &mut Tx, me: &Signed, it: &Charge) -> Result<Self, Error> {
        Ok(Self {
            name: people::addressee(tx, it.person_id).await?.name,
            back: me.lang.href(&way_back(me, it)),
            title: it.title(me.lang),
            amount: it.amount(me.lang),
            word: me.lang.say(super::file::paid_word(it.state())).into_owned(),
            promise: super::file::promise(me, it),
            is_membership: it.is_membership(),
        })
    }
}

fn way_back(me: &Signed, it: &Charge) -> String {
    if !me.is_at_desk() {
        return "/desk/payments".to_owned();
    }
    it.application_id.map_or_else(|| "/desk".to_owned(), |id| format!("/desk/applications/{id}"))
}

#[derive(Template)]
#[template(path = "desk/charges/confirmation.html")]
struct ConfirmationPage {
    frame: Frame,
    about: About,
    form: ConfirmationForm,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/charges/waiver.html")]
struct WaiverPage {
    frame: Frame,
    about: About,
    form: ReasonForm,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/charges/reopening.html")]
struct ReopeningPage {
    frame: Frame,
    about: About,
    form: ReasonForm,
    problems: Problems,
}

/// Somebody who comes back to a page about a charge that stands otherwise by now.
fn moved_on(me: &Signed, it: &Charge) -> Result<Response, Error> {
    page::see_and_say(me.lang, &way_back(me, it), "said-desk-charge-moved-on")
}

/// `GET /desk/charges/{id}/confirmation?amount=`: the amount that was typed on the list, or the one asked.
async fn ask_confirmation(
    State(app): State<App>,
    me: Cashier,
    Path(id): Path<Uuid>,
    Query(form): Query<ConfirmationForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let charge = charge(&mut tx, &me, id).await?;
    if !charge.is_open() {
        return moved_on(&me, &charge);
    }
    let known = charge.amount_minor.map(|it| format!("{}.{:02}", it / 100, it % 100));
    let typed = Some(form.amount).filter(|it| !it.is_empty());
    page::show(&ConfirmationPage {
        frame: Frame::room(&me),
        about: About::load(&mut tx, &me, &charge).await?,
        form: ConfirmationForm { amount: typed.or(known).unwrap_or_default(), note: form.note },
        problems: Problems::default(),
    })
}

/// `POST /desk/charges/{id}/confirmation`
async fn confirm(
    State(app): State<App>,
    me: Cashier,
    Path(id): Path<Uuid>,
    Form(form): Form<ConfirmationForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let charge = charge(&mut tx, &me, id).await?;
    match form.check() {
        Ok((minor, note)) => {
            let what = (id, minor, note.as_deref());
            payments::confirm(&mut tx, me.program, &me, what, me.today()).await?;
            tx.commit().await?;
            page::see_and_say(me.lang, &way_back(&me, &charge), "said-desk-confirmed")
        }
        Err(problems) => page::correct(&ConfirmationPage {
            frame: Frame::room(&me),
            about: About::load(&mut tx, &me, &charge).await?,
            form,
            problems,
        }),
    }
}

/// `GET /desk/charges/{id}/waiver`
async fn ask_waiver(
    State(app): State<App>,
    me: Cashier,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let charge = charge(&mut tx, &me, id).await?;
    if !charge.is_open() {
        return moved_on(&me, &charge);
    }
    page::show(&WaiverPage {
        frame: Frame::room(&me),
        about: About::load(&mut tx, &me, &charge).await?,
        form: ReasonForm::default(),
        problems: Problems::default(),
    })
}

/// `POST /desk/charges/{id}/waiver`
async fn waive(
    State(app): State<App>,
    me: Fresh<Cashier>,
    Path(id): Path<Uuid>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let charge = charge(&mut tx, &me, id).await?;
    match form.check() {
        Ok(reason) => {
            payments::waive(&mut tx, me.program, &me, (id, &reason), me.today()).await?;
            tx.commit().await?;
            page::see_and_say(me.lang, &way_back(&me, &charge), "said-desk-waived")
        }
        Err(problems) => page::correct(&WaiverPage {
            frame: Frame::room(&me),
            about: About::load(&mut tx, &me, &charge).await?,
            form,
            problems,
        }),
    }
}

/// `GET /desk/charges/{id}/reopening`
async fn ask_reopening(
    State(app): State<App>,
    me: Cashier,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let charge = charge(&mut tx, &me, id).await?;
    if !payments::may_reopen(&mut tx, &charge).await? {
        return moved_on(&me, &charge);
    }
    page::show(&ReopeningPage {
        frame: Frame::room(&me),
        about: About::load(&mut tx, &me, &charge).await?,
        form: ReasonForm::default(),
        problems: Problems::default(),
    })
}

/// `POST /desk/charges/{id}/reopening`
async fn reopen(
    State(app): State<App>,
    me: Fresh<Cashier>,
    Path(id): Path<Uuid>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let charge = charge(&mut tx, &me, id).await?;
    match form.check() {
        Ok(reason) => {
            payments::reopen(&mut tx, me.program, &me, &charge, &reason).await?;
            tx.commit().await?;
            page::see_and_say(me.lang, &way_back(&me, &charge), "said-desk-reopened")
        }
        Err(problems) => page::correct(&ReopeningPage {
            frame: Frame::room(&me),
            about: About::load(&mut tx, &me, &charge).await?,
            form,
            problems,
        }),
    }
}

/// A charge of somebody else's: nobody confirms or waives their own.
pub(super) async fn charge(tx: &mut Tx, me: &Signed, id: Uuid) -> Result<Charge, Error> {
    let charge = payments::one(tx, me.association(), id).await?;
    if charge.person_id == me.id { Err(Error::NotFound) } else { Ok(charge) }
}
