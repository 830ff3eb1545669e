//! Codes from an app, by RFC 6238: six digits, thirty seconds, SHA-1, which is what every app knows.

use anyhow::Context as _;
use jiff::Timestamp;
use totp_rs::{Builder, Totp};

/// How many steps of thirty seconds a clock may be off, either way.
const OFF_BY: u16 = 1;
/// Names where none is shown: a code does not depend on them.
const ISSUER: &str = "Endorse";
const ACCOUNT: &str = "account";

/// A fresh secret of 160 bits (RFC 4226, 4).
pub(super) fn fresh() -> [u8; 20] {
    rand::random()
}

fn codes(secret: &[u8], issuer: &str, account: &str) -> anyhow::Result<Totp> {
    Builder::new()
        .with_secret(secret.to_vec())
        .with_skew(OFF_BY)
        .with_issuer(Some(issuer.replace(':', " ")))
        .with_account_name(account.replace(':', " "))
        .build()
        .context("a secret of a second factor")
}

/// Which step of time a code belongs to, if it is one of those that count now.
pub(super) fn step_of(secret: &[u8], code: &str, now: Timestamp) -> anyhow::Result<Option<i64>> {
    let step = codes(secret, ISSUER, ACCOUNT)?.check(code, u64::try_from(now.as_second())?);
    Ok(step.map(i64::try_from).transpose()?)
}

/// What an app reads from a picture.
pub(super) fn address(secret: &[u8], issuer: &str, account: &str) -> anyhow::Result<String> {
    codes(secret, issuer, account)?.to_url().context("an address of a secret")
}

/// The secret as people type it into an app: in groups of four.
pub(super) fn text(secret: &[u8]) -> anyhow::Result<String> {
    let codes = codes(secret, ISSUER, ACCOUNT)?;
    let text: Vec<char> = codes.secret().to_base32().chars().collect();
    Ok(text.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (second, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")]
        {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(step_of(secret, code, now).unwrap(), Some(second / 30), "{second}");
        }
    }

    #[test]
    fn a_clock_may_be_off_by_one_step_and_no_more() {
        let secret = b"12345678901234567890";
        for (second, counts) in [(0, true), (29, true), (59, true), (89, true), (90, false)] {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(step_of(secret, "287082", now).unwrap().is_some(), counts, "{second}");
        }
    }

    #[test]
    fn a_secret_is_typed_in_groups_of_four() {
        let text = text(b"12345678901234567890").unwrap();
        assert_eq!(text, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
