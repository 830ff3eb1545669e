//! `/registry`: looking somebody up by any word of their name, or by number, on any day.

mod form;
mod leads;
mod rows;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use db::Tx;
use jiff::civil::Date;

use self::form::{By, Lead, Question, RegistryForm};
pub use self::leads::Leads;
use self::rows::{After, Found, Words};
use crate::app::App;
use crate::endorsements::Standing;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::security::query_value;
use crate::typed::Problems;

/// How many stand on a page.
const A_PAGE: usize = 50;

/// How far is counted what an answer could begin with: first a little, then a lot.
const COUNTED: [i64; 2] = [1_000, 20_000];

pub(super) fn routes() -> Routes {
    Routes::new().route("/registry", get(look))
}

/// Somebody on the page.
struct Line {
    /// `None` for somebody who is not listed, and was found by number.
    name: Option<String>,
    href: String,
    number: String,
    category: String,
    mark: &'static str,
    word: String,
    since: String,
    until: String,
}

#[derive(Template)]
#[template(path = "registry/search/page.html")]
struct RegistryPage {
    frame: Frame,
    form: RegistryForm,
    problems: Problems,
    categories: Vec<(String, String)>,
    answer: String,
    as_of: String,
    lines: Vec<Line>,
    next_href: Option<String>,
    says_title: String,
    says: Vec<String>,
}

/// `GET /registry`
async fn look(
    State(app): State<App>,
    me: Visitor,
    Query(form): Query<RegistryForm>,
) -> Result<Response, Error> {
    app.limits.looking_up(me.address)?;
    match form.check(me.today()) {
        Err(problems) => page::correct(&the_page(&me, form, problems, None)),
        Ok(question) => {
            let mut tx = app.db.read().await?;
            let found = find(&mut tx, (&me, &app.leads), &form, &question).await?;
            page::show(&the_page(&me, form, Problems::default(), Some((question.on, found))))
        }
    }
}

async fn find(
    tx: &mut Tx,
    (me, leads): (&Visitor, &Leads),
    form: &RegistryForm,
    question: &Question,
) -> Result<Vec<Found>, Error> {
    let at = (me.association(), question.on);
    let category = form.category.as_str();
    let words = match &question.by {
        By::Number(number) => return Ok(rows::by_number(tx, at, number).await?),
        By::Name => Words::default(),
        By::Words(words) => words.clone(),
    };
    let lead = lead(tx, (me, leads), &words, category).await?;
    let words = match lead {
        Some(Lead::Word(place)) => words.led_by(place),
        _ => words,
    };
    let after = match form.after() {
        Some(id) => rows::after(tx, me.association(), &words, id).await?,
        None => None,
    };
    let after = after.unwrap_or_else(|| After::before(&words));
    Ok(match lead {
        Some(Lead::Word(_)) => rows::by_words(tx, at, &words, category, &after).await?,
        Some(Lead::Category) => rows::by_category(tx, at, &words, category, &after).await?,
        None => rows::by_name(tx, at, &after).await?,
    })
}

/// What the answer begins with, if anything is looked for. Where all of it is frequent, it is worth
/// counting further: the wrong word to begin with has everybody looked at. What that brought is
/// remembered for a while.
async fn lead(
    tx: &mut Tx,
    (me, leads): (&Visitor, &Leads),
    words: &Words,
    category: &str,
) -> Result<Option<Lead>, Error> {
    match (words.count(), category.is_empty()) {
        (0, true) => return Ok(None),
        (0, false) => return Ok(Some(Lead::Category)),
        (1, true) => return Ok(Some(Lead::Word(0))),
        _ => {}
    }
    if let Some(known) = leads.known(words, category, me.now) {
        return Ok(Some(known));
    }
    let (mut found, mut is_rare) = (Lead::Word(0), true);
    for at_most in COUNTED {
        let many = rows::how_many(tx, me.association(), words, category, at_most).await?;
        let Some(many) = many else { break };
        let (lead, count) = Lead::of(&many, words, category);
        found = lead;
        if count < at_most {
            break;
        }
        is_rare = false;
    }
    if !is_rare {
        leads.remember(words, category, (found, me.now));
    }
    Ok(Some(found))
}

fn the_page(
    me: &Visitor,
    form: RegistryForm,
    problems: Problems,
    found: Option<(Date, Vec<Found>)>,
) -> RegistryPage {
    let lang = me.lang;
    let pages = &me.program.association.pages;
    let is_answer = found.is_some();
    let (on, mut found) = found.unwrap_or_else(|| (me.today(), Vec::new()));
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let next_href = found.last().filter(|_| more).map(|last| next(lang, &form, last));
    let answer = match found.len() {
        _ if !is_answer => String::new(),
        0 if on < me.today() => nobody_then(lang, form.q.trim(), on),
        0 if form.q.trim().is_empty() => lang.say("registry-empty").into_owned(),
        0 => lang.say1("registry-nobody", "q", form.q.trim()),
        _ if more => lang.count("registry-first", A_PAGE),
        n => lang.count("registry-found", n),
    };
    let key = if on == me.today() { "registry-as-of-today" } else { "registry-as-of" };
    let sections = [&pages.is_not, &pages.registry];
    let texts = sections.iter().flat_map(|it| it.paragraphs.iter().chain(&it.points));
    RegistryPage {
        categories: me
            .program
            .offered()
            .map(|it| (it.id.clone(), format!("{} ({})", it.name.get(lang), it.short)))
            .collect(),
        as_of: lang.say1(key, "day", lang.day(on)),
        answer,
        lines: found.into_iter().map(|it| line(me, it, on)).collect(),
        next_href,
        says_title: pages.registry.title.get(lang).to_owned(),
        says: texts.map(|it| it.get(lang).to_owned()).collect(),
        frame: Frame::public(me),
        form,
        problems,
    }
}

/// That nobody was endorsed on a day in the past: they may be today.
fn nobody_then(lang: Lang, q: &str, on: Date) -> String {
    if q.is_empty() {
        lang.say1("registry-empty-then", "day", lang.day(on))
    } else {
        lang.say2("registry-nobody-then", "q", q, "day", lang.day(on))
    }
}

fn line(me: &Visitor, it: Found, on: Date) -> Line {
    let lang = me.lang;
    let standing = Standing::of(it.status.as_deref(), it.valid_until.0, on);
    let day = if on == me.today() { String::new() } else { format!("?on={on}") };
    let category = me.program.category(&it.category);
    Line {
        name: it.is_listed.then_some(it.name),
        href: lang.href(&format!("/verify/{}{day}", it.public_id)),
        number: it.number,
        category: category.map_or(it.category.clone(), |it| it.name.get(lang).to_owned()),
        mark: standing.mark(),
        word: standing.word(lang),
        since: lang.say1("endorsements-since", "day", lang.day(it.awarded_on)),
        until: match standing {
            Standing::Valid => lang.say1("endorsements-until", "day", lang.day(it.valid_until)),
            _ => String::new(),
        },
    }
}

fn next(lang: Lang, form: &RegistryForm, last: &Found) -> String {
    let mut href = format!("/registry?after={}", last.id);
    for (name, value) in [("q", &form.q), ("category", &form.category), ("on", &form.on)] {
        if !value.is_empty() {
            href.push_str(&format!("&{name}={}", query_value(value)));
        }
    }
    lang.href(&href)
}
