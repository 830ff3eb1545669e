//! Secrets that must be read again, at rest: sealed with a key that is in no database.

use std::fmt;
use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use uuid::Uuid;

use super::keys;

/// The file with the key.
const FILE: &str = "second-factors.key";

/// Seals and unseals what belongs to a person; what was sealed for one opens for no other.
pub struct Seal {
    key: LessSafeKey,
    marks: hmac::Key,
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}

impl Seal {
    /// Opens the key, making it at first start.
    ///
    /// # Errors
    ///
    /// When its file cannot be read or made.
    pub fn open(folder: &Path) -> anyhow::Result<Self> {
        let secret = hmac::Key::new(hmac::HMAC_SHA256, &keys::kept(folder, FILE)?);
        let own = |what: &[u8]| hmac::sign(&secret, what);
        let key = UnboundKey::new(&CHACHA20_POLY1305, own(b"seal").as_ref())
            .map_err(|_| anyhow::anyhow!("{FILE} is no key"))?;
        let marks = hmac::Key::new(hmac::HMAC_SHA256, own(b"mark").as_ref());
        Ok(Self { key: LessSafeKey::new(key), marks })
    }

    /// The secret as it may be kept.
    ///
    /// # Errors
    ///
    /// When it is longer than any secret.
    pub fn seal(&self, whose: Uuid, secret: &[u8]) -> anyhow::Result<String> {
        let nonce: [u8; NONCE_LEN] = rand::random();
        let mut sealed = secret.to_vec();
        self.key
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(whose.as_bytes()),
                &mut sealed,
            )
            .map_err(|_| anyhow::anyhow!("a secret cannot be sealed"))?;
        Ok(STANDARD_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// The secret again.
    ///
    /// # Errors
    ///
    /// When it was sealed for somebody else or with another key, or is damaged.
    pub fn unseal(&self, whose: Uuid, sealed: &str) -> anyhow::Result<Vec<u8>> {
        let bytes = STANDARD_NO_PAD.decode(sealed)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_LEN).context("nothing is sealed")?;
        let nonce = Nonce::try_assume_unique_for_key(nonce)
            .map_err(|_| anyhow::anyhow!("nothing is sealed"))?;
        let mut secret = sealed.to_vec();
        let length = self
            .key
            .open_in_place(nonce, Aad::from(whose.as_bytes()), &mut secret)
            .map_err(|_| anyhow::anyhow!("a secret does not open with this key"))?
            .len();
        secret.truncate(length);
        Ok(secret)
    }

    /// What is kept of a code of a person's that is too short to be hashed without a key.
    #[must_use]
    pub fn mark(&self, whose: Uuid, code: &str) -> String {
        let mut both = hmac::Context::with_key(&self.marks);
        both.update(whose.as_bytes());
        both.update(code.as_bytes());
        hex::encode(both.sign().as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_for_one_opens_for_no_other_and_with_no_other_key() {
        let (here, there) = (tempfile::TempDir::new().unwrap(), tempfile::TempDir::new().unwrap());
        let seal = Seal::open(here.path()).unwrap();
        let (ana, ben) = (Uuid::from_u128(1), Uuid::from_u128(2));

        let sealed = seal.seal(ana, b"a secret of Ana's").unwrap();

        let again = Seal::open(here.path()).unwrap();
        assert_eq!(again.unseal(ana, &sealed).unwrap(), b"a secret of Ana's");
        assert!(seal.unseal(ben, &sealed).is_err());
        assert!(Seal::open(there.path()).unwrap().unseal(ana, &sealed).is_err());
        assert!(seal.unseal(ana, &sealed[1..]).is_err());
        assert_ne!(sealed, seal.seal(ana, b"a secret of Ana's").unwrap());
        assert_ne!(seal.mark(ana, "code"), seal.mark(ben, "code"));
    }
}
