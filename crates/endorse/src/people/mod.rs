//! People and their accounts: registering, signing in and out, a second factor, what one can do
//! about one's own account.

mod account;
mod address;
mod again;
mod arrival;
mod choosing;
mod confirmation;
mod factor;
mod link;
mod mailed;
mod passkeys;
mod proof;
mod providers;
mod registration;
mod reset;
mod rows;
mod sessions;

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use crate::routing::Routes;

pub use address::SendAddressLink;
pub use again::ask_on_the_same_page;
pub use factor::forget as forget_second_factor;
pub use link::SendLink;
pub use proof::password as prove;
pub use providers::Providers;
pub use reset::SendReset;
pub use rows::{WithRole, in_turn, keep_association, with_role};
pub use sessions::{end_all as end_sessions, goes_on};

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(registration::routes())
        .merge(sessions::routes())
        .merge(confirmation::routes())
        .merge(reset::routes())
        .merge(link::routes())
        .merge(factor::routes())
        .merge(account::routes())
        .merge(address::routes())
        .merge(again::routes())
        .merge(passkeys::routes())
        .merge(providers::routes())
}

/// Someone to write to.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Addressee {
    /// The person.
    pub id: Uuid,
    /// As they call themselves.
    pub name: String,
    /// Where to.
    pub email: String,
    language: String,
    email_confirmed_at: Option<db::Time>,
}

impl Addressee {
    /// Whether they have shown that the address is theirs.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.email_confirmed_at.is_some()
    }

    /// In which language.
    #[must_use]
    pub fn lang(&self) -> crate::i18n::Lang {
        crate::i18n::Lang::from_code(&self.language)
    }
}

/// Someone to write to, by id.
///
/// # Errors
///
/// When the database refuses or there is no such person.
pub async fn addressee(tx: &mut Tx, person: Uuid) -> anyhow::Result<Addressee> {
    rows::addressee(tx, person).await?.ok_or_else(|| anyhow::anyhow!("no person {person}"))
}

/// Keeps that somebody has shown a letter to their address; false if another account has it.
///
/// # Errors
///
/// When the database refuses.
pub async fn confirm_address(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<bool, Error> {
    Ok(arrival::confirm(tx, person, now).await? != arrival::Confirmed::Elsewhere)
}

/// The person with an address, whether or not they have shown that it is theirs.
///
/// # Errors
///
/// When the database refuses.
pub async fn id_of(tx: &mut Tx, email: &str) -> Result<Option<Uuid>, Error> {
    Ok(rows::by_address(tx, &crate::typed::email_key(email)).await?.map(|it| it.id))
}

/// The person with an address that they have shown to be theirs.
///
/// # Errors
///
/// When the database refuses.
pub async fn with_confirmed(tx: &mut Tx, email: &str) -> Result<Option<Addressee>, Error> {
    rows::confirmed(tx, &crate::typed::email_key(email)).await
}

/// Gives somebody a role in an association from a time on.
///
/// # Errors
///
/// When the database refuses.
pub async fn grant(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    role: &str,
    now: Timestamp,
) -> Result<(), Error> {
    rows::grant(tx, association, person, role, now).await
}
