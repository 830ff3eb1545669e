//! One advisee: the requirements, what is missing, what comes next; and the talks that were noted.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use super::By;
use super::contacts::{Contact, ContactForm, talks};
use super::list::{Told, told};
use super::rows::{self, Advisee};
use crate::app::App;
use crate::applications::{self, Application, outline};
use crate::assessments::Section;
use crate::error::Error;
use crate::identity::Advisor;
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/advising/{id}", get(show)).route("/advising/{id}/end", post(end))
}

#[derive(Template)]
#[template(path = "advising/advisee/page.html")]
pub(super) struct AdviseePage {
    frame: Frame,
    href: String,
    name: String,
    stand: Told,
    steps: Vec<String>,
    sections: Vec<Section>,
    /// How many references have come in, are asked for, have nobody yet.
    references: [String; 3],
    contacts: Vec<Contact>,
    hours: Option<String>,
    form: ContactForm,
    problems: Problems,
}

/// Somebody who agreed to this advisor and whose application is open; whoever has not agreed, has
/// ended it, or is somebody else's, is not there.
pub(super) async fn mine(tx: &mut Tx, me: &Advisor, id: Uuid) -> Result<Advisee, Error> {
    let found = rows::mine(tx, (me.association(), me.id), Some(id), (1, 0)).await?;
    found.into_iter().next().ok_or(Error::NotFound)
}

impl AdviseePage {
    pub(super) async fn load(
        tx: &mut Tx,
        me: &Advisor,
        it: &Advisee,
        (form, problems): (ContactForm, Problems),
    ) -> Result<Self, Error> {
        let of = applications::one(tx, me.association(), it.application_id).await?;
        let mut of = outline(tx, me, of, &it.name).await?;
        let (contacts, hours) = talks(tx, me, it.id).await?;
        Ok(Self {
            frame: Frame::room(me),
            href: me.lang.href(&format!("/advising/{}", it.id)),
            name: it.name.clone(),
            steps: std::mem::take(&mut of.steps),
            sections: std::mem::take(&mut of.sections),
            references: [
                me.lang.count("advising-references-in", of.answered),
                me.lang.count("advising-references-asked", of.asked),
                me.lang.count("advising-references-open", of.to_name),
            ],
            stand: told(me, it, of),
            contacts,
            hours,
            form,
            problems,
        })
    }
}

/// `GET /advising/{id}`
async fn show(
    State(app): State<App>,
    me: Advisor,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let it = mine(&mut tx, &me, id).await?;
    let blank = (ContactForm::on(me.today()), Problems::default());
    page::show(&AdviseePage::load(&mut tx, &me, &it, blank).await?)
}

/// `POST /advising/{id}/end`
async fn end(State(app): State<App>, me: Advisor, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let it = mine(&mut tx, &me, id).await?;
    let of: Application = applications::one(&mut tx, me.association(), it.application_id).await?;
    let found = rows::of_application(&mut tx, me.association(), (of.id, id)).await?;
    let advising = found.ok_or(Error::NotFound)?;
    super::end(&mut tx, &me, (&of, &advising), By::Advisor).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/advising", "said-advising-ended")
}
