//! The rules of the layout that the compiler cannot keep: who may import whom, where SQL and
//! sentences may stand, that both languages say everything, what the register of security names.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "architecture/asvs.rs"]
mod asvs;
#[path = "architecture/itself.rs"]
mod itself;
#[path = "architecture/kept.rs"]
mod kept;
#[path = "architecture/pages.rs"]
mod pages;
#[path = "architecture/reading.rs"]
mod reading;
#[path = "architecture/statements.rs"]
mod statements;
#[path = "architecture/texts.rs"]
mod texts;

use std::collections::BTreeSet;
use std::fs;

use reading::{files, folders, imports, rust, top};

/// Every feature, and whose front doors it may come in by. No circles: a feature lower in the table
/// asks one higher up, never the other way round.
const MAY_IMPORT: &[(&str, &str)] = &[
    ("programs", ""),
    ("associations", "programs"),
    ("inbox", "associations"),
    ("consents", "programs"),
    ("people", "associations inbox consents"),
    ("trail", ""),
    // What keeps evidence.
    ("locker", "associations programs people trail"),
    ("agreements", "associations programs inbox people"),
    ("payments", "associations programs inbox people locker"),
    ("references", "associations programs inbox people"),
    ("exams", "associations programs inbox people"),
    ("endorsements", "associations programs inbox people exams consents"),
    ("replay", "programs"),
    ("invariants", "programs endorsements replay"),
    // What gathers it and asks the rules.
    (
        "assessments",
        "associations programs people locker agreements payments references exams endorsements",
    ),
    ("comparisons", "associations programs people locker assessments"),
    // What lives on it.
    ("simulation", "programs assessments"),
    (
        "applications",
        "associations programs inbox people locker assessments agreements payments references \
         exams endorsements consents",
    ),
    (
        "reviews",
        "associations programs inbox people locker assessments references replay applications \
         exams endorsements",
    ),
    ("advising", "associations programs inbox people assessments applications"),
    ("roles", "associations programs inbox people reviews"),
    ("registry", "associations programs endorsements"),
    (
        "renewals",
        "associations programs inbox people locker assessments agreements payments endorsements",
    ),
    (
        "desk",
        "associations programs inbox people locker assessments agreements payments references \
         applications exams endorsements reviews advising renewals",
    ),
    (
        "privacy",
        "associations programs inbox people consents locker assessments applications endorsements",
    ),
    (
        "demo",
        "associations programs inbox people locker assessments agreements payments references \
         applications exams endorsements reviews registry renewals desk",
    ),
];

/// Folders beside the features: what every feature stands on.
const GROUND: &[&str] =
    &["audit", "cli", "house", "i18n", "identity", "jobs", "layout", "page", "security"];

/// The only places outside the features that may name one.
const NAMES_FEATURES: &[&str] = &["src/app.rs", "src/main.rs", "src/lib.rs", "src/cli/"];

/// The feature that is data for everybody: even the ground may ask it whose rules are in force.
const EVERYBODYS: &str = "programs";

/// Names of files and folders that say nothing about what is in them.
const DRAWERS_FOR_ANYTHING: &[&str] =
    &["utils", "util", "helpers", "common", "misc", "manager", "service", "services", "dto"];

/// Fails with everything that was found, one to a line.
#[track_caller]
fn nothing(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}\n", found.join("\n  "));
}

#[test]
fn a_feature_imports_only_what_it_may() {
    let mut found = Vec::new();
    for (feature, may) in MAY_IMPORT {
        for file in files(&format!("crates/endorse/src/{feature}"), ".rs") {
            let code = rust(&file.text).code;
            let asked = imports(&code);
            for (other, _) in MAY_IMPORT {
                if other != feature
                    && !may.split(' ').any(|it| it == *other)
                    && asked.contains(other)
                {
                    found.push(format!("{}: {feature} may not import {other}", file.path));
                }
            }
        }
    }
    nothing("imports that the table MAY_IMPORT does not have", &found);
}

#[test]
fn features_import_each_other_without_circles() {
    let mut above = BTreeSet::new();
    for (feature, may) in MAY_IMPORT {
        for other in may.split_whitespace() {
            assert!(above.contains(other), "{feature} may import {other}, which is not above it");
        }
        assert!(above.insert(*feature), "{feature} is in the table twice");
    }
}

