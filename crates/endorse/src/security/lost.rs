//! Passwords known to be lost, in a file of many gigabytes that is never read as a whole: its lines are
//! in order, so each look takes some forty short reads.

use std::cmp::Ordering;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use anyhow::Context as _;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

/// Digits of a SHA-1.
const DIGITS: usize = 40;
/// No line is longer: the digits, a colon, a count, an end.
const LINE: usize = 96;

/// The file, where it lies.
#[derive(Debug)]
pub(super) struct Lost {
    file: File,
    bytes: u64,
}

impl Lost {
    /// Opens a file of lines like `5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:9659365`, SHA-1 in capitals, in order.
    pub(super) fn open(path: &Path) -> anyhow::Result<Self> {
        let named = || format!("passwords.lost: {}", path.display());
        let file = File::open(path).with_context(named)?;
        let bytes = file.metadata().with_context(named)?.len();
        let lost = Self { file, bytes };
        if bytes > 0 {
            lost.line_around(0).with_context(named)?;
            lost.line_around(bytes - 1).with_context(named)?;
        }
        Ok(lost)
    }

    /// Whether a password is in it.
    pub(super) fn has(&self, password: &str) -> anyhow::Result<bool> {
        let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, password.as_bytes());
        let looked_for = hex::encode_upper(hash.as_ref());
        let (mut from, mut to) = (0, self.bytes);
        while from < to {
            let line = self.line_around(from + (to - from) / 2)?;
            match looked_for.as_bytes().cmp(&line.hash) {
                Ordering::Equal => return Ok(true),
                Ordering::Less => to = line.from,
                Ordering::Greater => from = line.to,
            }
        }
        Ok(false)
    }

    /// The line that a byte of the file is in.
    fn line_around(&self, at: u64) -> anyhow::Result<Line> {
        let before = at.saturating_sub(LINE as u64);
        let mut around = [0; 2 * LINE];
        let mut there = 0;
        while there < around.len() {
            let rest = around.get_mut(there..).unwrap_or_default();
            match self.file.read_at(rest, before + there as u64)? {
                0 => break,
                more => there += more,
            }
        }
        let around = around.get(..there).unwrap_or_default();
        let here = usize::try_from(at - before)?;
        let ahead = around.get(..here).unwrap_or_default();
        let start = ahead.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
        let line = around.get(start..).unwrap_or_default();
        let length = line.iter().position(|it| *it == b'\n').map_or(line.len(), |it| it + 1);
        let hash: Option<[u8; DIGITS]> = line.first_chunk().copied();
        let hash = hash.filter(|it| it.iter().all(|it| matches!(it, b'0'..=b'9' | b'A'..=b'F')));
        let from = before + start as u64;
        let hash = hash.with_context(|| format!("no line with a SHA-1 at byte {from}"))?;
        anyhow::ensure!(length <= LINE, "a line too long at byte {from}");
        Ok(Line { hash, from, to: from + length as u64 })
    }
}

/// A line: what it holds, where it begins and where the next one does.
struct Line {
    hash: [u8; DIGITS],
    from: u64,
    to: u64,
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use tempfile::NamedTempFile;

    use super::*;

    fn sha1(password: &str) -> String {
        hex::encode_upper(digest(&SHA1_FOR_LEGACY_USE_ONLY, password.as_bytes()).as_ref())
    }

    fn file(end: &str, passwords: &[String]) -> NamedTempFile {
        let mut lines: Vec<String> =
            (0..).zip(passwords).map(|(n, it)| format!("{}:{n}", sha1(it))).collect();
        lines.sort();
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(lines.join(end).as_bytes()).unwrap();
        file
    }

    #[test]
    fn what_is_in_the_file_is_found_and_nothing_else() {
        assert_eq!(sha1("password"), "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8");
        let passwords: Vec<String> = (0..500).map(|n| format!("lost password {n}")).collect();
        for (end, many) in [("\n", 500), ("\r\n", 500), ("\n", 1), ("\n", 2), ("\n", 0)] {
            let file = file(end, &passwords[..many]);
            let lost = Lost::open(file.path()).unwrap();
            for (n, password) in passwords.iter().enumerate() {
                assert_eq!(lost.has(password).unwrap(), n < many, "{password} among {many}");
            }
        }
    }

    #[test]
    fn another_file_is_refused_by_name() {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(b"password\n123456\n").unwrap();
        let refused = format!("{:#}", Lost::open(file.path()).unwrap_err());
        assert!(refused.contains("passwords.lost: /") && refused.contains("no line with a SHA-1"));
        let missing = format!("{:#}", Lost::open(Path::new("/nowhere/at/all")).unwrap_err());
        assert!(missing.contains("/nowhere/at/all"), "{missing}");
    }
}
