//! What a reviewer had not finished when the role ended: nobody keeps a file that they may no longer read.

use db::Tx;

use super::super::rows::{self, Held};
use crate::audit::Actor;
use crate::error::Error;
use crate::reviews::assignments::{self, Assignment};

/// What is open with whoever holds a role, if it ends with the role.
pub(in crate::roles) async fn open(tx: &mut Tx, held: &Held) -> Result<Vec<Assignment>, Error> {
    if held.role != "reviewer" {
        return Ok(Vec::new());
    }
    assignments::open_of(tx, &held.association_id, held.person_id).await
}

/// Takes back what was open with whoever held a role, once it has ended and unless they hold it by
/// another grant; says what it was.
pub(in crate::roles) async fn taken_back(
    tx: &mut Tx,
    who: &impl Actor,
    held: &Held,
) -> Result<Vec<Assignment>, Error> {
    let role = (held.person_id, held.role.as_str());
    let is_held = rows::holds(tx, &held.association_id, role, who.actor().at).await?;
    if held.role != "reviewer" || is_held {
        return Ok(Vec::new());
    }
    assignments::take_back_all(tx, who, held.person_id).await
}
