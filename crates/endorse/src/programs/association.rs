//! Who an association is, how it sets the product, and what its public pages say.
//!
//! Read from `association.toml` (facts and settings) and `pages.toml` (texts) of the association's
//! folder. What is not known is absent; where the product must then do something, the setting that
//! decides it is named and marked as assumed.

mod pages;
mod years;

use anyhow::{Context, bail};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use self::pages::{Pages, Section, Step};
pub use self::years::{Membership, Renewal};
use super::Text;

/// How far a fact can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read on the association's own page.
    Page,
    /// Read on the association's own page of an earlier time: it may have changed.
    Old,
    /// Worked out from what was read.
    Derived,
    /// Read on a sister association's or the Alliance's page only.
    Sister,
    /// Read nowhere: what the product does until the association decides.
    Assumed,
    /// Read nowhere, and nothing is done in its place.
    Unknown,
}

/// An association: facts, settings and pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// Its name in addresses, rows and locker files, for example `ct-aimh`.
    pub id: String,
    /// Its name, in full. A proper name need not differ between the languages.
    pub name: Text,
    /// What people call it.
    pub short_name: String,
    /// The full name of the credential that it awards, as registered.
    pub credential_name: String,
    /// Its own website.
    pub web: String,
    /// Its colour, `#rrggbb`; at least 4.5:1 against paper and white.
    pub accent: String,
    /// The zone in which its days begin and end, by IANA name.
    pub time_zone: String,
    /// The languages it offers, the first one by default.
    pub languages: Vec<String>,
    /// Where its facts above were read.
    pub source: Vec<String>,
    /// How to reach it, each way with its date and source.
    pub contacts: Vec<Contact>,
    /// The series it offers.
    pub series: Vec<Series>,
    /// The membership year.
    pub membership: Membership,
    /// Applying.
    pub application: Application,
    /// Transcripts.
    pub transcripts: Transcripts,
    /// Reviewing.
    pub review: Review,
    /// Renewing.
    pub renewal: Renewal,
    /// What its public pages say.
    #[serde(skip_deserializing, default = "Pages::unread")]
    pub pages: Pages,
}

/// A way to reach an association.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// The number or address itself; a postal address has one line after another.
    pub value: String,
    /// When it was published, and what to know about it.
    pub note: Text,
    /// How far to trust it.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: Vec<String>,
}

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactKind {
    /// A website.
    Web,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A fax number.
    Fax,
    /// A postal address.
    Post,
}

/// A series of categories, by the age of the children.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// `imh` or `ecmh`.
    pub id: String,
    /// The letters written after the name, with their sign.
    pub mark: String,
    /// The ages it is about.
    pub ages: Text,
    /// The year since when the association offers it; absent if unknown.
    pub since: Option<i16>,
    /// Where it was read.
    pub source: Vec<String>,
}

/// Applying.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// How many weeks it takes to prepare an application, at the least.
    pub prepare_min_weeks: Option<u8>,
    /// After how many months an application ends by itself.
    pub expires_months: Option<u8>,
    /// Where it was read.
    pub source: Vec<String>,
}

/// Transcripts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transcripts {
    /// Whether a transcript must come sealed from the school.
    pub official: bool,
    /// What applicants should know about it.
    pub note: Text,
    /// Where it was read.
    pub source: Vec<String>,
}

/// Reviewing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// How many reviewers read a file, as the association decided; absent if unknown.
    pub reviewers: Option<u8>,
    /// How many read it in the product as long as that is unknown.
    pub assumed_reviewers: u8,
    /// What to know about the number.
    pub note: Text,
    /// Where it was read.
    pub source: Vec<String>,
}

impl Review {
    /// How many reviewers read a file.
    pub fn needed(&self) -> u8 {
        self.reviewers.unwrap_or(self.assumed_reviewers)
    }
}

