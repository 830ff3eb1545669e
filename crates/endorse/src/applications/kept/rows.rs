//! The rows of rules as they were.

use db::{Error, Tx};
use jiff::Timestamp;
use rules::Policy;

pub(super) async fn add(
    tx: &mut Tx,
    of: &Policy,
    (sha256, text): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into policy_versions (association_id, category, version, sha256, policy, kept_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        (&*of.association, &*of.category, &*of.version, sha256, text, now),
    )
    .await?;
    Ok(())
}
