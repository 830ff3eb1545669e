//! How long the association keeps what nobody asks it to erase: what it has set and on whose word,
//! what is over within a month, what the daily round removed; and files that must be kept.

mod form;
mod hold;
mod job;
mod rows;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::{SignedDuration, Timestamp};

use self::form::TermForm;
use super::erasure::{in_both, months_after};
use crate::app::App;
use crate::audit;
use crate::consents::holdings::CLASSES;
use crate::consents::{self, Term};
use crate::error::Error;
use crate::identity::{Coordinator, Fresh};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub use job::{KeepTerms, keep_the_terms};

/// How far the page looks ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 30);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/retention", get(show))
        .route("/desk/retention/{class}", get(ask).post(set))
        .route("/desk/retention/{class}/end", post(end))
        .merge(hold::routes())
}

/// The day before which everything of a class is over.
fn over(term: &Term, now: Timestamp) -> anyhow::Result<Timestamp> {
    months_after(now, -term.months)
}

/// A class, told.
struct Line {
    href: String,
    what: String,
    term: String,
    /// What is over by when, and what the last round did; empty where no term is set.
    facts: Vec<String>,
    is_set: bool,
}

/// A file that must be kept.
struct Held {
    href: String,
    number: String,
    reason: String,
    since: String,
}

#[derive(Template)]
#[template(path = "privacy/retention/page.html")]
struct RetentionPage {
    frame: Frame,
    lines: Vec<Line>,
    held: Vec<Held>,
}

/// `GET /desk/retention`
async fn show(State(app): State<App>, me: Coordinator) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let terms = consents::terms(&mut tx, me.association()).await?;
    let mut lines = Vec::new();
    for class in CLASSES {
        lines.push(line(&mut tx, &me, class, &terms).await?);
    }
    let held = rows::held(&mut tx, me.association(), me.id).await?;
    let held = held.into_iter().map(|it| Held {
        href: me.lang.href(&format!("/desk/applications/{}/legal-hold", it.application_id)),
        number: it.number,
        reason: it.reason,
        since: me.lang.moment(it.begun_at, &me.zone),
    });
    page::show(&RetentionPage { frame: Frame::room(&me), held: held.collect(), lines })
}

async fn line(tx: &mut Tx, me: &Coordinator, class: &str, terms: &[Term]) -> Result<Line, Error> {
    let lang = me.lang;
    let term = terms.iter().find(|it| it.class == *class);
    let mut facts = Vec::new();
    if let Some(term) = term {
        facts.push(lang.say1("privacy-term-since", "at", lang.moment(term.set_at, &me.zone)));
        let ahead = over(term, me.now + AHEAD)?;
        let due = rows::due(tx, class, me.association(), ahead).await?.len();
        facts.push(lang.count("privacy-retention-due", due));
        if let Some(last) = rows::last_round(tx, me.association(), class).await? {
            let values = [("day", lang.day(last.on_day).into()), ("n", last.removed.into())];
            facts.push(lang.with("privacy-retention-last", &values));
        }
    }
    Ok(Line {
        href: lang.href(&format!("/desk/retention/{class}")),
        what: lang.say(&format!("consents-class-{class}")).into_owned(),
        term: match term {
            None if class == "register" => lang.say("privacy-retention-none-register").into_owned(),
            None => lang.say("privacy-retention-none").into_owned(),
            Some(term) => {
                let from = lang.say(&format!("consents-from-{class}"));
                let values = [
                    ("span", lang.months(term.months).into()),
                    ("from", from.into()),
                    ("authority", (&term.authority).into()),
                ];
                lang.with("privacy-retention-term", &values)
            }
        },
        facts,
        is_set: term.is_some(),
    })
}

#[derive(Template)]
#[template(path = "privacy/retention/term.html")]
struct TermPage {
    frame: Frame,
    what: String,
    from: String,
    /// Where to end the term.
    end: String,
    is_set: bool,
    /// Whether names go with the term.
    is_register: bool,
    /// What would go today, if that was looked at: how much, and how many people's.
    takes: Vec<String>,
    form: TermForm,
    problems: Problems,
}

