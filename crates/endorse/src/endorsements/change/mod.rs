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
use crate::people;

/// How an endorsement stands on a day, in the words of its life.
pub(super) fn stand(intervals: &[Interval], on: Date) -> Option<Stand> {
    standing::on_day(intervals, on).and_then(|it| Stand::parse(&it.status))
}

/// Does what a coordinator decided, from today on, and tells the person why.
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
