//! Each step fails for its own reason, and what is not known does not pass.

use credentials::document::Document;
use credentials::status_list::Publication;
use credentials::verify::Step;
use credentials::{
    Badge, IssuerKey, Issuers, Outcome, PublicKey, StatusList, did_document, verify,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{altered, badge, issuers, knowing, report, sample, stopped};

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn soon() -> Timestamp {
    at("2026-01-03T00:00:00Z")
}

/// What becomes of the sample badge with this DID document and list.
fn with(did: &Value, list: &str) -> (&'static str, Outcome, &'static str) {
    stopped(&verify(badge().as_bytes(), &knowing(&did.to_string(), list), soon()))
}

fn did(change: impl FnOnce(&mut Value)) -> Value {
    let mut did = did_document(sample::DID, &[sample::key().public()]);
    change(&mut did);
    did
}

fn list() -> String {
    sample::list(&[]).unwrap()
}

#[test]
fn a_badge_is_in_force_from_its_first_second_to_its_last() {
    let mut dates = Vec::new();
    for time in [
        "2026-01-01T04:59:59Z",
        "2026-01-01T05:00:00Z",
        "2027-02-01T04:59:59Z",
        "2027-02-01T05:00:00Z",
    ] {
        let report = verify(badge().as_bytes(), &issuers(), at(time));
        dates.push(report.finding(Step::Dates).unwrap().code);
    }

    assert_eq!(dates, ["not-yet", "in-force", "in-force", "expired"]);
}

#[test]
fn without_the_issuers_keys_nothing_is_said_to_be_valid() {
    let mut issuers = Issuers::new();
    issuers.learn(list().as_bytes()).unwrap();

    let report = verify(badge().as_bytes(), &issuers, soon());

    assert_eq!(stopped(&report), ("key", Outcome::Unknown, "issuer-unknown"));
    assert_eq!(report.verdict(), Outcome::Unknown);
    assert_eq!(report.finding(Step::Signature).unwrap().outcome, Outcome::Unknown);
    assert_eq!(report.finding(Step::Status).unwrap().outcome, Outcome::Unknown);
}

#[test]
fn a_key_counts_only_if_its_owner_lists_it_for_statements() {
    let unlisted = did(|did| did["assertionMethod"] = json!([]));
    let embedded = did(|did| did["assertionMethod"] = json!([did["verificationMethod"][0]]));
    let anothers =
        did(|did| did["verificationMethod"][0]["controller"] = json!("did:web:x.example"));
    let missing = did(|did| did["verificationMethod"] = json!([]));
    let twice = did(|did| {
        let method = did["verificationMethod"][0].clone();
        did["verificationMethod"] = json!([method, method]);
    });

    assert_eq!(with(&did(|_| ()), &list()), ("none", Outcome::Passed, ""));
    assert_eq!(with(&unlisted, &list()), ("key", Outcome::Failed, "key-not-listed"));
    assert_eq!(with(&embedded, &list()), ("key", Outcome::Failed, "key-not-listed"));
    assert_eq!(with(&anothers, &list()), ("key", Outcome::Failed, "key-unusable"));
    assert_eq!(with(&missing, &list()), ("key", Outcome::Failed, "key-unusable"));
    assert_eq!(with(&twice, &list()), ("key", Outcome::Failed, "key-unusable"));
}

#[test]
fn another_key_under_the_same_id_does_not_verify() {
    let other = IssuerKey::from_secret(&[8; 32]).public();
    let swapped = did(|did| {
        did["verificationMethod"][0]["publicKeyMultibase"] = json!(other.multibase());
    });

    assert_eq!(with(&swapped, &list()), ("signature", Outcome::Failed, "altered"));
}

#[test]
fn a_badge_signed_by_somebody_else_in_the_issuers_name_fails() {
    let forger = IssuerKey::from_secret(&[8; 32]);
    let in_the_issuers_name = sample::badge().issue(&forger, sample::signed()).unwrap();
    let with_the_forgers_did = altered(|badge| {
        badge["proof"]["verificationMethod"] = json!(forger.public().id("did:web:forger.example"));
    });

    let first = stopped(&report(&in_the_issuers_name));
    let second = stopped(&report(&with_the_forgers_did));

    assert_eq!(first, ("key", Outcome::Failed, "key-not-listed"));
    assert_eq!(second, ("key", Outcome::Failed, "not-the-issuers-key"));
}

#[test]
fn a_badge_signed_with_an_older_key_verifies_as_long_as_that_key_is_listed() {
    let newer = IssuerKey::from_secret(&[9; 32]).public();
    let both = did_document(sample::DID, &[newer, sample::key().public()]);
    let rotated = did_document(sample::DID, &[newer]);

    assert_eq!(with(&both, &list()), ("none", Outcome::Passed, ""));
    assert_eq!(with(&rotated, &list()), ("key", Outcome::Failed, "key-not-listed"));
}

#[test]
fn a_revoked_badge_is_not_valid_even_by_an_old_list() {
    let revoked = sample::list(&[sample::INDEX]).unwrap();
    let known = knowing(&sample::did(), &revoked);

    let today = verify(badge().as_bytes(), &known, soon());
    let later = verify(badge().as_bytes(), &known, at("2026-06-01T00:00:00Z"));

    assert_eq!(stopped(&today), ("status", Outcome::Failed, "revoked"));
    assert_eq!(stopped(&later), ("status", Outcome::Failed, "revoked"));
}

#[test]
fn a_neighbor_that_is_revoked_does_not_matter() {
    let neighbors = sample::list(&[sample::INDEX - 1, sample::INDEX + 1]).unwrap();

    assert_eq!(with(&did(|_| ()), &neighbors), ("none", Outcome::Passed, ""));
}

#[test]
fn an_old_list_that_does_not_revoke_leaves_it_unknown_and_says_how_old_it_is() {
    let report = verify(badge().as_bytes(), &issuers(), at("2026-01-09T12:00:01Z"));

    assert_eq!(stopped(&report), ("status", Outcome::Unknown, "list-out-of-date"));
    assert_eq!(report.verdict(), Outcome::Unknown);
    assert_eq!(report.list.unwrap().from, sample::signed());
}

#[test]
fn without_a_list_it_is_unknown_whether_a_badge_was_revoked() {
    let mut issuers = Issuers::new();
    issuers.learn(sample::did().as_bytes()).unwrap();

    let report = verify(badge().as_bytes(), &issuers, soon());

    assert_eq!(stopped(&report), ("status", Outcome::Unknown, "list-not-at-hand"));
    assert_eq!(report.verdict(), Outcome::Unknown);
}

#[test]
fn a_list_that_is_not_the_issuers_own_says_nothing() {
    let forger = IssuerKey::from_secret(&[8; 32]);
    let bits = StatusList::new();
    let forged = sample::publication().issue(&bits, &forger, sample::signed()).unwrap();
    let mut tampered: Value =
        serde_json::from_str(&sample::list(&[sample::INDEX]).unwrap()).unwrap();
    tampered["credentialSubject"]["encodedList"] = json!(bits.encode());
    let mut unsigned: Value = serde_json::from_str(&list()).unwrap();
    unsigned.as_object_mut().unwrap().shift_remove("proof");

    for list in [forged, tampered.to_string(), unsigned.to_string()] {
        let found = with(&did(|_| ()), &list);
        assert_eq!(found, ("status", Outcome::Unknown, "list-not-genuine"), "{list}");
    }
}

#[test]
fn a_list_of_another_issuer_says_nothing_although_it_is_genuine() {
    let other = IssuerKey::from_secret(&[8; 32]);
    let publication = Publication { did: "did:web:other.example".into(), ..sample::publication() };
    let list = publication.issue(&StatusList::new(), &other, sample::signed()).unwrap();
    let mut known = knowing(&sample::did(), &list);
    let other = did_document("did:web:other.example", &[other.public()]);
    known.learn(other.to_string().as_bytes()).unwrap();

    let report = verify(badge().as_bytes(), &known, soon());

    assert_eq!(stopped(&report), ("status", Outcome::Unknown, "list-of-another-issuer"));
}

#[test]
fn a_bit_beyond_the_list_is_unknown() {
    let mut beyond = sample::badge();
    beyond.status.index = credentials::status_list::LENGTH;
    let text = beyond.issue(&sample::key(), sample::signed()).unwrap();

    assert_eq!(stopped(&report(&text)), ("status", Outcome::Unknown, "list-form"));
}

#[test]
fn a_badge_without_a_status_entry_cannot_be_known_to_be_unrevoked() {
    let mut document = sample::badge().document();
    document.shift_remove("credentialStatus");

    let text = credentials::proof::sign(document, sample::DID, &sample::key(), sample::signed());

    assert_eq!(stopped(&report(&text.unwrap())), ("status", Outcome::Unknown, "no-status-entry"));
}

#[test]
fn a_status_entry_in_a_form_that_cannot_be_read_is_a_failure_and_not_a_blank() {
    for change in [
        json!({"statusListIndex": 94567}),
        json!({"statusListIndex": "+94567"}),
        json!({"statusListIndex": ""}),
        json!({"statusListIndex": "99999999999"}),
    ] {
        let mut document = sample::badge().document();
        for (name, value) in change.as_object().unwrap() {
            document["credentialStatus"][name] = value.clone();
        }
        let text =
            credentials::proof::sign(document, sample::DID, &sample::key(), sample::signed());
        let found = stopped(&report(&text.unwrap()));
        assert_eq!(found, ("status", Outcome::Failed, "status-entry-form"), "{change}");
    }
}

#[test]
fn a_status_list_is_not_a_badge() {
    assert_eq!(stopped(&report(&list())), ("contexts", Outcome::Failed, "contexts-missing"));
}

#[test]
fn a_proof_of_another_kind_is_not_believed() {
    for (member, value) in [
        ("cryptosuite", json!("eddsa-jcs-2022")),
        ("type", json!("Ed25519Signature2020")),
        ("proofPurpose", json!("authentication")),
        ("proofValue", json!(null)),
    ] {
        let text = altered(|badge| badge["proof"][member] = value);
        assert_eq!(report(&text).verdict(), Outcome::Failed, "{member}");
    }
    let none = altered(|badge| {
        badge.as_object_mut().unwrap().shift_remove("proof");
    });
    assert_eq!(stopped(&report(&none)), ("key", Outcome::Failed, "proof-form"));
}

#[test]
fn two_descriptions_of_one_issuer_are_refused() {
    let mut issuers = issuers();

    assert!(issuers.learn(sample::did().as_bytes()).is_err());
    assert!(issuers.learn(list().as_bytes()).is_err());
    assert_eq!(issuers.learn(badge().as_bytes()), Ok(credentials::issuers::Learned::Nothing));
}

#[test]
fn what_could_not_be_checked_by_others_is_not_signed() {
    let mut hidden = sample::badge().document();
    hidden.insert("privateNote".into(), json!("no context knows this"));
    let mut empty = sample::badge().document();
    empty.insert("evidence".into(), json!([]));
    let mut bad: Badge = sample::badge();
    bad.issuer.url = "https://example.org".into();
    bad.achievement.id = "no address".into();
    let mut long = sample::badge();
    long.achievement.criteria.narrative = "x".repeat(300_000);

    let sign = |it| credentials::proof::sign(it, sample::DID, &sample::key(), sample::signed());

    assert!(sign(hidden).is_err());
    assert!(sign(empty).is_err());
    assert!(bad.issue(&sample::key(), sample::signed()).is_err());
    assert!(long.issue(&sample::key(), sample::signed()).is_err());
    let signed: Document = Document::read(badge().as_bytes()).unwrap();
    assert!(sign(signed.members().clone()).is_err());
}

#[test]
fn what_is_not_an_ed25519_key_is_not_a_key() {
    let good = sample::key().public().multibase();
    assert!(PublicKey::from_multibase(&good).is_some());

    for bad in
        ["", "z", &good[1..], &good[..20], "z6Mk0OIl", &format!("{good}1"), &"z".repeat(9_999)]
    {
        assert_eq!(PublicKey::from_multibase(bad), None, "{bad}");
    }
    // The neutral element: everything would verify with it.
    let mut weak = vec![0xed, 0x01, 1];
    weak.resize(34, 0);
    assert_eq!(PublicKey::from_multibase(&format!("z{}", bs58::encode(weak).into_string())), None);
}
