//! The applications' rows: requests, their steps, what was frozen.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{Application, Submission};

/// The next number of a count.
pub(super) async fn next(tx: &mut Tx, association: &str, name: &str) -> Result<i64, Error> {
    #[derive(sqlx::FromRow)]
    struct Counted {
        value: i64,
    }
    let counted: Option<Counted> = tx
        .maybe(
            "insert into counters (association_id, name, value) values ($1, $2, 1)
             on conflict (association_id, name) do update set value = counters.value + 1
             returning value",
            (association, name),
        )
        .await?;
    Ok(counted.map_or(0, |it| it.value))
}

/// A new application.
#[derive(Debug)]
pub(super) struct NewApplication<'a> {
    pub association: &'a str,
    pub person: Uuid,
    pub number: &'a str,
    pub category: &'a str,
    pub policy_version: &'a str,
}

/// Adds an application, unless one for the category is open.
pub(super) async fn add(
    tx: &mut Tx,
    new: &NewApplication<'_>,
    now: Timestamp,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    let kept = tx
        .run(
            "insert into applications (id, association_id, person_id, number, category,
                 policy_version, state, state_since, started_at)
             values ($1, $2, $3, $4, $5, $6, 'preparing', $7, $7)
             on conflict do nothing",
            (id, new.association, new.person, new.number, new.category, new.policy_version, now),
        )
        .await?;
    Ok((kept == 1).then_some(id))
}

pub(super) async fn one(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
) -> Result<Option<Application>, Error> {
    tx.maybe(
        "select id, person_id, number, category, policy_version, policy_version as pinned_version,
             state, state_since, started_at, closed_at, pin, pin_instead_of, pin_reason,
             (select count(*) from submissions s where s.application_id = applications.id) as rounds
         from applications where association_id = $1 and id = $2",
        (association, id),
    )
    .await
}

/// A person's applications, those that are open first, newest first.
pub(super) async fn of_person(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Application>, Error> {
    tx.all(
        "select id, person_id, number, category, policy_version, policy_version as pinned_version,
             state, state_since, started_at, closed_at, pin, pin_instead_of, pin_reason,
             (select count(*) from submissions s where s.application_id = applications.id) as rounds
         from applications where association_id = $1 and person_id = $2
         order by case when closed_at is null then 0 else 1 end, started_at desc, id desc",
        (association, person),
    )
    .await
}

pub(super) async fn count_reviews(tx: &mut Tx, application: Uuid) -> Result<(), Error> {
    tx.run(
        "update applications set
             reviews_given = (select count(*) from review_assignments r
                 where r.withdrawn_at is null and r.submission_id =
                     (select s.id from submissions s where s.application_id = $1
                         order by s.round desc limit 1)),
             reviews_done = (select count(r.completed_at) from review_assignments r
                 where r.withdrawn_at is null and r.submission_id =
                     (select s.id from submissions s where s.application_id = $1
                         order by s.round desc limit 1))
         where id = $1",
        (application,),
    )
    .await?;
    Ok(())
}

/// Locks an application's row until the transaction is over; it stays as it is.
pub(super) async fn in_turn(tx: &mut Tx, id: Uuid) -> Result<(), Error> {
    tx.run("update applications set state = state where id = $1", (id,)).await?;
    Ok(())
}

/// Moves an application on, if it is still where it was.
pub(super) async fn moved(
    tx: &mut Tx,
    (association, id): (&str, Uuid),
    (from, to): (&str, &str),
    (now, closed): (Timestamp, Option<Timestamp>),
) -> Result<bool, Error> {
    let moved = tx
        .run(
            "update applications set state = $4, state_since = $5, closed_at = $6
             where association_id = $1 and id = $2 and state = $3",
            (association, id, from, to, now, closed),
        )
        .await?;
    Ok(moved == 1)
}

pub(super) async fn add_step(
    tx: &mut Tx,
    (id, by): (Uuid, Option<Uuid>),
    (from, to): (&str, &str),
    note: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into application_steps (id, application_id, at, by_id, from_state, to_state, note)
         values ($1, $2, $3, $4, $5, $6, $7)",
        (Uuid::now_v7(), id, now, by, from, to, note.map(str::to_owned)),
    )
    .await?;
    Ok(())
}

