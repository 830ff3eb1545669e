//! Text from outside, made fit for paper: whatever somebody typed, the page must stand.

use typst::text::FontVariant;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::fonts::{Fonts, style};

/// What stands for a character that no font here can draw.
const BOX: &str = "□";

/// Whether a name would be printed as it is, without an empty box in place of a character.
///
/// Latin, Greek, Cyrillic, Hebrew and Arabic are printed; Chinese, Indic scripts and emoji are not.
///
/// ```
/// assert!(documents::prints("María-José O’Neill Ñandú"));
/// assert!(!documents::prints("名前"));
/// ```
#[must_use]
pub fn prints(name: &str) -> bool {
    let fonts = Fonts::shared();
    clean(name).graphemes(true).all(|cluster| drawn(cluster, style::REGULAR, fonts))
}

/// The text as it can be drawn: one line, no invisible commands, boxes for what has no glyph.
pub(crate) fn drawable(text: &str, style: FontVariant) -> String {
    let fonts = Fonts::shared();
    let clean = clean(text);
    let words: Vec<String> = clean
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.graphemes(true)
                .map(|cluster| if drawn(cluster, style, fonts) { cluster } else { BOX })
                .collect()
        })
        .collect();
    words.join(" ")
}

/// Spaces for control characters and line breaks; nothing for characters that have no ink.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            _ if c.is_control() || c.is_whitespace() => Some(' '),
            // Noncharacters, which XML cannot hold.
            _ if u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}') => None,
            _ if shapes_neighbors(c) || !invisible(c) => Some(c),
            _ => None,
        })
        .collect()
}

/// Whether one font has all of a cluster.
fn drawn(cluster: &str, style: FontVariant, fonts: &Fonts) -> bool {
    let ink = cluster.chars().filter(|c| !shapes_neighbors(*c));
    // A font may put anything at a private code point, so PDF/A forbids them.
    let private = ink.clone().any(|c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..));
    cluster == " " || (!private && ink.clone().next().is_some() && fonts.cover(style, ink))
}

/// Joiners and variation selectors: no ink of their own, but they decide how others look.
const fn shapes_neighbors(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Characters without ink: direction overrides (which could turn a whole line around), soft
/// hyphens, tags, fillers. The list is Unicode's `Default_Ignorable_Code_Point`.
const fn invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}
