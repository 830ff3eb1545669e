//! An issuer's keys: the secret one that signs, the public one that the world sees, and the DID
//! document that says whose it is.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde_json::{Value, json};

/// What stands before the 32 bytes of an Ed25519 public key in a Multikey.
const ED25519_PUB: [u8; 2] = [0xed, 0x01];

/// A secret Ed25519 key of an issuer. It is never shown, and wiped when dropped.
#[derive(Clone)]
pub struct IssuerKey(SigningKey);

impl IssuerKey {
    /// The key made of these 32 secret bytes. They must come from a source of real randomness, and
    /// be kept encrypted.
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The half that everyone may see.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs a statement that is no credential. It begins by saying what it is; what is signed of a
    /// credential are 64 bytes of digests, so that neither can be taken for the other.
    #[must_use]
    pub fn sign_statement(&self, text: &str) -> [u8; 64] {
        self.sign(text.as_bytes())
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }
}

impl fmt::Debug for IssuerKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "IssuerKey({})", self.public().multibase())
    }
}

/// A public Ed25519 key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads a Multikey as DID documents write it: `z6Mk…`. `None` if it is not an Ed25519 key.
    #[must_use]
    pub fn from_multibase(text: &str) -> Option<Self> {
        // 34 bytes are at most 47 letters; bs58 is quadratic, so look before reading.
        if text.len() > 60 {
            return None;
        }
        let bytes = bs58::decode(text.strip_prefix('z')?).into_vec().ok()?;
        let key: &[u8; 32] = bytes.strip_prefix(&ED25519_PUB)?.try_into().ok()?;
        VerifyingKey::from_bytes(key).ok().filter(|it| !it.is_weak()).map(Self)
    }

    /// The key as DID documents write it: `z6Mk…`.
    ///
    /// # Example
    ///
    /// ```
    /// use credentials::{IssuerKey, PublicKey};
    ///
    /// let key = IssuerKey::from_secret(&[7; 32]).public();
    /// assert!(key.multibase().starts_with("z6Mk"));
    /// assert_eq!(PublicKey::from_multibase(&key.multibase()), Some(key));
    /// ```
    #[must_use]
    pub fn multibase(&self) -> String {
        let bytes = [ED25519_PUB.as_slice(), self.0.as_bytes()].concat();
        format!("z{}", bs58::encode(bytes).into_string())
    }

    /// The key's id: the issuer's DID, `#`, and the key itself, so that a reader sees which it is.
    #[must_use]
    pub fn id(&self, did: &str) -> String {
        format!("{did}#{}", self.multibase())
    }

    /// Whether a statement was signed with this key's other half.
    ///
    /// # Example
    ///
    /// ```
    /// let key = credentials::IssuerKey::from_secret(&[7; 32]);
    /// let signature = key.sign_statement("so it stands");
    /// assert!(key.public().verifies_statement("so it stands", &signature));
    /// assert!(!key.public().verifies_statement("so it stood", &signature));
    /// ```
    #[must_use]
    pub fn verifies_statement(&self, text: &str, signature: &[u8; 64]) -> bool {
        self.verifies(text.as_bytes(), signature)
    }

    pub(crate) fn verifies(&self, bytes: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok()
    }
}

/// The `did:web` of a host: `ct-aimh.example.org` or, with a port, `localhost:8080`. Its document is
/// served at `/.well-known/did.json` of that host.
///
/// # Example
///
/// ```
/// assert_eq!(credentials::did_web("ct-aimh.localhost:8080"), "did:web:ct-aimh.localhost%3A8080");
/// ```
#[must_use]
pub fn did_web(host: &str) -> String {
    format!("did:web:{}", host.to_lowercase().replace(':', "%3A"))
}

/// An issuer's DID document: every key with which credentials still around were signed.
///
/// Keys are listed as Ed25519 `Multikey`; the P-256 `JsonWebKey` for badges in the form of a JWT is
/// not there yet, because no such badge is issued yet. Keep an old key listed until the last
/// credential signed with it has run out.
#[must_use]
pub fn did_document(did: &str, keys: &[PublicKey]) -> Value {
    let methods: Vec<Value> = keys
        .iter()
        .map(|key| {
            json!({
                "id": key.id(did),
                "type": "Multikey",
                "controller": did,
                "publicKeyMultibase": key.multibase(),
            })
        })
        .collect();
    let ids: Vec<String> = keys.iter().map(|key| key.id(did)).collect();
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": ids,
    })
}
