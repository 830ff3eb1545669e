//! Putting the file together, and throwing it away after a week.

use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rows::ToMake;
use super::{KEPT_FOR, archive, place, rows, throw_away};
use crate::app::App;
use crate::audit::{self, Act};
use crate::i18n::Lang;
use crate::inbox::{self, News};
use crate::jobs::{self, Hopeless, Job};
use crate::people;

/// After so long, nobody tries any more: it can be asked for anew.
const TRIED_FOR: SignedDuration = SignedDuration::from_hours(48);

/// Puts together everything that is kept about a person; an earlier file gives way to it.
///
/// Run twice, it makes the file anew and writes once. Killed in between, the next run begins again.
#[derive(Debug, Serialize, Deserialize)]
pub struct Gather {
    /// The request.
    pub request: Uuid,
}

impl Job for Gather {
    const KIND: &'static str = "privacy.gather";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let mut tx = app.db.read().await?;
        let Some(asked) = rows::to_make(&mut tx, self.request).await? else { return Ok(()) };
        drop(tx);
        let Err(error) = gather(app, self.request, &asked).await else { return Ok(()) };
        let now = app.clock.now();
        if now.duration_since(asked.asked_at.0) < TRIED_FOR {
            return Err(error);
        }
        let mut tx = app.db.write().await?;
        rows::gone(&mut tx, self.request, now).await?;
        tell(&mut tx, app, (&asked, "own-data-failed", None), now).await?;
        tx.commit().await?;
        throw_away(app, self.request).await?;
        Err(Hopeless(format!("{error:#}")).into())
    }
}

async fn gather(app: &App, request: Uuid, asked: &ToMake) -> anyhow::Result<()> {
    let lang = Lang::from_code(&asked.language);
    let size = archive::write(app, (asked.person_id, lang), place(app, request)).await?;

    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let until = now + KEPT_FOR;
    if !rows::ready(&mut tx, request, i64::try_from(size)?, (now, until)).await? {
        return throw_away(app, request).await;
    }
    let earlier = rows::earlier(&mut tx, asked.person_id, request).await?;
    for it in &earlier {
        rows::gone(&mut tx, *it, now).await?;
    }
    let key = format!("own-data-gone-{request}");
    jobs::later(&mut tx, &app.program.id, &Expire { request }, until, Some(&key)).await?;
    let told = lang.moment(until, &app.zone);
    tell(&mut tx, app, (asked, "own-data-ready", Some(told)), now).await?;
    let who = Act { association: &app.program.id, kind: "system", person: None, at: now };
    audit::record(&mut tx, &who, "own-data-made", "person", asked.person_id).await?;
    tx.commit().await?;
    for it in earlier {
        throw_away(app, it).await?;
    }
    Ok(())
}

/// Writes to the person how it went: the words are by kind.
async fn tell(
    tx: &mut Tx,
    app: &App,
    (asked, kind, until): (&ToMake, &str, Option<String>),
    now: Timestamp,
) -> anyhow::Result<()> {
    let lang = Lang::from_code(&asked.language);
    let person = people::addressee(tx, asked.person_id).await?;
    let values = [("name", (&person.name).into()), ("until", until.unwrap_or_default().into())];
    let news = News {
        association: &app.program.id,
        person: Some(person.id),
        to_name: &person.name,
        to_email: &person.email,
        lang,
        kind,
        subject: lang.say(&format!("{kind}-subject")).into_owned(),
        body: lang.with(&format!("{kind}-body"), &values),
        link: Some("/account/data".to_owned()),
        application: None,
    };
    inbox::send(tx, &news, now).await?;
    Ok(())
}

/// Throws away a file that was there for a week. Run twice, it does the same.
#[derive(Debug, Serialize, Deserialize)]
pub struct Expire {
    /// The request.
    pub request: Uuid,
}

impl Job for Expire {
    const KIND: &'static str = "privacy.expire";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        throw_away(app, self.request).await?;
        let mut tx = app.db.write().await?;
        rows::gone(&mut tx, self.request, app.clock.now()).await?;
        Ok(tx.commit().await?)
    }
}
