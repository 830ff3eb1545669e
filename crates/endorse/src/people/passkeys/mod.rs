//! Passkeys: a key that somebody's device holds and gives only for a finger, a face or a number, at one
//! host name only. Each counts for the password and the second factor at once (decision 17).

mod door;
mod own;
mod rows;

use anyhow::Context as _;
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

use crate::app::App;
use crate::error::Error;
use crate::routing::Routes;
use crate::security;
use crate::settings::host_of;

pub(super) use own::{Line, of as own};

/// How long a question waits for its answer.
const WAITS_FOR: SignedDuration = SignedDuration::from_mins(10);

pub(super) fn routes() -> Routes {
    Routes::new().merge(own::routes()).merge(door::routes())
}

/// Whether an association's address can have passkeys: it needs a name, a number will not do.
pub(super) fn are_possible(app: &App) -> bool {
    Url::parse(&app.url).is_ok_and(|it| it.domain().is_some())
}

/// Whether a person has one that is good here.
pub(super) async fn has(tx: &mut Tx, app: &App, person: Uuid) -> Result<bool, Error> {
    Ok(rows::has(tx, person, &host_of(&app.url)).await?)
}

/// Forgets every passkey of a person, for when somebody else may have added one.
pub(super) async fn forget_all(tx: &mut Tx, person: Uuid) -> Result<(), db::Error> {
    rows::forget_all(tx, person).await
}

/// Who asks devices for keys: the association at its own host name.
fn asker(app: &App) -> Result<Webauthn, Error> {
    if !are_possible(app) {
        return Err(Error::NotFound);
    }
    let address = Url::parse(&app.url).context("the association's address")?;
    let host = host_of(&app.url);
    let builder = WebauthnBuilder::new(&host, &address).context("passkeys")?;
    let builder = builder.rp_name(&app.program.association.short_name);
    Ok(builder.build().context("passkeys")?)
}

/// What a script hands to the browser.
#[derive(Debug, Serialize)]
struct Question {
    /// Comes back with the answer.
    token: String,
    /// As browsers understand it.
    #[serde(rename = "publicKey")]
    public_key: Value,
}

/// Keeps a question until it is answered, and makes what the browser is asked.
async fn keep(
    tx: &mut Tx,
    asked: (&'static str, Option<Uuid>),
    (options, state): (&impl Serialize, &impl Serialize),
    now: Timestamp,
) -> Result<Question, Error> {
    let token = security::token();
    let state = serde_json::to_string(state).context("a question")?;
    rows::forget_questions(tx, now).await?;
    rows::ask(tx, (&security::token_hash(&token), asked), &state, now + WAITS_FOR).await?;
    let mut options = serde_json::to_value(options).context("a question")?;
    let public_key = options.pointer_mut("/publicKey").map(Value::take).unwrap_or_default();
    Ok(Question { token, public_key })
}

/// The question that an answer belongs to; it is used up, whatever the answer is.
async fn taken<T: DeserializeOwned>(
    tx: &mut Tx,
    token: &str,
    asked: (&'static str, Option<Uuid>),
    now: Timestamp,
) -> Result<Option<T>, Error> {
    let hash = security::token_hash(token);
    let Some(kept) = rows::question(tx, (&hash, asked), now).await? else { return Ok(None) };
    if !rows::use_question(tx, &hash, now).await? {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&kept).context("a question")?))
}
