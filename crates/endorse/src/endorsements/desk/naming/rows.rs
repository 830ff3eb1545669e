//! Names that endorsements carried before.

use db::{Error, Time, Tx};
use uuid::Uuid;

/// A name of before, with who corrected it and why.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::endorsements::desk) struct Former {
    pub name: String,
    pub reason: String,
    pub changed_at: Time,
    pub by_name: Option<String>,
}

/// The names that an endorsement carried before, the last one first.
pub(in crate::endorsements::desk) async fn former(
    tx: &mut Tx,
    endorsement: Uuid,
) -> Result<Vec<Former>, Error> {
    tx.all(
        "select f.name, f.reason, f.changed_at, p.name as by_name
         from former_names f left join people p on p.id = f.changed_by
         where f.endorsement_id = $1
         order by f.changed_at desc, f.id desc",
        (endorsement,),
    )
    .await
}
