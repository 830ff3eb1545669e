//! What an advisor notes of talks: the day, the minutes, a line. It is the advisor's, and the advisee
//! finds it in their own data; the desk reads that something was noted, and not what.

mod form;
mod rows;

use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::advisee::{AdviseePage, mine};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Advisor;
use crate::page;
use crate::routing::{Path, Routes, post};

pub(super) use form::ContactForm;

pub(super) fn routes() -> Routes {
    Routes::new().route("/advising/{id}/contacts", post(note))
}

/// A talk, told.
pub(super) struct Contact {
    pub(super) day: String,
    pub(super) minutes: String,
    pub(super) note: String,
}

/// What was noted of one advisee, and how long that was.
pub(super) async fn talks(
    tx: &mut Tx,
    me: &Advisor,
    advising: Uuid,
) -> Result<(Vec<Contact>, Option<String>), Error> {
    let all = rows::of(tx, (me.association(), me.id), advising).await?;
    let told = |it: rows::Noted| Contact {
        day: me.lang.day(it.on_day),
        minutes: me.lang.count("advising-minutes", it.minutes),
        note: it.note.unwrap_or_default(),
    };
    let so_long = rows::so_long(tx, (me.association(), me.id), Some(advising)).await?;
    Ok((all.into_iter().map(told).collect(), in_words(me, so_long)))
}

/// What an advisor has noted here, of everybody, all in all.
pub(super) async fn noted(tx: &mut Tx, me: &Advisor) -> Result<Option<String>, Error> {
    let so_long = rows::so_long(tx, (me.association(), me.id), None).await?;
    Ok(in_words(me, so_long))
}

fn in_words(me: &Advisor, it: rows::SoLong) -> Option<String> {
    let hours = me.lang.hours(it.minutes);
    (it.talks > 0).then(|| me.lang.say2("advising-hours", "n", it.talks, "hours", hours))
}

/// `POST /advising/{id}/contacts`
async fn note(
    State(app): State<App>,
    me: Advisor,
    Path(id): Path<Uuid>,
    Form(form): Form<ContactForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let it = mine(&mut tx, &me, id).await?;
    let new = match form.check(me.today()) {
        Ok(new) => new,
        Err(problems) => {
            let typed = (form, problems);
            return page::correct(&AdviseePage::load(&mut tx, &me, &it, typed).await?);
        }
    };
    rows::add(&mut tx, (me.association(), me.id), it.id, &new, me.now).await?;
    let about = ("advising", it.id);
    audit::record_about(&mut tx, &me, "contact-noted", about, it.application_id, None).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/advising/{id}#talks"), "said-advising-noted")
}
