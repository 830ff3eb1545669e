//! What goes and what stays of a person, statement by statement. Whoever adds a table with something
//! of a person's in it adds it here, in `consents/holdings.rs` and in `docs/privacy.md`.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use serde_json::{Map, Value};
use uuid::Uuid;

/// How much there is of a person.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct Found {
    pub entries: i64,
    pub documents: i64,
    pub applications: i64,
    /// Applications that led to an endorsement.
    pub endorsed: i64,
    pub references: i64,
    pub messages: i64,
    pub charges: i64,
    pub roles: i64,
}

pub(super) async fn count(tx: &mut Tx, person: Uuid) -> Result<Found, Error> {
    let found: Option<Found> = tx
        .maybe(
            "select
                 (select count(*) from entries where person_id = $1) as entries,
                 (select count(*) from documents where person_id = $1) as documents,
                 (select count(*) from applications where person_id = $1) as applications,
                 (select count(*) from applications a where a.person_id = $1 and exists (
                     select 1 from endorsements e where e.application_id = a.id)) as endorsed,
                 (select count(*) from reference_requests where person_id = $1) as \"references\",
                 (select count(*) from messages where person_id = $1) as messages,
                 (select count(*) from charges where person_id = $1) as charges,
                 (select count(*) from roles where person_id = $1) as roles",
            (person,),
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// An endorsement of a person's.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Held {
    pub id: Uuid,
    pub association_id: String,
    pub number: String,
}

pub(super) async fn endorsements(tx: &mut Tx, person: Uuid) -> Result<Vec<Held>, Error> {
    tx.all(
        "select id, association_id, number from endorsements where person_id = $1
         order by created_at, id",
        (person,),
    )
    .await
}

/// A file that must be kept.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    /// Whether it is the person's own; otherwise they worked on it.
    pub is_own: bool,
}

/// A file that must be kept: the person's own, or one that they reviewed, decided, advised on or
/// helped with.
pub(super) async fn kept(tx: &mut Tx, person: Uuid) -> Result<Option<Kept>, Error> {
    tx.maybe(
        "select (a.person_id = $1) as is_own
         from legal_holds h join applications a on a.id = h.application_id
         where h.ended_at is null and (a.person_id = $1
             or exists (select 1 from review_assignments r
                 where r.application_id = a.id and r.reviewer_id = $1)
             or exists (select 1 from decisions d
                 where d.application_id = a.id and d.decided_by = $1)
             or exists (select 1 from helpings p
                 where p.application_id = a.id and p.by_id = $1)
             or exists (select 1 from advisings v
                 where v.application_id = a.id and v.advisor_id = $1))
         order by case when a.person_id = $1 then 0 else 1 end limit 1",
        (person,),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Role {
    role: String,
}

/// Roles that nobody else would be left to hold: that of an association's only administrator or only
/// coordinator, and of the only one who looks after the installation. Who has asked to be erased is
/// nobody else.
pub(super) async fn alone_with(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Vec<String>, Error> {
    let found: Vec<Role> = tx
        .all(
            "select distinct r.role from roles r
             where r.person_id = $1 and r.role in ('administrator', 'coordinator', 'network')
               and r.from_at <= $2 and (r.until_at is null or r.until_at > $2)
               and not exists (select 1 from roles o
                   where o.person_id <> $1 and o.role = r.role
                     and (o.role = 'network' or o.association_id = r.association_id)
                     and o.from_at <= $2 and (o.until_at is null or o.until_at > $2)
                     and not exists (select 1 from erasures w
                         where w.person_id = o.person_id and w.withdrawn_at is null
                           and w.done_at is null and not exists (select 1 from sessions s
                               where s.person_id = w.person_id and s.created_at > w.asked_at)))
             order by r.role",
            (person, now),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.role).collect())
}

#[derive(sqlx::FromRow)]
struct Place {
    id: String,
}

/// Where somebody holds a role that must not be left by everybody: the associations, in the order in
/// which they are taken in turn. The whole installation is taken with the first of all.
pub(super) async fn needed_at(
    tx: &mut Tx,
    person: Uuid,
    now: Timestamp,
) -> Result<Vec<String>, Error> {
    let found: Vec<Place> = tx
        .all(
            "select a.id from associations a
             where exists (select 1 from roles r
                 where r.person_id = $1 and r.from_at <= $2
                   and (r.until_at is null or r.until_at > $2)
                   and ((r.role in ('administrator', 'coordinator') and r.association_id = a.id)
                       or (r.role = 'network' and a.id = (select min(id) from associations))))
             order by a.id",
            (person, now),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

/// An erasure that was asked for and is not done.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Waiting {
    pub person_id: Uuid,
    pub due_at: Time,
}

pub(super) async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<Waiting>, Error> {
    tx.maybe(
        "select person_id, due_at from erasures
         where id = $1 and withdrawn_at is null and done_at is null",
        (id,),
    )
    .await
}

pub(super) async fn call_off(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update erasures set withdrawn_at = $2
             where person_id = $1 and withdrawn_at is null and done_at is null",
            (person, now),
        )
        .await?;
    Ok(changed == 1)
}

/// Begins the wait; `None` if one is under way.
pub(super) async fn begin(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    (now, due): (Timestamp, Timestamp),
    reason: Option<&str>,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    let begun = tx
        .run(
            "insert into erasures (id, association_id, person_id, asked_at, due_at, reason)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            (id, association, person, now, due, reason),
        )
        .await?;
    Ok((begun == 1).then_some(id))
}

/// Says that it is done; false if it was called off.
pub(super) async fn done(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    let sql = "update erasures set done_at = $2 where id = $1 and withdrawn_at is null";
    Ok(tx.run(sql, (id, now)).await? == 1)
}

pub(super) async fn end_sessions(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "update sessions set ended_at = $2 where person_id = $1 and ended_at is null",
        (person, now),
    )
    .await?;
    tx.run("delete from half_sessions where person_id = $1", (person,)).await?;
    Ok(())
}

/// What goes of every application, whatever stays of it.
const OF_EVERY_APPLICATION: &[&str] = &[
    "delete from review_findings where assignment_id in (
         select id from review_assignments where application_id = $1)",
    "delete from reference_requests where application_id = $1",
    "delete from exam_results where application_id = $1",
    "delete from legal_holds where application_id = $1",
    "update advising_contacts set advising_id = null, note = null where advising_id in (
         select id from advisings where application_id = $1)",
    "delete from advisings where application_id = $1",
    "delete from helpings where application_id = $1",
    "delete from file_openings where application_id = $1",
    "delete from messages where application_id = $1",
];

