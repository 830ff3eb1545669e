//! Findings as pages show them: one row for each requirement, one section for each family.

use std::collections::HashMap;

use rules::{Assessment, Finding, Locker, Reason, RequirementId, Stage, Status, Unit};
use uuid::Uuid;

use super::entries::{self, Named};
use crate::i18n::Lang;
use crate::programs::wording::{self, Told, ToldExcluded};
use crate::programs::{Program, Rulebook};

/// A requirement, as a page shows it. Sentences are in the reader's language, paths without it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which requirement.
    pub id: &'static str,
    /// Whether it is a part of the one above it.
    pub is_part: bool,
    /// Whether it has to be met only after submission.
    pub is_later: bool,
    /// The shape of its state: `met`, `todo` or `person`.
    pub state: &'static str,
    /// Its name.
    pub title: String,
    /// Its state in a word or two.
    pub word: String,
    /// A few words more; may be empty.
    pub more: String,
    /// Whether there is a bar to draw.
    pub has_bar: bool,
    /// What counted, in the unit of the bar.
    pub counted: i64,
    /// What is asked, in the unit of the bar.
    pub required: i64,
    /// What is listed, counted or not; 0 if all of it counts.
    pub listed: i64,
    /// Where it stands, in a sentence.
    pub sentence: String,
    /// The figure: "41.5".
    pub figure: String,
    /// What it is of: "of 48 h".
    pub of: String,
    /// The rule, in a sentence.
    pub rule: String,
    /// What one should know besides.
    pub note: Option<String>,
    /// What counted.
    pub counted_lines: Vec<Line>,
    /// The sum of it.
    pub total: String,
    /// What did not count, and why.
    pub excluded_lines: Vec<Line>,
    /// How many entries are about something else and not listed, in words.
    pub beside: Option<String>,
    /// What would close the gap.
    pub step: Option<String>,
    /// Whether no rule is known, so that nothing of one's own closes the gap.
    pub is_unruled: bool,
    /// Where one would do that, and what the link says.
    pub door: Option<(String, String)>,
    /// Where the rule is written: its title, and its address if it has one.
    pub sources: Vec<(String, Option<String>)>,
}

/// An entry in the ledger of a requirement.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is called.
    pub title: String,
    /// Where its owner can change it; empty if nowhere.
    pub href: String,
    /// When it was, or why it did not count.
    pub why: String,
    /// How much.
    pub amount: String,
}

/// Requirements that belong together.
#[derive(Clone, Debug)]
pub struct Section {
    /// What they are.
    pub title: String,
    /// Where to add to them, and what the link says.
    pub door: Option<(String, String)>,
    /// The requirements.
    pub rows: Vec<Row>,
}

/// What an assessment by `rules` says, a row for each requirement in the policy's order. Entries go
/// by the names that `own`, the reader's association, has for them.
#[must_use]
pub fn findings(
    own: &Program,
    rules: &Rulebook,
    assessment: &Assessment,
    locker: &Locker,
    lang: Lang,
) -> Vec<Row> {
    let names = entries::names(own, locker, lang);
    let told = wording::tell(rules, assessment, lang);
    let all = told.into_iter().zip(&assessment.findings);
    all.map(|(it, finding)| row(it, left_out(finding), &names, lang)).collect()
}

/// Where links may lead.
#[derive(Clone, Copy)]
enum Doors {
    /// Nowhere.
    None,
    /// Into the reader's own locker.
    Locker,
    /// There, and to what belongs to an application of the reader's.
    Application(Uuid),
}

/// The rows in their sections. With an application, links lead its owner to where a gap is closed;
/// without, nothing leads into the locker.
#[must_use]
pub fn sections(rows: Vec<Row>, application: Option<Uuid>, lang: Lang) -> Vec<Section> {
    arranged(rows, application.map_or(Doors::None, Doors::Application), lang)
}

