//! The certificate of an endorsement: one page that says who holds what, since when and until when,
//! with the signed credential inside the file.

use jiff::civil::Date;
use serde::Serialize;

use crate::fonts::style::{ITALIC, REGULAR, SEMIBOLD};
use crate::text::{clean, drawable};
use crate::{Error, qr, typeset};

const TEMPLATE: &str = include_str!("../templates/certificate.typ");

/// The language that a document declares, so that it is read aloud with the right voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English of the United States.
    English,
    /// Spanish of the United States.
    Spanish,
}

impl Language {
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }
}

/// A labelled fact, as it is to be read: `Fact { label: "Valid until", text: "December 31, 2026" }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// Everything that stands on a certificate. All texts are in `language`, as a person reads them.
///
/// Line breaks and control characters become spaces. A character that no font here can draw becomes
/// an empty box on the page ([`prints`](crate::prints) tells beforehand); the file's title and the
/// attached credential keep it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The language of the texts.
    pub language: Language,
    /// Who issues it: the association's full name.
    pub association: String,
    /// What this is: "Certificate of Endorsement".
    pub title: String,
    /// The words before the name: "This certifies that".
    pub lead: String,
    /// The holder's name as issued; up to 200 characters are sure to fit.
    pub holder: String,
    /// The words between the name and the category: "has met the requirements and is endorsed as".
    pub statement: String,
    /// The category's name: "Infant Family Specialist".
    pub category: String,
    /// The letters after the holder's name: "IFS, IMH-E®".
    pub letters: String,
    /// The day of the award, which becomes the date of the file.
    pub awarded_on: Date,
    /// The day of the award, in words.
    pub awarded: Fact,
    /// The last day on which it is valid, in words, if there is one.
    pub valid_until: Option<Fact>,
    /// The number in the registry.
    pub number: Fact,
    /// Who decided: the role as the label, the name as the text.
    pub decided_by: Option<Fact>,
    /// Lines in small type at the foot, such as that this is no license to practice.
    pub notes: Vec<String>,
    /// The invitation to check it, above the address: "Check this certificate at".
    pub check: String,
    /// The page that answers whether it is valid.
    pub verify_url: String,
    /// What the QR code is, for those who cannot see it.
    pub qr_alt: String,
    /// The signed credential, attached byte for byte as `credential.json`.
    pub credential: Vec<u8>,
    /// What the attached file is, as a reader of PDF lists it.
    pub credential_label: String,
}

/// Writes the certificate as PDF/A-3a and PDF/UA-1, US Letter, landscape.
///
/// # Errors
///
/// [`Error::TooLong`] if the texts do not fit on the page, [`Error::Address`] if `verify_url` does
/// not fit in a QR code; the others are mistakes of ours.
pub fn certificate(data: &Certificate) -> Result<Vec<u8>, Error> {
    let page = Page {
        lang: data.language.tag(),
        name: format!("{} – {}", clean(&data.title), clean(&data.holder)),
        date: [
            data.awarded_on.year(),
            data.awarded_on.month().into(),
            data.awarded_on.day().into(),
        ],
        association: drawable(&data.association, SEMIBOLD),
        title: drawable(&data.title, REGULAR),
        lead: drawable(&data.lead, ITALIC),
        holder: drawable(&data.holder, REGULAR),
        statement: drawable(&data.statement, ITALIC),
        category: drawable(&data.category, SEMIBOLD),
        letters: drawable(&data.letters, REGULAR),
        facts: facts(data),
        notes: data.notes.iter().map(|note| drawable(note, REGULAR)).collect(),
        check: drawable(&data.check, REGULAR),
        url: &data.verify_url,
        url_text: drawable(&data.verify_url, REGULAR),
        qr: qr::svg(&data.verify_url)?,
        qr_alt: clean(&data.qr_alt),
        credential_label: clean(&data.credential_label),
    };
    typeset::one_page(&typeset::Sheet {
        template: TEMPLATE,
        ident: &data.verify_url,
        data: serde_json::to_string(&page)?,
        attachment: data.credential.clone(),
    })
}

fn facts(data: &Certificate) -> Vec<[String; 2]> {
    [Some(&data.awarded), data.valid_until.as_ref(), Some(&data.number), data.decided_by.as_ref()]
        .into_iter()
        .flatten()
        .map(|fact| [drawable(&fact.label, REGULAR), drawable(&fact.text, SEMIBOLD)])
        .collect()
}

/// What `templates/certificate.typ` reads.
#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    name: String,
    /// Year, month, day.
    date: [i16; 3],
    association: String,
    title: String,
    lead: String,
    holder: String,
    statement: String,
    category: String,
    letters: String,
    facts: Vec<[String; 2]>,
    notes: Vec<String>,
    check: String,
    url: &'a str,
    url_text: String,
    qr: String,
    qr_alt: String,
    credential_label: String,
}