/// What goes besides with an application of which nothing stays, in an order that nothing hangs from.
const OF_APPLICATION: &[&str] = &[
    "delete from review_assignments where application_id = $1",
    "delete from decisions where application_id = $1",
    "delete from submissions where application_id = $1",
    "delete from application_steps where application_id = $1",
    "update charges set application_id = null where application_id = $1",
    "delete from applications where id = $1",
];

/// What goes besides of an application that led to an endorsement.
const OF_ENDORSED: &[&str] = &[
    "update review_assignments set summary = null where application_id = $1",
    "update decisions set letter = '', later_exam = null, later_assessment = null
     where application_id = $1",
    "update application_steps set note = null where application_id = $1",
    "update applications set pin_reason = null where id = $1",
];

/// What goes of a person besides.
const OF_PERSON: &[&str] = &[
    "delete from credentials where endorsement_id in (
         select id from endorsements where person_id = $1)",
    "delete from registry_words where endorsement_id in (
         select id from endorsements where person_id = $1)",
    "delete from former_names where endorsement_id in (
         select id from endorsements where person_id = $1)",
    "update endorsement_intervals set reason = null where endorsement_id in (
         select id from endorsements where person_id = $1)",
    "update renewals set locker = null, assessment = null, override_reason = null,
         return_note = null
     where person_id = $1",
    "delete from membership_claims where person_id = $1",
    "delete from memberships where person_id = $1",
    "update charges set promised_by = null, promise_note = null, confirmed_note = null,
         waive_reason = null, reopen_reason = null
     where person_id = $1",
    "delete from signatures where person_id = $1",
    "delete from consents where person_id = $1",
    "delete from data_requests where person_id = $1",
    "delete from kept_answers where person_id = $1",
    "delete from drafts where person_id = $1",
    "delete from entry_versions where entry_id in (select id from entries where person_id = $1)",
    "delete from documents where person_id = $1",
    "delete from entries where person_id = $1",
    "delete from messages where person_id = $1",
    "delete from mailed_links where person_id = $1",
    "delete from address_changes where person_id = $1",
    "delete from passkeys where person_id = $1",
    "delete from passkey_questions where person_id = $1",
    "delete from identities where person_id = $1",
    "delete from provider_trips where person_id = $1",
    "delete from recovery_codes where person_id = $1",
    "delete from second_factors where person_id = $1",
    "delete from half_sessions where person_id = $1",
    "delete from sessions where person_id = $1",
    "delete from role_invitations where accepted_by = $1",
    "delete from advising_contacts where advisor_id = $1",
    "update roles set end_reason = null where person_id = $1",
];

/// What goes by the address that the person signs in with, and what was counted for the account itself.
const OF_ADDRESS: &str = "delete from sign_in_failures where email_key = $1";

/// What goes by it besides, once it was confirmed.
const OF_CONFIRMED_ADDRESS: &str = "delete from role_invitations where email_key = $1";

