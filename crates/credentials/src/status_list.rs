//! Which badges are revoked: a long row of bits, one for each badge, that tells whoever fetches it
//! nothing about which badge is being looked at (W3C Bitstring Status List 1.0).

use std::fmt;
use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::contexts;
use crate::keys::IssuerKey;
use crate::moment;
use crate::proof::{self, Refused};

/// The bits of a list of ours, and the fewest that any list may have: among fewer, a badge would
/// not be hidden (Bitstring Status List 1.0, §6.1).
pub const LENGTH: u32 = 131_072;
/// The most bits of a list that is read: one mebibyte of them.
const MAX_BYTES: usize = 1024 * 1024;

/// A row of bits. Bit 0 is the leftmost of the first byte.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusList(Vec<u8>);

impl fmt::Debug for StatusList {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let set: u32 = self.0.iter().map(|it| it.count_ones()).sum();
        write!(to, "StatusList({set} of {} bits set)", self.length())
    }
}

/// Why a bit cannot be had, or a list cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadList {
    /// There is no such bit.
    #[error("the list has no bit of that number")]
    OutOfRange,
    /// Not base64url after the prefix `u`.
    #[error("the list is not base64url with the prefix u")]
    NotBase64,
    /// Not one stream of gzip.
    #[error("the list is not gzip")]
    NotGzip,
    /// Fewer bits than [`LENGTH`].
    #[error("the list has fewer than {LENGTH} bits")]
    TooShort,
    /// More than can be reasonable.
    #[error("the list is too long")]
    TooLong,
}

impl Default for StatusList {
    fn default() -> Self {
        Self(vec![0; LENGTH as usize / 8])
    }
}

impl StatusList {
    /// A list of [`LENGTH`] bits, none set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many bits it has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.len() * 8
    }

    /// Whether a bit is set.
    ///
    /// # Errors
    ///
    /// [`BadList::OutOfRange`]
    pub fn get(&self, index: u32) -> Result<bool, BadList> {
        let (byte, mask) = place(index);
        self.0.get(byte).map(|it| it & mask != 0).ok_or(BadList::OutOfRange)
    }

    /// Sets a bit: the badge is revoked.
    ///
    /// # Errors
    ///
    /// [`BadList::OutOfRange`]
    pub fn set(&mut self, index: u32) -> Result<(), BadList> {
        let (byte, mask) = place(index);
        *self.0.get_mut(byte).ok_or(BadList::OutOfRange)? |= mask;
        Ok(())
    }

    /// Clears a bit. A revocation that was published is for ever: this is for lists being built.
    ///
    /// # Errors
    ///
    /// [`BadList::OutOfRange`]
    pub fn clear(&mut self, index: u32) -> Result<(), BadList> {
        let (byte, mask) = place(index);
        *self.0.get_mut(byte).ok_or(BadList::OutOfRange)? &= !mask;
        Ok(())
    }

    /// The list as `encodedList` writes it. The same bits always give the same text.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        // Writing to memory does not fail; if it ever did, the text would not decode.
        let packed = gzip.write_all(&self.0).and_then(|()| gzip.finish()).unwrap_or_default();
        format!("u{}", URL_SAFE_NO_PAD.encode(packed))
    }

    /// Reads an `encodedList`.
    ///
    /// # Errors
    ///
    /// [`BadList`]; a small text that would unpack to a huge list is [`BadList::TooLong`].
    pub fn decode(text: &str) -> Result<Self, BadList> {
        let text = text.strip_prefix('u').ok_or(BadList::NotBase64)?;
        let packed = URL_SAFE_NO_PAD.decode(text).map_err(|_| BadList::NotBase64)?;
        let mut gzip = GzDecoder::new(packed.as_slice());
        let mut bytes = Vec::new();
        let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        gzip.by_ref().take(limit).read_to_end(&mut bytes).map_err(|_| BadList::NotGzip)?;
        if bytes.len() > MAX_BYTES {
            return Err(BadList::TooLong);
        }
        if !gzip.into_inner().is_empty() {
            return Err(BadList::NotGzip);
        }
        let list = Self(bytes);
        if list.length() < LENGTH as usize { Err(BadList::TooShort) } else { Ok(list) }
    }
}

fn place(index: u32) -> (usize, u8) {
    (index as usize / 8, 0b1000_0000 >> (index % 8))
}

/// A bit for a new badge, from four random bytes: every bit of a list is as likely as any other.
///
/// If that bit is taken already, draw again.
#[must_use]
pub fn draw(random: [u8; 4]) -> u32 {
    u32::from_le_bytes(random) % LENGTH
}

