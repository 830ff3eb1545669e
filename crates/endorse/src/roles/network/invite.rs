//! Inviting an association's administrator, who then gives the other roles there.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;

use super::super::invitation::{self, form::InvitationForm};
use super::program;
use crate::app::App;
use crate::error::Error;
use crate::identity::{Fresh, Network};
use crate::page::{self, Frame};
use crate::programs::Program;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/network/{association}/administrators", get(ask).post(invite))
}

#[derive(Template)]
#[template(path = "roles/network/invite.html")]
struct InvitePage {
    frame: Frame,
    name: String,
    back: String,
    form: InvitationForm,
    problems: Problems,
}

impl InvitePage {
    fn new(me: &Network, of: &Program, (form, problems): (InvitationForm, Problems)) -> Self {
        let name = of.association.name.get(me.lang).to_owned();
        let back = me.lang.href(&format!("/network/{}", of.id));
        Self { frame: Frame::room(me), name, back, form, problems }
    }
}

/// `GET /network/{association}/administrators`
async fn ask(
    State(app): State<App>,
    me: Network,
    Path(association): Path<String>,
) -> Result<Response, Error> {
    let form = InvitationForm { language: me.lang.code().to_owned(), ..InvitationForm::default() };
    page::show(&InvitePage::new(&me, program(&app, &association)?, (form, Problems::default())))
}

/// `POST /network/{association}/administrators`
async fn invite(
    State(app): State<App>,
    me: Fresh<Network>,
    Path(association): Path<String>,
    Form(form): Form<InvitationForm>,
) -> Result<Response, Error> {
    let of = program(&app, &association)?;
    app.limits.mailing(me.address)?;
    let form = InvitationForm { role: "administrator".to_owned(), ..form };
    let wanted = match form.check(me.today()) {
        Ok(wanted) => wanted,
        Err(problems) => return page::correct(&InvitePage::new(&me, of, (form, problems))),
    };
    let mut tx = app.db.write().await?;
    if !invitation::offer(&mut tx, &me, of, &wanted).await? {
        let problems = Problems::one("email", "invitation-enough");
        return page::correct(&InvitePage::new(&me, of, (form, problems)));
    }
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/network/{association}"), "said-role-invited")
}
