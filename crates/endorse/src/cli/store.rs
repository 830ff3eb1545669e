//! An installation, opened to be looked at from the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use db::Db;

use crate::settings::Settings;

/// Which installation.
#[derive(Debug, clap::Args)]
pub(super) struct Store {
    /// Where everything is kept.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The settings file.
    #[arg(long)]
    config: Option<PathBuf>,
}

impl Store {
    /// The settings; or 2 and a line that says what is wrong with them.
    pub(super) fn settings(&self) -> Result<Settings, ExitCode> {
        let wrong = |problem: String| {
            super::say_wrong(&format!("endorse: {problem}"));
            ExitCode::from(2)
        };
        let read = self.config.as_deref().map(Settings::read).transpose();
        let settings = read.map_err(|error| wrong(format!("{error:#}")))?.unwrap_or_default();
        if settings.database.is_none() && !self.data.join("endorse.db").is_file() {
            return Err(wrong(format!("{}: no installation is kept here", self.data.display())));
        }
        Ok(Settings { data: self.data.clone(), ..settings })
    }
}

/// Opens the database of an installation, and brings it up to date.
pub(super) async fn open(settings: &Settings) -> anyhow::Result<Db> {
    match &settings.database {
        Some(url) => Db::postgres(url).await.context("the database cannot be opened"),
        None => Db::sqlite(&settings.data.join("endorse.db")).await.context("the database"),
    }
}

/// Tells on standard error how far something is: over the same line where somebody watches, and every
/// now and then where nobody does.
#[derive(Debug, Default)]
pub(super) struct Progress {
    told: u64,
}

impl Progress {
    /// So many of so many are done.
    pub(super) fn tell(&mut self, what: &str, done: u64, all: u64) {
        use std::io::{IsTerminal as _, Write as _};
        let mut out = std::io::stderr();
        let is_watched = out.is_terminal();
        let percent = done.saturating_mul(100).checked_div(all).unwrap_or(100);
        if is_watched {
            let bar = "#".repeat(usize::try_from(percent / 4).unwrap_or(25).min(25));
            let end = if done >= all { "\n" } else { "" };
            let _ = write!(out, "\r{what}: [{bar:<25}] {done} of {all}{end}");
        } else if done >= all || percent >= self.told + 10 {
            self.told = percent;
            let _ = writeln!(out, "{what}: {done} of {all}");
        }
    }
}
