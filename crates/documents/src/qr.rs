//! An address as a QR code: squares in a vector picture, no pixels.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use crate::Error;

/// The quiet border that scanners need, in modules: four, by ISO/IEC 18004.
const QUIET: usize = 4;

/// The code as an SVG whose unit is one module, the quiet border included.
///
/// Each run of dark modules is one rectangle of a single path.
pub(crate) fn svg(address: &str) -> Result<String, Error> {
    let code =
        QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| Error::Address)?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                // Writing to a string cannot fail.
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" rx=\"1\" fill=\"#fff\"/>\
         <path fill=\"#1d2433\" d=\"{path}\"/></svg>"
    ))
}
