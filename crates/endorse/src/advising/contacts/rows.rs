//! The rows of what advisors noted of talks.

use db::{Day, Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::form::NewContact;

/// A talk that was noted.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Noted {
    pub on_day: Day,
    pub minutes: i64,
    pub note: Option<String>,
}

/// What an advisor noted of an advising, the newest first.
pub(super) async fn of(
    tx: &mut Tx,
    (association, advisor): (&str, Uuid),
    advising: Uuid,
) -> Result<Vec<Noted>, Error> {
    tx.all(
        "select on_day, minutes, note from advising_contacts
         where association_id = $1 and advisor_id = $2 and advising_id = $3
         order by on_day desc, noted_at desc, id desc",
        (association, advisor, advising),
    )
    .await
}

/// How many talks, and how long they were together.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct SoLong {
    pub talks: i64,
    pub minutes: i64,
}

/// Of one advising, or of all that an advisor noted.
pub(super) async fn so_long(
    tx: &mut Tx,
    (association, advisor): (&str, Uuid),
    only: Option<Uuid>,
) -> Result<SoLong, Error> {
    let found: Option<SoLong> = tx
        .maybe(
            "select count(*) as talks, cast(coalesce(sum(minutes), 0) as bigint) as minutes
             from advising_contacts
             where association_id = $1 and advisor_id = $2 and ($3 is null or advising_id = $3)",
            (association, advisor, only),
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// Notes a talk.
pub(super) async fn add(
    tx: &mut Tx,
    (association, advisor): (&str, Uuid),
    advising: Uuid,
    new: &NewContact,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "insert into advising_contacts (id, association_id, advisor_id, advising_id, on_day, minutes,
             note, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        (
            Uuid::now_v7(),
            association,
            advisor,
            advising,
            new.on,
            new.minutes,
            new.note.clone(),
            now,
        ),
    )
    .await?;
    Ok(())
}
