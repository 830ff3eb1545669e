//! A form that came too long after its sender had shown who they are: it is kept on the page that asks
//! for it, and goes on its way with the answer. What it holds is nowhere but on that page.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Form, FromRequest as _, FromRequestParts as _, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
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

/// What a form may weigh, in bytes: as much as the framework lets in.
const MOST: usize = 2 << 20;
/// How the names of what is shown begin.
const PROOF: &str = "proof-";

/// Around every page. A form with an answer in it shows that first, and goes on without it. A form whose
/// handler finds that too long ago comes back on the page with the question.
pub async fn ask_on_the_same_page(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Response {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let is_form = kind.is_some_and(|it| it.starts_with("application/x-www-form-urlencoded"));
    if request.method() != Method::POST || !is_form || request.uri().path() == "/sign-in/again" {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MOST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let answer = go_on(&app, parts, body, next).await;
    answer.unwrap_or_else(Error::into_response)
}

async fn go_on(app: &App, parts: Parts, body: Bytes, next: Next) -> Result<Response, Error> {
    let (mut parts, mut body) = (parts, body);
    let is_answered = body.windows(PROOF.len()).any(|it| it == PROOF.as_bytes());
    let all =
        if is_answered { fields(&parts, &body).await.unwrap_or_default() } else { Vec::new() };
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
