//! What must be true of a whole store, whatever happened to it: asked after a crash, a restore, an
//! upgrade or a race. Nothing is changed; whatever is not so is told.

mod documents;
mod rows;

use std::path::Path;

use db::Db;
use serde::Serialize;

use crate::files::Files;
use crate::programs::Programs;
use crate::security::Seal;
use crate::{audit, endorsements, replay, typed};

/// How many broken rows of one kind are named; the rest are counted.
const NAMED: usize = 20;

/// What was found about one invariant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Its name; stable.
    pub id: &'static str,
    /// How many things were looked at.
    pub looked_at: u64,
    /// How many of them are not as they must be.
    pub broken: u64,
    /// The first of those: where, and which.
    pub rows: Vec<String>,
}

/// Everything that was found.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Invariant by invariant.
    pub findings: Vec<Finding>,
    /// Bytes on disk that no document has. They are no harm: an upload that was broken off leaves
    /// them, and they are swept away in time.
    pub orphans: Vec<String>,
}

impl Report {
    /// Whether everything is as it must be.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.findings.iter().all(|it| it.broken == 0)
    }

    /// The names of what does not hold.
    #[must_use]
    pub fn broken(&self) -> Vec<&'static str> {
        self.findings.iter().filter(|it| it.broken > 0).map(|it| it.id).collect()
    }
}

/// Where everything is.
#[derive(Clone, Copy, Debug)]
pub struct Store<'a> {
    /// The database.
    pub db: &'a Db,
    /// The folder with everything beside it.
    pub data: &'a Path,
    /// The programs.
    pub programs: &'a Programs,
}

/// Asks everything.
///
/// # Errors
///
/// When the database or the disk refuses. What is damaged is a finding.
pub async fn verify(store: Store<'_>) -> anyhow::Result<Report> {
    let mut findings = Vec::new();
    let mut tx = store.db.read().await?;
    for asked in rows::ASKED {
        let looked_at = rows::count(&mut tx, asked).await?;
        let wrong = rows::wrong(&mut tx, asked).await?;
        findings.push(finding(asked.id, looked_at, wrong));
    }
    findings.push(addresses(rows::addresses(&mut tx).await?));
    findings.push(names(&mut tx).await?);
    findings.push(badges(rows::badges(&mut tx).await?)?);
    findings.push(digests("submissions.frozen", rows::frozen(&mut tx).await?));
    findings.push(digests("agreements.words", rows::agreements(&mut tx).await?));
    findings.push(secrets(store.data, rows::secrets(&mut tx).await?)?);
    let associations = rows::associations(&mut tx).await?;
    let kept = rows::documents(&mut tx).await?;
    drop(tx);
    findings.push(chains(store.db, associations).await?);
    findings.push(decisions(store).await?);
    let files = Files::open(&store.data.join("files"))?;
    let (found, orphans) = documents::verify(&files, kept).await?;
    findings.push(found);
    Ok(Report { findings, orphans })
}

fn finding(id: &'static str, looked_at: u64, wrong: Vec<String>) -> Finding {
    let broken = wrong.len() as u64;
    Finding { id, looked_at, broken, rows: wrong.into_iter().take(NAMED).collect() }
}

/// Every address is kept under the key that the code would make of it.
fn addresses(all: Vec<rows::Address>) -> Finding {
    let looked_at = all.len() as u64;
    // Beside the account that has an address others wait that have not shown it: no key finds them.
    let is_right = |it: &rows::Address| {
        it.key == typed::email_key(&it.email) || (!it.is_confirmed && it.key == it.id.to_string())
    };
    let wrong = all.into_iter().filter(|it| !is_right(it));
    finding("people.keys", looked_at, wrong.map(|it| format!("people {}", it.id)).collect())
}

/// Every name in the registry is found by its words, and by no others.
async fn names(tx: &mut db::Tx) -> anyhow::Result<Finding> {
    let all = rows::names(tx).await?;
    let looked_at = all.len() as u64;
    let mut wrong = Vec::new();
    for it in all {
        let words = rows::words_of(tx, it.id).await?;
        let same_words = words.iter().map(|it| &it.word).eq(endorsements::words(&it.text).iter());
        let same_keys = words.iter().all(|word| word.name_key == it.key);
        if typed::folded(&it.text) != it.key || !same_words || !same_keys {
            wrong.push(format!("endorsements {}", it.id));
        }
    }
    Ok(finding("endorsements.words", looked_at, wrong))
}

/// The badge of what goes on carries the name that stands in the registry.
fn badges(all: Vec<rows::Signed>) -> anyhow::Result<Finding> {
    let looked_at = all.len() as u64;
    let mut wrong = Vec::new();
    for it in all {
        if !it.body.contains(&serde_json::to_string(&it.name)?) {
            wrong.push(format!("endorsements {}", it.id));
        }
    }
    Ok(finding("badges.name", looked_at, wrong))
}

/// Everything has the digest that was written down with it.
fn digests(id: &'static str, all: Vec<rows::Digested>) -> Finding {
    let looked_at = all.len() as u64;
    let wrong = all.into_iter().filter(|it| crate::files::sha256(it.text.as_bytes()) != it.sha256);
    finding(id, looked_at, wrong.map(|it| it.what).collect())
}

/// Every sealed secret opens with the key that is kept here.
fn secrets(data: &Path, all: Vec<rows::Sealed>) -> anyhow::Result<Finding> {
    let looked_at = all.len() as u64;
    let mut wrong = Vec::new();
    if !all.is_empty() {
        let seal = Seal::open(&data.join("keys"))?;
        let shut = all.iter().filter(|it| seal.unseal(it.person_id, &it.sealed_secret).is_err());
        wrong = shut.map(|it| format!("second_factors {}", it.person_id)).collect();
    }
    Ok(finding("secrets.open", looked_at, wrong))
}

/// The record of each association is one chain, to its end.
async fn chains(db: &Db, associations: Vec<String>) -> anyhow::Result<Finding> {
    let (mut looked_at, mut wrong) = (0, Vec::new());
    for association in associations {
        let (intact, broken) = audit::check(db, &association).await?;
        looked_at += intact;
        if let Some(broken) = broken {
            wrong.push(format!("{association}: after {intact}: {}", broken.as_str()));
        }
    }
    Ok(finding("audit.chain", looked_at, wrong))
}

/// Every decision comes out as it did when it was made.
async fn decisions(store: Store<'_>) -> anyhow::Result<Finding> {
    struct Differences(Vec<String>);
    impl replay::Listener for Differences {
        fn progress(&mut self, _: u64, _: u64) {}
        fn differs(&mut self, it: &replay::Difference) {
            self.0.push(format!("decisions {}: {}", it.decision, it.kind.as_str()));
        }
    }
    let mut differences = Differences(Vec::new());
    let report = replay::replay(store.db, store.programs, &mut differences).await?;
    Ok(finding("decisions.replay", report.decisions, differences.0))
}
