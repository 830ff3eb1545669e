//! `endorse seed`: an empty store, filled with test data.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;

use crate::clock::{Clock, Dial};
use crate::demo::canary::{self, Fixture};
use crate::demo::{self, CAST, PASSWORD};
use crate::installation::Installation;
use crate::settings::{Hosted, SecondFactor, Settings};

/// What to fill, and with what.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// demo: the demonstration's people. canary: two associations, everybody in each, and in every
    /// private text a string that says where it belongs.
    #[arg(long, value_parser = ["demo", "canary"])]
    fixture: String,
    /// Where everything is to be kept.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The settings file.
    #[arg(long)]
    config: Option<PathBuf>,
    /// text or json.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    format: String,
}

/// Fills. 0: done. 2: the call was wrong, or somebody is there already. 3: the system failed.
pub(super) fn run(args: Args) -> ExitCode {
    crate::serve::log();
    let wrong = |problem: &str| {
        super::say_wrong(&format!("endorse: {problem}"));
        ExitCode::from(2)
    };
    let settings = match args.config.as_deref().map(Settings::read).transpose() {
        Ok(settings) => settings.unwrap_or_default(),
        Err(error) => return wrong(&format!("{error:#}")),
    };
    // The fixture's people are away for days.
    let sessions = demo::SESSIONS;
    let second_factor = SecondFactor::Offered;
    let settings = Settings { data: args.data, second_factor, sessions, ..settings };
    let is_taken = settings.data.join("endorse.db").exists();
    if is_taken && settings.database.is_none() {
        return wrong(&format!("{}: something is kept here already", settings.data.display()));
    }
    let is_json = args.format == "json";
    let mut taken = false;
    let done = super::in_runtime(async {
        if args.fixture == "demo" {
            anyhow::ensure!(settings.database.is_none(), "the demonstration has its own database");
            demo::tell(&settings, Clock::wall().now()).await?;
            super::tell(&people(is_json));
            return Ok(());
        }
        let dial = Dial::at(Clock::wall().now());
        let house = Installation::open(two(settings), Clock::dial(&dial)).await?;
        if canary::is_empty(&house).await? {
            let fixture = canary::tell(&house, &dial).await?;
            super::tell(&told(&fixture, is_json));
        } else {
            taken = true;
        }
        house.first().db.close().await;
        Ok(())
    });
    if taken { wrong("the database: somebody is there already") } else { done }
}

/// The associations of the settings; without several, CT-AIMH and another.
fn two(settings: Settings) -> Settings {
    if settings.associations.len() > 1 {
        return settings;
    }
    let hosted = |id: &str, url| Hosted { id: id.to_owned(), url };
    let other = "http://first3years-tx.localhost:8080".to_owned();
    let associations = vec![hosted("ct-aimh", None), hosted("first3years-tx", Some(other))];
    Settings { associations, public_url: None, ..settings }
}

fn people(is_json: bool) -> String {
    if is_json {
        let person =
            |it: &demo::Role| json!({ "role": it.role, "email": it.email, "stage": it.stage });
        let accounts: Vec<_> = CAST.iter().map(person).collect();
        return json!({ "format": "endorse-demo/1", "password": PASSWORD, "accounts": accounts })
            .to_string();
    }
    let line = |it: &demo::Role| format!("{:<18}{:<34}{PASSWORD}", it.role, it.email);
    CAST.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn told(it: &Fixture, is_json: bool) -> String {
    if is_json {
        return json!(it).to_string();
    }
    let (accounts, objects, canaries) = (it.accounts.len(), it.objects.len(), it.canaries.len());
    format!("{accounts} accounts, {objects} objects, {canaries} canaries; --format json names them")
}
