//! Checks an export, and says which place is the first that is not as it was written.

use std::io::{self, BufRead, Read as _};

use credentials::issuers::Listed;
use credentials::{Issuers, PublicKey};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::chain::{End, FORMAT, GENESIS, Head, Line, end_text, is_word};

/// How long a line may be. Ours have some 700 bytes.
const LINE_AT_MOST: u64 = 64 * 1024;

/// What an export is checked against, beside itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Knowledge<'a> {
    /// Whose keys are whose. Without it the key is the one that the export itself names.
    pub issuers: Option<&'a Issuers>,
    /// An earlier end that was kept elsewhere.
    pub checkpoint: Option<&'a Checkpoint>,
}

/// An earlier end of the same chain: how many deeds, and the last one's hash.
#[derive(Clone, Debug)]
pub struct Checkpoint(End);

impl Checkpoint {
    /// Reads the last line of an export, or a file of only that line.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn read(input: impl BufRead) -> io::Result<Option<Self>> {
        let mut last = None;
        let mut lines = Lines(input);
        while let Some(line) = lines.next()? {
            last = Some(line);
        }
        Ok(last.and_then(|it| exactly(&it.text)).map(Self))
    }

    /// How many deeds there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.count
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the file is an export of.
    pub head: Head,
    /// How many deeds are as they were written, from the first on.
    pub intact: u64,
    /// The last of their hashes.
    pub hash: String,
    /// The key that the end names, once it was reached.
    pub key: Option<String>,
    /// The first place that is not as it was written.
    pub broken: Option<Broken>,
}

/// A place in an export that is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The number of the deed; `None` if it is the end that does not hold.
    pub number: Option<u64>,
    /// What is wrong there.
    pub code: Code,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The line is none of this format.
    Unreadable,
    /// Another number stands where this one must.
    OutOfPlace,
    /// A row that is in no chain.
    Beside,
    /// The deed, or the one before it, is not what was hashed.
    Altered,
    /// The file ends before its end.
    Cut,
    /// Something follows after the end.
    Continued,
    /// The end counts other deeds than there are.
    Count,
    /// The end names another last hash.
    Head,
    /// The key is not one that can be used, or not the issuer's own by its name.
    Key,
    /// The signature is not one of that key over that end.
    Signature,
    /// Nothing is known about the issuer in the folder given.
    UnknownIssuer,
    /// The issuer does not list the key.
    UnlistedKey,
    /// An earlier end that was kept elsewhere is not in this chain.
    Checkpoint,
}

impl Code {
    /// As programs read it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::OutOfPlace => "out-of-place",
            Self::Beside => "beside-the-chain",
            Self::Altered => "altered",
            Self::Cut => "cut",
            Self::Continued => "continued",
            Self::Count => "count",
            Self::Head => "head",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::UnknownIssuer => "unknown-issuer",
            Self::UnlistedKey => "unlisted-key",
            Self::Checkpoint => "checkpoint",
        }
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The first line is not that of an export.
    #[error("not an export of the format {FORMAT}: its first line says something else")]
    NotAnExport,
    /// It cannot be read.
    #[error(transparent)]
    Reading(#[from] io::Error),
}

/// Checks an export from its first line to its last.
///
/// # Errors
///
/// When it is no export at all or cannot be read.
pub fn verify(input: impl BufRead, knowledge: Knowledge<'_>) -> Result<Report, Unusable> {
    let mut lines = Lines(input);
    let first = lines.next()?.filter(|it| it.is_whole).ok_or(Unusable::NotAnExport)?;
    let head: Head = exactly(&first.text).ok_or(Unusable::NotAnExport)?;
    let words = [&head.association, &head.issuer, &head.exported_at];
    if head.format != FORMAT || !words.into_iter().all(|it| is_word(it)) {
        return Err(Unusable::NotAnExport);
    }
    let mut report = Report { head, intact: 0, hash: GENESIS.into(), key: None, broken: None };
    report.broken = report.read(&mut lines, knowledge)?.err();
    Ok(report)
}

