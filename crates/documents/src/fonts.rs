//! The fonts, which come with a crate: nothing of the machine's is used, so that a document looks
//! the same wherever it was made.

use std::sync::LazyLock;

use typst::text::{Font, FontBook, FontInfo, FontVariant};
use typst::utils::LazyHash;

/// In the order in which a character is looked for; templates name the same three.
const FAMILIES: [&str; 3] = ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"];

/// The fonts that templates may name, loaded once.
pub(crate) struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

impl Fonts {
    /// The one set of a process.
    pub fn shared() -> &'static Self {
        static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::load);
        &FONTS
    }

    fn load() -> Self {
        let (fonts, infos): (Vec<Font>, Vec<FontInfo>) = typst_kit::fonts::embedded()
            .filter(|(_, info)| FAMILIES.iter().any(|family| info.family == *family))
            .unzip();
        Self { book: LazyHash::new(FontBook::from_infos(infos)), fonts }
    }

    /// Whether one font of this style can draw all of these characters.
    pub fn cover(&self, style: FontVariant, cluster: impl Iterator<Item = char> + Clone) -> bool {
        FAMILIES
            .iter()
            .filter_map(|family| self.book.select(&family.to_lowercase(), style))
            .filter_map(|index| self.book.info(index))
            .any(|font| cluster.clone().all(|c| font.coverage.contains(u32::from(c))))
    }
}

/// The styles that templates use.
pub(crate) mod style {
    use typst::text::{FontStretch, FontStyle, FontVariant, FontWeight};

    pub const REGULAR: FontVariant = FontVariant {
        style: FontStyle::Normal,
        weight: FontWeight::REGULAR,
        stretch: FontStretch::NORMAL,
    };
    pub const ITALIC: FontVariant = FontVariant {
        style: FontStyle::Italic,
        weight: FontWeight::REGULAR,
        stretch: FontStretch::NORMAL,
    };
    pub const SEMIBOLD: FontVariant = FontVariant {
        style: FontStyle::Normal,
        weight: FontWeight::SEMIBOLD,
        stretch: FontStretch::NORMAL,
    };
}
