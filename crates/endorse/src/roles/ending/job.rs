//! A role is over by itself after its last day; its holder is told then, and what they had not reviewed
//! waits for somebody else.

use db::Tx;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::rows;
use super::{letter, reviews};
use crate::app::App;
use crate::audit::{self, Act};
use crate::jobs::{self, Job};

/// Tells somebody that their role has reached its end.
///
/// Run twice, it tells once: the letter and its mark are one transaction. Whoever ended a role before has
/// told it already.
#[derive(Debug, Serialize, Deserialize)]
pub struct RoleIsOver {
    /// The role.
    pub role: Uuid,
}

impl Job for RoleIsOver {
    const KIND: &'static str = "roles.over";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        if !rows::tell_over(&mut tx, self.role, now).await? {
            return Ok(());
        }
        let Some(held) = rows::anywhere(&mut tx, self.role).await? else { return Ok(()) };
        let association = &held.association_id;
        let who = Act { association, kind: "system", person: None, at: now };
        let reviews = reviews::taken_back(&mut tx, &who, &held).await?;
        letter::tell(&mut tx, &held, &reviews, now).await?;
        audit::record_saying(&mut tx, &who, "role-over", ("role", held.id), &held.role).await?;
        Ok(tx.commit().await?)
    }
}

/// Orders that the holder of a role is told when it ends.
pub(in crate::roles) async fn tell_when_over(
    tx: &mut Tx,
    association: &str,
    (role, until): (Uuid, Timestamp),
) -> anyhow::Result<()> {
    let key = format!("role-over-{role}");
    jobs::later(tx, association, &RoleIsOver { role }, until, Some(&key)).await
}
