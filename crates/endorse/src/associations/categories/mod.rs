//! All categories: those that one can apply for, each with one line, and honestly the others.

use askama::Template;
use axum::response::Response;
use rules::RequirementId;

use super::figures::{Figure, figure};
use super::front::{Words, words};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::programs::categories::{Category, Kind};
use crate::programs::{Program, Text, wording};
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/categories", get(show))
}

#[derive(Template)]
#[template(path = "associations/categories/page.html")]
struct CategoriesPage {
    frame: Frame,
    categories: Words,
    table: Table,
    groups: Vec<Group>,
    others: Vec<Line>,
    association: &'static str,
}

/// The categories of a series.
struct Group {
    mark: &'static str,
    ages: String,
    lines: Vec<Line>,
}

/// One category.
struct Line {
    href: String,
    name: String,
    facts: Vec<String>,
    text: String,
}

/// `GET /categories`
async fn show(me: Visitor) -> Result<Response, Error> {
    let (lang, program) = (me.lang, me.program);
    let offered: Vec<&Category> = program.offered().collect();
    let is_offered = |it: &&Category| offered.iter().any(|other| other.id == it.id);
    let groups = program.association.series.iter().filter_map(|series| {
        let of_series = offered.iter().filter(|it| series_of(it) == Some(series.id.as_str()));
        let lines: Vec<Line> =
            of_series.map(|it| line(it, figures_of(program, &it.id, &me), lang)).collect();
        let ages = series.ages.get(lang).to_owned();
        (!lines.is_empty()).then_some(Group { mark: &series.mark, ages, lines })
    });
    let others = program.categories.iter().filter(|it| !is_offered(it));
    page::show(&CategoriesPage {
        frame: Frame::public(&me),
        categories: words(&program.association.pages.categories, lang),
        table: table(program, lang),
        groups: groups.collect(),
        others: others.map(|it| line(it, about(program, it, lang), lang)).collect(),
        association: &program.association.short_name,
    })
}

fn line(category: &'static Category, facts: Vec<String>, lang: Lang) -> Line {
    Line {
        href: lang.href(&format!("/categories/{}", category.id)),
        name: category.name.get(lang).to_owned(),
        facts: std::iter::once(category.short.clone()).chain(facts).collect(),
        text: category.description.get(lang).to_owned(),
    }
}

/// The figures by which people compare categories, as far as they are asked and known.
fn figures_of(program: &Program, category: &str, me: &Visitor) -> Vec<String> {
    let policy = program.policy_on(category, me.today());
    let shown = [
        RequirementId::TrainingTotal,
        RequirementId::RscTotal,
        RequirementId::Leadership,
        RequirementId::References,
        RequirementId::Exam,
    ];
    let shown = shown.into_iter().filter_map(|id| {
        let asked = figure(&policy?.requirement(id)?.ask);
        let title = wording::title(id, me.lang);
        matches!(asked, Figure::Minutes(_) | Figure::Years(_) | Figure::Count(..)).then(|| {
            me.lang.say2("categories-figure", "what", title, "figure", asked.words(me.lang))
        })
    });
    shown.collect()
}

/// What a category is that is not known to be offered.
fn about(program: &Program, category: &Category, lang: Lang) -> Vec<String> {
    let ages = program.association.series.iter().find(|it| series_of(category) == Some(&it.id));
    let mut facts = vec![category.scope_name.get(lang).to_owned()];
    if category.kind == Kind::AddOn {
        facts.push(lang.say("categories-add-on").into_owned());
    }
    facts.extend(ages.map(|it| it.ages.get(lang).to_owned()));
    facts
}

fn series_of(category: &Category) -> Option<&'static str> {
    category.series.map(|series| match series {
        rules::locker::Series::Imh => "imh",
        rules::locker::Series::Ecmh => "ecmh",
    })
}

/// Categories by the kind of work and the age of the children.
pub(super) struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

impl Table {
    /// Whether one of the categories has no page.
    pub(super) fn has_unlinked(&self) -> bool {
        self.rows.iter().flat_map(|it| it.cells.iter().flatten()).any(|it| it.href.is_none())
    }
}

/// A kind of work.
pub(super) struct Row {
    pub work: String,
    pub cells: Vec<Vec<Cell>>,
}

/// A category in the table; without a way there if it is not known to be offered.
pub(super) struct Cell {
    pub name: String,
    pub href: Option<String>,
}

/// The table of categories: a row for each kind of work, a column for each series.
pub(super) fn table(program: &Program, lang: Lang) -> Table {
    let series = &program.association.series;
    let mut works: Vec<&Text> = Vec::new();
    let ordinary = || program.categories.iter().filter(|it| it.kind == Kind::Category);
    for category in ordinary() {
        if !works.contains(&&category.scope_name) {
            works.push(&category.scope_name);
        }
    }
    let rows = works.into_iter().map(|work| {
        let cells = series.iter().map(|series| {
            ordinary()
                .filter(|it| it.scope_name == *work && series_of(it) == Some(&series.id))
                .map(|it| cell(program, it, lang))
                .collect()
        });
        Row { work: work.get(lang).to_owned(), cells: cells.collect() }
    });
    Table {
        columns: series.iter().map(|it| format!("{} · {}", it.mark, it.ages.get(lang))).collect(),
        rows: rows.collect(),
    }
}

fn cell(program: &Program, category: &Category, lang: Lang) -> Cell {
    let href = lang.href(&format!("/categories/{}", category.id));
    Cell {
        name: category.name.get(lang).to_owned(),
        href: program.is_offered(&category.id).then_some(href),
    }
}
