//! Endorsements: the standing a person holds, with its history, and its proof.
//!
//! Decisions call [`award`], renewals [`prolong`] and [`lapse`]; the registry reads
//! [`by_public_id`]. Coordinators change a standing at `/desk/endorsements`.

mod award;
mod badge;
#[cfg(feature = "pdf")]
mod certificate;
mod change;
mod desk;
mod held;
mod issuer;
mod rows;
mod standing;

use db::Tx;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::standing::Stand;
use uuid::Uuid;

use crate::i18n::Lang;
use crate::people;
use crate::programs::Program;
use crate::routing::Routes;

pub use award::{Awarding, Prolonging, award, prolong, words};
pub use change::lapse;
pub use issuer::{Issuer, status_list};
pub use rows::{Credential, Endorsement, Interval, of};
pub use standing::Standing;

/// How many months before its last day an endorsement's letter says that the renewal is near. The
/// product's own figure: no association has published one.
const SOON: i32 = 3;

/// The way in.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .merge(issuer::routes())
        .merge(badge::routes())
        .merge(held::routes())
        .merge(desk::routes());
    #[cfg(feature = "pdf")]
    let routes = routes.merge(certificate::routes());
    routes
}

/// An endorsement of the association's, by its id.
///
/// # Errors
///
/// When the database refuses.
pub async fn one(
    tx: &mut Tx,
    association: &str,
    id: Uuid,
) -> Result<Option<Endorsement>, db::Error> {
    rows::one(tx, association, id).await
}

/// Has whatever changes an endorsement, its badge or the account behind it come one after the other until
/// the transaction is over; what was read before has to be read again. To be called before anything
/// of an endorsement is locked.
///
/// # Errors
///
/// When the database refuses.
pub async fn in_turn(tx: &mut Tx, association: &str, id: Uuid) -> Result<(), db::Error> {
    let Some(it) = rows::one(tx, association, id).await? else { return Ok(()) };
    match it.person_id {
        Some(person) => people::in_turn(tx, person).await.map(drop),
        None => rows::in_turn(tx, id).await,
    }
}

/// An endorsement of one person, by its id; a stranger's is as if it were not there.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_person(
    tx: &mut Tx,
    association: &str,
    (person, id): (Uuid, Uuid),
) -> Result<Option<Endorsement>, db::Error> {
    let found = rows::one(tx, association, id).await?;
    Ok(found.filter(|it| it.person_id == Some(person)))
}

/// An endorsement by its public name.
///
/// # Errors
///
/// When the database refuses.
pub async fn by_public_id(
    tx: &mut Tx,
    association: &str,
    public_id: &str,
) -> Result<Option<Endorsement>, db::Error> {
    rows::by_public_id(tx, association, public_id).await
}

/// The stretches of an endorsement's standing, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn intervals(tx: &mut Tx, endorsement: Uuid) -> Result<Vec<Interval>, db::Error> {
    rows::intervals(tx, endorsement).await
}

/// Whether an endorsement is in force on a day.
async fn is_valid(tx: &mut Tx, it: &Endorsement, on: Date) -> Result<bool, db::Error> {
    let intervals = rows::intervals(tx, it.id).await?;
    Ok(it.standing(&intervals, on) == Standing::Valid)
}

/// The badge in force.
///
/// # Errors
///
/// When the database refuses.
pub async fn credential(tx: &mut Tx, endorsement: Uuid) -> Result<Option<Credential>, db::Error> {
    rows::credential(tx, endorsement).await
}

/// Until when an endorsement given on that day is valid, in a sentence for a letter; and that the first
/// renewal is due by then already, if that is near.
#[must_use]
pub fn first_renewal(program: &Program, endorsed: Date, lang: Lang) -> String {
    let until = program.association.renewal.valid_until(endorsed);
    let is_soon = until < endorsed.saturating_add(SOON.months());
    let key = if is_soon { "endorsement-first-renewal-soon" } else { "endorsement-first-renewal" };
    lang.say1(key, "until", lang.day(until))
}

/// Whether an endorsement may be renewed on a day: it goes on, or has lapsed.
#[must_use]
pub fn is_renewable(intervals: &[Interval], on: Date) -> bool {
    change::stand(intervals, on).is_some_and(Stand::is_renewable)
}
