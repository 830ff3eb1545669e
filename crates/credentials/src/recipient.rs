//! Who a badge is about: a name in clear, and an e-mail address that only someone who already knows
//! it can recognize.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::document::{Document, has_type};

/// The person who holds the badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// A number that means this person to this issuer, and nothing to anybody else.
    pub id: uuid::Uuid,
    /// The name as an employer would know it.
    pub name: String,
    /// The e-mail address, never written in clear, where one is known.
    pub email: Option<Email>,
    /// The number in the registry.
    pub license_number: String,
}

/// An e-mail address and the random bytes that hide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// The address.
    pub address: String,
    /// Fresh random bytes for each badge.
    pub salt: [u8; 16],
}

impl Holder {
    /// The list `identifier` of a badge's subject.
    pub(crate) fn identifier(&self) -> Value {
        let mut all = vec![json!({
            "type": "IdentityObject",
            "identityType": "name",
            "hashed": false,
            "identityHash": self.name,
        })];
        if let Some(email) = &self.email {
            let salt = hex::encode(email.salt);
            all.push(json!({
                "type": "IdentityObject",
                "identityType": "emailAddress",
                "hashed": true,
                "identityHash": hashed(&email.address, &salt),
                "salt": salt,
            }));
        }
        Value::Array(all)
    }
}

/// Whether a badge is about the holder of this e-mail address; `None` if the badge does not say.
///
/// Look at the badge's proof first: this only compares.
#[must_use]
pub fn has_email(badge: &Document, address: &str) -> Option<bool> {
    let all = badge.get("credentialSubject")?.get("identifier")?.as_array()?;
    let one = all.iter().find(|it| {
        it.get("type").is_some_and(|types| has_type(types, "IdentityObject"))
            && it.get("identityType").and_then(Value::as_str) == Some("emailAddress")
            && it.get("hashed") == Some(&Value::Bool(true))
    })?;
    let hash = one.get("identityHash")?.as_str()?;
    let salt = one.get("salt").map_or(Some(""), Value::as_str)?;
    Some(hash == hashed(address, salt))
}

/// Open Badges' `identityHash`: of the address, in lower case, followed by the salt's text.
fn hashed(address: &str, salt: &str) -> String {
    let plain = format!("{}{salt}", address.trim().to_lowercase());
    format!("sha256${}", hex::encode(Sha256::digest(plain.as_bytes())))
}
