//! The renewals' rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A renewal, as it is kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Renewal {
    pub id: Uuid,
    pub endorsement_id: Uuid,
    pub person_id: Uuid,
    #[sqlx(try_from = "i64")]
    pub cycle: i16,
    pub submitted_at: Option<Time>,
    pub locker: Option<String>,
    pub assessment: Option<String>,
    pub locker_sha256: Option<String>,
    pub confirmed_at: Option<Time>,
    pub override_reason: Option<String>,
    pub returned_at: Option<Time>,
    pub return_note: Option<String>,
}

/// A renewal that waits for the coordinator.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Waiting {
    /// The renewal.
    pub id: Uuid,
    /// Whose it is.
    pub person_name: String,
    /// The endorsement's number.
    pub number: String,
    /// Of which cycle, by the year in which it ends.
    #[sqlx(try_from = "i64")]
    pub cycle: i16,
    /// Since when it waits.
    pub submitted_at: Time,
    /// Whether it has waited long.
    pub is_late: bool,
    /// How many there are on its side of that.
    pub in_all: i64,
}

pub(super) async fn waiting(
    tx: &mut Tx,
    association: &str,
    late: Timestamp,
    at_most: i64,
) -> Result<Vec<Waiting>, Error> {
    tx.all(
        "select w.id, p.name as person_name, e.number, w.cycle, w.submitted_at, w.is_late, w.in_all
         from (select v.*, count(*) over (partition by v.is_late) as in_all,
                   row_number() over (partition by v.is_late order by v.submitted_at, v.id) as place
               from (select r.id, r.person_id, r.endorsement_id, r.cycle, r.submitted_at,
                         r.submitted_at < $2 as is_late
                     from renewals r
                     where r.association_id = $1 and r.submitted_at is not null
                       and r.confirmed_at is null) v) w
         join endorsements e on e.id = w.endorsement_id join people p on p.id = w.person_id
         where w.place <= $3
         order by w.submitted_at, w.id",
        (association, late, at_most),
    )
    .await
}

pub(super) async fn one(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
) -> Result<Option<Renewal>, Error> {
    tx.maybe(
        "select id, endorsement_id, person_id, cycle, submitted_at, locker, assessment, locker_sha256,
             confirmed_at, override_reason, returned_at, return_note
         from renewals where id = $2 and association_id = $1",
        (association, id),
    )
    .await
}

/// Opens the renewal of a cycle, unless it is open already; either way, this is it. The flag says
/// whether it is new.
pub(super) async fn open(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    (endorsement, cycle): (Uuid, i16),
    now: Timestamp,
) -> Result<(Uuid, bool), Error> {
    let id = Uuid::now_v7();
    let opened = tx
        .run(
            "insert into renewals (id, association_id, endorsement_id, person_id, cycle, opened_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (endorsement_id, cycle) do nothing",
            (id, association, endorsement, person, i64::from(cycle), now),
        )
        .await?;
    if opened == 1 {
        return Ok((id, true));
    }
    let there: Option<(Uuid,)> = tx
        .maybe(
            "select id from renewals where endorsement_id = $1 and cycle = $2",
            (endorsement, i64::from(cycle)),
        )
        .await?;
    Ok((there.map_or(id, |it| it.0), false))
}

/// What was frozen at submission, each with its SHA-256.
pub(super) struct Frozen {
    pub locker: String,
    pub locker_sha256: String,
    pub assessment: String,
    pub assessment_sha256: String,
}

/// Hands a renewal in; `false` if it was handed in already.
pub(super) async fn submit(
    tx: &mut Tx,
    id: Uuid,
    frozen: &Frozen,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update renewals set submitted_at = $2, locker = $3, locker_sha256 = $4,
                 assessment = $5, assessment_sha256 = $6
             where id = $1 and submitted_at is null and confirmed_at is null",
            (
                id,
                now,
                frozen.locker.as_str(),
                frozen.locker_sha256.as_str(),
                frozen.assessment.as_str(),
                frozen.assessment_sha256.as_str(),
            ),
        )
        .await?;
    Ok(done == 1)
}

/// Confirms a renewal; `false` if it does not wait for that any more.
pub(super) async fn confirm(
    tx: &mut Tx,
    id: Uuid,
    (by, override_reason): (Uuid, Option<&str>),
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update renewals set confirmed_at = $2, confirmed_by = $3, override_reason = $4
             where id = $1 and submitted_at is not null and confirmed_at is null",
            (id, now, by, override_reason),
        )
        .await?;
    Ok(done == 1)
}

/// Gives a renewal back; `false` if it does not wait any more. What was frozen stays until it is
/// handed in again.
pub(super) async fn give_back(
    tx: &mut Tx,
    id: Uuid,
    note: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update renewals set submitted_at = null, returned_at = $2, return_note = $3
             where id = $1 and submitted_at is not null and confirmed_at is null",
            (id, now, note),
        )
        .await?;
    Ok(done == 1)
}

/// Endorsements that go on although their last day was before a day, and that no renewal waits for
/// which the person handed in by then.
pub(super) async fn over(
    tx: &mut Tx,
    association: &str,
    before: Date,
) -> Result<Vec<(Uuid,)>, Error> {
    tx.all(
        "select e.id from endorsements e join endorsement_intervals i on i.endorsement_id = e.id
         where e.association_id = $1 and e.valid_until < $2
           and i.status = 'active' and i.until_on is null
           and not exists (select 1 from renewals r
               where r.endorsement_id = e.id and r.submitted_at is not null
                 and r.confirmed_at is null)
         order by e.valid_until, e.id",
        (association, before),
    )
    .await
}
