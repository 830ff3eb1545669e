//! The dates that an administrator announces: the association's own, and others in place of those that
//! came with the program. A day of the rules is not among them: it changes with the rules alone.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;

use self::form::DateForm;
use crate::app::App;
use crate::associations::dates::{Dated, Read, kind_word, read_at, when};
use crate::audit;
use crate::error::Error;
use crate::house::dates::{self, Coming, Origin, OwnDate, Put};
use crate::i18n::Lang;
use crate::identity::{Administrator, Fresh, Signed};
use crate::page::{self, Frame};
use crate::programs::calendar::{Entry, Kind, Precision};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

/// Where all of them stand.
const HERE: &str = "/desk/association/dates";

pub(super) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(list))
        .route("/desk/association/dates/new", get(begin).post(add))
        .route("/desk/association/dates/{date}", get(ask).post(change))
        .route("/desk/association/dates/{date}/hiding", post(hide))
        .route("/desk/association/dates/{date}/undo", post(undo))
}

/// A date to come, as it is announced, or one of the program's that is not.
struct Line {
    name: String,
    when: String,
    what: String,
    kind: String,
    /// What it is in the program, if something else is announced.
    in_program: Option<String>,
    /// Where the program has it from.
    read_at: Vec<Read>,
    /// Who set it, when, and where it was decided.
    set: Option<String>,
    decided: String,
    /// Whether it is one of the program's, or in place of one.
    is_program: bool,
    /// Whether the rules alone change it.
    is_rule: bool,
}

/// What was announced once, or holds and is over.
struct Past {
    when: String,
    what: String,
    facts: Vec<String>,
}

#[derive(Template)]
#[template(path = "associations/settings/dates/page.html")]
struct DatesPage {
    frame: Frame,
    coming: Vec<Line>,
    hidden: Vec<Line>,
    past: Vec<Past>,
}

#[derive(Template)]
#[template(path = "associations/settings/dates/one.html")]
struct DatePage {
    frame: Frame,
    /// What it is in the program, if it stands in place of one of those.
    in_program: Option<String>,
    /// What there is to choose from; nothing for one of the program's.
    kinds: Vec<(&'static str, String)>,
    form: DateForm,
    problems: Problems,
}

/// A line of the program that an association may change.
fn of_program(me: &Signed, name: &str) -> Option<&'static Entry> {
    me.program.calendar.entry(name).filter(|it| it.follows.is_none())
}

/// The time of a line of the program from a day on, as its source has it.
fn next_of(me: &Signed, it: &'static Entry, from: Date) -> String {
    let next = it.next(from);
    next.map(|it| when(it.precision, (it.from, it.to), me.lang)).unwrap_or_default()
}

/// What it is in the program, at the time that something else stands for.
fn in_program(me: &Signed, it: &'static Entry, own: Option<&OwnDate>) -> String {
    let when = next_of(me, it, stands_for(me, it, own).unwrap_or_else(|| me.today()));
    me.lang.say2("date-in-program", "when", when, "what", it.title.get(me.lang))
}

fn set_by(me: &Signed, own: &OwnDate) -> String {
    let day = me.lang.day(own.set_at.0.to_zoned(me.zone.clone()).date());
    me.lang.say2("settings-set", "name", &own.by_name, "day", day)
}

fn line(me: &Signed, it: &Coming<'_>) -> Line {
    let dated = Dated::of(me, it);
    let entry = me.program.calendar.entry(it.name());
    let own = match it.origin {
        Origin::Own(own) => Some(own),
        Origin::Program(_) => None,
    };
    Line {
        name: it.name().to_owned(),
        when: dated.when,
        what: dated.what,
        kind: kind_word(dated.kind, me.lang),
        in_program: entry.filter(|_| own.is_some()).map(|it| in_program(me, it, own)),
        read_at: entry.map(|it| read_at(me, it)).unwrap_or_default(),
        set: own.map(|it| set_by(me, it)),
        decided: own.and_then(|it| it.decided.clone()).unwrap_or_default(),
        is_program: entry.is_some(),
        is_rule: entry.is_some_and(|it| it.follows.is_some()),
    }
}