/// What is published about revocations: an issuer's list, with the time for which it is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The address of the list, as badges name it.
    pub url: String,
    /// The issuer of the badges.
    pub did: String,
    /// Since when the list is true.
    pub valid_from: Timestamp,
    /// Until when it may be believed: a few days ahead; sign it again before.
    pub valid_until: Timestamp,
}

impl Publication {
    /// The signed list as JSON text.
    ///
    /// # Errors
    ///
    /// [`Refused`], if an address is none.
    pub fn issue(
        &self,
        list: &StatusList,
        key: &IssuerKey,
        created: Timestamp,
    ) -> Result<String, Refused> {
        proof::sign(self.document(list), &self.did, key, created)
    }

    fn document(&self, list: &StatusList) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("@context".into(), json!([contexts::CREDENTIALS]));
        out.insert("id".into(), json!(self.url));
        out.insert("type".into(), json!(["VerifiableCredential", "BitstringStatusListCredential"]));
        out.insert("issuer".into(), json!(self.did));
        out.insert("validFrom".into(), json!(moment::utc(self.valid_from)));
        out.insert("validUntil".into(), json!(moment::utc(self.valid_until)));
        out.insert(
            "credentialSubject".into(),
            json!({
                "id": format!("{}#list", self.url),
                "type": "BitstringStatusList",
                "statusPurpose": "revocation",
                "encodedList": list.encode(),
            }),
        );
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    }

    fn text(packed: &[u8]) -> String {
        format!("u{}", URL_SAFE_NO_PAD.encode(packed))
    }

    #[test]
    fn a_bit_is_set_and_cleared_without_touching_its_neighbors() {
        let mut list = StatusList::new();

        list.set(94_567).unwrap();

        let set: Vec<u32> = (0..LENGTH).filter(|it| list.get(*it).unwrap()).collect();
        assert_eq!(set, [94_567]);
        list.clear(94_567).unwrap();
        assert_eq!(list, StatusList::new());
    }

    #[test]
    fn bit_zero_is_the_leftmost() {
        let mut list = StatusList::new();

        list.set(0).unwrap();
        list.set(15).unwrap();

        assert_eq!(list.0[..2], [0b1000_0000, 0b0000_0001]);
    }

    #[test]
    fn a_bit_beyond_the_end_is_an_error_and_not_a_no() {
        let mut list = StatusList::new();

        assert_eq!(list.get(LENGTH), Err(BadList::OutOfRange));
        assert_eq!(list.get(u32::MAX), Err(BadList::OutOfRange));
        assert_eq!(list.set(LENGTH), Err(BadList::OutOfRange));
    }

    #[test]
    fn a_list_reads_back_as_it_was_written() {
        let mut list = StatusList::new();
        for index in [0, 7, 8, 12_345, LENGTH - 1] {
            list.set(index).unwrap();
        }

        let text = list.encode();

        assert!(text.starts_with("uH4sI"), "{text}");
        assert!(!text.contains(['=', '+', '/']));
        assert_eq!(StatusList::decode(&text), Ok(list));
    }

    #[test]
    fn a_list_that_is_short_huge_or_damaged_is_refused() {
        let good = packed(&[0; 16_384]);
        assert!(StatusList::decode(&text(&good)).is_ok());

        assert_eq!(StatusList::decode(&text(&packed(&[0; 16_383]))), Err(BadList::TooShort));
        let bomb = packed(&vec![0; MAX_BYTES * 64]);
        assert_eq!(StatusList::decode(&text(&bomb)), Err(BadList::TooLong));
        assert_eq!(StatusList::decode(&text(&good[..20])), Err(BadList::NotGzip));
        assert_eq!(StatusList::decode(&text(&[&good[..], b"x"].concat())), Err(BadList::NotGzip));
        assert_eq!(StatusList::decode(&text(b"plain")), Err(BadList::NotGzip));
        assert_eq!(StatusList::decode("uno base64"), Err(BadList::NotBase64));
        assert_eq!(StatusList::decode(&text(&good)[1..]), Err(BadList::NotBase64));
        assert_eq!(StatusList::decode(""), Err(BadList::NotBase64));
    }

    #[test]
    fn a_drawn_bit_is_in_the_list() {
        assert_eq!(draw([0, 0, 0, 0]), 0);
        assert_eq!(draw([255; 4]), LENGTH - 1);
        assert_eq!(draw([1, 0, 2, 0]), 1);
    }
}
