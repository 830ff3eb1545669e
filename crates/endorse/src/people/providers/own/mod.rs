//! One's own identities at providers: linking one, removing one.

use axum::extract::State;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::{leave, rows};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Fresh, Signed, Visitor};
use crate::page;
use crate::people::account;
use crate::routing::{Path, Routes, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/account/identities/link/{provider}", post(add))
        .route("/account/identities/{id}/remove", post(remove))
}

/// An identity in the list.
pub(crate) struct Line {
    /// Where to remove it.
    pub remove: String,
    /// What people know the provider as.
    pub provider: String,
    /// Who one is there, since when it is linked, last used when.
    pub more: String,
}

/// The identities of whoever asks, oldest first; and where to link others, with their names.
pub(crate) async fn of(
    tx: &mut Tx,
    app: &App,
    me: &Signed,
) -> Result<(Vec<Line>, Vec<(String, String)>), Error> {
    let linked = rows::of(tx, me.id).await?;
    let line = |it: &rows::Linked| {
        let named = app.providers.all().find(|provider| provider.issuer == it.issuer);
        let since = me.lang.day(it.linked_at.0.to_zoned(me.zone.clone()).date());
        let who = it.email.clone().unwrap_or_else(|| it.issuer.clone());
        let more = match it.used_at {
            None => me.lang.say2("identity-unused", "who", who, "since", since),
            Some(at) => {
                let used = me.lang.moment(at, &me.zone);
                let values = [("who", who.into()), ("since", since.into()), ("used", used.into())];
                me.lang.with("identity-used", &values)
            }
        };
        Line {
            remove: me.lang.href(&format!("/account/identities/{}/remove", it.id)),
            provider: named.map_or_else(|| it.issuer.clone(), |it| it.name.clone()),
            more,
        }
    };
    let is_new = |issuer: &str| linked.iter().all(|it| it.issuer != issuer);
    let others =
        app.providers.all().filter(|it| is_new(&it.issuer)).map(|it| {
            (me.lang.href(&format!("/account/identities/link/{}", it.id)), it.name.clone())
        });
    Ok((linked.iter().map(line).collect(), others.collect()))
}

/// `POST /account/identities/link/{provider}`
async fn add(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(provider): Path<String>,
) -> Result<Response, Error> {
    let visitor = Visitor { seat: me.seat.clone(), person: Some(me.person.clone()) };
    leave(&app, &visitor, &provider, (Some(me.id), "/account")).await
}

/// `POST /account/identities/{id}/remove`: never the only way in.
async fn remove(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::unlink(&mut tx, me.id, id).await? {
        return Err(Error::NotFound);
    }
    if rows::other_ways(&mut tx, me.id, id).await? == 0 {
        return page::see_and_say(me.lang, "/account", "said-identity-last");
    }
    account::tell(&mut tx, me.association(), me.id, "identity-removed", me.now).await?;
    audit::record(&mut tx, &me, "identity-removed", "identity", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/account", "said-identity-removed")
}
