//! Files made to trip, to mislead or to keep busy.

use std::time::{Duration, Instant};

use credentials::Outcome;
use credentials::document::{Document, MAX_BYTES, Malformed};
use serde_json::{Value, json};

use crate::{altered, badge, report, sample, stopped};

#[test]
fn what_is_not_one_json_object_is_refused_with_a_reason() {
    for (text, code) in [
        ("", "not-json"),
        ("{", "not-json"),
        ("{}x", "not-json"),
        ("[]", "not-an-object"),
        ("null", "not-an-object"),
        ("\"did:web:x\"", "not-an-object"),
        ("{\"a\":1e999}", "not-json"),
        ("{\"a\":\"\\ud800\"}", "not-json"),
        ("{\"a\":NaN}", "not-json"),
        ("\u{feff}{}", "not-json"),
    ] {
        assert_eq!(stopped(&report(text)), ("parse", Outcome::Failed, code), "{text}");
    }
    let latin = credentials::verify(b"{\"a\":\"\xe9\"}", &crate::issuers(), sample::signed());
    assert_eq!(stopped(&latin), ("parse", Outcome::Failed, "not-json"));
}

#[test]
fn a_member_that_stands_twice_is_refused_wherever_it_stands() {
    let badge = badge();
    let outer = badge.replacen('{', "{\"name\":\"Another name\",", 1);
    let inner = badge.replacen("\"licenseNumber\"", "\"licenseNumber\":\"X\",\"licenseNumber\"", 1);
    let escaped = badge.replacen('{', "{\"n\\u0061me\":\"Another name\",", 1);

    for text in [outer, inner, escaped] {
        let found = stopped(&report(&text));
        assert_eq!(found, ("parse", Outcome::Failed, "not-json"), "{text}");
    }
}

#[test]
fn size_depth_and_number_are_bounded() {
    let deep = format!("{}1{}", "{\"a\":".repeat(60), "}".repeat(60));
    let deeper = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = json!({"a": vec![json!({"b": 1}); 301]}).to_string();
    let long = json!({"a": vec![1; 5_000]}).to_string();
    let huge = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_BYTES));

    let read = |text: &str| Document::read(text.as_bytes()).map_err(|it| it.code());

    assert_eq!(read(&deep), Err("too-many-parts"));
    assert_eq!(read(&deeper), Err("not-json"));
    assert_eq!(read(&wide), Err("too-many-parts"));
    assert_eq!(read(&long), Err("too-many-parts"));
    assert_eq!(read(&huge), Err("too-long"));
    let fits = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_BYTES - 8));
    assert_eq!(fits.len(), MAX_BYTES);
    assert!(read(&fits).is_ok());
}

#[test]
fn keywords_and_addresses_are_not_names_of_members() {
    for name in ["@graph", "@id", "@type", "@reverse", "@included", "@context", "cred:name", ""] {
        let inner = json!({"a": {name: "x"}}).to_string();

        let refused = Document::read(inner.as_bytes());

        assert_eq!(refused, Err(Malformed::OtherName(format!("a.{name}"))));
    }
    for id in ["_:b0", "#here", "relative", "", ":x", "https:"] {
        let inner = json!({"a": {"id": id}}).to_string();

        assert_eq!(
            Document::read(inner.as_bytes()),
            Err(Malformed::BlankId("a.id".into())),
            "{id}"
        );
    }
}

#[test]
fn a_context_from_outside_is_refused_and_nothing_is_fetched() {
    let contexts = badge_contexts();
    let with = |context: Value| {
        let report = report(&altered(|badge| badge["@context"] = context));
        stopped(&report)
    };
    let more = |extra: Value| {
        let mut all = contexts.clone();
        all.push(extra);
        Value::Array(all)
    };

    let other = ("contexts", Outcome::Failed, "other-contexts");
    assert_eq!(with(more(json!("https://example.org/context.json"))), other);
    assert_eq!(with(more(json!("http://127.0.0.1:1/"))), other);
    assert_eq!(with(more(json!({"secret": "https://example.org/#secret"}))), other);
    assert_eq!(with(more(json!({"@vocab": "https://example.org/#"}))), other);
    assert_eq!(with(more(contexts[0].clone())), other);
    assert_eq!(with(contexts[0].clone()), other);
    let missing = ("contexts", Outcome::Failed, "contexts-missing");
    assert_eq!(with(json!([contexts[0]])), missing);
    assert_eq!(with(json!([contexts[1], contexts[0], contexts[2]])), missing);
}

fn badge_contexts() -> Vec<Value> {
    let badge: Value = serde_json::from_str(&badge()).unwrap();
    badge["@context"].as_array().unwrap().clone()
}

/// Two look-alike parents with look-alike children: naming them takes time that grows with the
/// factorial of the number of children.
fn look_alikes(children: usize) -> serde_json::Map<String, Value> {
    let mut document = sample::badge().document();
    let child = json!({"type": "Related"});
    let parent = json!({"type": ["Evidence"], "narrative": vec![child; children]});
    document.insert("evidence".into(), json!([parent, parent]));
    document
}

#[test]
fn a_badge_made_to_keep_the_checker_busy_is_refused_at_once() {
    let sign = |it| credentials::proof::sign(it, sample::DID, &sample::key(), sample::signed());
    let begun = Instant::now();

    let few = sign(look_alikes(5));
    let many = sign(look_alikes(6));
    let hundred = sign(look_alikes(100));

    assert!(few.is_ok(), "{few:?}");
    assert!(matches!(
        (many, hundred),
        (
            Err(credentials::proof::Refused::NotCanonical(_)),
            Err(credentials::proof::Refused::NotCanonical(_))
        )
    ));
    // Not a measure of speed: without the bound this would not end.
    assert!(begun.elapsed() < Duration::from_secs(60));
}
