//! The badge itself: a plain struct goes in, a signed Open Badge 3.0 comes out.

use jiff::{Timestamp, Zoned};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::achievement::{Achievement, Image};
use crate::contexts;
use crate::keys::IssuerKey;
use crate::moment;
use crate::proof::{self, Refused};
use crate::recipient::Holder;

const SCHEMA: &str =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/// Everything that a badge says. All texts are in one language; what is `None` is not mentioned.
///
/// At a yearly renewal `id`, `awarded` and `status` stay, `valid_from` and `valid_until` move on.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// The badge's own id, for as long as the endorsement lasts.
    pub id: Uuid,
    /// What it is called, as `Infant Mental Health Mentor - Clinical (IMHM-C)`.
    pub name: String,
    /// What it is, and that it is not a license to practice.
    pub description: String,
    /// The association.
    pub issuer: Issuer,
    /// When the endorsement was first awarded.
    pub awarded: Timestamp,
    /// From when this badge is in force.
    pub valid_from: Timestamp,
    /// The last second in which it is in force, in the association's time zone.
    pub valid_until: Zoned,
    /// The person.
    pub holder: Holder,
    /// What the person was endorsed as.
    pub achievement: Achievement,
    /// That the exam was passed, where there was one.
    pub exam: Option<ExamPassed>,
    /// That a review took place; never what was reviewed, or by whom.
    pub evidence: Evidence,
    /// Where it will be said if the badge is revoked.
    pub status: StatusEntry,
}

/// An association as a badge names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Its DID, as `did:web:ct-aimh.example.org`.
    pub did: String,
    /// Its name.
    pub name: String,
    /// Its site.
    pub url: String,
    /// Where to ask.
    pub email: String,
    /// Its logo, where there is one.
    pub image: Option<Image>,
}

/// A passed exam: that it was passed, never the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExamPassed {
    /// An id for this result.
    pub id: Uuid,
    /// As `Written examination`.
    pub name: String,
    /// The word for passed.
    pub passed: String,
    /// The word for not passed.
    pub not_passed: String,
}

/// That a review took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// An id for this review.
    pub id: Uuid,
    /// As `Portfolio review`.
    pub name: String,
    /// What was found, by role.
    pub narrative: String,
}

/// A place in a status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEntry {
    /// The address of the list.
    pub list: String,
    /// The bit, counted from 0; see [`crate::status_list::draw`].
    pub index: u32,
}

impl Badge {
    /// The signed badge as JSON text: the one file that page, certificate and wallet carry.
    ///
    /// Commit the status entry before this is given to anybody.
    ///
    /// # Errors
    ///
    /// [`Refused`], if a text makes the badge too large, or an address is none.
    pub fn issue(&self, key: &IssuerKey, created: Timestamp) -> Result<String, Refused> {
        proof::sign(self.document(), &self.issuer.did, key, created)
    }

    /// The badge as JSON-LD, unsigned.
    #[must_use]
    pub fn document(&self) -> Map<String, Value> {
        let mut out = Map::new();
        let mut say = |name: &str, value: Value| {
            out.insert(name.into(), value);
        };
        say("@context", json!([contexts::CREDENTIALS, contexts::BADGES, contexts::EXTENSIONS]));
        say("id", urn(self.id));
        say("type", json!(["VerifiableCredential", "OpenBadgeCredential"]));
        say("name", json!(self.name));
        say("description", json!(self.description));
        say("issuer", self.issuer.document());
        say("awardedDate", json!(moment::utc(self.awarded)));
        say("validFrom", json!(moment::utc(self.valid_from)));
        say("validUntil", json!(moment::local(&self.valid_until)));
        say("credentialSubject", self.subject());
        say(
            "evidence",
            json!([{
                "id": urn(self.evidence.id),
                "type": ["Evidence"],
                "name": self.evidence.name,
                "genre": "PortfolioReview",
                "narrative": self.evidence.narrative,
            }]),
        );
        say("credentialSchema", json!([{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}]));
        say("credentialStatus", self.status.document());
        out
    }

    fn subject(&self) -> Value {
        let mut achievement = self.achievement.document();
        let mut subject = Map::new();
        subject.insert("id".into(), urn(self.holder.id));
        subject.insert("type".into(), json!(["AchievementSubject"]));
        subject.insert("identifier".into(), self.holder.identifier());
        subject.insert("licenseNumber".into(), json!(self.holder.license_number));
        if let Some(exam) = &self.exam {
            achievement.insert(
                "resultDescription".into(),
                json!([{
                    "id": urn(exam.id),
                    "type": ["ResultDescription"],
                    "name": exam.name,
                    "resultType": "Result",
                    "allowedValue": [exam.not_passed, exam.passed],
                    "requiredValue": exam.passed,
                }]),
            );
        }
        subject.insert("achievement".into(), Value::Object(achievement));
        if let Some(exam) = &self.exam {
            let result = json!({"type": ["Result"], "resultDescription": urn(exam.id), "value": exam.passed});
            subject.insert("result".into(), json!([result]));
        }
        Value::Object(subject)
    }
}

impl Issuer {
    fn document(&self) -> Value {
        let mut out = Map::new();
        out.insert("id".into(), json!(self.did));
        out.insert("type".into(), json!(["Profile"]));
        out.insert("name".into(), json!(self.name));
        out.insert("url".into(), json!(self.url));
        out.insert("email".into(), json!(self.email));
        if let Some(image) = &self.image {
            out.insert("image".into(), image.document());
        }
        Value::Object(out)
    }
}

impl StatusEntry {
    /// One object, never a list, and the index as text: both are what verifiers insist on.
    fn document(&self) -> Value {
        json!({
            "id": format!("{}#{}", self.list, self.index),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": self.index.to_string(),
            "statusListCredential": self.list,
        })
    }
}

fn urn(id: Uuid) -> Value {
    Value::String(id.urn().to_string())
}
