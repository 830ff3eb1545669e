//! Reads the project's files as far as the rules of its layout ask: what is code, what is a text in
//! quotes, what is a key of words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The top of the checkout.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// A file of the project and what is in it.
pub struct File {
    /// Where it is, from the top of the checkout.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl File {
    /// The last part of its path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The number of the line that holds a byte.
    pub fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}

/// Every file under a folder whose name ends so, in the order of their paths. A folder that is not
/// there has none; what was built or installed is left out.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let top = top();
    let mut found = Vec::new();
    let mut folders = vec![top.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target", "out"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(&top).unwrap().to_string_lossy().into_owned();
                found.push(File { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The names of the folders in a folder.
pub fn folders(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(top().join(folder)).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// A text in quotes in a Rust file.
pub struct Literal {
    /// Its line.
    pub line: usize,
    /// What stands between the quotes, escapes and all.
    pub text: String,
    /// The code just before it, without spaces; literals in it are `""`.
    pub before: String,
}

/// A Rust file taken apart.
pub struct Rust {
    /// The code without comments, every text in quotes emptied to `""`.
    pub code: String,
    /// The texts in quotes.
    pub literals: Vec<Literal>,
}

/// Takes a Rust file apart.
pub fn rust(text: &str) -> Rust {
    let bytes = text.as_bytes();
    let (mut code, mut literals) = (String::new(), Vec::new());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if let Some((skip, inside)) = quoted(rest, code.as_bytes().last()) {
            let line = text[..at].matches('\n').count() + 1;
            literals.push(Literal { line, text: inside.to_owned(), before: tail(&code) });
            code.push_str("\"\"");
            at += skip;
        } else if let Some(skip) = character(rest) {
            code.push('0');
            at += skip;
        } else {
            let next = rest.chars().next().unwrap();
            code.push(next);
            at += next.len_utf8();
        }
    }
    Rust { code, literals }
}

/// The last of the code, without spaces.
fn tail(code: &str) -> String {
    let last: Vec<char> = code.chars().rev().filter(|it| !it.is_whitespace()).take(24).collect();
    last.into_iter().rev().collect()
}

/// A text in quotes at the start: how long it is with its quotes, and what stands between them.
fn quoted<'a>(rest: &'a str, before: Option<&u8>) -> Option<(usize, &'a str)> {
    let in_a_name = before.is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'_');
    let bare = rest.strip_prefix('b').filter(|_| !in_a_name).unwrap_or(rest);
    if let Some(raw) = bare.strip_prefix('r').filter(|_| !in_a_name) {
        let inside = raw.trim_start_matches('#');
        let marks = raw.len() - inside.len();
        if let Some(inside) = inside.strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(marks));
            let length = inside.find(&end)?;
            let skip = rest.len() - inside.len() + length + end.len();
            return Some((skip, &inside[..length]));
        }
    }
    let inside = bare.strip_prefix('"')?;
    let mut escaped = false;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some((rest.len() - inside.len() + at + 1, &inside[..at])),
            _ => {}
        }
    }
    None
}

/// A character in quotes at the start (not a lifetime): how long it is.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let skip = escape.chars().next()?.len_utf8();
        return Some(escape[skip..].find('\'')? + skip + 3);
    }
    let length = inside.chars().next()?.len_utf8();
    inside[length..].starts_with('\'').then_some(length + 2)
}

/// The first names after every `crate::`, whether it names one thing or a `{group}` of them.
pub fn imports(code: &str) -> BTreeSet<&str> {
    code.split("crate::").skip(1).flat_map(first_names).collect()
}

fn first_names(after: &str) -> Vec<&str> {
    let Some(group) = after.strip_prefix('{') else { return vec![name(after)] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, true);
    for (at, it) in group.char_indices() {
        match it {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            _ if start && !it.is_whitespace() => {
                names.push(name(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

/// The name at the start.
fn name(text: &str) -> &str {
    let end = text.find(|it: char| !(it.is_alphanumeric() || it == '_'));
    &text[..end.unwrap_or(text.len())]
}

/// The words of a Fluent file: every key, with the variables that its text needs, in the order of
/// the file. (A key that is there twice is there twice.)
pub fn words(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut words: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut said = line;
        if line.starts_with(|it: char| it.is_ascii_alphabetic())
            && let Some((key, value)) = line.split_once('=')
        {
            words.push((key.trim().to_owned(), BTreeSet::new()));
            said = value;
        }
        if let Some((_, variables)) = words.last_mut() {
            variables.extend(said.split('$').skip(1).map(|it| variable(it).to_owned()));
        }
    }
    words
}

fn variable(text: &str) -> &str {
    let end = text.find(|it: char| !(it.is_ascii_alphanumeric() || it == '_' || it == '-'));
    &text[..end.unwrap_or(text.len())]
}

/// The words of a language, all files together: key → (variables, file).
pub type Words = BTreeMap<String, (BTreeSet<String>, String)>;

/// A key of words that code or a page names outright.
pub struct Said<'a> {
    /// How: `say`, `say1`, `say2`, `count`, `with`.
    pub how: &'static str,
    /// The key.
    pub key: &'a str,
    /// The name of the first value, if it is named outright.
    pub first: Option<&'a str>,
    /// Where in the text.
    pub at: usize,
}

/// Every key that a text names outright as what is to be said.
pub fn said(text: &str) -> Vec<Said<'_>> {
    let mut found = Vec::new();
    for (how, opening) in [
        ("say", "say("),
        ("say1", "say1("),
        ("say2", "say2("),
        ("count", ".count("),
        ("with", "lang.with("),
    ] {
        for (at, _) in text.match_indices(opening) {
            let after = text[at + opening.len()..].trim_start();
            let Some((key, rest)) = plain(after) else { continue };
            let first = rest.trim_start().strip_prefix(',').and_then(|it| plain(it.trim_start()));
            found.push(Said { how, key, first: first.map(|it| it.0), at });
        }
    }
    found
}

/// A plain text in quotes at the start, and what follows it.
fn plain(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}
