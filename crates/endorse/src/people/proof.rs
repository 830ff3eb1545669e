//! Asking for the password once more, before what a borrowed session must not do. Who has none shows
//! in another way who they are, within the last quarter of an hour.

use super::{rows, sessions};
use crate::app::App;
use crate::error::Error;
use crate::identity::Signed;
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
    app.limits.signing_in(me.address)?;
    let mut tx = app.db.write().await?;
    // Of an address that is not shown to be theirs, another account's tries are counted.
    let key = match me.person.email_confirmed_at {
        Some(_) => typed::email_key(&me.person.email),
        None => rows::no_key(me.id),
    };
    let may = sessions::count_try(&mut tx, &key, me.now).await?;
    let kept = rows::password(&mut tx, me.id).await?;
    tx.commit().await?;
    let fits = app.passwords.fits(typed, kept.as_deref()).await?;
    if !may {
        return Ok(Err("sign-in-wait"));
    }
    if !fits {
        return Ok(Err("account-password-wrong"));
    }
    let mut tx = app.db.write().await?;
    // Another password may have been set while this one was looked at.
    if rows::password(&mut tx, me.id).await? != kept {
        return Ok(Err("account-password-wrong"));
    }
    rows::forget_failures(&mut tx, &key).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