impl Association {
    /// Reads `association.toml` and `pages.toml` of an association's folder.
    ///
    /// # Errors
    ///
    /// If a file is missing or not as it should be; the error names the file and the line.
    pub fn read(folder: &str, file: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut association: Self = parsed(folder, "association.toml", file)?;
        association.pages = parsed(folder, "pages.toml", file)?;
        let here = format!("{folder}/association.toml");
        if association.id != folder {
            bail!("{here}: id is {:?}, the folder is {folder:?}", association.id);
        }
        if !is_colour(&association.accent) {
            bail!("{here}: accent must be written as #rrggbb");
        }
        if contrast(&association.accent, PAPER).is_none_or(|it| it < 4.5) {
            bail!("{here}: accent must stand out from the paper by at least 4.5:1");
        }
        if association.languages.is_empty() {
            bail!("{here}: languages must name at least one");
        }
        let mut known = vec!["en", "es"];
        for language in &association.languages {
            let at = known.iter().position(|it| it == language);
            known.remove(at.with_context(|| format!("{here}: languages: not {language:?}"))?);
        }
        if association.renewal.cycle_years == 0 {
            bail!("{here}: renewal.cycle_years must be at least 1");
        }
        if association.renewal.cycle_years > 1 && association.renewal.anchor.is_none() {
            bail!("{here}: renewal.anchor must name a year in which a cycle ends");
        }
        Ok(association)
    }

    /// The address for letters to the endorsement coordinator, as last published.
    pub fn email(&self) -> Option<&str> {
        self.contact(ContactKind::Email).map(|it| it.value.as_str())
    }

    /// The first contact of that kind.
    pub fn contact(&self, kind: ContactKind) -> Option<&Contact> {
        self.contacts.iter().find(|it| it.kind == kind)
    }
}

/// Reads a TOML file of a program, and says which file it was when something is wrong.
pub(super) fn parsed<T: DeserializeOwned>(
    folder: &str,
    name: &str,
    file: &dyn Fn(&str) -> Option<String>,
) -> anyhow::Result<T> {
    let path = format!("{folder}/{name}");
    let text = file(&path).with_context(|| format!("{path} is missing"))?;
    toml::from_str(&text).with_context(|| path)
}

fn is_colour(typed: &str) -> bool {
    typed
        .strip_prefix('#')
        .is_some_and(|it| it.len() == 6 && it.bytes().all(|it| it.is_ascii_hexdigit()))
}

/// The darkest ground on which the accent stands as text; white is lighter.
const PAPER: &str = "#fbfaf7";

