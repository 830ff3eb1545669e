//! `endorse demo`: everything on one machine, with fictional people at every stage.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::App;
use crate::clock::Clock;
use crate::demo::{self, CAST, PASSWORD};
use crate::installation::Installation;
use crate::settings::{Hosted, SecondFactor, Settings};

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
        let associations = associations(listener.local_addr()?.port());
        // Whoever looks around wants to sign in as staff with what the table says, and no more.
        let second_factor = SecondFactor::Offered;
        let data = args.data;
        let settings =
            Settings { data, listen, associations, second_factor, ..Settings::default() };
        let clock = Clock::wall();
        demo::tell(&settings, clock.now()).await?;
        let house = Installation::open(settings, clock).await?;
        super::tell(&format!("READY {}", house.first().url));
        introduce(house.first());
        super::tell("\nThe same accounts work at another association, which has no files yet:\n");
        for it in house.all().iter().skip(1) {
            super::tell(&format!("{:<18}{}", it.program.association.short_name, it.url));
        }
        crate::serve::serve(house, listener).await
    })
}

/// CT-AIMH, where the story is told, and another with nobody in it yet.
fn associations(port: u16) -> Vec<Hosted> {
    let hosted = |id: &str, url| Hosted { id: id.to_owned(), url };
    let url = format!("http://first3years-tx.localhost:{port}");
    vec![hosted("ct-aimh", None), hosted("first3years-tx", Some(url))]
}

/// Who can sign in, and how far everybody is. The columns are at least two spaces apart.
fn introduce(app: &App) {
    super::tell("\nSign in as one of these (all of them are fictional):\n");
    for it in CAST {
        super::tell(&format!("{:<18}{:<34}{PASSWORD}", it.role, it.email));
    }
    super::tell("\nHow far they are:\n");
    for it in CAST {
        super::tell(&format!("{:<18}{} {}", it.role, it.name, it.stage));
    }
    if let Some(path) = demo::rater_path(&app.settings.data) {
        let url = &app.url;
        super::tell(&format!(
            "{:<18}has begun to answer, without an account: {url}{path}",
            "rater"
        ));
    }
    super::tell("\nTheir e-mail is in the folder outbox beside the database.");
}
