//! The typesetter, in a world that has one template, one set of fonts and the data, and nothing
//! else: no files, no packages, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart, Str, Value};

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::Error;
use crate::fonts::Fonts;

/// A page to be typeset.
pub(crate) struct Sheet<'a> {
    /// The source of the template, which is ours and never holds data.
    pub template: &'a str,
    /// What tells this document from all others, however often it is made.
    pub ident: &'a str,
    /// JSON that the template reads as `sys.inputs.data`.
    pub data: String,
    /// Bytes that the template attaches, as `sys.inputs.attachment`.
    pub attachment: Vec<u8>,
}

/// Typesets a document that must be one page, and writes it as PDF/A-3a and PDF/UA-1.
pub(crate) fn one_page(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    set(sheet, Some(1))
}

/// The same for a document of as many pages as it takes.
pub(crate) fn pages(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    set(sheet, None)
}

fn set(sheet: &Sheet, pages: Option<usize>) -> Result<Vec<u8>, Error> {
    let pdf = typeset(sheet, pages);
    // The typesetter remembers every step for the next run; here no run is like the one before.
    typst::comemo::evict(0);
    pdf
}

fn typeset(sheet: &Sheet, pages: Option<usize>) -> Result<Vec<u8>, Error> {
    let mut inputs = Dict::new();
    inputs.insert(Str::from("data"), Value::Str(sheet.data.as_str().into()));
    inputs.insert(Str::from("attachment"), Value::Bytes(Bytes::new(sheet.attachment.clone())));
    let world = Closed {
        library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
        fonts: Fonts::shared(),
        source: Source::new(main_file()?, sheet.template.to_owned()),
    };
    let done = typst::compile::<PagedDocument>(&world);
    if !done.warnings.is_empty() {
        return Err(said(&done.warnings));
    }
    let document = done.output.map_err(|problems| said(&problems))?;
    if pages.is_some_and(|it| it != document.pages().len()) {
        return Err(Error::TooLong);
    }
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|problem| Error::Typesetter(problem.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(sheet.ident.to_owned()),
        creator: Smart::Custom(Some("Endorse".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|problems| said(&problems))
}

fn said(problems: &[SourceDiagnostic]) -> Error {
    let lines: Vec<&str> = problems.iter().map(|it| it.message.as_str()).collect();
    Error::Typesetter(lines.join("; "))
}

fn main_file() -> Result<FileId, Error> {
    static MAIN: LazyLock<Option<FileId>> = LazyLock::new(|| {
        let path = VirtualPath::new("main.typ").ok()?;
        Some(RootedPath::new(VirtualRoot::Project, path).intern())
    });
    MAIN.ok_or_else(|| Error::Typesetter("the template has no name".to_owned()))
}

/// A world without an outside.
struct Closed {
    library: LazyHash<Library>,
    fonts: &'static Fonts,
    source: Source,
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typeset(body: &str) -> Result<Vec<u8>, Error> {
        let head = "#set document(title: [T], date: datetime(year: 2026, month: 1, day: 1))";
        let template = format!("{head}\n{body}");
        let attachment = Vec::new();
        one_page(&Sheet { template: &template, ident: "T", data: "{}".to_owned(), attachment })
    }

    fn refusal(body: &str) -> String {
        typeset(body).unwrap_err().to_string()
    }

    #[test]
    fn a_font_that_is_missing_is_an_error() {
        assert!(typeset("#set text(font: \"Libertinus Serif\")\nWords").is_ok());
        assert!(refusal("#set text(font: \"Nowhere\")\nWords").contains("unknown font family"));
    }

    #[test]
    fn a_template_reaches_nothing_outside() {
        assert!(refusal("#read(\"/etc/hostname\")").contains("access denied"));
        assert!(refusal("#import \"@preview/cetz:0.3.4\"").contains("access denied"));
        assert!(refusal("#datetime.today()").contains("unable to get the current date"));
    }

    #[test]
    fn a_picture_without_words_for_it_is_an_error() {
        let svg = "bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\")";
        assert!(typeset(&format!("#image({svg}, alt: \"Nothing\")")).is_ok());
        assert!(refusal(&format!("#image({svg})")).contains("PDF/UA-1"));
    }

    #[test]
    fn a_second_page_is_refused() {
        assert!(matches!(typeset("One #pagebreak() Two"), Err(Error::TooLong)));
    }
}
