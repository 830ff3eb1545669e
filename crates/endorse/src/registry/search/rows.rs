//! Looking names up. Every statement ends in an index and a limit, however many are listed.
//!
//! A page has fifty lines; one more is read to know whether there are others.

use db::{Day, Error, Tx};
use jiff::civil::Date;
use uuid::Uuid;

/// A line of the registry.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Found {
    pub id: Uuid,
    pub public_id: String,
    pub number: String,
    pub category: String,
    pub name: String,
    pub awarded_on: Day,
    pub valid_until: Day,
    pub is_listed: bool,
    /// The stretch that the day asked about lies in.
    pub status: Option<String>,
}

/// Where a page begins: after this name, and this endorsement among equal names.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct After {
    pub name_key: String,
    pub id: Uuid,
}

/// Words and the last text that begins like each; empty where there are fewer.
pub(super) struct Words {
    pub from: [String; 4],
    pub to: [String; 4],
}

/// The end of an earlier page. Only who is listed can end one: nothing can be learned from others.
pub(super) async fn after(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
) -> Result<Option<After>, Error> {
    tx.maybe(
        "select name_key, id from endorsements where id = $2 and association_id = $1
             and listed_at is not null",
        (association, id),
    )
    .await
}

/// Everybody listed whose name has words that begin like these; the first word leads.
pub(super) async fn by_words(
    tx: &mut Tx,
    (association, on): (&str, Date),
    words: &Words,
    category: &str,
    after: &After,
) -> Result<Vec<Found>, Error> {
    tx.all(
        "select p.id, p.public_id, p.number, p.category, p.name, p.awarded_on, p.valid_until,
             true as is_listed,
             (select i.status from endorsement_intervals i
                 where i.endorsement_id = p.id and i.from_on <= $2
                   and (i.until_on is null or i.until_on >= $2)
                 order by i.from_on desc, i.id desc limit 1) as status
         from (select e.id, e.public_id, e.number, e.category, e.name, e.name_key, e.awarded_on,
                   e.valid_until
               from (select distinct w.endorsement_id from registry_words w
                     where w.association_id = $1 and w.word >= $3 and w.word <= $4) f
               cross join endorsements e
               where e.id = f.endorsement_id and e.association_id = $1
                 and e.listed_at is not null and e.awarded_on <= $2
                 and ($5 = '' or exists (select 1 from registry_words w
                         where w.endorsement_id = e.id and w.word >= $5 and w.word <= $6))
                 and ($7 = '' or exists (select 1 from registry_words w
                         where w.endorsement_id = e.id and w.word >= $7 and w.word <= $8))
                 and ($9 = '' or exists (select 1 from registry_words w
                         where w.endorsement_id = e.id and w.word >= $9 and w.word <= $10))
                 and ($11 = '' or e.category = $11)
                 and (e.name_key, e.id) > ($12, $13)
               order by e.name_key, e.id limit 51) p
         order by p.name_key, p.id",
        (
            association,
            on,
            words.from[0].as_str(),
            words.to[0].as_str(),
            words.from[1].as_str(),
            words.to[1].as_str(),
            words.from[2].as_str(),
            words.to[2].as_str(),
            words.from[3].as_str(),
            words.to[3].as_str(),
            category,
            after.name_key.as_str(),
            after.id,
        ),
    )
    .await
}

/// Everybody listed, by name.
pub(super) async fn all(
    tx: &mut Tx,
    (association, on): (&str, Date),
    after: &After,
) -> Result<Vec<Found>, Error> {
    tx.all(
        "select p.id, p.public_id, p.number, p.category, p.name, p.awarded_on, p.valid_until,
             true as is_listed,
             (select i.status from endorsement_intervals i
                 where i.endorsement_id = p.id and i.from_on <= $2
                   and (i.until_on is null or i.until_on >= $2)
                 order by i.from_on desc, i.id desc limit 1) as status
         from (select e.id, e.public_id, e.number, e.category, e.name, e.name_key, e.awarded_on,
                   e.valid_until
               from endorsements e
               where e.association_id = $1 and e.listed_at is not null and e.awarded_on <= $2
                 and (e.name_key, e.id) > ($3, $4)
               order by e.name_key, e.id limit 51) p
         order by p.name_key, p.id",
        (association, on, after.name_key.as_str(), after.id),
    )
    .await
}

/// Everybody listed in a category, by name.
pub(super) async fn by_category(
    tx: &mut Tx,
    (association, on): (&str, Date),
    category: &str,
    after: &After,
) -> Result<Vec<Found>, Error> {
    tx.all(
        "select p.id, p.public_id, p.number, p.category, p.name, p.awarded_on, p.valid_until,
             true as is_listed,
             (select i.status from endorsement_intervals i
                 where i.endorsement_id = p.id and i.from_on <= $2
                   and (i.until_on is null or i.until_on >= $2)
                 order by i.from_on desc, i.id desc limit 1) as status
         from (select e.id, e.public_id, e.number, e.category, e.name, e.name_key, e.awarded_on,
                   e.valid_until
               from endorsements e
               where e.association_id = $1 and e.category = $5
                 and e.listed_at is not null and e.awarded_on <= $2
                 and (e.name_key, e.id) > ($3, $4)
               order by e.name_key, e.id limit 51) p
         order by p.name_key, p.id",
        (association, on, after.name_key.as_str(), after.id, category),
    )
    .await
}

/// The one with a number, listed or not.
pub(super) async fn by_number(
    tx: &mut Tx,
    (association, on): (&str, Date),
    number: &str,
) -> Result<Vec<Found>, Error> {
    tx.all(
        "select e.id, e.public_id, e.number, e.category, e.name, e.awarded_on, e.valid_until,
             e.listed_at is not null as is_listed,
             (select i.status from endorsement_intervals i
                 where i.endorsement_id = e.id and i.from_on <= $2
                   and (i.until_on is null or i.until_on >= $2)
                 order by i.from_on desc, i.id desc limit 1) as status
         from endorsements e
         where e.association_id = $1 and e.number = $3 and e.awarded_on <= $2",
        (association, on, number),
    )
    .await
}
