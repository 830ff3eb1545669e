//! Places for what takes much: who comes when all are taken waits, and after a while hears so.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

/// How long somebody waits for a place.
const WAIT: Duration = Duration::from_secs(20);

/// How much of what takes memory, disk or processors is done at once.
#[derive(Clone, Debug)]
pub struct Places {
    uploads: Arc<Semaphore>,
    uploading: Arc<Mutex<HashMap<Uuid, Arc<Semaphore>>>>,
    certificates: Arc<Semaphore>,
    comparisons: Arc<Semaphore>,
    trials: Arc<Semaphore>,
}

/// A place, until it is dropped.
#[derive(Debug)]
pub struct Place(#[expect(dead_code, reason = "held, never looked at")] Vec<OwnedSemaphorePermit>);

impl Default for Places {
    fn default() -> Self {
        let places = |n| Arc::new(Semaphore::new(n));
        Self {
            uploads: places(32),
            uploading: Arc::default(),
            certificates: places(2),
            comparisons: places(2),
            trials: places(1),
        }
    }
}

impl Places {
    /// To send a file: one for each person, and few in all. `None` if there was none for long.
    pub async fn upload(&self, person: Uuid) -> Option<Place> {
        let own = self.own(person);
        within(async {
            let own = own.acquire_owned().await.ok()?;
            let one = self.uploads.clone().acquire_owned().await.ok()?;
            Some(Place(vec![own, one]))
        })
        .await
    }

    fn own(&self, person: Uuid) -> Arc<Semaphore> {
        let mut all = self.uploading.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, it| Arc::strong_count(it) > 1);
        all.entry(person).or_insert_with(|| Arc::new(Semaphore::new(1))).clone()
    }

    /// To set a certificate. `None` if there was none for long.
    pub async fn certificate(&self) -> Option<Place> {
        one_of(&self.certificates).await
    }

    /// To compare a locker with every category. `None` if there was none for long.
    pub async fn comparison(&self) -> Option<Place> {
        one_of(&self.comparisons).await
    }

    /// To try a draft of rules. `None` if there was none for long.
    pub async fn trial(&self) -> Option<Place> {
        one_of(&self.trials).await
    }
}

async fn one_of(places: &Arc<Semaphore>) -> Option<Place> {
    within(async { Some(Place(vec![places.clone().acquire_owned().await.ok()?])) }).await
}

async fn within(place: impl Future<Output = Option<Place>>) -> Option<Place> {
    tokio::time::timeout(WAIT, place).await.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_person_sends_one_file_at_a_time_and_others_need_not_wait() {
        let places = Places::default();
        let (ana, ben) = (Uuid::from_u128(1), Uuid::from_u128(2));

        let first = places.upload(ana).await.unwrap();
        let mut second = std::pin::pin!(places.upload(ana));
        tokio::select! {
            biased;
            _ = &mut second => panic!("two files of one person at once"),
            others = places.upload(ben) => assert!(others.is_some()),
        }
        drop(first);
        assert!(second.await.is_some());
        assert!(places.own(ana).available_permits() == 1);
    }
}
