//! Work for later, ordered in the transaction that made it necessary.
//!
//! A job is an order with the ids it needs. It may run twice: it says itself what happens then.

mod rows;

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use db::{Time, Tx};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::app::App;
use crate::audit::{self, Act};
use crate::installation::Installation;

/// An order.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Its name in the table: `feature.what-to-do`.
    const KIND: &'static str;

    /// Does it.
    fn run(self, app: &App) -> impl Future<Output = anyhow::Result<()>> + Send;
}

type Doing<'a> = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;
type Runner = fn(&App, String) -> Doing<'_>;

/// What kinds of jobs there are, by name.
#[derive(Clone, Debug, Default)]
pub struct Kinds(Arc<HashMap<&'static str, Runner>>);

impl Kinds {
    /// Adds one.
    #[must_use]
    pub fn with<J: Job>(self) -> Self {
        let mut kinds = Arc::unwrap_or_clone(self.0);
        kinds.insert(J::KIND, |app, payload| {
            Box::pin(async move { serde_json::from_str::<J>(&payload)?.run(app).await })
        });
        Self(Arc::new(kinds))
    }
}

/// Orders a job in the name of an association, to be done at a time or soon after. With a key, an order of the same key that is
/// already there stands instead.
///
/// # Errors
///
/// When the database refuses.
pub async fn later<J: Job>(
    tx: &mut Tx,
    association: &str,
    job: &J,
    at: Timestamp,
    key: Option<&str>,
) -> anyhow::Result<()> {
    let payload = serde_json::to_string(job)?;
    rows::add(tx, association, (J::KIND, &payload), key, at).await?;
    Ok(())
}

/// Why trying again would be of no use: the order is given up at once.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Hopeless(pub String);

/// How often an order is tried, which takes some five days.
const TRIES: i64 = 14;

/// When an order of an association that is not served here is looked at again.
const NOT_OURS: SignedDuration = SignedDuration::from_hours(1);

/// How long a worker may take before another may try.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// Does every job that is due, one after the other, and says how many there were.
///
/// # Errors
///
/// When the database refuses; a job that fails is not an error, it is tried again later, until it
/// is given up.
pub async fn work(apps: &[App]) -> anyhow::Result<usize> {
    let Some(first) = apps.first() else { return Ok(0) };
    let mut done = 0;
    loop {
        let now = first.clock.now();
        let mut tx = first.db.read().await?;
        if !rows::any_due(&mut tx, now, now - LEASE).await? {
            return Ok(done);
        }
        drop(tx);
        let mut tx = first.db.write().await?;
        let Some(order) = rows::take(&mut tx, now, now - LEASE).await? else { return Ok(done) };
        tx.commit().await?;
        // An order from before there were several is the first one's.
        let whose = order.association_id.as_deref().unwrap_or(&first.program.id);
        let Some(app) = apps.iter().find(|it| *it.program.id == *whose) else {
            let mut tx = first.db.write().await?;
            rows::put_off(&mut tx, order.id, now + NOT_OURS).await?;
            tx.commit().await?;
            continue;
        };
        let result = match app.kinds.0.get(order.kind.as_str()) {
            Some(run) => run(app, order.payload.clone()).await,
            None => Err(anyhow::anyhow!("no such kind of job: {}", order.kind)),
        };
        let mut tx = app.db.write().await?;
        match result {
            Ok(()) => rows::done(&mut tx, order.id, app.clock.now()).await?,
            Err(error) => {
                let why = format!("{error:#}");
                if error.downcast_ref::<Hopeless>().is_some() || order.failures + 1 >= TRIES {
                    give_up(&mut tx, app, &order, &why).await?;
                } else {
                    let error = without_addresses(&why);
                    tracing::warn!(kind = order.kind, error, "job failed");
                    rows::failed(&mut tx, order.id, &why, again(now, order.failures)).await?;
                }
            }
        }
        tx.commit().await?;
        done += 1;
    }
}

/// An order that nobody will do any more: its secret is forgotten, the record says so.
async fn give_up(tx: &mut Tx, app: &App, order: &Order, why: &str) -> anyhow::Result<()> {
    let error = without_addresses(why);
    tracing::error!(kind = order.kind, error, "job given up");
    let now = app.clock.now();
    rows::given_up(tx, order.id, why, now).await?;
    let who = Act { association: &app.program.id, kind: "system", person: None, at: now };
    Ok(audit::record(tx, &who, "job-given-up", "job", order.id).await?)
}

/// What another server said, for the log: it may name whom the letter was for.
fn without_addresses(said: &str) -> String {
    let word = |it: &str| if it.contains('@') { "(address)".to_owned() } else { it.to_owned() };
    said.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// One minute, two, four, … at most a day.
fn again(now: Timestamp, failures: i64) -> Timestamp {
    let minutes = 1_i64.checked_shl(u32::try_from(failures).unwrap_or(u32::MAX)).unwrap_or(1440);
    now + SignedDuration::from_mins(minutes.clamp(1, 1440))
}

/// How the orders of a kind stand.
#[derive(Debug, sqlx::FromRow)]
pub struct Waiting {
    /// The kind.
    pub kind: String,
    /// How many are still to be done.
    pub waiting: i64,
    /// How many of those have failed before.
    pub failing: i64,
    /// How many nobody will do any more.
    pub given_up: i64,
    /// When the first of those that are still to be done is due.
    pub oldest: Option<Time>,
}

/// How the orders of every kind stand.
///
/// # Errors
///
/// When the database refuses.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<Waiting>, db::Error> {
    rows::waiting(tx).await
}

/// Works for as long as the process lives. Once nothing is due, what the orders held is taken out of
/// the database's log too: spent secrets above all.
pub async fn keep_working(house: Installation) {
    let app = house.first();
    let mut is_folded = false;
    for round in 0_u64.. {
        if round % 60 == 0 {
            app.limits.forget();
        }
        match house.work().await {
            Ok(0) if is_folded => {}
            Ok(0) => match app.db.fold().await {
                Ok(folded) => is_folded = folded,
                Err(error) => tracing::warn!(%error, "the database's log could not be folded"),
            },
            Ok(_) => is_folded = false,
            Err(error) => tracing::error!(error = format!("{error:#}"), "jobs cannot be read"),
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// An order as it is taken.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Order {
    pub id: Uuid,
    pub association_id: Option<String>,
    pub kind: String,
    pub payload: String,
    pub failures: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_told_of_no_address() {
        let said = "550 5.1.1 <ana@example.org>: no such mailbox";

        assert_eq!(without_addresses(said), "550 5.1.1 (address) no such mailbox");
    }
}
