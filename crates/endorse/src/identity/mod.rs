//! Who is asking. A handler's argument is its permission: whoever may not, gets no further.

mod fresh;
mod rows;
mod seat;

use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use jiff::SignedDuration;
use uuid::Uuid;

use crate::app::App;
use crate::audit::{Act, Actor, Behalf};
use crate::error::Error;
use crate::requests::Asker;
use crate::routing::Who;
use crate::security;

pub use fresh::Fresh;
pub use rows::{Helping, Person};
pub use seat::Seat;

/// How exactly it is kept when a session was last used: not every page is a statement that writes.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// Anybody, signed in or not.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The request.
    pub seat: Seat,
    /// The person, if signed in.
    pub person: Option<Person>,
}

impl Deref for Visitor {
    type Target = Seat;
    fn deref(&self) -> &Seat {
        &self.seat
    }
}

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct Signed {
    /// The request.
    pub seat: Seat,
    /// The person.
    pub person: Person,
    /// The person's id, since it is needed so often.
    pub id: Uuid,
    role: &'static str,
    /// Who is really there, when it is not the person.
    helper: Option<Person>,
}

impl Signed {
    /// Whether whoever helps somebody with their locker still does: what took long to arrive may be
    /// too late. True of who is about their own things.
    ///
    /// # Errors
    ///
    /// When the database refuses.
    pub async fn still_helps(
        &self,
        tx: &mut db::Tx,
        now: jiff::Timestamp,
    ) -> Result<bool, db::Error> {
        let Some(helping) = self.seat.helping.as_ref().filter(|it| it.person_id == self.id) else {
            return Ok(true);
        };
        let which = (self.person.session_id, helping.application_id);
        rows::still_helps(tx, which, now).await
    }

    /// Whether whoever is here by a role still is: what took long to arrive may be too late.
    ///
    /// # Errors
    ///
    /// When the database refuses.
    pub async fn still_holds(
        &self,
        tx: &mut db::Tx,
        now: jiff::Timestamp,
    ) -> Result<bool, db::Error> {
        let which = (self.person.session_id, self.seat.association(), self.role);
        rows::still_holds(tx, which, now).await
    }

    /// Who is really there: the person, or who helps them.
    #[must_use]
    pub fn who_is_there(&self) -> &Person {
        self.helper.as_ref().unwrap_or(&self.person)
    }

    /// Who is really there, about their own things.
    #[must_use]
    pub fn in_person(&self) -> Self {
        let person = self.who_is_there().clone();
        Self { seat: self.seat.clone(), id: person.id, person, role: "applicant", helper: None }
    }

    /// Leads whoever sees other people's things, and has no second factor where one is asked for, to
    /// setting it up.
    ///
    /// # Errors
    ///
    /// Where to.
    pub fn must_have_second_factor(&self, app: &App) -> Result<(), Error> {
        if self.person.has_second_factor || !app.settings.second_factor.is_required() {
            return Ok(());
        }
        let then = security::query_value(&self.here());
        let to = format!("/account/second-factor?then={then}");
        Err(Error::SecondFactorFirst(self.lang.href(&to)))
    }

    /// Whether they are here to look and to change nothing: an auditor.
    #[must_use]
    pub fn only_looks(&self) -> bool {
        self.role == "auditor"
    }

    /// Whether files are open to them here, beside what is paid for them.
    #[must_use]
    pub fn is_at_desk(&self) -> bool {
        Who::AtDesk.roles().iter().any(|it| self.person.has(it))
    }
}

impl Deref for Signed {
    type Target = Seat;
    fn deref(&self) -> &Seat {
        &self.seat
    }
}

impl Actor for Signed {
    fn actor(&self) -> Act<'_> {
        Act {
            association: self.seat.association(),
            kind: self.role,
            person: Some(self.who_is_there().id),
            at: self.seat.now,
        }
    }

    fn on_behalf(&self) -> Option<Behalf> {
        let helping = self.seat.helping.as_ref().filter(|_| self.helper.is_some())?;
        Some(Behalf { person: self.id, application: helping.application_id })
    }
}

impl Actor for Visitor {
    fn actor(&self) -> Act<'_> {
        Act {
            association: self.seat.association(),
            kind: "visitor",
            person: self.person.as_ref().map(|person| person.id),
            at: self.seat.now,
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let own = app.house.now(&app.db, &app.program.id, app.clock.now()).await?;
        let mut seat = Seat::of(parts, app, own);
        let jar = CookieJar::from_headers(&parts.headers);
        let person = match jar.get(security::cookie_name(&app.settings)) {
            None => None,
            Some(cookie) => {
                let hash = security::token_hash(cookie.value());
                rows::signed_in(&app.db, &hash, seat.association(), seat.now).await?
            }
        };
        let person = person.filter(|it| !is_away(it, &seat, app));
        if let Some(person) = &person
            && seat.now.duration_since(person.used_at.0) >= NOTED_EVERY
        {
            rows::note_use(&app.db, person.session_id, seat.now).await?;
        }
        if let (Some(person), Some(asker)) = (&person, parts.extensions.get::<Asker>()) {
            asker.is(person.id);
        }
        if let Some(person) = person.as_ref().filter(|it| it.helps && it.has("coordinator")) {
            seat.helping = rows::helping(&app.db, person.session_id, seat.association()).await?;
        }
        let visitor = Self { seat, person };
        parts.extensions.insert(visitor.clone());
        Ok(visitor)
    }
}

