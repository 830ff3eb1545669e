//! What waits besides the files themselves.

use db::{Error, Time, Tx};
use uuid::Uuid;

/// A charge that somebody promised to pay.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Promised {
    pub id: Uuid,
    pub application_id: Option<Uuid>,
    pub person_name: String,
    pub kind: String,
    pub promised_at: Time,
}

pub(super) async fn promised(tx: &mut Tx, association: &str) -> Result<Vec<Promised>, Error> {
    tx.all(
        "select c.id, c.application_id, p.name as person_name, c.kind, c.promised_at
         from charges c join people p on p.id = c.person_id
         where c.association_id = $1 and c.promised_at is not null and c.confirmed_at is null
           and c.waived_at is null
           and (c.promised_by is null or c.promised_by <> 'member')
         order by c.promised_at, c.id",
        (association,),
    )
    .await
}

/// A rater who declined, or whose letter did not arrive.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Stuck {
    pub id: Uuid,
    pub application_id: Uuid,
    pub rater_name: String,
    pub declined_at: Option<Time>,
    pub failed_at: Option<Time>,
}

pub(super) async fn stuck(tx: &mut Tx, association: &str) -> Result<Vec<Stuck>, Error> {
    tx.all(
        "select r.id, r.application_id, r.rater_name, r.declined_at, m.failed_at
         from reference_requests r join applications a on a.id = r.application_id
         left join messages m on m.application_id = r.application_id
             and m.to_email = r.rater_email and m.person_id is null
             and m.failed_at is not null and m.sent_at is null
         where r.association_id = $1 and a.closed_at is null and r.replaced_at is null
           and r.submitted_at is null and (r.declined_at is not null or m.failed_at is not null)
         order by r.asked_at, r.id",
        (association,),
    )
    .await
}
