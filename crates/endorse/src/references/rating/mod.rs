//! The rater's side: a form behind a secret link, without an account.
//!
//! Opening the link changes nothing, since mail filters open links; that somebody has begun is
//! known from the first answer on. Sending and declining need a name typed by a person.

mod form;
mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::http::header::REFERRER_POLICY;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{IntoResponse as _, Response};
use db::Tx;

use self::form::{RatingTyped, RefusalForm, Sent};
use super::rows::WORKS_FOR;
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::identity::Visitor;
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people;
use crate::programs::Program;
use crate::programs::rating::{Choice, RatingForm};
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::typed::Problems;

pub(super) use form::Answers;

/// How many "not enough information" answers before the form is void the warning begins.
const WARN_BEFORE: usize = 2;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/ratings/{token}", get(open).post(submit))
        .route("/ratings/{token}/draft", post(save))
        .route("/ratings/{token}/refusal", post(decline))
        .around(|router| router.layer(map_response(tell_nobody)))
}

/// The address is a secret: no other site learns it.
async fn tell_nobody(mut response: Response) -> Response {
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// What a link leads to when it does not lead to the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closed {
    /// There is no such link (any more).
    Unknown,
    /// A newer letter was sent.
    Older,
    Submitted,
    Declined,
    Expired,
    /// The application has come to an end.
    Over,
    /// The applicant has opened it.
    Own,
}

#[derive(Template)]
#[template(path = "references/rating/closed.html")]
struct ClosedPage {
    frame: Frame,
    title: String,
    text: String,
}

impl Closed {
    fn show(self, me: &Visitor) -> Result<Response, Error> {
        let name = match self {
            Self::Unknown => "unknown",
            Self::Older => "older",
            Self::Submitted => "submitted",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Over => "over",
            Self::Own => "own",
        };
        let title = me.lang.say(&format!("rating-closed-{name}-title")).into_owned();
        let text = me.lang.say(&format!("rating-closed-{name}-text")).into_owned();
        let mut frame = Frame::public(me);
        frame.person = None;
        let mut response = page::show(&ClosedPage { frame, title, text })?;
        if self == Self::Unknown {
            *response.status_mut() = StatusCode::NOT_FOUND;
        }
        Ok(response)
    }
}

/// The request behind a link, if it can be answered.
async fn asked(
    tx: &mut Tx,
    me: &Visitor,
    token: &str,
) -> Result<Result<rows::Asked, Closed>, Error> {
    let hash = security::token_hash(token);
    let Some(asked) = rows::by_link(tx, me.association(), &hash).await? else {
        return Ok(Err(Closed::Unknown));
    };
    let written_at = asked.reminded_at.unwrap_or(asked.asked_at).0;
    let closed = if asked.submitted_at.is_some() {
        Closed::Submitted
    } else if asked.declined_at.is_some() {
        Closed::Declined
    } else if asked.closed_at.is_some() {
        Closed::Over
    } else if asked.token_hash.as_deref() != Some(hash.as_str()) {
        Closed::Older
    } else if written_at + WORKS_FOR <= me.now {
        Closed::Expired
    } else if me.person.as_ref().is_some_and(|it| it.id == asked.person_id) {
        Closed::Own
    } else {
        return Ok(Ok(asked));
    };
    Ok(Err(closed))
}

/// A radio button's value and words.
type Words = (&'static str, &'static str);

/// An item, with its answers.
struct Item {
    id: &'static str,
    number: usize,
    text: &'static str,
    answer: String,
}

/// A part of the form.
struct Part {
    id: String,
    title: String,
    done: String,
    is_done: bool,
    /// Whether it is unfolded: the first that is not done, and where something is wrong.
    is_open: bool,
    items: Vec<Item>,
}