impl TermPage {
    fn new(
        me: &Coordinator,
        class: &str,
        is_set: bool,
        (form, problems): (TermForm, Problems),
    ) -> Self {
        let say = |key: String| me.lang.say(&key).into_owned();
        Self {
            frame: Frame::room(me),
            what: say(format!("consents-class-{class}")),
            from: say(format!("consents-from-{class}")),
            end: me.lang.href(&format!("/desk/retention/{class}/end")),
            is_set,
            is_register: class == "register",
            takes: Vec::new(),
            form,
            problems,
        }
    }
}

/// One of the classes that there are.
fn known(class: &str) -> Result<&'static str, Error> {
    CLASSES.iter().find(|it| **it == class).copied().ok_or(Error::NotFound)
}

/// `GET /desk/retention/{class}`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(class): Path<String>,
) -> Result<Response, Error> {
    let class = known(&class)?;
    let terms = consents::terms(&mut app.db.read().await?, me.association()).await?;
    let term = terms.into_iter().find(|it| it.class == class);
    let is_set = term.is_some();
    let form = term.map(|it| TermForm {
        months: it.months.to_string(),
        authority: it.authority,
        ..TermForm::default()
    });
    let empty = (form.unwrap_or_default(), Problems::default());
    page::show(&TermPage::new(&me, class, is_set, empty))
}

/// What of a class would go today if it were kept for so many months, in words.
async fn takes(
    tx: &mut Tx,
    me: &Coordinator,
    class: &str,
    months: i64,
) -> Result<Vec<String>, Error> {
    let due = rows::due(tx, class, me.association(), months_after(me.now, -months)?).await?;
    let what = me.lang.say(&format!("consents-class-{class}"));
    let key =
        if due.len() < rows::AT_ONCE { "privacy-term-takes" } else { "privacy-term-takes-many" };
    let values = [("n", due.len().into()), ("what", what.into())];
    let people: BTreeSet<_> = due.iter().filter_map(|it| it.person_id).collect();
    let mut told = vec![me.lang.with(key, &values)];
    if !people.is_empty() {
        told.push(me.lang.count("privacy-term-takes-of", people.len()));
    }
    Ok(told)
}

/// `POST /desk/retention/{class}`: in whole months, and on whose word. Before, it can be looked at what
/// would go.
async fn set(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(class): Path<String>,
    Form(form): Form<TermForm>,
) -> Result<Response, Error> {
    let class = known(&class)?;
    let (months, authority) = match form.check() {
        Ok(term) => term,
        Err(problems) => {
            return page::correct(&TermPage::new(&me, class, false, (form, problems)));
        }
    };
    if form.only_looks(months) {
        let takes = takes(&mut app.db.read().await?, &me, class, months).await?;
        let form = TermForm { seen: months.to_string(), ..form };
        let page = TermPage::new(&me, class, false, (form, Problems::default()));
        return page::show(&TermPage { takes, ..page });
    }
    let mut tx = app.db.write().await?;
    let what = (me.association(), class);
    let set = consents::set_term(&mut tx, what, (months, &authority), (me.id, me.now)).await?;
    if let Some(id) = set {
        let detail = format!("{class} {months}");
        audit::record_saying(&mut tx, &me, "term-set", ("retention-term", id), &detail).await?;
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/desk/retention", "said-privacy-term-set")
}

/// `POST /desk/retention/{class}/end`: from now on it is kept. Names of people who were erased were
/// kept for that term only: they go with it.
async fn end(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(class): Path<String>,
) -> Result<Response, Error> {
    let class = known(&class)?;
    let mut tx = app.db.write().await?;
    if consents::end_term(&mut tx, (me.association(), class), me.now).await? {
        let what = ("retention-term", uuid::Uuid::now_v7());
        audit::record_saying(&mut tx, &me, "term-ended", what, class).await?;
        if class == "register" {
            let nobody = in_both("privacy-erased-name");
            rows::unname_all(&mut tx, me.association(), &nobody).await?;
        }
        tx.commit().await?;
    }
    page::see_and_say(me.lang, "/desk/retention", "said-privacy-term-ended")
}
