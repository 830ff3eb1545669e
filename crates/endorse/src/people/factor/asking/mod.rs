//! The door's second question. Who gets here carries a half session, which opens nothing else.

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::{Code, count_try, take};
use crate::app::App;
use crate::error::Error;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::people::sessions;
use crate::routing::{Routes, get};
use crate::security;
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/sign-in/code", get(ask).post(answer))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CodeForm {
    code: String,
    then: String,
}

#[derive(Template)]
#[template(path = "people/factor/asking/page.html")]
struct AskingPage {
    frame: Frame,
    then: String,
    problems: Problems,
}

/// Back to the first question.
fn from_the_start(me: &Visitor, then: &str) -> Result<Response, Error> {
    let then = security::query_value(security::own_path(then));
    page::see_and_say(me.lang, &format!("/sign-in?then={then}"), "said-half-too-late")
}

fn half_of(app: &App, jar: &CookieJar) -> String {
    let cookie = jar.get(security::half_cookie_name(&app.settings));
    cookie.map(|it| it.value().to_owned()).unwrap_or_default()
}

/// `GET /sign-in/code`
async fn ask(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Query(form): Query<CodeForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    if sessions::half(&mut tx, &half_of(&app, &jar), me.now).await?.is_none() {
        return from_the_start(&me, &form.then);
    }
    let problems = Problems::default();
    page::show(&AskingPage { frame: Frame::public(&me), then: form.then, problems })
}

/// `POST /sign-in/code`: a right code makes the half session whole, once.
async fn answer(
    State(app): State<App>,
    me: Visitor,
    jar: CookieJar,
    Form(form): Form<CodeForm>,
) -> Result<Response, Error> {
    app.limits.signing_in(me.address)?;
    let half = half_of(&app, &jar);
    let person = sessions::half(&mut app.db.read().await?, &half, me.now).await?;
    let Some(person) = person else { return from_the_start(&me, &form.then) };
    let may = count_try(&app, person, me.now).await?;
    let mut problems = Problems::one("code", "factor-wait");
    if may {
        let mut tx = app.db.write().await?;
        // Erasing begins with the account, too.
        super::super::rows::in_turn(&mut tx, person).await?;
        if take(&mut tx, &app, person, &form.code).await? != Code::Wrong {
            let way = sessions::make_whole(&mut tx, &me, (person, &half), &form.then).await?;
            let Some(way) = way else { return Err(Error::Stale) };
            tx.commit().await?;
            return way.go(&app, &me, jar);
        }
        problems = Problems::one("code", "factor-code-wrong");
    }
    page::correct(&AskingPage { frame: Frame::public(&me), then: form.then, problems })
}