#[test]
fn only_the_list_of_features_names_features() {
    let mut found = Vec::new();
    for file in files("crates/endorse/src", ".rs") {
        let place = file.path.trim_start_matches("crates/endorse/");
        let feature = place.split('/').nth(1).unwrap_or_default();
        let is_feature = MAY_IMPORT.iter().any(|(name, _)| *name == feature);
        if is_feature || NAMES_FEATURES.iter().any(|it| place.starts_with(it)) {
            continue;
        }
        let code = rust(&file.text).code;
        let asked = imports(&code);
        for (name, _) in MAY_IMPORT.iter().filter(|it| it.0 != EVERYBODYS && asked.contains(it.0)) {
            found.push(format!("{} names the feature {name}", file.path));
        }
    }
    nothing("features stand on the ground, not the other way round", &found);
}

#[test]
fn every_folder_is_a_feature_or_the_ground() {
    let known: BTreeSet<&str> = MAY_IMPORT.iter().map(|it| it.0).chain(GROUND.to_vec()).collect();
    let found: Vec<String> = folders("crates/endorse/src")
        .into_iter()
        .filter(|folder| !known.contains(folder.as_str()))
        .map(|folder| format!("crates/endorse/src/{folder}: neither in MAY_IMPORT nor in GROUND"))
        .collect();
    nothing("folders that the architecture does not know", &found);
}

#[test]
fn the_architecture_page_names_the_features_that_exist() {
    let Ok(page) = fs::read_to_string(top().join("ARCHITECTURE.md")) else { return };
    assert!(page.lines().count() <= 200, "ARCHITECTURE.md has more than 200 lines");

    let section = page.split("\n## ").find(|it| it.starts_with("Features")).unwrap_or_else(|| {
        panic!("ARCHITECTURE.md needs a section '## Features', a line or table row for each")
    });
    let named: BTreeSet<String> = section
        .lines()
        .filter(|line| line.starts_with("| `") || line.starts_with("- `"))
        .map(|line| line[3..].split(['`', '/']).next().unwrap_or_default().to_owned())
        .collect();
    let there = folders("crates/endorse/src");
    let there: BTreeSet<String> =
        there.into_iter().filter(|it| !GROUND.contains(&it.as_str())).collect();

    assert_eq!(named, there, "left: named in ARCHITECTURE.md, right: folders");
}

#[test]
fn crates_import_only_what_their_promise_allows() {
    let ours = folders("crates");
    for (name, may) in [
        ("rules", &[][..]),
        ("db", &[]),
        ("credentials", &["rules"]),
        ("documents", &["rules"]),
        ("endorse", &["rules", "db", "credentials", "documents"]),
    ] {
        let path = format!("crates/{name}/Cargo.toml");
        let text = fs::read_to_string(top().join(&path)).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        let asked = manifest.get("dependencies").and_then(toml::Value::as_table);
        let asked: BTreeSet<&str> = asked.into_iter().flatten().map(|it| it.0.as_str()).collect();
        for other in ours.iter().filter(|other| asked.contains(other.as_str())) {
            assert!(may.contains(&other.as_str()), "{path}: {name} may not depend on {other}");
        }
    }

    let rules = fs::read_to_string(top().join("crates/rules/src/lib.rs")).unwrap();
    assert!(rules.contains("no_std"), "crates/rules/src/lib.rs: the rules are #![no_std]");
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut found = Vec::new();
    for ending in [".rs", ".html", ".css", ".ts", ".mjs"] {
        for folder in ["crates", "web", "tests"] {
            for file in files(folder, ending) {
                let lines = file.text.lines().count();
                if lines > 500 {
                    found.push(format!("{}: {lines} lines, at most 500", file.path));
                }
                if ending == ".rs" && !file.text.starts_with("//!") {
                    found.push(format!("{}: begins with `//!` and what it is for", file.path));
                }
            }
        }
    }
    nothing("files", &found);
}

#[test]
fn nothing_is_named_after_being_useful() {
    let mut found = Vec::new();
    for file in files("crates", ".rs") {
        for part in file.path.trim_end_matches(".rs").split('/') {
            if DRAWERS_FOR_ANYTHING.contains(&part) {
                found.push(format!("{}: {part} says nothing about what is in it", file.path));
            }
        }
    }
    nothing("names", &found);
}

#[test]
fn code_prints_through_a_writer() {
    let mut found = Vec::new();
    for file in files("crates", ".rs") {
        if !file.path.contains("/src/") {
            continue;
        }
        for name in ["println!", "print!"] {
            if rust(&file.text).code.contains(name) {
                found.push(format!("{}: {name} panics on a closed pipe: writeln!", file.path));
            }
        }
    }
    nothing("printing", &found);
}
