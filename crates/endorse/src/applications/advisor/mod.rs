//! Who helps an application's person along, as the person and the desk are told. The feature `advising`
//! begins and ends it; the end of the application ends it too.

mod rows;

use db::Tx;
use jiff::Timestamp;
use uuid::Uuid;

use crate::identity::Applicant;

pub(super) use rows::close;
pub use rows::of;

/// What the person is told of it, and where they answer.
pub(super) struct Told {
    pub name: String,
    pub is_agreed: bool,
    /// Whether whoever it is still is an advisor here.
    pub holds: bool,
    pub since: String,
    pub agree: String,
    pub end: String,
}

/// What the applicant's home says of it.
pub(super) async fn told(
    tx: &mut Tx,
    me: &Applicant,
    application: Uuid,
) -> Result<Option<Told>, db::Error> {
    let found = of(tx, me.association(), application, me.now).await?;
    let day = |at: Timestamp| me.lang.day(at.to_zoned(me.zone.clone()).date());
    Ok(found.map(|it| {
        let path = me.lang.href(&format!("/applications/{application}/advising/{}", it.id));
        Told {
            is_agreed: it.agreed_at.is_some(),
            holds: it.holds,
            since: day(it.agreed_at.unwrap_or(it.offered_at).0),
            agree: format!("{path}/agreement"),
            end: format!("{path}/end"),
            name: it.name,
        }
    }))
}
