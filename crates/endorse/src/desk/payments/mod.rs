//! Everything that is or was to be paid: looked for, and several confirmed together.

mod form;
mod rows;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::{SearchForm, TogetherForm};
use self::rows::Listed;
use crate::app::App;
use crate::error::Error;
use crate::identity::{AtBooks, Cashier, Signed};
use crate::page::{self, Frame};
use crate::payments;
use crate::people;
use crate::routing::{Routes, get, post};
use crate::security::query_value;
use crate::typed::folded;

/// How many stand on a page.
const A_PAGE: usize = 50;

/// The states, as tabs are named; the first is what waits.
const STATES: [&str; 5] = ["open", "due", "promised", "paid", "waived"];

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/payments", get(list))
        .route("/desk/payments/confirmations", post(confirm))
}

impl Listed {
    fn state(&self) -> payments::State {
        match (self.waived_at, self.confirmed_at, self.promised_at) {
            (Some(_), ..) => payments::State::Waived,
            (_, Some(_), _) => payments::State::Confirmed,
            (_, _, Some(_)) => payments::State::Promised,
            _ => payments::State::Due,
        }
    }

    fn is_in(&self, tab: &str) -> bool {
        match (self.state(), tab) {
            (payments::State::Due, "open" | "due")
            | (payments::State::Promised, "open" | "promised")
            | (payments::State::Confirmed, "paid")
            | (payments::State::Waived, "waived") => true,
            (_, tab) => tab == "all",
        }
    }
}

/// A pill above the list.
struct Tab {
    href: String,
    label: String,
    count: usize,
    is_here: bool,
}

