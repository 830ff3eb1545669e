//! The claims' rows, and what they do to charges and memberships.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::audit::Act;

/// What somebody said about a membership of theirs, and what became of it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Claim {
    /// The claim.
    pub id: Uuid,
    /// Who is a member, as they say.
    pub person_id: Uuid,
    /// Of which association: its id if it is this one, else its name as typed.
    pub of_association: String,
    /// The first day.
    pub from_on: Day,
    /// The last day.
    pub until_on: Day,
    /// A document that shows it, if one was named.
    pub document_id: Option<Uuid>,
    /// What they said besides.
    pub note: Option<String>,
    /// When they said it.
    pub claimed_at: Time,
    /// When they took it back.
    pub withdrawn_at: Option<Time>,
    /// When the coordinator confirmed it.
    pub confirmed_at: Option<Time>,
    /// When the coordinator declined it, or undid the confirmation.
    pub declined_at: Option<Time>,
    /// Why it was declined or undone.
    pub reason: Option<String>,
    /// The membership that the confirmation made.
    pub membership_id: Option<Uuid>,
    /// The charge that it made needless.
    pub charge_id: Option<Uuid>,
}

/// A person's claims, newest first.
pub(super) async fn of(tx: &mut Tx, association: &str, person: Uuid) -> Result<Vec<Claim>, Error> {
    tx.all(
        "select id, person_id, of_association, from_on, until_on, document_id, note, claimed_at,
             withdrawn_at, confirmed_at, declined_at, reason, membership_id, charge_id
         from membership_claims where association_id = $1 and person_id = $2
         order by claimed_at desc, id desc",
        (association, person),
    )
    .await
}

pub(super) async fn one(tx: &mut Tx, association: &str, id: Uuid) -> Result<Option<Claim>, Error> {
    tx.maybe(
        "select id, person_id, of_association, from_on, until_on, document_id, note, claimed_at,
             withdrawn_at, confirmed_at, declined_at, reason, membership_id, charge_id
         from membership_claims where association_id = $1 and id = $2",
        (association, id),
    )
    .await
}

/// A claim that waits for the coordinator.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ClaimWaiting {
    /// The claim.
    pub id: Uuid,
    /// Who made it.
    pub person_name: String,
    /// Of which association.
    pub of_association: String,
    /// Since when it waits.
    pub claimed_at: Time,
    /// Whether it has waited long.
    pub is_late: bool,
    /// How many there are on its side of that.
    pub in_all: i64,
}

/// Claims that wait, the longest waiting first: at most so many of those made before `late`, and of
/// the others.
///
/// # Errors
///
/// When the database refuses.
pub async fn waiting(
    tx: &mut Tx,
    association: &str,
    late: Timestamp,
    at_most: i64,
) -> Result<Vec<ClaimWaiting>, Error> {
    tx.all(
        "select w.id, p.name as person_name, w.of_association, w.claimed_at, w.is_late, w.in_all
         from (select v.*, count(*) over (partition by v.is_late) as in_all,
                   row_number() over (partition by v.is_late order by v.claimed_at, v.id) as place
               from (select c.id, c.person_id, c.of_association, c.claimed_at,
                         c.claimed_at < $2 as is_late
                     from membership_claims c
                     where c.association_id = $1 and c.withdrawn_at is null
                       and c.confirmed_at is null and c.declined_at is null) v) w
         join people p on p.id = w.person_id
         where w.place <= $3
         order by w.claimed_at, w.id",
        (association, late, at_most),
    )
    .await
}

