//! `endorse verify`: whether everything in a store is as it must be.

use std::process::ExitCode;

use serde_json::json;

use super::store::{self, Store};
use crate::app::programs;
use crate::invariants::{self, Report};
use crate::settings::Settings;

/// What to look at.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: Store,
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

/// Looks. 0: everything is as it must be. 1: something is not. 2: the call was wrong. 3: the system
/// failed.
pub(super) fn run(args: &Args) -> ExitCode {
    let settings = match args.store.settings() {
        Ok(settings) => settings,
        Err(code) => return code,
    };
    let mut found = None;
    let done = super::in_runtime(async {
        found = Some(look(&settings).await?);
        Ok(())
    });
    let Some(report) = found else { return done };
    super::tell(&if args.format == "json" { document(&report) } else { text(&report) });
    if report.holds() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

async fn look(settings: &Settings) -> anyhow::Result<Report> {
    let db = store::open(settings).await?;
    let whole = invariants::Store { db: &db, data: &settings.data, programs: programs()? };
    let report = invariants::verify(whole).await?;
    db.close().await;
    Ok(report)
}

/// What an invariant says, in a sentence.
fn sentence(id: &str) -> &'static str {
    match id {
        "relations" => "Whatever names another row names one that is there.",
        "associations.apart" => "What belongs together belongs to one association and one person.",
        "endorsements.decided" => "Every endorsement from an application has the decision for it.",
        "decisions.submission" => "Every decision is about a submission of its own application.",
        "decisions.replay" => "Every decision comes out as it did when it was made.",
        "endorsements.one" => "Nobody holds the same category twice at an association.",
        "endorsements.intervals" => "Of every endorsement exactly one stretch goes on.",
        "erasures" => "What was called off is not erased, and nobody is signed in to what was.",
        "endorsements.nameless" => {
            "Whose holder was erased is found by no name, and has no badge and no former name."
        }
        "badges.revoked" => "What does not go on has a badge that is on the list of revocations.",
        "badges.name" => "The badge of what goes on carries the name that the registry shows.",
        "endorsements.words" => "Every name in the registry is found by its words and no others.",
        "applications.state" => "Every application is where its last step led.",
        "reviews.counted" => "The desk counts the reviews that there are.",
        "charges.settled" => "Every fee is confirmed with an amount and a name, waived, or open.",
        "advising.apart" => {
            "Nobody advises and judges the same person; advising ends with the file."
        }
        "roles.used" => "Whoever decided, judged or confirmed had a role there at the time.",
        "audit.actor" => "Every deed says who did it.",
        "audit.told" => "Whatever was decided, handed in or signed is on record.",
        "audit.chain" => "The record of each association is one chain.",
        "sessions.hashed" => "Secrets of links and sessions are kept as hashes, and end.",
        "people.keys" => "Every address is kept under the key that is looked for.",
        "submissions.frozen" => "What was handed in has the digest that was written down.",
        "agreements.words" => "What was signed has the digest that was signed.",
        "secrets.open" => "Every sealed secret opens with the key that is kept here.",
        "documents.bytes" => "Every document has its bytes, as they arrived.",
        _ => "",
    }
}

fn document(report: &Report) -> String {
    let one = |it: &invariants::Finding| {
        json!({
            "id": it.id,
            "sentence": sentence(it.id),
            "looked_at": it.looked_at,
            "broken": it.broken,
            "rows": it.rows,
        })
    };
    let all: Vec<_> = report.findings.iter().map(one).collect();
    let holds = report.holds();
    let orphans = &report.orphans;
    let whole = json!({
        "format": "endorse-invariants/1", "holds": holds, "invariants": all, "orphans": orphans,
    });
    format!("{whole:#}")
}

fn text(report: &Report) -> String {
    let mut lines = Vec::new();
    for it in &report.findings {
        let mark = if it.broken == 0 { "holds " } else { "BROKEN" };
        lines.push(format!("{mark} {:<24}{:>8}  {}", it.id, it.looked_at, sentence(it.id)));
        lines.extend(it.rows.iter().map(|row| format!("         {row}")));
        let more = it.broken.saturating_sub(it.rows.len() as u64);
        if more > 0 {
            lines.push(format!("         and {more} more"));
        }
    }
    if !report.orphans.is_empty() {
        lines.push(format!("{} files belong to no document", report.orphans.len()));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every invariant that an empty store is asked for.
    #[test]
    fn every_invariant_has_a_sentence() {
        let folder = tempfile::TempDir::new().unwrap();
        let settings = Settings { data: folder.path().to_owned(), ..Settings::default() };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let report = runtime.block_on(look(&settings)).unwrap();

        assert!(report.holds());
        assert!(report.findings.len() > 15);
        for it in &report.findings {
            assert!(!sentence(it.id).is_empty(), "{}", it.id);
        }
    }
}
