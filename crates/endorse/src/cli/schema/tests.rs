//! The published schemas, held against what really goes in and out.

use jiff::civil::date;
use jsonschema::Validator;
use rules::{Locker, Stage, assess, assess_renewal};
use serde_json::{Value, json};

use super::text;
use crate::app::programs;
use crate::locker::file;
use crate::programs::wording;

/// A locker in which every field is given.
const LOCKER: &str = include_str!("every-field.json");

fn validator(what: &str) -> Validator {
    jsonschema::validator_for(&serde_json::from_str(text(what)).unwrap()).unwrap()
}

#[track_caller]
fn holds(validator: &Validator, what: &str, value: &Value) {
    let wrong: Vec<String> =
        validator.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(wrong.is_empty(), "{what}: {wrong:#?}");
}

#[test]
fn a_locker_that_can_be_read_holds_by_the_schema() {
    let schema = validator("locker");

    for text in [LOCKER, "{\"format\": \"endorse-locker/1\"}"] {
        assert!(file::read(text.as_bytes()).is_ok());
        holds(&schema, "locker", &serde_json::from_str(text).unwrap());
    }
}

#[test]
fn a_locker_that_cannot_be_read_does_not() {
    let schema = validator("locker");
    let good: Value = serde_json::from_str(LOCKER).unwrap();
    let broken: [(&str, Value); 9] = [
        ("/format", json!("endorse-locker/2")),
        ("/education/0/degree", json!("diploma")),
        ("/trainings/0/minutes/imh", json!(-1)),
        ("/trainings/0/minutes/imh", json!(1.5)),
        ("/trainings/0/minutes", json!([1, 2, 3])),
        ("/trainings/0/to", Value::Null),
        ("/work/0/from", json!("soon")),
        ("/rsc/0/provider", json!(["somebody"])),
        ("/exam_results/0/percent", json!(101)),
    ];
    for (path, value) in broken {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap() = value;

        assert!(!schema.is_valid(&bad), "{path} holds by the schema");
        assert!(file::read(bad.to_string().as_bytes()).is_err(), "{path} can be read");
    }
    let mut unknown = good;
    unknown["person"]["age"] = json!(7);
    assert!(!schema.is_valid(&unknown));
}

#[test]
fn every_assessment_holds_by_the_schema() {
    let schema = validator("assessment");
    let lockers = [LOCKER, "{\"format\": \"endorse-locker/1\"}"];
    let lockers = lockers.map(|it| file::read(it.as_bytes()).unwrap());

    for book in programs().unwrap().rulebooks() {
        for category in &book.categories {
            for locker in &lockers {
                for policy in book.versions(&category.id) {
                    let found = assess(policy, locker, date(2026, 6, 1), Stage::Endorsement);
                    holds(&schema, &category.id, &wording::document(book, &found));
                }
                if let Some(policy) = book.renewal(&category.id) {
                    let found = assess_renewal(policy, locker, 2027, date(2026, 6, 1));
                    holds(&schema, &category.id, &wording::document(book, &found));
                }
            }
        }
    }
}

#[test]
fn a_standing_without_its_months_does_not_hold_by_the_schema() {
    let schema = validator("assessment");
    let book = programs().unwrap().rulebook("ct-aimh").unwrap();
    let policy = book.policy_on("ers", date(2026, 6, 1)).unwrap();
    let found = assess(policy, &Locker::default(), date(2026, 6, 1), Stage::Submission);
    let good = wording::document(book, &found);
    holds(&schema, "ers", &good);

    let mut bad = good.clone();
    bad["emerging"].as_object_mut().unwrap().remove("months");
    assert!(!schema.is_valid(&bad), "an unknown figure is null, not left out");
    let mut bad = good;
    bad["emerging"]["months"] = json!(0);
    assert!(!schema.is_valid(&bad), "zero months");
}

#[test]
fn every_file_of_every_program_holds_by_the_schema() {
    let schema = validator("program");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programs");
    let mut seen = 0;
    for program in std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
        let policies = std::fs::read_dir(program.join("policies")).into_iter().flatten();
        let named = ["program", "categories", "framework", "sources"];
        let named = named.map(|it| program.join(format!("{it}.toml")));
        let files = policies.map(|it| it.unwrap().path()).chain(named);
        for path in files.filter(|it| it.is_file()) {
            let table: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            holds(&schema, &path.display().to_string(), &serde_json::to_value(table).unwrap());
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_rule_without_source_or_with_zero_does_not_hold_by_the_schema() {
    let schema = validator("program");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programs/ct-aimh/policies/imhm-c.toml");
    let table: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let good = serde_json::to_value(table).unwrap();

    for (path, value) in [
        ("/version/0/requirement/0/source", json!([])),
        ("/version/0/requirement/0/text/es", json!("")),
        ("/version/0/requirement/4/ask/training/minutes", json!(0)),
        ("/version/0/anchor", json!("some-day")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap() = value;
        assert!(!schema.is_valid(&bad), "{path} holds by the schema");
    }
}
