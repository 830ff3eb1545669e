//! What surrounds every request: is the process well, how a failure looks.

use std::sync::Arc;
use std::time::{Duration, Instant};

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::header::{ALLOW, COOKIE, LOCATION};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use tokio::sync::Mutex;
use tower::ServiceExt as _;

use crate::app::App;
use crate::error::{Error, Failed};
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::Frame;
use crate::requests::RequestNumber;
use crate::routing::{Routes, get};
use crate::security::Foreign;

/// The ways to ask how it is.
pub fn routes() -> Routes {
    Routes::new().route("/healthz", get(async || "ok\n")).route("/readyz", get(ready))
}

/// For how long an answer to `/readyz` holds: whoever asks more often takes no turn of the writers'.
const HOLDS_FOR: Duration = Duration::from_secs(1);

/// When a transaction was last committed to see whether that can be done. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Readiness(Arc<Mutex<Option<Instant>>>);

/// `GET /readyz`: whether a transaction can be committed. However many ask, it is tried once in a
/// second.
async fn ready(State(app): State<App>) -> Result<&'static str, Error> {
    let mut last = app.readiness.0.lock().await;
    if last.is_none_or(|last| last.elapsed() >= HOLDS_FOR) {
        let tx = app.db.write().await?;
        tx.commit().await?;
        *last = Some(Instant::now());
    }
    Ok("ready\n")
}

/// For an address that takes a form and shows nothing, when somebody comes back to it: by the other
/// language after an error, or by their history. The nearest page above it has the form.
pub async fn see_the_form(pages: Router, request: Request) -> Response {
    let refused = StatusCode::METHOD_NOT_ALLOWED.into_response();
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return refused;
    }
    let lang = request.extensions().get::<Lang>().copied().unwrap_or(Lang::En);
    let mut path = request.uri().path();
    while let Some((above, _)) = path.rsplit_once('/').filter(|it| !it.0.is_empty()) {
        path = above;
        if has_page(&pages, path).await {
            let to = [(LOCATION, lang.href(path))];
            return (StatusCode::SEE_OTHER, to).into_response();
        }
    }
    refused
}

/// Whether an address shows something, asked without doing anything: no page knows `OPTIONS`, so
/// that the answer says what it knows instead.
async fn has_page(pages: &Router, path: &str) -> bool {
    let ask = Request::builder().method(Method::OPTIONS).uri(path).body(Body::empty());
    let Ok(ask) = ask else { return false };
    let answer = pages.clone().oneshot(ask).await.into_response();
    let allowed = answer.headers().get(ALLOW).and_then(|it| it.to_str().ok());
    allowed.is_some_and(|it| it.split(',').any(|it| it == "GET"))
}

/// For every address that is none of ours.
pub async fn nothing_here() -> Error {
    Error::NotFound
}

/// For every address at a host name that is none of ours, in both languages: nobody knows who asks.
pub async fn misdirected() -> Response {
    let [en, es] = [Lang::En, Lang::Es].map(|lang| lang.say("error-421"));
    (StatusCode::MISDIRECTED_REQUEST, format!("{en}\n\n{es}\n")).into_response()
}

#[derive(Template)]
#[template(path = "layout/problem.html")]
struct ProblemPage {
    frame: Frame,
    status: u16,
    /// Whether it is a form that none of our own pages is known to have sent.
    is_foreign: bool,
    number: String,
}

/// Draws the page for whatever failed, in the person's language. A stranger's thing and a missing
/// one give the same bytes: only a failure of ours shows the request's number.
pub async fn problem_pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let number = request.extensions().get::<RequestNumber>().map(|it| it.0.clone());
    let (parts, body) = request.into_parts();
    let mut asking = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let bare = (status.is_client_error() || status.is_server_error()) && !is_html(&response);
    let failed = response.extensions_mut().remove::<Failed>().map(|it| it.0);
    if failed.is_none() && status.is_server_error() {
        let request = number.as_deref().unwrap_or_default();
        tracing::error!(request, status = status.as_u16(), "broken outside of our own errors");
    }
    let Some(status) = failed.or_else(|| bare.then_some(status)) else {
        return response;
    };
    let foreign = response.extensions().get::<Foreign>().copied();
    if foreign.is_some() {
        // Whoever made the browser send it has not used anybody's session.
        asking.headers.remove(COOKIE);
    }
    let mut visitor = Visitor::from_request_parts(&mut asking, &app).await;
    if visitor.is_err() {
        // Who it is cannot be found out just now: then it is a page for anybody.
        asking.headers.remove(COOKIE);
        visitor = Visitor::from_request_parts(&mut asking, &app).await;
    }
    let Ok(visitor) = visitor else { return response };
    let number = if status.is_server_error() { number.unwrap_or_default() } else { String::new() };
    let (frame, is_foreign) = (Frame::public(&visitor), foreign.is_some());
    let page = ProblemPage { frame, status: status.as_u16(), is_foreign, number };
    match page.render() {
        Ok(text) => {
            let mut drawn = (status, axum::response::Html(text)).into_response();
            if let Some(foreign) = foreign {
                drawn.extensions_mut().insert(foreign);
            }
            for name in ["retry-after", "allow"] {
                if let Some(value) = response.headers_mut().remove(name) {
                    drawn.headers_mut().insert(name, value);
                }
            }
            drawn
        }
        Err(_) => response,
    }
}

fn is_html(response: &Response) -> bool {
    response
        .headers()
        .get(axum::http::header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