/// The rows in their sections, for the owner of the locker and for no application: links lead into
/// the locker, and nowhere where an application would be needed.
#[must_use]
pub fn sections_of_owner(rows: Vec<Row>, lang: Lang) -> Vec<Section> {
    arranged(rows, Doors::Locker, lang)
}

fn arranged(rows: Vec<Row>, doors: Doors, lang: Lang) -> Vec<Section> {
    const FAMILIES: [(&str, &[&str], &str); 4] = [
        ("assess-group-training", &["training"], "/locker/trainings/new"),
        ("assess-group-rsc", &["rsc"], "/locker/rsc/new"),
        ("assess-group-education-work", &["education", "work", "leadership"], ""),
        ("assess-group-people", &[], ""),
    ];
    let mut sections: Vec<Section> = Vec::new();
    for (key, _, href) in FAMILIES {
        let door = (!href.is_empty() && !matches!(doors, Doors::None))
            .then(|| (lang.href(href), lang.say(&format!("{key}-add")).into_owned()));
        sections.push(Section { title: lang.say(key).into_owned(), door, rows: Vec::new() });
    }
    for mut row in rows.into_iter().filter(|it| !it.is_later) {
        row.door = row.door.and_then(|(href, label)| {
            let href = match doors {
                Doors::None => return None,
                Doors::Locker if href.contains("{id}") => return None,
                Doors::Locker => href,
                Doors::Application(id) => href.replace("{id}", &id.to_string()),
            };
            Some((lang.href(&href), label))
        });
        for line in row.counted_lines.iter_mut().chain(&mut row.excluded_lines) {
            if matches!(doors, Doors::None) {
                line.href.clear();
            } else if !line.href.is_empty() {
                line.href = lang.href(&line.href);
            }
        }
        let family = row.id.split('.').next().unwrap_or_default();
        let place = FAMILIES.iter().position(|it| it.1.contains(&family)).unwrap_or(3);
        if let Some(section) = sections.get_mut(place) {
            section.rows.push(row);
        }
    }
    sections.retain(|it| !it.rows.is_empty());
    sections
}

/// The shape of a status.
#[must_use]
pub fn shape(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::NeedsPerson => "person",
        Status::Unmet => "todo",
    }
}

/// How much is listed that is about the same thing and does not count; 0 where entries cannot be
/// added up.
fn left_out(finding: &Finding) -> u64 {
    let adds_up = matches!(finding.unit, Unit::Minutes | Unit::Days);
    let excluded = finding.excluded_entries.iter();
    let amounts = excluded.filter(|it| adds_up && it.reason != Reason::WrongSubject);
    amounts.fold(0, |sum, it| sum.saturating_add(it.amount))
}

fn row(told: Told<'_>, not_counted: u64, names: &HashMap<String, Named>, lang: Lang) -> Row {
    let named = |id: &str| names.get(id).cloned().unwrap_or_default();
    let line = |id: &str, why: Option<&str>, amount: &str| {
        let named = named(id);
        Line {
            title: if named.title.is_empty() { id.to_owned() } else { named.title },
            href: named.href,
            why: why.map_or(named.when, str::to_owned),
            amount: amount.to_owned(),
        }
    };
    let shown = |it: &&ToldExcluded<'_>| !it.is_beside;
    let listed = told.excluded_entries.iter().filter(shown).count();
    let beside = told.excluded_entries.len() - listed;
    let has_bar = told.required.is_some_and(|it| it > 1);
    let (figure, of) = figures(&told, lang);
    Row {
        id: told.id.as_str(),
        is_part: matches!(
            told.id,
            RequirementId::TrainingImh
                | RequirementId::TrainingRsc
                | RequirementId::TrainingDei
                | RequirementId::RscAboutRsc
        ),
        is_later: told.stage == Stage::Endorsement,
        state: shape(told.status),
        word: told.status_word,
        more: more(told.status, listed, lang),
        has_bar,
        counted: whole(told.counted),
        required: whole(told.required.unwrap_or_default()),
        listed: whole(told.counted.saturating_add(not_counted)),
        sentence: told.sentence,
        figure,
        of,
        rule: told.text.to_owned(),
        note: told.note.map(str::to_owned),
        counted_lines: told
            .counted_entries
            .iter()
            .map(|it| line(it.id, None, &it.amount))
            .collect(),
        total: wording::amount(told.counted, told.unit, lang),
        excluded_lines: told
            .excluded_entries
            .iter()
            .filter(shown)
            .map(|it| line(it.id, Some(&it.sentence), &it.amount))
            .collect(),
        beside: (beside > 0).then(|| lang.count("assess-beside", whole(beside as u64))),
        step: told.closes_with,
        is_unruled: told.is_unruled,
        // Where no rule is known, no entry closes the gap: the association has to say what it asks.
        door: (told.status != Status::Met && !told.is_unruled)
            .then(|| door(told.id, lang))
            .flatten(),
        sources: told.sources.iter().map(|it| (it.title.clone(), it.url.clone())).collect(),
        title: told.title,
    }
}

