//! The endorsements' rows.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// An endorsement, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Endorsement {
    /// The endorsement; also the badge's id.
    pub id: Uuid,
    /// Who gave it.
    pub association_id: String,
    /// Whose it is; `None` once the person has been forgotten.
    pub person_id: Option<Uuid>,
    /// The application it came from, if it came from one here.
    pub application_id: Option<Uuid>,
    /// As what.
    pub category: String,
    /// By which version of the rules.
    pub policy_version: String,
    /// Its number in the registry.
    pub number: String,
    /// Its name in public addresses: random, so that nobody finds one by guessing.
    pub public_id: String,
    /// What means this person, and nothing else, in badges.
    pub subject_urn: String,
    /// The name as issued.
    pub name: String,
    /// The day it was first given.
    pub awarded_on: Day,
    /// From when the badge in force is.
    pub valid_from: Day,
    /// The last day on which it is valid, unless it ends before.
    pub valid_until: Day,
    /// Its badge's bit in the list of revocations.
    pub status_index: i64,
    /// Its badge's name; `None` while that is its own id.
    pub badge_id: Option<Uuid>,
    /// Since when the registry lists it; `None` if the person does not want that.
    pub listed_at: Option<Time>,
}

/// A person's endorsements, newest first.
/// What a person holds or held in an association.
///
/// # Errors
///
/// When the database refuses.
pub async fn of(tx: &mut Tx, association: &str, person: Uuid) -> Result<Vec<Endorsement>, Error> {
    tx.all(
        "select id, association_id, person_id, application_id, category, policy_version, number,
             public_id, subject_urn, name, awarded_on, valid_from, valid_until, status_index,
             badge_id, listed_at
         from endorsements where person_id = $1 and association_id = $2
         order by awarded_on desc, id desc",
        (person, association),
    )
    .await
}

pub(super) async fn one(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
) -> Result<Option<Endorsement>, Error> {
    tx.maybe(
        "select id, association_id, person_id, application_id, category, policy_version, number,
             public_id, subject_urn, name, awarded_on, valid_from, valid_until, status_index,
             badge_id, listed_at
         from endorsements where id = $2 and association_id = $1",
        (association, id),
    )
    .await
}

pub(super) async fn by_public_id(
    tx: &mut Tx,
    association: &str,
    public_id: &str,
) -> Result<Option<Endorsement>, Error> {
    tx.maybe(
        "select id, association_id, person_id, application_id, category, policy_version, number,
             public_id, subject_urn, name, awarded_on, valid_from, valid_until, status_index,
             badge_id, listed_at
         from endorsements where public_id = $2 and association_id = $1",
        (association, public_id),
    )
    .await
}

/// A stretch of a standing.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Interval {
    /// Whose standing.
    pub endorsement_id: Uuid,
    /// `active`, `inactive`, `lapsed`, `retired` or `revoked`.
    pub status: String,
    /// Its first day.
    pub from_on: Day,
    /// Its last day; `None` while it goes on. Before the first day if another stretch began on the
    /// same day: then it holds no day at all.
    pub until_on: Option<Day>,
}

pub(super) async fn intervals(tx: &mut Tx, endorsement: Uuid) -> Result<Vec<Interval>, Error> {
    tx.all(
        "select endorsement_id, status, from_on, until_on from endorsement_intervals
         where endorsement_id = $1 order by from_on desc, id desc",
        (endorsement,),
    )
    .await
}

pub(super) async fn intervals_of_person(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Interval>, Error> {
    tx.all(
        "select i.endorsement_id, i.status, i.from_on, i.until_on
         from endorsement_intervals i join endorsements e on e.id = i.endorsement_id
         where e.person_id = $1 and e.association_id = $2
         order by i.from_on desc, i.id desc",
        (person, association),
    )
    .await
}

/// The bits that must be set.
pub(super) async fn revoked(tx: &mut Tx, association: &str) -> Result<Vec<(i64,)>, Error> {
    tx.all(
        "select status_index from revoked_badges where association_id = $1 order by status_index",
        (association,),
    )
    .await
}

/// Whether a bit is set.
pub(super) async fn is_revoked(
    tx: &mut Tx,
    association: &str,
    status_index: i64,
) -> Result<bool, Error> {
    let found: Option<(i64,)> = tx
        .maybe(
            "select status_index from revoked_badges
             where association_id = $1 and status_index = $2",
            (association, status_index),
        )
        .await?;
    Ok(found.is_some())
}

/// Sets the bit of an endorsement's badge, for good.
pub(super) async fn revoke_badge(
    tx: &mut Tx,
    it: &Endorsement,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into revoked_badges (association_id, status_index, endorsement_id, revoked_at)
         values ($1, $2, $3, $4)
         on conflict do nothing",
        (it.association_id.as_str(), it.status_index, it.id, now),
    )
    .await?;
    Ok(())
}

