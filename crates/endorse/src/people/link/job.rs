//! The letter with the link to come in by.
//!
//! Whether an address has an account is looked up here and not while somebody waits for the page.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{PURPOSE, WORKS_FOR};
use crate::app::App;
use crate::inbox::{self, News};
use crate::jobs::Job;
use crate::people::{mailed, rows};
use crate::security;
use crate::typed;

/// How many letters a mailbox gets in an hour, whoever asks.
const AT_MOST: i64 = 3;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Writes to whoever has an address, if anybody has.
///
/// Run twice it writes twice, with two links that each work once.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendLink {
    /// The address, as accounts are found by it.
    pub email_key: String,
    /// The account that it is to lead to, where it is not the one that the address finds.
    #[serde(default)]
    pub person: Option<Uuid>,
}

impl Job for SendLink {
    const KIND: &'static str = "people.send-sign-in-link";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        let person = match self.person {
            Some(person) => rows::addressee(&mut tx, person).await?,
            None => rows::addressed(&mut tx, &self.email_key).await?,
        };
        let Some(person) = person else { return Ok(()) };
        let mailbox = typed::mailbox(&person.email);
        if mailed::since(&mut tx, &mailbox, PURPOSE, now - AN_HOUR).await? >= AT_MOST {
            return Ok(());
        }
        let token = security::token();
        let hash = security::token_hash(&token);
        let whose = (person.id, mailbox.as_str());
        mailed::add(&mut tx, whose, PURPOSE, &hash, now, now + WORKS_FOR).await?;
        let lang = person.lang();
        let news = News {
            association: &app.program.id,
            person: Some(person.id),
            to_name: &person.name,
            to_email: &person.email,
            lang,
            kind: "sign-in-link",
            subject: lang.say("link-subject").into_owned(),
            body: lang.say1("link-body", "name", &person.name),
            link: None,
            application: None,
        };
        let news = if person.is_confirmed() { news } else { news.in_no_inbox() };
        let path = format!("/sign-in/link/{token}");
        inbox::send_with_secret(&mut tx, &news, Some(&path), now).await?;
        Ok(tx.commit().await?)
    }
}
