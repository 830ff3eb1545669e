//! `endorse demo`: everything on one machine, with fictional people at every stage.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::App;
use crate::clock::Clock;
use crate::settings::Settings;

/// How to show it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where everything is kept.
    #[arg(long, default_value = "data/demo")]
    data: PathBuf,
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Begin anew.
    #[arg(long)]
    fresh: bool,
}

pub(super) fn run(args: Args) -> ExitCode {
    crate::serve::log();
    super::in_runtime(async move {
        if args.fresh && args.data.exists() {
            std::fs::remove_dir_all(&args.data)?;
        }
        let listener = crate::serve::listen(Some(args.listen)).await?;
        let listen = Some(listener.local_addr()?);
        let settings = Settings { data: args.data, listen, ..Settings::default() };
        let app = App::open(settings, Clock::wall()).await?;
        super::say(&format!("READY {}", app.settings.public_url()));
        crate::serve::serve(app, listener).await
    })
}
