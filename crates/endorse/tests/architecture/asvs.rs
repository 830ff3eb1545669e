//! The register of OWASP's verification standard (`security/asvs.toml`): every requirement of levels 1
//! and 2 is in it with one answer, and the tests and documents that it names are there.

use std::collections::BTreeSet;
use std::fs;

use toml::{Table, Value};

use crate::nothing;
use crate::reading::top;

/// How many requirements of levels 1 and 2 are open. It changes with the register, knowingly.
const OPEN: usize = 17;

/// The answers that a requirement can have.
const ANSWERS: &[&str] = &["test", "doc", "na", "open"];

/// A requirement of the standard.
struct Asked {
    /// As the standard writes it: `V1.2.3`.
    id: String,
    /// From 1, asked of everybody, to 3.
    level: i64,
}

/// What a register holds: how many requirements have which answer, and what is wrong with it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Read {
    test: usize,
    doc: usize,
    /// Of those, how many name code that somebody read and no test holds.
    code: usize,
    na: usize,
    open: usize,
    wrong: Vec<String>,
}

#[test]
fn every_requirement_of_levels_1_and_2_has_one_answer_that_is_there() {
    let asked = asked();
    let levels = [1, 2, 3].map(|level| asked.iter().filter(|it| it.level == level).count());
    assert_eq!(levels, [70, 183, 92], "the list is not the standard's");
    let register: Table = text("security/asvs.toml").unwrap().parse().unwrap();

    let read = read(&register, &asked);

    nothing("security/asvs.toml", &read.wrong);
    println!(
        "ASVS 5.0.0, levels 1 and 2: {} by tests, {} written down ({} of them in code), \
         {} not applicable, {} open",
        read.test, read.doc, read.code, read.na, read.open
    );
    assert_eq!(read.open, OPEN, "left: open in the register, right: known to be open");
}

#[test]
fn a_register_with_a_hole_is_refused() {
    let asked = [("V1.1.1", 1), ("V1.1.2", 2), ("V2.1.1", 2), ("V2.1.2", 3)]
        .map(|(id, level)| Asked { id: id.to_owned(), level });
    let whole = "[V2]\nrequirements = 1\nabout = 'b'\nna = 'none here'\n
        ['V1.1.1']\nlevel = 1\nabout = 'c'\n
        test = ['crates/endorse/tests/architecture/asvs.rs::a_register_with_a_hole_is_refused']\n
        ['V1.1.2']\nlevel = 2\nabout = 'd'\ndoc = ['docs/security.md#who-may-what']\n";
    let of = |register: &str| {
        let register: Table = register.parse().unwrap();
        read(&register, &asked)
    };
    let good = Read { test: 1, doc: 1, na: 1, ..Read::default() };
    assert_eq!(of(whole), good);

    for (from, to, said) in [
        ("V1.1.2", "V1.1.3", "V1.1.2: is missing"),
        ("V1.1.2", "V2.1.2", "V2.1.2: is no requirement of level 1 or 2"),
        ("V1.1.2", "V2.1.1", "V2.1.1: is answered twice"),
        ("level = 2", "level = 1", "V1.1.2: is of level 2"),
        ("about = 'd'", "", "V1.1.2: says not what it is about"),
        ("doc = [", "open = 'x'\ndoc = [", "V1.1.2: needs one answer of test, doc, na, open"),
        ("doc = ['docs/security.md#who-may-what']", "", "V1.1.2: needs one answer"),
        ("doc = ['docs/security.md#who-may-what']", "doc = []", "V1.1.2: names no place"),
        ("doc = ['docs/security.md#who-may-what']", "na = ' '", "V1.1.2: gives no reason"),
        ("doc = [", "docs = ['x']\ndoc = [", "V1.1.2: has a key that is none: docs"),
        ("docs/security.md#", "docs/none.md#", "docs/none.md: is no file"),
        ("#who-may-what", "#who-may-not", "docs/security.md: has no heading who-may-not"),
        ("security.md#who", "security.md?who", "names no heading and no words"),
        ("::a_register", "::no_register", "asvs.rs: has no test no_register"),
        ("a_register_with_a_hole_is_refused", "read", "asvs.rs: has no test read"),
        ("requirements = 1", "requirements = 2", "V2: has 1 requirements of levels 1 and 2"),
        ("na = 'none here'", "open = 'x'", "V2: a whole chapter can only not apply"),
    ] {
        let wrong = of(&whole.replacen(from, to, 1)).wrong;
        assert!(wrong.iter().any(|it| it.contains(said)), "{said} is missing in {wrong:?}");
    }
}

#[test]
fn words_are_looked_for_in_files_that_are_no_documents() {
    assert_eq!(document("Cargo.toml#unsafe_code = \"forbid\""), None);
    let gone = document("Cargo.toml#no such words are in it");
    assert_eq!(gone.as_deref(), Some("Cargo.toml: does not say: no such words are in it"));
}

/// The standard's own list.
fn asked() -> Vec<Asked> {
    let list = text("security/asvs-5.0.txt").unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (id, level) = line.split_once(' ').unwrap();
            Asked { id: id.to_owned(), level: level.parse().unwrap() }
        })
        .collect()
}

fn text(path: &str) -> Option<String> {
    fs::read_to_string(top().join(path)).ok()
}

