//! The letter to whoever held a role that was ended. It names nobody: who ended it, and why, is on record.

use db::Tx;
use jiff::Timestamp;

use super::super::rows::Held;
use super::super::word;
use crate::error::Error;
use crate::inbox::{self, News};
use crate::people;
use crate::reviews::assignments::Assignment;

/// Tells somebody that their role is over, in their inbox and by e-mail; and which reviews were taken
/// back with it.
pub(in crate::roles) async fn tell(
    tx: &mut Tx,
    held: &Held,
    reviews: &[Assignment],
    now: Timestamp,
) -> Result<(), Error> {
    let to = people::addressee(tx, held.person_id).await?;
    let lang = to.lang();
    let role = word(&held.role, lang);
    let files: Vec<&str> = reviews.iter().map(|it| it.number.as_str()).collect();
    let values = [
        ("name", to.name.as_str().into()),
        ("role", role.as_str().into()),
        ("files", lang.list(&files).into()),
    ];
    let body = if files.is_empty() { "role-ended-body" } else { "role-ended-body-reviews" };
    let news = News {
        association: &held.association_id,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "role-ended",
        subject: lang.say1("role-ended-subject", "role", &role),
        body: lang.with(body, &values),
        link: None,
        application: None,
    };
    inbox::send(tx, &news, now).await?;
    Ok(())
}
