//! Asking for the password once more, before what a borrowed session must not do.

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
/// When one address tries too often, or the database refuses.
pub async fn password(
    app: &App,
    me: &Signed,
    typed: &str,
) -> Result<Result<(), &'static str>, Error> {
    app.limits.signing_in(me.address)?;
    let key = typed::email_key(&me.person.email);
    let mut tx = app.db.write().await?;
    let may = sessions::count_try(&mut tx, &key, me.now).await?;
    let account = rows::account(&mut tx, &key).await?;
    tx.commit().await?;
    let kept = account.as_ref().map(|it| it.password_hash.as_str());
    let fits = app.passwords.fits(typed, kept).await?;
    if !may {
        return Ok(Err("sign-in-wait"));
    }
    if !fits {
        return Ok(Err("account-password-wrong"));
    }
    let mut tx = app.db.write().await?;
    rows::forget_failures(&mut tx, &key).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
