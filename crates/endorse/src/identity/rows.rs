//! Whose session it is.

use db::{Db, Error, Time, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// The person behind a session, with what every page shows about them.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// The session.
    pub session_id: Uuid,
    /// The person.
    pub id: Uuid,
    /// As they call themselves.
    pub name: String,
    /// As they typed it.
    pub email: String,
    /// The language of letters to them.
    pub language: String,
    /// Since when the address is known to be theirs.
    pub email_confirmed_at: Option<Time>,
    /// Messages not read.
    pub unread: i64,
    /// Entries in the locker.
    pub entries: i64,
    /// Endorsements held or once held.
    pub endorsements: i64,
    /// When it was last shown within the session that it is theirs.
    pub proven_at: Time,
    /// When the session was last used, to a few minutes.
    pub used_at: Time,
    /// Whether there is a password; who has always come in by a provider has none.
    pub has_password: bool,
    /// Whether a second factor is asked for at the door, or the session began with what is two at once.
    pub has_second_factor: bool,
    /// Whether they said that they help somebody, and not yet that they have finished.
    pub helps: bool,
    roles: String,
}

impl Person {
    /// Whether the person holds a role here, now.
    #[must_use]
    pub fn has(&self, role: &str) -> bool {
        self.roles.split(' ').any(|held| held == role)
    }

    /// Whether the person sees or does here, now, what people in general may not.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        !self.roles.is_empty()
    }
}

/// Asked before every page of whoever has a cookie, and by itself.
pub(super) async fn signed_in(
    db: &Db,
    token_hash: &str,
    association: &str,
    now: Timestamp,
) -> Result<Option<Person>, Error> {
    db.maybe(
        "select s.id as session_id, p.id, p.name, p.email, p.language, p.email_confirmed_at,
             coalesce((select string_agg(r.role, ' ') from roles r
                 where r.person_id = p.id and (r.association_id = $2 or r.role = 'network')
                   and r.from_at <= $3 and (r.until_at is null or r.until_at > $3)), '') as roles,
             (select count(*) from messages m
                 where m.person_id = p.id and m.association_id = $2 and m.read_at is null) as unread,
             (select count(*) from entries e
                 where e.person_id = p.id and e.removed_at is null) as entries,
             (select count(*) from endorsements d
                 where d.person_id = p.id and d.association_id = $2) as endorsements,
             (p.password_hash <> '') as has_password,
             coalesce(s.proven_at, s.created_at) as proven_at,
             coalesce(s.used_at, s.created_at) as used_at,
             (s.begun_by in ('passkey', 'provider-and-more') or exists (select 1 from second_factors f
                 where f.person_id = p.id and f.confirmed_at is not null)) as has_second_factor,
             exists (select 1 from helpings h
                 where h.session_id = s.id and h.ended_at is null) as helps
         from sessions s join people p on p.id = s.person_id
         where s.token_hash = $1 and s.ended_at is null and s.expires_at > $3",
        (token_hash, association, now),
    )
    .await
}

/// Keeps when a session was used.
pub(super) async fn note_use(db: &Db, session: Uuid, now: Timestamp) -> Result<(), Error> {
    let mut tx = db.write().await?;
    tx.run(
        "update sessions set used_at = $2 where id = $1 and coalesce(used_at, created_at) < $2",
        (session, now),
    )
    .await?;
    tx.commit().await
}

/// Whom a session helps with their locker.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Helping {
    /// The person.
    pub person_id: Uuid,
    /// As they call themselves.
    pub name: String,
    email: String,
    email_confirmed_at: Option<Time>,
    /// The application that it is about.
    pub application_id: Uuid,
    /// Its number.
    pub number: String,
    /// Until when.
    pub until_at: Time,
    /// When the person themselves ended it, if they did.
    pub called_off_at: Option<Time>,
}

impl Helping {
    /// The person, as they would stand before their own locker; from a session of somebody else's.
    pub(super) fn person(&self, helper: &Person) -> Person {
        Person {
            id: self.person_id,
            name: self.name.clone(),
            email: self.email.clone(),
            email_confirmed_at: self.email_confirmed_at,
            unread: 0,
            entries: 0,
            endorsements: 0,
            roles: String::new(),
            ..helper.clone()
        }
    }
}

/// Whether a session still helps with an application.
pub(super) async fn still_helps(
    tx: &mut Tx,
    (session, application): (Uuid, Uuid),
    now: Timestamp,
) -> Result<bool, Error> {
    #[derive(sqlx::FromRow)]
    struct Found {
        n: i64,
    }
    let found: Option<Found> = tx
        .maybe(
            "select count(*) as n from helpings h join applications a on a.id = h.application_id
             where h.session_id = $1 and h.application_id = $2 and h.ended_at is null
               and h.until_at > $3 and a.closed_at is null",
            (session, application, now),
        )
        .await?;
    Ok(found.is_some_and(|it| it.n > 0))
}

/// Whether a session goes on, and its person still holds a role here.
pub(super) async fn still_holds(
    tx: &mut Tx,
    (session, association, role): (Uuid, &str, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    #[derive(sqlx::FromRow)]
    struct Found {
        n: i64,
    }
    let found: Option<Found> = tx
        .maybe(
            "select count(*) as n from sessions s join roles r on r.person_id = s.person_id
             where s.id = $1 and s.ended_at is null and s.expires_at > $4 and r.role = $3
               and (r.association_id = $2 or r.role = 'network')
               and r.from_at <= $4 and (r.until_at is null or r.until_at > $4)",
            (session, association, role, now),
        )
        .await?;
    Ok(found.is_some_and(|it| it.n > 0))
}

/// Whom a session helps here with a file that is open, and has not finished with, in time or not.
pub(super) async fn helping(
    db: &Db,
    session: Uuid,
    association: &str,
) -> Result<Option<Helping>, Error> {
    db.maybe(
        "select h.person_id, p.name, p.email, p.email_confirmed_at, h.application_id, a.number,
             h.until_at, h.called_off_at
         from helpings h join people p on p.id = h.person_id
             join applications a on a.id = h.application_id
         where h.session_id = $1 and h.association_id = $2 and h.ended_at is null
             and a.closed_at is null",
        (session, association),
    )
    .await
}
