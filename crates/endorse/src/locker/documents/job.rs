//! Files that no document names: an upload was cut off between the disk and the database.

use db::Tx;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::rows;
use crate::app::App;
use crate::jobs::{self, Job};

/// How old a file must be: no upload takes so long.
const OLD: SignedDuration = SignedDuration::from_hours(24);

/// Throws away, once a day, old files that no document names.
///
/// Run twice it does the same. A file that is sent again meanwhile stays: it is new then, or named.
#[derive(Debug, Serialize, Deserialize)]
pub struct SweepFiles {
    /// The day whose morning it was ordered for.
    pub day: Date,
}

impl Job for SweepFiles {
    const KIND: &'static str = "locker.sweep-files";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let old = now - OLD;
        let mut thrown = 0_u64;
        for hash in app.files.kept_before(old).await? {
            if rows::is_named(&mut app.db.read().await?, &hash).await? {
                continue;
            }
            let Some(aside) = app.files.set_aside(&hash, old).await? else { continue };
            if rows::is_named(&mut app.db.read().await?, &hash).await? {
                aside.put_back()?;
            } else {
                thrown += 1;
            }
        }
        if thrown > 0 {
            tracing::info!(thrown, "files that no document named");
        }
        let mut tx = app.db.write().await?;
        let today = now.to_zoned(app.zone.clone()).date();
        sweep_on(&mut tx, app, today.tomorrow()?).await?;
        Ok(tx.commit().await?)
    }
}

/// Sees to it that files are swept: today, and from then on every day.
///
/// # Errors
///
/// When the database refuses.
pub async fn keep_sweeping(tx: &mut Tx, app: &App, now: Timestamp) -> anyhow::Result<()> {
    sweep_on(tx, app, now.to_zoned(app.zone.clone()).date()).await
}

async fn sweep_on(tx: &mut Tx, app: &App, day: Date) -> anyhow::Result<()> {
    let at = day.to_zoned(app.zone.clone())?.timestamp();
    let key = format!("sweep-files-{day}");
    jobs::later(tx, &app.program.id, &SweepFiles { day }, at, Some(&key)).await
}
