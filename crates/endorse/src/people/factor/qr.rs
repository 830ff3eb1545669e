//! A picture for a phone's camera: one path, no pixels.

use std::fmt::Write as _;

use anyhow::Context as _;
use qrcode::{Color, EcLevel, QrCode};

/// The quiet border that scanners need, in modules: four, by ISO/IEC 18004.
const QUIET: usize = 4;

/// A square of so many units, and the path of what is dark in it.
#[derive(Debug)]
pub(super) struct Picture {
    pub side: usize,
    pub path: String,
}

/// A text as a picture.
pub(super) fn picture(text: &str) -> anyhow::Result<Picture> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).context("a text too long")?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = QUIET;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (top, length) = (y + QUIET, run.len());
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {top}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    Ok(Picture { side: width + 2 * QUIET, path })
}
