//! A badge, an issuer and its list of revocations in which everything is fixed, so that the same
//! bytes come out every time. All of it is made up.

use credentials::achievement::{Creator, Criteria, Image};
use credentials::badge::{Evidence, ExamPassed, Issuer, StatusEntry};
use credentials::proof::Refused;
use credentials::recipient::{Email, Holder};
use credentials::status_list::Publication;
use credentials::{Achievement, Badge, IssuerKey, StatusList, did_document};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use uuid::Uuid;

pub const DID: &str = "did:web:registry.example.org%3A8443:ct";
pub const LIST: &str = "https://registry.example.org:8443/ct/status/revocation-1";
pub const INDEX: u32 = 94_567;
pub const EMAIL: &str = "Sample.Person@example.org";

pub fn key() -> IssuerKey {
    IssuerKey::from_secret(&[7; 32])
}

/// When everything here was signed: 2026-01-02, noon.
pub fn signed() -> Timestamp {
    Timestamp::constant(1_767_355_200, 0)
}

/// The text has what trips up software: quotes, backslashes, control characters, accents, a
/// right-to-left mark, letters outside the first plane.
pub fn badge() -> Badge {
    Badge {
        id: Uuid::from_u128(0x5f0d_7c1e_52a4_4a52_9f6e_3f6c_0a8b_1d21),
        name: "Sample Mentor - Clinical (SM-C)".into(),
        description: "Sample endorsement. It is not a license to practice.".into(),
        issuer: Issuer {
            did: DID.into(),
            name: "Sample Association for Infant Mental Health".into(),
            url: "https://registry.example.org:8443/ct".into(),
            email: "endorsement@example.org".into(),
            image: Some(Image {
                url: "https://registry.example.org:8443/logo.png".into(),
                caption: "Logo".into(),
            }),
        },
        awarded: Timestamp::constant(1_709_251_200, 0),
        valid_from: Timestamp::constant(1_767_243_600, 0),
        valid_until: Timestamp::constant(1_801_457_999, 0)
            .to_zoned(TimeZone::fixed(Offset::constant(-5))),
        holder: Holder {
            id: Uuid::from_u128(0x8b1b_2f0a_1a51_4d0c_8a37_6f2f_6a3a_9c10),
            name: "María José \"Pepa\" Núñez O’Brien \u{200f}\u{1f476}".into(),
            email: Some(Email { address: EMAIL.into(), salt: [42; 16] }),
            license_number: "SAMPLE-00412".into(),
        },
        achievement: Achievement {
            id: "https://alliance.example.org/achievements/sm-c/2024".into(),
            version: "2024-01".into(),
            language: "en".into(),
            code: "SM-C".into(),
            name: "Sample Mentor - Clinical".into(),
            description: "What a sample mentor does.".into(),
            criteria: Criteria {
                url: "https://alliance.example.org/achievements/sm-c/2024/criteria".into(),
                narrative: "# Asked\n\n- hours\t(clock)\r\n- C:\\path \u{7f}\u{8}".into(),
            },
            creator: Some(Creator {
                did: "did:web:alliance.example.org".into(),
                name: "Sample Alliance".into(),
            }),
            field_of_study: Some("Infant and early childhood mental health".into()),
            specialization: Some("Clinical".into()),
            image: Some(Image {
                url: "https://alliance.example.org/sm-c.png".into(),
                caption: "A sample".into(),
            }),
        },
        exam: Some(ExamPassed {
            id: Uuid::from_u128(0xaa),
            name: "Written examination".into(),
            passed: "Passed".into(),
            not_passed: "Not passed".into(),
        }),
        evidence: Evidence {
            id: Uuid::from_u128(0xee),
            name: "Portfolio review".into(),
            narrative: "Trained reviewers found the requirements met.".into(),
        },
        status: StatusEntry { list: LIST.into(), index: INDEX },
    }
}

pub fn publication() -> Publication {
    Publication {
        url: LIST.into(),
        did: DID.into(),
        valid_from: signed(),
        valid_until: Timestamp::constant(1_767_355_200 + 7 * 86_400, 0),
    }
}

/// The signed list, with these bits set.
pub fn list(revoked: &[u32]) -> Result<String, Refused> {
    let mut list = StatusList::new();
    for index in revoked {
        // All of them are in the list.
        let _ = list.set(*index);
    }
    publication().issue(&list, &key(), signed())
}

pub fn did() -> String {
    did_document(DID, &[key().public()]).to_string()
}
