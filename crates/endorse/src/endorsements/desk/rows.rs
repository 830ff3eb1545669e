//! Endorsements as a coordinator looks for them, and their history with reasons and names.

use db::{Day, Error, Time, Tx};
use jiff::civil::Date;
use uuid::Uuid;

/// What to look for; an empty text does not narrow the list.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub number: String,
    /// Words of the name, the longest first: the first that begins so, and the last. Empty ones narrow
    /// nothing.
    pub words: [(String, String); 3],
    pub status: String,
}

/// An endorsement on the list.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Found {
    pub id: Uuid,
    pub name: String,
    pub number: String,
    pub category: String,
    pub valid_until: Day,
    pub status: Option<String>,
}

/// Everybody who is or was endorsed, by name; one more than `most`, to know whether there are
/// others.
pub(super) async fn found(
    tx: &mut Tx,
    (association, on): (&str, Date),
    wanted: &Wanted,
    (most, skip): (i64, i64),
) -> Result<Vec<Found>, Error> {
    let [first, second, third] = &wanted.words;
    tx.all(
        "select f.id, f.name, f.number, f.category, f.valid_until, f.status
         from (select e.id, e.name, e.number, e.category, e.valid_until, e.name_key,
                   (select i.status from endorsement_intervals i
                       where i.endorsement_id = e.id and i.from_on <= $2
                         and (i.until_on is null or i.until_on >= $2)
                       order by i.from_on desc, i.id desc limit 1) as status
               from endorsements e
               where e.association_id = $1 and ($3 = '' or e.number = $3)
                 and ($4 = '' or exists (select 1 from registry_words w
                         where w.endorsement_id = e.id and w.word >= $4 and w.word <= $5))
                 and ($9 = '' or exists (select 1 from registry_words w
                         where w.endorsement_id = e.id and w.word >= $9 and w.word <= $10))
                 and ($11 = '' or exists (select 1 from registry_words w
                         where w.endorsement_id = e.id and w.word >= $11 and w.word <= $12))) f
         where $6 = '' or f.status = $6
         order by f.name_key, f.id limit $7 offset $8",
        (
            association,
            on,
            wanted.number.as_str(),
            first.0.as_str(),
            first.1.as_str(),
            wanted.status.as_str(),
            most + 1,
            skip,
            second.0.as_str(),
            second.1.as_str(),
            third.0.as_str(),
            third.1.as_str(),
        ),
    )
    .await
}

/// A stretch of a standing, with who wrote it down and why.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Stretch {
    pub status: String,
    pub from_on: Day,
    pub until_on: Option<Day>,
    pub reason: Option<String>,
    pub recorded_at: Time,
    pub by_name: Option<String>,
}

/// Everything that was ever written down about a standing, newest first.
pub(super) async fn history(tx: &mut Tx, endorsement: Uuid) -> Result<Vec<Stretch>, Error> {
    tx.all(
        "select i.status, i.from_on, i.until_on, i.reason, i.recorded_at, p.name as by_name
         from endorsement_intervals i left join people p on p.id = i.recorded_by
         where i.endorsement_id = $1
         order by i.from_on desc, i.id desc",
        (endorsement,),
    )
    .await
}
