//! `endorse user`: administration without a browser.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};

use crate::app::App;
use crate::clock::Clock;
use crate::settings::Settings;

/// What to do about whom.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Give a role to somebody who has registered; it counts from their next page on.
    Grant {
        /// The role.
        role: Role,
        /// The address that they registered with.
        email: String,
        /// Where everything is kept.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The settings file.
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Role {
    /// Runs the programme.
    Coordinator,
    /// Judges files.
    Reviewer,
}

impl Role {
    fn as_str(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Reviewer => "reviewer",
        }
    }
}

pub(super) fn run(args: Args) -> ExitCode {
    crate::serve::log();
    let What::Grant { role, email, data, config } = args.what;
    let settings = match config.as_deref().map(Settings::read).transpose() {
        Ok(settings) => Settings { data, ..settings.unwrap_or_default() },
        Err(error) => {
            super::say_wrong(&format!("endorse: {error:#}"));
            return ExitCode::from(2);
        }
    };
    super::in_runtime(async move {
        let app = App::open(settings, Clock::wall()).await?;
        app.grant(&email, role.as_str()).await?;
        super::say(&format!("{email} is a {} from now on.", role.as_str()));
        app.db.close().await;
        Ok(())
    })
}
