//! The locker: what a person has done, entered once and used everywhere.
//!
//! Applicants write here; everyone else reads through [`load`] and shows documents by
//! [`documents_of`]. A document's bytes are at `/documents/{id}` for whoever may see them.

mod courses;
mod documents;
mod download;
mod drafts;
mod education;
mod entries;
mod evidence;
pub mod file;
mod kind;
mod leadership;
mod list;
mod map;
mod removal;
mod rows;
mod rsc;
mod trainings;
mod versions;
mod work;

use axum::Router;
use db::Tx;
use rules::Locker;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::app::App;

pub use documents::{Document, documents_of};
pub use kind::Kind;

/// The way in.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(list::routes())
        .merge(map::routes())
        .merge(download::routes())
        .merge(documents::routes())
        .merge(entries::routes::<education::EducationForm>())
        .merge(entries::routes::<courses::CourseForm>())
        .merge(entries::routes::<work::WorkForm>())
        .merge(entries::routes::<trainings::TrainingForm>())
        .merge(entries::routes::<leadership::LeadershipForm>())
        .merge(entries::routes::<rsc::RscForm>())
}

/// A person's evidence, as the rules want it; without references, signatures, memberships, exam
/// results and endorsements, which other features keep.
///
/// # Errors
///
/// When the database refuses or an entry is damaged.
pub async fn load(tx: &mut Tx, person: Uuid) -> anyhow::Result<Locker> {
    let mut locker = Locker::default();
    for entry in rows::of(tx, person).await? {
        match entry.kind.as_str() {
            "education" => locker.education.push(read(&entry.body)?),
            "course" => locker.courses.push(read(&entry.body)?),
            "work" => locker.work.push(read(&entry.body)?),
            "training" => locker.trainings.push(read(&entry.body)?),
            "leadership" => locker.leadership.push(read(&entry.body)?),
            "rsc" => locker.rsc.push(read(&entry.body)?),
            other => anyhow::bail!("entry {}: no kind {other}", entry.id),
        }
    }
    Ok(locker)
}

fn read<T: DeserializeOwned>(body: &str) -> anyhow::Result<T> {
    Ok(serde_json::from_str(body)?)
}
