//! Trying a draft of rules on a page: for whoever runs an association's program.

mod form;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::SignedDuration;
use rules::simulation::{Crowd, FEW, LEAST, Moves};
use uuid::Uuid;

use self::form::{Trial, TrialForm};
use super::{Asked, Pair, rows, simulate};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Coordinator;
use crate::page::{self, Frame};
use crate::programs::wording;
use crate::routing::{Routes, get};
use crate::typed::Problems;

/// How many drafts a coordinator may try in a day. Who compares two drafts needs two; who halves a
/// figure again and again to find out somebody's needs more.
const A_DAY: u64 = 20;
const HOURS: SignedDuration = SignedDuration::from_hours(24);
const VERB: &str = "rules-tried";

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/simulation", get(ask).post(answer))
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

/// `POST /desk/simulation`: tries, and changes nothing but the record of who tried what.
async fn answer(
    State(app): State<App>,
    me: Coordinator,
    Form(form): Form<TrialForm>,
) -> Result<Response, Error> {
    let Some(_place) = app.places.trial().await else {
        let problems = Problems::one("draft", "simulation-busy");
        return page::correct(&TrialPage { problems, ..TrialPage::new(&me, form) });
    };
    let program = me.program;
    let read = tokio::task::spawn_blocking(move || {
        let trial = form.check(program);
        (form, trial)
    });
    let (form, trial) = read.await.map_err(anyhow::Error::from)?;
    let trial = match trial {
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
    let mut tx = app.db.write().await?;
    if !may_try(&mut tx, &me, &pairs).await? {
        let problems = Problems::one("draft", "simulation-enough");
        return page::correct(&TrialPage { problems, ..TrialPage::new(&me, form) });
    }
    tx.commit().await?;
    let asked =
        Asked { association: me.association(), zone: &me.zone, on: me.today(), pairs: &pairs };
    let moves = simulate(&app.db, asked, |_, _| ()).await?;
    let outcomes = pairs.iter().zip(&moves).map(|(pair, it)| outcome(&me, pair, it)).collect();
    page::show(&TrialPage { outcomes, is_answer: true, ..TrialPage::new(&me, form) })
}

/// Whether one more may be tried, and if so, that it was.
async fn may_try(tx: &mut Tx, me: &Coordinator, pairs: &[Pair<'_>]) -> Result<bool, Error> {
    let who = (me.association(), me.id);
    if rows::tried(tx, who, VERB, me.now - HOURS).await? >= A_DAY {
        return Ok(false);
    }
    let tried = pairs.iter().map(|it| format!("{} {}", it.category, it.draft.version));
    let tried: String = tried.collect::<Vec<_>>().join(", ").chars().take(300).collect();
    audit::record_saying(tx, me, VERB, ("simulation", Uuid::now_v7()), &tried).await?;
    Ok(true)
}

fn outcome(me: &Coordinator, pair: &Pair<'_>, it: &Moves) -> Outcome {
    let lang = me.lang;
    let name = me.program.category(pair.category).map_or(pair.category, |it| it.name.get(lang));
    let now = pair.now.map_or("–", |it| &it.version);
    let count = |key: &str, count| (lang.say(key).into_owned(), said(it.crowd(count), lang));
    let requirements = it
        .told()
        .map(|(id, unmet, met)| (wording::title(id, lang), said(unmet, lang), said(met, lang)));
    let lockers = match it.looked_at() {
        Crowd::NotTold => lang.count("simulation-few", LEAST),
        told => said(told, lang),
    };
    Outcome {
        title: format!("{name}: {now} → {}", pair.draft.version),
        counts: vec![
            count("simulation-newly-pass", it.newly_pass),
            count("simulation-newly-fail", it.newly_fail),
            count("simulation-still-pass", it.still_pass),
            count("simulation-still-fail", it.still_fail),
            (lang.say("simulation-lockers").into_owned(), lockers),
        ],
        requirements: requirements.collect(),
    }
}

fn said(crowd: Crowd, lang: Lang) -> String {
    match crowd {
        Crowd::NotTold => lang.say("simulation-not-told").into_owned(),
        Crowd::Few => lang.count("simulation-few", FEW),
        Crowd::AllButFew => lang.count("simulation-all-but-few", FEW),
        Crowd::About(count) => lang.count("simulation-about", count),
    }
}
