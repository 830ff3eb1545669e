//! What the rules say about an application: gathers what others keep and asks the engine.
//!
//! Pages and decisions draw on [`locker_of`] and `rules::assess`; the words for a finding are in
//! `programs::wording`.

mod changes;
mod entries;
mod findings;
mod rows;

use db::Tx;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::locker::{Endorsement, ExamResult, Membership, Signature};
use rules::{Assessment, Locker, Stage};
use uuid::Uuid;

use crate::error::Error;
use crate::programs::Rulebook;
use crate::routing::Routes;
use crate::{locker, references};

pub use changes::{Change, changes};
pub use entries::capital;
pub use findings::{Row, Section, findings, sections, sections_of_owner, shape};

/// The way in: there is none, others ask.
pub fn routes() -> Routes {
    Routes::new()
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

/// The whole locker of a person: evidence, ratings, signatures, memberships, exams, standing. Three
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
    for it in rows::standings(tx, whose.association, whose.person).await? {
        stand(&mut locker, it)?;
    }
    Ok(locker)
}

/// Puts something that stands in its place.
fn stand(locker: &mut Locker, it: rows::Standing) -> anyhow::Result<()> {
    let (from, to, about) = (it.from_on.0, it.until_on.map(|day| day.0), it.about);
    match it.kind.as_str() {
        "signature" => {
            locker.signatures.push(Signature { agreement: about.into(), signed: from });
        }
        "membership" => {
            locker.memberships.push(Membership { association: about.into(), from, to });
        }
        "exam" => locker.exam_results.push(ExamResult {
            series: serde_json::from_value(about.into())?,
            part: u8::try_from(it.part.unwrap_or_default())?,
            percent: it.percent.map(u8::try_from).transpose()?,
            passed: it.passed.unwrap_or_default(),
            on: from,
        }),
        "endorsement" => locker.endorsements.push(Endorsement {
            category: about.into(),
            association: it.given_by.into(),
            from,
            to,
        }),
        other => anyhow::bail!("nothing stands as {other:?}"),
    }
    Ok(())
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