/// Gives an endorsement another badge; `false` if its bit is taken.
pub(super) async fn change_badge(
    tx: &mut Tx,
    endorsement: Uuid,
    (badge, status_index): (Uuid, i64),
) -> Result<bool, Error> {
    let changed = tx
        .run(
            "update endorsements set badge_id = $2, status_index = $3
             where id = $1 and not exists (
                 select 1 from endorsements o
                 where o.association_id = endorsements.association_id and o.status_index = $3
             ) and not exists (
                 select 1 from revoked_badges r
                 where r.association_id = endorsements.association_id and r.status_index = $3
             )",
            (endorsement, badge, status_index),
        )
        .await?;
    Ok(changed == 1)
}

/// A badge, as it was signed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Credential {
    /// `en` or `es`.
    pub language: String,
    /// The signed document.
    pub body: String,
}

/// The badge in force of an endorsement: the one issued last.
pub(super) async fn credential(
    tx: &mut Tx,
    endorsement: Uuid,
) -> Result<Option<Credential>, Error> {
    tx.maybe(
        "select language, body from credentials
         where endorsement_id = $1 and superseded_at is null
         order by issued_at desc, id desc limit 1",
        (endorsement,),
    )
    .await
}

pub(super) async fn add_credential(
    tx: &mut Tx,
    endorsement: Uuid,
    (language, body): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update credentials set superseded_at = $2
         where endorsement_id = $1 and superseded_at is null",
        (endorsement, now),
    )
    .await?;
    tx.run(
        "insert into credentials (id, endorsement_id, language, body, issued_at)
         values ($1, $2, $3, $4, $5)",
        (Uuid::now_v7(), endorsement, language, body, now),
    )
    .await?;
    Ok(())
}

/// The next number of a series, from 1.
pub(super) async fn count_up(tx: &mut Tx, association: &str, name: &str) -> Result<i64, Error> {
    let next: Option<(i64,)> = tx
        .maybe(
            "insert into counters (association_id, name, value) values ($1, $2, 1)
             on conflict (association_id, name) do update set value = counters.value + 1
             returning value",
            (association, name),
        )
        .await?;
    Ok(next.map_or(1, |it| it.0))
}

