//! Looking names up. Every statement walks an index in the order of the page and ends at a limit,
//! however many are listed and however many would fit.
//!
//! Whether a name has another word is asked by `min`, one seek in an index; `exists` would let
//! PostgreSQL read every word there is beforehand.
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

/// Where a page begins: after this word, in it after this name, and among equal names after this
/// endorsement.
#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub(super) struct After {
    pub word: String,
    pub name_key: String,
    pub id: Uuid,
}

impl After {
    /// Before everybody who has the leading word.
    pub fn before(words: &Words) -> Self {
        Self { word: words.from[0].clone(), ..Self::default() }
    }
}

/// Words and the last text that begins like each; empty where there are fewer. The first leads.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub from: [String; 4],
    pub to: [String; 4],
}

/// How many there are at least of what is looked for; counting ends somewhere.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub(super) struct HowMany {
    pub first: i64,
    pub second: i64,
    pub third: i64,
    pub fourth: i64,
    pub category: i64,
}

/// Lines with the standing of the day `$2`: `$key` is a line's place in the order, `$which` says
/// which lines, `$order` is the order of `$key` in the words of an index.
macro_rules! lines {
    ($key:literal, $which:literal, $order:literal) => {
        concat!(
            "select p.id, p.public_id, p.number, p.category, p.name, p.awarded_on, p.valid_until,
                 p.is_listed,
                 (select i.status from endorsement_intervals i
                     where i.endorsement_id = p.id and i.from_on <= $2
                       and (i.until_on is null or i.until_on >= $2)
                     order by i.from_on desc, i.id desc limit 1) as status
             from (select ",
            $key,
            ", e.public_id, e.number, e.category, e.name, e.awarded_on, e.valid_until,
                   e.listed_at is not null as is_listed
             from ",
            $which,
            " order by ",
            $order,
            " limit 51) p order by p.word, p.name_key, p.id"
        )
    };
}

/// The end of an earlier page, as it lies in the order of a leading word. Only who is listed can
/// end one: nothing can be learned from others.
pub(super) async fn after(
    tx: &mut Tx,
    association: &str,
    words: &Words,
    id: Uuid,
) -> Result<Option<After>, Error> {
    tx.maybe(
        "select coalesce((select min(w.word) from registry_words w
                 where w.endorsement_id = e.id and w.word >= $3 and w.word <= $4), '') as word,
             e.name_key, e.id
         from endorsements e
         where e.id = $2 and e.association_id = $1 and e.listed_at is not null",
        (association, id, words.from[0].as_str(), words.to[0].as_str()),
    )
    .await
}

/// How many names have each word, and how many are in the category, counted up to a limit: the
/// rarest may lead.
pub(super) async fn how_many(
    tx: &mut Tx,
    association: &str,
    words: &Words,
    category: &str,
    at_most: i64,
) -> Result<Option<HowMany>, Error> {
    tx.maybe(
        "select
             (select count(*) from (select 1 as one from registry_words w
                 where w.association_id = $1 and w.word >= $2 and w.word <= $3
                 limit $11) a) as first,
             (select count(*) from (select 1 as one from registry_words w
                 where w.association_id = $1 and w.word >= $4 and w.word <= $5
                 limit $11) b) as second,
             (select count(*) from (select 1 as one from registry_words w
                 where w.association_id = $1 and w.word >= $6 and w.word <= $7
                 limit $11) c) as third,
             (select count(*) from (select 1 as one from registry_words w
                 where w.association_id = $1 and w.word >= $8 and w.word <= $9
                 limit $11) d) as fourth,
             (select count(*) from (select 1 as one from endorsements e
                 where e.association_id = $1 and e.category = $10
                 limit $11) f) as category",
        (
            association,
            words.from[0].as_str(),
            words.to[0].as_str(),
            words.from[1].as_str(),
            words.to[1].as_str(),
            words.from[2].as_str(),
            words.to[2].as_str(),
            words.from[3].as_str(),
            words.to[3].as_str(),
            category,
            at_most,
        ),
    )
    .await
}

/// Everybody listed whose name has words that begin like these, by the first of them: who has it
/// just so comes before who has a longer one. `after` is where the first of the words begins, or
/// later: an engine may choose either of the two beginnings.
pub(super) async fn by_words(
    tx: &mut Tx,
    (association, on): (&str, Date),
    words: &Words,
    category: &str,
    after: &After,
) -> Result<Vec<Found>, Error> {
    tx.all(
        lines!(
            "w.word, w.name_key, w.endorsement_id as id",
            "registry_words w cross join endorsements e
             where w.association_id = $1 and w.word >= $3 and w.word <= $4
               and (w.word, w.name_key, w.endorsement_id) > ($12, $13, $14)
               and e.id = w.endorsement_id and e.association_id = $1
               and e.listed_at is not null and e.awarded_on <= $2
               and not exists (select 1 from registry_words v
                       where v.endorsement_id = w.endorsement_id and v.word >= $3 and v.word < w.word)
               and ($5 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = w.endorsement_id and v.word >= $5 and v.word <= $6)
                   is not null)
               and ($7 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = w.endorsement_id and v.word >= $7 and v.word <= $8)
                   is not null)
               and ($9 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = w.endorsement_id and v.word >= $9 and v.word <= $10)
                   is not null)
               and ($11 = '' or e.category = $11)",
            "w.word, w.name_key, w.endorsement_id"
        ),
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
            after.word.as_str(),
            after.name_key.as_str(),
            after.id,
        ),
    )
    .await
}

/// Everybody listed in a category whose name has words that begin like these, by name.
pub(super) async fn by_category(
    tx: &mut Tx,
    (association, on): (&str, Date),
    words: &Words,
    category: &str,
    after: &After,
) -> Result<Vec<Found>, Error> {
    tx.all(
        lines!(
            "'' as word, e.name_key, e.id",
            "endorsements e
             where e.association_id = $1 and e.category = $3
               and e.listed_at is not null and e.awarded_on <= $2
               and (e.name_key, e.id) > ($4, $5)
               and ($6 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = e.id and v.word >= $6 and v.word <= $7)
                   is not null)
               and ($8 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = e.id and v.word >= $8 and v.word <= $9)
                   is not null)
               and ($10 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = e.id and v.word >= $10 and v.word <= $11)
                   is not null)
               and ($12 = '' or (select min(v.word) from registry_words v
                       where v.endorsement_id = e.id and v.word >= $12 and v.word <= $13)
                   is not null)",
            "e.name_key, e.id"
        ),
        (
            association,
            on,
            category,
            after.name_key.as_str(),
            after.id,
            words.from[0].as_str(),
            words.to[0].as_str(),
            words.from[1].as_str(),
            words.to[1].as_str(),
            words.from[2].as_str(),
            words.to[2].as_str(),
            words.from[3].as_str(),
            words.to[3].as_str(),
        ),
    )
    .await
}

/// Everybody listed, by name.
pub(super) async fn by_name(
    tx: &mut Tx,
    (association, on): (&str, Date),
    after: &After,
) -> Result<Vec<Found>, Error> {
    tx.all(
        lines!(
            "'' as word, e.name_key, e.id",
            "endorsements e
             where e.association_id = $1 and e.listed_at is not null and e.awarded_on <= $2
               and (e.name_key, e.id) > ($3, $4)",
            "e.name_key, e.id"
        ),
        (association, on, after.name_key.as_str(), after.id),
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
        lines!(
            "'' as word, e.name_key, e.id",
            "endorsements e
             where e.association_id = $1 and e.number = $3 and e.awarded_on <= $2",
            "e.name_key, e.id"
        ),
        (association, on, number),
    )
    .await
}
