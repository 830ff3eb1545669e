//! What was registered a moment ago.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// An account that was made a moment ago, and whose address nobody has shown to be theirs.
#[derive(Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct JustMade {
    pub id: Uuid,
    pub password_hash: String,
}

/// The account that was registered with an address and a name since a time, from the same place; the
/// letter that was sent to its mailbox leads to it.
pub(super) async fn just_made(
    tx: &mut Tx,
    (mailbox, email, name): (&str, &str, &str),
    from: Option<String>,
    since: Timestamp,
) -> Result<Option<JustMade>, Error> {
    tx.maybe(
        "select p.id, p.password_hash from mailed_links l join people p on p.id = l.person_id
         where l.mailbox = $1 and l.created_at > $3 and p.created_at > $3
           and p.email = $5 and p.name = $2 and p.email_confirmed_at is null
           and exists (select 1 from sessions s where s.person_id = p.id
               and s.begun_by = 'registering' and coalesce(s.address, '') = coalesce($4, ''))
         order by p.created_at desc limit 1",
        (mailbox, name, since, from, email),
    )
    .await
}