/// The last days of a person's claims that wait.
pub(super) async fn waiting_until(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<(Day,)>, Error> {
    tx.all(
        "select until_on from membership_claims
         where association_id = $1 and person_id = $2 and withdrawn_at is null
           and confirmed_at is null and declined_at is null",
        (association, person),
    )
    .await
}

/// A new claim.
#[derive(Debug)]
pub(super) struct NewClaim {
    pub of_association: String,
    pub from: Date,
    pub until: Date,
    pub document: Option<Uuid>,
    pub note: Option<String>,
}

/// Keeps a claim, and marks the membership that the person owes as seen to by it, unless they have
/// said already how they pay.
pub(super) async fn add(
    tx: &mut Tx,
    act: Act<'_>,
    person: Uuid,
    new: &NewClaim,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into membership_claims (id, association_id, person_id, of_association, from_on,
             until_on, document_id, note, claimed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        (
            id,
            act.association,
            person,
            new.of_association.as_str(),
            new.from,
            new.until,
            new.document,
            new.note.clone(),
            act.at,
        ),
    )
    .await?;
    tx.run(
        "update charges set promised_at = $3, promised_by = 'member', promise_note = null
         where association_id = $1 and person_id = $2 and kind = 'membership'
           and promised_at is null and confirmed_at is null and waived_at is null",
        (act.association, person, act.at),
    )
    .await?;
    Ok(id)
}

/// What the claim had seen to is due again, unless another claim still sees to it.
async fn due_again(tx: &mut Tx, association: &str, person: Uuid) -> Result<(), Error> {
    tx.run(
        "update charges set promised_at = null, promised_by = null
         where association_id = $1 and person_id = $2 and kind = 'membership'
           and promised_by = 'member' and confirmed_at is null and waived_at is null
           and not exists (select 1 from membership_claims m
                 where m.association_id = $1 and m.person_id = $2 and m.withdrawn_at is null
                   and m.confirmed_at is null and m.declined_at is null)",
        (association, person),
    )
    .await?;
    Ok(())
}

/// The person takes a claim back; false if it does not wait any more.
pub(super) async fn withdraw(
    tx: &mut Tx,
    (association, person, id): (&str, Uuid, Uuid),
    now: Timestamp,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update membership_claims set withdrawn_at = $4
             where association_id = $1 and person_id = $2 and id = $3 and withdrawn_at is null
               and confirmed_at is null and declined_at is null",
            (association, person, id, now),
        )
        .await?;
    due_again(tx, association, person).await?;
    Ok(done == 1)
}

/// The coordinator declines a claim; false if it does not wait any more.
pub(super) async fn decline(
    tx: &mut Tx,
    act: Act<'_>,
    it: &Claim,
    reason: &str,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update membership_claims set declined_at = $3, declined_by = $4, reason = $5
             where association_id = $1 and id = $2 and withdrawn_at is null
               and confirmed_at is null and declined_at is null",
            (act.association, it.id, act.at, act.person, reason),
        )
        .await?;
    due_again(tx, act.association, it.person_id).await?;
    Ok(done == 1)
}

#[derive(sqlx::FromRow)]
struct Waived {
    id: Uuid,
}

/// The coordinator confirms a claim: from now on there is a membership, and nothing is owed for
/// one. False if it does not wait any more.
pub(super) async fn confirm(
    tx: &mut Tx,
    act: Act<'_>,
    it: &Claim,
    waiver: &str,
) -> Result<bool, Error> {
    let membership = Uuid::now_v7();
    tx.run(
        "insert into memberships (id, association_id, person_id, of_association, from_on, until_on,
             confirmed_at, confirmed_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        (
            membership,
            act.association,
            it.person_id,
            it.of_association.as_str(),
            it.from_on,
            it.until_on,
            act.at,
            act.person,
        ),
    )
    .await?;
    let waived: Option<Waived> = tx
        .maybe(
            "update charges set waived_at = $3, waived_by = $4, waive_reason = $5
             where association_id = $1 and person_id = $2 and kind = 'membership'
               and confirmed_at is null and waived_at is null
             returning id",
            (act.association, it.person_id, act.at, act.person, waiver),
        )
        .await?;
    let done = tx
        .run(
            "update membership_claims set confirmed_at = $3, confirmed_by = $4,
                 membership_id = $5, charge_id = $6
             where association_id = $1 and id = $2 and withdrawn_at is null
               and confirmed_at is null and declined_at is null",
            (act.association, it.id, act.at, act.person, membership, waived.map(|it| it.id)),
        )
        .await?;
    Ok(done == 1)
}

/// The coordinator undoes a confirmation: the membership no longer counts, and what it made
/// needless is due again. False if it is not confirmed, or was undone before.
pub(super) async fn undo(
    tx: &mut Tx,
    act: Act<'_>,
    it: &Claim,
    reason: &str,
) -> Result<bool, Error> {
    let done = tx
        .run(
            "update membership_claims set declined_at = $3, declined_by = $4, reason = $5
             where association_id = $1 and id = $2 and confirmed_at is not null
               and declined_at is null",
            (act.association, it.id, act.at, act.person, reason),
        )
        .await?;
    tx.run(
        "update memberships set withdrawn_at = $2 where id = $1 and withdrawn_at is null",
        (it.membership_id, act.at),
    )
    .await?;
    tx.run(
        "update charges set waived_at = null, waived_by = null, waive_reason = null,
             promised_at = case when promised_by = 'member' then null else promised_at end,
             promised_by = case when promised_by = 'member' then null else promised_by end
         where id = $1 and association_id = $2 and confirmed_at is null",
        (it.charge_id, act.association),
    )
    .await?;
    Ok(done == 1)
}
