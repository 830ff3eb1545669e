//! Correcting the name that an endorsement carries. It is printed on the certificate, signed in the
//! badge and found in the registry, so it does not follow the account by itself: somebody has to
//! know that it is the same person.

mod form;
pub(super) mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;

use self::form::NameForm;
use super::super::rows::Endorsement;
use super::super::{change, in_turn};
use super::theirs;
use crate::app::App;
use crate::error::Error;
use crate::identity::{Coordinator, Fresh, Signed};
use crate::page::{self, Frame};
use crate::people;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/endorsements/{id}/name", get(ask).post(correct))
}

#[derive(Template)]
#[template(path = "endorsements/desk/naming/page.html")]
struct NamePage {
    frame: Frame,
    back: String,
    name: String,
    number: String,
    /// What they call themselves in their account, where that is another name.
    of_account: Option<String>,
    in_language: String,
    form: NameForm,
    problems: Problems,
}

impl NamePage {
    async fn load(
        tx: &mut Tx,
        me: &Signed,
        it: &Endorsement,
        (form, problems): (Option<NameForm>, Problems),
    ) -> Result<Self, Error> {
        // Whose account was erased has no name to correct.
        let person = people::addressee(tx, it.person_id.ok_or(Error::NotFound)?).await?;
        let of_account = (person.name != it.name).then(|| person.name.clone());
        let form = form.unwrap_or_else(|| NameForm {
            seen: it.name.clone(),
            name: of_account.clone().unwrap_or_else(|| it.name.clone()),
            reason: String::new(),
        });
        Ok(Self {
            back: me.lang.href(&format!("/desk/endorsements/{}", it.id)),
            name: it.name.clone(),
            number: it.number.clone(),
            of_account,
            in_language: person.lang().called_in(me.lang),
            form,
            problems,
            frame: Frame::room(me),
        })
    }
}

/// `GET /desk/endorsements/{id}/name`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (it, _) = theirs(&mut tx, &me, id).await?;
    page::show(&NamePage::load(&mut tx, &me, &it, (None, Problems::default())).await?)
}

/// `POST /desk/endorsements/{id}/name`: only of the name that the coordinator had in front of them.
async fn correct(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
    Form(form): Form<NameForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    in_turn(&mut tx, me.association(), id).await?;
    let (it, _) = theirs(&mut tx, &me, id).await?;
    if it.person_id.is_none() {
        return Err(Error::NotFound);
    }
    if form.seen != it.name {
        return Err(Error::Stale);
    }
    match form.check(&it.name) {
        Err(problems) => {
            page::correct(&NamePage::load(&mut tx, &me, &it, (Some(form), problems)).await?)
        }
        Ok(right) => {
            change::rename(&mut tx, &app, &me, (&it, &right.name), &right.reason).await?;
            tx.commit().await?;
            let path = format!("/desk/endorsements/{id}");
            page::see_and_say(me.lang, &path, "said-endorsement-name")
        }
    }
}
