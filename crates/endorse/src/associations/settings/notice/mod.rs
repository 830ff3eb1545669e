//! What stands on top of the front page from a day to a day, in both languages or not at all.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use jiff::civil::Date;

use self::form::NoticeForm;
use crate::app::App;
use crate::associations::dates::when;
use crate::audit;
use crate::error::Error;
use crate::house::notices::{self, NewNotice, Notice};
use crate::identity::{Administrator, Fresh, Signed};
use crate::page::{self, Frame};
use crate::programs::calendar::Precision;
use crate::routing::{Routes, get, post};
use crate::typed::Problems;

const HERE: &str = "/desk/association/notice";

pub(super) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(ask).post(change))
        .route("/desk/association/notice/undo", post(undo))
}

/// A notice that does not hold any more, or whose days are over.
struct Past {
    days: String,
    text: String,
    set: String,
}

#[derive(Template)]
#[template(path = "associations/settings/notice/page.html")]
struct NoticePage {
    frame: Frame,
    /// Whether one holds, so that it can be taken down.
    holds: bool,
    past: Vec<Past>,
    form: NoticeForm,
    problems: Problems,
}

/// A notice in short: its days and what it says.
pub(super) fn in_short(me: &Signed, it: &Notice) -> Vec<String> {
    let days = when(Precision::Day, (it.first_on.into(), it.last_on.into()), me.lang);
    vec![days, it.text(me.lang).to_owned()]
}

/// Who put it up, and when.
pub(super) fn set_by(me: &Signed, it: &Notice) -> String {
    let day = me.lang.day(it.set_at.0.to_zoned(me.zone.clone()).date());
    me.lang.say2("settings-set", "name", &it.by_name, "day", day)
}

/// Whether it holds: it was not taken down, and its days are not over.
pub(super) fn holds(me: &Signed, it: &Notice) -> bool {
    it.ended_at.is_none() && Date::from(it.last_on) >= me.today()
}

async fn page(
    app: &App,
    me: &Signed,
    typed: Option<(NoticeForm, Problems)>,
) -> Result<NoticePage, Error> {
    let all = notices::every(&mut app.db.read().await?, me.association()).await?;
    let (holding, past): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| holds(me, it));
    let as_typed = |it: &Notice| NoticeForm {
        text_en: it.text_en.clone(),
        text_es: it.text_es.clone(),
        first_on: it.first_on.to_string(),
        last_on: it.last_on.to_string(),
    };
    let (form, problems) = typed.unwrap_or_else(|| {
        (holding.first().map(as_typed).unwrap_or_default(), Problems::default())
    });
    let line = |it: &Notice| Past {
        days: when(Precision::Day, (it.first_on.into(), it.last_on.into()), me.lang),
        text: it.text(me.lang).to_owned(),
        set: set_by(me, it),
    };
    Ok(NoticePage {
        frame: Frame::room(me),
        holds: !holding.is_empty(),
        past: past.iter().map(line).collect(),
        form,
        problems,
    })
}

/// `GET /desk/association/notice`
async fn ask(State(app): State<App>, me: Administrator) -> Result<Response, Error> {
    page::show(&page(&app, &me, None).await?)
}

/// `POST /desk/association/notice`
async fn change(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Form(form): Form<NoticeForm>,
) -> Result<Response, Error> {
    match form.check(me.today()) {
        Ok(new) => {
            keep(&app, &me, Some(&new)).await?;
            page::see_and_say(me.lang, super::HERE, "said-setting-changed")
        }
        Err(problems) => page::correct(&page(&app, &me, Some((form, problems))).await?),
    }
}

/// `POST /desk/association/notice/undo`: takes it down.
async fn undo(State(app): State<App>, me: Fresh<Administrator>) -> Result<Response, Error> {
    keep(&app, &me, None).await?;
    page::see_and_say(me.lang, super::HERE, "said-notice-gone")
}

/// Keeps it, and has the next page know.
async fn keep(app: &App, me: &Administrator, new: Option<&NewNotice>) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    let (whose, by) = (me.association(), (me.id, me.now));
    let id = match new {
        Some(new) => Some(notices::put(&mut tx, whose, new, by).await?),
        None => notices::take_back(&mut tx, whose, by).await?,
    };
    if let Some(id) = id {
        let verb = if new.is_some() { "notice-put-up" } else { "notice-taken-down" };
        audit::record(&mut tx, me, verb, "association-notice", id).await?;
        tx.commit().await?;
        app.house.read(&app.db, me.association(), me.now).await?;
    }
    Ok(())
}
