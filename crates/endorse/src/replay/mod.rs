//! Replay: every past decision once more, under its own version of the rules, with the evidence that it
//! saw. Nothing is changed; whatever comes out differently is told.

mod compare;
mod kept;
mod rows;

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use db::Db;
use serde::Serialize;
use uuid::Uuid;

pub use self::compare::later_digest;
use self::kept::Kept;
use self::rows::Decided;
use crate::programs::Programs;

/// Decisions read at once: what bounds the memory.
const PAGE: i64 = 100;

/// Something that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The decision.
    pub decision: Uuid,
    /// The association.
    pub association: String,
    /// The file's number.
    pub file: String,
    /// What was asked for, and by which version of its rules.
    pub category: String,
    /// The version.
    pub version: String,
    /// What kind of difference it is.
    pub kind: Kind,
    /// Which requirement, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<&'static str>,
    /// More about it: what was and what is.
    pub detail: String,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The evidence that is kept is not what was looked at.
    Evidence,
    /// The assessment that is kept is not the one that was looked at.
    Assessment,
    /// The rules that are kept are not those that it was decided by.
    Rules,
    /// The version was edited after something was decided by it.
    VersionEdited,
    /// The version is in no program any more.
    VersionGone,
    /// The engine says something else of the same evidence by the same rules.
    Engine,
}

impl Kind {
    /// Its name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Assessment => "assessment",
            Self::Rules => "rules",
            Self::VersionEdited => "version-edited",
            Self::VersionGone => "version-gone",
            Self::Engine => "engine",
        }
    }
}

/// What a replay came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Decisions replayed.
    pub decisions: u64,
    /// Decisions with a difference.
    pub differing: u64,
    /// Decisions from before rules were kept with them: replayed by the version as it is now.
    pub without_kept_rules: u64,
    /// Decisions made by another number of the engine's format.
    pub by_another_engine: u64,
}

/// Who listens to a replay.
pub trait Listener {
    /// So many of so many decisions are done.
    fn progress(&mut self, done: u64, all: u64);
    /// Something differs.
    fn differs(&mut self, difference: &Difference);
}

/// Replays every decision of an installation, in the order in which they were made.
///
/// # Errors
///
/// When the database refuses. What is damaged is a difference.
pub async fn replay(
    db: &Db,
    programs: &Programs,
    listener: &mut dyn Listener,
) -> anyhow::Result<Report> {
    let mut report = Report::default();
    let mut kept = Kept::default();
    let all = rows::count(&mut db.read().await?).await?;
    let mut after = Uuid::nil();
    loop {
        // A transaction for each page, so that a long replay is in nobody's way.
        let mut tx = db.read().await?;
        let page = rows::page(&mut tx, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        for it in &page {
            kept.fetch(&mut tx, programs, it).await?;
        }
        drop(tx);
        for (it, differences) in page.iter().zip(differences(programs, &kept, &page)) {
            report.decisions += 1;
            report.differing += u64::from(!differences.is_empty());
            report.without_kept_rules += u64::from(it.policy_sha256.is_none());
            let is_other = it.engine.is_some_and(|it| it != i64::from(rules::ENGINE));
            report.by_another_engine += u64::from(is_other);
            for difference in &differences {
                listener.differs(difference);
            }
        }
        listener.progress(report.decisions, all);
    }
    Ok(report)
}

/// The differences of a page's decisions, in their order; every processor takes a part of them.
fn differences(programs: &Programs, kept: &Kept, page: &[Decided]) -> Vec<Vec<Difference>> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let part = page.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let look = |part: &'_ [Decided]| -> Vec<_> {
            part.iter().map(|it| compare::decision(programs, kept, it)).collect()
        };
        let parts: Vec<_> = page.chunks(part).map(|it| scope.spawn(move || look(it))).collect();
        let found = parts.into_iter().map(|it| it.join().unwrap_or_else(|it| resume_unwind(it)));
        found.flatten().collect()
    })
}
