//! Dates that associations have set, as they are kept.

use db::{Day, Error, Time, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::house::in_turn;
use crate::programs::calendar::Kind;

/// A date that an association has set.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OwnDate {
    /// Its name in addresses: the program's, where it stands in place of one of those.
    pub name: String,
    pub(super) kind: String,
    /// The first day; none if the program's is not announced.
    pub first_on: Option<Day>,
    /// The last one.
    pub last_on: Option<Day>,
    title_en: Option<String>,
    title_es: Option<String>,
    /// Where that was decided.
    pub decided: Option<String>,
    /// The last day of the program's time that it stands in place of.
    pub in_place_of: Option<Day>,
    /// Since when it holds.
    pub set_at: Time,
    /// By whom.
    pub by_name: String,
    /// Since when it does not hold any more.
    pub ended_at: Option<Time>,
    /// By whom that was ended.
    pub ended_by_name: Option<String>,
}

impl OwnDate {
    /// What happens, in a language.
    #[must_use]
    pub fn title(&self, lang: crate::i18n::Lang) -> &str {
        let title = if lang.is_spanish() { &self.title_es } else { &self.title_en };
        title.as_deref().unwrap_or_default()
    }

    #[cfg(test)]
    pub(super) fn for_tests(name: &str, day: Option<Date>, in_place_of: Option<Date>) -> Self {
        Self {
            name: name.to_owned(),
            kind: Kind::Exam.as_str().to_owned(),
            first_on: day.map(Day::from),
            last_on: day.map(Day::from),
            title_en: None,
            title_es: None,
            decided: None,
            in_place_of: in_place_of.map(Day::from),
            set_at: Timestamp::UNIX_EPOCH.into(),
            by_name: String::new(),
            ended_at: None,
            ended_by_name: None,
        }
    }
}

/// Every date that an association has set and that holds.
pub(in crate::house) async fn all(tx: &mut Tx, association: &str) -> Result<Vec<OwnDate>, Error> {
    tx.all(
        "select d.name, d.kind, d.first_on, d.last_on, d.title_en, d.title_es, d.decided,
             d.in_place_of, d.set_at, p.name as by_name, d.ended_at,
             cast(null as text) as ended_by_name
         from association_dates d join people p on p.id = d.set_by
         where d.association_id = $1 and d.ended_at is null order by d.name",
        (association,),
    )
    .await
}

/// Every date that an association has ever set, the last one first.
///
/// # Errors
///
/// When the database refuses.
pub async fn every(tx: &mut Tx, association: &str) -> Result<Vec<OwnDate>, Error> {
    tx.all(
        "select d.name, d.kind, d.first_on, d.last_on, d.title_en, d.title_es, d.decided,
             d.in_place_of, d.set_at, p.name as by_name, d.ended_at, e.name as ended_by_name
         from association_dates d join people p on p.id = d.set_by
             left join people e on e.id = d.ended_by
         where d.association_id = $1 order by d.set_at desc, d.id desc",
        (association,),
    )
    .await
}

/// A date to announce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDate {
    /// What it is about.
    pub kind: Kind,
    /// Its first day.
    pub first_on: Date,
    /// Its last one.
    pub last_on: Date,
    /// What happens, in English.
    pub title_en: String,
    /// The same in Spanish.
    pub title_es: String,
    /// Where that was decided.
    pub decided: String,
}

/// What is put in place of what held under a name.
#[derive(Clone, Copy, Debug)]
pub enum Put<'a> {
    /// A date; of one in place of the program's, the last day of the time that it stands for.
    Date(&'a NewDate, Option<Date>),
    /// That the program's is not announced.
    Nothing(Kind),
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// Announces a date of the association's own, under a name of its own; says which. None if the same is
/// announced already: a form that was sent twice is one date.
///
/// # Errors
///
/// When the database refuses.
pub async fn add(
    tx: &mut Tx,
    association: &str,
    new: &NewDate,
    by: (Uuid, Timestamp),
) -> Result<Option<Uuid>, Error> {
    in_turn(tx, association).await?;
    let same: Option<Id> = tx
        .maybe(
            "select id from association_dates
             where association_id = $1 and ended_at is null and kind = $2 and first_on = $3
               and last_on = $4 and title_en = $5 and title_es = $6 limit 1",
            (
                association,
                new.kind.as_str(),
                new.first_on,
                new.last_on,
                new.title_en.as_str(),
                new.title_es.as_str(),
            ),
        )
        .await?;
    if same.is_some() {
        return Ok(None);
    }
    let id = Uuid::now_v7();
    insert(tx, id, (association, &id.to_string()), Put::Date(new, None), by).await?;
    Ok(Some(id))
}

/// Puts something under a name, in place of what held there; says under which id.
///
/// # Errors
///
/// When the database refuses.
pub async fn put(
    tx: &mut Tx,
    (association, name): (&str, &str),
    what: Put<'_>,
    by: (Uuid, Timestamp),
) -> Result<Uuid, Error> {
    in_turn(tx, association).await?;
    take_back(tx, (association, name), by).await?;
    let id = Uuid::now_v7();
    insert(tx, id, (association, name), what, by).await?;
    Ok(id)
}

async fn insert(
    tx: &mut Tx,
    id: Uuid,
    (association, name): (&str, &str),
    what: Put<'_>,
    (by, now): (Uuid, Timestamp),
) -> Result<(), Error> {
    let (kind, date, in_place_of) = match what {
        Put::Date(date, in_place_of) => (date.kind, Some(date), in_place_of),
        Put::Nothing(kind) => (kind, None, None),
    };
    tx.run(
        "insert into association_dates (id, association_id, name, kind, first_on, last_on, title_en,
             title_es, decided, in_place_of, set_at, set_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        (
            id,
            association,
            name,
            kind.as_str(),
            date.map(|it| it.first_on),
            date.map(|it| it.last_on),
            date.map(|it| it.title_en.as_str()),
            date.map(|it| it.title_es.as_str()),
            date.map(|it| it.decided.as_str()),
            in_place_of,
            now,
            by,
        ),
    )
    .await?;
    Ok(())
}

/// Ends what holds under a name, if anything does; says which row it was.
///
/// # Errors
///
/// When the database refuses.
pub async fn take_back(
    tx: &mut Tx,
    (association, name): (&str, &str),
    (by, now): (Uuid, Timestamp),
) -> Result<Option<Uuid>, Error> {
    let ended: Option<Id> = tx
        .maybe(
            "update association_dates set ended_at = $3, ended_by = $4
             where association_id = $1 and name = $2 and ended_at is null returning id",
            (association, name, now, by),
        )
        .await?;
    Ok(ended.map(|it| it.id))
}
