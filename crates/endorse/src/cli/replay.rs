//! `endorse replay`: every past decision once more, under its own version of the rules.

use std::process::ExitCode;

use serde_json::json;

use super::store::{self, Progress, Store};
use crate::app::programs;
use crate::replay::{self, Difference, Listener, Report};
use crate::settings::Settings;

/// What to replay.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    store: Store,
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

/// Replays. 0: everything is as it was. 1: something differs. 2: the call was wrong. 3: the system
/// failed.
pub(super) fn run(args: &Args) -> ExitCode {
    let settings = match args.store.settings() {
        Ok(settings) => settings,
        Err(code) => return code,
    };
    let mut teller = Teller { is_json: args.format == "json", ..Teller::default() };
    let mut report = Report::default();
    let done = super::in_runtime(async {
        report = replay_all(&settings, &mut teller).await?;
        Ok(())
    });
    if done != ExitCode::SUCCESS {
        return done;
    }
    teller.sum_up(&report);
    if report.differing == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

async fn replay_all(settings: &Settings, teller: &mut Teller) -> anyhow::Result<Report> {
    let db = store::open(settings).await?;
    teller.begin();
    let report = replay::replay(&db, programs()?, teller).await?;
    db.close().await;
    Ok(report)
}

/// Tells differences as they are found, so that memory does not grow with them.
#[derive(Debug, Default)]
struct Teller {
    is_json: bool,
    told: u64,
    progress: Progress,
}

impl Teller {
    fn begin(&self) {
        if self.is_json {
            super::tell("{ \"format\": \"endorse-replay/1\", \"differences\": [");
        }
    }

    fn sum_up(&self, report: &Report) {
        if self.is_json {
            let engine = rules::ENGINE;
            super::tell(&format!("], \"engine\": {engine}, \"report\": {} }}", json!(report)));
            return;
        }
        let Report { decisions, differing, without_kept_rules, by_another_engine } = report;
        super::tell(&format!("{decisions} decisions replayed, {differing} with a difference"));
        if *without_kept_rules > 0 {
            super::tell(&format!(
                "{without_kept_rules} from before rules were kept: by the version as it is now"
            ));
        }
        if *by_another_engine > 0 {
            super::tell(&format!("{by_another_engine} were made by another format of the engine"));
        }
    }
}

impl Listener for Teller {
    fn progress(&mut self, done: u64, all: u64) {
        self.progress.tell("replayed", done, all);
    }

    fn differs(&mut self, it: &Difference) {
        if self.is_json {
            let comma = if self.told > 0 { "," } else { "" };
            super::tell(&format!("{comma}{}", json!(it)));
        } else {
            let place = it.requirement.map(|it| format!(" {it}")).unwrap_or_default();
            super::tell(&format!(
                "{} ({} {}): {}{place}: {}",
                it.file,
                it.category,
                it.version,
                it.kind.as_str(),
                it.detail
            ));
        }
        self.told += 1;
    }
}
