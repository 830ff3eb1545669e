//! Whose lockers there are to try rules on.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// Somebody with a locker.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Owner {
    pub person_id: Uuid,
    /// Their newest application to the association.
    pub application_id: Option<Uuid>,
}

/// How often somebody has tried rules since a time.
pub(super) async fn tried(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    verb: &str,
    since: Timestamp,
) -> Result<u64, Error> {
    let counted: Option<Counted> = tx
        .maybe(
            "select count(*) as n from audit_events
             where actor_id = $2 and association_id = $1 and verb = $3 and at > $4",
            (association, person, verb, since),
        )
        .await?;
    Ok(counted.and_then(|it| u64::try_from(it.n).ok()).unwrap_or_default())
}

#[derive(sqlx::FromRow)]
struct Counted {
    n: i64,
}

/// How many there are.
pub(super) async fn count(tx: &mut Tx, association: &str) -> Result<u64, Error> {
    let counted: Option<Counted> = tx
        .maybe(
            "select count(*) as n from people p
             where exists (select 1 from entries e
                     where e.person_id = p.id and e.removed_at is null)
               and exists (select 1 from applications a
                     where a.person_id = p.id and a.association_id = $1)",
            (association,),
        )
        .await?;
    Ok(counted.and_then(|it| u64::try_from(it.n).ok()).unwrap_or_default())
}

/// Those after one, in the order of their ids: who has applied to the association. The locker of
/// whoever has not is none of its business, not even as a part of a number.
pub(super) async fn page(
    tx: &mut Tx,
    association: &str,
    after: Uuid,
    at_most: i64,
) -> Result<Vec<Owner>, Error> {
    tx.all(
        "select p.id as person_id,
             (select a.id from applications a
                 where a.person_id = p.id and a.association_id = $1
                 order by a.started_at desc, a.id desc limit 1) as application_id
         from people p
         where p.id > $2
           and exists (select 1 from entries e where e.person_id = p.id and e.removed_at is null)
           and exists (select 1 from applications a
                     where a.person_id = p.id and a.association_id = $1)
         order by p.id limit $3",
        (association, after, at_most),
    )
    .await
}
