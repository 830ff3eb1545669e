//! Simulation: a draft of rules tried on the lockers of everybody who has applied. It tells how many
//! would newly pass or fail, in numbers too coarse to tell of one person, and never who.
//!
//! Whoever tries many drafts that differ by little could still learn from where an answer changes. So
//! a coordinator may try so many in a day and no more, and each is written down.

mod rows;
mod trial;

use std::sync::Arc;

use db::Db;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::simulation::Moves;
use rules::{Locker, Policy, Stage};
use uuid::Uuid;

use crate::assessments::{self, Whose};
use crate::routing::Routes;

/// The way in.
pub fn routes() -> Routes {
    trial::routes()
}

/// People read at once: what bounds the memory.
const PAGE: i64 = 50;

/// One category: the rules in force, if there are any, and those of the draft.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The category's id.
    pub category: &'a str,
    /// The rules in force.
    pub now: Option<&'a Policy>,
    /// The draft.
    pub draft: &'a Policy,
}

/// What is simulated, for whom and when.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whose people.
    pub association: &'a str,
    /// Where its days begin and end.
    pub zone: &'a TimeZone,
    /// The day; nothing dated later counts.
    pub on: Date,
    /// By which rules.
    pub pairs: &'a [Pair<'a>],
}

/// Tries every applicant's locker with an entry in it by each pair of rules, page by page. What has to be there
/// before submission counts. Ratings are those of the person's newest application.
///
/// # Errors
///
/// When the database refuses or an entry is damaged.
pub async fn simulate(
    db: &Db,
    asked: Asked<'_>,
    mut progress: impl FnMut(u64, u64),
) -> anyhow::Result<Vec<Moves>> {
    let owned = |it: &Pair<'_>| (it.now.cloned(), it.draft.clone());
    let pairs: Arc<[(Option<Policy>, Policy)]> = asked.pairs.iter().map(owned).collect();
    let mut moves = vec![Moves::default(); pairs.len()];
    let all = rows::count(&mut db.read().await?, asked.association).await?;
    let (mut after, mut done) = (Uuid::nil(), 0);
    loop {
        let mut tx = db.read().await?;
        let page = rows::page(&mut tx, asked.association, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.person_id;
        let mut lockers = Vec::with_capacity(page.len());
        for it in &page {
            let whose = Whose {
                association: asked.association,
                person: it.person_id,
                name: "",
                application: it.application_id,
            };
            lockers.push(assessments::locker_of(&mut tx, whose, asked.zone).await?);
            done += 1;
        }
        drop(tx);
        // Judging takes long: off the threads that answer.
        let (pairs, on) = (pairs.clone(), asked.on);
        moves = tokio::task::spawn_blocking(move || judge(moves, &pairs, &lockers, on)).await?;
        progress(done, all);
    }
    Ok(moves)
}

fn judge(
    mut moves: Vec<Moves>,
    pairs: &[(Option<Policy>, Policy)],
    lockers: &[Locker],
    on: Date,
) -> Vec<Moves> {
    for locker in lockers {
        let assess = |it| rules::assess(it, locker, on, Stage::Submission);
        for ((now, draft), sum) in pairs.iter().zip(&mut moves) {
            sum.add(now.as_ref().map(assess).as_ref(), &assess(draft));
        }
    }
    moves
}
