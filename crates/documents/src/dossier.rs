//! What is known of somebody, to be read: headings and lines, on as many pages as it takes.

use jiff::civil::Date;
use serde::Serialize;

use crate::certificate::{Fact, Language};
use crate::fonts::style::{REGULAR, SEMIBOLD};
use crate::text::{clean, drawable};
use crate::{Error, typeset};

const TEMPLATE: &str = include_str!("../templates/dossier.typ");

/// Everything that stands in it. All texts are in `language`, as a person reads them; a character
/// that no font here can draw becomes an empty box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The language of the texts.
    pub language: Language,
    /// Who hands it out: the association's full name.
    pub association: String,
    /// What it is, with the name of the person.
    pub title: String,
    /// Paragraphs before the first heading.
    pub lead: Vec<String>,
    /// The day it was made, which becomes the date of the file.
    pub made_on: Date,
    /// What tells this file from all others.
    pub ident: String,
    /// What is in it.
    pub sections: Vec<Section>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The lines: a day or another label, and the text.
    pub lines: Vec<Fact>,
}

/// Writes it as PDF/A-3a and PDF/UA-1, US Letter.
///
/// # Errors
///
/// Mistakes of ours only: a template that the typesetter refuses.
pub fn dossier(data: &Dossier) -> Result<Vec<u8>, Error> {
    let pages = Pages {
        lang: data.language.tag(),
        name: clean(&data.title),
        date: [data.made_on.year(), data.made_on.month().into(), data.made_on.day().into()],
        association: drawable(&data.association, REGULAR),
        title: drawable(&data.title, SEMIBOLD),
        lead: data.lead.iter().map(|it| drawable(it, REGULAR)).collect(),
        sections: data.sections.iter().map(part).collect(),
    };
    typeset::pages(&typeset::Sheet {
        template: TEMPLATE,
        ident: &data.ident,
        data: serde_json::to_string(&pages)?,
        attachment: Vec::new(),
    })
}

fn part(section: &Section) -> Part {
    let line = |it: &Fact| [drawable(&it.label, SEMIBOLD), drawable(&it.text, REGULAR)];
    Part {
        title: drawable(&section.title, SEMIBOLD),
        lines: section.lines.iter().map(line).collect(),
    }
}

/// What `templates/dossier.typ` reads.
#[derive(Serialize)]
struct Pages {
    lang: &'static str,
    name: String,
    /// Year, month, day.
    date: [i16; 3],
    association: String,
    title: String,
    lead: Vec<String>,
    sections: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    title: String,
    lines: Vec<[String; 2]>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_one_has_many_pages_and_no_text_breaks_it() {
        let line = |n: usize| Fact { label: format!("{n} #[*"), text: "名 _$ ñ\n ".repeat(20) };
        let section = Section { title: "= Sí".into(), lines: (0..200).map(line).collect() };
        let data = Dossier {
            language: Language::Spanish,
            association: "CT".into(),
            title: "Ana".into(),
            lead: vec![],
            made_on: jiff::civil::date(2026, 3, 2),
            ident: "x".into(),
            sections: vec![section, Section { title: "Empty".into(), lines: vec![] }],
        };
        assert!(dossier(&data).unwrap().starts_with(b"%PDF-"));
    }
}