/// Those of the program that are not announced.
fn hidden(me: &Signed, all: &[OwnDate]) -> Vec<Line> {
    let is_hidden = |it: &&'static Entry| {
        let own = dates::in_place_of(it, all);
        own.is_some_and(|own| own.days().is_none())
    };
    let entries = me.program.calendar.entries().iter().filter(is_hidden);
    let line = |it: &'static Entry| Line {
        name: it.id.clone(),
        when: next_of(me, it, me.today()),
        what: it.title.get(me.lang).to_owned(),
        kind: kind_word(it.kind, me.lang),
        in_program: None,
        read_at: read_at(me, it),
        set: dates::in_place_of(it, all).map(|own| set_by(me, own)),
        decided: String::new(),
        is_program: true,
        is_rule: false,
    };
    entries.map(line).collect()
}

/// What was set once: ended since, or over.
fn past(me: &Signed, every: &[OwnDate]) -> Vec<Past> {
    let (lang, today) = (me.lang, me.today());
    let day = |at: Timestamp| lang.day(at.to_zoned(me.zone.clone()).date());
    let is_past =
        |it: &&OwnDate| it.ended_at.is_some() || it.days().is_some_and(|(_, last)| last < today);
    let line = |it: &OwnDate| {
        let mut facts = vec![set_by(me, it)];
        facts.extend(it.decided.clone().map(|it| lang.say1("date-decided-at", "where", it)));
        if let (Some(at), Some(name)) = (it.ended_at, &it.ended_by_name) {
            facts.push(lang.say2("date-ended", "name", name, "day", day(at.0)));
        }
        let title = || me.program.calendar.entry(&it.name).map(|it| it.title.get(lang));
        let hidden = || lang.say1("date-hidden", "what", title().unwrap_or_default());
        Past {
            when: it.days().map(|it| when(Precision::Day, it, lang)).unwrap_or_default(),
            what: if it.days().is_some() { it.title(lang).to_owned() } else { hidden() },
            facts,
        }
    };
    every.iter().filter(is_past).map(line).collect()
}

/// `GET /desk/association/dates`
async fn list(State(app): State<App>, me: Administrator) -> Result<Response, Error> {
    let every = dates::every(&mut app.db.read().await?, me.association()).await?;
    page::show(&DatesPage {
        coming: me.coming().iter().map(|it| line(&me, it)).collect(),
        hidden: hidden(&me, me.own.dates()),
        past: past(&me, &every),
        frame: Frame::room(&me),
    })
}

impl DatePage {
    fn new(me: &Signed, (entry, own): Found<'_>, form: DateForm, problems: Problems) -> Self {
        let lang = me.lang;
        let choice = |it: Kind| (it.as_str(), kind_word(it, lang));
        Self {
            in_program: entry.map(|it| in_program(me, it, own)),
            kinds: if entry.is_some() { Vec::new() } else { Kind::ALL.map(choice).into() },
            frame: Frame::room(me),
            form,
            problems,
        }
    }
}

/// `GET /desk/association/dates/new`
async fn begin(me: Administrator) -> Result<Response, Error> {
    page::show(&DatePage::new(&me, (None, None), DateForm::default(), Problems::default()))
}

/// `POST /desk/association/dates/new`
async fn add(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Form(form): Form<DateForm>,
) -> Result<Response, Error> {
    match form.check(me.today(), None) {
        Ok(new) => {
            let mut tx = app.db.write().await?;
            let by = (me.id, me.now);
            if let Some(id) = dates::add(&mut tx, me.association(), &new, by).await? {
                audit::record(&mut tx, &me, "date-added", "association-date", id).await?;
                tx.commit().await?;
                app.house.read(&app.db, me.association(), me.now).await?;
            }
            page::see_and_say(me.lang, HERE, "said-setting-changed")
        }
        Err(problems) => page::correct(&DatePage::new(&me, (None, None), form, problems)),
    }
}

/// A line of the program, and what the association has set under its name.
type Found<'a> = (Option<&'static Entry>, Option<&'a OwnDate>);

/// A date by its name: of the program, if it may be changed, and as the association has set it. Neither
/// is a date that is not there.
fn found<'a>(me: &'a Signed, name: &str) -> Result<Found<'a>, Error> {
    let entry = of_program(me, name);
    let is_rule = entry.is_none() && me.program.calendar.entry(name).is_some();
    let own = me.own.dates().iter().find(|it| it.name == name && !is_rule);
    if entry.is_none() && own.is_none() { Err(Error::NotFound) } else { Ok((entry, own)) }
}

