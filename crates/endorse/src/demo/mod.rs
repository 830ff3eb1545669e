//! The demonstration: fictional people at every stage, told through the front door.
//!
//! Nobody is put into the rows. Each person registers, types, asks, signs and submits as people do,
//! on days before today; the coordinator and the reviewers answer them. What the demonstration
//! shows is therefore what the program does.

mod cast;
mod evidence;
mod stage;
mod steps;
mod stories;

use std::path::Path;

use anyhow::Context as _;
use jiff::Timestamp;

use self::stage::Stage;
use crate::app::App;
use crate::clock::{Clock, Dial};
use crate::settings::Settings;

pub use cast::{CAST, PASSWORD};

/// Where the people are told before they move in, so that half a story is never found.
const TELLING: &str = "telling";
/// What is there once they have.
const STORE: &str = "endorse.db";

/// Tells the whole story into a data folder, unless it has been told there already.
///
/// # Errors
///
/// When the folder cannot be written, or somebody in the story was refused something; then the
/// folder is as it was, and the next start begins anew.
pub async fn tell(settings: &Settings, now: Timestamp) -> anyhow::Result<()> {
    let home = &settings.data;
    if home.join(STORE).exists() {
        return Ok(());
    }
    let telling = home.join(TELLING);
    if telling.exists() {
        std::fs::remove_dir_all(&telling).with_context(|| telling.display().to_string())?;
    }
    let dial = Dial::at(now);
    let settings = Settings { data: telling.clone(), ..settings.clone() };
    let app = App::open(settings, Clock::dial(&dial)).await?;
    let mut stage = Stage::new(&app, &dial);
    stories::all(&mut stage).await?;
    dial.set(now);
    app.work().await?;
    app.db.close().await;
    move_in(&telling, home).with_context(|| home.display().to_string())
}

/// Moves everything one folder up, the store last: it says that all is there.
fn move_in(telling: &Path, home: &Path) -> std::io::Result<()> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(telling)? {
        entries.push(entry?.file_name());
    }
    entries.sort_by_key(|name| name == STORE);
    for name in entries {
        std::fs::rename(telling.join(&name), home.join(&name))?;
    }
    std::fs::remove_dir(telling)
}

/// The way to a page that somebody without an account was sent, if the letter is still there.
#[must_use]
pub fn rater_path(data: &Path) -> Option<String> {
    stage::newest_path(&data.join("outbox"), cast::OPEN_RATER, "/ratings/").ok().flatten()
}
