//! What a replay reads: decisions with what was frozen, and the rules as they were.

use db::{Error, Tx};
use uuid::Uuid;

/// A decision, and what it was made by.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Decided {
    pub id: Uuid,
    pub association_id: String,
    pub number: String,
    pub category: String,
    pub policy_version: String,
    pub policy_sha256: Option<String>,
    pub engine: Option<i64>,
    pub locker_sha256: String,
    pub assessment_sha256: String,
    pub locker: String,
    pub frozen_locker_sha256: String,
    pub assessment: String,
    pub frozen_assessment_sha256: String,
    pub later_exam: Option<String>,
    pub later_assessment: Option<String>,
    pub later_sha256: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Counted {
    n: i64,
}

#[derive(sqlx::FromRow)]
struct Text {
    policy: String,
}

/// How many decisions there are whose evidence was not erased.
pub(super) async fn count(tx: &mut Tx) -> Result<u64, Error> {
    let counted: Option<Counted> = tx
        .maybe(
            "select count(*) as n from decisions d join submissions s on s.id = d.submission_id
             where s.erased_at is null",
            (),
        )
        .await?;
    Ok(counted.and_then(|it| u64::try_from(it.n).ok()).unwrap_or_default())
}

/// The decisions after one, oldest first: their ids are in the order of their time.
pub(super) async fn page(tx: &mut Tx, after: Uuid, at_most: i64) -> Result<Vec<Decided>, Error> {
    tx.all(
        "select d.id, d.association_id, a.number, a.category, d.policy_version, d.policy_sha256,
             d.engine, d.locker_sha256, d.assessment_sha256, s.locker,
             s.locker_sha256 as frozen_locker_sha256, s.assessment,
             s.assessment_sha256 as frozen_assessment_sha256, d.later_exam, d.later_assessment,
             d.later_sha256
         from decisions d
         join applications a on a.id = d.application_id
         join submissions s on s.id = d.submission_id
         where d.id > $1 and s.erased_at is null order by d.id limit $2",
        (after, at_most),
    )
    .await
}

/// Rules as they were kept: association, category, version, digest.
pub(super) async fn policy(
    tx: &mut Tx,
    (association, category, version, sha256): &(String, String, String, String),
) -> Result<Option<String>, Error> {
    let found: Option<Text> = tx
        .maybe(
            "select policy from policy_versions
             where association_id = $1 and category = $2 and version = $3 and sha256 = $4",
            (association.as_str(), category.as_str(), version.as_str(), sha256.as_str()),
        )
        .await?;
    Ok(found.map(|it| it.policy))
}
