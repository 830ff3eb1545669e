//! The record's rows. [`Deeds`] is the one place that adds to them.

use std::collections::BTreeMap;

use db::{Error, Last, Time, Tx, Writing};
use uuid::Uuid;

use super::chain::{GENESIS, Line, sealed};
use super::{Act, Behalf};

/// One thing that happened.
#[derive(Debug, sqlx::FromRow)]
pub struct Event {
    /// When.
    pub at: Time,
    /// The person's name, if they have an account.
    pub actor_name: Option<String>,
    /// What was done, as a word.
    pub verb: String,
    /// To what kind of thing.
    pub object_kind: String,
    /// A few words more.
    pub detail: Option<String>,
}

/// What a transaction has done, by association. It is written when the transaction is committed, so
/// that the end of a chain, which everybody needs, is locked last and for a moment; and always in the
/// same order of associations.
#[derive(Debug, Default)]
struct Deeds(BTreeMap<String, Vec<Deed>>);

/// A deed's row; its number and its hash are what the chain adds.
#[derive(Debug, sqlx::FromRow)]
struct Deed {
    id: Uuid,
    at: Time,
    actor_kind: String,
    actor_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    verb: String,
    object_kind: String,
    object_id: Option<Uuid>,
    application_id: Option<Uuid>,
    salt: Option<Uuid>,
    detail: Option<String>,
    /// Instead of the words, once they were erased.
    detail_digest: Option<String>,
    number: Option<i64>,
    hash: Option<String>,
}

impl Deed {
    /// The digest of the words more, whether or not they are still there.
    fn digest(&self) -> Option<String> {
        let of_words = |it: &String| sealed(self.salt.unwrap_or_default(), it);
        self.detail.as_ref().map(of_words).or_else(|| self.detail_digest.clone())
    }

    /// As an export has it: with the number and the hash that the row has, whatever they are.
    fn line(&self) -> Line {
        let text = |it: Uuid| it.to_string();
        Line {
            number: self.number.and_then(|it| u64::try_from(it).ok()),
            id: self.id.to_string(),
            at: self.at.text(),
            actor: self.actor_kind.clone(),
            person: self.actor_id.map(text),
            on_behalf_of: self.on_behalf_of.map(text),
            verb: self.verb.clone(),
            object: self.object_kind.clone(),
            object_id: self.object_id.map(text),
            application: self.application_id.map(text),
            detail: self.digest(),
            hash: self.hash.clone(),
        }
    }
}

/// Adds a deed to what the transaction will have done.
pub(super) fn add(
    tx: &mut Tx,
    (who, behalf): (Act<'_>, Option<Behalf>),
    verb: &str,
    (kind, id): (&str, Uuid),
    application: Option<Uuid>,
    detail: Option<&str>,
) {
    // No engine keeps a NUL, and what is hashed must be what is kept.
    let detail = detail.map(|it| it.replace('\0', ""));
    let deed = Deed {
        id: Uuid::now_v7(),
        at: Time(who.at),
        actor_kind: who.kind.to_owned(),
        actor_id: who.person,
        on_behalf_of: behalf.map(|it| it.person),
        verb: verb.to_owned(),
        object_kind: kind.to_owned(),
        object_id: Some(id),
        application_id: application.or(behalf.map(|it| it.application)),
        salt: detail.as_ref().map(|_| Uuid::new_v4()),
        detail,
        detail_digest: None,
        number: None,
        hash: None,
    };
    let association = who.association.to_owned();
    tx.lastly(|deeds: &mut Deeds| deeds.0.entry(association).or_default().push(deed));
}

impl Last for Deeds {
    fn write(self: Box<Self>, tx: &mut Tx) -> Writing<'_> {
        Box::pin(async move {
            for (association, deeds) in self.0 {
                chain(tx, &association, deeds).await?;
            }
            Ok(())
        })
    }
}

/// The end of a chain.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct End {
    pub number: i64,
    pub hash: String,
}

/// Writes deeds at the end of a chain, which is nobody else's until the transaction ends.
async fn chain(tx: &mut Tx, association: &str, deeds: Vec<Deed>) -> Result<(), Error> {
    let more = i64::try_from(deeds.len()).unwrap_or(i64::MAX);
    let end: Option<End> = tx
        .maybe(
            "insert into audit_heads (association_id, number, hash) values ($1, $2, $3)
             on conflict (association_id) do update set number = audit_heads.number + $2
             returning number, hash",
            (association, more, GENESIS),
        )
        .await?;
    let end = end.unwrap_or_default();
    let (mut number, mut hash) = (end.number - more, end.hash);
    for mut deed in deeds {
        number += 1;
        deed.number = Some(number);
        hash = deed.line().hash_after(association, &hash);
        tx.run(
            "insert into audit_events (id, association_id, at, actor_kind, actor_id, on_behalf_of,
                 verb, object_kind, object_id, application_id, salt, detail, number, hash)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            (
                deed.id,
                association,
                deed.at,
                deed.actor_kind,
                deed.actor_id,
                deed.on_behalf_of,
                deed.verb,
                deed.object_kind,
                deed.object_id,
                deed.application_id,
                deed.salt,
                deed.detail,
                number,
                hash.as_str(),
            ),
        )
        .await?;
    }
    let sql = "update audit_heads set hash = $2 where association_id = $1";
    tx.run(sql, (association, hash.as_str())).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Id {
    id: String,
}

