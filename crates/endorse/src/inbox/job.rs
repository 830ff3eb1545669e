//! The copy of a message, by e-mail.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rows;
use crate::app::App;
use crate::i18n::Lang;
use crate::jobs::Job;
use crate::mail::Letter;

/// Sends the copy of a message.
///
/// Run twice, it sends once; killed between the mail server and the mark, it may send again, under
/// the same `Message-ID`. Better two copies than none.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendCopy {
    /// The message.
    pub message: Uuid,
    /// A path that goes into the e-mail only.
    pub secret_path: Option<String>,
}

impl Job for SendCopy {
    const KIND: &'static str = "inbox.send-copy";

    async fn run(self, app: &App) -> anyhow::Result<()> {
        let message = rows::to_send(&mut app.db.read().await?, self.message).await?;
        let Some(message) = message else { return Ok(()) };
        // Nobody gets our letters at an address that is not shown to be theirs, but to show it, or to come in.
        if !message.is_known && self.secret_path.is_none() {
            return Ok(());
        }
        let lang = Lang::from_code(&message.language);
        let mut body = message.body.clone();
        if !message.is_known {
            body = unnamed(&body, &message.to_name, lang);
        }
        if let Some(path) = self.secret_path.as_deref().or(message.link.as_deref()) {
            let url = format!("{}{}", app.url, lang.href(path));
            body = format!("{body}\n\n{url}");
        }
        // Raters have no inbox.
        let footer =
            if message.person_id.is_some() { "inbox-footer" } else { "inbox-footer-letter" };
        let footer = lang.say1(footer, "association", &app.program.association.short_name);
        let letter = Letter {
            id: message.id,
            to_name: Some(message.to_name).filter(|it| message.is_known && !it.is_empty()),
            to_email: message.to_email,
            subject: message.subject,
            body: format!("{body}\n\n-- \n{footer}\n"),
        };

        // No transaction is open while we wait for somebody else's server.
        let sent = app.mail.send(&letter).await;

        let mut tx = app.db.write().await?;
        match &sent {
            Ok(()) => rows::mark_sent(&mut tx, self.message, app.clock.now()).await?,
            Err(error) => {
                let failure = format!("{error:#}");
                rows::mark_failed(&mut tx, self.message, &failure, app.clock.now()).await?;
            }
        }
        tx.commit().await?;
        sent
    }
}

/// A letter that greets nobody by name. Whoever registers with somebody else's address would
/// otherwise write the first line of what the other one reads.
pub(super) fn unnamed(body: &str, name: &str, lang: Lang) -> String {
    let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
    let greeting = first.strip_suffix([',', ':']).and_then(|it| it.strip_suffix(name));
    let is_one_word = |it: &str| !it.trim_end_matches([' ', ',']).contains(char::is_whitespace);
    if name.is_empty() || !greeting.is_some_and(is_one_word) {
        return body.to_owned();
    }
    format!("{}\n{rest}", lang.say("inbox-greeting"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_goes_without_a_name_and_nothing_else_does() {
        let told = |body: &str, lang| unnamed(body, "Ana Ruiz", lang);
        assert_eq!(told("Hello Ana Ruiz,\n\nThanks.", Lang::En), "Hello,\n\nThanks.");
        assert_eq!(told("Dear Ana Ruiz,\n", Lang::En), "Hello,\n");
        assert_eq!(told("Hola, Ana Ruiz:\n\nGracias.", Lang::Es), "Hola:\n\nGracias.");
        let told_of = "Ben has accepted a role here, invited by Ana Ruiz,\nand is in.";
        assert_eq!(told(told_of, Lang::En), told_of);
        assert_eq!(unnamed("Hello,\n", "", Lang::En), "Hello,\n");
    }
}
