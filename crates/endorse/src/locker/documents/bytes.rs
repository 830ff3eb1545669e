//! The bytes of a document on their way out: a file to keep, never something to run in a page.

use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse as _, Response};

use super::Document;
use crate::app::App;
use crate::error::Error;
use crate::page;

/// A document as a file, to whoever has been found to have a right to it.
///
/// # Errors
///
/// When its bytes are gone or no longer what they were.
pub async fn hand_over(app: &App, document: &Document) -> Result<Response, Error> {
    let (file, size) = app.files.checked(&document.sha256).await?;
    let kind = match document.media_type.as_str() {
        "application/pdf" => "application/pdf",
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        _ => "application/octet-stream",
    };
    let disposition = HeaderValue::try_from(disposition(&document.name))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let mut response = page::in_pieces(file).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, HeaderValue::from(size));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CONTENT_DISPOSITION, disposition);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let policy = HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'");
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The name in plain letters for old browsers, and as it is (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let safe = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
    let plain: String = name.chars().map(|it| if safe(it) { it } else { '_' }).collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            whole.push(char::from(byte));
        } else {
            whole.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_end_its_quotes_or_begin_a_header() {
        assert_eq!(
            disposition("a\"b\r\nñ.pdf"),
            "attachment; filename=\"a_b___.pdf\"; filename*=UTF-8''a%22b%0D%0A%C3%B1.pdf"
        );
    }
}
