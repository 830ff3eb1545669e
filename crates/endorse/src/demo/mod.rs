//! The demonstration: fictional people at every stage, told through the front door.
//!
//! Nobody is put into the rows. Each person registers, types, asks, signs and submits as people do,
//! on days before today; the coordinator and the reviewers answer them. What the demonstration
//! shows is therefore what the program does.

mod advised;
pub mod canary;
mod cast;
mod evidence;
mod holders;
mod stage;
mod steps;
mod stories;

use std::path::Path;

use anyhow::Context as _;
use jiff::Timestamp;

use self::stage::Stage;
use crate::app::App;
use crate::clock::{Clock, Dial};
use crate::settings::{SecondFactor, Sessions, Settings};

pub use cast::{CAST, PASSWORD, Role};

/// Whoever is on the stage comes back every other week, and is still signed in.
pub const SESSIONS: Sessions = Sessions { staff_idle_hours: 336, idle_hours: 336 };

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
    let data = telling.clone();
    let second_factor = SecondFactor::Offered;
    let settings = Settings { data, second_factor, sessions: SESSIONS, ..settings.clone() };
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

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use tempfile::TempDir;

    use super::*;
    use crate::story::Browser;

    /// Tells the story as it would be told then, and visits everybody on the same day.
    fn told_on(now: &str) {
        let now: Timestamp = now.parse().unwrap();
        let folder = TempDir::new().unwrap();
        let second_factor = SecondFactor::Offered;
        let data = folder.path().to_owned();
        let settings = Settings { data, second_factor, ..Settings::default() };
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            tell(&settings, now).await.unwrap();
            let letters = std::fs::read_dir(folder.path().join("outbox")).unwrap().count();
            tell(&settings, now).await.unwrap();
            let again = std::fs::read_dir(folder.path().join("outbox")).unwrap().count();
            assert_eq!(again, letters, "the story was told twice");
            assert!(!folder.path().join(TELLING).exists());

            let app = App::open(settings, Clock::dial(&Dial::at(now))).await.unwrap();
            for (role, path, words) in [
                (cast::COORDINATOR, "/desk", "Sam Sample"),
                (cast::COORDINATOR, "/desk", "Ella Sample"),
                (cast::REVIEWER, "/reviews", "IMHM-C"),
                (cast::SECOND_REVIEWER, "/reviews", "IMHM-C"),
                (cast::ADVISOR, "/advising", "Ines Sample"),
                (cast::APPLICANT, "/home", "Adam Fable could advise you"),
                (cast::SPECIALIST, "/home", "Adam Fable"),
                (cast::APPLICANT, "/locker", ">60<"),
                (cast::NEWCOMER, "/home", "No application yet"),
                (cast::READY, "/home", "Yes, everything that is asked is there."),
                (cast::SUBMITTED, "/home", "Submitted."),
                (cast::IN_REVIEW, "/home", "being reviewed"),
                (cast::MORE_INFORMATION, "/home", "More information is needed"),
                (cast::EXAM, "/home", "The written exam comes next"),
                (cast::ENDORSED, "/endorsements", "CT-IMHM-C-00002"),
                (cast::RENEWING, "/endorsements", "CT-IMHM-C-00003"),
                (cast::LAPSED, "/endorsements", "CT-IMHM-C-00001"),
                (cast::SPECIALIST, "/home", "Infant Family Specialist"),
                (cast::EARLY_CHILDHOOD, "/home", "Early Childhood Family Specialist"),
                (cast::EARLY_CHILDHOOD, "/home", "Submitted."),
                (cast::SPANISH, "/es/home", "Asociado/a Familiar Infantil"),
            ] {
                let mut browser = Browser::new(&app);
                browser.sign_in(role.email, PASSWORD).await.unwrap();
                let mut page = browser.get(path).await.unwrap();
                if let Some(on) = page.location() {
                    let spanish = if path.starts_with("/es") { "/es" } else { "" };
                    page = browser.get(&format!("{spanish}{on}")).await.unwrap();
                }
                let html = page.html();
                assert!(html.contains(words), "{} on {now}: {path} lacks {words}", role.role);
            }
            for (name, valid) in [("erin", true), ("rene", true), ("lena", false)] {
                let page = Browser::new(&app).get(&format!("/registry?q={name}")).await.unwrap();
                let today = now.to_zoned(TimeZone::UTC).date();
                assert_eq!(page.html().contains("Valid"), valid, "{name} on {today}");
            }
            assert!(rater_path(folder.path()).is_some());
            app.db.close().await;
        });
    }

    #[test]
    fn the_story_is_told_in_the_middle_of_a_year() {
        told_on("2026-11-22T21:00:00Z");
    }

    #[test]
    fn the_story_is_told_on_new_years_day() {
        told_on("2027-01-01T18:00:00Z");
    }

    #[test]
    fn the_story_is_told_on_a_leap_day() {
        told_on("2028-02-29T12:00:00Z");
    }
}
