//! `endorse erase`: the account of a person, at once, because somebody says so and why.

use std::process::ExitCode;

use anyhow::Context as _;

use super::store::Store;
use crate::clock::Clock;
use crate::installation::Installation;

/// Whose account, and why.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The address that they sign in with.
    email: String,
    /// Why, for whoever asks later. It is kept: do not name the person in it.
    #[arg(long)]
    reason: String,
    /// The association in whose record it stands; the first one that is served, unless told.
    #[arg(long)]
    association: Option<String>,
    #[command(flatten)]
    store: Store,
}

pub(super) fn run(args: Args) -> ExitCode {
    crate::serve::log();
    let settings = match args.store.settings() {
        Ok(settings) => settings,
        Err(code) => return code,
    };
    if args.reason.trim().is_empty() {
        super::say_wrong("endorse: --reason: it must say something");
        return ExitCode::from(2);
    }
    super::in_runtime(async move {
        let house = Installation::open(settings, Clock::wall()).await?;
        let app = match &args.association {
            None => house.first(),
            Some(id) => house.of(id).with_context(|| format!("{id} is not served here"))?,
        };
        let done = app.erase(&args.email, args.reason.trim()).await;
        app.db.close().await;
        done?;
        super::tell("The account is erased. docs/privacy.md says what stays.");
        Ok(())
    })
}
