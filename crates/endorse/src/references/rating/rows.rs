//! Ratings being written: the rows.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::form::NewRating;

/// What a link opens.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Asked {
    pub id: Uuid,
    pub application_id: Uuid,
    pub person_id: Uuid,
    pub relation: String,
    pub rater_name: String,
    pub waived_at: Option<Time>,
    pub token_hash: Option<String>,
    pub asked_at: Time,
    pub reminded_at: Option<Time>,
    pub started_at: Option<Time>,
    pub submitted_at: Option<Time>,
    pub declined_at: Option<Time>,
    pub answers: String,
    pub applicant: String,
    pub category: String,
    pub closed_at: Option<Time>,
}

/// The request behind a link, be it in the newest letter or in the one before.
pub(super) async fn by_link(
    tx: &mut Tx,
    association: &str,
    token_hash: &str,
) -> Result<Option<Asked>, Error> {
    tx.maybe(
        "select r.id, r.application_id, r.person_id, r.relation, r.rater_name, r.waived_at,
             r.token_hash, r.asked_at, r.reminded_at, r.started_at, r.submitted_at, r.declined_at,
             r.answers, p.name as applicant, a.category, a.closed_at
         from reference_requests r
             join people p on p.id = r.person_id
             join applications a on a.id = r.application_id
         where (r.token_hash = $2 or r.former_token_hash = $2) and r.association_id = $1
             and r.replaced_at is null",
        (association, token_hash),
    )
    .await
}

/// Keeps what has been answered so far; false if the form has been sent or taken back meanwhile.
pub(super) async fn save(
    tx: &mut Tx,
    id: Uuid,
    answers: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let saved = tx
        .run(
            "update reference_requests
             set answers = $2, saved_at = $3, started_at = coalesce(started_at, $3),
                 opened_at = coalesce(opened_at, $3)
             where id = $1 and submitted_at is null and declined_at is null
                 and replaced_at is null",
            (id, answers, now),
        )
        .await?;
    Ok(saved == 1)
}

/// Keeps a rating for good; false if that has been done, or it was taken back.
pub(super) async fn submit(
    tx: &mut Tx,
    id: Uuid,
    new: &NewRating,
    now: Timestamp,
) -> Result<bool, Error> {
    let (category, since) = new.endorsed.clone().unzip();
    let submitted = tx
        .run(
            "update reference_requests
             set answers = $2, comment = $3, recommendation = $4, not_enough_information = $5,
                 rater_category = $6, rater_category_from = $7, attested_name = $8,
                 submitted_at = $9, void_at = $10, saved_at = $9,
                 started_at = coalesce(started_at, $9), opened_at = coalesce(opened_at, $9)
             where id = $1 and submitted_at is null and declined_at is null
                 and replaced_at is null",
            (
                id,
                new.answers.as_str(),
                new.comment.as_str(),
                new.recommendation.as_str(),
                new.not_enough_information,
                category,
                since.map(Day::from),
                new.typed_name.as_str(),
                now,
                new.is_void.then_some(now),
            ),
        )
        .await?;
    Ok(submitted == 1)
}

/// Keeps that somebody will not answer; what was begun is forgotten.
pub(super) async fn decline(
    tx: &mut Tx,
    id: Uuid,
    (name, reason, suggestion): (&str, &str, Option<String>),
    now: Timestamp,
) -> Result<bool, Error> {
    let declined = tx
        .run(
            "update reference_requests
             set declined_at = $5, decline_reason = $3, suggestion = $4, attested_name = $2,
                 answers = '{}', opened_at = coalesce(opened_at, $5)
             where id = $1 and submitted_at is null and declined_at is null
                 and replaced_at is null",
            (id, name, reason, suggestion, now),
        )
        .await?;
    Ok(declined == 1)
}
