//! Answering an invitation: only with the account of the mailbox that it went to.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::ToSpan as _;

use super::ending::job::tell_when_over;
use super::invitation::rows::{self as invitations, Invitation};
use super::rows;
use super::word;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::house;
use crate::identity::{Applicant, Fresh, Signed, Visitor};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people;
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::typed;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/invitations/{token}", get(show).post(accept))
        .route("/invitations/{token}/refusal", post(decline))
}

/// Who looks at it.
enum Reader {
    /// Nobody has signed in: the addresses of both ways to an account.
    Nobody { sign_in: String, register: String },
    /// The one who was invited.
    Invited,
    /// Somebody else, with this address.
    Another(String),
}

#[derive(Template)]
#[template(path = "roles/acceptance/page.html")]
struct InvitationPage {
    frame: Frame,
    /// Nothing if it was answered, taken back, or is too old.
    invitation: Option<Shown>,
    path: String,
}

struct Shown {
    role: String,
    does: String,
    by: String,
    email: String,
    until: Option<String>,
    reader: Reader,
}

fn shown(me: &Visitor, it: &Invitation, path: &str) -> Shown {
    let lang = me.lang;
    let then = security::query_value(path);
    let reader = match &me.person {
        None => Reader::Nobody {
            sign_in: lang.href(&format!("/sign-in?then={then}")),
            register: lang
                .href(&format!("/register?then={then}&email={}", security::query_value(&it.email))),
        },
        Some(person) if typed::email_key(&person.email) == it.email_key => Reader::Invited,
        Some(person) => Reader::Another(person.email.clone()),
    };
    Shown {
        role: word(&it.role, lang),
        does: lang.say(&format!("role-{}-does", it.role)).into_owned(),
        by: it.by_name.clone(),
        email: it.email.clone(),
        until: it.until_on.map(|day| lang.day(day)),
        reader,
    }
}

/// `GET /invitations/{token}`: only shows; mail filters open links.
async fn show(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let hash = security::token_hash(&token);
    let found = invitations::by_link(&mut tx, me.association(), &hash, me.now).await?;
    let path = format!("/invitations/{token}");
    let invitation = found.map(|it| shown(&me, &it, &path));
    page::show(&InvitationPage { frame: Frame::public(&me), invitation, path: me.lang.href(&path) })
}

/// `POST /invitations/{token}`
async fn accept(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    house::in_turn(&mut tx, me.association()).await?;
    let hash = security::token_hash(&token);
    let found = invitations::by_link(&mut tx, me.association(), &hash, me.now).await?;
    let it = found.ok_or(Error::NotFound)?;
    if rows::is_of_network(&mut tx, me.id, me.now).await? {
        return page::see_and_say(me.lang, "/network", "said-role-not-beside");
    }
    if typed::email_key(&me.person.email) != it.email_key {
        return Err(Error::NotFound);
    }
    if !invitations::accept(&mut tx, it.id, me.id, me.now).await? {
        return Err(Error::Stale);
    }
    if !people::confirm_address(&mut tx, me.id, me.now).await? {
        let path = format!("/invitations/{token}");
        return page::see_and_say(me.lang, &path, "said-role-elsewhere");
    }
    if rows::holds(&mut tx, me.association(), (me.id, &it.role), me.now).await? {
        let invitation = ("role-invitation", it.id);
        audit::record_saying(&mut tx, &me, "role-accepted", invitation, &it.role).await?;
        tx.commit().await?;
        return page::see_and_say(me.lang, "/home", "said-role-held");
    }
    // To the end of its last day, where the association is.
    let until = match it.until_on {
        Some(day) => Some(day.0.checked_add(1.day()).map_err(anyhow::Error::from)?),
        None => None,
    };
    let until = until.map(|day| day.to_zoned(me.zone.clone())).transpose();
    let until = until.map_err(anyhow::Error::from)?.map(|it| it.timestamp());
    let whose = (me.id, it.role.as_str());
    let id = rows::add(&mut tx, me.association(), whose, (me.now, until), it.invited_by).await?;
    audit::record_saying(&mut tx, &me, "role-accepted", ("role", id), &it.role).await?;
    if let Some(until) = until {
        tell_when_over(&mut tx, me.association(), (id, until)).await?;
    }
    tell(&mut tx, &me, &it).await?;
    tx.commit().await?;
    let room = match it.role.as_str() {
        "advisor" => "/advising",
        "reviewer" => "/reviews",
        "administrator" => "/desk/roles",
        "treasurer" => "/desk/payments",
        _ => "/desk",
    };
    page::see_and_say(me.lang, room, "said-role-accepted")
}

/// Tells whoever invited, and everybody who gives roles here: no role begins unseen.
async fn tell(tx: &mut Tx, me: &Signed, it: &Invitation) -> Result<(), Error> {
    let mut to = vec![it.invited_by];
    let gives = people::with_role(tx, me.association(), "administrator", me.now).await?;
    let gives: Vec<_> = gives.iter().map(|it| it.id).collect();
    to.extend(gives.iter().filter(|id| **id != it.invited_by && **id != me.id));
    for id in to {
        let to = people::addressee(tx, id).await?;
        let lang = to.lang();
        let role = word(&it.role, lang);
        let by = ("by", it.by_name.as_str().into());
        let values = [("name", me.person.name.as_str().into()), ("role", role.into()), by];
        let news = News {
            association: me.association(),
            person: Some(to.id),
            to_name: &to.name,
            to_email: &to.email,
            lang,
            kind: "role-accepted",
            subject: lang.say1("invitation-accepted-subject", "name", &me.person.name),
            body: lang.with("invitation-accepted-body", &values),
            link: gives.contains(&id).then(|| "/desk/roles".to_owned()),
            application: None,
        };
        inbox::send(tx, &news, me.now).await?;
    }
    Ok(())
}

/// `POST /invitations/{token}/refusal`
async fn decline(
    State(app): State<App>,
    me: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let hash = security::token_hash(&token);
    let found = invitations::by_link(&mut tx, me.association(), &hash, me.now).await?;
    let it = found.ok_or(Error::NotFound)?;
    if !invitations::decline(&mut tx, it.id, me.now).await? {
        return Err(Error::Stale);
    }
    audit::record(&mut tx, &me, "invitation-declined", "role-invitation", it.id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/", "said-role-declined")
}
