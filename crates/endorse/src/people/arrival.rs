//! The first time that somebody shows that an address is theirs. Until then anybody could have registered
//! it and waited: whatever was set up before goes.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::{address, factor, passkeys, providers, rows, sessions};

/// Confirms the address of a person who came by a letter to it. The first time, passkeys, linked
/// identities, a second factor, sessions and links that were there before are gone, and it is true.
pub(super) async fn by_letter(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<bool, Error> {
    if !rows::confirm(tx, person, now).await? {
        return Ok(false);
    }
    passkeys::forget_all(tx, person).await?;
    providers::forget_all(tx, person).await?;
    factor::forget_all(tx, person).await?;
    rows::use_every_link_of(tx, person, now).await?;
    address::end_waiting(tx, person, now).await?;
    sessions::end_all(tx, person, now).await?;
    Ok(true)
}
