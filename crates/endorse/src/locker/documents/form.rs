//! What is uploaded, and whether it is what it must be.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use uuid::Uuid;

use crate::app::App;
use crate::files::Incoming;
use crate::security::Place;
use crate::typed::{self, Problems};

/// What a document may weigh, in bytes.
const MOST: u64 = 10 << 20;

/// How much of a text is read, in bytes: more than any may have.
const LONGEST_TEXT: usize = 1 << 10;

/// The form as it was sent; the file itself cannot be shown again.
#[derive(Debug, Default)]
pub struct UploadForm {
    /// The entry it belongs to, or nothing.
    pub entry: String,
    /// What to call it, or nothing.
    pub name: String,
    /// What the file was called.
    pub file_name: String,
    /// How the file begins.
    pub head: Vec<u8>,
    /// The file, nobody's yet.
    pub file: Option<Incoming>,
    /// Why the file was not taken in.
    pub refused: Option<&'static str>,
    /// The place to send it; held until it is kept.
    pub place: Option<Place>,
}

/// Why reading was not possible to the end.
enum Trouble {
    /// What was sent.
    Sent(MultipartError),
    /// The disk.
    Disk(anyhow::Error),
}

impl From<MultipartError> for Trouble {
    fn from(error: MultipartError) -> Self {
        Self::Sent(error)
    }
}

impl From<anyhow::Error> for Trouble {
    fn from(error: anyhow::Error) -> Self {
        Self::Disk(error)
    }
}

/// A document to keep.
#[derive(Debug)]
pub struct NewDocument {
    pub entry: Option<Uuid>,
    pub name: String,
    pub media_type: &'static str,
}

impl UploadForm {
    /// Reads what was sent, to its end even when it is too much: a browser that is cut off in the
    /// middle shows an error of its own instead of our sentence. Never more than a piece of it is in
    /// memory.
    pub async fn read(mut parts: Multipart, app: &App, person: Uuid) -> anyhow::Result<Self> {
        let mut form = Self::default();
        match form.take(&mut parts, app, person).await {
            Ok(()) => {}
            Err(Trouble::Disk(error)) => return Err(error),
            Err(Trouble::Sent(problem)) => form.refuse(match problem.status() {
                StatusCode::PAYLOAD_TOO_LARGE => "documents-too-large",
                _ => "documents-cut-off",
            }),
        }
        Ok(form)
    }

    async fn take(
        &mut self,
        parts: &mut Multipart,
        app: &App,
        person: Uuid,
    ) -> Result<(), Trouble> {
        while let Some(part) = parts.next_field().await? {
            match part.name().unwrap_or_default() {
                "entry" => self.entry = text(part).await?,
                "name" => self.name = text(part).await?,
                "file" => {
                    if self.place.is_none() {
                        self.place = app.places.upload(person).await;
                    }
                    if self.place.is_none() {
                        self.refuse("documents-busy");
                    }
                    self.take_file(part, app).await?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    async fn take_file(&mut self, mut part: Field<'_>, app: &App) -> Result<(), Trouble> {
        self.file_name = part.file_name().unwrap_or_default().chars().take(300).collect();
        let mut file = app.files.incoming().await?;
        while let Some(some) = part.chunk().await? {
            if file.size().saturating_add(some.len() as u64) > MOST {
                self.refuse("documents-too-large");
            } else if self.refused.is_none() {
                file.write(&some).await?;
            }
        }
        if self.refused.is_none() {
            file.finish().await?;
            self.head = file.head().to_vec();
            self.file = Some(file);
        }
        Ok(())
    }

    fn refuse(&mut self, key: &'static str) {
        self.head = Vec::new();
        self.file = None;
        self.refused = self.refused.or(Some(key));
    }

    /// Reads the whole form. What a file is, its own bytes say, not its name or its sender.
    pub fn check(&self) -> Result<NewDocument, Problems> {
        let mut problems = Problems::default();
        let entry = match self.entry.trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| "problem-choose"),
        };
        let entry = problems.note("entry", entry);
        let called = problems.note("name", typed::line_or_none(&self.name, 100));
        let kind = match self.refused {
            Some(key) => Err(key),
            None if self.head.is_empty() => Err("documents-no-file"),
            None => kind_of(&self.head).ok_or("documents-not-that-kind"),
        };
        let kind = problems.note("file", kind);
        let (Some(entry), Some(called), Some((media_type, ending))) = (entry, called, kind) else {
            return Err(problems);
        };
        let name = cleaned(called.as_deref().unwrap_or(&self.file_name), ending);
        Ok(NewDocument { entry, name, media_type })
    }
}

/// A part that is a text: as much of it as any may have.
async fn text(mut part: Field<'_>) -> Result<String, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(some) = part.chunk().await? {
        let missing = LONGEST_TEXT.saturating_sub(bytes.len()).min(some.len());
        bytes.extend_from_slice(&some[..missing]);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The media type and the ending of a file, by its first bytes.
fn kind_of(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match infer::get(bytes)?.mime_type() {
        "application/pdf" if bytes.starts_with(b"%PDF") => Some(("application/pdf", "pdf")),
        "image/jpeg" => Some(("image/jpeg", "jpg")),
        "image/png" => Some(("image/png", "png")),
        _ => None,
    }
}

/// A file's name without folders, without what hides or turns letters, with the true ending.
fn cleaned(name: &str, ending: &str) -> String {
    let bare = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = match bare.rsplit_once('.') {
        Some((stem, old)) if (1..=5).contains(&old.len()) && !old.contains(' ') => stem,
        _ => bare,
    };
    let hides = |it: char| matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let kept = stem.chars().filter(|it| !it.is_control() && !hides(*it));
    let plain: String = kept.map(|it| if "\"<>:|?*;%".contains(it) { '_' } else { it }).collect();
    let plain: String = plain.trim_matches([' ', '.']).chars().take(100).collect();
    let plain = if plain.is_empty() { "document" } else { &plain };
    format!("{plain}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(file_name: &str, bytes: &[u8]) -> UploadForm {
        UploadForm { file_name: file_name.into(), head: bytes.to_vec(), ..UploadForm::default() }
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let found = |bytes: &[u8]| sent("x.pdf", bytes).check().map(|it| it.media_type).ok();

        assert_eq!(found(b"%PDF-1.7 ..."), Some("application/pdf"));
        assert_eq!(found(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(found(b"\xff\xd8\xff\xe0...."), Some("image/jpeg"));
        for other in [
            &b"<html><script>alert(1)</script>"[..],
            b" %PDF-1.7",
            b"PK\x03\x04....",
            b"GIF89a....",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"MZ......",
            b"",
        ] {
            assert_eq!(found(other), None, "{other:?}");
        }
    }

    #[test]
    fn a_name_keeps_what_people_read_and_loses_the_rest() {
        assert_eq!(cleaned("../../etc/passwd", "pdf"), "passwd.pdf");
        assert_eq!(cleaned("C:\\my files\\Título 2024.PDF", "pdf"), "Título 2024.pdf");
        assert_eq!(cleaned("photo\u{202e}gpj.exe", "jpg"), "photogpj.jpg");
        assert_eq!(cleaned("a\r\nb\"c.png", "png"), "ab_c.png");
        assert_eq!(cleaned("...", "pdf"), "document.pdf");
        assert_eq!(cleaned("Certificate of attendance", "pdf"), "Certificate of attendance.pdf");
        assert_eq!(cleaned(&"x".repeat(900), "pdf").len(), 104);
    }
}