/// A payment on the list.
struct Line {
    id: Uuid,
    name: String,
    number: String,
    href: Option<String>,
    title: String,
    amount: String,
    typed: String,
    shape: &'static str,
    word: String,
    more: String,
    day: String,
    is_open: bool,
    is_chosen: bool,
    problem: Option<&'static str>,
    waive: String,
    reopen: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/payments/page.html")]
struct PaymentsPage {
    frame: Frame,
    search: SearchForm,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    wrong: Vec<(String, &'static str)>,
    may_confirm: bool,
    /// Whether the desk is open to them, or the payments alone.
    is_at_desk: bool,
    earlier: Option<String>,
    later: Option<String>,
}

fn address(q: &str, state: &str, page: usize) -> String {
    let page = if page == 0 { String::new() } else { format!("&page={page}") };
    format!("/desk/payments?q={}&state={}{page}", query_value(q), query_value(state))
}

impl PaymentsPage {
    async fn load(
        tx: &mut Tx,
        me: &Signed,
        form: TogetherForm,
        wrong: &[(Uuid, &'static str)],
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let mut search = form.search.clone();
        if !STATES.contains(&search.state.as_str()) {
            search.state = STATES[0].to_owned();
        }
        let wanted = folded(&search.q);
        let mut all = rows::all(tx, me.association(), me.id).await?;
        all.retain(|it| {
            wanted.is_empty()
                || folded(&it.person_name).contains(&wanted)
                || it.number.as_deref().is_some_and(|it| folded(it).contains(&wanted))
        });
        let tab = |state: &'static str| Tab {
            href: lang.href(&address(&search.q, state, 0)),
            label: lang.say(&format!("desk-payments-{state}")).into_owned(),
            count: all.iter().filter(|it| it.is_in(state)).count(),
            is_here: search.state == state,
        };
        let tabs = STATES.into_iter().map(tab).collect();
        let found: Vec<&Listed> = all.iter().filter(|it| it.is_in(&search.state)).collect();
        search.page = search.page.min(found.len().saturating_sub(1) / A_PAGE);
        let start = search.page * A_PAGE;
        let turn = |page: usize| lang.href(&address(&search.q, &search.state, page));
        let here = found.iter().skip(start).take(A_PAGE);
        let lines: Vec<Line> = here.map(|it| line(me, it, (&form, wrong))).collect();
        let name = |it: &Line| it.problem.map(|key| (format!("amount-{}", it.id), key));
        Ok(Self {
            frame: Frame::room(me),
            wrong: lines.iter().filter_map(name).collect(),
            is_at_desk: me.is_at_desk(),
            may_confirm: lines.iter().any(|it| it.is_open),
            later: (start + A_PAGE < found.len()).then(|| turn(search.page + 1)),
            earlier: search.page.checked_sub(1).map(turn),
            lines,
            tabs,
            search,
        })
    }
}

fn line(me: &Signed, it: &Listed, (form, wrong): (&TogetherForm, &[(Uuid, &'static str)])) -> Line {
    let lang = me.lang;
    let state = it.state();
    let known = it.amount_minor.map(|it| format!("{}.{:02}", it / 100, it % 100));
    let typed = form.amounts.get(&it.id).cloned().or(known).unwrap_or_default();
    let way = it.promised_by.as_ref().map(|way| lang.say(&format!("desk-way-{way}")).into_owned());
    let more: Vec<String> = way.into_iter().chain(it.promise_note.clone()).collect();
    let at = it.waived_at.or(it.confirmed_at).or(it.promised_at).unwrap_or(it.due_at);
    let amount = it.confirmed_minor.or(it.amount_minor).map(|cents| lang.money(cents));
    let file = it.application_id.map(|id| lang.href(&format!("/desk/applications/{id}")));
    Line {
        id: it.id,
        name: it.person_name.clone(),
        number: it.number.clone().unwrap_or_default(),
        href: file.filter(|_| me.is_at_desk()),
        title: lang.say(&format!("payments-kind-{}", it.kind)).into_owned(),
        amount: amount.unwrap_or_else(|| lang.say("payments-amount-open").into_owned()),
        typed,
        shape: state.shape(),
        word: lang.say(super::file::paid_word(state)).into_owned(),
        more: more.join(" · "),
        day: lang.day(at.0.to_zoned(me.zone.clone()).date()),
        is_open: !me.only_looks()
            && matches!(state, payments::State::Due | payments::State::Promised),
        is_chosen: form.chosen.contains(&it.id),
        problem: wrong.iter().find(|(id, _)| *id == it.id).map(|(_, key)| *key),
        reopen: (!me.only_looks()
            && matches!(state, payments::State::Confirmed | payments::State::Waived))
        .then(|| lang.href(&format!("/desk/charges/{}/reopening", it.id))),
        waive: lang.href(&format!("/desk/charges/{}/waiver", it.id)),
    }
}

/// `GET /desk/payments?q=&state=&page=`
async fn list(
    State(app): State<App>,
    me: AtBooks,
    Query(search): Query<SearchForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let form = TogetherForm { search, ..TogetherForm::default() };
    page::show(&PaymentsPage::load(&mut tx, &me, form, &[]).await?)
}

/// `POST /desk/payments/confirmations`: the money of all that were chosen is here, or of none. Where one
/// alone was pressed, its own page asks, with the amount that was typed.
async fn confirm(
    State(app): State<App>,
    me: Cashier,
    Form(form): Form<TogetherForm>,
) -> Result<Response, Error> {
    if let Some(one) = form.one {
        let amount = form.amounts.get(&one).map_or("", String::as_str);
        let there = format!("/desk/charges/{one}/confirmation?amount={}", query_value(amount));
        return page::see(me.lang, &there);
    }
    let back = address(&form.search.q, &form.search.state, form.search.page);
    let mut tx = app.db.write().await?;
    if form.chosen.is_empty() {
        let mut page = PaymentsPage::load(&mut tx, &me, form, &[]).await?;
        let first = page.lines.iter().find(|it| it.is_open).map(|it| format!("chosen-{}", it.id));
        page.wrong.extend(first.map(|it| (it, "desk-none-chosen")));
        return page::correct(&page);
    }
    match form.check() {
        Err(wrong) => page::correct(&PaymentsPage::load(&mut tx, &me, form, &wrong).await?),
        Ok(amounts) => {
            let mut payers = Vec::new();
            for (charge, _) in &amounts {
                payers.push(super::charges::charge(&mut tx, &me, *charge).await?.person_id);
            }
            // In one order, so that two who confirm for the same people do not wait for each other.
            payers.sort_unstable();
            payers.dedup();
            for person in payers {
                people::in_turn(&mut tx, person).await?;
            }
            for (charge, minor) in amounts {
                let what = (charge, minor, None);
                payments::confirm(&mut tx, me.program, &me, what, me.today()).await?;
            }
            tx.commit().await?;
            page::see_and_say(me.lang, &back, "said-desk-confirmed-together")
        }
    }
}
