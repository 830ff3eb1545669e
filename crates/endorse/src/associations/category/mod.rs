//! One category: what it asks on a day, with figures, sentences, sources and what changed.

mod versions;

use std::cmp::Ordering;

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use jiff::civil::Date;
use rules::policy::{Confidence, RenewalRequirement, Stage};
use rules::{Policy, Requirement, RequirementId};
use serde::Deserialize;

use self::versions::Versions;
use super::figures::{figure, training_parts};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::programs::fees::FeeKind;
use crate::programs::{Category, Program, Source, in_lang, wording};
use crate::routing::{Path, Routes, get};
use crate::typed::{self, Problems};

pub(super) fn routes() -> Routes {
    Routes::new().route("/categories/{id}", get(show))
}

/// The day whose rules are asked for, as it was typed; nothing for today.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DayForm {
    on: String,
}

#[derive(Template)]
#[template(path = "associations/category/page.html")]
struct CategoryPage {
    frame: Frame,
    form: DayForm,
    problems: Problems,
    name: &'static str,
    short: &'static str,
    description: &'static str,
    facts: Vec<String>,
    /// Where to begin, if there are rules for today.
    start: Option<String>,
    /// Where those who have a locker see how it would stand.
    stand: String,
    note: Option<&'static str>,
    confidence: Option<String>,
    emerging: Vec<&'static str>,
    asks: String,
    asked: Vec<Asked>,
    versions: Versions,
    renewal: Vec<Asked>,
    renewal_note: &'static str,
    fees: Vec<ShownFee>,
    sources: Vec<ShownSource>,
}

/// A requirement, as it is shown.
struct Asked {
    id: String,
    number: String,
    unit: String,
    is_known: bool,
    title: String,
    text: &'static str,
    note: Option<&'static str>,
    when: Vec<String>,
    confidence: Option<String>,
    sources: Vec<usize>,
    parts: Vec<ShownPart>,
    whole: u32,
}

/// A part of a whole, on a bar and beneath it.
struct ShownPart {
    style: &'static str,
    from: u32,
    to: u32,
    words: String,
}

/// A fee, as far as it is known.
struct ShownFee {
    what: String,
    amount: Option<String>,
    note: &'static str,
}

/// Where a figure is written.
struct ShownSource {
    number: usize,
    title: &'static str,
    url: Option<&'static str>,
    dated: String,
}

/// `GET /categories/{id}`
async fn show(
    me: Visitor,
    Path(id): Path<String>,
    Query(form): Query<DayForm>,
) -> Result<Response, Error> {
    let (lang, program) = (me.lang, me.program);
    let mut problems = Problems::default();
    let typed = problems.note("on", typed::day_or_none(&form.on)).flatten();
    let mut day = typed.unwrap_or_else(|| me.today());
    let Some(category) = program.offered().find(|it| it.id == id) else {
        return by_another_name(program, &id, lang);
    };
    if program.policy_on(&id, day).is_none() {
        problems.note("on", Err::<(), _>("category-not-yet"));
        day = me.today();
    }
    let policy = program.policy_on(&id, day).ok_or(Error::NotFound)?;

    let mut cited = Cited { program, keys: Vec::new() };
    let asked = asked_by(policy, &mut cited, lang);
    let cycle = program.association.renewal.cycle_of(day);
    let renewal = program.renewal(&id).map_or(&[][..], |it| &it.requirements);
    let renewal = renewal.iter().filter(|it| holds(it, cycle));
    let renewal = renewal.map(|it| renewing(it, &mut cited, lang)).collect();
    let wrong = !problems.is_empty();
    let page = CategoryPage {
        frame: Frame::public(&me),
        form,
        problems,
        name: category.name.get(lang),
        short: &category.short,
        description: category.description.get(lang),
        facts: facts(program, category, lang),
        start: program
            .policy_on(&id, me.today())
            .map(|_| lang.href(&format!("/applications/new?category={id}"))),
        stand: lang.href(&format!("/comparison?category={id}")),
        note: policy.note.as_ref().map(|it| in_lang(it, lang)),
        confidence: doubt(policy.confidence, lang),
        emerging: policy.emerging.as_ref().map_or_else(Vec::new, |it| {
            std::iter::once(&it.text).chain(&it.note).map(|it| in_lang(it, lang)).collect()
        }),
        asks: match day.cmp(&me.today()) {
            Ordering::Less => lang.say1("category-asked", "day", lang.day(day)),
            Ordering::Equal => lang.say("category-asks").into_owned(),
            Ordering::Greater => lang.say1("category-will-ask", "day", lang.day(day)),
        },
        asked,
        versions: Versions::of(program.versions(&id), policy, &id, lang),
        renewal,
        renewal_note: program.association.renewal.note.get(lang),
        fees: fees(program, &id, day, lang),
        sources: cited.shown(lang),
    };
    if wrong { page::correct(&page) } else { page::show(&page) }
}

/// The page of the category that once had this name: a level's number, a short name.
fn by_another_name(program: &Program, typed: &str, lang: Lang) -> Result<Response, Error> {
    match program.named(typed).as_slice() {
        [one] if program.is_offered(&one.id) && one.id != typed => {
            page::see(lang, &format!("/categories/{}", one.id))
        }
        _ => Err(Error::NotFound),
    }
}