impl Report {
    /// Goes on until something is wrong.
    fn read<R: BufRead>(
        &mut self,
        lines: &mut Lines<R>,
        knowledge: Knowledge<'_>,
    ) -> io::Result<Result<(), Broken>> {
        let end = loop {
            let at = Some(self.intact + 1);
            let broken = |code| Ok(Err(Broken { number: at, code }));
            let Some(line) = lines.next()?.filter(|it| it.is_whole) else {
                return broken(Code::Cut);
            };
            if let Some(deed) = exactly::<Line>(&line.text) {
                match self.follow(&deed, knowledge.checkpoint) {
                    Ok(()) => continue,
                    Err(code) => return broken(code),
                }
            }
            match exactly::<End>(&line.text) {
                Some(end) => break end,
                None => return broken(Code::Unreadable),
            }
        };
        let is_over = lines.next()?.is_none();
        Ok(self.close(&end, knowledge).and(match is_over {
            true => Ok(()),
            false => Err(Broken { number: None, code: Code::Continued }),
        }))
    }

    /// The next deed of the chain, or what is wrong with it.
    fn follow(&mut self, deed: &Line, checkpoint: Option<&Checkpoint>) -> Result<(), Code> {
        match deed.number {
            None => return Err(Code::Beside),
            Some(number) if number != self.intact + 1 => return Err(Code::OutOfPlace),
            Some(_) => {}
        }
        if !deed.is_plain() {
            return Err(Code::Unreadable);
        }
        let hash = deed.hash_after(&self.head.association, &self.hash);
        if deed.hash.as_ref() != Some(&hash) {
            return Err(Code::Altered);
        }
        if checkpoint.is_some_and(|it| it.0.count == self.intact + 1 && it.0.head != hash) {
            return Err(Code::Checkpoint);
        }
        self.intact += 1;
        self.hash = hash;
        Ok(())
    }

    /// Whether the end is that of what was read, and signed.
    fn close(&mut self, end: &End, knowledge: Knowledge<'_>) -> Result<(), Broken> {
        self.key = Some(end.key.clone());
        let next = Some(self.intact + 1);
        if end.count != self.intact {
            return Err(Broken { number: next, code: Code::Count });
        }
        let broken = |code| Err(Broken { number: None, code });
        if end.head != self.hash {
            return broken(Code::Head);
        }
        let key = match self.signer(&end.key, knowledge.issuers) {
            Ok(key) => key,
            Err(code) => return broken(code),
        };
        let mut signature = [0; 64];
        let text = end_text(&self.head, end.count, &end.head);
        // Capitals would be another text for the same signature.
        let is_read = hex::decode_to_slice(&end.signature, &mut signature).is_ok()
            && hex::encode(signature) == end.signature;
        if !is_read || !key.verifies_statement(&text, &signature) {
            return broken(Code::Signature);
        }
        match knowledge.checkpoint {
            Some(kept) if kept.0.count > self.intact => {
                Err(Broken { number: next, code: Code::Checkpoint })
            }
            _ => Ok(()),
        }
    }

    /// The key of that id, if it is the issuer's as far as that is known.
    fn signer(&self, id: &str, issuers: Option<&Issuers>) -> Result<PublicKey, Code> {
        let issuer = self.head.issuer.as_str();
        let named = id.strip_prefix(issuer).and_then(|it| it.strip_prefix('#'));
        let named = named.and_then(PublicKey::from_multibase).ok_or(Code::Key)?;
        match issuers.map(|it| it.key(issuer, id)) {
            None => Ok(named),
            Some(Listed::Yes(listed)) => Ok(listed),
            Some(Listed::UnknownIssuer) => Err(Code::UnknownIssuer),
            Some(Listed::No | Listed::Unusable) => Err(Code::UnlistedKey),
        }
    }
}

/// A line, and whether it ends as lines do.
struct Read {
    text: Vec<u8>,
    is_whole: bool,
}

/// A file's lines, none longer than a deed's can be.
struct Lines<R>(R);

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> io::Result<Option<Read>> {
        let mut text = Vec::new();
        (&mut self.0).take(LINE_AT_MOST).read_until(b'\n', &mut text)?;
        if text.is_empty() {
            return Ok(None);
        }
        let is_whole = text.pop_if(|it| *it == b'\n').is_some();
        Ok(Some(Read { text, is_whole }))
    }
}

/// A line that is exactly what would be written: no other order, no space, nothing twice.
fn exactly<T: DeserializeOwned + Serialize>(line: &[u8]) -> Option<T> {
    let read: T = serde_json::from_slice(line).ok()?;
    (serde_json::to_vec(&read).ok()? == line).then_some(read)
}

#[cfg(test)]
mod tests;
