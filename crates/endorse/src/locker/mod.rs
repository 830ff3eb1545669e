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

use db::Tx;
use rules::Locker;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::routing::Routes;

pub use documents::{
    Document, OPEN_FOR, SweepFiles, documents_of, hand_over, handed_in, is_named, keep_sweeping,
};
pub use kind::Kind;

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
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
    for of in rows::of(tx, person).await? {
        let list = format!("[{}]", of.bodies);
        match of.kind.as_str() {
            "education" => locker.education = read(&list)?,
            "course" => locker.courses = read(&list)?,
            "work" => locker.work = read(&list)?,
            "training" => locker.trainings = read(&list)?,
            "leadership" => locker.leadership = read(&list)?,
            "rsc" => locker.rsc = read(&list)?,
            other => anyhow::bail!("entries of {person}: no kind {other}"),
        }
    }
    Ok(locker)
}

fn read<T: DeserializeOwned>(body: &str) -> anyhow::Result<T> {
    Ok(serde_json::from_str(body)?)
}
