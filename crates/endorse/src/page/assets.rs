//! Styles, script, icons and fonts: in the binary, under names that change with their content.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use rust_embed::RustEmbed;

use crate::routing::{Path, Routes, get};

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[include = "assets/*"]
#[include = "manifest.json"]
struct Built;

static ADDRESSES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let manifest = Built::get("manifest.json").map(|file| file.data.into_owned());
    let names: HashMap<String, String> =
        serde_json::from_slice(&manifest.unwrap_or_default()).unwrap_or_default();
    names.into_iter().map(|(name, hashed)| (name, format!("/assets/{hashed}"))).collect()
});

/// The address of a built file.
#[must_use]
pub fn href(name: &str) -> &'static str {
    ADDRESSES.get(name).map_or("/assets/missing", String::as_str)
}

/// The way to them.
pub fn routes() -> Routes {
    Routes::new().route("/assets/{name}", get(asset)).route("/favicon.ico", get(icon))
}

/// `GET /favicon.ico`: the icon, for whoever asks for it before having read a page. Its address
/// does not change with its content, so it is kept for a day.
async fn icon(headers: HeaderMap) -> Response {
    let mut response = asset(Path("favicon.svg".to_owned()), headers).await;
    let a_day = axum::http::HeaderValue::from_static("public, max-age=86400");
    response.headers_mut().insert(CACHE_CONTROL, a_day);
    response
}

/// `GET /assets/{name}`: may be kept for ever, since another content has another name.
async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let takes_gzip = headers
        .get("accept-encoding")
        .and_then(|it| it.to_str().ok())
        .is_some_and(|it| it.contains("gzip"));
    let packed = takes_gzip.then(|| Built::get(&format!("assets/{name}.gz"))).flatten();
    let is_packed = packed.is_some();
    let Some(file) = packed.or_else(|| Built::get(&format!("assets/{name}"))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let mut response = file.data.into_owned().into_response();
    let to = response.headers_mut();
    to.insert(CONTENT_TYPE, axum::http::HeaderValue::from_static(kind));
    to.insert(
        CACHE_CONTROL,
        axum::http::HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    to.insert(VARY, axum::http::HeaderValue::from_static("accept-encoding"));
    if is_packed {
        to.insert(CONTENT_ENCODING, axum::http::HeaderValue::from_static("gzip"));
    }
    response
}