fn read(register: &Table, asked: &[Asked]) -> Read {
    let (mut read, mut answered) = (Read::default(), BTreeSet::new());
    for (id, entry) in register {
        let chapter = format!("{id}.");
        let is_chapter = !id.contains('.');
        let of: Vec<&Asked> = asked
            .iter()
            .filter(|it| it.level <= 2)
            .filter(|it| it.id == *id || is_chapter && it.id.starts_with(&chapter))
            .collect();
        if of.is_empty() {
            read.wrong.push(format!("{id}: is no requirement of level 1 or 2"));
        }
        for it in &of {
            if !answered.insert(it.id.clone()) {
                read.wrong.push(format!("{}: is answered twice", it.id));
            }
        }
        let empty = Table::new();
        let entry = entry.as_table().unwrap_or(&empty);
        let wrong = if is_chapter { of_chapter(entry, &of) } else { of_one(entry, &of) };
        read.wrong.extend(wrong.into_iter().map(|it| format!("{id}: {it}")));
        let is_code = |it: &Value| it.as_str().is_some_and(|it| !it.contains(".md#"));
        if entry.get("doc").and_then(Value::as_array).is_some_and(|it| it.iter().any(is_code)) {
            read.code += of.len();
        }
        for (kind, number) in [
            ("test", &mut read.test),
            ("doc", &mut read.doc),
            ("na", &mut read.na),
            ("open", &mut read.open),
        ] {
            if entry.contains_key(kind) {
                *number += of.len();
            }
        }
    }
    let missing = asked.iter().filter(|it| it.level <= 2 && !answered.contains(&it.id));
    read.wrong.extend(missing.map(|it| format!("{}: is missing", it.id)));
    read
}

/// What is wrong with the table of a chapter.
fn of_chapter(entry: &Table, of: &[&Asked]) -> Vec<String> {
    let mut wrong = of_any(entry, "requirements");
    if !entry.contains_key("na") {
        wrong.push("a whole chapter can only not apply".to_owned());
    }
    let number = entry.get("requirements").and_then(Value::as_integer);
    if number != i64::try_from(of.len()).ok() {
        wrong.push(format!("has {} requirements of levels 1 and 2", of.len()));
    }
    wrong
}

/// What is wrong with the table of one requirement.
fn of_one(entry: &Table, of: &[&Asked]) -> Vec<String> {
    let mut wrong = of_any(entry, "level");
    let level = entry.get("level").and_then(Value::as_integer);
    for it in of.iter().filter(|it| level != Some(it.level)) {
        wrong.push(format!("is of level {}", it.level));
    }
    wrong
}

/// What is wrong with a table, whatever it is about.
fn of_any(entry: &Table, number: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for key in entry.keys() {
        if key != number && key != "about" && !ANSWERS.contains(&key.as_str()) {
            wrong.push(format!("has a key that is none: {key}"));
        }
    }
    if !says(entry.get("about")) {
        wrong.push("says not what it is about".to_owned());
    }
    let answers: Vec<_> = ANSWERS.iter().filter(|it| entry.contains_key(**it)).collect();
    if answers.len() != 1 {
        wrong.push(format!("needs one answer of {}", ANSWERS.join(", ")));
    }
    for kind in answers {
        match *kind {
            "test" => wrong.extend(places(entry.get("test"), test)),
            "doc" => wrong.extend(places(entry.get("doc"), document)),
            reason if !says(entry.get(reason)) => wrong.push("gives no reason".to_owned()),
            _ => {}
        }
    }
    wrong
}

fn says(value: Option<&Value>) -> bool {
    value.and_then(Value::as_str).is_some_and(|it| !it.trim().is_empty())
}

/// What is wrong with a list of places, each looked at by itself.
fn places(list: Option<&Value>, look: fn(&str) -> Option<String>) -> Vec<String> {
    let list: Vec<&str> =
        list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    if list.is_empty() {
        return vec!["names no place".to_owned()];
    }
    list.into_iter().filter_map(look).collect()
}

/// What is wrong with `file::name_of_test`.
fn test(place: &str) -> Option<String> {
    let Some((path, name)) = place.split_once("::") else {
        return Some(format!("{place}: names no test"));
    };
    let Some(text) = text(path) else { return Some(format!("{path}: is no file")) };
    let is_there = if path.ends_with(".mjs") {
        text.contains(&format!("test(\"{name}\""))
    } else {
        is_rust_test(&text, name)
    };
    (!is_there).then(|| format!("{path}: has no test {name}"))
}

/// Whether a function is there and is a test: by the attribute before it, or told as a journey.
fn is_rust_test(text: &str, name: &str) -> bool {
    let begins = format!("fn {name}(");
    text.match_indices(&begins).any(|(at, _)| {
        let is_journey = text[at + begins.len()..].starts_with("house: House)");
        // Without the beginning of the line that it stands in.
        let before = text[..at].rsplit_once('\n').map_or("", |it| it.0);
        let above = before.lines().rev().map(str::trim);
        let mut marks = above.take_while(|it| it.starts_with("#[") || it.starts_with("//"));
        is_journey && text.contains("journey! {") || marks.any(|it| it.ends_with("test]"))
    })
}

/// What is wrong with `file.md#heading`, or with `file#words` of any other file.
fn document(place: &str) -> Option<String> {
    let Some((path, words)) = place.split_once('#') else {
        return Some(format!("{place}: names no heading and no words"));
    };
    let Some(text) = text(path) else { return Some(format!("{path}: is no file")) };
    if !path.ends_with(".md") {
        return (!text.contains(words)).then(|| format!("{path}: does not say: {words}"));
    }
    let (mut is_code, mut is_there) = (false, false);
    for line in text.lines() {
        is_code ^= line.starts_with("```");
        is_there |= !is_code && line.starts_with('#') && anchor(line) == words;
    }
    (!is_there).then(|| format!("{path}: has no heading {words}"))
}

/// What a link to a heading ends with.
fn anchor(heading: &str) -> String {
    let kept = |it: &char| it.is_alphanumeric() || "-_ ".contains(*it);
    let plain = heading.trim_start_matches('#').trim().to_lowercase();
    plain.chars().filter(kept).collect::<String>().replace(' ', "-")
}
