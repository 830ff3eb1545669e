//! What is read about a file besides what other features keep.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// The address of somebody who was asked to rate.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::desk) struct Rater {
    pub rater_email_key: String,
}

/// Everybody who was ever asked to rate: none of them may judge, or advise.
pub(in crate::desk) async fn raters(tx: &mut Tx, application: Uuid) -> Result<Vec<Rater>, Error> {
    tx.all(
        "select distinct rater_email_key from reference_requests where application_id = $1",
        (application,),
    )
    .await
}

#[derive(Debug, sqlx::FromRow)]
struct Count {
    n: i64,
}

/// Whether an auditor has opened a file since a time.
pub(super) async fn is_open_to(
    tx: &mut Tx,
    (person, application): (Uuid, Uuid),
    since: Timestamp,
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from file_openings
             where application_id = $1 and person_id = $2 and opened_at > $3",
            (application, person, since),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// Whether somebody was ever given a file to judge.
pub(super) async fn is_reviewer(
    tx: &mut Tx,
    (person, application): (Uuid, Uuid),
) -> Result<bool, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from review_assignments
             where application_id = $1 and reviewer_id = $2",
            (application, person),
        )
        .await?;
    Ok(count.is_some_and(|it| it.n > 0))
}

/// Somebody who has opened a file as its auditor.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Opener {
    pub person_id: Uuid,
}

/// Everybody who ever opened a file as its auditor.
pub(super) async fn openers(tx: &mut Tx, application: Uuid) -> Result<Vec<Opener>, Error> {
    tx.all("select distinct person_id from file_openings where application_id = $1", (application,))
        .await
}

/// Why a file must be kept, and since when.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub reason: String,
    pub begun_at: Time,
}

/// The legal hold that a file is under now.
pub(super) async fn kept(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Option<Kept>, Error> {
    tx.maybe(
        "select reason, begun_at from legal_holds
         where association_id = $1 and application_id = $2 and ended_at is null",
        (association, application),
    )
    .await
}

/// Opens a file to an auditor.
pub(super) async fn open(
    tx: &mut Tx,
    (person, application): (Uuid, Uuid),
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into file_openings (id, application_id, person_id, opened_at)
         values ($1, $2, $3, $4)",
        (Uuid::now_v7(), application, person, now),
    )
    .await?;
    Ok(())
}