/// Associations with deeds of which not one is in a chain, because there was no chain yet.
pub(super) async fn unchained(tx: &mut Tx) -> Result<Vec<String>, Error> {
    let found: Vec<Id> = tx
        .all(
            "select a.id from associations a
             where not exists (select 1 from audit_heads h where h.association_id = a.id)
               and exists (select 1 from audit_events e where e.association_id = a.id)
               and not exists (select 1 from audit_events e
                       where e.association_id = a.id and (e.number is not null or e.hash is not null))
             order by a.id",
            (),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

/// Makes a chain of the deeds that were there before there was one, in the order of time, and says
/// how many they are; nothing if another process was quicker.
pub(super) async fn chain_older(tx: &mut Tx, association: &str) -> Result<u64, Error> {
    let begun = tx
        .run(
            "insert into audit_heads (association_id, number, hash) values ($1, 0, $2)
             on conflict do nothing",
            (association, GENESIS),
        )
        .await?;
    if begun == 0 {
        return Ok(0);
    }
    let (mut number, mut hash) = (0, GENESIS.to_owned());
    let deeds: Vec<Deed> = tx
        .all(
            "select id, at, actor_kind, actor_id, on_behalf_of, verb, object_kind, object_id,
                 application_id, salt, detail, detail_digest, number, hash
             from audit_events where association_id = $1 order by at, id",
            (association,),
        )
        .await?;
    for mut deed in deeds {
        number += 1;
        deed.number = Some(number);
        deed.salt = deed.detail.as_ref().map(|_| Uuid::new_v4());
        hash = deed.line().hash_after(association, &hash);
        tx.run(
            "update audit_events set number = $2, hash = $3, salt = $4 where id = $1",
            (deed.id, number, hash.as_str(), deed.salt),
        )
        .await?;
    }
    let sql = "update audit_heads set number = $2, hash = $3 where association_id = $1";
    tx.run(sql, (association, number, hash.as_str())).await?;
    Ok(number.unsigned_abs())
}

/// Where a chain ends, as it was written down when the last deed was.
pub(super) async fn end(tx: &mut Tx, association: &str) -> Result<Option<End>, Error> {
    let sql = "select number, hash from audit_heads where association_id = $1";
    tx.maybe(sql, (association,)).await
}

/// The deeds of a chain after a number and up to another, as they are.
pub(super) async fn lines(
    tx: &mut Tx,
    association: &str,
    (after, up_to): (i64, i64),
    at_most: i64,
) -> Result<Vec<Line>, Error> {
    let found: Vec<Deed> = tx
        .all(
            "select id, at, actor_kind, actor_id, on_behalf_of, verb, object_kind, object_id,
                 application_id, salt, detail, detail_digest, number, hash
             from audit_events
             where association_id = $1 and number > $2 and number <= $3
             order by number limit $4",
            (association, after, up_to, at_most),
        )
        .await?;
    Ok(found.iter().map(Deed::line).collect())
}

/// Rows that are in no chain although there is one, and rows after its end: somebody put them there
/// by hand, or set the end back.
pub(super) async fn beside(tx: &mut Tx, association: &str) -> Result<Vec<Line>, Error> {
    let found: Vec<Deed> = tx
        .all(
            "select id, at, actor_kind, actor_id, on_behalf_of, verb, object_kind, object_id,
                 application_id, salt, detail, detail_digest, number, hash
             from audit_events
             where association_id = $1
               and (number is null or number < 1
                 or number > coalesce(
                     (select h.number from audit_heads h where h.association_id = $1), 0))
             order by number, at, id limit 100",
            (association,),
        )
        .await?;
    Ok(found.iter().map(Deed::line).collect())
}

/// What happened to an application, newest first.
///
/// # Errors
///
/// When the database refuses.
pub async fn of_application(
    tx: &mut Tx,
    association: &str,
    application: Uuid,
) -> Result<Vec<Event>, Error> {
    tx.all(
        "select e.at, p.name as actor_name, e.verb, e.object_kind, e.detail
         from audit_events e left join people p on p.id = e.actor_id
         where e.application_id = $1 and e.association_id = $2
         order by e.at desc, e.id desc",
        (application, association),
    )
    .await
}

/// Takes the words away from deeds about a person, and leaves their digest; says of how many.
pub(super) async fn forget_words(tx: &mut Tx, person: Uuid) -> Result<u64, Error> {
    let deeds: Vec<Deed> = tx
        .all(
            "select id, at, actor_kind, actor_id, on_behalf_of, verb, object_kind, object_id,
                 application_id, salt, detail, detail_digest, number, hash
             from audit_events e
             where e.detail is not null and e.hash is not null and (
                 (e.actor_id = $1 and e.actor_kind in ('applicant', 'visitor'))
                 or e.on_behalf_of = $1
                 or e.object_id = $1
                 or e.application_id in (select id from applications where person_id = $1)
                 or (e.verb in ('assigned', 'declared') and e.object_id in (
                     select id from review_assignments where reviewer_id = $1))
                 or e.object_id in (
                     select id from charges where person_id = $1
                     union all select id from roles where person_id = $1
                     union all select id from renewals where person_id = $1
                     union all select id from memberships where person_id = $1
                     union all select id from membership_claims where person_id = $1
                     union all select id from signatures where person_id = $1
                     union all select id from endorsements where person_id = $1))",
            (person,),
        )
        .await?;
    for deed in &deeds {
        tx.run(
            "update audit_events set detail = null, salt = null, detail_digest = $2 where id = $1",
            (deed.id, deed.digest()),
        )
        .await?;
    }
    Ok(u64::try_from(deeds.len()).unwrap_or_default())
}
