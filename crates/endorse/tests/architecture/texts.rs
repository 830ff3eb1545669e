//! Words: the same in both languages, each asked for, each there; programs' texts in both.

use std::collections::{BTreeMap, BTreeSet};

use crate::nothing;
use crate::reading::{Words, files, rust, said, words};

/// Keys that code puts together in a way that cannot be seen from its texts in quotes: their
/// beginnings. (`format!("month-{n}")` and `"month-" ~ n` can be seen.)
const PUT_TOGETHER: &[&str] = &[];

/// Every word of a language. Fails when a key is there twice.
fn all_words(name: &str) -> Words {
    let mut all: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    let mut found = Vec::new();
    for file in files("crates/endorse/src", ".ftl").into_iter().filter(|it| it.name() == name) {
        for (key, variables) in words(&file.text) {
            if let Some((_, first)) = all.insert(key.clone(), (variables, file.path.clone())) {
                found.push(format!("{key}: in {first} and in {}", file.path));
            }
        }
    }
    nothing("keys that are there twice", &found);
    all
}

#[test]
fn both_languages_say_the_same_things() {
    let (english, spanish) = (all_words("en.ftl"), all_words("es.ftl"));
    let mut found = Vec::new();
    for (mine, other, missing) in [(&english, &spanish, "es"), (&spanish, &english, "en")] {
        for (key, (variables, path)) in mine {
            let folder = path.trim_end_matches(|it| it != '/');
            match other.get(key) {
                Some((_, there)) if !there.starts_with(folder) => {
                    found.push(format!("{key}: in {path}, and in another folder in {there}"));
                }
                Some((theirs, there)) if theirs != variables => {
                    found.push(format!("{key}: {path} has {variables:?}, {there} has {theirs:?}"));
                }
                Some(_) => {}
                None => found.push(format!("{key}: in {path}, not in {folder}{missing}.ftl")),
            }
        }
    }
    nothing("words", &found);
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let words = all_words("en.ftl");
    let mut found = Vec::new();
    let pages = files("crates/endorse/src", ".html");
    for file in files("crates/endorse/src", ".rs").into_iter().chain(pages) {
        for said in said(&file.text) {
            let place = format!("{}:{}: {}", file.path, file.line(said.at), said.key);
            if said.key.ends_with('-') && words.keys().any(|key| key.starts_with(said.key)) {
                continue;
            }
            let Some((variables, _)) = words.get(said.key) else {
                found.push(format!("{place} is in no en.ftl"));
                continue;
            };
            let given: Vec<&str> = match said.how {
                "say" => Vec::new(),
                "count" => vec!["n"],
                "say1" => said.first.into_iter().collect(),
                _ => continue,
            };
            for variable in variables.iter().filter(|it| !given.contains(&it.as_str())) {
                found.push(format!("{place} asks for ${variable}, which it is not given"));
            }
        }
    }
    nothing("texts", &found);
}

#[test]
fn every_problem_has_a_sentence() {
    let words = all_words("en.ftl");
    let mut found = Vec::new();
    for file in files("crates/endorse/src", ".rs") {
        let in_a_form = ["form.rs", "typed.rs"].contains(&file.name());
        for literal in rust(&file.text).literals {
            let said = literal.before.ends_with("Problems::one(\"\",")
                || (in_a_form && literal.before.ends_with("Err("))
                || ["problem-", "said-"].iter().any(|it| literal.text.starts_with(it));
            let plain = !literal.text.contains('{') && !literal.text.ends_with('-');
            if said && plain && !words.contains_key(&literal.text) {
                found.push(format!("{}:{}: {}", file.path, literal.line, literal.text));
            }
        }
    }
    nothing("problems and answers that no en.ftl has a sentence for", &found);
}

#[test]
fn every_text_that_exists_is_asked_for() {
    let mut quoted = String::new();
    for file in files("crates/endorse/src", ".rs") {
        for literal in rust(&file.text).literals {
            quoted.push_str(&format!("\"{}\"\n", literal.text));
        }
    }
    for file in files("crates/endorse/src", ".html") {
        quoted.push_str(&file.text.replace('\'', "\""));
    }
    let begun = beginnings(&quoted);
    let put_together = |key: &str| {
        PUT_TOGETHER.iter().any(|it| key.starts_with(it))
            || begun.iter().any(|it| key.starts_with(it))
    };
    let found: Vec<String> = all_words("en.ftl")
        .into_iter()
        .filter(|(key, _)| !put_together(key) && !quoted.contains(&format!("\"{key}\"")))
        .map(|(key, (_, path))| format!("{path}: {key}"))
        .collect();
    nothing("texts that nothing asks for (or their beginning belongs in PUT_TOGETHER)", &found);
}

/// The beginnings of keys among texts in quotes: what ends in `-`, there or before a `{`.
fn beginnings(quoted: &str) -> BTreeSet<&str> {
    let letters = |it: &str| {
        it.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
    };
    let texts = quoted.split('"').map(|it| it.split('{').next().unwrap_or_default());
    texts.filter(|it| it.len() > 2 && it.ends_with('-') && letters(it)).collect()
}

#[test]
fn every_text_of_a_program_is_in_both_languages() {
    let mut found = Vec::new();
    for file in files("programs", ".toml") {
        match file.text.parse::<toml::Table>() {
            Ok(table) => one_language(&toml::Value::Table(table), &file.path, "", &mut found),
            Err(problem) => found.push(format!("{}: {problem}", file.path)),
        }
    }
    nothing("programs", &found);
}

fn one_language(value: &toml::Value, path: &str, at: &str, found: &mut Vec<String>) {
    let text = |table: &toml::Table, language: &str| match table.get(language) {
        Some(toml::Value::String(text)) => !text.trim().is_empty(),
        Some(toml::Value::Array(texts)) => !texts.is_empty(),
        _ => false,
    };
    match value {
        toml::Value::Table(table) => {
            if text(table, "en") != text(table, "es") {
                found.push(format!("{path}: {at} is in one language only"));
            }
            for (key, value) in table {
                one_language(value, path, &format!("{at}.{key}"), found);
            }
        }
        toml::Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                one_language(value, path, &format!("{at}[{index}]"), found);
            }
        }
        _ => {}
    }
}

/// What is done by nobody's hand and stands in nobody's trail.
const IN_NOBODYS_TRAIL: &[&str] = &["job-job-given-up", "record-record-chained"];

/// A deed that the trail cannot name says only that something was done.
#[test]
fn every_deed_has_words_in_the_trail() {
    let words = all_words("en.ftl");
    let mut found = Vec::new();
    let mut seen = 0;
    for file in files("crates/endorse/src", ".rs") {
        for call in file.text.split("audit::record").skip(1) {
            let call = call.split(".await").next().unwrap();
            let named: Vec<&str> = call.split('"').skip(1).step_by(2).take(2).collect();
            let [verb, kind] = named[..] else { continue };
            let key = format!("{kind}-{verb}");
            seen += 1;
            let is_told = words.contains_key(&format!("trail-{key}"));
            if !is_told && !IN_NOBODYS_TRAIL.contains(&key.as_str()) {
                found.push(format!("{}: {key}", file.path));
            }
        }
    }
    assert!(seen > 50, "only {seen} deeds were found");
    nothing("deeds without words in the trail", &found);
}
