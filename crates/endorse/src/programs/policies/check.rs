//! What may be wrong with policy versions: without a source, in one language only, with gaps, asking
//! what nobody knows, counting twice.

use rules::policy::{Ask, BucketProblem, Requirement, bucket_problem};
use rules::{Policy, RequirementId};
use toml::{Table, Value};

use super::merge::{Merged, name};
use crate::programs::offers::Layer;
use crate::programs::problem::Problem;
use crate::programs::{Category, Sources};

/// The most things that a list may have. The longest in use, the areas of the framework, has some 60.
const LONGEST_LIST: usize = 200;

/// More years than anybody works.
const MOST_YEARS: u16 = 100;

/// The first list that is longer than any needs to be: judging takes long where lists meet lists.
pub fn too_long(file: &str, table: &Table) -> Option<Problem> {
    table.iter().find_map(|(key, value)| long_list(file, key, value))
}

fn long_list(file: &str, field: &str, value: &Value) -> Option<Problem> {
    match value {
        Value::Array(list) if list.len() > LONGEST_LIST => {
            let says = format!("has {} things in it, at most {LONGEST_LIST}", list.len());
            Some(Problem::new(file, field, says))
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .find_map(|(at, it)| long_list(file, &format!("{field}[{at}]"), it)),
        Value::Table(table) => {
            table.iter().find_map(|(key, it)| long_list(file, &format!("{field}.{key}"), it))
        }
        _ => None,
    }
}

/// What is wrong with versions before they are read as rules: what a reader would miss first.
pub fn raw(merged: &Merged, sources: &Sources) -> Vec<Problem> {
    let mut found = Vec::new();
    found.extend(merged.versions.iter().find_map(|it| too_long(&merged.file, it)));
    for version in &merged.versions {
        let id = version.get("version").and_then(Value::as_str).unwrap_or_default();
        let here = format!("version[{id}]");
        if let Some(note) = version.get("note") {
            found.extend(in_both(&merged.file, &format!("{here}.note"), Some(note)));
        }
        if let Some(Value::Table(emerging)) = version.get("emerging") {
            found.extend(stated(&merged.file, &format!("{here}.emerging"), emerging, sources));
        }
        let requirements = version.get("requirement").and_then(Value::as_array);
        for requirement in requirements.into_iter().flatten().filter_map(Value::as_table) {
            let field = format!("{here}.requirement[{}]", name(requirement));
            found.extend(stated(&merged.file, &field, requirement, sources));
        }
    }
    found
}

/// What is wrong with what a program asks differently.
pub fn changes(layer: &Layer, sources: &Sources) -> Vec<Problem> {
    let path = layer.path();
    let mut found = Vec::new();
    if let Some(note) = layer.inherited_note() {
        found.extend(both(&path, "inherited.note", &note.en, &note.es));
    }
    for (at, change) in layer.changes().iter().enumerate() {
        let Some(requirement) = &change.requirement else { continue };
        let field = format!("change[{at}].requirement[{}]", name(requirement));
        found.extend(stated(&path, &field, requirement, sources));
    }
    found
}

/// Whether a rule has a source that is known, and a text in both languages.
pub fn stated(file: &str, field: &str, rule: &Table, sources: &Sources) -> Vec<Problem> {
    let mut found = Vec::new();
    let keys = rule.get("source").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if keys.is_empty() {
        found.push(Problem::new(file, format!("{field}.source"), "names no source"));
    }
    for key in keys.iter().filter_map(Value::as_str).filter(|it| !sources.contains_key(*it)) {
        let says = format!("source {key:?} is not in alliance/sources.toml");
        found.push(Problem::new(file, format!("{field}.source"), says));
    }
    found.extend(in_both(file, &format!("{field}.text"), rule.get("text")));
    if let Some(note) = rule.get("note") {
        found.extend(in_both(file, &format!("{field}.note"), Some(note)));
    }
    found
}

/// Whether a text is there in both languages.
pub fn in_both(file: &str, field: &str, text: Option<&Value>) -> Option<Problem> {
    let said = |lang: &str| text?.get(lang)?.as_str();
    both(file, field, said("en").unwrap_or_default(), said("es").unwrap_or_default())
}

fn both(file: &str, field: &str, en: &str, es: &str) -> Option<Problem> {
    let missing = match (en.trim().is_empty(), es.trim().is_empty()) {
        (false, false) => return None,
        (true, true) => "is missing",
        (true, false) => "is missing in English",
        (false, true) => "is missing in Spanish",
    };
    Some(Problem::new(file, field, missing))
}

/// What is wrong with a category's versions, oldest first.
pub fn versions(file: &str, versions: &[Policy], categories: &[Category]) -> Vec<Problem> {
    let mut found = edges(file, versions);
    for (at, version) in versions.iter().enumerate() {
        let here = format!("version[{}]", version.version);
        if versions.iter().take(at).any(|it| it.version == version.version) {
            found.push(Problem::new(file, &*here, "is there twice"));
        }
        if let Err(problem) = bucket_problem(version.requirements.iter()) {
            found.push(twice(file, &here, problem));
        }
        found.extend(requirements(file, &here, version, categories));
    }
    found
}

/// Exactly one version applies on every day from the first version's first day on.
fn edges(file: &str, versions: &[Policy]) -> Vec<Problem> {
    let mut found = Vec::new();
    let Some(last) = versions.last() else {
        return vec![Problem::new(file, "version", "there is none")];
    };
    if last.effective_to.is_some() {
        let field = format!("version[{}].effective_to", last.version);
        found.push(Problem::new(file, field, "the last version must have no last day"));
    }
    for pair in versions.windows(2) {
        let [older, newer] = pair else { continue };
        let Some(next) = older.effective_to.and_then(|to| to.tomorrow().ok()) else {
            let field = format!("version[{}].effective_to", older.version);
            let says = format!("needs a last day, since {} follows", newer.version);
            found.push(Problem::new(file, field, says));
            continue;
        };
        let field = format!("version[{}].effective_from", newer.version);
        match newer.effective_from {
            Some(from) if from == next => {}
            Some(from) if from > next => {
                let says = format!(
                    "leaves a gap: must begin on {next}, the day after {} ends",
                    older.version
                );
                found.push(Problem::new(file, field, says));
            }
            _ => {
                let says =
                    format!("overlaps: must begin on {next}, the day after {} ends", older.version);
                found.push(Problem::new(file, field, says));
            }
        }
    }
    for version in versions {
        if version.effective_to.zip(version.effective_from).is_some_and(|(to, from)| to < from) {
            let field = format!("version[{}].effective_to", version.version);
            found.push(Problem::new(file, field, "lies before effective_from"));
        }
    }
    found
}

/// Minutes that could count twice, in words.
pub fn twice(file: &str, here: &str, problem: BucketProblem) -> Problem {
    let bucket = |id: RequirementId| format!("{here}.requirement[{id}].ask.training.bucket");
    match problem {
        BucketProblem::Unsaid(id) => Problem::new(
            file,
            bucket(id),
            "could count twice: must say \"within-total\" or \"additional\"",
        ),
        BucketProblem::TotalInABucket(id) => {
            Problem::new(file, bucket(id), "a total is no bucket of itself")
        }
        BucketProblem::Mixed(id) => {
            Problem::new(file, bucket(id), "must say the same as the version’s other subjects")
        }
        BucketProblem::NoSum { subjects, total } => Problem::new(
            file,
            format!("{here}.requirement[training.total].ask.training.minutes"),
            format!("is {total}, and the subjects asked beside each other add up to {subjects}"),
        ),
        BucketProblem::NoRoom { subjects, total } => Problem::new(
            file,
            format!("{here}.requirement[training.total].ask.training.minutes"),
            format!("is {total}, and what lies within it adds up to {subjects}"),
        ),
    }
}

fn requirements(file: &str, here: &str, version: &Policy, categories: &[Category]) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, requirement) in version.requirements.iter().enumerate() {
        let field = format!("{here}.requirement[{}]", requirement.id);
        if version.requirements.iter().take(at).any(|it| it.id == requirement.id) {
            found.push(Problem::new(file, &*field, "is there twice"));
        }
        if requirement.or.is_some_and(|other| version.requirement(other).is_none()) {
            let says = "names a requirement that is not there";
            found.push(Problem::new(file, format!("{field}.or"), says));
        }
        let follows_degree = match &requirement.ask {
            Ask::Work(ask) => ask.after_degree,
            Ask::Rsc(ask) => ask.after_degree,
            _ => false,
        };
        let degree = |it: &Requirement| matches!(it.ask, Ask::Education(_));
        if follows_degree && !version.requirements.iter().any(degree) {
            found.push(Problem::new(file, &*field, "follows a degree, and no degree is asked"));
        }
        found.extend(asked(file, &field, requirement, categories));
    }
    let open = version.emerging.iter().flat_map(|it| &it.open);
    for id in open.filter(|it| version.requirement(**it).is_none()) {
        let says = format!("{id} is not asked");
        found.push(Problem::new(file, format!("{here}.emerging.open"), says));
    }
    found
}

