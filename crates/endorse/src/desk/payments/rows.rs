//! Charges as the desk lists them.

use db::{Error, Time, Tx};
use uuid::Uuid;

/// A charge on the list, with whose it is.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Listed {
    pub id: Uuid,
    pub person_name: String,
    pub application_id: Option<Uuid>,
    pub number: Option<String>,
    pub kind: String,
    pub amount_minor: Option<i64>,
    pub due_at: Time,
    pub promised_at: Option<Time>,
    pub promised_by: Option<String>,
    pub promise_note: Option<String>,
    pub confirmed_at: Option<Time>,
    pub confirmed_minor: Option<i64>,
    pub waived_at: Option<Time>,
}

/// Every charge of an association, what is open first, the oldest first. The coordinator's own are
/// left out, since nobody confirms their own; so is what nobody has promised for an application that
/// was given up.
pub(super) async fn all(tx: &mut Tx, association: &str, but: Uuid) -> Result<Vec<Listed>, Error> {
    tx.all(
        "select c.id, p.name as person_name, c.application_id, a.number, c.kind,
             c.amount_minor, c.due_at, c.promised_at, c.promised_by, c.promise_note,
             c.confirmed_at, c.confirmed_minor, c.waived_at
         from charges c join people p on p.id = c.person_id
             left join applications a on a.id = c.application_id
         where c.association_id = $1 and c.person_id <> $2
           and (c.confirmed_at is not null or c.waived_at is not null or c.promised_at is not null
             or a.state is null or a.state not in ('withdrawn', 'expired'))
         order by case when c.confirmed_at is null and c.waived_at is null then 0 else 1 end,
             coalesce(c.promised_at, c.due_at), c.id",
        (association, but),
    )
    .await
}
