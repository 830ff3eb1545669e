//! What an association says about itself, and the stylesheet of its own colour.

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::error::Error;
use crate::house::Accent;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::programs::agreements::to_html;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/about", get(about)).route("/appearance/{name}", get(stylesheet))
}

#[derive(Template)]
#[template(path = "associations/about/page.html")]
struct AboutPage {
    frame: Frame,
    /// The language that it is written in.
    written_in: Lang,
    html: String,
}

/// `GET /about`: not there until the association has written it.
async fn about(me: Visitor) -> Result<Response, Error> {
    let (written_in, text) = me.own.about(me.lang).ok_or(Error::NotFound)?;
    let html = to_html(text, 1);
    page::show(&AboutPage { frame: Frame::public(&me), written_in, html })
}

/// `GET /appearance/{name}`: of a colour, by its name; may be kept for ever.
async fn stylesheet(Path(name): Path<String>) -> Result<Response, Error> {
    let accent = Accent::of_file(&name).ok_or(Error::NotFound)?;
    let mut response = accent.css().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
    let kept = HeaderValue::from_static("public, max-age=31536000, immutable");
    headers.insert(CACHE_CONTROL, kept);
    Ok(response)
}
