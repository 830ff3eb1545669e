//! One reminder by itself, two weeks after the first letter.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AFTER, rows};
use crate::app::App;
use crate::audit::{self, Act};
use crate::jobs::Job;

/// Reminds a rater who has not been reminded yet.
///
/// Run twice, it reminds once: the reminder and its mark are one transaction.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemindRater {
    /// The request.
    pub reference: Uuid,
}

impl Job for RemindRater {
    const KIND: &'static str = "references.remind";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        let Some(asked) = rows::open(&mut tx, self.reference).await? else { return Ok(()) };
        if asked.reminded_at.is_some() || asked.asked_at.0 + AFTER > now {
            return Ok(());
        }
        if super::again(&mut tx, app, self.reference, now).await? {
            let who =
                Act { association: &asked.association_id, kind: "system", person: None, at: now };
            let thing = ("reference", self.reference);
            let about = asked.application_id;
            audit::record_about(&mut tx, &who, "rater-reminded", thing, about, None).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