/// How far two colours (`#rrggbb`) stand out from each other, 1 to 21, as WCAG 2.2 computes it.
fn contrast(one: &str, other: &str) -> Option<f64> {
    let light = |colour: &str| {
        [(1, 0.2126), (3, 0.7152), (5, 0.0722)].into_iter().try_fold(0.0, |sum, (at, weight)| {
            let part = f64::from(u8::from_str_radix(colour.get(at..at + 2)?, 16).ok()?) / 255.0;
            let linear =
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
            Some(sum + weight * linear)
        })
    };
    let (one, other): (f64, f64) = (light(one)?, light(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// A file of the programs that the product ships.
#[cfg(test)]
pub(super) fn shipped(path: &str) -> Option<String> {
    std::fs::read_to_string(format!("{}/../../programs/{path}", env!("CARGO_MANIFEST_DIR"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connecticut() -> Association {
        Association::read("ct-aimh", &shipped).unwrap()
    }

    /// Reads Connecticut's own file with something replaced.
    fn read_with(old: &str, new: &str) -> anyhow::Result<Association> {
        Association::read("ct-aimh", &|path| {
            let text = shipped(path)?;
            let is_it = path.ends_with("association.toml");
            assert!(!is_it || text.contains(old), "nothing to replace");
            Some(if is_it { text.replace(old, new) } else { text })
        })
    }

    #[test]
    fn what_connecticut_has_not_published_stays_unknown() {
        let association = connecticut();

        assert_eq!(association.review.reviewers, None);
        assert_eq!(association.review.needed(), 1);
        assert_eq!(association.renewal.due, None);
        assert_eq!(association.renewal.grace_days, None);
        assert_eq!(association.application.expires_months, None);
        assert_eq!(association.renewal.valid_until_confidence, Confidence::Assumed);
    }

    #[test]
    fn contacts_say_that_they_are_old_where_they_are() {
        let association = connecticut();

        let phone = association.contact(ContactKind::Phone).unwrap();
        assert_eq!((phone.value.as_str(), phone.confidence), ("203-737-6422", Confidence::Old));
        assert!(association.contacts.iter().all(|it| !it.source.is_empty()));
    }

    #[test]
    fn every_section_and_step_of_the_public_pages_has_a_source() {
        let pages = connecticut().pages;

        let sections = [
            &pages.what,
            &pages.who,
            &pages.why,
            &pages.is_not,
            &pages.categories,
            &pages.application,
            &pages.how_long,
            &pages.cost,
            &pages.renewal,
            &pages.registry,
        ];
        for section in sections {
            assert!(!section.source.is_empty(), "{}", section.title.en);
            let says = section.paragraphs.len() + section.points.len();
            assert!(says > 0, "{}", section.title.en);
        }
        assert!(pages.steps.iter().all(|it| !it.source.is_empty()));
        assert!(pages.steps.len() >= 6);
    }

    #[test]
    fn a_bad_file_is_refused_by_its_name() {
        for (old, new) in [
            ("id = \"ct-aimh\"", "id = \"ma-aimh\""),
            ("#0b5c63", "teal"),
            ("#0b5c63", "#2a8f99"),
            ("cycle_years = 1", "cycle_years = 3"),
            ("cycle_years = 1", "cycle_years = 0"),
            ("cut_over = \"12-01\"", "cut_over = \"12-32\""),
            ("accent =", "acent ="),
        ] {
            let error = format!("{:#}", read_with(old, new).expect_err(new));
            assert!(error.starts_with("ct-aimh/association.toml"), "{error}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert_eq!(contrast("#000000", "#ffffff").map(f64::round), Some(21.0));
        // The lightest grey that passes on white: 4.54:1.
        let grey = contrast("#767676", "#ffffff").unwrap();
        assert!((grey - 4.54).abs() < 0.01, "{grey}");
    }

    /// Every text of every file is there in both languages, and the two differ (names aside).
    #[test]
    fn every_text_is_written_in_english_and_in_spanish() {
        for name in ["association", "pages", "calendar", "fees", "agreements/index"] {
            let text = shipped(&format!("ct-aimh/{name}.toml")).expect(name);
            bilingual(name, &toml::Value::Table(text.parse().expect(name)));
        }
        let forms = shipped("ct-aimh/rating-forms/form.toml").unwrap();
        bilingual("form", &toml::Value::Table(forms.parse().unwrap()));
        for relation in super::super::rating::RELATIONS {
            let text = shipped(&format!("ct-aimh/rating-forms/{relation}.toml")).expect(relation);
            bilingual(relation, &toml::Value::Table(text.parse().expect(relation)));
        }
    }

    fn bilingual(at: &str, value: &toml::Value) {
        match value {
            toml::Value::Table(table) => {
                let (en, es) = (table.get("en"), table.get("es"));
                if en.is_some() || es.is_some() {
                    let [en, es] = [en, es].map(|it| it.and_then(toml::Value::as_str).expect(at));
                    assert!(!en.is_empty() && en == en.trim(), "{at}: en {en:?}");
                    assert!(!es.is_empty() && es == es.trim(), "{at}: es {es:?}");
                    assert!(en != es || at.ends_with("/name"), "{at}: {en:?} in both languages");
                }
                table.iter().for_each(|(key, it)| bilingual(&format!("{at}/{key}"), it));
            }
            toml::Value::Array(list) => {
                list.iter().enumerate().for_each(|(n, it)| bilingual(&format!("{at}/{n}"), it));
            }
            _ => {}
        }
    }
}
