//! Accounts that wait for their address.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A registration: whose letter it is, and when it was made.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Registered {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub created_at: Time,
}

pub(super) async fn registered(tx: &mut Tx, person: Uuid) -> Result<Option<Registered>, Error> {
    tx.maybe(
        "select id, email, name, created_at from people where id = $1 and erased_at is null",
        (person,),
    )
    .await
}

/// Accounts that a letter to a mailbox can still confirm, the newest first.
pub(super) async fn waiting(
    tx: &mut Tx,
    mailbox: &str,
    now: Timestamp,
) -> Result<Vec<Registered>, Error> {
    tx.all(
        "select p.id, p.email, p.name, p.created_at from people p
         where p.email_confirmed_at is null and p.erased_at is null and p.id in (
             select l.person_id from mailed_links l where l.mailbox = $1
                 and l.purpose = 'confirm-address' and l.used_at is null and l.expires_at > $2)
         order by p.created_at desc, p.id",
        (mailbox, now),
    )
    .await
}
