//! Roles' and invitations' rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// A role that somebody holds or held.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Held {
    pub id: Uuid,
    pub association_id: String,
    pub person_id: Uuid,
    pub name: String,
    pub email: String,
    pub role: String,
    pub from_at: Time,
    pub until_at: Option<Time>,
    pub by_name: Option<String>,
    pub end_reason: Option<String>,
    pub looked_over_at: Option<Time>,
}

impl Held {
    /// Whether it has ended.
    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        self.until_at.is_some_and(|until| until.0 <= now)
    }
}

/// Every role of an association, held now or once, the newest first. Who looks after the whole
/// installation is no affair of one association.
pub(super) async fn all(tx: &mut Tx, association: &str) -> Result<Vec<Held>, Error> {
    tx.all(
        "select r.id, r.association_id, r.person_id, p.name, p.email, r.role, r.from_at, r.until_at,
             b.name as by_name, r.end_reason, r.looked_over_at
         from roles r join people p on p.id = r.person_id left join people b on b.id = r.granted_by
         where r.association_id = $1 and r.role <> 'network'
         order by r.from_at desc, r.id desc",
        (association,),
    )
    .await
}

pub(super) async fn one(tx: &mut Tx, association: &str, id: Uuid) -> Result<Option<Held>, Error> {
    tx.maybe(
        "select r.id, r.association_id, r.person_id, p.name, p.email, r.role, r.from_at, r.until_at,
             b.name as by_name, r.end_reason, r.looked_over_at
         from roles r join people p on p.id = r.person_id left join people b on b.id = r.granted_by
         where r.association_id = $1 and r.id = $2 and r.role <> 'network'",
        (association, id),
    )
    .await
}

/// A role of whichever association, or of the installation.
pub(super) async fn anywhere(tx: &mut Tx, id: Uuid) -> Result<Option<Held>, Error> {
    tx.maybe(
        "select r.id, r.association_id, r.person_id, p.name, p.email, r.role, r.from_at, r.until_at,
             b.name as by_name, r.end_reason, r.looked_over_at
         from roles r join people p on p.id = r.person_id left join people b on b.id = r.granted_by
         where r.id = $1",
        (id,),
    )
    .await
}

/// Those who look after the installation now or did once, the newest first.
pub(super) async fn of_network(tx: &mut Tx) -> Result<Vec<Held>, Error> {
    tx.all(
        "select r.id, r.association_id, r.person_id, p.name, p.email, r.role, r.from_at, r.until_at,
             b.name as by_name, r.end_reason, r.looked_over_at
         from roles r join people p on p.id = r.person_id left join people b on b.id = r.granted_by
         where r.role = 'network' order by r.from_at desc, r.id desc",
        (),
    )
    .await
}

/// Locks what decides who looks after the installation until the transaction is over.
pub(super) async fn in_turn_of_network(tx: &mut Tx) -> Result<(), Error> {
    tx.run(
        "update associations set created_at = created_at
         where id = (select min(id) from associations)",
        (),
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many hold a role now, besides one; nobody whose role was ended by hand, even in this very moment,
/// and nobody who has asked to be erased and not come back since.
pub(super) async fn others_with(
    tx: &mut Tx,
    association: &str,
    (role, besides): (&str, Uuid),
    now: Timestamp,
) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from roles r
             where r.association_id = $1 and r.role = $2 and r.id <> $3 and r.from_at <= $4
               and (r.until_at is null or r.until_at > $4) and r.ended_by is null
               and not exists (select 1 from erasures w
                   where w.person_id = r.person_id and w.withdrawn_at is null
                     and w.done_at is null and not exists (select 1 from sessions s
                         where s.person_id = w.person_id and s.created_at > w.asked_at))",
            (association, role, besides, now),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

/// Whether a person holds a role now.
pub(super) async fn holds(
    tx: &mut Tx,
    association: &str,
    (person, role): (Uuid, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from roles
             where association_id = $1 and person_id = $2 and role = $3 and from_at <= $4
               and (until_at is null or until_at > $4)",
            (association, person, role, now),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// Marks that the holder of a role is told that it is over by itself; false if they were told before, or
/// it goes on, or somebody ended it.
pub(super) async fn tell_over(tx: &mut Tx, role: Uuid, now: Timestamp) -> Result<bool, Error> {
    let marked = tx
        .run(
            "update roles set over_told_at = $2
             where id = $1 and until_at <= $2 and ended_by is null and over_told_at is null
                 and exists (select 1 from people p
                     where p.id = roles.person_id and p.erased_at is null)",
            (role, now),
        )
        .await?;
    Ok(marked == 1)
}

/// Whether a person looks after the whole installation now.
pub(super) async fn is_of_network(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from roles
             where person_id = $1 and role = 'network' and from_at <= $2
               and (until_at is null or until_at > $2)",
            (person, now),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// Gives a role, to its end if one is known; says its id.
pub(super) async fn add(
    tx: &mut Tx,
    association: &str,
    (person, role): (Uuid, &str),
    (from, until): (Timestamp, Option<Timestamp>),
    by: Uuid,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into roles (id, association_id, person_id, role, from_at, until_at, granted_by)
         values ($1, $2, $3, $4, $5, $6, $7)",
        (id, association, person, role, from, until, by),
    )
    .await?;
    Ok(id)
}

/// Ends a role; false if it had ended.
pub(super) async fn end(
    tx: &mut Tx,
    id: Uuid,
    (by, reason): (Uuid, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let ended = tx
        .run(
            "update roles set until_at = $2, ended_by = $3, end_reason = $4
             where id = $1 and (until_at is null or until_at > $2) and ended_by is null",
            (id, now, by, reason),
        )
        .await?;
    Ok(ended == 1)
}

/// Keeps that a role is still needed; false if it has ended, or was looked over since.
pub(super) async fn look_over(
    tx: &mut Tx,
    id: Uuid,
    by: Uuid,
    (since, now): (Timestamp, Timestamp),
) -> Result<bool, Error> {
    let kept = tx
        .run(
            "update roles set looked_over_at = $2, looked_over_by = $3
             where id = $1 and (until_at is null or until_at > $2)
               and (looked_over_at is null or looked_over_at < $4)",
            (id, now, by, since),
        )
        .await?;
    Ok(kept == 1)
}
