//! "Find your category": a few questions for anybody, and a ranked answer in plain language.

mod form;
mod locker;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rules::policy::Ask;
use rules::{Compared, RequirementId, Stage, nearest_first};

use super::lines::{Line, Part, line};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::programs::questions::Says;
use crate::programs::{Category, Program};
use crate::routing::{Routes, get};
use crate::security::query_value;
use crate::typed::Problems;

pub(super) use form::{Answers, Pairs, were_sent};

/// Where it is.
pub(super) const PATH: &str = "/find-your-category";

pub(super) fn routes() -> Routes {
    Routes::new().route(PATH, get(show))
}

#[derive(Template)]
#[template(path = "comparisons/finder/page.html")]
struct FinderPage {
    frame: Frame,
    problems: Problems,
    questions: Vec<Asked>,
    answer: Option<Found>,
}

/// A question, as it is shown.
struct Asked {
    id: &'static str,
    several: bool,
    text: &'static str,
    hint: Option<&'static str>,
    answers: Vec<Choice>,
}

/// An answer to choose.
struct Choice {
    id: &'static str,
    text: &'static str,
    is_chosen: bool,
}

/// What follows from the answers.
struct Found {
    headline: String,
    /// Those that are for such work and ages, the nearest first.
    fitting: Vec<Suggestion>,
    /// The others, the nearest first.
    others: Vec<Suggestion>,
    /// Names of categories that would fit and whose rules are not known here.
    unknown: Vec<String>,
    /// What everybody shows besides, whatever the answers.
    everybody: String,
    /// Where the answers can become the start of a locker.
    keep: String,
    is_signed_in: bool,
}

/// A category that is suggested, or not.
struct Suggestion {
    line: Line,
    href: String,
    facts: Vec<String>,
    why: Vec<String>,
    /// What the answers show already, in words.
    there: Option<String>,
}

