//! What the calendar does to endorsements that nobody renewed.

use db::Tx;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use serde::{Deserialize, Serialize};

use super::rows;
use crate::app::App;
use crate::audit::Act;
use crate::endorsements;
use crate::jobs::{self, Job};

/// Looks once a day which endorsements are over, and writes that down.
///
/// Run twice, or late, it does the same: what it writes down begins on the day after the last day
/// of validity. Killed in between, the next run does the rest.
#[derive(Debug, Serialize, Deserialize)]
pub struct Lapse {
    /// The day whose morning it was ordered for.
    pub day: Date,
}

impl Job for Lapse {
    const KIND: &'static str = "renewals.lapse";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let today = now.to_zoned(app.zone.clone()).date();
        let grace = i64::from(app.program.association.renewal.grace_days.unwrap_or(0));
        let before = today.checked_sub(grace.days())?;
        let mut tx = app.db.read().await?;
        let over = rows::over(&mut tx, &app.program.id, before).await?;
        drop(tx);
        for (endorsement,) in over {
            let mut tx = app.db.write().await?;
            let who = Act { association: &app.program.id, kind: "system", person: None, at: now };
            let lapsed = endorsements::lapse(&mut tx, app, &who, endorsement).await;
            if lapsed.map_err(|error| anyhow::anyhow!("{endorsement}: {error}"))? {
                tx.commit().await?;
            }
        }
        let mut tx = app.db.write().await?;
        look_on(&mut tx, app, today.tomorrow()?).await?;
        Ok(tx.commit().await?)
    }
}

/// Sees to it that the calendar is looked at: today, and from then on every day.
///
/// # Errors
///
/// When the database refuses.
pub async fn keep_the_calendar(tx: &mut Tx, app: &App, now: Timestamp) -> anyhow::Result<()> {
    look_on(tx, app, now.to_zoned(app.zone.clone()).date()).await
}

async fn look_on(tx: &mut Tx, app: &App, day: Date) -> anyhow::Result<()> {
    let at = day.to_zoned(app.zone.clone())?.timestamp();
    let id = &app.program.id;
    jobs::later(tx, id, &Lapse { day }, at, Some(&format!("lapse-{id}-{day}"))).await
}
