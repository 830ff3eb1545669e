//! What an operator may set: one TOML file, all of it optional.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
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
    /// The associations that are served, each at its own host name. One alone, and a first one that has
    /// no address, answers at every host name that no other has. Without any: CT-AIMH alone, at
    /// `public_url`.
    pub associations: Vec<Hosted>,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// Whether whoever sees other people's files must have a second factor.
    pub second_factor: SecondFactor,
    /// When sessions end that nobody uses.
    pub sessions: Sessions,
    /// What passwords are held against.
    pub passwords: Passwords,
    /// Other ways to sign in.
    pub sign_in: SignIn,
    /// Outgoing mail.
    pub mail: Mail,
    /// How often one address may ask for what is open to everybody.
    pub limits: Limits,
    /// Figures for whoever watches.
    pub metrics: Metrics,
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

/// When a session ends because nobody has used it, in hours; at the latest all end fourteen days after
/// they began.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    /// Of whoever sees other people's files: 12 unless set.
    pub staff_idle_hours: u32,
    /// Of everybody else: 168, a week, unless set.
    pub idle_hours: u32,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { staff_idle_hours: 12, idle_hours: 168 }
    }
}

impl Sessions {
    /// How long a session lasts that nobody uses.
    #[must_use]
    pub fn idle(self, is_staff: bool) -> SignedDuration {
        let hours = if is_staff { self.staff_idle_hours } else { self.idle_hours };
        SignedDuration::from_hours(hours.into())
    }
}

/// How often one address may ask, in a minute; as often may come at once.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Looking things up: a search of the registry, an endorsement, a badge. 300 unless set.
    pub lookups: NonZeroU32,
    /// Having something worked out: "find your category", comparisons. 60 unless set.
    pub comparisons: NonZeroU32,
}

impl Default for Limits {
    fn default() -> Self {
        let of = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        Self { lookups: of(300), comparisons: of(60) }
    }
}

/// What passwords are held against.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Passwords {
    /// A file of passwords known to be lost: a line for each, the SHA-1 in capital hexadecimal digits,
    /// a colon, how often it was seen; sorted. It is read where it lies, a few blocks for each
    /// password, and nobody else is asked.
    pub lost: Option<PathBuf>,
    /// What hashing one costs. No operator's choice: only stories that are not about it take less.
    #[serde(skip)]
    pub hashing: Hashing,
}

/// What hashing a password costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hashing {
    /// What whoever steals the store should pay for each guess: 19 MiB, twice over, by the published
    /// recommendation for Argon2id (OWASP Password Storage Cheat Sheet).
    #[default]
    Dear,
    /// Next to nothing.
    Cheap,
}

/// Other ways to sign in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignIn {
    /// Providers of identities, by OpenID Connect.
    pub providers: Vec<Provider>,
}

/// A provider of identities.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// What it is called in addresses: lower-case letters, digits, hyphens. To be told to the provider
    /// is `https://…/sign-in/with/ID/back` for each association's host.
    pub id: String,
    /// What people know it as.
    pub name: String,
    /// The address that it calls itself by.
    pub issuer: String,
    /// What we are called there.
    pub client_id: String,
    /// The file with the secret that goes with it. Without one there is none.
    pub client_secret_file: Option<PathBuf>,
    /// Words in `amr` or `acr` with which the provider says that it saw a second factor. Without any,
    /// it counts for a password and no more.
    #[serde(default)]
    pub second_factor: Vec<String>,
}

/// An association that is served here.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hosted {
    /// The association's id, such as `ct-aimh`: a program of that name must be in this binary.
    pub id: String,
    /// How people reach it, as `https://ct.example.org`, without a slash at the end. The first may
    /// go without: then it is `public_url`.
    pub url: Option<String>,
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

/// Figures for whoever watches.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Metrics {
    /// The address at which `/metrics` answers, such as `127.0.0.1:9100`. Without it there is none.
    pub listen: Option<SocketAddr>,
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

    /// The associations that are served, with the address of each, without a slash at the end.
    ///
    /// # Errors
    ///
    /// When one is there twice or two share a host name, when one that is not the first has no
    /// address, or when some come by HTTPS and others not.
    pub fn hosted(&self) -> anyhow::Result<Vec<(String, String)>> {
        if self.associations.is_empty() {
            return Ok(vec![("ct-aimh".to_owned(), self.public_url())]);
        }
        let mut hosted: Vec<(String, String)> = Vec::new();
        for it in &self.associations {
            let url = match &it.url {
                Some(url) => url.trim_end_matches('/').to_owned(),
                None if hosted.is_empty() => self.public_url(),
                None => anyhow::bail!("associations: {} needs a url", it.id),
            };
            let (scheme, _) = url
                .split_once("://")
                .ok_or_else(|| anyhow::anyhow!("associations: {}: {url}: not an address", it.id))?;
            for (id, other) in &hosted {
                anyhow::ensure!(*id != it.id, "associations: {id} is there twice");
                anyhow::ensure!(
                    host_of(other) != host_of(&url),
                    "associations: {id} and {} are at the same host",
                    it.id
                );
                anyhow::ensure!(
                    other.starts_with(&format!("{scheme}://")),
                    "associations: {id} and {}: either all by https or none",
                    it.id
                );
            }
            hosted.push((it.id.clone(), url));
        }
        Ok(hosted)
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

    /// Whether every association has been given an address, so that no other host name is anybody's.
    #[must_use]
    pub fn names_all(&self) -> bool {
        self.public_url.is_some() || self.associations.iter().all(|it| it.url.is_some())
    }

    /// Whether people come by HTTPS, so that cookies may insist on it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        let first = self.associations.first().and_then(|it| it.url.clone());
        first.unwrap_or_else(|| self.public_url()).starts_with("https://")
    }
}

/// The host and port of an address, as they stand in a `did:web`.
///
/// ```
/// assert_eq!(endorse::settings::did("https://ct.example.org"), "did:web:ct.example.org");
/// assert_eq!(endorse::settings::did("http://127.0.0.1:8080"), "did:web:127.0.0.1%3A8080");
/// ```
#[must_use]
pub fn did(url: &str) -> String {
    let host = url.split("://").nth(1).unwrap_or("localhost");
    format!("did:web:{}", host.replace(':', "%3A"))
}

/// The host name in an address, without its port, in lower case.
///
/// ```
/// assert_eq!(endorse::settings::host_of("http://CT.localhost:8080"), "ct.localhost");
/// ```
#[must_use]
pub fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |it| it.1);
    let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = match rest.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => rest,
    };
    name.trim_end_matches('.').to_ascii_lowercase()
}
