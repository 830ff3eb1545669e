//! The second factor: a code from an app, or one of ten that were written down.

mod asking;
mod change;
mod codes;
mod qr;
mod rows;
mod setup;
mod totp;

use db::Tx;
use jiff::Timestamp;
use uuid::Uuid;

use super::{account, sessions};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Signed;
use crate::routing::Routes;

pub(super) fn routes() -> Routes {
    Routes::new().merge(setup::routes()).merge(change::routes()).merge(asking::routes())
}

/// What a typed code was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    /// One from the app, which nobody can use again.
    App,
    /// One of the ten, now used up.
    Recovery,
    /// None that counts.
    Wrong,
}

/// Counts a try at a person's code, in a transaction of its own, so that many at once are many;
/// false if there were too many.
async fn count_try(app: &App, person: Uuid, now: Timestamp) -> Result<bool, Error> {
    let mut tx = app.db.write().await?;
    let may = sessions::count_try(&mut tx, &tries(person), now).await?;
    tx.commit().await?;
    Ok(may)
}

/// The name that tries are counted by; no address has a space in it.
fn tries(person: Uuid) -> String {
    format!("second factor of {person}")
}

/// Takes a code of a person's: a right one is used up, and ends the count of wrong ones.
async fn take(tx: &mut Tx, app: &App, person: Uuid, typed: &str) -> Result<Code, Error> {
    let now = app.clock.now();
    let Some(factor) = rows::of(tx, person).await?.filter(|it| it.confirmed_at.is_some()) else {
        return Ok(Code::Wrong);
    };
    let code = codes::plain(typed);
    let secret = app.seal.unseal(person, &factor.sealed_secret)?;
    let step = totp::step_of(&secret, &code, now)?;
    let taken = match step {
        Some(step) if rows::take_step(tx, person, step).await? => Code::App,
        Some(_) => Code::Wrong,
        None => {
            let hash = app.seal.mark(person, &code);
            let used = rows::use_code(tx, person, &hash, now).await?;
            if used { Code::Recovery } else { Code::Wrong }
        }
    };
    if taken == Code::Recovery {
        account::tell(tx, &app.program.id, person, "code-used", now).await?;
    }
    if taken != Code::Wrong {
        super::rows::forget_failures(tx, &tries(person)).await?;
    }
    Ok(taken)
}

/// Whether a code that was typed is the person's, or the key of a sentence; a right one is used up. Tries
/// are counted with those at the door.
pub(super) async fn prove(
    app: &App,
    me: &Signed,
    typed: &str,
) -> Result<Result<(), &'static str>, Error> {
    app.limits.signing_in(me.address)?;
    if !count_try(app, me.id, me.now).await? {
        return Ok(Err("factor-wait"));
    }
    let mut tx = app.db.write().await?;
    if take(&mut tx, app, me.id, typed).await? == Code::Wrong {
        return Ok(Err("factor-code-wrong"));
    }
    audit::record(&mut tx, me, "code-shown", "person", me.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether the app's codes are asked for.
pub(super) async fn is_on(tx: &mut Tx, person: Uuid) -> Result<bool, db::Error> {
    Ok(rows::of(tx, person).await?.is_some_and(|it| it.confirmed_at.is_some()))
}

/// Ten fresh codes in the place of whatever there were; nobody can read them again.
async fn fresh_codes(
    tx: &mut Tx,
    app: &App,
    person: Uuid,
    now: Timestamp,
) -> Result<Vec<String>, Error> {
    let fresh = codes::fresh();
    rows::forget_codes(tx, person).await?;
    for code in &fresh {
        rows::add_code(tx, person, &app.seal.mark(person, &codes::plain(code)), now).await?;
    }
    Ok(fresh)
}

/// Forgets a person's second factor, with nobody told.
pub(super) async fn forget_all(tx: &mut Tx, person: Uuid) -> Result<(), db::Error> {
    rows::forget(tx, person).await?;
    Ok(())
}

/// Forgets a person's second factor, for who lost both the device and the codes; false if there was
/// none.
///
/// # Errors
///
/// When the database refuses.
pub async fn forget(
    tx: &mut Tx,
    association: &str,
    person: Uuid,
    now: Timestamp,
) -> Result<bool, Error> {
    if !rows::forget(tx, person).await? {
        return Ok(false);
    }
    sessions::end_all(tx, person, now).await?;
    account::tell(tx, association, person, "factor-off", now).await?;
    Ok(true)
}
