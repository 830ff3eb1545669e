//! `endorse serve`: an installation, for real people.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::clock::Clock;
use crate::installation::Installation;
use crate::settings::Settings;

/// How to serve.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where everything is kept.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The settings file.
    #[arg(long)]
    config: Option<PathBuf>,
    /// The address to listen on; 127.0.0.1:8080 by default.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

pub(super) fn run(args: Args) -> ExitCode {
    crate::serve::log();
    let settings = match args.config.as_deref().map(Settings::read).transpose() {
        Ok(settings) => settings.unwrap_or_default(),
        Err(error) => {
            super::say_wrong(&format!("endorse: {error:#}"));
            return ExitCode::from(2);
        }
    };
    super::in_runtime(async move {
        let listener = crate::serve::listen(args.listen.or(settings.listen)).await?;
        let listen = Some(listener.local_addr()?);
        let settings = Settings { data: args.data, listen, ..settings };
        let house = Installation::open(settings, Clock::wall()).await?;
        if let Some(on) = house.first().settings.metrics.listen {
            let on = crate::metrics::begin(house.first(), on).await?;
            super::tell(&format!("METRICS http://{on}/metrics"));
        }
        super::tell(&format!("READY {}", house.first().url));
        crate::serve::serve(house, listener).await
    })
}