/// Figures of zero, which would be what is not asked or not known; and categories that are not.
pub fn asked(
    file: &str,
    field: &str,
    requirement: &Requirement,
    categories: &[Category],
) -> Vec<Problem> {
    let years = match &requirement.ask {
        Ask::Work(ask) => ask.years,
        Ask::Leadership(ask) => ask.years,
        _ => None,
    };
    let (figure, named): (Option<u32>, Vec<&str>) = match &requirement.ask {
        Ask::Work(ask) => (ask.years.map(u32::from), Vec::new()),
        Ask::Leadership(ask) => (ask.years.map(u32::from), Vec::new()),
        Ask::Training(ask) => (ask.minutes, Vec::new()),
        Ask::Rsc(ask) => (ask.minutes, ask.providers.iter().map(|it| &*it.category).collect()),
        Ask::References(ask) => {
            let slots = ask.slots.iter().flat_map(|it| &it.endorsed_as);
            (None, ask.one_endorsed_as.iter().chain(slots).map(|it| &**it).collect())
        }
        Ask::BaseEndorsement(ask) => (None, ask.categories.iter().map(|it| &**it).collect()),
        _ => (None, Vec::new()),
    };
    let mut found = Vec::new();
    if figure == Some(0) {
        let says = "is 0: what is not asked or not known is left out";
        found.push(Problem::new(file, format!("{field}.ask"), says));
    }
    if years.is_some_and(|it| it > MOST_YEARS) {
        let says = format!("asks for more than {MOST_YEARS} years");
        found.push(Problem::new(file, format!("{field}.ask"), says));
    }
    for id in named.into_iter().filter(|id| !categories.iter().any(|it| it.id == **id)) {
        found.push(Problem::new(file, format!("{field}.ask"), format!("no category {id:?}")));
    }
    found
}
