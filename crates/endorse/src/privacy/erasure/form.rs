//! What is typed to have an account erased.

use serde::Deserialize;

use crate::typed::folded;

/// The form; the password is never shown again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErasureForm {
    pub word: String,
    pub password: String,
}

impl ErasureForm {
    /// Whether the word was typed that shows that somebody means it, or the key of a sentence.
    pub fn check(&self, word: &str) -> Result<(), &'static str> {
        if folded(&self.word) == folded(word) { Ok(()) } else { Err("privacy-erase-word-wrong") }
    }
}
