//! The coordinator's desk: what waits, for whom, since when; one file on one page; decisions.

mod advising;
mod assignments;
mod charges;
mod claims;
mod decisions;
mod file;
mod helping;
mod holding;
mod list;
mod payments;
mod results;

use db::Tx;
use uuid::Uuid;

use crate::applications::{self, Application, pinning};
use crate::error::Error;
use crate::identity::Signed;
use crate::routing::Routes;

/// The way in.
pub fn routes() -> Routes {
    Routes::new()
        .merge(list::routes())
        .merge(file::routes())
        .merge(assignments::routes())
        .merge(advising::routes())
        .merge(decisions::routes())
        .merge(results::routes())
        .merge(helping::routes())
        .merge(holding::routes())
        .merge(charges::routes())
        .merge(claims::routes())
        .merge(payments::routes())
}

/// An application of the association. Their own is not there: nobody sees what
/// others said about them in confidence, nor decides about themself (ISO/IEC 17024, 9.4.4).
async fn application(tx: &mut Tx, me: &Signed, id: Uuid) -> Result<Application, Error> {
    let mut of = applications::one(tx, me.association(), id).await?;
    pinning::follow(me.program, &mut of, me.today());
    if of.person_id == me.id { Err(Error::NotFound) } else { Ok(of) }
}