fn more(status: Status, left_out: usize, lang: Lang) -> String {
    if status == Status::Met || left_out == 0 {
        return String::new();
    }
    lang.count("assess-left-out", whole(left_out as u64))
}

fn whole(amount: u64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX)
}

/// "41.5" and "of 48 h". Nothing where one thing is asked, since the state says it all.
fn figures(told: &Told<'_>, lang: Lang) -> (String, String) {
    let of = |required: String| lang.say1("assess-of", "required", required);
    match (told.unit, told.required) {
        (_, Some(0 | 1)) => (String::new(), String::new()),
        (Unit::Minutes, Some(required)) => {
            let required = lang.say1("assess-short-hours", "hours", lang.hours(whole(required)));
            (lang.hours(whole(told.counted)), of(required))
        }
        (Unit::Minutes, None) => {
            let hours = lang.hours(whole(told.counted));
            (lang.say1("assess-short-hours", "hours", hours), String::new())
        }
        (Unit::Days, required) => {
            let required = required.map(|it| of(years(it, lang))).unwrap_or_default();
            (years(told.counted, lang), required)
        }
        (_, Some(required)) => (told.counted.to_string(), of(required.to_string())),
        (_, None) => (told.counted.to_string(), String::new()),
    }
}

/// Years and months, short enough for a column: "3 yr 2 mo".
fn years(days: u64, lang: Lang) -> String {
    let (years, months) = wording::years_and_months(days);
    let years_said = lang.count("assess-short-years", whole(years));
    match (years, months) {
        (0, 0) => years_said,
        (0, _) => lang.count("assess-short-months", whole(months)),
        (_, 0) => years_said,
        _ => format!("{years_said} {}", lang.count("assess-short-months", whole(months))),
    }
}

/// Where the owner of an application closes a gap of a requirement: the path, with `{id}` for the
/// application, and what the link says.
fn door(id: RequirementId, lang: Lang) -> Option<(String, String)> {
    let (path, key) = match id.as_str().split('.').next().unwrap_or_default() {
        "education" => ("/locker/education/new", "assess-door-education"),
        "work" => ("/locker/work/new", "assess-door-work"),
        "leadership" => ("/locker/leadership/new", "assess-door-leadership"),
        "training" => ("/locker/trainings/new", "assess-group-training-add"),
        "rsc" => ("/locker/rsc/new", "assess-group-rsc-add"),
        "references" => ("/applications/{id}/references", "assess-door-ratings"),
        "membership" => ("/applications/{id}/payments", "assess-door-membership"),
        "competencies" => ("/locker/courses/new", "assess-door-competencies"),
        _ => match id {
            RequirementId::CodeOfEthics => {
                ("/agreements/code-of-ethics?then=/applications/{id}", "assess-door-sign")
            }
            RequirementId::EndorsementAgreement => {
                ("/agreements/endorsement-agreement?then=/applications/{id}", "assess-door-sign")
            }
            _ => return None,
        },
    };
    Some((path.to_owned(), lang.say(key).into_owned()))
}
