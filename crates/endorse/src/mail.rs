//! Letters leaving the house: `.eml` files in a folder, or a mail server.

use std::path::PathBuf;

use anyhow::Context as _;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use uuid::Uuid;

use crate::jobs::Hopeless;
use crate::settings::Settings;

/// A letter, ready to go.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The row it is a copy of; its `Message-ID` follows from it, so that a copy sent twice can be
    /// told.
    pub id: Uuid,
    /// The recipient's name, if the address is known to be theirs.
    pub to_name: Option<String>,
    /// The recipient's address.
    pub to_email: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// The way out.
#[derive(Clone, Debug)]
pub struct Mail {
    from: Mailbox,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Folder(PathBuf),
    Server(AsyncSmtpTransport<Tokio1Executor>),
}

impl Mail {
    /// As the settings say.
    ///
    /// # Errors
    ///
    /// When the sender or the server's address is not understood.
    pub fn open(settings: &Settings) -> anyhow::Result<Self> {
        let from = settings.mail.from.as_deref().unwrap_or("Endorse <endorse@localhost>");
        let from = from.parse().with_context(|| format!("mail.from: {from} is not an address"))?;
        let way = match settings.mail.smtp.as_deref() {
            None => Way::Folder(settings.data.join("outbox")),
            Some(url) => Way::Server(server(url).context("mail.smtp")?),
        };
        Ok(Self { from, way })
    }

    /// Sends a letter. Line breaks in a name or subject are refused by the mail library's types,
    /// so that nobody can add a header of their own.
    ///
    /// # Errors
    ///
    /// When the address is not one, which is [`Hopeless`], or the server or the disk refuses.
    pub async fn send(&self, letter: &Letter) -> anyhow::Result<()> {
        let host = self.from.email.domain();
        let to: Address = letter.to_email.parse().map_err(|it| Hopeless(format!("{it}")))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(letter.to_name.clone(), to))
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())?;
        match &self.way {
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let file = folder.join(format!("{}.eml", letter.id));
                let part = folder.join(format!("{}.part", letter.id));
                tokio::fs::write(&part, message.formatted()).await?;
                tokio::fs::rename(part, file).await?;
            }
            Way::Server(server) => {
                server.send(message).await?;
            }
        }
        Ok(())
    }

    /// Forgets the file of a letter, where letters are files; what a server was given is gone.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub async fn forget(&self, id: Uuid) -> anyhow::Result<()> {
        let Way::Folder(folder) = &self.way else { return Ok(()) };
        match tokio::fs::remove_file(folder.join(format!("{id}.eml"))).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// `smtp://` asks for STARTTLS, `smtps://` speaks TLS at once, `?tls=none` is for loopback.
fn server(url: &str) -> anyhow::Result<AsyncSmtpTransport<Tokio1Executor>> {
    let url = match url.strip_suffix("?tls=none") {
        Some(plain) => plain.to_owned(),
        None if url.starts_with("smtp://") => format!("{url}?tls=required"),
        None => url.to_owned(),
    };
    Ok(AsyncSmtpTransport::<Tokio1Executor>::from_url(&url)?.build())
}
