//! Where a request comes from, by the browser's own word: one of our pages, another site, or nobody
//! says.
//!
//! What a form may do is decided twice. `tower-http` asks `Sec-Fetch-Site` and `Origin`, and lets in
//! whoever sends neither; [`own_forms`] asks those for the page before. A browser that hides that as
//! well, and yet brings a cookie along, is refused: nothing tells it from one that another site
//! leads. Who brings none acts for nobody, and may send what anybody may.

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::header::{COOKIE, HOST, HeaderName, ORIGIN, REFERER};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::app::App;
use crate::i18n::Lang;

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Left on the answer to a form that none of our own pages is known to have sent.
#[derive(Clone, Copy, Debug)]
pub struct Foreign;

/// What whoever sends such a form gets; the page is drawn further out.
pub fn refused<Why>(_: Why) -> Response {
    (StatusCode::FORBIDDEN, Extension(Foreign)).into_response()
}

/// Refuses a request for several hosts at once, in two headers or in its first line and a header: whoever stands before us may have read the other name.
/// Both languages, since no page may be drawn around it.
pub async fn one_host(request: Request, next: Next) -> Response {
    let mut named = request.headers().get_all(HOST).iter();
    let (first, more) = (named.next(), named.next());
    let same = match (request.uri().authority(), first) {
        (Some(line), Some(header)) => {
            header.as_bytes().eq_ignore_ascii_case(line.as_str().as_bytes())
        }
        _ => true,
    };
    if same && more.is_none() {
        return next.run(request).await;
    }
    let [en, es] = [Lang::En, Lang::Es].map(|lang| lang.say("error-400"));
    (StatusCode::BAD_REQUEST, format!("{en}\n\n{es}\n")).into_response()
}

/// Refuses what may change something and is not known to come from one of our own pages.
pub async fn own_forms(State(app): State<App>, request: Request, next: Next) -> Response {
    let looks = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if looks || is_own(request.headers(), request.uri(), app.settings.is_secure()) {
        next.run(request).await
    } else {
        refused(())
    }
}

/// Whether a form is ours, as far as the page before tells; `tower-http` has asked the rest.
fn is_own(headers: &HeaderMap, uri: &Uri, is_secure: bool) -> bool {
    let says = |name: HeaderName| headers.get(name).is_some_and(|it| !it.is_empty());
    if says(SITE) || says(ORIGIN) {
        return true;
    }
    let host = uri.authority().map(|it| it.as_str()).or_else(|| text(headers, HOST));
    match text(headers, REFERER).filter(|it| !it.is_empty()) {
        Some(page) => host.is_some_and(|host| is_at(page, host, is_secure)),
        None => !headers.contains_key(COOKIE) && !headers.contains_key(REFERER),
    }
}

/// Whether one of our own pages led here: by the browser's word, which no page can give for it. A
/// link in a letter or on another site does not.
#[must_use]
pub fn is_led_by_us(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get(SITE) {
        return site == "same-origin";
    }
    // Without HTTPS and in old browsers only the page before is named.
    let (page, host) = (text(headers, REFERER), text(headers, HOST));
    page.zip(host).is_some_and(|(page, host)| is_at(page, host, false))
}

/// Whether a page is at a host, name and port alike.
fn is_at(page: &str, host: &str, is_secure: bool) -> bool {
    let Some((scheme, rest)) = page.split_once("://") else { return false };
    let at = rest.split(['/', '?', '#']).next().unwrap_or_default();
    at.eq_ignore_ascii_case(host) && (scheme == "https" || scheme == "http" && !is_secure)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|it| it.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(headers: &[(HeaderName, &str)]) -> HeaderMap {
        let mut all = HeaderMap::new();
        all.insert(HOST, "endorse.example:8443".parse().unwrap());
        for (name, value) in headers {
            all.insert(name, value.parse().unwrap());
        }
        all
    }

    #[test]
    fn only_our_own_pages_lead_here() {
        assert!(is_led_by_us(&with(&[(SITE, "same-origin")])));
        assert!(is_led_by_us(&with(&[(REFERER, "https://endorse.example:8443/locker")])));
        for (name, value) in [
            (SITE, "cross-site"),
            (SITE, "same-site"),
            (SITE, "none"),
            (REFERER, "https://evil.example/endorse.example:8443/"),
            (COOKIE, "endorse=1"),
        ] {
            assert!(!is_led_by_us(&with(&[(name.clone(), value)])), "{name}: {value}");
        }
    }

    #[test]
    fn a_form_without_a_word_about_its_origin_is_told_by_the_page_before() {
        let own = |headers: &[(HeaderName, &str)], is_secure| {
            is_own(&with(headers), &Uri::from_static("/sign-in"), is_secure)
        };
        let (here, cookie) = ("https://endorse.example:8443/locker", (COOKIE, "endorse=1"));

        assert!(own(&[(REFERER, here), cookie.clone()], true));
        assert!(own(&[], true), "nobody's");
        assert!(own(&[(SITE, "same-origin"), cookie.clone()], true), "asked before");
        for page in [
            "https://evil.example/",
            "https://endorse.example/",
            "https://endorse.example:8443.evil.example/",
            "https://evil.example?endorse.example:8443",
            "http://endorse.example:8443/",
            "endorse.example:8443",
            "",
        ] {
            assert!(!own(&[(REFERER, page), cookie.clone()], true), "{page}");
            assert!(!own(&[(REFERER, page)], true), "{page} without a cookie");
        }
        assert!(own(&[(REFERER, "http://endorse.example:8443/")], false));
        assert!(!own(&[(SITE, ""), (ORIGIN, ""), cookie.clone()], true), "nothing is no word");
        assert!(!own(&[cookie], true), "who brings a cookie says where from");
    }
}
