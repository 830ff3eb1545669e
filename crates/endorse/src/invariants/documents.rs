//! Documents and their bytes.

use std::collections::BTreeSet;

use super::rows::Kept;
use super::{Finding, finding};
use crate::files::Files;

/// Every document that was not removed has its bytes, as they were; and what bytes no document has.
pub(super) async fn verify(
    files: &Files,
    kept: Vec<Kept>,
) -> anyhow::Result<(Finding, Vec<String>)> {
    let mut known = BTreeSet::new();
    let (mut looked_at, mut wrong) = (0, Vec::new());
    for it in kept {
        if !it.is_removed {
            looked_at += 1;
            // A digest that nothing could have leads out of the folder; nobody reads that.
            let is_digest =
                it.sha256.len() == 64 && it.sha256.bytes().all(|it| it.is_ascii_hexdigit());
            let size = match is_digest {
                true => files.read(&it.sha256).await.ok().map(|it| it.len() as u64),
                false => None,
            };
            if size != u64::try_from(it.size_bytes).ok() {
                wrong.push(format!("documents {}", it.id));
            }
        }
        known.insert(it.sha256);
    }
    let on_disk = files.all().await?;
    let orphans = on_disk.into_iter().filter(|it| !known.contains(it)).collect();
    Ok((finding("documents.bytes", looked_at, wrong), orphans))
}
