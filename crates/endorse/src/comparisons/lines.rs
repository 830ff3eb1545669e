//! A compared category in words: one line, what is missing, what a person has to look at.

use rules::{Compared, RequirementId, Status};

use crate::assessments;
use crate::i18n::Lang;
use crate::programs::wording::{self, Told};
use crate::programs::{Category, Rulebook};

/// How a locker stands for a category.
#[derive(Debug)]
pub(super) struct Line {
    /// The category's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The shape of the whole: `met`, `todo` or `person`.
    pub state: &'static str,
    /// The state in a word or two.
    pub word: String,
    /// The answer in one line.
    pub answer: String,
    /// What is there and what is asked, in thousandths of requirements.
    pub there: u32,
    pub asked: u32,
    /// What is there, requirement by requirement.
    pub met: Vec<Part>,
    /// What is missing.
    pub missing: Vec<Part>,
    /// What a person has to look at.
    pub open: Vec<Part>,
    /// What one may be with some of it open.
    pub emerging: Option<String>,
}

/// A requirement of a compared category.
#[derive(Debug)]
pub(super) struct Part {
    /// Which.
    pub id: RequirementId,
    /// Its name.
    pub title: String,
    /// What would close the gap; empty if there is none.
    pub step: String,
}

/// Tells a compared category.
pub(super) fn line(program: &Rulebook, it: &Compared<'_>, lang: Lang) -> Line {
    let id = &*it.assessment.category;
    let known: Option<&Category> = program.category(id);
    let status = it.assessment.status();
    let told = wording::tell(program, &it.assessment, lang);
    let told: Vec<&Told<'_>> =
        told.iter().filter(|told| told.stage <= it.assessment.stage).collect();
    let of = |status: Status| -> Vec<Part> {
        let those = told.iter().filter(|it| it.status == status);
        those.filter_map(|one| part(it, one, &told, lang)).collect()
    };
    let met = told.iter().filter(|it| it.status.is_met()).count();
    let key = format!("compare-answer-{}", status.as_str());
    Line {
        id: id.to_owned(),
        name: known.map_or(id, |it| it.name.get(lang)).to_owned(),
        short: known.map_or(id, |it| &it.short).to_owned(),
        state: assessments::shape(status),
        word: lang.say(&format!("compare-word-{}", status.as_str())).into_owned(),
        answer: lang.say2(&key, "met", met, "all", told.len()),
        there: it.nearness.there(),
        asked: it.nearness.asked,
        met: of(Status::Met),
        missing: of(Status::Unmet),
        open: of(Status::NeedsPerson),
        emerging: wording::emerging(&it.assessment, lang),
    }
}

/// A requirement; of two that will do instead of each other, the first speaks for both.
fn part(of: &Compared<'_>, it: &Told<'_>, all: &[&Told<'_>], lang: Lang) -> Option<Part> {
    let step = it.closes_with.as_deref().map(assessments::capital).unwrap_or_default();
    let alone = |step: String| Part { id: it.id, title: it.title.clone(), step };
    let or = |id: RequirementId| of.policy.requirement(id).and_then(|it| it.or);
    let place = |id: RequirementId| all.iter().position(|it| it.id == id);
    let other = or(it.id).filter(|other| or(*other) == Some(it.id)).and_then(&place);
    let other = other.and_then(|at| all.get(at)).filter(|other| other.status == it.status);
    let Some(other) = other.filter(|_| !it.status.is_met()) else { return Some(alone(step)) };
    if place(other.id) < place(it.id) {
        return None;
    }
    let instead = other.closes_with.as_deref().map(assessments::capital).unwrap_or_default();
    Some(alone(lang.say2("compare-or", "one", step, "other", instead)))
}
