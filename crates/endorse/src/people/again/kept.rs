//! A form that came too long after its sender had shown who they are: it is kept on the page that asks
//! for it, and goes on its way with the answer. What it holds is nowhere but on that page.

use std::sync::OnceLock;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Form, FromRequest as _, FromRequestParts as _, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::{AgainPage, Fields, Proof, take};
use crate::app::App;
use crate::error::{Error, Unproven};
use crate::identity::{Applicant, Signed, Visitor};
use crate::page;
use crate::security::query_value;
use crate::typed::Problems;

/// What a form may weigh that can be kept, in bytes: more than the longest letter.
const MOST: usize = 256 << 10;
/// How many fields it may have: more than the longest form.
const MOST_FIELDS: usize = 500;
/// How the names of what is shown begin.
const PROOF: &str = "proof-";

/// Around every page. A form with an answer in it shows that first, and goes on without it. A form whose
/// handler finds that too long ago comes back on the page with the question.
pub async fn ask_on_the_same_page(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Response {
    if !may_be_asked(&request) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MOST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let answer = go_on(&app, parts, body, next).await;
    answer.unwrap_or_else(Error::into_response)
}

/// Whether it is a form of somebody's for an address where who it is may be asked again.
fn may_be_asked(request: &Request) -> bool {
    let header = |name| request.headers().get(name).and_then(|it| it.to_str().ok());
    let is_form =
        header(CONTENT_TYPE).is_some_and(|it| it.starts_with("application/x-www-form-urlencoded"));
    let is_somebody = header(COOKIE).is_some();
    request.method() == Method::POST && is_form && is_somebody && asks(request.uri().path())
}

/// Whether who it is may be asked again at an address: read off the table of routes, once.
fn asks(path: &str) -> bool {
    static FRESH: OnceLock<Vec<String>> = OnceLock::new();
    let fresh = FRESH.get_or_init(|| {
        let table = App::table().into_iter();
        table.filter(|it| it.is_fresh && it.changes()).map(|it| it.path).collect()
    });
    let fits = |template: &String| {
        let mut parts = path.split('/');
        let fit = template
            .split('/')
            .all(|it| parts.next().is_some_and(|part| it.starts_with('{') || it == part));
        fit && parts.next().is_none()
    };
    // Who has no password shows who they are where others type theirs.
    path.starts_with("/account/") || fresh.iter().any(fits)
}

async fn go_on(app: &App, parts: Parts, body: Bytes, next: Next) -> Result<Response, Error> {
    let (mut parts, mut body) = (parts, body);
    // Names are compared as they are read, however they are written: `%70roof-` is `proof-`.
    let all = fields(&parts, &body).await.unwrap_or_default();
    let (shown, rest): (Fields, Fields) =
        all.into_iter().partition(|(name, _)| name.starts_with(PROOF));
    if !shown.is_empty() {
        let me = Applicant::from_request_parts(&mut parts, app).await?.in_person();
        let typed = |name: &str| {
            let found = shown.iter().find(|(it, _)| it == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let proof = Proof {
            proof_password: typed("proof-password"),
            proof_code: typed("proof-code"),
            then: String::new(),
        };
        if let Err(problems) = take(app, &me, &proof).await? {
            return ask(app, &me, rest, problems).await;
        }
        // Who it is is read anew, now that it was shown.
        parts.extensions.remove::<Visitor>();
        body = Bytes::from(written(&rest));
        parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    let mut asking = parts.clone();
    let answer = next.run(Request::from_parts(parts, Body::from(body.clone()))).await;
    if answer.extensions().get::<Unproven>().is_none() {
        return Ok(answer);
    }
    let me = Applicant::from_request_parts(&mut asking, app).await?.in_person();
    match fields(&asking, &body).await {
        Some(fields) if fields.len() > MOST_FIELDS => {
            Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response())
        }
        Some(fields) => ask(app, &me, fields, Problems::default()).await,
        None => Ok(answer),
    }
}

async fn ask(
    app: &App,
    me: &Signed,
    fields: Fields,
    problems: Problems,
) -> Result<Response, Error> {
    let page = AgainPage::new(app, me, (&me.here(), fields)).await?;
    page::correct(&AgainPage { problems, ..page })
}

/// What is in a form, if it is one.
async fn fields(parts: &Parts, body: &Bytes) -> Option<Fields> {
    let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
    Form::<Fields>::from_request(request, &()).await.ok().map(|it| it.0)
}

fn written(fields: &Fields) -> String {
    let pair =
        |(name, value): &(String, String)| format!("{}={}", query_value(name), query_value(value));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}
