//! Choosing a category and starting.

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::rows::{self, NewApplication};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::payments;
use crate::programs::Category;
use crate::routing::{Routes, get, post};
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/applications/new", get(choose)).route("/applications", post(start))
}

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StartForm {
    category: String,
}

#[derive(Template)]
#[template(path = "applications/start/page.html")]
struct StartPage {
    frame: Frame,
    form: StartForm,
    categories: Vec<(String, String)>,
    /// The application that is open already, if that is the problem.
    open: Option<String>,
    problems: Problems,
}

impl StartPage {
    fn new(me: &Applicant, form: StartForm, problems: Problems) -> Self {
        let words =
            |it: &Category| (it.id.clone(), format!("{} ({})", it.name.get(me.lang), it.short));
        // Without rules for today nothing could be begun.
        let has_rules = |it: &&Category| me.program.policy_on(&it.id, me.today()).is_some();
        let categories = me.program.offered().filter(has_rules).map(words).collect();
        Self { frame: Frame::room(me), form, categories, open: None, problems }
    }
}

/// `GET /applications/new?category=`
async fn choose(me: Applicant, Query(form): Query<StartForm>) -> Result<Response, Error> {
    page::show(&StartPage::new(&me, form, Problems::default()))
}

/// `POST /applications`: pins the rules of today, gives a number, writes down what it costs.
async fn start(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<StartForm>,
) -> Result<Response, Error> {
    let category = me.program.offered().find(|it| it.id == form.category);
    let policy = me.program.policy_on(&form.category, me.today());
    let (Some(category), Some(policy)) = (category, policy) else {
        let problems = Problems::one("category", "problem-choose");
        return page::correct(&StartPage::new(&me, form, problems));
    };
    let mut tx = app.db.write().await?;
    let year = me.today().year();
    let count = rows::next(&mut tx, me.association(), &format!("applications-{year}")).await?;
    let number = format!("{} {:02}-{count:03}", category.short, year % 100);
    let new = NewApplication {
        association: me.association(),
        person: me.id,
        number: &number,
        category: &category.id,
        policy_version: &policy.version,
    };
    let Some(id) = rows::add(&mut tx, &new, me.now).await? else {
        // The number goes back: nothing of this transaction stays.
        drop(tx);
        let open = open_one(&app, &me, &category.id).await?;
        let problems = Problems::one("category", "applications-open-already");
        let mut page = StartPage::new(&me, form, problems);
        page.open = open.map(|id| me.lang.href(&format!("/applications/{id}")));
        return page::correct(&page);
    };
    let about = (me.id, id, category.id.as_str());
    payments::charge_for(&mut tx, me.program, &me, about, me.today()).await?;
    let object = ("application", id);
    audit::record_about(&mut tx, &me, "application-started", object, id, Some(&number)).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("/applications/{id}"), "said-application-started")
}

async fn open_one(app: &App, me: &Applicant, category: &str) -> Result<Option<Uuid>, Error> {
    let mut tx = app.db.read().await?;
    let all = super::of_person(&mut tx, me.association(), me.id).await?;
    let open = all.iter().find(|it| it.category == category && it.closed_at.is_none());
    Ok(open.map(|it| it.id))
}
