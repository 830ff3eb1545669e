//! The charges' and memberships' rows.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A membership.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub of_association: String,
    pub from_on: Day,
    pub until_on: Day,
}

pub(super) async fn memberships(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Kept>, Error> {
    tx.all(
        "select of_association, from_on, until_on from memberships
         where association_id = $1 and person_id = $2 and withdrawn_at is null
         order by from_on, id",
        (association, person),
    )
    .await
}

/// A new membership.
#[derive(Debug)]
pub(super) struct NewMembership<'a> {
    pub association: &'a str,
    pub person: Uuid,
    pub of_association: &'a str,
    pub from: Date,
    pub until: Date,
    pub charge: Option<Uuid>,
    pub note: Option<&'a str>,
}

/// Keeps a membership; one charge buys one.
pub(super) async fn add_membership(
    tx: &mut Tx,
    new: &NewMembership<'_>,
    by: Option<Uuid>,
    now: Timestamp,
) -> Result<u64, Error> {
    tx.run(
        "insert into memberships (id, association_id, person_id, of_association, from_on, until_on,
             charge_id, confirmed_at, confirmed_by, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict do nothing",
        (
            Uuid::now_v7(),
            new.association,
            new.person,
            new.of_association,
            new.from,
            new.until,
            new.charge,
            now,
            by,
            new.note.map(str::to_owned),
        ),
    )
    .await
}

/// Something to pay, with what became of it. Amounts are in cents; an unknown one is absent.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Charge {
    /// The charge.
    pub id: Uuid,
    /// Who owes it.
    pub person_id: Uuid,
    /// The application it belongs to, if to one.
    pub application_id: Option<Uuid>,
    /// `registration`, `membership`, `processing` or `renewal`.
    pub kind: String,
    /// How much, in cents; absent while the association has not said.
    pub amount_minor: Option<i64>,
    /// Since when it is due.
    pub due_at: Time,
    /// When the person said how they will pay.
    pub promised_at: Option<Time>,
    /// How: `check`, `transfer` or `employer`.
    pub promised_by: Option<String>,
    /// What they said besides.
    pub promise_note: Option<String>,
    /// When the coordinator had it in hand.
    pub confirmed_at: Option<Time>,
    /// How much it was, in cents.
    pub confirmed_minor: Option<i64>,
    /// What the coordinator noted.
    pub confirmed_note: Option<String>,
    /// When it was waived.
    pub waived_at: Option<Time>,
    /// Why.
    pub waive_reason: Option<String>,
}

/// A new charge.
#[derive(Debug)]
pub(super) struct NewCharge<'a> {
    pub association: &'a str,
    pub person: Uuid,
    pub application: Option<Uuid>,
    pub renewal: Option<Uuid>,
    pub kind: &'static str,
    pub amount: Option<i64>,
    pub currency: &'a str,
}

pub(super) async fn add(tx: &mut Tx, new: &NewCharge<'_>, now: Timestamp) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into charges (id, association_id, person_id, application_id, renewal_id, kind,
             amount_minor, currency, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        (
            id,
            new.association,
            new.person,
            new.application,
            new.renewal,
            new.kind,
            new.amount,
            new.currency,
            now,
        ),
    )
    .await?;
    Ok(id)
}

