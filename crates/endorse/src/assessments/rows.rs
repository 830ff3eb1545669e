//! What the rules see of a person besides entries and ratings, in one statement.

use db::{Day, Error, Tx};
use uuid::Uuid;

/// Something that stands: a signature, a membership, an exam result, a time of being endorsed.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Standing {
    /// `signature`, `membership`, `exam` or `endorsement`.
    pub kind: String,
    /// The association that keeps it.
    pub given_by: String,
    /// Which agreement, whose membership, which exam, which category.
    pub about: String,
    /// The part of an exam.
    pub part: Option<i64>,
    /// Percent right in an exam, where it is known.
    pub percent: Option<i64>,
    /// Whether a part was passed.
    pub passed: Option<bool>,
    pub from_on: Day,
    pub until_on: Option<Day>,
}

/// All that stands for an association; endorsements of others count too.
pub(super) async fn standings(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Standing>, Error> {
    tx.all(
        "select kind, given_by, about, part, percent, passed, from_on, until_on
         from standings
         where person_id = $1 and association_id = $2
         order by kind, from_on, part, id",
        (person, association),
    )
    .await
}
