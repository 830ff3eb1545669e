//! What is over, what must be kept, and what was removed.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// Something that is over.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Due {
    pub id: Uuid,
    /// Of a document, the hash of its bytes.
    pub sha256: Option<String>,
    /// Whose it is, if it is an account's.
    pub person_id: Option<Uuid>,
}

/// How many are found at once.
pub(super) const AT_ONCE: usize = 1000;

/// What of a class is over at a time, a thousand at once. What must be kept is not among it, nor what
/// another association has to do with.
pub(super) async fn due(
    tx: &mut Tx,
    class: &str,
    association: &str,
    before: Timestamp,
) -> Result<Vec<Due>, Error> {
    let statement = match class {
        "drafts" => {
            "select a.id, cast(null as text) as sha256, a.person_id from applications a
             where a.association_id = $1 and a.state = 'preparing' and a.state_since < $2
               and not exists (select 1 from legal_holds h
                   where h.application_id = a.id and h.ended_at is null)
             order by a.state_since limit 1000"
        }
        "closed-files" => {
            "select a.id, cast(null as text) as sha256, a.person_id from applications a
             where a.association_id = $1 and a.closed_at < $2
               and not exists (select 1 from endorsements e where e.application_id = a.id)
               and not exists (select 1 from legal_holds h
                   where h.application_id = a.id and h.ended_at is null)
             order by a.closed_at limit 1000"
        }
        "documents" => {
            "select d.id, d.sha256, d.person_id from documents d
             where d.created_at < $2
               and exists (select 1 from decisions x join applications a on a.id = x.application_id
                   where a.person_id = d.person_id and a.association_id = $1)
               and not exists (select 1 from applications a
                   where a.person_id = d.person_id and (a.closed_at is null
                       or a.association_id <> $1
                       or exists (select 1 from decisions x
                           where x.application_id = a.id and x.decided_at >= $2)
                       or exists (select 1 from legal_holds h
                           where h.application_id = a.id and h.ended_at is null)))
             order by d.created_at limit 1000"
        }
        "sign-ins" => {
            "select s.id, cast(null as text) as sha256, s.person_id from sessions s
             where (s.ended_at < $2 or s.expires_at < $2)
               and (exists (select 1 from applications a
                       where a.person_id = s.person_id and a.association_id = $1)
                   or exists (select 1 from roles r
                       where r.person_id = s.person_id and r.association_id = $1)
                   or exists (select 1 from consents c
                       where c.person_id = s.person_id and c.association_id = $1))
               and not exists (select 1 from applications a
                   where a.person_id = s.person_id and a.association_id <> $1)
               and not exists (select 1 from roles r
                   where r.person_id = s.person_id and r.association_id <> $1)
             order by s.expires_at limit 1000"
        }
        "letters" => {
            "select m.id, cast(null as text) as sha256, m.person_id from messages m
             where m.association_id = $1 and m.created_at < $2
               and not exists (select 1 from applications a
                   where a.id = m.application_id and (a.closed_at is null
                       or exists (select 1 from legal_holds h
                           where h.application_id = a.id and h.ended_at is null)))
             order by m.created_at limit 1000"
        }
        "exam-results" => {
            "select r.id, cast(null as text) as sha256, r.person_id from exam_results r
             where r.association_id = $1 and r.recorded_at < $2
               and not exists (select 1 from applications a
                   where a.id = r.application_id and (a.closed_at is null
                       or exists (select 1 from legal_holds h
                           where h.application_id = a.id and h.ended_at is null)))
             order by r.recorded_at limit 1000"
        }
        // Counted from the erasure, as every term is from its day.
        "register" => {
            "select e.id, cast(null as text) as sha256, e.person_id from endorsements e
             where e.association_id = $1 and e.unnamed_since < $2
             order by e.unnamed_since limit 1000"
        }
        _ => return Ok(Vec::new()),
    };
    tx.all(statement, (association, before)).await
}

/// Removes one of a class whose things stand for themselves.
pub(super) async fn remove(tx: &mut Tx, class: &str, id: Uuid) -> Result<(), Error> {
    let statements: &[&'static str] = match class {
        "documents" => &[
            "update membership_claims set document_id = null where document_id = $1",
            "delete from documents where id = $1",
        ],
        "sign-ins" => &["delete from sessions where id = $1"],
        "letters" => &["delete from messages where id = $1"],
        "exam-results" => &["delete from exam_results where id = $1"],
        _ => &[],
    };
    for statement in statements {
        tx.run(statement, (id,)).await?;
    }
    Ok(())
}

/// Forgets wrong passwords and mailed links from before a time: of who has to do with the association
/// and no other, and wrong passwords for addresses that nobody has.
pub(super) async fn forget_tries(
    tx: &mut Tx,
    association: &str,
    before: Timestamp,
) -> Result<(), Error> {
    for statement in [
        "delete from sign_in_failures where last_failed_at < $2
           and not exists (select 1 from people p where p.email_key = sign_in_failures.email_key
               and (exists (select 1 from applications a
                       where a.person_id = p.id and a.association_id <> $1)
                   or exists (select 1 from roles r
                       where r.person_id = p.id and r.association_id <> $1)
                   or not (exists (select 1 from applications a
                           where a.person_id = p.id and a.association_id = $1)
                       or exists (select 1 from roles r
                           where r.person_id = p.id and r.association_id = $1)
                       or exists (select 1 from consents c
                           where c.person_id = p.id and c.association_id = $1))))",
        "delete from mailed_links where expires_at < $2
           and (exists (select 1 from applications a
                   where a.person_id = mailed_links.person_id and a.association_id = $1)
               or exists (select 1 from roles r
                   where r.person_id = mailed_links.person_id and r.association_id = $1)
               or exists (select 1 from consents c
                   where c.person_id = mailed_links.person_id and c.association_id = $1))
           and not exists (select 1 from applications a
               where a.person_id = mailed_links.person_id and a.association_id <> $1)
           and not exists (select 1 from roles r
               where r.person_id = mailed_links.person_id and r.association_id <> $1)",
    ] {
        tx.run(statement, (association, before)).await?;
    }
    Ok(())
}