/// What an application costs: its own charges, and the membership that its person still owes. What
/// nobody has promised is not asked for any more once its application is given up.
pub(super) async fn of_application(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Charge>, Error> {
    tx.all(
        "select id, person_id, application_id, kind, amount_minor, due_at, promised_at, promised_by,
             promise_note, confirmed_at, confirmed_minor, confirmed_note, waived_at,
             waive_reason
         from charges
         where association_id = $1
           and (application_id = $2
             or (kind = 'membership' and confirmed_at is null and waived_at is null
               and person_id = (select a.person_id from applications a where a.id = $2)))
           and (confirmed_at is not null or waived_at is not null or promised_at is not null
             or not exists (select 1 from applications g
                 where g.id = charges.application_id and g.state in ('withdrawn', 'expired')))
         order by due_at, id",
        (association, application),
    )
    .await
}

/// Everything that a person owes or has owed, what is open first, newest first.
pub(super) async fn of_person(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Charge>, Error> {
    tx.all(
        "select id, person_id, application_id, kind, amount_minor, due_at, promised_at, promised_by,
             promise_note, confirmed_at, confirmed_minor, confirmed_note, waived_at,
             waive_reason
         from charges where association_id = $1 and person_id = $2
           and (confirmed_at is not null or waived_at is not null or promised_at is not null
             or not exists (select 1 from applications g
                 where g.id = charges.application_id and g.state in ('withdrawn', 'expired')))
         order by case when confirmed_at is null and waived_at is null then 0 else 1 end,
             due_at desc, id desc",
        (association, person),
    )
    .await
}

pub(super) async fn one(tx: &mut Tx, association: &str, id: Uuid) -> Result<Option<Charge>, Error> {
    tx.maybe(
        "select id, person_id, application_id, kind, amount_minor, due_at, promised_at, promised_by,
             promise_note, confirmed_at, confirmed_minor, confirmed_note, waived_at,
             waive_reason
         from charges where association_id = $1 and id = $2",
        (association, id),
    )
    .await
}

/// How many membership charges a person still owes.
pub(super) async fn owes_membership(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<bool, Error> {
    #[derive(sqlx::FromRow)]
    struct Found {
        n: i64,
    }
    let found: Option<Found> = tx
        .maybe(
            "select count(*) as n from charges
             where association_id = $1 and person_id = $2 and kind = 'membership'
               and confirmed_at is null and waived_at is null
               and (promised_at is not null or not exists (select 1 from applications g
                   where g.id = charges.application_id and g.state in ('withdrawn', 'expired')))",
            (association, person),
        )
        .await?;
    Ok(found.is_some_and(|it| it.n > 0))
}

/// A person's own charge of one of their applications: its number of open ones.
pub(super) async fn promise(
    tx: &mut Tx,
    (association, person, charge): (&str, Uuid, Uuid),
    by: &str,
    note: Option<&str>,
    now: Timestamp,
) -> Result<u64, Error> {
    tx.run(
        "update charges set promised_at = $4, promised_by = $5, promise_note = $6
         where association_id = $1 and person_id = $2 and id = $3
           and confirmed_at is null and waived_at is null",
        (association, person, charge, now, by, note.map(str::to_owned)),
    )
    .await
}

pub(super) async fn withdraw_promise(
    tx: &mut Tx,
    (association, person, charge): (&str, Uuid, Uuid),
) -> Result<u64, Error> {
    tx.run(
        "update charges set promised_at = null, promised_by = null, promise_note = null
         where association_id = $1 and person_id = $2 and id = $3 and promised_at is not null
           and confirmed_at is null and waived_at is null",
        (association, person, charge),
    )
    .await
}

pub(super) async fn confirm(
    tx: &mut Tx,
    (association, charge): (&str, Uuid),
    by: Option<Uuid>,
    (minor, note): (i64, Option<&str>),
    now: Timestamp,
) -> Result<u64, Error> {
    tx.run(
        "update charges set confirmed_at = $3, confirmed_by = $4, confirmed_minor = $5,
             confirmed_note = $6
         where association_id = $1 and id = $2 and confirmed_at is null and waived_at is null",
        (association, charge, now, by, minor, note.map(str::to_owned)),
    )
    .await
}

pub(super) async fn waive(
    tx: &mut Tx,
    (association, charge): (&str, Uuid),
    by: Option<Uuid>,
    reason: &str,
    now: Timestamp,
) -> Result<u64, Error> {
    tx.run(
        "update charges set waived_at = $3, waived_by = $4, waive_reason = $5
         where association_id = $1 and id = $2 and confirmed_at is null and waived_at is null",
        (association, charge, now, by, reason),
    )
    .await
}

/// Opens a charge again that was confirmed or waived, and keeps what it was.
pub(super) async fn reopen(
    tx: &mut Tx,
    (association, charge): (&str, Uuid),
    by: Option<Uuid>,
    reason: &str,
    now: Timestamp,
) -> Result<u64, Error> {
    tx.run(
        "update charges set reopened_at = $3, reopened_by = $4, reopen_reason = $5,
             reopened_minor = confirmed_minor, confirmed_at = null, confirmed_by = null,
             confirmed_minor = null, confirmed_note = null, waived_at = null, waived_by = null,
             waive_reason = null
         where association_id = $1 and id = $2
           and (confirmed_at is not null or waived_at is not null)",
        (association, charge, now, by, reason),
    )
    .await
}

/// The membership that a charge bought counts no more, and the charge may buy another one.
pub(super) async fn withdraw_membership(
    tx: &mut Tx,
    charge: Uuid,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "update memberships set withdrawn_at = $2, charge_id = null where charge_id = $1",
        (charge, now),
    )
    .await?;
    Ok(())
}

/// Whether a charge is settled by a membership that somebody has elsewhere.
pub(super) async fn is_of_claim(tx: &mut Tx, charge: Uuid) -> Result<bool, Error> {
    #[derive(sqlx::FromRow)]
    struct Found {
        n: i64,
    }
    let found: Option<Found> = tx
        .maybe(
            "select count(*) as n from membership_claims
             where charge_id = $1 and declined_at is null and withdrawn_at is null",
            (charge,),
        )
        .await?;
    Ok(found.is_some_and(|it| it.n > 0))
}

/// The number and the person's part in an application, for the head of the page.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Head {
    pub number: String,
    pub category: String,
}

/// An application of that person; nothing if it is somebody else's.
pub(super) async fn head(
    tx: &mut Tx,
    (association, person, application): (&str, Uuid, Uuid),
) -> Result<Option<Head>, Error> {
    tx.maybe(
        "select number, category from applications
         where association_id = $1 and person_id = $2 and id = $3",
        (association, person, application),
    )
    .await
}