/// A step that an application has made.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StepTaken {
    /// When.
    pub at: Time,
    /// The name of who took it, if a person.
    pub by_name: Option<String>,
    /// From where.
    pub from_state: String,
    /// To where.
    pub to_state: String,
    /// A few words.
    pub note: Option<String>,
}

/// Something that has happened to an application: a step, or what is on record about it.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Happened {
    pub at: Time,
    /// `step` or `event`.
    pub kind: String,
    /// By whom, if by a person.
    pub by_id: Option<Uuid>,
    /// Of an event: as what they acted.
    pub actor_kind: Option<String>,
    /// The state that a step led to, or the verb of an event.
    pub word: String,
    /// Of an event: what kind of thing it was done to.
    pub object_kind: Option<String>,
    pub detail: Option<String>,
}

/// All of it, the newest first.
pub(super) async fn past(tx: &mut Tx, id: Uuid) -> Result<Vec<Happened>, Error> {
    tx.all(
        "select at, kind, by_id, actor_kind, word, object_kind, detail from application_past
         where application_id = $1 order by at desc, id desc",
        (id,),
    )
    .await
}

pub(super) async fn steps(tx: &mut Tx, id: Uuid) -> Result<Vec<StepTaken>, Error> {
    tx.all(
        "select s.at, p.name as by_name, s.from_state, s.to_state, s.note
         from application_steps s left join people p on p.id = s.by_id
         where s.application_id = $1 order by s.at, s.id",
        (id,),
    )
    .await
}

/// What is frozen at submission.
#[derive(Debug)]
pub(super) struct NewSubmission<'a> {
    pub application: Uuid,
    pub on: Date,
    pub policy_version: &'a str,
    pub locker: &'a str,
    pub locker_sha256: &'a str,
    pub assessment: &'a str,
    pub assessment_sha256: &'a str,
    pub policy_sha256: &'a str,
}

/// Freezes; the round is the next of the application.
pub(super) async fn freeze(
    tx: &mut Tx,
    new: &NewSubmission<'_>,
    now: Timestamp,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into submissions (id, application_id, round, submitted_at, submitted_on,
             policy_version, locker, locker_sha256, assessment, assessment_sha256, policy_sha256,
             engine)
         values ($1, $2,
             (select coalesce(max(round), 0) + 1 from submissions where application_id = $2),
             $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        (
            id,
            new.application,
            now,
            new.on,
            new.policy_version,
            new.locker,
            new.locker_sha256,
            new.assessment,
            new.assessment_sha256,
            new.policy_sha256,
            i64::from(rules::ENGINE),
        ),
    )
    .await?;
    Ok(id)
}

pub(super) async fn latest_submission(
    tx: &mut Tx,
    application: Uuid,
) -> Result<Option<Submission>, Error> {
    tx.maybe(
        "select id, submitted_at, policy_version, locker, locker_sha256, assessment,
             assessment_sha256, policy_sha256
         from submissions where application_id = $1 order by round desc limit 1",
        (application,),
    )
    .await
}

pub(super) async fn submission(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
) -> Result<Option<Submission>, Error> {
    tx.maybe(
        "select s.id, s.submitted_at, s.policy_version, s.locker, s.locker_sha256, s.assessment,
             s.assessment_sha256, s.policy_sha256
         from submissions s join applications a on a.id = s.application_id
         where a.association_id = $1 and s.id = $2",
        (association, id),
    )
    .await
}

/// A decision, with its letter.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Decision {
    /// `more-information`, `deferred`, `approved-for-exam` or `endorsed`.
    pub outcome: String,
    /// What was written to the person.
    pub letter: String,
    /// When.
    pub decided_at: Time,
}

pub(super) async fn decisions(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Decision>, Error> {
    tx.all(
        "select outcome, letter, decided_at from decisions
         where association_id = $1 and application_id = $2
         order by decided_at desc, id desc",
        (association, application),
    )
    .await
}
