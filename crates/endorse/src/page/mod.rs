//! Show a page, see another, show a page again with what was wrong.

mod assets;
mod frame;
mod summary;

use std::io;

use askama::Template;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use futures_util::stream::try_unfold;
use tokio::fs;
use tokio::io::AsyncReadExt as _;

use crate::error::Error;
use crate::i18n::Lang;

pub use assets::routes as assets;
pub use frame::Frame;

/// How much of a file is in memory while it is handed out, in bytes.
const PIECE: usize = 64 << 10;

/// A file as it is asked for, piece by piece: to whoever asks for its head only, none is read.
pub fn in_pieces(file: fs::File) -> Body {
    Body::from_stream(try_unfold(file, |mut file| async move {
        let mut piece = Vec::with_capacity(PIECE);
        let read = file.read_buf(&mut piece).await?;
        Ok::<_, io::Error>((read > 0).then_some((piece, file)))
    }))
}

/// A page as it should be.
///
/// # Errors
///
/// When it cannot be drawn.
pub fn show(page: &impl Template) -> Result<Response, Error> {
    Ok(Html(draw(page)?).into_response())
}

/// The same form again, with what was typed and what is wrong with it.
///
/// # Errors
///
/// When it cannot be drawn.
pub fn correct(page: &impl Template) -> Result<Response, Error> {
    let page = summary::name_fields(&draw(page)?);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
}

/// Go and see another page, in the same language.
///
/// # Errors
///
/// Never; the shape spares its callers an `Ok`.
pub fn see(lang: Lang, path: &str) -> Result<Response, Error> {
    Ok(Redirect::to(&lang.href(path)).into_response())
}

/// Go and see another page, and read there what has happened: the key of a sentence that begins
/// with `said-`.
///
/// # Errors
///
/// Never; the shape spares its callers an `Ok`.
pub fn see_and_say(lang: Lang, path: &str, said: &str) -> Result<Response, Error> {
    let (path, anchor) = path.split_once('#').map_or((path, None), |(path, at)| (path, Some(at)));
    let mark = if path.contains('?') { '&' } else { '?' };
    let anchor = anchor.map(|at| format!("#{at}")).unwrap_or_default();
    Ok(Redirect::to(&format!("{}{mark}said={said}{anchor}", lang.href(path))).into_response())
}

fn draw(page: &impl Template) -> Result<String, Error> {
    page.render().map_err(|error| Error::Broken(error.into()))
}
