//! Checks an association's chain where it is kept, row by row.

use db::Db;

use super::chain::GENESIS;
use super::rows;
use super::verify::Code;

/// How many deeds are read at once.
const AT_ONCE: i64 = 1000;

/// How many deeds are as they were written, from the first on; and what is wrong with the next place,
/// if anything is.
///
/// # Errors
///
/// When the database refuses.
pub async fn check(db: &Db, association: &str) -> Result<(u64, Option<Code>), db::Error> {
    let mut tx = db.read().await?;
    let end = rows::end(&mut tx, association).await?;
    let (last, end_hash) = end.map_or((0, GENESIS.to_owned()), |it| (it.number, it.hash));
    let (mut intact, mut hash) = (0_u64, GENESIS.to_owned());
    loop {
        let after = i64::try_from(intact).unwrap_or(i64::MAX);
        let lines = rows::lines(&mut tx, association, (after, last), AT_ONCE).await?;
        if lines.is_empty() {
            break;
        }
        for line in lines {
            if line.number != Some(intact + 1) {
                return Ok((intact, Some(Code::OutOfPlace)));
            }
            let here = line.hash_after(association, &hash);
            if !line.is_plain() || line.hash.as_deref() != Some(&here) {
                return Ok((intact, Some(Code::Altered)));
            }
            (intact, hash) = (intact + 1, here);
        }
    }
    let broken = if i64::try_from(intact).ok() != Some(last) {
        Some(Code::Count)
    } else if hash != end_hash {
        Some(Code::Altered)
    } else if rows::beside(&mut tx, association).await?.is_empty() {
        None
    } else {
        Some(Code::Beside)
    };
    Ok((intact, broken))
}
