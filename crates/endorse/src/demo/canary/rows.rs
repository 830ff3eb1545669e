//! What there is once the story is told: ids, and who has opened whose file.

use db::{Error, Tx};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Count {
    n: i64,
}

/// Whether anybody has an account.
pub(super) async fn is_empty(tx: &mut Tx) -> Result<bool, Error> {
    let found: Option<Count> = tx.maybe("select count(*) as n from people", ()).await?;
    Ok(found.is_none_or(|it| it.n == 0))
}

/// Something there is, and whose it is.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Thing {
    pub kind: String,
    pub id: Uuid,
    pub association_id: Option<String>,
    pub owner: Option<String>,
}

/// Everything that has an address by its id. What belongs to a person at every association has none.
pub(super) async fn things(tx: &mut Tx) -> Result<Vec<Thing>, Error> {
    tx.all(
        "select t.kind, t.id, t.association_id, p.email as owner from (
             select 'application' as kind, id, association_id, person_id from applications
             union all select 'date', id, association_id, null from association_dates
             union all select 'charge', id, association_id, person_id from charges
             union all select 'claim', id, association_id, person_id from membership_claims
             union all select 'endorsement', id, association_id, person_id from endorsements
             union all select 'invitation', id, association_id, null from role_invitations
             union all select 'message', id, association_id, person_id from messages
             union all select 'renewal', id, association_id, person_id from renewals
             union all select 'request', id, association_id, person_id from reference_requests
             union all select 'advising', id, association_id, person_id from advisings
             union all select 'role', id, association_id, person_id from roles
             union all select 'signature', id, association_id, person_id from signatures
             union all select 'assignment', r.id, r.association_id, a.person_id
                 from review_assignments r join applications a on a.id = r.application_id
             union all select 'document', id, null, person_id from documents
             union all select 'session', id, null, person_id from sessions where ended_at is null
             union all select kind, id, null, person_id from entries
         ) t left join people p on p.id = t.person_id
         order by t.kind, t.id",
        (),
    )
    .await
}

/// The public name of something.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Public {
    pub public_id: String,
    pub association_id: String,
    pub owner: String,
}

/// Everybody who is endorsed: their name is public.
pub(super) async fn endorsed(tx: &mut Tx) -> Result<Vec<Public>, Error> {
    tx.all(
        "select e.public_id, e.association_id, p.email as owner
         from endorsements e join people p on p.id = e.person_id order by e.public_id",
        (),
    )
    .await
}

/// A reviewer who was given a file, and whether they have opened it.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Given {
    pub applicant: String,
    pub reviewer: String,
    pub is_open: bool,
}

/// Who was given whose file.
pub(super) async fn given(tx: &mut Tx) -> Result<Vec<Given>, Error> {
    tx.all(
        "select p.email as applicant, j.email as reviewer,
             (r.declared_at is not null and r.conflict_at is null) as is_open
         from review_assignments r
         join applications a on a.id = r.application_id
         join people p on p.id = a.person_id
         join people j on j.id = r.reviewer_id
         order by r.id",
        (),
    )
    .await
}

/// Somebody to whom an advisor was proposed, and whether they agreed.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Advised {
    pub applicant: String,
    pub advisor: String,
    pub is_agreed: bool,
}

/// Who was proposed to whom as an advisor.
pub(super) async fn advised(tx: &mut Tx) -> Result<Vec<Advised>, Error> {
    tx.all(
        "select p.email as applicant, g.email as advisor, (v.agreed_at is not null) as is_agreed
         from advisings v
         join people p on p.id = v.person_id
         join people g on g.id = v.advisor_id
         order by v.id",
        (),
    )
    .await
}
