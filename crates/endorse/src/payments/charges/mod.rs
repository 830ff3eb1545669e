//! What an application costs, and saying how one will pay.

mod form;

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use axum::routing::{Router, get, post};
use db::Tx;
use uuid::Uuid;

use self::form::{PromiseForm, WAYS};
use super::{Charge, rows};
use crate::app::App;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::typed::Problems;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/applications/{id}/payments", get(list))
        .route("/applications/{id}/payments/{charge}/promise", get(ask).post(promise))
        .route("/applications/{id}/payments/{charge}/withdrawal", post(withdraw))
}

/// A charge, ready to be shown.
struct Line {
    title: String,
    amount: String,
    is_open: bool,
    shape: &'static str,
    word: String,
    facts: Vec<String>,
    promise_href: String,
    withdrawal_href: Option<String>,
}

impl Line {
    fn new(me: &Applicant, application: Uuid, category: &str, charge: &Charge) -> Self {
        let (lang, state) = (me.lang, charge.state());
        let mut facts = Vec::new();
        if let Some(way) = &charge.promised_by {
            facts.push(lang.say(&format!("payments-way-{way}")).into_owned());
        }
        facts.extend(charge.promise_note.clone());
        for (at, key) in [
            (charge.promised_at, "payments-promised-on"),
            (charge.confirmed_at, "payments-confirmed-on"),
            (charge.waived_at, "payments-waived-on"),
        ] {
            if let Some(at) = at {
                let day = at.0.to_zoned(me.zone.clone()).date();
                facts.push(lang.say1(key, "day", lang.day(day)));
            }
        }
        let is_open = charge.confirmed_at.is_none() && charge.waived_at.is_none();
        if is_open && charge.amount_minor.is_none() {
            let due = charge.due_at.0.to_zoned(me.zone.clone()).date();
            let fee = charge.kind.parse().ok().and_then(|it| me.program.fees.on(category, it, due));
            facts.extend(fee.map(|it| it.note.get(lang).to_owned()));
        }
        let path = format!("/applications/{application}/payments/{}", charge.id);
        let is_promised = is_open && charge.promised_at.is_some();
        Self {
            title: charge.title(lang),
            amount: charge.amount(lang),
            is_open,
            shape: state.shape(),
            word: state.word(lang),
            facts,
            promise_href: lang.href(&format!("{path}/promise")),
            withdrawal_href: is_promised.then(|| lang.href(&format!("{path}/withdrawal"))),
        }
    }
}

#[derive(Template)]
#[template(path = "payments/charges/page.html")]
struct PaymentsPage {
    frame: Frame,
    home: String,
    number: String,
    lines: Vec<Line>,
}

/// `GET /applications/{id}/payments`
async fn list(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let head = rows::head(&mut tx, (me.association(), me.id, id)).await?.ok_or(Error::NotFound)?;
    let charges = super::charges_of(&mut tx, me.association(), id).await?;
    let lines = charges.iter().map(|it| Line::new(&me, id, &head.category, it)).collect();
    page::show(&PaymentsPage {
        frame: Frame::room(&me),
        home: me.lang.href(&format!("/applications/{id}")),
        number: head.number,
        lines,
    })
}

#[derive(Template)]
#[template(path = "payments/charges/promise.html")]
struct PromisePage {
    frame: Frame,
    back: String,
    line: Line,
    form: PromiseForm,
    ways: Vec<(String, String)>,
    problems: Problems,
}

impl PromisePage {
    async fn load(
        tx: &mut Tx,
        me: &Applicant,
        (id, charge): (Uuid, Uuid),
        (form, problems): (PromiseForm, Problems),
    ) -> Result<Self, Error> {
        let (head, charge) = own(tx, me, id, charge).await?;
        let way = |it: &(&str, &str)| {
            (it.0.to_owned(), me.lang.say(&format!("payments-way-{}", it.0)).into_owned())
        };
        Ok(Self {
            frame: Frame::room(me),
            back: me.lang.href(&format!("/applications/{id}/payments")),
            line: Line::new(me, id, &head.category, &charge),
            form,
            ways: WAYS.iter().map(way).collect(),
            problems,
        })
    }
}

/// A charge of the person's own, seen from one of their applications, and still open.
async fn own(
    tx: &mut Tx,
    me: &Applicant,
    id: Uuid,
    charge: Uuid,
) -> Result<(rows::Head, Charge), Error> {
    let head = rows::head(tx, (me.association(), me.id, id)).await?.ok_or(Error::NotFound)?;
    let charges = super::charges_of(tx, me.association(), id).await?;
    let found = charges.into_iter().find(|it| it.id == charge && it.person_id == me.id);
    Ok((head, found.ok_or(Error::NotFound)?))
}

/// `GET /applications/{id}/payments/{charge}/promise`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Path(path): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (_, charge) = own(&mut tx, &me, path.0, path.1).await?;
    let form = PromiseForm {
        way: charge.promised_by.unwrap_or_default(),
        note: charge.promise_note.unwrap_or_default(),
    };
    page::show(&PromisePage::load(&mut tx, &me, path, (form, Problems::default())).await?)
}

/// `POST /applications/{id}/payments/{charge}/promise`
async fn promise(
    State(app): State<App>,
    me: Applicant,
    Path((id, charge)): Path<(Uuid, Uuid)>,
    Form(form): Form<PromiseForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (_, found) = own(&mut tx, &me, id, charge).await?;
    let problems = match form.check() {
        Ok(new) => {
            let whose = (me.association(), me.id, charge);
            let note = new.note.as_deref();
            if rows::promise(&mut tx, whose, new.way, note, me.now).await? != 1 {
                return Err(Error::Stale);
            }
            super::record(&mut tx, &me, "charge-promised", &found).await?;
            tx.commit().await?;
            let back = format!("/applications/{id}/payments");
            return page::see_and_say(me.lang, &back, "said-payment-promised");
        }
        Err(problems) => problems,
    };
    page::correct(&PromisePage::load(&mut tx, &me, (id, charge), (form, problems)).await?)
}

/// `POST /applications/{id}/payments/{charge}/withdrawal`
async fn withdraw(
    State(app): State<App>,
    me: Applicant,
    Path((id, charge)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (_, found) = own(&mut tx, &me, id, charge).await?;
    if rows::withdraw_promise(&mut tx, (me.association(), me.id, charge)).await? == 1 {
        super::record(&mut tx, &me, "promise-withdrawn", &found).await?;
        tx.commit().await?;
    }
    let back = format!("/applications/{id}/payments");
    page::see_and_say(me.lang, &back, "said-promise-withdrawn")
}
