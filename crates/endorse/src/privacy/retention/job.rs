//! The daily round: what is over by the association's own terms goes.

use db::Tx;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{over, rows};
use crate::app::App;
use crate::audit::{self, Act};
use crate::consents;
use crate::jobs::{self, Job};
use crate::privacy::data;
use crate::privacy::erasure::{ThrowAway, in_both, remove_application};

/// Removes, once a day, what is over: without a term nothing is, but for files with own data that
/// belong to no request.
///
/// Run twice it does the same: what is gone is not there any more. Killed in between, the next run
/// does the rest.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeepTerms {
    /// The day whose morning it was ordered for.
    pub day: Date,
}

impl Job for KeepTerms {
    const KIND: &'static str = "privacy.keep-terms";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let association = &app.program.id;
        let today = now.to_zoned(app.zone.clone()).date();
        for term in consents::terms(&mut app.db.read().await?, association).await? {
            let mut tx = app.db.write().await?;
            let due = rows::due(&mut tx, &term.class, association, over(&term, now)?).await?;
            let held = rows::so_many_held(&mut tx, association).await?;
            let removed = i64::try_from(due.len())?;
            remove(&mut tx, app, &term.class, due, now).await?;
            if term.class == "sign-ins" {
                rows::forget_tries(&mut tx, association, over(&term, now)?).await?;
            }
            rows::round(&mut tx, (association, &term.class), today, (removed, held)).await?;
            if removed > 0 {
                let who = Act { association, kind: "system", person: None, at: now };
                let detail = format!("{} {removed}", term.class);
                let what = ("retention", Uuid::now_v7());
                audit::record_saying(&mut tx, &who, "expired-removed", what, &detail).await?;
            }
            tx.commit().await?;
        }
        data::sweep(app).await?;
        let mut tx = app.db.write().await?;
        round_on(&mut tx, app, today.tomorrow()?).await?;
        Ok(tx.commit().await?)
    }
}

async fn remove(
    tx: &mut Tx,
    app: &App,
    class: &str,
    due: Vec<rows::Due>,
    now: Timestamp,
) -> anyhow::Result<()> {
    let mut rest = ThrowAway::default();
    for it in due {
        match class {
            "drafts" | "closed-files" => {
                rest.letters.extend(rows::letters_about(tx, it.id).await?);
                remove_application(tx, it.id).await?;
            }
            "register" => {
                rows::unname(tx, it.id, &in_both("privacy-erased-name")).await?;
            }
            _ => {
                rest.documents.extend(it.sha256);
                if class == "letters" {
                    rest.letters.push(it.id);
                }
                rows::remove(tx, class, it.id).await?;
            }
        }
    }
    if !rest.letters.is_empty() || !rest.documents.is_empty() {
        jobs::later(tx, &app.program.id, &rest, now, None).await?;
    }
    Ok(())
}

/// Sees to it that there is a round: today, and from then on every day.
///
/// # Errors
///
/// When the database refuses.
pub async fn keep_the_terms(tx: &mut Tx, app: &App, now: Timestamp) -> anyhow::Result<()> {
    round_on(tx, app, now.to_zoned(app.zone.clone()).date()).await
}

async fn round_on(tx: &mut Tx, app: &App, day: Date) -> anyhow::Result<()> {
    let at = day.to_zoned(app.zone.clone())?.timestamp();
    let id = &app.program.id;
    jobs::later(tx, id, &KeepTerms { day }, at, Some(&format!("keep-terms-{id}-{day}"))).await
}
