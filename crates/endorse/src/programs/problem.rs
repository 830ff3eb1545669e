//! What is wrong with a program, in one line that names file and field.

use std::fmt;

use serde::Serialize;

/// Something wrong in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, as `folder/file`.
    pub file: String,
    /// The field, such as `version[2024].requirement[training.total].source`; empty if it is the
    /// file as a whole.
    pub field: String,
    /// What is wrong, in a sentence without a full stop.
    #[serde(rename = "problem")]
    pub sentence: String,
}

impl Problem {
    pub(super) fn new(file: &str, field: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { file: file.to_owned(), field: field.into(), sentence: sentence.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            write!(f, "{}: {}", self.file, self.sentence)
        } else {
            write!(f, "{}: {}: {}", self.file, self.field, self.sentence)
        }
    }
}

/// A file that cannot be read at all, so that nothing more can be said about it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub Problem);
