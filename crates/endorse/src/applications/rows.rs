//! The applications' rows.

use db::{Error, Time, Tx};
use jiff::Timestamp;
use rules::lifecycle::State;
use uuid::Uuid;

use crate::audit::Act;

/// An application.
#[derive(Clone, Debug)]
pub struct Application {
    /// The application.
    pub id: Uuid,
    /// The association.
    pub association_id: String,
    /// The applicant.
    pub person_id: Uuid,
    /// Its number, such as `26-014`.
    pub number: String,
    /// The category's id.
    pub category: String,
    /// The version of the rules that it is pinned to.
    pub policy_version: String,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub state_since: Time,
    /// When it began.
    pub started_at: Time,
    /// When it came to an end.
    pub closed_at: Option<Time>,
}

#[derive(sqlx::FromRow)]
struct Kept {
    id: Uuid,
    association_id: String,
    person_id: Uuid,
    number: String,
    category: String,
    policy_version: String,
    state: String,
    state_since: Time,
    started_at: Time,
    closed_at: Option<Time>,
}

/// An application of an association.
pub async fn one(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Option<Application>, Error> {
    let kept: Option<Kept> = tx
        .maybe(
            "select id, association_id, person_id, number, category, policy_version, state,
                 state_since, started_at, closed_at
             from applications where id = $1 and association_id = $2",
            (application, association),
        )
        .await?;
    Ok(kept.map(|it| Application {
        id: it.id,
        association_id: it.association_id,
        person_id: it.person_id,
        number: it.number,
        category: it.category,
        policy_version: it.policy_version,
        state: State::parse(&it.state).unwrap_or(State::Expired),
        state_since: it.state_since,
        started_at: it.started_at,
        closed_at: it.closed_at,
    }))
}

/// An application on the desk.
#[derive(Clone, Debug)]
pub struct DeskRow {
    /// The application.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// The category's id.
    pub category: String,
    /// The applicant's name.
    pub person_name: String,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub state_since: Time,
    /// The newest submission, if there is one.
    pub submission_id: Option<Uuid>,
    /// When that was.
    pub submitted_at: Option<Time>,
}

#[derive(sqlx::FromRow)]
struct OnDesk {
    id: Uuid,
    number: String,
    category: String,
    person_name: String,
    state: String,
    state_since: Time,
    submission_id: Option<Uuid>,
    submitted_at: Option<Time>,
}

/// Every open application of an association, longest waiting first.
pub async fn list_for_desk(tx: &mut Tx, association: &str) -> Result<Vec<DeskRow>, Error> {
    let rows: Vec<OnDesk> = tx
        .all(
            "select a.id, a.number, a.category, p.name as person_name, a.state, a.state_since,
                 s.id as submission_id, s.submitted_at
             from applications a join people p on p.id = a.person_id
             left join submissions s on s.application_id = a.id and s.round = (
                 select max(n.round) from submissions n where n.application_id = a.id)
             where a.association_id = $1 and a.closed_at is null
             order by a.state_since, a.id",
            (association,),
        )
        .await?;
    let row = |it: OnDesk| DeskRow {
        id: it.id,
        number: it.number,
        category: it.category,
        person_name: it.person_name,
        state: State::parse(&it.state).unwrap_or(State::Expired),
        state_since: it.state_since,
        submission_id: it.submission_id,
        submitted_at: it.submitted_at,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// What was handed in, frozen.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Submission {
    /// The submission.
    pub id: Uuid,
    /// The first, the second, …
    pub round: i64,
    /// When.
    pub submitted_at: Time,
    /// By which rules.
    pub policy_version: String,
    /// The locker, as JSON.
    pub locker: String,
    /// Its hash.
    pub locker_sha256: String,
    /// What the rules said, as JSON.
    pub assessment: String,
    /// Its hash.
    pub assessment_sha256: String,
}

/// The newest submission of an application.
pub async fn latest_submission(
    tx: &mut Tx,
    application: Uuid,
) -> Result<Option<Submission>, Error> {
    tx.maybe(
        "select id, round, submitted_at, policy_version, locker, locker_sha256, assessment,
             assessment_sha256
         from submissions where application_id = $1 order by round desc limit 1",
        (application,),
    )
    .await
}

/// A submission.
pub async fn submission(tx: &mut Tx, id: Uuid) -> Result<Option<Submission>, Error> {
    tx.maybe(
        "select id, round, submitted_at, policy_version, locker, locker_sha256, assessment,
             assessment_sha256
         from submissions where id = $1",
        (id,),
    )
    .await
}

/// Moves an application on; false if it is no longer where it was seen.
pub(super) async fn set_state(
    tx: &mut Tx,
    application: &Application,
    to: State,
    now: Timestamp,
) -> Result<bool, Error> {
    let closed_at = to.is_end().then_some(now);
    let moved = tx
        .run(
            "update applications set state = $3, state_since = $4, closed_at = $5
             where id = $1 and state = $2",
            (application.id, application.state.as_str(), to.as_str(), now, closed_at),
        )
        .await?;
    Ok(moved == 1)
}

pub(super) async fn add_step(
    tx: &mut Tx,
    application: &Application,
    to: State,
    act: Act<'_>,
    note: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        "insert into application_steps (id, application_id, at, by_id, from_state, to_state, note)
         values ($1, $2, $3, $4, $5, $6, $7)",
        (
            Uuid::now_v7(),
            application.id,
            act.at,
            act.person,
            application.state.as_str(),
            to.as_str(),
            note.map(str::to_owned),
        ),
    )
    .await?;
    Ok(())
}
