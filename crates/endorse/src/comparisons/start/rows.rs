//! The rows of kept answers.

use db::{Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// What somebody answered.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Kept {
    pub answers: String,
}

/// What a person answered last, if they kept it.
pub(super) async fn one(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
) -> Result<Option<Kept>, Error> {
    tx.maybe(
        "select answers from kept_answers where association_id = $1 and person_id = $2",
        (association, person),
    )
    .await
}

/// Keeps a person's answers in the place of earlier ones.
pub(super) async fn keep(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
    answers: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into kept_answers (association_id, person_id, answers, kept_at)
         values ($1, $2, $3, $4)
         on conflict (association_id, person_id)
         do update set answers = excluded.answers, kept_at = excluded.kept_at",
        (association, person, answers, now),
    )
    .await?;
    Ok(())
}

/// Forgets a person's answers; says whether there were any.
pub(super) async fn forget(
    tx: &mut Tx,
    (association, person): (&str, Uuid),
) -> Result<bool, Error> {
    let gone = tx
        .run(
            "delete from kept_answers where association_id = $1 and person_id = $2",
            (association, person),
        )
        .await?;
    Ok(gone == 1)
}
