//! The letter to a new address.
//!
//! Whether it has an account is looked up here and not while somebody waits for the page.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rows;
use crate::app::App;
use crate::inbox::{self, News};
use crate::jobs::Job;
use crate::people::{addressee, rows as people};
use crate::security;

/// How many letters a mailbox gets in an hour, whoever asks.
const AT_MOST: i64 = 3;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Writes to an address that somebody wants to change to: with a link, or, if it is somebody's
/// already, that it is. Neither stands in an inbox, where whoever asked could tell them apart.
///
/// Run twice, it writes once.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendAddressLink {
    /// The change.
    pub change: Uuid,
}

impl Job for SendAddressLink {
    const KIND: &'static str = "people.send-address-link";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let mut tx = app.db.write().await?;
        let Some(change) = rows::to_send(&mut tx, self.change, now).await? else { return Ok(()) };
        if rows::sent_since(&mut tx, &change.mailbox, now - AN_HOUR).await? >= AT_MOST {
            return Ok(());
        }
        let asking = addressee(&mut tx, change.person_id).await?;
        let owner = people::confirmed(&mut tx, &change.new_email_key).await?;
        let is_held = super::is_held(&mut tx, &change.new_email_key, change.person_id, now).await?;
        let (to, body, token) = match owner {
            Some(owner) => (owner, "address-taken-body", None),
            None if is_held => {
                rows::mark_sent(&mut tx, change.id, None, now).await?;
                return Ok(tx.commit().await?);
            }
            None => (asking, "address-link-body", Some(security::token())),
        };
        let hash = token.as_deref().map(security::token_hash);
        rows::mark_sent(&mut tx, change.id, hash.as_deref(), now).await?;
        let lang = to.lang();
        let news = News {
            association: &app.program.id,
            person: None,
            to_name: "",
            to_email: &change.new_email,
            lang,
            kind: "address-link",
            subject: lang.say("address-link-subject").into_owned(),
            body: lang.say(body).into_owned(),
            link: token.is_none().then(|| "/sign-in".to_owned()),
            application: None,
        };
        let path = token.map(|it| format!("/address/{it}"));
        inbox::send_with_secret(&mut tx, &news, path.as_deref(), now).await?;
        Ok(tx.commit().await?)
    }
}
