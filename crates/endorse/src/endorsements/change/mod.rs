//! Changing how an endorsement stands: by a coordinator with a reason, or by the calendar.
//!
//! The registry and the verification page read the history, so they follow by themselves. The badge of
//! what does not go on is revoked, since a file would go on telling that it does.

use db::Tx;
use jiff::civil::Date;
use rules::standing::{Act, Stand};
use uuid::Uuid;

use super::rows::{self, Endorsement, NewInterval};
use super::{Interval, award, standing};
use crate::app::App;
use crate::audit::{self, Actor};
use crate::error::Error;
use crate::{people, typed};

/// How an endorsement stands on a day, in the words of its life.
pub(super) fn stand(intervals: &[Interval], on: Date) -> Option<Stand> {
    standing::on_day(intervals, on).and_then(|it| Stand::parse(&it.status))
}

/// Does what a coordinator decided, from today on, and tells the person why. The endorsement was read in
/// its turn.
///
/// # Errors
///
/// [`Error::Stale`] when it may not follow, or when somebody else did something first.
pub(super) async fn change(
    tx: &mut Tx,
    app: &App,
    who: &impl Actor,
    (it, act): (&Endorsement, Act),
    reason: &str,
) -> Result<Stand, Error> {
    let now = who.actor().at;
    let today = now.to_zoned(app.zone.clone()).date();
    let intervals = rows::intervals(tx, it.id).await?;
    let was = stand(&intervals, today).ok_or(Error::Stale)?;
    let next = was.after(act, today <= it.valid_until.0).ok_or(Error::Stale)?;
    follow(tx, who, it, was, (next, today, Some(reason))).await?;
    let to = match it.person_id {
        Some(person) => Some(people::addressee(tx, person).await?),
        None => None,
    };
    match (next, &to) {
        (Stand::Inactive | Stand::Retired | Stand::Revoked, _) => {
            rows::revoke_badge(tx, it, now).await?;
        }
        (Stand::Active, Some(to)) => {
            award::sign_anew(tx, app, &mut it.clone(), to, now).await?;
        }
        // What has lapsed ends by its date; once renewed, it is signed anew.
        (Stand::Active | Stand::Lapsed, _) => {}
    }
    let verb = format!("endorsement-{}", act.as_str());
    record(tx, who, it, &verb).await?;
    if let Some(to) = &to {
        award::tell(tx, app, (to, it), (act.as_str(), reason), now).await?;
    }
    Ok(next)
}

/// Has an endorsement carry another name from now on, as a coordinator found to be right, and tells
/// the person why. A badge with the old name is revoked; where the endorsement is in force, a new one
/// is signed. The endorsement was read in its turn.
///
/// # Errors
///
/// [`Error::Stale`] when it no longer carries the name that it was read with, or its holder's account
/// was erased; [`Error::Broken`] when the database refuses.
pub(super) async fn rename(
    tx: &mut Tx,
    app: &App,
    who: &impl Actor,
    (it, name): (&Endorsement, &str),
    reason: &str,
) -> Result<(), Error> {
    let act = who.actor();
    let person = it.person_id.ok_or(Error::Stale)?;
    let right = Endorsement { name: name.to_owned(), ..it.clone() };
    if !rows::rename(tx, (&right, &typed::folded(name)), &it.name).await? {
        return Err(Error::Stale);
    }
    rows::keep_former_name(tx, it, (reason, act.person), act.at).await?;
    rows::remove_words(tx, it.id).await?;
    award::make_findable(tx, &right).await?;
    let intervals = rows::intervals(tx, it.id).await?;
    let today = act.at.to_zoned(app.zone.clone()).date();
    let to = people::addressee(tx, person).await?;
    rows::revoke_badge(tx, it, act.at).await?;
    if stand(&intervals, today) == Some(Stand::Active) {
        award::sign_anew(tx, app, &mut right.clone(), &to, act.at).await?;
    }
    record(tx, who, it, "name-corrected").await?;
    award::tell(tx, app, (&to, &right), ("renamed", reason), act.at).await
}

/// Writes down that an endorsement's last day went by without a renewal, and tells the person;
/// `false` if there is nothing to write down (any more).
///
/// # Errors
///
/// When the database refuses.
pub async fn lapse(
    tx: &mut Tx,
    app: &App,
    who: &impl Actor,
    endorsement: Uuid,
) -> Result<bool, Error> {
    let act = who.actor();
    let today = act.at.to_zoned(app.zone.clone()).date();
    super::in_turn(tx, act.association, endorsement).await?;
    let found = rows::one(tx, act.association, endorsement).await?;
    let Some(it) = found.filter(|it| it.valid_until.0 < today) else { return Ok(false) };
    let intervals = rows::intervals(tx, it.id).await?;
    let Some(now) = standing::on_day(&intervals, today) else { return Ok(false) };
    let stand = Stand::parse(&now.status);
    let Some(was) = stand else { return Ok(false) };
    let Some(next) = was.after(Act::Lapse, false) else { return Ok(false) };
    let first_out = it.valid_until.0.tomorrow().unwrap_or(today).max(now.from_on.0);
    follow(tx, who, &it, was, (next, first_out, None)).await?;
    record(tx, who, &it, "endorsement-lapse").await?;
    if let Some(person) = it.person_id {
        let to = people::addressee(tx, person).await?;
        award::tell(tx, app, (&to, &it), (Act::Lapse.as_str(), ""), act.at).await?;
    }
    Ok(true)
}

/// Ends the stretch that goes on, if it is still as it was read, on the day before; begins the next.
async fn follow(
    tx: &mut Tx,
    who: &impl Actor,
    it: &Endorsement,
    was: Stand,
    (next, from, reason): (Stand, Date, Option<&str>),
) -> Result<(), Error> {
    let act = who.actor();
    let last = from.yesterday().unwrap_or(from);
    if !rows::end_interval(tx, it.id, (was.as_str(), last)).await? {
        return Err(Error::Stale);
    }
    let new = NewInterval {
        endorsement: it.id,
        status: next.as_str(),
        from_on: from,
        until_on: None,
        reason,
        by: act.person,
    };
    rows::add_interval(tx, &new, act.at).await?;
    Ok(())
}

async fn record(
    tx: &mut Tx,
    who: &impl Actor,
    it: &Endorsement,
    verb: &str,
) -> Result<(), db::Error> {
    let object = ("endorsement", it.id);
    match it.application_id {
        Some(application) => {
            audit::record_about(tx, who, verb, object, application, Some(&it.number)).await
        }
        None => audit::record(tx, who, verb, object.0, object.1).await,
    }
}
