//! The sample badge as it stands in the repository, where other people's verifiers read it too.
//!
//! If one of these fails on purpose, write the files again:
//! `cargo run -p credentials --example issue -- crates/credentials/tests/golden`

use std::fs;
use std::path::Path;

use credentials::document::Document;
use credentials::recipient::has_email;
use credentials::status_list::StatusList;
use serde_json::{Value, json};

use crate::{badge, sample};

fn golden(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    fs::read_to_string(folder.join(file)).unwrap()
}

#[test]
fn the_same_badge_with_the_same_key_is_the_same_to_the_byte() {
    assert_eq!(badge(), golden("badge.json"));
    assert_eq!(sample::did(), golden("did.json"));
}

/// How a list is packed is up to the packer, which a build of the whole workspace may choose
/// otherwise than a build of this crate; what is in it is not.
#[test]
fn the_same_list_has_the_same_bits() {
    let others = [sample::INDEX - 1, sample::INDEX + 1, 0];
    let made: Value = serde_json::from_str(&sample::list(&others).unwrap()).unwrap();
    let kept: Value = serde_json::from_str(&golden("status.json")).unwrap();
    let bits = |list: &Value| {
        let packed = list["credentialSubject"]["encodedList"].as_str().unwrap();
        StatusList::decode(packed).unwrap()
    };

    for index in [0, sample::INDEX - 1, sample::INDEX, sample::INDEX + 1] {
        assert_eq!(bits(&made).get(index), bits(&kept).get(index), "bit {index}");
        assert_eq!(bits(&made).get(index), Ok(others.contains(&index)));
    }
    for member in ["@context", "id", "type", "issuer", "validFrom", "validUntil"] {
        assert_eq!(made[member], kept[member]);
    }
}

#[test]
fn the_proof_of_the_sample_is_the_one_that_others_verified() {
    let badge: Value = serde_json::from_str(&badge()).unwrap();

    assert_eq!(
        badge["proof"],
        json!({
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-rdfc-2022",
            "created": "2026-01-02T12:00:00Z",
            "verificationMethod": format!("{}#{}", sample::DID, sample::key().public().multibase()),
            "proofPurpose": "assertionMethod",
            "proofValue": "z5Vtqf2Mq3rykptymc7SnmCvpwj9kVUmDCAnjtCf6eyVmcfBStUQzgQWA3JvgfJxXt1vQvaKXQQ69JoECMm7CDPjM",
        })
    );
}

#[test]
fn dates_are_written_with_their_offset_and_the_status_index_as_text() {
    let badge: Value = serde_json::from_str(&badge()).unwrap();

    assert_eq!(badge["awardedDate"], "2024-03-01T00:00:00Z");
    assert_eq!(badge["validFrom"], "2026-01-01T05:00:00Z");
    assert_eq!(badge["validUntil"], "2027-01-31T23:59:59-05:00");
    assert_eq!(badge["credentialStatus"]["statusListIndex"], "94567");
    assert_eq!(badge["credentialStatus"]["id"], format!("{}#94567", sample::LIST));
    assert_eq!(badge["id"], "urn:uuid:5f0d7c1e-52a4-4a52-9f6e-3f6c0a8b1d21");
}

#[test]
fn what_is_not_known_is_not_mentioned() {
    let mut sparse = sample::badge();
    sparse.exam = None;
    sparse.holder.email = None;
    sparse.issuer.image = None;
    sparse.achievement.creator = None;
    sparse.achievement.field_of_study = None;
    sparse.achievement.specialization = None;
    sparse.achievement.image = None;

    let text = sparse.issue(&sample::key(), sample::signed()).unwrap();

    for absent in ["null", "[]", "{}", "\"result\"", "resultDescription", "image", "creator"] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
}

#[test]
fn the_address_is_hidden_and_yet_recognized() {
    let text = badge();

    let badge = Document::read(text.as_bytes()).unwrap();

    assert!(!text.to_lowercase().contains("sample.person@"));
    assert_eq!(has_email(&badge, " sample.person@example.ORG "), Some(true));
    assert_eq!(has_email(&badge, "somebody.else@example.org"), Some(false));
    let mut silent = sample::badge();
    silent.holder.email = None;
    let silent = Document::try_from(silent.document()).unwrap();
    assert_eq!(has_email(&silent, sample::EMAIL), None);
}

#[test]
fn the_secret_key_is_not_in_its_debug_text() {
    let shown = format!("{:?}", sample::key());

    assert_eq!(shown, format!("IssuerKey({})", sample::key().public().multibase()));
}
