//! Every single change to a signed badge is found.

use credentials::Outcome;
use serde_json::{Map, Value, json};

use crate::{altered, badge, report, stopped};

/// The places of all values in a document, as JSON pointers.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    if !at.is_empty() {
        out.push(at.into());
    }
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, it)| places(it, &format!("{at}/{name}"), out));
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(n, it)| places(it, &format!("{at}/{n}"), out));
        }
        _ => {}
    }
}

fn all_places() -> Vec<String> {
    let mut out = Vec::new();
    places(&serde_json::from_str(&badge()).unwrap(), "", &mut out);
    assert!(out.len() > 100, "{}", out.len());
    out
}

fn remove(document: &mut Value, place: &str) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(members) => {
            members.shift_remove(name);
        }
        Value::Array(all) => {
            all.remove(name.parse().unwrap());
        }
        _ => unreachable!(),
    }
}

#[test]
fn the_badge_itself_is_valid() {
    let report = report(&badge());

    assert_eq!(report.verdict(), Outcome::Passed, "{report:?}");
    assert_eq!(report.findings.len(), 7);
}

#[test]
fn a_value_that_was_changed_is_found_wherever_it_stands() {
    for place in all_places() {
        let changed = altered(|badge| {
            let value = badge.pointer_mut(&place).unwrap();
            *value = match value.take() {
                Value::String(it) if it.starts_with("2") && it.contains('T') => {
                    json!(it.replacen("-0", "-1", 1))
                }
                Value::String(it) => json!(format!("{it}x")),
                Value::Bool(it) => json!(!it),
                Value::Array(mut all) => {
                    all.push(json!("https://example.org/more"));
                    Value::Array(all)
                }
                Value::Object(mut members) => {
                    members.insert("name".into(), json!("another name"));
                    Value::Object(members)
                }
                other => panic!("{other}"),
            };
        });

        assert_eq!(report(&changed).verdict(), Outcome::Failed, "{place}");
    }
}

#[test]
fn a_value_that_was_taken_away_is_found_wherever_it_stood() {
    for place in all_places() {
        let changed = altered(|badge| remove(badge, &place));

        assert_ne!(report(&changed).verdict(), Outcome::Passed, "{place}");
    }
}

#[test]
fn a_member_that_was_added_is_found_even_if_no_context_knows_it() {
    let objects = all_places().into_iter().chain([String::new()]).collect::<Vec<_>>();
    for place in objects {
        for (name, value) in [
            ("narrative", json!("added")),
            ("noContextKnowsThis", json!("added")),
            ("noContextKnowsThis", json!(["added"])),
            ("noContextKnowsThis", json!({"id": "urn:x:y"})),
            ("noContextKnowsThis", json!(null)),
            ("narrative", json!([])),
            ("image", json!("no address")),
            ("image", json!({"id": "no address", "caption": "added"})),
            ("image", json!({"id": "https://exa mple.org/", "caption": "added"})),
            ("type", json!("NoContextKnowsThis")),
        ] {
            let mut added = false;
            let changed = altered(|badge| {
                let members =
                    if place.is_empty() { Some(badge) } else { badge.pointer_mut(&place) };
                let members = members.and_then(Value::as_object_mut);
                if let Some(members) = members.filter(|it| !it.contains_key(name)) {
                    members.insert(name.into(), value.clone());
                    added = true;
                }
            });

            if added {
                assert_eq!(report(&changed).verdict(), Outcome::Failed, "{place} {name} {value}");
            }
        }
    }
}

#[test]
fn a_type_that_no_context_knows_is_found() {
    for place in all_places().iter().filter(|it| it.ends_with("/type")) {
        let changed = altered(|badge| {
            let types = badge.pointer_mut(place).unwrap();
            *types = json!([types.clone(), "NoContextKnowsThis"]);
            if let Value::Array(all) = types
                && let Value::Array(first) = all[0].take()
            {
                *all = [first, vec![json!("NoContextKnowsThis")]].concat();
            }
        });

        assert_eq!(report(&changed).verdict(), Outcome::Failed, "{place}");
    }
}

/// To RDF all of these are the same statement; to a reader who looks for the member they are not.
#[test]
fn a_member_under_another_name_is_not_overlooked() {
    for (member, other) in [
        ("credentialStatus", "https://www.w3.org/2018/credentials#credentialStatus"),
        ("validUntil", "https://www.w3.org/2018/credentials#validUntil"),
        ("evidence", "https://www.w3.org/2018/credentials#evidence"),
    ] {
        let changed = altered(|badge| rename(badge.as_object_mut().unwrap(), member, other));

        assert_eq!(stopped(&report(&changed)), ("parse", Outcome::Failed, "member-name"));
    }
    for place in
        ["credentialStatus", "validUntil", "validFrom", "issuer", "credentialSubject", "proof"]
    {
        let changed = altered(|badge| badge[place] = json!([badge[place].take()]));

        assert_eq!(report(&changed).verdict(), Outcome::Failed, "{place}");
    }
}

fn rename(members: &mut Map<String, Value>, from: &str, to: &str) {
    let value = members.shift_remove(from).unwrap();
    members.insert(to.into(), value);
}

#[test]
fn a_badge_written_with_other_spaces_and_order_is_still_the_same_badge() {
    let badge: Map<String, Value> = serde_json::from_str(&badge()).unwrap();
    let turned: Map<String, Value> = badge.into_iter().rev().collect();

    let report = report(&serde_json::to_string_pretty(&turned).unwrap());

    assert_eq!(report.verdict(), Outcome::Passed, "{report:?}");
}