/// `GET /desk/association/dates/{date}`
async fn ask(me: Administrator, Path(name): Path<String>) -> Result<Response, Error> {
    let (entry, own) = found(&me, &name)?;
    let form = match (own.filter(|it| it.days().is_some()), entry) {
        (Some(own), _) => typed(own),
        (None, Some(entry)) => DateForm {
            title_en: entry.title.en.clone(),
            title_es: entry.title.es.clone(),
            ..DateForm::default()
        },
        (None, None) => DateForm::default(),
    };
    page::show(&DatePage::new(&me, (entry, own), form, Problems::default()))
}

/// A date as one would type it.
fn typed(own: &OwnDate) -> DateForm {
    let days = own.days();
    let last = days.filter(|(first, last)| first != last).map(|it| it.1.to_string());
    DateForm {
        kind: own.kind().as_str().to_owned(),
        first_on: days.map(|it| it.0.to_string()).unwrap_or_default(),
        last_on: last.unwrap_or_default(),
        title_en: own.title(Lang::En).to_owned(),
        title_es: own.title(Lang::Es).to_owned(),
        decided: own.decided.clone().unwrap_or_default(),
    }
}

/// `POST /desk/association/dates/{date}`
async fn change(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Path(name): Path<String>,
    Form(form): Form<DateForm>,
) -> Result<Response, Error> {
    let (entry, own) = found(&me, &name)?;
    let new = match form.check(me.today(), entry.map(|it| it.kind)) {
        Ok(new) => new,
        Err(problems) => return page::correct(&DatePage::new(&me, (entry, own), form, problems)),
    };
    let put = Put::Date(&new, entry.and_then(|it| stands_for(&me, it, own)));
    keep(&app, &me, &name, Some(put), "date-changed").await?;
    page::see_and_say(me.lang, HERE, "said-setting-changed")
}

/// The last day of the program's time that a date stands in place of: of the next one, or of the one that
/// what holds stands for, until that is over.
fn stands_for(me: &Signed, entry: &Entry, own: Option<&OwnDate>) -> Option<Date> {
    let today = me.today();
    let holds = own.filter(|it| it.days().is_some_and(|(_, last)| last >= today));
    let known = holds.and_then(|it| it.in_place_of).map(Date::from);
    let over = own.and_then(|it| it.in_place_of).map(Date::from);
    let from = over.and_then(|it| it.tomorrow().ok()).map_or(today, |it| it.max(today));
    known.or_else(|| entry.next(from).map(|it| it.to))
}

/// `POST /desk/association/dates/{date}/hiding`: one of the program's is not announced.
async fn hide(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let (entry, own) = found(&me, &name)?;
    let entry = entry.ok_or(Error::NotFound)?;
    if own.is_none_or(|it| it.days().is_some()) {
        keep(&app, &me, &name, Some(Put::Nothing(entry.kind)), "date-hidden").await?;
    }
    page::see_and_say(me.lang, HERE, "said-setting-changed")
}

/// `POST /desk/association/dates/{date}/undo`: as in the program again; one of the association's own is
/// not announced any more.
async fn undo(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let (entry, _) = found(&me, &name)?;
    keep(&app, &me, &name, None, "date-undone").await?;
    let said = if entry.is_some() { "said-setting-undone" } else { "said-date-gone" };
    page::see_and_say(me.lang, HERE, said)
}

/// Keeps it, and has the next page know.
async fn keep(
    app: &App,
    me: &Administrator,
    name: &str,
    what: Option<Put<'_>>,
    verb: &'static str,
) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    let (whose, by) = ((me.association(), name), (me.id, me.now));
    let id = match what {
        Some(what) => Some(dates::put(&mut tx, whose, what, by).await?),
        None => dates::take_back(&mut tx, whose, by).await?,
    };
    if let Some(id) = id {
        audit::record_saying(&mut tx, me, verb, ("association-date", id), name).await?;
        tx.commit().await?;
        app.house.read(&app.db, me.association(), me.now).await?;
    }
    Ok(())
}
