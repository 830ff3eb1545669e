//! Helping somebody with their locker: with their consent, for an hour, told and on record.

mod form;
pub(super) mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::SignedDuration;
use uuid::Uuid;

use self::form::{HelpForm, WAYS};
use self::rows::NewHelping;
use super::application;
use crate::app::App;
use crate::applications::Application;
use crate::audit::{self, Act, Actor, Behalf};
use crate::error::Error;
use crate::identity::{Coordinator, Fresh};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people::{self, Addressee};
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;

/// For how long somebody helps before they have to say so again.
const AT_MOST: SignedDuration = SignedDuration::from_mins(60);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/applications/{id}/help", get(ask).post(start))
        .route("/desk/help/end", post(end))
}

#[derive(Template)]
#[template(path = "desk/helping/page.html")]
struct HelpPage {
    frame: Frame,
    href: String,
    name: String,
    number: String,
    ways: Vec<(String, String)>,
    form: HelpForm,
    problems: Problems,
}

impl HelpPage {
    fn new(
        me: &Coordinator,
        (of, to): (&Application, &Addressee),
        (form, problems): (HelpForm, Problems),
    ) -> Self {
        let lang = me.lang;
        let way = |it: &str| (it.to_owned(), lang.say(&format!("help-way-{it}")).into_owned());
        Self {
            frame: Frame::room(me),
            href: lang.href(&format!("/desk/applications/{}", of.id)),
            name: to.name.clone(),
            number: of.number.clone(),
            ways: WAYS.map(way).into(),
            form,
            problems,
        }
    }
}

/// The file and its person. With one that is closed there is nothing to help.
async fn whose(tx: &mut Tx, me: &Coordinator, id: Uuid) -> Result<(Application, Addressee), Error> {
    let of = application(tx, me, id).await?;
    if of.state()?.is_end() {
        return Err(Error::NotFound);
    }
    let to = people::addressee(tx, of.person_id).await?;
    Ok((of, to))
}

/// `GET /desk/applications/{id}/help`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let (of, to) = whose(&mut app.db.read().await?, &me, id).await?;
    page::show(&HelpPage::new(&me, (&of, &to), (HelpForm::default(), Problems::default())))
}

/// The coordinator, for somebody else.
struct ForSomebody<'a>(&'a Coordinator, Behalf);

impl Actor for ForSomebody<'_> {
    fn actor(&self) -> Act<'_> {
        self.0.actor()
    }

    fn on_behalf(&self) -> Option<Behalf> {
        Some(self.1)
    }
}

/// `POST /desk/applications/{id}/help`: from now on the locker is theirs, for an hour.
async fn start(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path(id): Path<Uuid>,
    Form(form): Form<HelpForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (of, to) = whose(&mut tx, &me, id).await?;
    let (reason, agreed) = match form.check() {
        Ok(said) => said,
        Err(problems) => {
            return page::correct(&HelpPage::new(&me, (&of, &to), (form, problems)));
        }
    };
    if rows::is_running(&mut tx, me.person.session_id, of.id, me.now).await? {
        return page::see(me.lang, "/locker");
    }
    let new = NewHelping {
        association: me.association(),
        application: of.id,
        person: of.person_id,
        session: me.person.session_id,
        by: me.id,
        reason: &reason,
        agreed,
        until: me.now + AT_MOST,
    };
    let helping = rows::start(&mut tx, &new, me.now).await?;
    let who = ForSomebody(&me, Behalf { person: of.person_id, application: of.id });
    audit::record_about(&mut tx, &who, "help-started", ("helping", helping), of.id, Some(agreed))
        .await?;
    tell(&mut tx, &me, (&of, &to), (&reason, agreed)).await?;
    tx.commit().await?;
    page::see(me.lang, "/locker")
}

/// Tells the person at once who helps them, why, and as agreed how.
async fn tell(
    tx: &mut Tx,
    me: &Coordinator,
    (of, to): (&Application, &Addressee),
    (reason, agreed): (&str, &str),
) -> Result<(), Error> {
    let lang = to.lang();
    let values = [
        ("name", to.name.as_str().into()),
        ("helper", me.person.name.as_str().into()),
        ("number", of.number.as_str().into()),
        ("reason", reason.into()),
        ("agreed", lang.say(&format!("help-way-{agreed}")).into_owned().into()),
    ];
    let news = News {
        association: me.association(),
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "help-started",
        subject: lang.with("help-started-subject", &values),
        body: lang.with("help-started-body", &values),
        link: Some("/account/trail".to_owned()),
        application: Some(of.id),
    };
    inbox::send(tx, &news, me.now).await?;
    Ok(())
}

/// `POST /desk/help/end`: their own locker again.
async fn end(State(app): State<App>, me: Coordinator) -> Result<Response, Error> {
    let Some(helping) = &me.helping else { return page::see(me.lang, "/desk") };
    let mut tx = app.db.write().await?;
    if rows::end(&mut tx, me.person.session_id, me.now).await? {
        let of = helping.application_id;
        let who = ForSomebody(&me, Behalf { person: helping.person_id, application: of });
        audit::record_about(&mut tx, &who, "help-ended", ("application", of), of, None).await?;
    }
    tx.commit().await?;
    let file = format!("/desk/applications/{}", helping.application_id);
    page::see_and_say(me.lang, &file, "said-help-ended")
}
