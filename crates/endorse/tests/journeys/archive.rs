//! The golden archive: decisions of every category, on both sides of every date, judged once more in
//! every run. A rule that changes without a new version is found here.
//!
//! A file of `tests/archive/` is never edited. Files for new versions are added by
//! `cargo test --test journeys -- --ignored write_what_the_archive_lacks`, which leaves those that are
//! there alone.

mod lockers;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use jiff::civil::{Date, date};
use rules::{Assessment, Locker, Policy, Stage};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

const ASSOCIATION: &str = "ct-aimh";

/// One decision's grounds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Filed {
    format: String,
    association: String,
    category: String,
    version: String,
    /// The digest of the version's rules.
    rules: String,
    on: Date,
    stage: Stage,
    locker: Value,
    locker_sha256: String,
    assessment: Value,
    assessment_sha256: String,
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/archive"))
}

fn archive() -> Vec<(String, Filed)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        (name, serde_json::from_str(&text).unwrap())
    };
    paths.into_iter().map(read).collect()
}

fn digest(value: &Value) -> String {
    hex::encode(Sha256::digest(value.to_string()))
}

/// Every version with a day on each side of its dates.
fn days() -> Vec<(&'static Policy, Date)> {
    let program = endorse::app::programs().unwrap().rulebook(ASSOCIATION).unwrap();
    let mut days = Vec::new();
    for category in &program.categories {
        for policy in program.versions(&category.id) {
            let mut both: Vec<Date> =
                [policy.effective_from, policy.effective_to].into_iter().flatten().collect();
            if both.is_empty() {
                both.push(date(2020, 6, 30));
            }
            days.extend(both.into_iter().map(|day| (policy, day)));
        }
    }
    days
}

/// What is not as it was filed.
fn differences(name: &str, filed: &Filed) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |what: String| found.push(format!("{name}: {what}"));
    if digest(&filed.locker) != filed.locker_sha256 {
        note("the locker was edited".to_owned());
    }
    if digest(&filed.assessment) != filed.assessment_sha256 {
        note("the assessment was edited".to_owned());
    }
    let program = endorse::app::programs().unwrap().rulebook(&filed.association).unwrap();
    let Some(policy) = program.policy_version(&filed.category, &filed.version) else {
        note("the version is gone: one that was used stays".to_owned());
        return found;
    };
    let rules = program.digest(&filed.category, &filed.version);
    if rules != Some(&*filed.rules) {
        let version = &filed.version;
        note(format!("the rules of {version} were changed: a change is a new version"));
    }
    let locker: Locker = serde_json::from_value(filed.locker.clone()).unwrap();
    let was: Assessment = serde_json::from_value(filed.assessment.clone()).unwrap();
    let now = rules::assess(policy, &locker, filed.on, filed.stage);
    for old in &was.findings {
        match now.finding(old.id) {
            Some(new) if new == old => {}
            new => note(format!("{}: was {old:?}, is {new:?}", old.id)),
        }
    }
    if was != now && found.is_empty() {
        found.push(format!("{name}: the assessment as a whole differs"));
    }
    found
}

#[test]
fn every_archived_decision_comes_out_as_it_did() {
    let archive = archive();
    let found: Vec<String> =
        archive.iter().flat_map(|(name, filed)| differences(name, filed)).collect();
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
    assert!(archive.len() >= 30, "{} files", archive.len());
}

#[test]
fn the_archive_has_every_version_on_both_sides_of_its_dates_and_every_status() {
    let archive = archive();
    for (policy, day) in days() {
        let of_day = archive.iter().filter(|(_, it)| {
            it.category == *policy.category && it.version == *policy.version && it.on == day
        });
        let (category, version) = (&policy.category, &policy.version);
        assert_eq!(of_day.count(), lockers::KINDS.len(), "{category} {version} on {day}");
    }
    let mut statuses = BTreeSet::new();
    for (_, filed) in &archive {
        let said: Assessment = serde_json::from_value(filed.assessment.clone()).unwrap();
        statuses.extend(said.findings.iter().map(|it| it.status));
    }
    assert_eq!(statuses.len(), 3, "{statuses:?}");
}

#[test]
fn an_archived_decision_notices_other_rules_other_evidence_and_another_version() {
    let (name, filed) = archive().into_iter().find(|it| it.0.contains("imhm-c")).unwrap();
    assert_eq!(differences(&name, &filed), Vec::<String>::new());

    let edited = Filed { rules: "sha256:0".to_owned(), ..copy(&filed) };
    assert!(differences(&name, &edited)[0].contains("a change is a new version"));
    let mut edited = copy(&filed);
    edited.locker["trainings"] = Value::Array(Vec::new());
    assert!(differences(&name, &edited)[0].contains("the locker was edited"));
    let edited = Filed { version: "no-such".to_owned(), ..copy(&filed) };
    assert!(differences(&name, &edited)[0].contains("the version is gone"));
}

fn copy(filed: &Filed) -> Filed {
    serde_json::from_value(serde_json::to_value(filed).unwrap()).unwrap()
}

#[test]
#[ignore = "writes files: run it by name, for a new version of rules"]
fn write_what_the_archive_lacks() {
    let program = endorse::app::programs().unwrap().rulebook(ASSOCIATION).unwrap();
    fs::create_dir_all(folder()).unwrap();
    for (policy, on) in days() {
        for kind in lockers::KINDS {
            let (category, version) = (policy.category.to_string(), policy.version.to_string());
            let path = folder().join(format!("{category}-{on}-{kind}.json"));
            if path.exists() {
                continue;
            }
            let locker = lockers::locker(policy, on, kind);
            let read: Locker = serde_json::from_value(locker.clone()).unwrap();
            let said = rules::assess(policy, &read, on, Stage::Endorsement);
            let assessment = serde_json::to_value(&said).unwrap();
            let filed = Filed {
                format: "endorse-archive/1".to_owned(),
                association: ASSOCIATION.to_owned(),
                rules: program.digest(&category, &version).unwrap().to_owned(),
                category,
                version,
                on,
                stage: Stage::Endorsement,
                locker_sha256: digest(&locker),
                locker,
                assessment_sha256: digest(&assessment),
                assessment,
            };
            let Value::Object(fields) = serde_json::to_value(&filed).unwrap() else { panic!() };
            let lines: Vec<String> =
                fields.iter().map(|(key, value)| format!("{key:?}: {value}")).collect();
            fs::write(path, format!("{{\n{}\n}}\n", lines.join(",\n"))).unwrap();
        }
    }
}
