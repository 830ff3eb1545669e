//! Letters' rows, and those of orders that name somebody.

use db::{Error, Tx};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// The letters that are certainly a person's: those to their account and those about their
/// applications; of those to nobody's account the ones to their own confirmed address, if they have
/// one, the link that they asked for to another, and links that led to their account; and what told somebody that they took a role.
/// That somebody wished for an address, or said that it was theirs, makes nothing theirs.
pub(super) async fn of(
    tx: &mut Tx,
    person: Uuid,
    confirmed: Option<&str>,
) -> Result<Vec<Uuid>, Error> {
    let found: Vec<Id> = tx
        .all(
            "select m.id from messages m
             where m.person_id = $1
                or m.application_id in (select id from applications where person_id = $1)
                or (m.person_id is null and lower(m.to_email) = $2)
                or (m.person_id is null and m.kind = 'address-link' and exists (
                    select 1 from address_changes c
                    where c.person_id = $1 and c.new_email = m.to_email
                      and c.sent_at = m.created_at))
                or (m.person_id is null and m.kind in ('reset-password', 'sign-in-link') and exists (
                    select 1 from mailed_links l
                    where l.person_id = $1 and l.created_at = m.created_at
                      and l.purpose in ('reset-password', 'sign-in')))
                or (m.kind = 'role-accepted' and exists (
                    select 1 from role_invitations i
                    where i.accepted_by = $1 and i.accepted_at = m.created_at
                      and i.association_id = m.association_id))",
            (person, confirmed),
        )
        .await?;
    Ok(found.into_iter().map(|it| it.id).collect())
}

pub(super) async fn remove(tx: &mut Tx, letter: Uuid) -> Result<(), Error> {
    tx.run("delete from messages where id = $1", (letter,)).await?;
    Ok(())
}

/// A letter to somebody else that may name a reviewer or an advisor.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Told {
    pub id: Uuid,
    pub to_name: String,
    pub subject: String,
    pub body: String,
}

/// What coordinators were told of reviews of files that somebody was given, and others of their advice.
pub(super) async fn about_work(tx: &mut Tx, person: Uuid) -> Result<Vec<Told>, Error> {
    tx.all(
        "select m.id, m.to_name, m.subject, m.body from messages m
         where m.person_id <> $1
           and ((m.kind = 'review' and substr(m.link, 1, 6) = '/desk/' and m.application_id in (
                   select application_id from review_assignments where reviewer_id = $1))
             or (m.kind = 'advising' and m.application_id in (
                   select application_id from advisings where advisor_id = $1)))",
        (person,),
    )
    .await
}

pub(super) async fn say(tx: &mut Tx, it: &Told) -> Result<(), Error> {
    tx.run(
        "update messages set subject = $2, body = $3 where id = $1",
        (it.id, it.subject.as_str(), it.body.as_str()),
    )
    .await?;
    Ok(())
}

/// An order that still says something.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Order {
    pub id: Uuid,
    pub payload: String,
    pub dedupe_key: Option<String>,
    pub last_error: Option<String>,
}

pub(super) async fn orders(tx: &mut Tx) -> Result<Vec<Order>, Error> {
    tx.all(
        "select id, payload, dedupe_key, last_error from jobs
         where payload <> '{}' or last_error is not null",
        (),
    )
    .await
}

pub(super) async fn forget_order(tx: &mut Tx, order: Uuid) -> Result<(), Error> {
    tx.run("delete from jobs where id = $1", (order,)).await?;
    Ok(())
}

/// Forgets what was said when an order failed; the order stands.
pub(super) async fn forget_error(tx: &mut Tx, order: Uuid) -> Result<(), Error> {
    tx.run("update jobs set last_error = null where id = $1", (order,)).await?;
    Ok(())
}
