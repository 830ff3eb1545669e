//! `endorse user`: administration without a browser.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Subcommand, ValueEnum};

use crate::clock::Clock;
use crate::installation::Installation;
use crate::settings::Settings;

/// What to do about whom.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Give a role to somebody who has confirmed their address; it counts from their next page on.
    Grant {
        /// The role.
        role: Role,
        /// The address that they registered with.
        email: String,
        /// The association; the first one that is served, unless told otherwise.
        #[arg(long)]
        association: Option<String>,
        /// Where everything is kept.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The settings file.
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// End every session of somebody: a device was lost, or somebody left. They may sign in again.
    EndSessions {
        /// The address that they sign in with.
        email: String,
        /// Where everything is kept.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The settings file.
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Forget the second factor of somebody who has lost both the device and the recovery codes. Be
    /// sure whom you speak with; they are told by e-mail, and every session of theirs ends.
    ForgetSecondFactor {
        /// The address that they sign in with.
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
    /// Confirms payments.
    Treasurer,
    /// Looks into files and changes nothing.
    Auditor,
    /// Gives roles to others.
    Administrator,
    /// Looks after the whole installation: gives associations their first administrators.
    Network,
}

impl Role {
    fn as_str(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Reviewer => "reviewer",
            Self::Treasurer => "treasurer",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
            Self::Network => "network",
        }
    }
}

/// What is done once the installation is open.
enum Deed {
    Grant(Role, Option<String>),
    EndSessions,
    ForgetSecondFactor,
}

pub(super) fn run(args: Args) -> ExitCode {
    crate::serve::log();
    let (deed, email, data, config) = match args.what {
        What::Grant { role, email, association, data, config } => {
            (Deed::Grant(role, association), email, data, config)
        }
        What::EndSessions { email, data, config } => (Deed::EndSessions, email, data, config),
        What::ForgetSecondFactor { email, data, config } => {
            (Deed::ForgetSecondFactor, email, data, config)
        }
    };
    let settings = match config.as_deref().map(Settings::read).transpose() {
        Ok(settings) => Settings { data, ..settings.unwrap_or_default() },
        Err(error) => {
            super::say_wrong(&format!("endorse: {error:#}"));
            return ExitCode::from(2);
        }
    };
    super::in_runtime(async move {
        let house = Installation::open(settings, Clock::wall()).await?;
        let app = house.first();
        match deed {
            Deed::Grant(role, association) => {
                let app = match &association {
                    None => app,
                    Some(id) => house.of(id).with_context(|| format!("{id} is not served here"))?,
                };
                app.grant(&email, role.as_str()).await?;
                let short = &app.program.association.short_name;
                super::tell(&format!("{email}: {} of {short} from now on.", role.as_str()));
            }
            Deed::EndSessions => {
                let ended = app.end_sessions(&email).await?;
                super::tell(&format!("{email}: {ended} sessions ended."));
            }
            Deed::ForgetSecondFactor => {
                super::tell(&if app.forget_second_factor(&email).await? {
                    format!("{email} signs in without a second factor from now on.")
                } else {
                    format!("{email} has no second factor.")
                });
            }
        }
        app.db.close().await;
        Ok(())
    })
}
