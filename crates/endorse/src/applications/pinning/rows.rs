//! The rows of which version an application is held to.

use db::{Error, Tx};
use uuid::Uuid;

use crate::audit::Act;

/// How an application comes to a version.
#[derive(Debug)]
pub(super) struct NewPin<'a> {
    pub application: Uuid,
    /// `stayed`, `moved`, `followed` or `grandfathered`.
    pub kind: &'static str,
    /// The version that holds from now on.
    pub version: &'a str,
    /// The other one.
    pub instead_of: &'a str,
    pub reason: Option<&'a str>,
}

/// Holds an application to a version, if it is still held to the one that was looked at.
pub(super) async fn set(
    tx: &mut Tx,
    act: Act<'_>,
    pinned: &str,
    new: &NewPin<'_>,
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update applications set policy_version = $4, pin = $5, pin_instead_of = $6,
                 pin_reason = $7, pinned_at = $8, pinned_by = $9
             where association_id = $1 and id = $2 and policy_version = $3",
            (
                act.association,
                new.application,
                pinned,
                new.version,
                new.kind,
                new.instead_of,
                new.reason,
                act.at,
                act.person,
            ),
        )
        .await?;
    Ok(changed == 1)
}
