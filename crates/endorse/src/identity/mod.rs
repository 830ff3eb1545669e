//! Who is asking. A handler's argument is its permission: whoever may not, gets no further.

mod rows;

use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::app::App;
use crate::audit::{Act, Actor};
use crate::error::Error;
use crate::house::Own;
use crate::i18n::Lang;
use crate::programs::Program;
use crate::routing::Who;
use crate::security;

pub use rows::Person;

/// How a page tells the next one what has happened.
const SAID: &str = "said=";

/// What is known about any request.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The language of the page.
    pub lang: Lang,
    /// When it was asked; the same for the whole request.
    pub now: Timestamp,
    /// The path without the language.
    pub path: String,
    /// The query, without what the last page said; empty if there is none.
    pub query: String,
    /// The key of a sentence to show on top, if one of our own pages led here and left one.
    pub said: Option<String>,
    /// The association whose house this is.
    pub program: &'static Program,
    /// What the association has set for itself, on top of its program.
    pub own: Arc<Own>,
    /// Where its days begin and end.
    pub zone: TimeZone,
    /// From where, as far as it can be believed.
    pub address: Option<IpAddr>,
    /// With which browser.
    pub user_agent: String,
}

impl Seat {
    /// Today, where the association is.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// This page's address, without the language and without what the last page said.
    #[must_use]
    pub fn here(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }

    /// The association's id.
    #[must_use]
    pub fn association(&self) -> &'static str {
        &self.program.id
    }
}

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
}

impl Signed {
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
            person: Some(self.id),
            at: self.seat.now,
        }
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
        let seat = seat(parts, app, own);
        let jar = CookieJar::from_headers(&parts.headers);
        let person = match jar.get(security::cookie_name(&app.settings)) {
            None => None,
            Some(cookie) => {
                let hash = security::token_hash(cookie.value());
                rows::signed_in(&app.db, &hash, seat.association(), seat.now).await?
            }
        };
        let visitor = Self { seat, person };
        parts.extensions.insert(visitor.clone());
        Ok(visitor)
    }
}

fn seat(parts: &Parts, app: &App, own: Arc<Own>) -> Seat {
    let lang = parts.extensions.get::<Lang>().copied().unwrap_or(Lang::En);
    let query = parts.uri.query().unwrap_or_default();
    let (said, query): (Vec<&str>, Vec<&str>) =
        query.split('&').partition(|pair| pair.starts_with(SAID));
    let said = said.iter().find_map(|pair| pair.strip_prefix(SAID));
    let said = said.filter(|key| key.starts_with("said-") && lang.knows(key));
    let said = said.filter(|_| security::is_led_by_us(&parts.headers)).map(str::to_owned);
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let user_agent = parts.headers.get("user-agent").and_then(|agent| agent.to_str().ok());
    Seat {
        lang,
        now: app.clock.now(),
        path: parts.uri.path().to_owned(),
        query: query.join("&"),
        said,
        program: app.program,
        own,
        zone: app.zone.clone(),
        address: security::client(peer, &parts.headers, &app.settings.proxies),
        user_agent: user_agent.unwrap_or_default().chars().take(300).collect(),
    }
}

/// Leads whoever sees other people's files, and has no second factor where one is asked for, to
/// setting it up.
fn with_second_factor(signed: &Signed, app: &App) -> Result<(), Error> {
    if signed.person.has_second_factor || !app.settings.second_factor.is_required() {
        return Ok(());
    }
    let then = security::query_value(&signed.seat.here());
    let to = format!("/account/second-factor?then={then}");
    Err(Error::SecondFactorFirst(signed.seat.lang.href(&to)))
}

/// Lets in who is signed in and, where there are roles, holds one of them here, now. What they do is
/// recorded under the first of those that they hold.
async fn let_in(parts: &mut Parts, app: &App, who: Who) -> Result<Signed, Error> {
    let visitor = Visitor::from_request_parts(parts, app).await?;
    let Some(person) = visitor.person else {
        let to = format!("/sign-in?then={}", security::query_value(&visitor.seat.here()));
        return Err(Error::SignInFirst(visitor.seat.lang.href(&to)));
    };
    let id = person.id;
    let roles = who.roles();
    if roles.is_empty() {
        return Ok(Signed { seat: visitor.seat, person, id, role: "applicant" });
    }
    let role = roles.iter().find(|it| person.has(it)).ok_or(Error::NotFound)?;
    let signed = Signed { seat: visitor.seat, person, id, role };
    with_second_factor(&signed, app)?;
    Ok(signed)
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
