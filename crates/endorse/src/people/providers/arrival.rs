//! Somebody who has come back from a provider: known, linked by who asks for it, new, or with an address
//! that has an account.

use axum::response::Response;
use axum_extra::extract::CookieJar;
use db::Tx;
use uuid::Uuid;

use super::client::Identity;
use super::rows::Trip;
use super::{AWAY_FOR, rows, waiting};
use crate::app::App;
use crate::audit::{self, Act};
use crate::error::Error;
use crate::identity::Visitor;
use crate::page;
use crate::people::sessions::{self, By, Guest};
use crate::people::{account, address, rows as people};
use crate::settings::Provider;
use crate::typed;

/// Somebody who has come back.
pub(super) struct Arrival<'a> {
    pub provider: &'a Provider,
    pub who: &'a Identity,
    pub trip: &'a Trip,
    pub hash: &'a str,
}

impl Arrival<'_> {
    fn key(&self) -> (&str, &str) {
        (&self.provider.issuer, &self.who.subject)
    }

    const fn by(&self) -> By {
        if self.who.is_two { By::ProviderAndMore } else { By::Provider }
    }

    /// Goes on, each on their way.
    pub async fn goes_on(
        &self,
        app: &App,
        me: &Visitor,
        jar: CookieJar,
    ) -> Result<Response, Error> {
        let mut tx = app.db.write().await?;
        if let Some(asked) = self.trip.person_id {
            let here = me.person.as_ref().filter(|it| it.id == asked);
            let Some(here) = here else { return Err(Error::Stale) };
            let is_linked =
                link(&mut tx, me, (here.id, &self.provider.name), (self.key(), self.email()));
            let said =
                if is_linked.await? { "said-identity-linked" } else { "said-identity-taken" };
            tx.commit().await?;
            return page::see_and_say(me.lang, "/account", said);
        }
        if let Some(owner) = rows::owner(&mut tx, self.key()).await? {
            rows::used(&mut tx, self.key(), me.now).await?;
            let (person, has_second_factor) = (owner.person_id, owner.has_second_factor);
            let guest = Guest { person, has_second_factor, by: self.by() };
            let way = sessions::enter(&mut tx, me, guest, &self.trip.goes_on_to).await?;
            tx.commit().await?;
            return way.go(app, me, jar);
        }
        drop(tx);
        match self.email() {
            Some(email) => self.is_new(app, me, (email, jar)).await,
            None => {
                let then = self.trip.goes_on_to.clone();
                sessions::ask_again(app, me, then, ("providers", "provider-no-address"))
            }
        }
    }

    fn email(&self) -> Option<&str> {
        self.who.email.as_deref().filter(|it| typed::email(it).is_ok())
    }

    /// An account for an address that has none; whose has one signs in to it first.
    async fn is_new(
        &self,
        app: &App,
        me: &Visitor,
        (email, jar): (&str, CookieJar),
    ) -> Result<Response, Error> {
        let email_key = typed::email_key(email);
        let called = self.who.name.as_deref().and_then(|it| typed::name(it).ok());
        let local = email.split('@').next().unwrap_or(email);
        let new = people::NewPerson {
            email,
            email_key: &email_key,
            name: called.as_deref().unwrap_or(local),
            password_hash: "",
            lang: me.lang,
        };
        let mut tx = app.db.write().await?;
        let person = match people::add(&mut tx, &new, me.now).await? {
            Some(id) if !address::is_held(&mut tx, &email_key, id, me.now).await? => id,
            _ => {
                drop(tx);
                return self.waits(app, me).await;
            }
        };
        people::set_password(&mut tx, person, "", None).await?;
        people::confirm(&mut tx, person, &email_key, me.now).await?;
        rows::link(&mut tx, person, (self.key().0, self.key().1, Some(email)), me.now).await?;
        rows::used(&mut tx, self.key(), me.now).await?;
        let kind = "applicant";
        let who = Act { association: me.association(), kind, person: Some(person), at: me.now };
        audit::record(&mut tx, &who, "registered", "person", person).await?;
        let guest = Guest { person, has_second_factor: false, by: self.by() };
        let way = sessions::enter(&mut tx, me, guest, &self.trip.goes_on_to).await?;
        tx.commit().await?;
        way.go(app, me, jar)
    }

    /// Keeps who it is until they have signed in to the account that has their address.
    async fn waits(&self, app: &App, me: &Visitor) -> Result<Response, Error> {
        let mut tx = app.db.write().await?;
        let who = (self.who.subject.as_str(), self.email());
        rows::wait(&mut tx, self.hash, who, me.now + AWAY_FOR).await?;
        tx.commit().await?;
        match me.person {
            Some(_) => page::see(me.lang, waiting::HERE),
            None => {
                let to = format!("/sign-in?then={}", waiting::HERE);
                page::see_and_say(me.lang, &to, "said-provider-known")
            }
        }
    }
}

/// Links an identity to whoever asks; they are told. False if it is somebody else's.
pub(super) async fn link(
    tx: &mut Tx,
    me: &Visitor,
    (person, provider): (Uuid, &str),
    ((issuer, subject), email): ((&str, &str), Option<&str>),
) -> Result<bool, Error> {
    if let Some(owner) = rows::owner(tx, (issuer, subject)).await? {
        return Ok(owner.person_id == person);
    }
    let Some(id) = rows::link(tx, person, (issuer, subject, email), me.now).await? else {
        return Err(Error::Stale);
    };
    account::tell(tx, me.association(), person, "identity-linked", me.now).await?;
    let kind = "applicant";
    let who = Act { association: me.association(), kind, person: Some(person), at: me.now };
    audit::record_saying(tx, &who, "identity-linked", ("identity", id), provider).await?;
    Ok(true)
}
