//! Asking for the password once more, before what a borrowed session must not do. Who has none shows
//! in another way who they are, within the last quarter of an hour.

use uuid::Uuid;

use super::{rows, sessions};
use crate::app::App;
use crate::error::Error;
use crate::identity::{Seat, Signed, Visitor};
use crate::typed;

/// Whether the password typed is the person's own, or the key of a sentence. Tries are counted with
/// those at the door.
///
/// # Errors
///
/// When one address tries too often, or the database refuses; for who has no password, when it is too
/// long ago that they showed who they are.
pub async fn password(
    app: &App,
    me: &Signed,
    typed: &str,
) -> Result<Result<(), &'static str>, Error> {
    if !me.person.has_password {
        return if me.is_fresh() { Ok(Ok(())) } else { Err(me.prove_first()) };
    }
    let shown = me.person.email_confirmed_at.and(Some(me.person.email.as_str()));
    tried(app, me, (me.id, shown), typed).await
}

/// Whether a password is that of an account; `shown` is its address, if it is known to be its own: of one
/// that is not, others' tries are counted.
async fn tried(
    app: &App,
    me: &Seat,
    (person, shown): (Uuid, Option<&str>),
    typed: &str,
) -> Result<Result<(), &'static str>, Error> {
    app.limits.signing_in(me.address)?;
    let key = shown.map_or_else(|| rows::no_key(person), typed::email_key);
    let mut tx = app.db.write().await?;
    let may = sessions::count_try(&mut tx, &key, me.now).await?;
    let kept = rows::password(&mut tx, person).await?;
    tx.commit().await?;
    let fits = app.passwords.fits(typed, kept.as_deref()).await?;
    if !may {
        return Ok(Err("sign-in-wait"));
    }
    let mut tx = app.db.write().await?;
    // Another password may have been set while this one was looked at.
    if !fits || rows::password(&mut tx, person).await? != kept {
        return Ok(Err("account-password-wrong"));
    }
    rows::forget_failures(&mut tx, &key).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether somebody is signed in to an account.
#[must_use]
pub(super) fn is_of(me: &Visitor, person: Uuid) -> bool {
    me.person.as_ref().is_some_and(|it| it.id == person)
}

/// Whether whoever presses the button behind a link is signed in to the account that it is for, or types
/// its password; or the key of a sentence. The link alone would be pressed by who did not ask for it, and
/// by filters of mail. Tries are counted for this account, with its own.
///
/// # Errors
///
/// When one address tries too often, or the database refuses.
pub(super) async fn of_account(
    app: &App,
    me: &Visitor,
    (person, typed): (Uuid, &str),
) -> Result<Result<(), &'static str>, Error> {
    if is_of(me, person) {
        return Ok(Ok(()));
    }
    if typed.is_empty() {
        return Ok(Err("link-password-missing"));
    }
    let address = rows::address(&mut app.db.read().await?, person).await?;
    let shown = address.filter(|it| it.is_confirmed).map(|it| it.email);
    let found = tried(app, me, (person, shown.as_deref()), typed).await?;
    Ok(found.map_err(|it| if it == "sign-in-wait" { it } else { "link-password-wrong" }))
}