/// What means a person in this association's badges, if one was issued before.
pub(super) async fn subject(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Option<(String,)>, Error> {
    tx.maybe(
        "select subject_urn from endorsements where person_id = $1 and association_id = $2
         order by created_at, id limit 1",
        (person, association),
    )
    .await
}

pub(super) async fn of_application(
    tx: &mut Tx,
    application: Uuid,
) -> Result<Option<(Uuid,)>, Error> {
    tx.maybe("select id from endorsements where application_id = $1", (application,)).await
}

/// Keeps a new endorsement; `false` if its application has one already, or its bit is taken.
pub(super) async fn add(
    tx: &mut Tx,
    new: &Endorsement,
    name_key: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let kept = tx
        .run(
            "insert into endorsements (id, association_id, person_id, application_id, category,
                 policy_version, number, public_id, subject_urn, name, name_key, awarded_on,
                 valid_from, valid_until, status_index, listed_at, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             on conflict do nothing",
            (
                new.id,
                new.association_id.as_str(),
                new.person_id,
                new.application_id,
                new.category.as_str(),
                new.policy_version.as_str(),
                new.number.as_str(),
                new.public_id.as_str(),
                new.subject_urn.as_str(),
                new.name.as_str(),
                name_key,
                new.awarded_on,
                new.valid_from,
                new.valid_until,
                new.status_index,
                new.listed_at,
                now,
            ),
        )
        .await?;
    Ok(kept == 1)
}

/// Makes an endorsement findable by a word of its name; the folded name orders those who share it.
pub(super) async fn add_word(
    tx: &mut Tx,
    association: &str,
    (word, name_key): (&str, &str),
    endorsement: Uuid,
) -> Result<(), Error> {
    tx.run(
        "insert into registry_words (association_id, word, name_key, endorsement_id)
         values ($1, $2, $3, $4)
         on conflict do nothing",
        (association, word, name_key, endorsement),
    )
    .await?;
    Ok(())
}

/// Locks the row of an endorsement that is nobody's any more; it stays as it is.
pub(super) async fn in_turn(tx: &mut Tx, id: Uuid) -> Result<(), Error> {
    tx.run("update endorsements set number = number where id = $1", (id,)).await?;
    Ok(())
}

/// Takes away every word by which an endorsement was found.
pub(super) async fn remove_words(tx: &mut Tx, endorsement: Uuid) -> Result<(), Error> {
    tx.run("delete from registry_words where endorsement_id = $1", (endorsement,)).await?;
    Ok(())
}

/// Has an endorsement carry its new name; `false` if it no longer carries the one of before, or is
/// nobody's any more.
pub(super) async fn rename(
    tx: &mut Tx,
    (it, name_key): (&Endorsement, &str),
    before: &str,
) -> Result<bool, Error> {
    let renamed = tx
        .run(
            "update endorsements set name = $3, name_key = $4
             where id = $1 and name = $2 and person_id is not null",
            (it.id, before, it.name.as_str(), name_key),
        )
        .await?;
    Ok(renamed == 1)
}

/// Keeps the name that an endorsement carried until now, and why it does no longer.
pub(super) async fn keep_former_name(
    tx: &mut Tx,
    it: &Endorsement,
    (reason, by): (&str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into former_names (id, endorsement_id, name, reason, changed_at, changed_by)
         values ($1, $2, $3, $4, $5, $6)",
        (Uuid::now_v7(), it.id, it.name.as_str(), reason, now, by),
    )
    .await?;
    Ok(())
}

/// A new stretch of a standing.
pub(super) struct NewInterval<'a> {
    pub endorsement: Uuid,
    pub status: &'a str,
    pub from_on: Date,
    pub until_on: Option<Date>,
    pub reason: Option<&'a str>,
    pub by: Option<Uuid>,
}

pub(super) async fn add_interval(
    tx: &mut Tx,
    new: &NewInterval<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into endorsement_intervals (id, endorsement_id, status, from_on, until_on,
             reason, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        (
            Uuid::now_v7(),
            new.endorsement,
            new.status,
            new.from_on,
            new.until_on,
            new.reason.map(str::to_owned),
            now,
            new.by,
        ),
    )
    .await?;
    Ok(())
}

/// Ends the stretch that goes on, with its last day; `false` if none does, or not as it was read:
/// somebody else changed it first. One that began after that day holds no day from now on.
pub(super) async fn end_interval(
    tx: &mut Tx,
    endorsement: Uuid,
    (was, on): (&str, Date),
) -> Result<bool, Error> {
    let ended = tx
        .run(
            "update endorsement_intervals set until_on = $3
             where endorsement_id = $1 and status = $2 and until_on is null",
            (endorsement, was, on),
        )
        .await?;
    Ok(ended > 0)
}

/// Moves the validity on; `false` if it had been moved already.
pub(super) async fn prolong(
    tx: &mut Tx,
    endorsement: Uuid,
    (before, from, until): (Day, Date, Date),
) -> Result<bool, Error> {
    let moved = tx
        .run(
            "update endorsements set valid_from = $3, valid_until = $4
             where id = $1 and valid_until = $2",
            (endorsement, before, from, until),
        )
        .await?;
    Ok(moved == 1)
}

/// When the renewal of a cycle was handed in, if it was.
pub(super) async fn renewal_handed_in(
    tx: &mut Tx,
    endorsement: Uuid,
    cycle: i16,
) -> Result<Option<Time>, Error> {
    let found: Option<(Option<Time>,)> = tx
        .maybe(
            "select submitted_at from renewals where endorsement_id = $1 and cycle = $2",
            (endorsement, i64::from(cycle)),
        )
        .await?;
    Ok(found.and_then(|it| it.0))
}

pub(super) async fn list(
    tx: &mut Tx,
    (person, id): (Uuid, Uuid),
    listed_at: Option<Timestamp>,
) -> Result<(), Error> {
    tx.run(
        "update endorsements set listed_at = $3 where id = $2 and person_id = $1",
        (person, id, listed_at),
    )
    .await?;
    Ok(())
}
