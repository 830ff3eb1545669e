//! Trying a draft of rules on a page: for whoever runs an association's program.

mod form;

use askama::Template;
use axum::Router;
use axum::extract::{Form, State};
use axum::response::Response;
use axum::routing::get;
use rules::simulation::{Crowd, FEW, Moves, crowd};

use self::form::{Trial, TrialForm};
use super::{Asked, Pair, simulate};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Coordinator;
use crate::page::{self, Frame};
use crate::programs::wording;
use crate::typed::Problems;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/desk/simulation", get(ask).post(answer))
}

/// What came out for a category.
struct Outcome {
    title: String,
    /// What is counted, and how many.
    counts: Vec<(String, String)>,
    /// Requirement, newly unmet, no longer unmet.
    requirements: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "simulation/trial/page.html")]
struct TrialPage {
    frame: Frame,
    versions: Vec<(String, String)>,
    outcomes: Vec<Outcome>,
    is_answer: bool,
    /// What is wrong with the draft, by file and field.
    wrong: String,
    form: TrialForm,
    problems: Problems,
}

impl TrialPage {
    fn new(me: &Coordinator, form: TrialForm) -> Self {
        let mut versions = Vec::new();
        for category in me.program.offered() {
            for policy in me.program.versions(&category.id).iter().rev() {
                let label = format!("{}: {}", category.name.get(me.lang), dates(policy, me.lang));
                versions.push((format!("{} {}", category.id, policy.version), label));
            }
        }
        Self {
            frame: Frame::room(me),
            versions,
            outcomes: Vec::new(),
            is_answer: false,
            wrong: String::new(),
            form,
            problems: Problems::default(),
        }
    }
}

/// From when to when rules are in force, in words.
fn dates(policy: &rules::Policy, lang: Lang) -> String {
    match (policy.effective_from, policy.effective_to) {
        (Some(from), Some(to)) => {
            lang.say2("dates-span", "from", lang.day(from), "to", lang.day(to))
        }
        (Some(from), None) => lang.say1("versions-since", "day", lang.day(from)),
        (None, Some(to)) => lang.say1("versions-until", "day", lang.day(to)),
        (None, None) => lang.say("versions-only").into_owned(),
    }
}

/// `GET /desk/simulation`
async fn ask(me: Coordinator) -> Result<Response, Error> {
    page::show(&TrialPage::new(&me, TrialForm::default()))
}

/// `POST /desk/simulation`: tries, and changes nothing.
async fn answer(
    State(app): State<App>,
    me: Coordinator,
    Form(form): Form<TrialForm>,
) -> Result<Response, Error> {
    let trial = match form.check(me.program) {
        Ok(trial) => trial,
        Err((problems, wrong)) => {
            return page::correct(&TrialPage { problems, wrong, ..TrialPage::new(&me, form) });
        }
    };
    let now = |category: &str| me.program.policy_on(category, me.today());
    let pairs: Vec<Pair<'_>> = match &trial {
        Trial::Known(category, version) => me
            .program
            .policy_version(category, version)
            .map(|draft| Pair { category, now: now(category), draft })
            .into_iter()
            .collect(),
        Trial::Draft(draft) => draft
            .each()
            .map(|it| Pair { category: it.category, now: now(it.category), draft: it.policy })
            .collect(),
    };
    let asked =
        Asked { association: me.association(), zone: &me.zone, on: me.today(), pairs: &pairs };
    let moves = simulate(&app.db, asked, |_, _| ()).await?;
    let outcomes = pairs.iter().zip(&moves).map(|(pair, it)| outcome(&me, pair, it)).collect();
    page::show(&TrialPage { outcomes, is_answer: true, ..TrialPage::new(&me, form) })
}

fn outcome(me: &Coordinator, pair: &Pair<'_>, it: &Moves) -> Outcome {
    let lang = me.lang;
    let name = me.program.category(pair.category).map_or(pair.category, |it| it.name.get(lang));
    let now = pair.now.map_or("–", |it| &it.version);
    let count = |key: &str, count| (lang.say(key).into_owned(), said(count, lang));
    let requirements = it.by_requirement.iter().map(|(id, moved)| {
        let title = wording::title(*id, lang);
        (title, said(moved.newly_unmet, lang), said(moved.no_longer_unmet, lang))
    });
    Outcome {
        title: format!("{name}: {now} → {}", pair.draft.version),
        counts: vec![
            count("simulation-newly-pass", it.newly_pass),
            count("simulation-newly-fail", it.newly_fail),
            count("simulation-still-pass", it.still_pass),
            count("simulation-still-fail", it.still_fail),
            count("simulation-lockers", it.lockers),
        ],
        requirements: requirements.collect(),
    }
}

fn said(count: u64, lang: Lang) -> String {
    match crowd(count) {
        Crowd::Nobody => lang.say("simulation-nobody").into_owned(),
        Crowd::Few => lang.count("simulation-few", FEW),
        Crowd::About(count) => lang.count("simulation-about", count),
    }
}
