//! Rules as they were: kept when something is frozen by them, so that it can be judged again by the same
//! rules years later, and so that an edit of a version shows.

mod rows;

use anyhow::Context as _;
use db::Tx;
use jiff::Timestamp;
use rules::Policy;

use crate::error::Error;
use crate::files;

/// Keeps a version of the rules as it is now, unless this wording of it is kept already; says its
/// SHA-256.
///
/// # Errors
///
/// When the database refuses.
pub async fn keep(tx: &mut Tx, policy: &Policy, now: Timestamp) -> Result<String, Error> {
    let text = serde_json::to_string(policy).context("the rules cannot be written")?;
    let sha256 = files::sha256(text.as_bytes());
    rows::add(tx, policy, (&sha256, &text), now).await?;
    Ok(sha256)
}