#[derive(Template)]
#[template(path = "references/rating/page.html")]
struct RatingPage {
    frame: Frame,
    path: String,
    applicant: String,
    category: String,
    form: &'static RatingForm,
    waived: bool,
    until: String,
    parts: Vec<Part>,
    choices: Vec<Words>,
    done: usize,
    of: usize,
    spoken: String,
    /// The sentence about too many "not enough information" answers, `{n}` for their number.
    warning: String,
    not_enough: usize,
    warns_from: usize,
    categories: Vec<(String, String)>,
    recommendations: Vec<Words>,
    typed: RatingTyped,
    problems: Problems,
    /// The first item that is missed, and how many there are.
    still_open: Option<(&'static str, usize)>,
    refusal: RefusalForm,
    refusal_problems: Problems,
}

impl RatingPage {
    fn new(
        me: &Visitor,
        (asked, token): (&rows::Asked, &str),
        (typed, problems): (RatingTyped, Problems),
    ) -> Self {
        let (lang, program): (_, &'static Program) = (me.lang, me.program);
        let form = program.rating.for_relation(&asked.relation);
        let words = |it: &'static Choice| (it.id.as_str(), it.label.get(lang));
        let category = program.category(&asked.category);
        let written_at = asked.reminded_at.unwrap_or(asked.asked_at).0;
        let until = (written_at + WORKS_FOR).to_zoned(me.zone.clone()).date();
        let mut frame = Frame::public(me);
        frame.person = None;
        let (done, of) = (typed.answers.items.len(), form.items().count());
        Self {
            path: lang.href(&format!("/ratings/{token}")),
            applicant: asked.applicant.clone(),
            category: category.map_or(asked.category.as_str(), |it| it.name.get(lang)).to_owned(),
            waived: asked.waived_at.is_some(),
            until: lang.day(until),
            parts: parts(form, (&typed, &problems), me),
            choices: form.choices().map(words).collect(),
            spoken: lang.say2("rating-progress", "n", done, "of", of),
            warning: me.lang.say2("rating-warning", "n", "{n}", "most", form.rules.void_from),
            not_enough: typed.answers.not_enough(form),
            warns_from: form.rules.void_from.saturating_sub(WARN_BEFORE),
            categories: categories(program, me),
            recommendations: form.recommendation.choices.iter().map(words).collect(),
            still_open: still_open(&problems),
            refusal: RefusalForm::default(),
            refusal_problems: Problems::default(),
            frame,
            form,
            done,
            of,
            typed,
            problems,
        }
    }
}

fn parts(
    form: &'static RatingForm,
    (typed, problems): (&RatingTyped, &Problems),
    me: &Visitor,
) -> Vec<Part> {
    let (mut number, mut all_done) = (0, true);
    let mut parts = Vec::new();
    for (at, part) in form.parts.iter().enumerate() {
        let mut items = Vec::new();
        for item in &part.items {
            number += 1;
            let answer = typed.answers.items.get(&item.id).cloned().unwrap_or_default();
            items.push(Item { id: &item.id, number, text: item.text.get(me.lang), answer });
        }
        let done = items.iter().filter(|it| !it.answer.is_empty()).count();
        let count = [
            ("part", (at + 1).into()),
            ("parts", form.parts.len().into()),
            ("title", part.title.get(me.lang).into()),
        ];
        parts.push(Part {
            id: format!("part-{}", at + 1),
            title: me.lang.with("rating-part", &count),
            done: me.lang.say2("rating-part-done", "n", done, "of", items.len()),
            is_done: done == items.len(),
            is_open: (all_done && done < items.len())
                || items.iter().any(|it| problems.with(it.id).is_some()),
            items,
        });
        all_done &= done == part.items.len();
    }
    parts
}

fn still_open(problems: &Problems) -> Option<(&'static str, usize)> {
    let open = || problems.each().filter(|it| it.1 == "rating-item-open");
    open().next().map(|first| (first.0, open().count()))
}

fn categories(program: &'static Program, me: &Visitor) -> Vec<(String, String)> {
    let name = |it: &crate::programs::Category| (it.id.clone(), it.name.get(me.lang).to_owned());
    program.categories.iter().map(name).collect()
}

fn kept(asked: &rows::Asked) -> RatingTyped {
    // Answers that cannot be read are begun anew rather than barring the rater.
    let answers = serde_json::from_str::<Answers>(&asked.answers).unwrap_or_default();
    RatingTyped { answers, ..RatingTyped::default() }
}

/// A rater, as the record names them.
fn rater(me: &Visitor) -> Act<'_> {
    Act { association: me.association(), kind: "rater", person: None, at: me.now }
}

/// `GET /ratings/{token}`: shows, and changes nothing.
async fn open(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let asked = match asked(&mut tx, &me, &token).await? {
        Ok(asked) => asked,
        Err(closed) => return closed.show(&me),
    };
    page::show(&RatingPage::new(&me, (&asked, &token), (kept(&asked), Problems::default())))
}

/// `POST /ratings/{token}/draft`: by itself while answers are given, or by a button.
async fn save(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
    Form(mut sent): Form<Sent>,
) -> Result<Response, Error> {
    let by_button = sent.remove("save_later").is_some();
    let mut tx = app.db.write().await?;
    let asked = match asked(&mut tx, &me, &token).await? {
        Ok(asked) => asked,
        Err(_) if by_button => return page::see(me.lang, &format!("/ratings/{token}")),
        Err(_) => return Err(Error::Stale),
    };
    let form = me.program.rating.for_relation(&asked.relation);
    let typed = RatingTyped::of(form, sent);
    if !typed.answers.fits() {
        let problems = Problems::one("overall_comment", "problem-too-long");
        return page::correct(&RatingPage::new(&me, (&asked, &token), (typed, problems)));
    }
    if !(typed.answers.is_empty() && asked.started_at.is_none()) {
        let answers = serde_json::to_string(&typed.answers).map_err(anyhow::Error::from)?;
        if !rows::save(&mut tx, asked.id, &answers, me.now).await? {
            return Err(Error::Stale);
        }
        if asked.started_at.is_none() {
            let (thing, about) = (("reference", asked.id), asked.application_id);
            audit::record_about(&mut tx, &rater(&me), "rating-started", thing, about, None).await?;
        } else {
            audit::record(&mut tx, &rater(&me), "rating-saved", "reference", asked.id).await?;
        }
        tx.commit().await?;
    }
    if by_button {
        return page::see_and_say(me.lang, &format!("/ratings/{token}"), "said-rating-kept");
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /ratings/{token}`
async fn submit(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let path = format!("/ratings/{token}");
    let mut tx = app.db.write().await?;
    let Ok(asked) = asked(&mut tx, &me, &token).await? else {
        return page::see(me.lang, &path);
    };
    let program: &'static Program = me.program;
    let form = program.rating.for_relation(&asked.relation);
    let typed = RatingTyped::of(form, sent);
    let new = match typed.check((form, program), me.today()) {
        Ok(new) => new,
        Err(problems) => {
            return page::correct(&RatingPage::new(&me, (&asked, &token), (typed, problems)));
        }
    };
    if rows::submit(&mut tx, asked.id, &new, me.now).await? {
        let (thing, about) = (("reference", asked.id), asked.application_id);
        audit::record_about(&mut tx, &rater(&me), "rating-submitted", thing, about, None).await?;
        let kind = if new.is_void { "void" } else { "submitted" };
        tell_applicant(&mut tx, &me, &asked, (kind, "")).await?;
        tx.commit().await?;
    }
    page::see(me.lang, &path)
}

/// `POST /ratings/{token}/refusal`
async fn decline(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
    Form(form): Form<RefusalForm>,
) -> Result<Response, Error> {
    let path = format!("/ratings/{token}");
    let mut tx = app.db.write().await?;
    let Ok(asked) = asked(&mut tx, &me, &token).await? else {
        return page::see(me.lang, &path);
    };
    let (name, reason, suggestion) = match form.check() {
        Ok(checked) => checked,
        Err(problems) => {
            let typed = (kept(&asked), Problems::default());
            let mut again = RatingPage::new(&me, (&asked, &token), typed);
            again.refusal = form;
            again.refusal_problems = problems;
            return page::correct(&again);
        }
    };
    let said = suggestion.clone().unwrap_or_default();
    let answer = (name.as_str(), reason.as_str(), suggestion);
    if rows::decline(&mut tx, asked.id, answer, me.now).await? {
        let (thing, about) = (("reference", asked.id), asked.application_id);
        audit::record_about(&mut tx, &rater(&me), "rating-declined", thing, about, None).await?;
        tell_applicant(&mut tx, &me, &asked, ("declined", &said)).await?;
        tx.commit().await?;
    }
    page::see(me.lang, &path)
}

/// Tells the applicant what has happened, and nothing of what was said in the form.
async fn tell_applicant(
    tx: &mut Tx,
    me: &Visitor,
    asked: &rows::Asked,
    (kind, suggestion): (&'static str, &str),
) -> anyhow::Result<()> {
    let to = people::addressee(tx, asked.person_id).await?;
    let lang = to.lang();
    let rater = asked.rater_name.as_str();
    let mut body =
        lang.say2(&format!("reference-{kind}-body"), "name", to.name.as_str(), "rater", rater);
    if !suggestion.is_empty() {
        body = format!("{body}\n\n{}", lang.say1("references-suggests", "someone", suggestion));
    }
    let news = News {
        association: me.association(),
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: &format!("reference-{kind}"),
        subject: lang.say1(&format!("reference-{kind}-subject"), "rater", rater),
        body,
        link: Some(format!("/applications/{}/references", asked.application_id)),
        application: Some(asked.application_id),
    };
    inbox::send(tx, &news, me.now).await?;
    Ok(())
}
