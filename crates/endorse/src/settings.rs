//! What an operator may set: one TOML file, all of it optional.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// How this installation runs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `postgres://…`; without it an embedded SQLite database in the data folder.
    pub database: Option<String>,
    /// The address to listen on.
    pub listen: Option<SocketAddr>,
    /// How people reach this installation, as `https://registry.example.org`, without a slash at
    /// the end. Without it, `http://` and the address listened on.
    pub public_url: Option<String>,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// Whether whoever sees other people's files must have a second factor.
    pub second_factor: SecondFactor,
    /// Outgoing mail.
    pub mail: Mail,
    /// Where everything is kept. Set by the command line, never by the file.
    #[serde(skip)]
    pub data: PathBuf,
}

/// What is asked of coordinators and reviewers. Everybody else may have one and need not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// No page of theirs opens without a second factor.
    #[default]
    Required,
    /// They may set one up like anybody else: for a demonstration, not for real people's files.
    Offered,
}

impl SecondFactor {
    /// Whether they must.
    #[must_use]
    pub fn is_required(self) -> bool {
        self == Self::Required
    }
}

/// Outgoing mail.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// The sender, as `Name <address>`.
    pub from: Option<String>,
    /// `smtp://user:password@host:587` (STARTTLS), `smtps://…:465`, or `smtp://host:25?tls=none`
    /// for a server on the same machine. Without it, `.eml` files in the folder `outbox`.
    pub smtp: Option<String>,
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or a line of it is not understood; the error names both.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(file)
            .map_err(|error| anyhow::anyhow!("{}: {error}", file.display()))?;
        toml::from_str(&text).map_err(|error| anyhow::anyhow!("{}: {error}", file.display()))
    }

    /// The address people use, without a slash at the end.
    #[must_use]
    pub fn public_url(&self) -> String {
        match (&self.public_url, self.listen) {
            (Some(url), _) => url.trim_end_matches('/').to_owned(),
            (None, Some(listen)) => format!("http://{listen}"),
            (None, None) => "http://127.0.0.1:8080".to_owned(),
        }
    }

    /// The host and port people use, as it stands in a `did:web`.
    #[must_use]
    pub fn did(&self) -> String {
        let url = self.public_url();
        let host = url.split("://").nth(1).unwrap_or("localhost");
        format!("did:web:{}", host.replace(':', "%3A"))
    }

    /// Whether people come by HTTPS, so that cookies may insist on it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url().starts_with("https://")
    }
}
