//! Putting the file together, and throwing it away after a week.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{KEPT_FOR, archive, place, rows, throw_away};
use crate::app::App;
use crate::audit::{self, Act};
use crate::i18n::Lang;
use crate::inbox::{self, News};
use crate::jobs::{self, Job};
use crate::people;

/// Puts together everything that is kept about a person.
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
        let lang = Lang::from_code(&asked.language);
        let to = place(app, self.request);
        let size = archive::write(app, (asked.person_id, lang), &to).await?;

        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        let until = now + KEPT_FOR;
        if !rows::ready(&mut tx, self.request, i64::try_from(size)?, (now, until)).await? {
            return throw_away(app, self.request).await;
        }
        let key = format!("own-data-gone-{}", self.request);
        let end = Expire { request: self.request };
        jobs::later(&mut tx, &app.program.id, &end, until, Some(&key)).await?;
        let person = people::addressee(&mut tx, asked.person_id).await?;
        let news = News {
            association: &app.program.id,
            person: Some(person.id),
            to_name: &person.name,
            to_email: &person.email,
            lang,
            kind: "own-data-ready",
            subject: lang.say("own-data-letter-subject").into_owned(),
            body: lang.with(
                "own-data-letter-body",
                &[("name", (&person.name).into()), ("until", lang.moment(until, &app.zone).into())],
            ),
            link: Some("/account/data".to_owned()),
            application: None,
        };
        inbox::send(&mut tx, &news, now).await?;
        let who = Act { association: &app.program.id, kind: "system", person: None, at: now };
        audit::record(&mut tx, &who, "own-data-made", "person", person.id).await?;
        Ok(tx.commit().await?)
    }
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
