//! What an application costs, and saying how one will pay.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::{PromiseForm, WAYS};
use super::{Charge, rows};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/applications/{id}/payments", get(list))
        .route("/applications/{id}/payments/{charge}/promise", get(ask).post(promise))
        .route("/applications/{id}/payments/{charge}/withdrawal", post(withdraw))
        .route("/payments", get(list_all))
        .route("/payments/{charge}/promise", get(ask_one).post(promise_one))
        .route("/payments/{charge}/withdrawal", post(withdraw_one))
}

/// From where a person looks at what they owe: one of their applications, or everything.
#[derive(Clone, Copy)]
enum Place {
    File(Uuid),
    Everything,
}

impl Place {
    fn path(self) -> String {
        match self {
            Self::File(id) => format!("/applications/{id}/payments"),
            Self::Everything => "/payments".to_owned(),
        }
    }

    /// The application's head, and the charges that are seen from here.
    async fn look(
        self,
        tx: &mut Tx,
        me: &Applicant,
    ) -> Result<(Option<rows::Head>, Vec<Charge>), Error> {
        match self {
            Self::File(id) => {
                let head = rows::head(tx, (me.association(), me.id, id)).await?;
                let head = head.ok_or(Error::NotFound)?;
                Ok((Some(head), super::charges_of(tx, me.association(), id).await?))
            }
            Self::Everything => Ok((None, rows::of_person(tx, me.association(), me.id).await?)),
        }
    }
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
    fn new(me: &Applicant, place: Place, category: &str, charge: &Charge) -> Self {
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
        let is_open = charge.is_open();
        if is_open && charge.amount_minor.is_none() {
            facts.push(lang.say("payments-amount-unknown").into_owned());
            let due = charge.due_at.0.to_zoned(me.zone.clone()).date();
            let fee = charge.kind.parse().ok().and_then(|it| me.program.fees.on(category, it, due));
            facts.extend(fee.map(|it| it.note.get(lang).to_owned()));
        }
        let path = format!("{}/{}", place.path(), charge.id);
        let is_promised = is_open && charge.promised_at.is_some();
        Self {
            title: charge.title(lang),
            amount: charge.known_amount(lang).unwrap_or_default(),
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
    /// Where to say that one is a member already, if a membership is owed.
    member_href: Option<String>,
}

/// `GET /applications/{id}/payments`
async fn list(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    listed(&app, &me, Place::File(id)).await
}

/// `GET /payments`: everything that the person owes or has owed, renewals too.
async fn list_all(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    listed(&app, &me, Place::Everything).await
}

async fn listed(app: &App, me: &Applicant, place: Place) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (head, charges) = place.look(&mut tx, me).await?;
    let category = head.as_ref().map_or("", |it| it.category.as_str());
    let lines = charges.iter().map(|it| Line::new(me, place, category, it)).collect();
    let owes = charges.iter().any(|it| it.kind == "membership" && it.is_open());
    let member = format!("/memberships/claims?then={}", place.path());
    page::show(&PaymentsPage {
        frame: Frame::room(me),
        member_href: owes.then(|| me.lang.href(&member)),
        home: match place {
            Place::File(id) => me.lang.href(&format!("/applications/{id}")),
            Place::Everything => String::new(),
        },
        number: head.map(|it| it.number).unwrap_or_default(),
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
        (place, charge): (Place, Uuid),
        (form, problems): (PromiseForm, Problems),
    ) -> Result<Self, Error> {
        let (category, charge) = own(tx, me, place, charge).await?;
        let way = |it: &(&str, &str)| {
            (it.0.to_owned(), me.lang.say(&format!("payments-way-{}", it.0)).into_owned())
        };
        Ok(Self {
            frame: Frame::room(me),
            back: me.lang.href(&place.path()),
            line: Line::new(me, place, &category, &charge),
            form,
            ways: WAYS.iter().map(way).collect(),
            problems,
        })
    }
}

/// A charge of the person's own, seen from a place, and the category that it is about.
async fn own(
    tx: &mut Tx,
    me: &Applicant,
    place: Place,
    charge: Uuid,
) -> Result<(String, Charge), Error> {
    let (head, charges) = place.look(tx, me).await?;
    let found = charges.into_iter().find(|it| it.id == charge && it.person_id == me.id);
    let category = head.map(|it| it.category).unwrap_or_default();
    Ok((category, found.ok_or(Error::NotFound)?))
}

/// `GET /applications/{id}/payments/{charge}/promise`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Path((id, charge)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    asked(&app, &me, (Place::File(id), charge)).await
}

/// `GET /payments/{charge}/promise`
async fn ask_one(
    State(app): State<App>,
    me: Applicant,
    Path(charge): Path<Uuid>,
) -> Result<Response, Error> {
    asked(&app, &me, (Place::Everything, charge)).await
}

async fn asked(app: &App, me: &Applicant, at: (Place, Uuid)) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (_, charge) = own(&mut tx, me, at.0, at.1).await?;
    let form = PromiseForm {
        way: charge.promised_by.unwrap_or_default(),
        note: charge.promise_note.unwrap_or_default(),
    };
    page::show(&PromisePage::load(&mut tx, me, at, (form, Problems::default())).await?)
}

