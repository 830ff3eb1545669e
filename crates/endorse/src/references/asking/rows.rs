//! Asking for ratings: the rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::form::NewRequest;

/// The application that somebody is asked for.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Application {
    pub id: Uuid,
    pub category: String,
    pub policy_version: String,
    pub state: String,
    pub closed_at: Option<Time>,
}

/// A person's own application.
pub(super) async fn application(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    id: Uuid,
) -> Result<Option<Application>, Error> {
    tx.maybe(
        "select id, category, policy_version, state, closed_at from applications
         where id = $3 and person_id = $2 and association_id = $1",
        (association, person, id),
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// How many letters a mailbox has had since a time, whoever asked for them.
pub(super) async fn letters_since(
    tx: &mut Tx,
    association: &str,
    mailbox: &str,
    since: Timestamp,
) -> Result<i64, Error> {
    let count: Option<Count> = tx
        .maybe(
            "select count(*) as n from reference_requests
             where association_id = $1 and rater_email_key = $2
               and (asked_at > $3 or reminded_at > $3)",
            (association, mailbox, since),
        )
        .await?;
    Ok(count.map_or(0, |it| it.n))
}

/// Makes others who ask for the same application wait, so that limits hold.
pub(super) async fn hold(tx: &mut Tx, application: Uuid) -> Result<(), Error> {
    tx.run("update applications set number = number where id = $1", (application,)).await?;
    Ok(())
}

/// Keeps a request; the waiver is chosen and signed now and never changes.
pub(super) async fn add(
    tx: &mut Tx,
    (association, application, person): (&str, Uuid, Uuid),
    new: &NewRequest,
    (form_version, token_hash): (&str, &str),
    now: Timestamp,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into reference_requests (id, association_id, application_id, person_id, relation,
             rater_name, rater_email, rater_email_key, language, waived_at, kept_right_at,
             waiver_name, form_version, token_hash, asked_at, answers, not_enough_information)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '{}', 0)",
        (
            id,
            association,
            application,
            person,
            new.relation,
            new.name.as_str(),
            new.email.as_str(),
            new.mailbox.as_str(),
            new.lang.code(),
            new.waives.then_some(now),
            (!new.waives).then_some(now),
            new.waiver_name.as_str(),
            form_version,
            token_hash,
            now,
        ),
    )
    .await?;
    Ok(id)
}

/// Asks somebody else, or at another address, instead: nothing that was begun goes along.
pub(super) async fn add_corrected(
    tx: &mut Tx,
    old: Uuid,
    (name, email, mailbox): (&str, &str, &str),
    token_hash: &str,
    now: Timestamp,
) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    tx.run(
        "insert into reference_requests (id, association_id, application_id, person_id, relation,
             rater_name, rater_email, rater_email_key, language, waived_at, kept_right_at,
             waiver_name, form_version, token_hash, asked_at, answers, not_enough_information)
         select $1, association_id, application_id, person_id, relation, $3, $4, $5, language,
             waived_at, kept_right_at, waiver_name, form_version, $6, $7, '{}', 0
         from reference_requests where id = $2",
        (id, old, name, email, mailbox, token_hash, now),
    )
    .await?;
    Ok(id)
}

/// Takes a request back, and its links with it; false if it has been answered meanwhile.
pub(super) async fn replace(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    let replaced = tx
        .run(
            "update reference_requests
             set replaced_at = $2, token_hash = null, former_token_hash = null
             where id = $1 and submitted_at is null and replaced_at is null",
            (id, now),
        )
        .await?;
    Ok(replaced == 1)
}
