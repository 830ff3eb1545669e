//! Invitations' rows.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// An invitation that nobody has answered.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(in crate::roles) struct Invitation {
    pub id: Uuid,
    pub role: String,
    pub email: String,
    pub email_key: String,
    pub until_on: Option<Day>,
    pub invited_by: Uuid,
    pub by_name: String,
    pub expires_at: Time,
}

/// Those that wait for an answer, the newest first. One counts only as long as whoever invited may
/// give roles.
pub(in crate::roles) async fn open(
    tx: &mut Tx,
    association: &str,
    now: Timestamp,
) -> Result<Vec<Invitation>, Error> {
    tx.all(
        "select i.id, i.role, i.email, i.email_key, i.until_on, i.invited_by, p.name as by_name,
             i.expires_at
         from role_invitations i join people p on p.id = i.invited_by
         where i.association_id = $1 and i.accepted_at is null and i.declined_at is null
           and i.withdrawn_at is null and i.expires_at > $2
           and exists (select 1 from roles r where r.person_id = i.invited_by
             and (r.role = 'network'
               or (r.role = 'administrator' and r.association_id = i.association_id))
             and r.from_at <= $2 and (r.until_at is null or r.until_at > $2))
         order by i.invited_at desc, i.id desc",
        (association, now),
    )
    .await
}

/// The one behind a link, while it can be answered and whoever invited may give roles.
pub(in crate::roles) async fn by_link(
    tx: &mut Tx,
    association: &str,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<Invitation>, Error> {
    tx.maybe(
        "select i.id, i.role, i.email, i.email_key, i.until_on, i.invited_by, p.name as by_name,
             i.expires_at
         from role_invitations i join people p on p.id = i.invited_by
         where i.association_id = $1 and i.token_hash = $2 and i.accepted_at is null
           and i.declined_at is null and i.withdrawn_at is null and i.expires_at > $3
           and exists (select 1 from roles r where r.person_id = i.invited_by
             and (r.role = 'network'
               or (r.role = 'administrator' and r.association_id = i.association_id))
             and r.from_at <= $3 and (r.until_at is null or r.until_at > $3))",
        (association, token_hash, now),
    )
    .await
}

/// A new invitation.
#[derive(Debug)]
pub(in crate::roles) struct NewInvitation<'a> {
    pub association: &'a str,
    pub role: &'a str,
    pub email: &'a str,
    pub email_key: &'a str,
    pub mailbox: &'a str,
    pub until: Option<Date>,
    pub token_hash: &'a str,
    pub by: Uuid,
    pub expires_at: Timestamp,
}

/// Keeps an invitation; an earlier one of the same mailbox to the same role is withdrawn.
pub(in crate::roles) async fn invite(
    tx: &mut Tx,
    new: &NewInvitation<'_>,
    now: Timestamp,
) -> Result<Uuid, Error> {
    tx.run(
        "update role_invitations set withdrawn_at = $4
         where association_id = $1 and role = $2 and email_key = $3 and accepted_at is null
           and declined_at is null and withdrawn_at is null",
        (new.association, new.role, new.email_key, now),
    )
    .await?;
    let id = Uuid::now_v7();
    tx.run(
        "insert into role_invitations (id, association_id, role, email, email_key, mailbox, until_on,
             token_hash, invited_at, invited_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        (
            id,
            new.association,
            new.role,
            new.email,
            new.email_key,
            new.mailbox,
            new.until,
            new.token_hash,
            now,
            new.by,
            new.expires_at,
        ),
    )
    .await?;
    Ok(id)
}

/// How many letters of this kind a mailbox was sent since a time, by any association.
pub(in crate::roles) async fn letters_since(
    tx: &mut Tx,
    mailbox: &str,
    since: Timestamp,
) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from role_invitations where mailbox = $1 and invited_at > $2",
            (mailbox, since),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

/// Takes an invitation back; false if it was answered or is not there.
pub(in crate::roles) async fn withdraw(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update role_invitations set withdrawn_at = $3
             where id = $1 and association_id = $2 and accepted_at is null and declined_at is null
               and withdrawn_at is null",
            (id, association, now),
        )
        .await?;
    Ok(done == 1)
}

/// Uses an invitation up; false if somebody was faster.
pub(in crate::roles) async fn accept(
    tx: &mut Tx,
    id: Uuid,
    person: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update role_invitations set accepted_at = $2, accepted_by = $3
             where id = $1 and accepted_at is null and declined_at is null and withdrawn_at is null
               and expires_at > $2",
            (id, now, person),
        )
        .await?;
    Ok(done == 1)
}

/// Keeps a no; false if somebody was faster.
pub(in crate::roles) async fn decline(
    tx: &mut Tx,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update role_invitations set declined_at = $2
             where id = $1 and accepted_at is null and declined_at is null and withdrawn_at is null",
            (id, now),
        )
        .await?;
    Ok(done == 1)
}
