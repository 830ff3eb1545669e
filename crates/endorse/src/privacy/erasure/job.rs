//! Erasing, when the wait is over or an operator says so.

use anyhow::Context as _;
use db::Tx;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{letters, rows};
use crate::app::App;
use crate::audit::{self, Act};
use crate::consents;
use crate::i18n::Lang;
use crate::jobs::{self, Job};
use crate::privacy::data;
use crate::{house, locker, people};

/// How old bytes must be before they are thrown away by name: no upload takes so long. Younger ones
/// are left to the daily sweep.
const OLD: SignedDuration = SignedDuration::from_hours(24);

/// Erases an account, unless it was called off, as it is by signing in. Run twice, it does it once.
#[derive(Debug, Serialize, Deserialize)]
pub struct Erase {
    /// What was asked for.
    pub erasure: Uuid,
}

impl Job for Erase {
    const KIND: &'static str = "privacy.erase";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        let Some(asked) = rows::by_id(&mut tx, self.erasure).await? else { return Ok(()) };
        in_turn(&mut tx, asked.person_id, now).await?;
        // Called off, perhaps, by whoever signed in while this waited.
        let Some(asked) = rows::by_id(&mut tx, self.erasure).await? else { return Ok(()) };
        let waits = now < asked.due_at.0
            || rows::kept(&mut tx, asked.person_id).await?.is_some()
            || !rows::alone_with(&mut tx, asked.person_id, now).await?.is_empty();
        if waits {
            // A file has to be kept meanwhile, or everybody else who gives roles or has the desk has
            // gone: it is asked again every day.
            let again = asked.due_at.0.max(now + SignedDuration::from_hours(24));
            let order = Self { erasure: self.erasure };
            jobs::later(&mut tx, &app.program.id, &order, again, None).await?;
            return Ok(tx.commit().await?);
        }
        erase(tx, app, (asked.person_id, self.erasure), now).await?;
        Ok(())
    }
}

/// Erases the account with an address at once, because an operator says so and why.
///
/// # Errors
///
/// When nobody has that address, a file of theirs must be kept, nobody else holds a role that somebody
/// has to hold, or the database or a disk refuses.
pub async fn erase_now(app: &App, email: &str, reason: &str) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let person = people::id_of(&mut tx, email).await?.context("nobody has that address")?;
    in_turn(&mut tx, person, now).await?;
    anyhow::ensure!(
        rows::kept(&mut tx, person).await?.is_none(),
        "a file of theirs, or that they worked on, must be kept: see the legal hold at the desk"
    );
    anyhow::ensure!(
        rows::alone_with(&mut tx, person, now).await?.is_empty(),
        "nobody else is administrator or coordinator of an association, or looks after the \
         installation: give the role to somebody else first"
    );
    rows::call_off(&mut tx, person, now).await?;
    let whose = (app.program.id.as_str(), person);
    let begun = rows::begin(&mut tx, whose, (now, now), Some(reason)).await?;
    let id = begun.context("somebody asked for it in the same moment: try again")?;
    erase(tx, app, (person, id), now).await?.run(app).await
}

/// Has roles end and this account be erased one after the other: where the person is needed, the last
/// two must not both believe that the other one stays.
async fn in_turn(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<(), db::Error> {
    for association in rows::needed_at(tx, person, now).await? {
        house::in_turn(tx, &association).await?;
    }
    people::in_turn(tx, person).await.map(drop)
}

fn system(app: &App, at: Timestamp) -> Act<'_> {
    Act { association: &app.program.id, kind: "system", person: None, at }
}

/// In both languages, since nobody knows who will read it.
pub(in crate::privacy) fn in_both(key: &str) -> String {
    Lang::ALL.map(|lang| lang.say(key).into_owned()).join(" · ")
}

async fn erase(
    mut tx: Tx,
    app: &App,
    (person, erasure): (Uuid, Uuid),
    now: Timestamp,
) -> anyhow::Result<ThrowAway> {
    let account = rows::account(&mut tx, person).await?.context("erased before")?;
    let outside = rows::outside(&mut tx, person).await?;
    let own = account.is_confirmed.then_some(account.email_key.as_str());
    let mut gone = letters::remove(&mut tx, person, own).await?;
    let things = [&[person], outside.data.as_slice()].concat();
    letters::forget_orders(&mut tx, (&gone, &things), &account.email_key).await?;
    let name = if account.was_staff { "privacy-erased-staff" } else { "privacy-erased-person" };
    let name = in_both(name);
    gone.extend(letters::unname(&mut tx, person, (&account.name, &name)).await?);
    // Before the rows that say what is about the person are gone.
    audit::forget_words(&mut tx, person).await?;
    for (application,) in rows::applications(&mut tx, person, false).await? {
        rows::remove_application(&mut tx, application).await?;
    }
    for (application,) in rows::applications(&mut tx, person, true).await? {
        rows::empty_application(&mut tx, application, now).await?;
    }
    let held = rows::endorsements(&mut tx, person).await?;
    let mut kept = Vec::new();
    for it in held {
        let terms = consents::terms(&mut tx, &it.association_id).await?;
        let stays = terms.iter().any(|it| it.class == "register");
        kept.push((it.id, stays.then_some(now)));
    }
    rows::empty_person(&mut tx, (person, &account), (&name, now)).await?;
    for (endorsement, stays_from) in kept {
        let nobody = in_both("privacy-erased-name");
        rows::unname(&mut tx, endorsement, (&nobody, stays_from)).await?;
    }
    anyhow::ensure!(rows::done(&mut tx, erasure, now).await?, "it was called off meanwhile");
    audit::record(&mut tx, &system(app, now), "account-erased", "erasure", erasure).await?;
    // Ordered with the rest, so that it is done even if the process ends here.
    let rest = ThrowAway { letters: gone, documents: outside.documents, data: outside.data };
    jobs::later(&mut tx, &app.program.id, &rest, now, None).await?;
    tx.commit().await?;
    // What was written over leaves the database's log too.
    app.db.fold().await?;
    Ok(rest)
}

/// So many months later, counted in calendar months.
pub(in crate::privacy) fn months_after(from: Timestamp, months: i64) -> anyhow::Result<Timestamp> {
    let zone = jiff::tz::TimeZone::UTC;
    Ok(from.to_zoned(zone).checked_add(months.months())?.timestamp())
}

/// Throws away what is on disk, after the rows that named it are gone.
///
/// Run twice, or late, it does the same; bytes that are younger than a day are left to the sweep.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ThrowAway {
    /// Letters, by their messages.
    pub letters: Vec<Uuid>,
    /// Documents, by the hash of their bytes.
    pub documents: Vec<String>,
    /// Files of own data, by their requests.
    pub data: Vec<Uuid>,
}

impl Job for ThrowAway {
    const KIND: &'static str = "privacy.throw-away";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let old = app.clock.now() - OLD;
        for letter in &self.letters {
            app.mail.forget(*letter).await?;
        }
        for request in &self.data {
            data::throw_away(app, *request).await?;
        }
        for hash in &self.documents {
            if locker::is_named(&mut app.db.read().await?, hash).await? {
                continue;
            }
            let Some(aside) = app.files.set_aside(hash, old).await? else { continue };
            if locker::is_named(&mut app.db.read().await?, hash).await? {
                aside.put_back()?;
            }
        }
        Ok(())
    }
}