/// `POST /applications/{id}/payments/{charge}/promise`
async fn promise(
    State(app): State<App>,
    me: Applicant,
    Path((id, charge)): Path<(Uuid, Uuid)>,
    Form(form): Form<PromiseForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    promised(&mut tx, &me, (Place::File(id), charge), form).await?.keep(tx, me.lang).await
}

/// `POST /payments/{charge}/promise`
async fn promise_one(
    State(app): State<App>,
    me: Applicant,
    Path(charge): Path<Uuid>,
    Form(form): Form<PromiseForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    promised(&mut tx, &me, (Place::Everything, charge), form).await?.keep(tx, me.lang).await
}

/// What became of a form: kept, and where to go on; or the page to correct it on.
enum Done {
    Kept(Place, &'static str),
    Wrong(Box<PromisePage>),
}

impl Done {
    async fn keep(self, tx: Tx, lang: Lang) -> Result<Response, Error> {
        match self {
            Self::Kept(place, said) => {
                tx.commit().await?;
                page::see_and_say(lang, &place.path(), said)
            }
            Self::Wrong(page) => page::correct(&*page),
        }
    }
}

async fn promised(
    tx: &mut Tx,
    me: &Applicant,
    (place, charge): (Place, Uuid),
    form: PromiseForm,
) -> Result<Done, Error> {
    let (_, found) = own(tx, me, place, charge).await?;
    let new = match form.check() {
        Ok(new) => new,
        Err(problems) => {
            let page = PromisePage::load(tx, me, (place, charge), (form, problems)).await?;
            return Ok(Done::Wrong(Box::new(page)));
        }
    };
    let whose = (me.association(), me.id, charge);
    if rows::promise(tx, whose, new.way, new.note.as_deref(), me.now).await? != 1 {
        return Err(Error::Stale);
    }
    super::record(tx, me, "charge-promised", &found).await?;
    Ok(Done::Kept(place, "said-payment-promised"))
}

/// `POST /applications/{id}/payments/{charge}/withdrawal`
async fn withdraw(
    State(app): State<App>,
    me: Applicant,
    Path((id, charge)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    withdrawn(&mut tx, &me, (Place::File(id), charge)).await?.keep(tx, me.lang).await
}

/// `POST /payments/{charge}/withdrawal`
async fn withdraw_one(
    State(app): State<App>,
    me: Applicant,
    Path(charge): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    withdrawn(&mut tx, &me, (Place::Everything, charge)).await?.keep(tx, me.lang).await
}

async fn withdrawn(
    tx: &mut Tx,
    me: &Applicant,
    (place, charge): (Place, Uuid),
) -> Result<Done, Error> {
    let (_, found) = own(tx, me, place, charge).await?;
    if rows::withdraw_promise(tx, (me.association(), me.id, charge)).await? == 1 {
        super::record(tx, me, "promise-withdrawn", &found).await?;
    }
    Ok(Done::Kept(place, "said-promise-withdrawn"))
}
