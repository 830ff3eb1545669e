//! What one is called, and in which language one is written to.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;

use self::form::DetailsForm;
use super::rows;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::{Applicant, Fresh, Signed};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/account/details", get(ask).post(change))
}

#[derive(Template)]
#[template(path = "people/account/details/page.html")]
struct DetailsPage {
    frame: Frame,
    form: DetailsForm,
    problems: Problems,
    languages: Vec<(String, String)>,
}

impl DetailsPage {
    fn new(me: &Signed, form: DetailsForm, problems: Problems) -> Self {
        let named = |it: Lang| (it.code().to_owned(), it.say("language-name").into_owned());
        Self { frame: Frame::room(me), form, problems, languages: Lang::ALL.map(named).to_vec() }
    }
}

/// `GET /account/details`
async fn ask(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let known = rows::known(&mut tx, me.id).await?.ok_or(Error::NotFound)?;
    let form = DetailsForm { name: me.person.name.clone(), language: known.language };
    page::show(&DetailsPage::new(&me, form, Problems::default()))
}

/// `POST /account/details`
async fn change(
    State(app): State<App>,
    me: Fresh<Applicant>,
    Form(form): Form<DetailsForm>,
) -> Result<Response, Error> {
    let details = match form.check(&me.person.name) {
        Ok(details) => details,
        Err(problems) => return page::correct(&DetailsPage::new(&me, form, problems)),
    };
    let mut tx = app.db.write().await?;
    let known = rows::known(&mut tx, me.id).await?.ok_or(Error::NotFound)?;
    rows::set_details(&mut tx, me.id, &details.name, details.lang).await?;
    audit::record(&mut tx, &me, "details-changed", "person", me.id).await?;
    tx.commit().await?;
    // Who chooses another language wants to read on in it.
    let is_another = Lang::from_code(&known.language) != details.lang;
    let lang = if is_another { details.lang } else { me.lang };
    page::see_and_say(lang, "/account", "said-account-details")
}
