//! The issuer: the association's key, the page that tells the world about it, and the list of
//! revocations.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use axum::extract::State;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use credentials::status_list::Publication;
use credentials::{IssuerKey, StatusList, did_document};
use db::Tx;
use jiff::{SignedDuration, Timestamp};

use super::rows;
use crate::app::App;
use crate::error::Error;
use crate::identity::Visitor;
use crate::routing::{Routes, get};
use crate::security::keys;

/// How old a signed list may be when it is handed out, and how long others may keep it.
const GOOD_FOR: SignedDuration = SignedDuration::from_secs(300);
const KEEP_FOR: &str = "public, max-age=300";
/// How long a list may be believed, so that it still serves while this installation is down.
const BELIEVE_FOR: SignedDuration = SignedDuration::from_hours(24 * 3);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/.well-known/did.json", get(identity))
        .route("/status/revocation-1", get(revocations))
}

/// Who signs, and the list it signed last.
#[derive(Debug)]
pub struct Issuer {
    key: IssuerKey,
    did: String,
    url: String,
    list: Mutex<Option<Published>>,
}

#[derive(Clone, Debug)]
struct Published {
    bits: Vec<(i64,)>,
    signed_at: Timestamp,
    body: String,
}

impl Issuer {
    /// Whether an association's key is kept in a folder.
    #[must_use]
    pub fn is_kept(folder: &Path, association: &str) -> bool {
        file(folder, association).is_file()
    }

    /// Opens an association's key, making it at first start. It is in a file that only this user
    /// may read, never in the database, so that no copy of the database can sign.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or made, or does not hold a key.
    pub fn open(
        folder: &Path,
        association: &str,
        did: String,
        url: String,
    ) -> anyhow::Result<Self> {
        let secret = keys::kept(folder, &format!("{association}.ed25519"))?;
        Ok(Self { key: IssuerKey::from_secret(&secret), did, url, list: Mutex::new(None) })
    }

    /// Its name in the world: a `did:web`.
    #[must_use]
    pub fn did(&self) -> &str {
        &self.did
    }

    /// Its public key, as the DID document writes it: what an association can read out by phone.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.key.public().multibase()
    }

    /// The id of its key, as statements name it: its name, `#`, the public key.
    #[must_use]
    pub fn key_id(&self) -> String {
        self.key.public().id(&self.did)
    }

    /// Signs a statement that is no credential, with the key that signs credentials.
    #[must_use]
    pub fn sign_statement(&self, text: &str) -> [u8; 64] {
        self.key.sign_statement(text)
    }

    pub(super) fn key(&self) -> &IssuerKey {
        &self.key
    }

    /// The address of the list of revocations.
    pub(super) fn list_url(&self) -> String {
        format!("{}/status/revocation-1", self.url)
    }

    fn document(&self) -> String {
        did_document(&self.did, &[self.key.public()]).to_string()
    }

    /// The signed list with these bits set: the last one, unless it is old or something changed.
    fn list(&self, bits: Vec<(i64,)>, now: Timestamp) -> anyhow::Result<String> {
        let mut last = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        let still = |it: &&Published| {
            it.bits == bits && it.signed_at <= now && now.duration_since(it.signed_at) < GOOD_FOR
        };
        if let Some(last) = last.as_ref().filter(still) {
            return Ok(last.body.clone());
        }
        let mut list = StatusList::new();
        for (bit,) in &bits {
            list.set(u32::try_from(*bit)?)?;
        }
        let publication = Publication {
            url: self.list_url(),
            did: self.did.clone(),
            valid_from: now,
            valid_until: now + BELIEVE_FOR,
        };
        let body = publication.issue(&list, &self.key, now)?;
        *last = Some(Published { bits, signed_at: now, body: body.clone() });
        Ok(body)
    }
}

fn file(folder: &Path, association: &str) -> PathBuf {
    folder.join(format!("{association}.ed25519"))
}

/// The signed list of revocations as it stands now. One statement; signs only if it has to.
///
/// # Errors
///
/// When the database refuses.
pub async fn status_list(tx: &mut Tx, app: &App, me: &Visitor) -> Result<String, Error> {
    let bits = rows::revoked(tx, me.association()).await?;
    Ok(app.issuer.list(bits, me.now)?)
}

/// `GET /.well-known/did.json`
async fn identity(State(app): State<App>) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/did+json"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (CACHE_CONTROL, KEEP_FOR),
    ];
    (headers, app.issuer.document()).into_response()
}

/// `GET /status/revocation-1`
async fn revocations(State(app): State<App>, me: Visitor) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let body = status_list(&mut tx, &app, &me).await?;
    let headers = [
        (CONTENT_TYPE, "application/vc"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (CACHE_CONTROL, KEEP_FOR),
    ];
    Ok((headers, body).into_response())
}