async fn each(tx: &mut Tx, statements: &[&'static str], id: Uuid) -> Result<(), Error> {
    for statement in statements {
        tx.run(statement, (id,)).await?;
    }
    Ok(())
}

/// Removes an application of which nothing stays.
pub(in crate::privacy) async fn remove_application(
    tx: &mut Tx,
    application: Uuid,
) -> Result<(), Error> {
    each(tx, OF_EVERY_APPLICATION, application).await?;
    each(tx, OF_APPLICATION, application).await
}

/// Applications of a person's; those that led to an endorsement, or those that did not.
pub(super) async fn applications(
    tx: &mut Tx,
    person: Uuid,
    endorsed: bool,
) -> Result<Vec<(Uuid,)>, Error> {
    tx.all(
        "select a.id from applications a
         where a.person_id = $1 and $2 = exists (
             select 1 from endorsements e where e.application_id = a.id)",
        (person, endorsed),
    )
    .await
}

/// Empties an application that led to an endorsement; the digests of what was frozen stay.
pub(super) async fn empty_application(
    tx: &mut Tx,
    application: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    each(tx, OF_EVERY_APPLICATION, application).await?;
    each(tx, OF_ENDORSED, application).await?;
    let frozen: Vec<Frozen> = tx
        .all("select id, assessment from submissions where application_id = $1", (application,))
        .await?;
    for it in frozen {
        tx.run(
            "update submissions set locker = $2, assessment = $3, erased_at = $4 where id = $1",
            (it.id, NO_LOCKER, without_findings(&it.assessment), now),
        )
        .await?;
    }
    Ok(())
}

/// A locker with nothing in it, in the published format.
const NO_LOCKER: &str = "{\"format\":\"endorse-locker/1\"}";

#[derive(sqlx::FromRow)]
struct Frozen {
    id: Uuid,
    assessment: String,
}

/// By which rules somebody was judged on which day, and nothing of what was found.
fn without_findings(assessment: &str) -> String {
    let mut told = serde_json::from_str::<Map<String, Value>>(assessment).unwrap_or_default();
    told.remove("emerging");
    told.insert("findings".to_owned(), Value::Array(Vec::new()));
    Value::Object(told).to_string()
}

/// Takes the person away from an endorsement, and the name with them unless it is to stay for a while
/// from now on.
pub(super) async fn unname(
    tx: &mut Tx,
    endorsement: Uuid,
    (name, stays_from): (&str, Option<Timestamp>),
) -> Result<(), Error> {
    if stays_from.is_none() {
        tx.run(
            "update endorsements set name = $2, name_key = '' where id = $1",
            (endorsement, name),
        )
        .await?;
    }
    tx.run(
        "update endorsements set person_id = null, listed_at = null, unnamed_since = $2
         where id = $1",
        (endorsement, stays_from),
    )
    .await?;
    Ok(())
}

/// What is on disk and has to go with it, besides letters.
#[derive(Debug, Default)]
pub(super) struct Outside {
    /// Documents, by the hash of their bytes.
    pub documents: Vec<String>,
    /// Files of own data.
    pub data: Vec<Uuid>,
}

pub(super) async fn outside(tx: &mut Tx, person: Uuid) -> Result<Outside, Error> {
    let documents: Vec<(String,)> =
        tx.all("select distinct sha256 from documents where person_id = $1", (person,)).await?;
    let data: Vec<(Uuid,)> =
        tx.all("select id from data_requests where person_id = $1", (person,)).await?;
    Ok(Outside {
        documents: documents.into_iter().map(|it| it.0).collect(),
        data: data.into_iter().map(|it| it.0).collect(),
    })
}

/// Removes everything else of the person, and leaves an id with a name that says nothing.
pub(super) async fn empty_person(
    tx: &mut Tx,
    (person, account): (Uuid, &Account),
    (name, at): (&str, Timestamp),
) -> Result<(), Error> {
    each(tx, OF_PERSON, person).await?;
    let email_key = account.email_key.as_str();
    let own = person.to_string();
    tx.run(OF_ADDRESS, (own.as_str(),)).await?;
    if account.is_confirmed {
        tx.run(OF_ADDRESS, (email_key,)).await?;
        tx.run(OF_CONFIRMED_ADDRESS, (email_key,)).await?;
    }
    tx.run("update endorsements set person_id = null where person_id = $1", (person,)).await?;
    tx.run(
        "update roles set until_at = $2 where person_id = $1
           and (until_at is null or until_at > $2)",
        (person, at),
    )
    .await?;
    tx.run(
        "update advisings set ended_at = $2, ended_by = 'erasure'
         where advisor_id = $1 and ended_at is null",
        (person, at),
    )
    .await?;
    let nobody = format!("erased-{person}");
    tx.run(
        "update people set email = $2, email_key = $2, name = $3, password_hash = '',
             email_confirmed_at = null, password_changed_at = null, erased_at = $4
         where id = $1",
        (person, nobody, name, at),
    )
    .await?;
    Ok(())
}

/// An account as it is found for erasing.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Account {
    pub email_key: String,
    /// Whether the address was shown to be theirs.
    pub is_confirmed: bool,
    pub name: String,
    /// Whether the person holds or held a role.
    pub was_staff: bool,
}

pub(super) async fn account(tx: &mut Tx, person: Uuid) -> Result<Option<Account>, Error> {
    tx.maybe(
        "select p.email_key, (p.email_confirmed_at is not null) as is_confirmed, p.name,
             exists (select 1 from roles r where r.person_id = p.id) as was_staff
         from people p where p.id = $1 and p.erased_at is null",
        (person,),
    )
    .await
}