/// `GET /find-your-category`: the questions, and the answer once there are some. Nothing is kept.
async fn show(
    State(app): State<App>,
    me: Visitor,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Error> {
    let (program, questions) = (me.program, &me.program.questions);
    let sent = were_sent(questions, &pairs);
    if sent {
        app.limits.comparing(me.address)?;
    }
    let read = if sent { Answers::read(questions, &pairs).map(Some) } else { Ok(None) };
    let (answers, problems) = match read {
        Ok(answers) => (answers, Problems::default()),
        Err(problems) => (None, problems),
    };
    let mut frame = Frame::public(&me);
    if let Some(answers) = &answers {
        let same = format!("{PATH}?{}", answers.query());
        frame.other_language_href = me.lang.other().href(&same);
    }
    let asked = questions.all.iter().map(|question| Asked {
        id: &question.id,
        several: question.several,
        text: question.text.get(me.lang),
        hint: question.hint.as_ref().map(|it| it.get(me.lang)),
        answers: question
            .answers
            .iter()
            .map(|answer| Choice {
                id: &answer.id,
                text: answer.text.get(me.lang),
                is_chosen: form::is_chosen(&pairs, &question.id, &answer.id),
            })
            .collect(),
    });
    let wrong = !problems.is_empty();
    let answer = answers.map(|it| found(program, &me, &it));
    let page = FinderPage { frame, problems, questions: asked.collect(), answer };
    if wrong { page::correct(&page) } else { page::show(&page) }
}

/// Judges what the answers say by the rules of today.
fn found(program: &'static Program, me: &Visitor, answers: &Answers) -> Found {
    let (says, lang) = (answers.says(), me.lang);
    let locker = locker::locker(&program.questions, &says, me.today());
    let policies = program.offered().filter_map(|it| program.policy_on(&it.id, me.today()));
    let compared = nearest_first(policies, &locker, me.today(), Stage::Submission);
    let (mut fitting, mut others) = (Vec::new(), Vec::new());
    let mut everybody: Vec<String> = Vec::new();
    for it in &compared {
        let Some(category) = program.category(&it.assessment.category) else { continue };
        let fit = Fit::of(category, Some(it), &says);
        let mut line = line(program, it, lang);
        for part in line.missing.iter_mut().filter(|it| is_measured(it.id)) {
            part.step = lang.say1("find-at-most", "step", &part.step);
        }
        let lacking = [&mut line.missing, &mut line.open];
        for part in lacking.into_iter().flat_map(|it| it.extract_if(.., |it| is_everybodys(it.id)))
        {
            if !everybody.contains(&part.title) {
                everybody.push(part.title);
            }
        }
        let there: Vec<&str> = line.met.iter().map(|it: &Part| it.title.as_str()).collect();
        let suggestion = Suggestion {
            href: lang.href(&format!("/categories/{}", category.id)),
            facts: facts(program, category, lang),
            why: fit.why(program, category, lang),
            there: (!there.is_empty()).then(|| lang.say1("find-there", "what", there.join(" · "))),
            line,
        };
        if fit.is_whole() { fitting.push(suggestion) } else { others.push(suggestion) }
    }
    let not_offered = program.categories.iter().filter(|it| program.versions(&it.id).is_empty());
    let unknown = not_offered.filter(|it| Fit::of(it, None, &says).is_whole());
    let kept = format!("{}?{}", super::start::PATH, answers.query());
    let keep = match &me.person {
        Some(_) => kept,
        None => format!("/register?then={}", query_value(&lang.href(&kept))),
    };
    Found {
        headline: match fitting.first() {
            Some(first) => lang.say1("find-headline", "category", &first.line.name),
            None => lang.say("find-headline-none").into_owned(),
        },
        unknown: unknown.map(|it| it.name.get(lang).to_owned()).collect(),
        everybody: everybody.join(" · "),
        keep: lang.href(&keep),
        is_signed_in: me.person.is_some(),
        fitting,
        others,
    }
}

/// Whether a requirement is one that no answer can show.
fn is_everybodys(id: RequirementId) -> bool {
    let family = id.as_str().split('.').next().unwrap_or_default();
    matches!(family, "references" | "agreement" | "membership" | "competencies")
}

/// Whether a requirement is measured in time: an answer tells the least that there is, and
/// so the most that is missing.
fn is_measured(id: RequirementId) -> bool {
    let family = id.as_str().split('.').next().unwrap_or_default();
    matches!(family, "training" | "rsc" | "work" | "leadership")
}

/// Whether a category is for such work, and for children of such ages.
struct Fit {
    work: bool,
    ages: bool,
}

impl Fit {
    /// The work fits if the category's scope is one that was named and, where its rules ask for work,
    /// if they ask for work of a kind that was named. What was not said rules nothing out.
    fn of(category: &Category, compared: Option<&Compared<'_>>, says: &Says) -> Self {
        use rules::locker::WorkKind;
        let mut kinds = says.kinds.clone();
        kinds.extend(says.provides_years.map(|_| WorkKind::ProvidesRsc));
        let asked = compared.into_iter().flat_map(|it| &it.policy.requirements);
        let mut asked = asked
            .filter_map(|it| match &it.ask {
                Ask::Work(ask) => Some(ask.kinds.iter().any(|it| kinds.contains(it))),
                _ => None,
            })
            .peekable();
        let named = asked.peek().is_none() || asked.any(|it| it);
        let ages = match (category.ages, says.ages) {
            (Some(its), Some(said)) => its.from <= said.to && said.from <= its.to,
            _ => true,
        };
        Self { work: says.scope.contains(&category.scope) && named, ages }
    }

    fn is_whole(&self) -> bool {
        self.work && self.ages
    }

    fn why(&self, program: &Program, category: &Category, lang: Lang) -> Vec<String> {
        if self.is_whole() {
            return vec![lang.say("find-why-fits").into_owned()];
        }
        let mut why = Vec::new();
        if !self.work {
            let scope = category.scope_name.get(lang);
            why.push(lang.say1("find-why-not-work", "scope", scope));
        }
        if let Some(ages) = ages(program, category, lang).filter(|_| !self.ages) {
            why.push(lang.say1("find-why-not-ages", "ages", ages));
        }
        why
    }
}

fn ages<'a>(program: &'a Program, category: &Category, lang: Lang) -> Option<&'a str> {
    let series = program.association.series.iter();
    let mut its = series.filter(|it| category.letters.as_deref() == Some(&it.mark));
    its.next().map(|it| it.ages.get(lang))
}

fn facts(program: &Program, category: &Category, lang: Lang) -> Vec<String> {
    let mut facts = vec![category.short.clone(), category.scope_name.get(lang).to_owned()];
    facts.extend(ages(program, category, lang).map(str::to_owned));
    facts
}
