//! An association's one colour, and what follows from it in light and in dark: checked as the build
//! checks the colours that it knows (WCAG 2.2, 1.4.3).

/// Three parts, 0 to 255.
type Rgb = [u8; 3];

const WHITE: Rgb = [255; 3];
const BLACK: Rgb = [0; 3];

/// How far text has to stand out from its ground.
const LEAST: f64 = 4.5;

/// The names of grounds and inks in `tokens.css`, and their values in light and in dark. A test holds
/// them to that file.
const GROUNDS: [(&str, &str, &str); 6] = [
    ("paper", "fbfaf7", "15181d"),
    ("card", "ffffff", "1c2027"),
    ("well", "f4f2ec", "111418"),
    ("todo-tint", "fcf1df", "30260f"),
    ("person-tint", "f0ebf9", "272140"),
    ("met-tint", "e7f2e8", "182b1e"),
];
const INKS: [(&str, &str, &str); 2] = [("ink", "1d2433", "ece9e2"), ("dim", "575d6b", "aba9a2")];

/// A colour that can be read everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent {
    typed: Rgb,
    light: Shades,
    dark: Shades,
}

/// What a page needs of a colour in one scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shades {
    accent: Rgb,
    deep: Rgb,
    tint: Rgb,
    on: Rgb,
}

impl Accent {
    /// Reads `#rrggbb`, and finds what follows from it.
    ///
    /// # Errors
    ///
    /// `problem-not-a-colour`, or `problem-pale-colour` when text in it, or on it, could not be read.
    pub fn read(typed: &str) -> Result<Self, &'static str> {
        let typed = typed.trim();
        let colour = rgb(typed.strip_prefix('#').unwrap_or(typed)).ok_or("problem-not-a-colour")?;
        let light = Shades {
            accent: colour,
            deep: mixed(colour, BLACK, 28),
            tint: mixed(colour, WHITE, 90),
            on: WHITE,
        };
        // In the dark the same hue, as light as it has to be.
        let dark = (0..=20).map(|step| mixed(colour, WHITE, 40 + 3 * step)).map(|accent| Shades {
            accent,
            deep: mixed(accent, WHITE, 35),
            tint: mixed(colour, [0x15, 0x18, 0x1d], 75),
            on: mixed(colour, BLACK, 70),
        });
        let dark = dark.into_iter().find(|it| it.can_be_read(|it| it.2));
        match dark {
            Some(dark) if light.can_be_read(|it| it.1) => Ok(Self { typed: colour, light, dark }),
            _ => Err("problem-pale-colour"),
        }
    }

    /// `#rrggbb`.
    #[must_use]
    pub fn hex(&self) -> String {
        hex(self.typed)
    }

    /// The name of its stylesheet.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.css", hex(self.typed).trim_start_matches('#'))
    }

    /// The colour whose stylesheet has that name.
    #[must_use]
    pub fn of_file(name: &str) -> Option<Self> {
        let found = Self::read(name.strip_suffix(".css")?).ok()?;
        (found.file() == name).then_some(found)
    }

    /// Its stylesheet. It is in no layer, so it stands above what the build made.
    #[must_use]
    pub fn css(&self) -> String {
        format!(
            ":root{{{}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
            self.light.css(),
            self.dark.css()
        )
    }
}

impl Shades {
    fn css(&self) -> String {
        let parts = [
            ("accent", self.accent),
            ("accent-deep", self.deep),
            ("accent-tint", self.tint),
            ("on-accent", self.on),
        ];
        parts.map(|(name, colour)| format!("--{name}:{};", hex(colour))).concat()
    }

    /// The pairs of `web/build/contrast.mjs` in which the accent takes part.
    fn can_be_read(
        &self,
        of: fn(&(&'static str, &'static str, &'static str)) -> &'static str,
    ) -> bool {
        let grounds = GROUNDS.iter().filter_map(|it| rgb(of(it)));
        let inks = INKS.iter().filter_map(|it| rgb(of(it)));
        let mut pairs: Vec<(Rgb, Rgb)> =
            vec![(self.on, self.accent), (self.on, self.deep), (self.accent, self.tint)];
        for ground in grounds {
            pairs.extend([(self.accent, ground), (self.deep, ground)]);
        }
        pairs.extend(inks.map(|ink| (ink, self.tint)));
        pairs.into_iter().all(|(text, ground)| contrast(text, ground) >= LEAST)
    }
}

fn rgb(hex: &str) -> Option<Rgb> {
    if hex.len() != 6 || !hex.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// So many hundredths of another colour in one.
fn mixed(one: Rgb, other: Rgb, hundredths: u16) -> Rgb {
    let part = |at: usize| {
        let sum = u16::from(one[at]) * (100 - hundredths) + u16::from(other[at]) * hundredths;
        u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
    };
    [part(0), part(1), part(2)]
}

/// How far two colours stand out from each other, 1 to 21, as WCAG 2.2 computes it.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let light = |colour: Rgb| {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_can_be_read_brings_its_shades_along() {
        for colour in ["#0b5c63", "#7a2c68", "#34408f", "#6b4423", "#8a1c1c", "#1d4d1d", "#222222"]
        {
            let accent = Accent::read(colour).expect(colour);
            assert_eq!(accent.hex(), colour);
            assert_eq!(Accent::of_file(&accent.file()), Some(accent.clone()));
            assert!(accent.css().contains(&format!("--accent:{colour};")), "{}", accent.css());
        }
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_refused() {
        for pale in ["#ffff00", "#2a8f99", "#ffffff", "#ff6600", "#00aa55"] {
            assert_eq!(Accent::read(pale), Err("problem-pale-colour"), "{pale}");
        }
        for none in ["", "teal", "#12345", "#1234567", "#12345g", "url(x)", "#0b5c63;}"] {
            assert_eq!(Accent::read(none), Err("problem-not-a-colour"), "{none}");
        }
        assert_eq!(Accent::of_file("0B5C63.css"), None, "one name only");
        assert_eq!(Accent::of_file("../x.css"), None);
    }

    /// The grounds here are those of the styles.
    #[test]
    fn grounds_are_those_of_the_styles() {
        let file = format!("{}/../../web/styles/tokens.css", env!("CARGO_MANIFEST_DIR"));
        let styles = std::fs::read_to_string(file).unwrap();
        let (light, dark) = styles.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (name, in_light, in_dark) in GROUNDS.iter().chain(&INKS) {
            assert!(light.contains(&format!("--{name}: #{in_light};")), "{name} in light");
            assert!(dark.contains(&format!("--{name}: #{in_dark};")), "{name} in dark");
        }
    }
}
