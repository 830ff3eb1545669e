//! Which version of the rules an application is held to, and what a newer one would change: told in
//! words, chosen by the person where the rules let one choose, or held by a coordinator with a reason.

mod difference;
mod rows;

use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::civil::Date;
use rules::Policy;
use rules::lifecycle::State as Stand;
use rules::pinning::{Pin, pin};
use serde::Deserialize;
use uuid::Uuid;

use self::rows::NewPin;
use super::Application;
use crate::app::App;
use crate::audit::{self, Actor};
use crate::error::Error;
use crate::i18n::Value;
use crate::identity::Applicant;
use crate::inbox::{self, News};
use crate::page;
use crate::people;
use crate::programs::Program;
use crate::routing::{Path, Routes, post};

pub use difference::{Change, Difference, Line, named, of_change, of_file};

pub(super) fn routes() -> Routes {
    Routes::new().route("/applications/{id}/rules", post(choose))
}

/// The version of the rules that an application is held to.
///
/// # Errors
///
/// [`Error::Broken`] when the program has no such version.
pub fn policy<'a>(program: &'a Program, of: &Application) -> Result<&'a Policy, Error> {
    let found = program.policy_version(&of.category, &of.policy_version);
    Ok(found.ok_or_else(|| anyhow::anyhow!("no rules {} {}", of.category, of.policy_version))?)
}

/// What newer rules mean for an application. One that is at its end, or held by a coordinator, is settled.
fn standing<'a>(program: &'a Program, of: &Application, today: Date) -> Pin<'a> {
    let pinned = program.policy_version(&of.category, &of.pinned_version);
    let (Some(pinned), Ok(state)) = (pinned, of.state()) else { return Pin::Settled };
    if state.is_end() || of.pin.as_deref() == Some("grandfathered") {
        return Pin::Settled;
    }
    pin(program.versions(&of.category), pinned, of.rounds > 0, today)
}

/// Holds an application to the version that the anchor selects today, as far as that is nobody's choice.
/// Nothing is written: that is done when it is submitted.
pub fn follow(program: &Program, of: &mut Application, today: Date) {
    if of.rounds == 0
        && let Pin::Follow(newer) = standing(program, of, today)
    {
        of.policy_version = newer.version.to_string();
    }
}

/// Whether the rules of the day of decision hold, and are newer than those that it was submitted under.
pub fn is_overtaken(program: &Program, of: &Application, today: Date) -> bool {
    of.rounds > 0 && matches!(standing(program, of, today), Pin::Follow(_))
}

/// Writes down that an application followed the version that holds on the day of its submission.
pub(super) async fn settle(tx: &mut Tx, who: &impl Actor, of: &Application) -> Result<(), Error> {
    if of.policy_version == of.pinned_version {
        return Ok(());
    }
    let new = NewPin {
        application: of.id,
        kind: "followed",
        version: &of.policy_version,
        instead_of: &of.pinned_version,
        reason: None,
    };
    set(tx, who, of, &new).await
}

async fn set(
    tx: &mut Tx,
    who: &impl Actor,
    of: &Application,
    new: &NewPin<'_>,
) -> Result<(), Error> {
    if !rows::set(tx, who.actor(), &of.pinned_version, new).await? {
        return Err(Error::Stale);
    }
    let verb = format!("rules-{}", new.kind);
    let detail = match new.reason {
        Some(reason) => format!("{} → {}: {reason}", new.instead_of, new.version),
        None => format!("{} → {}", new.instead_of, new.version),
    };
    let object = ("application", of.id);
    Ok(audit::record_about(tx, who, &verb, object, of.id, Some(&detail)).await?)
}

/// The earlier versions that an open application could be held to, newest first.
#[must_use]
pub fn earlier<'a>(program: &'a Program, of: &Application) -> Vec<&'a Policy> {
    let is_open = of.state().is_ok_and(Stand::is_open);
    let Some(now) = program.policy_version(&of.category, &of.policy_version) else {
        return Vec::new();
    };
    let versions = program.versions(&of.category).iter().rev();
    versions.filter(|it| is_open && it.effective_from < now.effective_from).collect()
}

/// Holds an open application to an earlier version, and tells the person why.
///
/// # Errors
///
/// [`Error::Stale`] when the version is not one of [`earlier`], or the application moved meanwhile.
pub async fn grandfather(
    tx: &mut Tx,
    (who, program): (&impl Actor, &Program),
    of: &Application,
    (version, reason): (&str, &str),
) -> Result<(), Error> {
    let found = earlier(program, of).into_iter().find(|it| *it.version == *version);
    let policy = found.ok_or(Error::Stale)?;
    let new = NewPin {
        application: of.id,
        kind: "grandfathered",
        version: &policy.version,
        instead_of: &of.policy_version,
        reason: Some(reason),
    };
    set(tx, who, of, &new).await?;
    tell(tx, who, of, ("grandfathered", policy, reason)).await
}

/// What the person chose, and between which versions: only what they had in front of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Choice {
    choice: String,
    version: String,
}

/// `POST /applications/{id}/rules`: stays or moves.
async fn choose(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<Choice>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = super::own(&mut tx, me.association(), me.id, id).await?;
    let home = format!("/applications/{id}");
    let newer = match standing(me.program, &of, me.today()) {
        Pin::Choose(newer) if of.state()?.is_open() && *newer.version == *form.version => newer,
        _ => return Err(Error::Stale),
    };
    let (kind, said, version, instead_of) = match form.choice.as_str() {
        "stay" => ("stayed", "said-application-stayed", &*of.pinned_version, &*newer.version),
        "move" => ("moved", "said-application-moved", &*newer.version, &*of.pinned_version),
        _ => return Err(Error::Stale),
    };
    let new = NewPin { application: id, kind, version, instead_of, reason: None };
    set(&mut tx, &me, &of, &new).await?;
    let held = me.program.policy_version(&of.category, version).ok_or(Error::Stale)?;
    tell(&mut tx, &me, &of, (kind, held, "")).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &home, said)
}

/// Writes to the person, in their language, by which version they are held and why.
async fn tell(
    tx: &mut Tx,
    who: &impl Actor,
    of: &Application,
    (kind, policy, reason): (&str, &Policy, &str),
) -> Result<(), Error> {
    let act = who.actor();
    let to = people::addressee(tx, of.person_id).await?;
    let lang = to.lang();
    let number = of.number.as_str();
    let values: [(&str, Value<'_>); 3] = [
        ("number", number.into()),
        ("rules", named(policy, lang).into()),
        ("reason", reason.into()),
    ];
    let news = News {
        association: act.association,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "application-rules",
        subject: lang.say1("applications-pin-subject", "number", number),
        body: lang.with(&format!("applications-pin-told-{kind}"), &values),
        link: Some(format!("/applications/{}", of.id)),
        application: Some(of.id),
    };
    inbox::send(tx, &news, act.at).await?;
    Ok(())
}