/// Whether somebody has been away for so long that the session is over.
fn is_away(person: &Person, seat: &Seat, app: &App) -> bool {
    let away = seat.now.duration_since(person.used_at.0);
    away >= app.settings.sessions.idle(person.is_staff())
}

/// Lets in who is signed in and, where there are roles, holds one of them here, now. What they do is
/// recorded under the first of those that they hold.
async fn let_in(parts: &mut Parts, app: &App, who: Who) -> Result<Signed, Error> {
    let visitor = Visitor::from_request_parts(parts, app).await?;
    let Some(person) = visitor.person else {
        let to = format!("/sign-in?then={}", security::query_value(&visitor.seat.here()));
        return Err(Error::SignInFirst(visitor.seat.lang.href(&to)));
    };
    let roles = who.roles();
    if roles.is_empty() {
        return for_whom(visitor.seat, person, parts.method.is_safe());
    }
    let id = person.id;
    let role = roles.iter().find(|it| person.has(it)).ok_or(Error::NotFound)?;
    let signed = Signed { seat: visitor.seat, person, id, role, helper: None };
    signed.must_have_second_factor(app)?;
    Ok(signed)
}

/// What is open to whoever helps somebody else: the locker and its documents, and nothing that is
/// signed, asked of others, paid or decided.
const OPEN_TO_HELPERS: [&str; 2] = ["/locker", "/documents"];
/// All of it at once is for nobody but its owner.
const CLOSED_TO_HELPERS: &str = "/locker/download";

/// Somebody about their own things, or a coordinator about those of the person they help. When the
/// time for that is up they are led to saying so, and nothing of theirs ends up in a wrong locker; what
/// they send after the other one has ended it is refused.
fn for_whom(seat: Seat, person: Person, looks: bool) -> Result<Signed, Error> {
    let is_below = |it: &&str| {
        seat.path.strip_prefix(*it).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let is_open = OPEN_TO_HELPERS.iter().any(is_below);
    if is_open && seat.is_for_another() {
        return Err(Error::Stale);
    }
    if seat.path == CLOSED_TO_HELPERS && seat.helping.is_some() {
        return Err(Error::NotFound);
    }
    match seat.helping.clone().filter(|_| is_open) {
        None => {
            let id = person.id;
            Ok(Signed { seat, person, id, role: "applicant", helper: None })
        }
        Some(helping) if helping.called_off_at.is_some() && !looks => Err(Error::Stale),
        Some(helping) if helping.until_at.0 <= seat.now => {
            let to = format!("/desk/applications/{}/help", helping.application_id);
            Err(Error::TimeIsUp(seat.lang.href(&to)))
        }
        Some(helping) => {
            let helped = helping.person(&person);
            let id = helped.id;
            Ok(Signed { seat, person: helped, id, role: "coordinator", helper: Some(person) })
        }
    }
}

macro_rules! whoever {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(pub Signed);

        impl Deref for $name {
            type Target = Signed;
            fn deref(&self) -> &Signed {
                &self.0
            }
        }

        impl Actor for $name {
            fn actor(&self) -> Act<'_> {
                self.0.actor()
            }

            fn on_behalf(&self) -> Option<Behalf> {
                self.0.on_behalf()
            }
        }

        impl FromRequestParts<App> for $name {
            type Rejection = Error;

            async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
                Ok(Self(let_in(parts, app, Who::$name).await?))
            }
        }
    )* };
}

whoever! {
    /// Anybody with an account, about their own things.
    Applicant;
    /// The association's coordinator.
    Coordinator;
    /// Who gives roles in the association.
    Administrator;
    /// Someone who helps applicants along.
    Advisor;
    /// Someone who judges files.
    Reviewer;
    /// Someone who looks into files and changes nothing.
    Auditor;
    /// Whoever may look at the desk: the coordinator, an auditor.
    AtDesk;
    /// Whoever may say that money has come: the coordinator, a treasurer.
    Cashier;
    /// Whoever may look at what is paid: the coordinator, a treasurer, an auditor.
    AtBooks;
    /// Who looks after the whole installation: gives and ends roles, and sees nobody's file.
    Network;
}
