//! The endorsements' rows.

use db::{Day, Error, Tx};
use uuid::Uuid;

/// A time during which somebody stood endorsed.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Held {
    pub association_id: String,
    pub category: String,
    pub from_on: Day,
    pub until_on: Option<Day>,
}

pub(super) async fn held(tx: &mut Tx, person: Uuid) -> Result<Vec<Held>, Error> {
    tx.all(
        "select e.association_id, e.category, i.from_on, i.until_on
         from endorsement_intervals i join endorsements e on e.id = i.endorsement_id
         where e.person_id = $1 and i.status = 'active'
         order by i.from_on, i.id",
        (person,),
    )
    .await
}
