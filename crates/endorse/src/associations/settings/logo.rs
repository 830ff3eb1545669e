//! The association's logo: a picture that stands beside its name, so it needs no words of its own.

use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::app::App;
use crate::error::Error;
use crate::files::Incoming;
use crate::house::{Logo, Setting};
use crate::identity::{Administrator, Fresh, Visitor};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

/// What a logo may weigh, in bytes.
const MOST: u64 = 200 << 10;

/// What a request may weigh: more, so that whoever sends too much is answered in a sentence.
const REQUEST: usize = 4 << 20;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/association/logo", get(ask).merge(post(change).of_weight(REQUEST)))
        .route("/logo/{name}", get(picture))
}

#[derive(Template)]
#[template(path = "associations/settings/logo.html")]
struct LogoPage {
    frame: Frame,
    problems: Problems,
}

/// `GET /desk/association/logo`
async fn ask(me: Fresh<Administrator>) -> Result<Response, Error> {
    page::show(&LogoPage { frame: Frame::room(&me), problems: Problems::default() })
}

/// `POST /desk/association/logo`
async fn change(
    State(app): State<App>,
    me: Fresh<Administrator>,
    parts: Multipart,
) -> Result<Response, Error> {
    let _place = app.places.upload(me.id).await.ok_or(Error::TooMany(5))?;
    let sent = match sent(parts, &app).await {
        Ok(sent) => sent?,
        Err(_) => Err("documents-cut-off"),
    };
    let (file, (width, height)) = match sent {
        Ok(sent) => sent,
        Err(key) => {
            let problems = Problems::one("file", key);
            return page::correct(&LogoPage { frame: Frame::room(&me), problems });
        }
    };
    let sha256 = app.files.keep(file, me.now).await?;
    let logo = Logo { sha256, width, height };
    super::keep(&app, &me, Setting::Logo, Some(&logo.to_string())).await?;
    page::see_and_say(me.lang, super::HERE, "said-setting-changed")
}

type Sent = Result<(Incoming, (u32, u32)), &'static str>;

/// The file that was sent, with its width and height; or the key of what is wrong with it. Read to
/// its end in any case, since a browser that is cut off shows an error of its own.
async fn sent(mut parts: Multipart, app: &App) -> Result<anyhow::Result<Sent>, MultipartError> {
    let mut found = Err("documents-no-file");
    while let Some(mut part) = parts.next_field().await? {
        if part.name() != Some("file") {
            continue;
        }
        let mut file = match app.files.incoming().await {
            Ok(file) => file,
            Err(error) => return Ok(Err(error)),
        };
        let mut is_too_large = false;
        while let Some(some) = part.chunk().await? {
            is_too_large |= file.size().saturating_add(some.len() as u64) > MOST;
            if !is_too_large && let Err(error) = file.write(&some).await {
                return Ok(Err(error));
            }
        }
        if let Err(error) = file.finish().await {
            return Ok(Err(error));
        }
        found = match size_of(file.head()) {
            _ if is_too_large => Err("setting-logo-too-large"),
            _ if file.size() == 0 => Err("documents-no-file"),
            None => Err("setting-logo-no-png"),
            Some((width, height)) if width > 2 * height || height > width => {
                Err("setting-logo-shape")
            }
            Some(size) => Ok((file, size)),
        };
    }
    Ok(Ok(found))
}

/// Width and height of a PNG, by its first bytes (its signature and the chunk `IHDR`); `None` if it is
/// none, or has no size, or more than anybody needs.
fn size_of(head: &[u8]) -> Option<(u32, u32)> {
    let rest = head.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let (width, rest) = rest.split_first_chunk::<4>()?;
    let (height, _) = rest.split_first_chunk::<4>()?;
    let size = (u32::from_be_bytes(*width), u32::from_be_bytes(*height));
    let fits = |it: u32| (16..=2000).contains(&it);
    (fits(size.0) && fits(size.1)).then_some(size)
}

/// `GET /logo/{name}`: the one that is in use here, by the hash of its bytes.
async fn picture(
    State(app): State<App>,
    me: Visitor,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let logo = me.own.logo().filter(|it| it.file() == name).ok_or(Error::NotFound)?;
    let mut response = app.files.read(&logo.sha256).await?.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("image/png"));
    let kept = HeaderValue::from_static("public, max-age=86400");
    headers.insert(CACHE_CONTROL, kept);
    let policy = HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'");
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_a_png_of_some_size() {
        let png = |width: u32, height: u32| {
            let mut head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
            head.extend(width.to_be_bytes());
            head.extend(height.to_be_bytes());
            head
        };
        assert_eq!(size_of(&png(96, 48)), Some((96, 48)));
        for (width, height) in [(0, 48), (48, 0), (3000, 48), (8, 8)] {
            assert_eq!(size_of(&png(width, height)), None);
        }
        for none in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
            b"GIF89a",
            b"",
            b"\x89PNG\r\n\x1a\n",
        ] {
            assert_eq!(size_of(none), None);
        }
    }
}
