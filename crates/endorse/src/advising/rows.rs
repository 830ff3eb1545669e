//! Advisings' rows: who is proposed to whom, who agreed, what has ended.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use crate::audit::Act;

/// An advising, ended or not.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Advising {
    /// The advising.
    pub id: Uuid,
    /// Who helps.
    pub advisor_id: Uuid,
    /// When the person agreed.
    pub agreed_at: Option<Time>,
}

/// One of an application's.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_application(
    tx: &mut Tx,
    association: &str,
    (application, id): (Uuid, Uuid),
) -> Result<Option<Advising>, Error> {
    tx.maybe(
        "select id, advisor_id, agreed_at from advisings
         where association_id = $1 and application_id = $2 and id = $3",
        (association, application, id),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// Who advises a person here, has advised them, or is proposed to: none of them may judge a file of
/// theirs.
///
/// # Errors
///
/// When the database refuses.
pub async fn has_to_do_with(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Uuid>, Error> {
    let found: Vec<Id> = tx
        .all(
            "select distinct advisor_id as id from advisings
             where association_id = $1 and person_id = $2
               and (agreed_at is not null or ended_at is null)",
            (association, person),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

/// Who judges a file of a person's here, or has opened one to judge it: none of them may advise them.
///
/// # Errors
///
/// When the database refuses.
pub async fn has_judged(tx: &mut Tx, association: &str, person: Uuid) -> Result<Vec<Uuid>, Error> {
    let found: Vec<Id> = tx
        .all(
            "select distinct r.reviewer_id as id
             from review_assignments r join applications a on a.id = r.application_id
             where r.association_id = $1 and a.person_id = $2
               and (r.withdrawn_at is null or r.declared_at is not null)",
            (association, person),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

/// How many people somebody advises.
#[derive(Debug, sqlx::FromRow)]
pub struct Load {
    /// Who advises.
    pub advisor_id: Uuid,
    /// How many agreed.
    pub n: i64,
}

/// Of everybody who advises somebody now, how many.
///
/// # Errors
///
/// When the database refuses.
pub async fn loads(tx: &mut Tx, association: &str) -> Result<Vec<Load>, Error> {
    tx.all(
        "select advisor_id, count(*) as n from advisings
         where association_id = $1 and agreed_at is not null and ended_at is null
         group by advisor_id",
        (association,),
    )
    .await
}

/// Proposes; false if somebody is proposed or agreed to already.
pub(super) async fn propose(
    tx: &mut Tx,
    act: Act<'_>,
    (id, application, person, advisor): (Uuid, Uuid, Uuid, Uuid),
) -> Result<bool, Error> {
    let added = tx
        .run(
            "insert into advisings (id, association_id, application_id, person_id, advisor_id,
                 offered_at, offered_by)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict do nothing",
            (id, act.association, application, person, advisor, act.at, act.person),
        )
        .await?;
    Ok(added == 1)
}

/// Keeps that the person agrees; false if it has ended or was agreed to.
pub(super) async fn agree(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    let agreed = tx
        .run(
            "update advisings set agreed_at = $2
             where id = $1 and agreed_at is null and ended_at is null",
            (id, now),
        )
        .await?;
    Ok(agreed == 1)
}

/// Ends one; false if it had ended.
pub(super) async fn end(tx: &mut Tx, id: Uuid, by: &str, now: Timestamp) -> Result<bool, Error> {
    let ended = tx
        .run(
            "update advisings set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null",
            (id, now, by),
        )
        .await?;
    Ok(ended == 1)
}

/// Somebody whom an advisor helps.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Advisee {
    pub id: Uuid,
    pub application_id: Uuid,
    pub name: String,
    /// When something in the locker or the application was last changed.
    pub changed_at: Time,
}

/// An advisor's advisees, who agreed and whose application is open: all, or the one of an advising.
/// First whoever has changed nothing for longest. Money, drafts and what raters do change nothing here.
pub(super) async fn mine(
    tx: &mut Tx,
    (association, advisor): (&str, Uuid),
    only: Option<Uuid>,
    (most, skip): (i64, i64),
) -> Result<Vec<Advisee>, Error> {
    tx.all(
        "select v.id, v.application_id, p.name, coalesce((select max(t.at) from (
                 select e.created_at as at from entries e where e.person_id = v.person_id
                 union all select e.changed_at from entries e where e.person_id = v.person_id
                 union all select e.removed_at from entries e where e.person_id = v.person_id
                 union all select d.created_at from documents d where d.person_id = v.person_id
                 union all select d.removed_at from documents d where d.person_id = v.person_id
                 union all select s.signed_at from signatures s
                     where s.person_id = v.person_id and s.association_id = $1
                 union all select r.asked_at from reference_requests r
                     where r.application_id = v.application_id
                 union all select s.at from application_steps s
                     where s.application_id = v.application_id
                 union all select b.started_at from applications b where b.id = v.application_id
             ) t), v.offered_at) as changed_at
         from advisings v join applications a on a.id = v.application_id
             join people p on p.id = v.person_id
         where v.association_id = $1 and v.advisor_id = $2 and v.agreed_at is not null
           and v.ended_at is null and a.closed_at is null and ($3 is null or v.id = $3)
         order by changed_at, v.id limit $4 offset $5",
        (association, advisor, only, most, skip),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many people have been asked whether somebody may advise them, and have not answered.
pub(super) async fn waiting(tx: &mut Tx, association: &str, advisor: Uuid) -> Result<i64, Error> {
    let found: Option<Count> = tx
        .maybe(
            "select count(*) as n from advisings v join applications a on a.id = v.application_id
             where v.association_id = $1 and v.advisor_id = $2 and v.agreed_at is null
               and v.ended_at is null and a.closed_at is null",
            (association, advisor),
        )
        .await?;
    Ok(found.map_or(0, |it| it.n))
}