/// Takes the name from an endorsement whose person is long gone.
pub(super) async fn unname(tx: &mut Tx, endorsement: Uuid, name: &str) -> Result<(), Error> {
    tx.run(
        "update endorsements set name = $2, name_key = '', unnamed_since = null where id = $1",
        (endorsement, name),
    )
    .await?;
    Ok(())
}

/// Takes the names from an association's endorsements of people who were erased.
pub(super) async fn unname_all(tx: &mut Tx, association: &str, name: &str) -> Result<(), Error> {
    tx.run(
        "update endorsements set name = $2, name_key = '', unnamed_since = null
         where association_id = $1 and unnamed_since is not null",
        (association, name),
    )
    .await?;
    Ok(())
}

/// The letters about an application.
pub(super) async fn letters_about(tx: &mut Tx, application: Uuid) -> Result<Vec<Uuid>, Error> {
    let found: Vec<(Uuid,)> =
        tx.all("select id from messages where application_id = $1", (application,)).await?;
    Ok(found.into_iter().map(|it| it.0).collect())
}

/// Writes down what a round did.
pub(super) async fn round(
    tx: &mut Tx,
    (association, class): (&str, &str),
    day: Date,
    (removed, held): (i64, i64),
) -> Result<(), Error> {
    tx.run(
        "insert into retention_rounds (association_id, class, on_day, removed, held)
         values ($1, $2, $3, $4, $5)
         on conflict (association_id, class, on_day) do update
         set removed = retention_rounds.removed + excluded.removed, held = excluded.held",
        (association, class, day, removed, held),
    )
    .await?;
    Ok(())
}

/// A round.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Round {
    pub on_day: Day,
    pub removed: i64,
}

pub(super) async fn last_round(
    tx: &mut Tx,
    association: &str,
    class: &str,
) -> Result<Option<Round>, Error> {
    tx.maybe(
        "select on_day, removed from retention_rounds
         where association_id = $1 and class = $2 order by on_day desc limit 1",
        (association, class),
    )
    .await
}

/// A file that must be kept.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Hold {
    pub application_id: Uuid,
    pub number: String,
    pub reason: String,
    pub begun_at: Time,
}

/// An association's files that must be kept, the newest first; not somebody's own.
pub(super) async fn held(
    tx: &mut Tx,
    association: &str,
    besides: Uuid,
) -> Result<Vec<Hold>, Error> {
    tx.all(
        "select h.application_id, a.number, h.reason, h.begun_at
         from legal_holds h join applications a on a.id = h.application_id
         where h.association_id = $1 and a.person_id <> $2 and h.ended_at is null
         order by h.begun_at desc",
        (association, besides),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many of an association's files must be kept.
pub(super) async fn so_many_held(tx: &mut Tx, association: &str) -> Result<i64, Error> {
    let sql = "select count(*) as n from legal_holds
         where association_id = $1 and ended_at is null";
    let found: Option<Count> = tx.maybe(sql, (association,)).await?;
    Ok(found.map_or(0, |it| it.n))
}

pub(super) async fn hold_of(tx: &mut Tx, application: Uuid) -> Result<Option<Hold>, Error> {
    tx.maybe(
        "select h.application_id, a.number, h.reason, h.begun_at
         from legal_holds h join applications a on a.id = h.application_id
         where h.application_id = $1 and h.ended_at is null",
        (application,),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Person {
    id: Uuid,
}

/// Everybody who must be kept with a file: whose it is, and who reviewed, decided, advised on or helped
/// with it; in the order in which they are taken in turn.
pub(super) async fn in_file(tx: &mut Tx, application: Uuid) -> Result<Vec<Uuid>, Error> {
    let found: Vec<Person> = tx
        .all(
            "select p.id from people p where p.id in (
                 select person_id from applications where id = $1
                 union select reviewer_id from review_assignments where application_id = $1
                 union select decided_by from decisions where application_id = $1
                 union select by_id from helpings where application_id = $1
                 union select advisor_id from advisings where application_id = $1)
             order by p.id",
            (application,),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

pub(super) async fn begin_hold(
    tx: &mut Tx,
    (association, application): (&str, Uuid),
    reason: &str,
    (by, now): (Uuid, Timestamp),
) -> Result<bool, Error> {
    let kept = tx
        .run(
            "insert into legal_holds (id, association_id, application_id, reason, begun_at, begun_by)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            (Uuid::now_v7(), association, application, reason, now, by),
        )
        .await?;
    Ok(kept == 1)
}

pub(super) async fn end_hold(
    tx: &mut Tx,
    application: Uuid,
    (by, now): (Uuid, Timestamp),
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update legal_holds set ended_at = $3, ended_by = $2
             where application_id = $1 and ended_at is null",
            (application, by, now),
        )
        .await?;
    Ok(changed == 1)
}
