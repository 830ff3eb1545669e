//! What is logged and counted of every request: a number to quote, the template of the address, how it
//! ended, and a line of its own for whatever was refused. No query, no address of a person, nothing
//! typed, no secret.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use crate::app::App;
use crate::security::Foreign;

/// The number of a request, which a person can quote.
#[derive(Clone, Debug)]
pub struct RequestNumber(pub String);

/// Who turned out to ask, once somebody has looked.
#[derive(Clone, Debug, Default)]
pub struct Asker(Arc<OnceLock<Uuid>>);

impl Asker {
    /// It is that person.
    pub fn is(&self, person: Uuid) {
        let _ = self.0.set(person);
    }
}

/// One line per request, and one more if it was refused.
pub async fn log(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let number = RequestNumber(Uuid::new_v4().simple().to_string()[..12].to_owned());
    let (method, started) = (request.method().clone(), Instant::now());
    let path = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let asker = Asker::default();
    request.extensions_mut().insert(number.clone());
    request.extensions_mut().insert(asker.clone());
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&number.0) {
        response.headers_mut().insert("x-request-id", value);
    }
    let (took, status) = (started.elapsed(), response.status());
    let is_foreign = response.extensions().get::<Foreign>().is_some();
    let asked = Asked { method: &method, path: path.as_deref(), is_foreign };
    let path = path.as_deref().unwrap_or("(none)");
    app.metrics.answered(known(&method), path, status, took);
    if let Some(event) = asked.refusal(status) {
        app.metrics.refused(event);
        let person = asker.0.get().map(Uuid::to_string).unwrap_or_default();
        let (request, status) = (&number.0, status.as_u16());
        let association = &*app.program.id;
        tracing::warn!(event, request, %method, path, status, person, association, "refused");
    }
    tracing::info!(
        request = number.0,
        %method,
        path,
        status = status.as_u16(),
        micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

/// A method by a name of ours: nobody makes new lines in our figures by making methods up.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        _ => "other",
    }
}

/// What was asked, as far as it tells what was refused.
struct Asked<'a> {
    method: &'a Method,
    /// The template of the address; none if there is none.
    path: Option<&'a str>,
    /// Whether it was a form, and none of our own pages is known to have sent it.
    is_foreign: bool,
}

impl Asked<'_> {
    /// What was refused, by a name that does not change.
    fn refusal(&self, status: StatusCode) -> Option<&'static str> {
        let path = self.path?;
        let sent = self.method == Method::POST;
        match status {
            StatusCode::TOO_MANY_REQUESTS => Some("limit"),
            StatusCode::FORBIDDEN if self.is_foreign => Some("foreign-form"),
            StatusCode::FORBIDDEN => Some("page"),
            StatusCode::NOT_FOUND if path.contains('{') || path.starts_with("/desk") => {
                Some("page")
            }
            StatusCode::NOT_FOUND if path.starts_with("/reviews") => Some("page"),
            _ if sent && status.is_client_error() && path.starts_with("/sign-in") => {
                Some("sign-in")
            }
            _ if sent && status.is_client_error() && path == "/documents" => Some("upload"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_has_a_name() {
        let refusal = |method, path, is_foreign, status| {
            let status = StatusCode::from_u16(status).unwrap();
            Asked { method: &method, path: Some(path), is_foreign }.refusal(status)
        };

        assert_eq!(refusal(Method::POST, "/sign-in", false, 422), Some("sign-in"));
        assert_eq!(refusal(Method::POST, "/sign-in", false, 429), Some("limit"));
        assert_eq!(refusal(Method::POST, "/sign-in", true, 403), Some("foreign-form"));
        assert_eq!(refusal(Method::POST, "/documents", false, 413), Some("upload"));
        assert_eq!(refusal(Method::GET, "/desk/applications/{id}", false, 404), Some("page"));
        assert_eq!(refusal(Method::GET, "/desk", false, 404), Some("page"));
        assert_eq!(refusal(Method::POST, "/locker/work", false, 422), None);
        assert_eq!(refusal(Method::GET, "/locker", false, 200), None);
        assert_eq!(known(&Method::from_bytes(b"MADE-UP").unwrap()), "other");
    }
}
