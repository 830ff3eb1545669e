//! `/verify/{public_id}`: one endorsement on a day, in a sentence for people and as JSON for
//! programs.
//!
//! The JSON answer carries the signed badge and the signed list of revocations: what they say can
//! be checked with the issuer's key alone. Its own few words are not signed, and say so by standing
//! outside both.

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::header::{ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::endorsements::{self, Endorsement, Interval, Standing};
use crate::error::Error;
use crate::i18n::Value as Word;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::typed::past_day;

/// What the answer for programs is called.
const FORMAT: &str = "endorse-verification/1";

pub(super) fn routes() -> Routes {
    Routes::new().route("/verify/{public_id}", get(answer))
}

/// Which day is asked about.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DayForm {
    on: String,
}

#[derive(Template)]
#[template(path = "registry/answer/page.html")]
struct VerifyPage {
    frame: Frame,
    name: String,
    seal: &'static str,
    icon: &'static str,
    head: String,
    rest: String,
    number: String,
    until: String,
    issued_by: String,
    last_change: String,
    history: Vec<String>,
    badge_href: String,
    badge_file: String,
    did: String,
    fingerprint: String,
    requirements_href: String,
    on: String,
    /// What is wrong with the day that was asked about; the answer is today's then.
    problem: Option<&'static str>,
    today: String,
    is_not: Vec<String>,
    checked: String,
}

/// `GET /verify/{public_id}`
async fn answer(
    State(app): State<App>,
    me: Visitor,
    Path(public_id): Path<String>,
    (Query(day), headers): (Query<DayForm>, HeaderMap),
) -> Result<Response, Error> {
    app.limits.looking_up(me.address)?;
    let today = me.today();
    let (on, problem) = match day.on.trim() {
        "" => (today, None),
        typed => match past_day(typed, today) {
            Ok(on) => (on, None),
            Err(key) => (today, Some(key)),
        },
    };
    let mut tx = app.db.read().await?;
    let found = endorsements::by_public_id(&mut tx, me.association(), &public_id).await?;
    let it = found.ok_or(Error::NotFound)?;
    let intervals = endorsements::intervals(&mut tx, it.id).await?;
    let asked = headers.get(ACCEPT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    if asked.contains("application/json") && !asked.contains("text/html") {
        if let Some(key) = problem {
            let refused = json!({ "format": FORMAT, "error": me.lang.say(key) });
            let headers = [(VARY, "accept"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok((status, headers, Json(refused)).into_response());
        }
        let credential = endorsements::credential(&mut tx, it.id).await?;
        let list = endorsements::status_list(&mut tx, &app, &me).await?;
        let badge = credential.map(|it| it.body).unwrap_or_else(|| "null".to_owned());
        let answer = document(&app, &me, (&it, it.standing(&intervals, on), on), (&badge, &list))?;
        let headers =
            [(VARY, "accept"), (CACHE_CONTROL, "no-store"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
        return Ok((headers, Json(answer)).into_response());
    }
    let page = VerifyPage { problem, ..the_page(&app, &me, (&it, &intervals, on)) };
    let drawn = if problem.is_some() { page::correct(&page)? } else { page::show(&page)? };
    Ok(([(VARY, "accept")], drawn).into_response())
}

/// The answer for programs.
fn document(
    app: &App,
    me: &Visitor,
    (it, standing, on): (&Endorsement, Standing, Date),
    (badge, list): (&str, &str),
) -> anyhow::Result<Value> {
    let badge: Value = serde_json::from_str(badge)?;
    let list: Value = serde_json::from_str(list)?;
    Ok(json!({
        "format": FORMAT,
        "valid": standing == Standing::Valid,
        "status": standing.as_str(),
        "on": on,
        "checked_at": me.now,
        "number": it.number,
        "name": it.name,
        "category": it.category,
        "awarded_on": it.awarded_on.0,
        "valid_until": it.valid_until.0,
        "issuer": app.issuer.did(),
        "signed": { "badge": badge, "status_list": list },
    }))
}

fn the_page(
    app: &App,
    me: &Visitor,
    (it, intervals, on): (&Endorsement, &[Interval], Date),
) -> VerifyPage {
    let lang = me.lang;
    let today = me.today();
    let standing = it.standing(intervals, on);
    let since = intervals.first().map_or(it.awarded_on, |it| it.from_on);
    let values: Vec<(&str, Word<'_>)> = vec![
        ("name", it.name.as_str().into()),
        ("category", it.category_name(me.program, lang).into()),
        ("letters", it.letters(me.program).into()),
        ("since", lang.day(it.awarded_on).into()),
        ("until", lang.day(it.valid_until).into()),
        ("changed", lang.day(since).into()),
        ("day", lang.day(on).into()),
        ("word", standing.word(lang).into()),
    ];
    let which = match standing {
        _ if on == today => standing.as_str(),
        Standing::Valid => "valid-then",
        _ => "no-then",
    };
    let renewed = it.valid_from > it.awarded_on;
    let (key, changed) = if renewed && standing == Standing::Valid {
        ("verify-renewed", it.valid_from)
    } else {
        ("verify-changed", since)
    };
    let pages = &me.program.association.pages;
    let moment = lang.moment(me.now, &me.zone);
    VerifyPage {
        name: it.name.clone(),
        seal: match standing {
            Standing::Valid => "seal",
            Standing::Revoked => "seal danger",
            _ => "seal todo",
        },
        icon: match standing {
            Standing::Valid => "check",
            Standing::Revoked => "no",
            _ => "open",
        },
        head: lang.with(&format!("verify-{which}-head"), &values),
        rest: lang.with(&format!("verify-{which}-rest"), &values),
        number: it.number.clone(),
        until: lang.day(it.valid_until),
        issued_by: me.program.association.name.get(lang).to_owned(),
        last_change: lang.say1(key, "day", lang.day(changed)),
        history: history(me, it, intervals),
        badge_href: format!("/credentials/{}", it.public_id),
        badge_file: format!("badge-{}.json", it.number),
        did: app.issuer.did().to_owned(),
        fingerprint: app.issuer.fingerprint(),
        requirements_href: lang.href(&format!("/categories/{}", it.category)),
        on: on.to_string(),
        problem: None,
        today: today.to_string(),
        is_not: pages.is_not.paragraphs.iter().map(|it| it.get(lang).to_owned()).collect(),
        checked: lang.say1("verify-checked", "moment", moment),
        frame: Frame::public(me),
    }
}

/// A sentence a stretch, newest first; one that holds no day is left out, and a standing whose time
/// is over ended on its last day of validity.
fn history(me: &Visitor, it: &Endorsement, intervals: &[Interval]) -> Vec<String> {
    let lang = me.lang;
    let first = intervals.last().map(|it| it.from_on);
    let sentence = |stretch: &Interval| {
        let is_over = stretch.until_on.is_none()
            && stretch.status == "active"
            && it.valid_until.0 < me.today();
        let until = if is_over { Some(it.valid_until) } else { stretch.until_on };
        let again = stretch.status == "active" && Some(stretch.from_on) != first;
        let tense = if until.is_some() { "was" } else { "is" };
        let values = [
            ("from", lang.day(stretch.from_on).into()),
            ("until", lang.day(until.unwrap_or(it.valid_until)).into()),
        ];
        let status = if again { "active-again" } else { stretch.status.as_str() };
        lang.with(&format!("verify-{tense}-{status}"), &values)
    };
    let holds_days = |it: &&Interval| it.until_on.is_none_or(|until| it.from_on.0 <= until.0);
    intervals.iter().filter(holds_days).map(sentence).collect()
}