fn facts(program: &Program, category: &Category, lang: Lang) -> Vec<String> {
    let mut facts = vec![category.scope_name.get(lang).to_owned()];
    facts.extend(category.letters.clone());
    let series = program.association.series.iter();
    let ages = series.filter(|it| category.letters.as_deref() == Some(&it.mark));
    facts.extend(ages.map(|it| it.ages.get(lang).to_owned()));
    facts
}

/// Sources in the order in which the page cites them; their places are their numbers.
struct Cited {
    program: &'static Program,
    keys: Vec<&'static str>,
}

impl Cited {
    fn numbers(&mut self, requirement: &'static Requirement) -> Vec<usize> {
        let mut numbers = Vec::new();
        for key in requirement.source.iter() {
            let place = self.keys.iter().position(|it| *it == &**key);
            let place = place.unwrap_or_else(|| {
                self.keys.push(key);
                self.keys.len() - 1
            });
            numbers.push(place + 1);
        }
        numbers
    }

    fn shown(&self, lang: Lang) -> Vec<ShownSource> {
        let found = self.keys.iter().enumerate();
        let found = found.filter_map(|(at, key)| Some((at + 1, self.program.source(key)?)));
        found
            .map(|(number, source)| ShownSource {
                number,
                title: &source.title,
                url: source.url.as_deref().filter(|it| it.starts_with("http")),
                dated: dated(source, lang),
            })
            .collect()
    }
}

/// From when a source is, as far as it says so: a year, one of two years, or nothing.
fn dated(source: &Source, lang: Lang) -> String {
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    match source.dated.as_deref() {
        Some(year) if is_year(year) => year.to_owned(),
        Some(text) => match text.split_once(" or ") {
            Some((one, two)) if is_year(one) && is_year(two) => {
                lang.say2("source-dated-or", "one", one, "two", two)
            }
            _ => lang.say("source-undated").into_owned(),
        },
        None => lang.say("source-undated").into_owned(),
    }
}

/// How sure a rule is, in words; nothing to say when it was read on the association's page.
fn doubt(confidence: Confidence, lang: Lang) -> Option<String> {
    let key = match confidence {
        Confidence::Page => return None,
        Confidence::PageCut => "rule-page-cut",
        Confidence::Partial => "rule-partial",
        Confidence::Inferred => "rule-inferred",
        Confidence::Recall => "rule-recall",
    };
    Some(lang.say(key).into_owned())
}

fn asked_by(policy: &'static Policy, cited: &mut Cited, lang: Lang) -> Vec<Asked> {
    let requirements = policy.requirements.iter();
    requirements
        .map(|it| {
            let mut asked = one(it, cited, lang);
            if it.stage == Stage::Endorsement {
                asked.when.push(lang.say("rule-after-review").into_owned());
            }
            if it.id == RequirementId::TrainingTotal {
                asked.parts = parts(policy, lang);
                asked.whole = asked.parts.last().map_or(0, |it| it.to);
            }
            asked
        })
        .collect()
}

fn one(requirement: &'static Requirement, cited: &mut Cited, lang: Lang) -> Asked {
    let figure = figure(&requirement.ask);
    let or = requirement.or.map(|other| lang.say1("rule-or", "other", wording::title(other, lang)));
    Asked {
        id: requirement.id.as_str().replace('.', "-"),
        number: figure.number(lang),
        unit: figure.unit(lang),
        is_known: figure.is_known(),
        title: wording::title(requirement.id, lang),
        text: in_lang(&requirement.text, lang),
        note: requirement.note.as_ref().map(|it| in_lang(it, lang)),
        when: or.into_iter().collect(),
        confidence: doubt(requirement.confidence, lang),
        sources: cited.numbers(requirement),
        parts: Vec::new(),
        whole: 0,
    }
}

fn parts(policy: &Policy, lang: Lang) -> Vec<ShownPart> {
    let styles = ["bar-acc", "bar-a2", "bar-a3"];
    let parts = training_parts(policy).into_iter().zip(styles);
    parts
        .map(|(part, style)| {
            let amount = super::figures::Figure::Minutes(part.to.saturating_sub(part.from));
            let what = wording::title(part.id, lang);
            let words = lang.say2("rule-part", "amount", amount.words(lang), "what", what);
            ShownPart { style, from: part.from, to: part.to, words }
        })
        .collect()
}

/// Whether a rule of renewal holds in a cycle.
fn holds(rule: &RenewalRequirement, cycle: i16) -> bool {
    rule.from_cycle.is_none_or(|it| it <= cycle) && rule.to_cycle.is_none_or(|it| cycle <= it)
}

fn renewing(rule: &'static RenewalRequirement, cited: &mut Cited, lang: Lang) -> Asked {
    let mut asked = one(&rule.rule, cited, lang);
    asked.id = format!("renewal-{}", asked.id);
    match rule.if_provides_rsc {
        Some(true) => asked.when.push(lang.say("category-renewal-provides").into_owned()),
        Some(false) => asked.when.push(lang.say("category-renewal-not-provides").into_owned()),
        None => {}
    }
    if let Some(year) = rule.from_cycle {
        asked.when.push(lang.say1("category-renewal-since", "year", year.to_string()));
    }
    asked
}

fn fees(program: &'static Program, category: &str, day: Date, lang: Lang) -> Vec<ShownFee> {
    let known = FeeKind::ALL.into_iter().filter_map(|kind| {
        let fee = program.fees.on(category, kind, day)?;
        Some(ShownFee {
            what: lang.say(&format!("fee-{kind}")).into_owned(),
            amount: fee.amount.map(|it| lang.money(it)),
            note: fee.note.get(lang),
        })
    });
    known.collect()
}
