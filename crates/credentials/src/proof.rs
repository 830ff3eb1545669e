//! Proofs embedded in a document: `DataIntegrityProof` with the cryptosuite `eddsa-rdfc-2022`
//! (W3C VC Data Integrity EdDSA 1.0, §3.2).

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::canonical::{self, NotCanonical};
use crate::document::{Document, Malformed};
use crate::keys::{IssuerKey, PublicKey};
use crate::moment;

/// The one cryptosuite that is spoken here.
pub const CRYPTOSUITE: &str = "eddsa-rdfc-2022";

/// Why a document was not signed, or its signature could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The document breaks a limit, or can be read in two ways.
    #[error("the document cannot be used: {0}")]
    Malformed(#[from] Malformed),
    /// The document has no canonical form.
    #[error("the document cannot be signed: {0}")]
    NotCanonical(#[from] NotCanonical),
    /// The document carries a proof already.
    #[error("the document is signed already")]
    SignedAlready,
    /// The proof is not of the form that is spoken here; says which member.
    #[error("the proof's {0} is not as it must be")]
    Form(&'static str),
    /// The signature just made does not verify: nothing may be issued.
    #[error("the signature just made does not verify")]
    SelfCheck,
}

/// Signs a document and gives its JSON text.
///
/// The text is read back and its proof checked before it is given out.
///
/// # Errors
///
/// [`Refused`], if the document is not one that everybody could check.
pub fn sign(
    unsigned: Map<String, Value>,
    did: &str,
    key: &IssuerKey,
    created: Timestamp,
) -> Result<String, Refused> {
    if unsigned.contains_key("proof") {
        return Err(Refused::SignedAlready);
    }
    let mut signed = unsigned;
    signed.insert(
        "proof".into(),
        json!({
            "type": "DataIntegrityProof",
            "cryptosuite": CRYPTOSUITE,
            "created": moment::utc(created),
            "verificationMethod": key.public().id(did),
            "proofPurpose": "assertionMethod",
        }),
    );
    let hash = hash(&Document::try_from(signed.clone())?)?;
    let signature = key.sign(&hash);
    let value = format!("z{}", bs58::encode(signature).into_string());
    if let Some(Value::Object(proof)) = signed.get_mut("proof") {
        proof.insert("proofValue".into(), value.into());
    }
    let text = Value::Object(signed.clone()).to_string();
    // What is given out must read back as what was hashed, and its signature must verify.
    let back = Document::read(text.as_bytes())?;
    let signature = self::signature(Proof::of(&back)?.value).ok_or(Refused::SelfCheck)?;
    if back.members() == &signed && key.public().verifies(&hash, &signature) {
        Ok(text)
    } else {
        Err(Refused::SelfCheck)
    }
}

/// Whether the document's proof was made with this key over exactly this document.
///
/// Says nothing about whose key it is: that is [`crate::verify()`]'s affair.
///
/// # Errors
///
/// [`Refused`], if there is no proof of the known form, or the document has no canonical form.
pub fn holds(document: &Document, key: &PublicKey) -> Result<bool, Refused> {
    let proof = Proof::of(document)?;
    let signature = signature(proof.value).ok_or(Refused::Form("proofValue"))?;
    Ok(key.verifies(&hash(document)?, &signature))
}

/// What a proof says of itself.
pub(crate) struct Proof<'a> {
    /// The id of the key.
    pub(crate) key: &'a str,
    /// When the proof itself runs out, if it says so.
    pub(crate) expires: Option<Timestamp>,
    value: &'a str,
}

impl<'a> Proof<'a> {
    /// The proof of a document, if it is one and of the known form.
    pub(crate) fn of(document: &'a Document) -> Result<Self, Refused> {
        let Some(Value::Object(proof)) = document.get("proof") else {
            return Err(Refused::Form("shape"));
        };
        let is = |name, what| proof.get(name).and_then(Value::as_str) == Some(what);
        let text = |name| proof.get(name).and_then(Value::as_str).ok_or(Refused::Form(name));
        if !is("type", "DataIntegrityProof") {
            return Err(Refused::Form("type"));
        }
        if !is("cryptosuite", CRYPTOSUITE) {
            return Err(Refused::Form("cryptosuite"));
        }
        if !is("proofPurpose", "assertionMethod") {
            return Err(Refused::Form("proofPurpose"));
        }
        if proof.contains_key("created") {
            moment::read(text("created")?).ok_or(Refused::Form("created"))?;
        }
        let expires = match proof.get("expires") {
            Some(_) => Some(moment::read(text("expires")?).ok_or(Refused::Form("expires"))?),
            None => None,
        };
        Ok(Self { key: text("verificationMethod")?, expires, value: text("proofValue")? })
    }
}

/// The 64 bytes of a `proofValue`.
fn signature(value: &str) -> Option<[u8; 64]> {
    // 64 bytes are at most 88 letters; bs58 is quadratic, so look before reading.
    if value.len() > 100 {
        return None;
    }
    bs58::decode(value.strip_prefix('z')?).into_vec().ok()?.try_into().ok()
}

/// What is signed: the digest of the proof's own statements, then that of the document's.
fn hash(document: &Document) -> Result<Vec<u8>, NotCanonical> {
    let mut unsigned = document.members().clone();
    let Some(Value::Object(mut proof)) = unsigned.shift_remove("proof") else {
        return Err(NotCanonical::Unreadable("there is no proof".into()));
    };
    proof.shift_remove("proofValue");
    if let Some(contexts) = unsigned.get("@context") {
        proof.insert("@context".into(), contexts.clone());
    }
    Ok([canonical::digest(&proof)?, canonical::digest(&unsigned)?].concat())
}
