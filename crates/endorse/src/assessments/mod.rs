//! What the rules say about an application: gathers what others keep and asks the engine.
//!
//! Pages and decisions draw on [`locker_of`] and `rules::assess`; the words for a finding are in
//! `programs::wording`.

mod changes;
mod entries;
mod findings;

use axum::Router;
use db::Tx;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::{Assessment, Locker, Stage};
use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::programs::Rulebook;
use crate::{agreements, endorsements, exams, locker, payments, references};

pub use changes::{Change, changes};
pub use entries::capital;
pub use findings::{Row, Section, findings, sections, sections_of_owner, shape};

/// The way in: there is none, others ask.
pub fn routes() -> Router<App> {
    Router::new()
}

/// Whose evidence, and for which application if for one.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// The association that asks.
    pub association: &'a str,
    /// The person.
    pub person: Uuid,
    /// The person's name.
    pub name: &'a str,
    /// The application, whose ratings count.
    pub application: Option<Uuid>,
}

/// The whole locker of a person: evidence, ratings, signatures, memberships, exams, standing. Six
/// statements, however much there is.
///
/// # Errors
///
/// When the database refuses or a row is damaged.
pub async fn locker_of(tx: &mut Tx, whose: Whose<'_>, zone: &TimeZone) -> anyhow::Result<Locker> {
    let mut locker = locker::load(tx, whose.person).await?;
    whose.name.clone_into(&mut locker.person.name);
    if let Some(application) = whose.application {
        locker.references = references::evidence(tx, application, zone).await?;
    }
    locker.signatures = agreements::evidence(tx, whose.association, whose.person).await?;
    locker.memberships = payments::memberships(tx, whose.association, whose.person).await?;
    locker.exam_results = exams::evidence(tx, whose.association, whose.person).await?;
    locker.endorsements = endorsements::evidence(tx, whose.person).await?;
    Ok(locker)
}

/// What a version of a category's rules says about a locker on a day.
///
/// # Errors
///
/// [`Error::Broken`] when the program has no such category or version.
pub fn assess(
    program: &Rulebook,
    (category, version): (&str, &str),
    locker: &Locker,
    on: Date,
    stage: Stage,
) -> Result<Assessment, Error> {
    let policy = program
        .policy_version(category, version)
        .ok_or_else(|| anyhow::anyhow!("no rules for {category}, version {version}"))?;
    Ok(rules::assess(policy, locker, on, stage))
}
