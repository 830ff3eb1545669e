//! Writes an association's chain down, line by line, as it is: nothing is hashed again but the words
//! that an export does not tell.

use std::io::Write;

use db::{Db, Time};
use jiff::Timestamp;
use serde::Serialize;

use super::chain::{End, FORMAT, GENESIS, Head, end_text};
use super::rows;

/// How many deeds are read at once.
const AT_ONCE: i64 = 1000;

/// Who signs, and with which key.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The issuer's DID.
    pub issuer: String,
    /// The id of the key.
    pub key: String,
}

/// Writes an export in the format [`FORMAT`], and says how many deeds it holds. `sign` is asked once,
/// for the signature over the end.
///
/// # Errors
///
/// When the database refuses or the lines cannot be written.
pub async fn export(
    db: &Db,
    (association, at): (&str, Timestamp),
    (by, sign): (Signer, impl Fn(&str) -> [u8; 64]),
    out: &mut impl Write,
) -> anyhow::Result<u64> {
    let head = Head {
        format: FORMAT.to_owned(),
        association: association.to_owned(),
        issuer: by.issuer,
        exported_at: Time(at).text(),
    };
    put(out, &head)?;
    let mut tx = db.read().await?;
    // As it was kept with the last deed: counted again it would agree with whatever is left.
    let end = rows::end(&mut tx, association).await?;
    let (last, hash) = end.map_or((0, GENESIS.to_owned()), |it| (it.number, it.hash));
    let mut after = 0;
    loop {
        let lines = rows::lines(&mut tx, association, (after, last), AT_ONCE).await?;
        for line in &lines {
            put(out, line)?;
        }
        match lines.last().and_then(|it| it.number).and_then(|it| i64::try_from(it).ok()) {
            Some(number) => after = number,
            None => break,
        }
    }
    for line in rows::beside(&mut tx, association).await? {
        put(out, &line)?;
    }
    let count = u64::try_from(last)?;
    let signature = hex::encode(sign(&end_text(&head, count, &hash)));
    put(out, &End { count, head: hash, key: by.key, signature })?;
    out.flush()?;
    Ok(count)
}

fn put(out: &mut impl Write, line: &impl Serialize) -> anyhow::Result<()> {
    writeln!(out, "{}", serde_json::to_string(line)?)?;
    Ok(())
}
