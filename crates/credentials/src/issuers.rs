//! What is known about issuers when a badge is checked: their keys, and their lists of revoked
//! badges. It is given, never fetched, and only as good as where it came from.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::document::{self, Document, Malformed};
use crate::keys::PublicKey;

/// The DID documents and status lists at hand.
#[derive(Clone, Debug, Default)]
pub struct Issuers {
    keys: BTreeMap<String, BTreeMap<String, Key>>,
    lists: BTreeMap<String, Document>,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Learned {
    /// The DID document of this issuer.
    Issuer(String),
    /// The status list of this address. Its proof is looked at when a badge asks for it.
    StatusList(String),
    /// Something else; nothing was learned.
    Nothing,
}

/// Why a file teaches nothing although it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLearned {
    /// Not a document that can be looked at.
    #[error("{0}")]
    Malformed(#[from] Malformed),
    /// Another file was about the same issuer or list, and one of them must be wrong.
    #[error("{0} is described twice")]
    Twice(String),
}

/// A key that an issuer lists, as far as it can be used.
#[derive(Clone, Debug)]
enum Key {
    Usable(PublicKey),
    /// Listed, but of another kind or somebody else's.
    Unusable,
}

/// What an issuer says about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Nothing is known about this issuer.
    UnknownIssuer,
    /// The issuer does not list this key for making statements.
    No,
    /// The issuer lists it, but it is not an Ed25519 key that the issuer itself controls.
    Unusable,
    /// The issuer lists it.
    Yes(PublicKey),
}

impl Issuers {
    /// Knows nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns from a file: a DID document or a status list.
    ///
    /// # Errors
    ///
    /// [`NotLearned`]
    pub fn learn(&mut self, bytes: &[u8]) -> Result<Learned, NotLearned> {
        let value = document::read_json(bytes)?;
        let id = value.get("id").and_then(Value::as_str).unwrap_or_default().to_string();
        let is_list = value
            .get("type")
            .is_some_and(|it| document::has_type(it, "BitstringStatusListCredential"));
        if id.starts_with("did:") && value.get("verificationMethod").is_some() {
            if self.keys.contains_key(&id) {
                return Err(NotLearned::Twice(id));
            }
            self.keys.insert(id.clone(), keys_of(&id, &value));
            Ok(Learned::Issuer(id))
        } else if is_list {
            if self.lists.contains_key(&id) {
                return Err(NotLearned::Twice(id));
            }
            self.lists.insert(id.clone(), Document::read(bytes)?);
            Ok(Learned::StatusList(id))
        } else {
            Ok(Learned::Nothing)
        }
    }

    /// Whether this issuer lists this key for making statements (`assertionMethod`), by the key's id.
    #[must_use]
    pub fn key(&self, issuer: &str, key: &str) -> Listed {
        match self.keys.get(issuer).map(|keys| keys.get(key)) {
            None => Listed::UnknownIssuer,
            Some(None) => Listed::No,
            Some(Some(Key::Unusable)) => Listed::Unusable,
            Some(Some(Key::Usable(key))) => Listed::Yes(*key),
        }
    }

    /// The list of this address, unchecked.
    pub(crate) fn list(&self, url: &str) -> Option<&Document> {
        self.lists.get(url)
    }
}

/// The keys that a DID document lists, by id. Only those that stand as text in `assertionMethod`.
fn keys_of(did: &str, document: &Value) -> BTreeMap<String, Key> {
    let all = |name| document.get(name).and_then(Value::as_array).into_iter().flatten();
    all("assertionMethod")
        .filter_map(Value::as_str)
        .map(|id| {
            let mut methods = all("verificationMethod").filter(|it| is(it, "id", id));
            // Two keys under one id: neither can be believed.
            let key = match (methods.next(), methods.next()) {
                (Some(method), None) => usable(did, method),
                _ => None,
            };
            (id.to_string(), key.map_or(Key::Unusable, Key::Usable))
        })
        .collect()
}

fn usable(did: &str, method: &Value) -> Option<PublicKey> {
    if !is(method, "type", "Multikey") || !is(method, "controller", did) {
        return None;
    }
    PublicKey::from_multibase(method.get("publicKeyMultibase")?.as_str()?)
}

fn is(object: &Value, name: &str, what: &str) -> bool {
    object.get(name).and_then(Value::as_str) == Some(what)
}
