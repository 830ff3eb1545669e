//! Applications: a person's request for one category, from the first minute to the decision.
//!
//! What an application draws on stays in the locker; what was submitted is frozen here, with the
//! rules that held and what they said, and is never judged anew.

pub mod advisor;
mod gathering;
mod home;
pub mod kept;
mod outline;
pub mod pinning;
mod rows;
mod start;
mod submission;
mod withdrawal;

use db::{Time, Tx};
use rules::lifecycle::{self, State, Step};
use rules::{Assessment, Locker};
use uuid::Uuid;

use crate::audit::{self, Actor};
use crate::error::Error;
use crate::i18n::Lang;
use crate::routing::Routes;

pub use outline::{Outline, outline};
pub use rows::{Decision, StepTaken};

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(home::routes())
        .merge(pinning::routes())
        .merge(start::routes())
        .merge(submission::routes())
        .merge(withdrawal::routes())
}

/// A request for one category.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Application {
    /// The application.
    pub id: Uuid,
    /// Who asks.
    pub person_id: Uuid,
    /// Its file number, such as `IMHM-C 26-014`.
    pub number: String,
    /// The category's id.
    pub category: String,
    /// The version of the category's rules that it is held to.
    pub policy_version: String,
    /// The version that is written down; the same, unless a newer one holds by the anchor and nobody
    /// has acted since.
    pinned_version: String,
    state: String,
    /// Since when it is where it is.
    pub state_since: Time,
    /// When it was started.
    pub started_at: Time,
    /// When it came to an end.
    pub closed_at: Option<Time>,
    /// How it came to its version, if not by its start.
    pin: Option<String>,
    /// Instead of which other version.
    pin_instead_of: Option<String>,
    /// Why, where somebody had to say.
    pin_reason: Option<String>,
    /// How often it was submitted.
    rounds: i64,
}

impl Application {
    /// Where it stands.
    ///
    /// # Errors
    ///
    /// [`Error::Broken`] when the row has a state that nobody knows.
    pub fn state(&self) -> Result<State, Error> {
        State::parse(&self.state).ok_or_else(|| anyhow::anyhow!("no state {}", self.state).into())
    }
}

/// Where an application stands, in words.
#[must_use]
pub fn state_word(state: State, lang: Lang) -> String {
    lang.say(&format!("applications-state-{}", state.as_str())).into_owned()
}

/// What was frozen at submission.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Submission {
    /// The submission.
    pub id: Uuid,
    /// When.
    pub submitted_at: Time,
    /// The version of the rules.
    pub policy_version: String,
    /// The locker, as the file `endorse-locker/1`.
    pub locker: String,
    /// SHA-256 of it, hexadecimal.
    pub locker_sha256: String,
    /// What the rules said, as JSON of `rules::Assessment`.
    pub assessment: String,
    /// SHA-256 of it, hexadecimal.
    pub assessment_sha256: String,
    /// SHA-256 of the rules as they were, by which they are kept; `None` from before they were.
    pub policy_sha256: Option<String>,
}

impl Submission {
    /// The locker as it was.
    ///
    /// # Errors
    ///
    /// When the row is damaged.
    pub fn read_locker(&self) -> anyhow::Result<Locker> {
        Ok(serde_json::from_str(&self.locker)?)
    }

    /// What of it the association sees: the entries that this application has to do with. What else
    /// was in the locker on that day is kept, so that the rules can be asked again, and shown to
    /// nobody but its owner (save employers, to whoever is asked about a conflict of interest).
    ///
    /// # Errors
    ///
    /// When the row is damaged.
    pub fn read_shared(&self) -> anyhow::Result<(Locker, Assessment)> {
        let assessment = self.read_assessment()?;
        Ok((self.read_locker()?.used_by(&assessment), assessment))
    }

    /// What the rules said.
    ///
    /// # Errors
    ///
    /// When the row is damaged.
    pub fn read_assessment(&self) -> anyhow::Result<Assessment> {
        Ok(serde_json::from_str(&self.assessment)?)
    }
}

/// An application of an association.
///
/// # Errors
///
/// [`Error::NotFound`] when the association has no such application.
pub async fn one(tx: &mut Tx, association: &str, id: Uuid) -> Result<Application, Error> {
    rows::one(tx, association, id).await?.ok_or(Error::NotFound)
}

/// Waits until nobody else decides who has to do with an application, so that of two deeds that
/// exclude each other the second one sees the first.
///
/// # Errors
///
/// When the database refuses.
pub async fn in_turn(tx: &mut Tx, application: Uuid) -> Result<(), db::Error> {
    rows::in_turn(tx, application).await
}

/// A person's own application.
async fn own(tx: &mut Tx, association: &str, person: Uuid, id: Uuid) -> Result<Application, Error> {
    let found = one(tx, association, id).await?;
    if found.person_id == person { Ok(found) } else { Err(Error::NotFound) }
}

/// A person's applications, those that are open first, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_person(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
) -> Result<Vec<Application>, db::Error> {
    rows::of_person(tx, association, person).await
}

/// Notes on an application how many reviews of what was submitted last are given, and how many of
/// them done; to be called whenever one is given, done or taken back.
///
/// # Errors
///
/// When the database refuses.
pub async fn count_reviews(tx: &mut Tx, application: Uuid) -> Result<(), db::Error> {
    rows::count_reviews(tx, application).await
}

/// What was submitted last.
///
/// # Errors
///
/// When the database refuses.
pub async fn latest_submission(
    tx: &mut Tx,
    application: Uuid,
) -> Result<Option<Submission>, db::Error> {
    rows::latest_submission(tx, application).await
}

/// One submission.
///
/// # Errors
///
/// [`Error::NotFound`] when the association has no such submission.
pub async fn submission(tx: &mut Tx, association: &str, id: Uuid) -> Result<Submission, Error> {
    rows::submission(tx, association, id).await?.ok_or(Error::NotFound)
}

/// The steps that an application has made, oldest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn steps(tx: &mut Tx, application: Uuid) -> Result<Vec<StepTaken>, db::Error> {
    rows::steps(tx, application).await
}

/// The decisions about an application, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn decisions(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Decision>, db::Error> {
    rows::decisions(tx, association, application).await
}

/// Moves an application one step on and writes that down.
///
/// # Errors
///
/// [`Error::Stale`] when the step may not follow, or when somebody else moved it first.
pub async fn step(
    tx: &mut Tx,
    who: &impl Actor,
    application: &Application,
    step: Step,
    note: Option<&str>,
) -> Result<State, Error> {
    let (from, act) = (application.state()?, who.actor());
    let to = match step {
        Step::Resume => {
            let taken = rows::steps(tx, application.id).await?;
            let held = taken.iter().rev().find(|it| it.to_state == State::OnHold.as_str());
            let before = held.and_then(|it| State::parse(&it.from_state));
            before.and_then(|before| lifecycle::resume(from, before))
        }
        step => from.after(step),
    }
    .ok_or(Error::Stale)?;
    let whose = (act.association, application.id);
    let words = (from.as_str(), to.as_str());
    let closed = to.is_end().then_some(act.at);
    if !rows::moved(tx, whose, words, (act.at, closed)).await? {
        return Err(Error::Stale);
    }
    rows::add_step(tx, (application.id, act.person), words, note, act.at).await?;
    if to.is_end() {
        advisor::close(tx, application.id, act.at).await?;
    }
    let object = ("application", application.id);
    audit::record_about(tx, who, "application-step", object, application.id, Some(words.1)).await?;
    Ok(to)
}
