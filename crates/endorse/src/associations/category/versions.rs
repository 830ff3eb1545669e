//! The versions of a category's rules side by side, and what changed from one to the next.

use jiff::civil::Date;
use rules::{Policy, Requirement, RequirementId};

use super::super::figures::figure;
use crate::i18n::Lang;
use crate::programs::wording;

/// The versions of a category's rules.
pub(super) struct Versions {
    /// One column for each, oldest first.
    pub columns: Vec<Column>,
    /// One row for each requirement that any of them states.
    pub rows: Vec<Row>,
    /// What changed last, in a sentence.
    pub changed: Option<String>,
}

/// A version.
pub(super) struct Column {
    /// From when to when, in words.
    pub dates: String,
    /// Where to see its rules.
    pub href: String,
    /// Whether the page shows this one.
    pub is_shown: bool,
}

/// A requirement through the versions.
pub(super) struct Row {
    /// Its name.
    pub title: String,
    /// Its figure in each version.
    pub figures: Vec<String>,
    /// What changed with the newest version.
    pub change: Option<Change>,
}

/// What happened to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// It was not asked before.
    New,
    /// It is not asked any more.
    Gone,
    /// Its figure was not known for the version before.
    Known,
    /// Another figure.
    Figure,
    /// The same figure on other conditions.
    Conditions,
}

impl Change {
    /// The key of its word.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::New => "change-new",
            Self::Gone => "change-gone",
            Self::Known => "change-known",
            Self::Figure => "change-figure",
            Self::Conditions => "change-conditions",
        }
    }
}

impl Versions {
    pub(super) fn of(versions: &[Policy], shown: &Policy, category: &str, lang: Lang) -> Self {
        let columns = versions.iter().map(|version| Column {
            dates: dates(version.effective_from, version.effective_to, lang),
            href: lang.href(&path(version, category)),
            is_shown: version.version == shown.version,
        });
        let last_two = match versions {
            [.., before, after] => Some((before, after)),
            _ => None,
        };
        let rows: Vec<Row> = ids(versions)
            .into_iter()
            .map(|id| Row {
                title: wording::title(id, lang),
                figures: versions.iter().map(|it| words(it.requirement(id), lang)).collect(),
                change: last_two.and_then(|(before, after)| {
                    change(before.requirement(id), after.requirement(id))
                }),
            })
            .collect();
        let changed = last_two.and_then(|(_, after)| {
            let what: Vec<&str> =
                rows.iter().filter(|it| it.change.is_some()).map(|it| it.title.as_str()).collect();
            let day = lang.day(after.effective_from?);
            (!what.is_empty())
                .then(|| lang.say2("versions-changed", "day", day, "what", lang.list(&what)))
        });
        Self { columns: columns.collect(), rows, changed }
    }
}

/// The page of a version: the newest needs no day.
fn path(version: &Policy, category: &str) -> String {
    match version.effective_to {
        Some(last) => format!("/categories/{category}?on={last}"),
        None => format!("/categories/{category}"),
    }
}

fn dates(from: Option<Date>, to: Option<Date>, lang: Lang) -> String {
    match (from, to) {
        (None, None) => lang.say("versions-only").into_owned(),
        (None, Some(to)) => lang.say1("versions-until", "day", lang.day(to)),
        (Some(from), None) => lang.say1("versions-since", "day", lang.day(from)),
        (Some(from), Some(to)) => {
            lang.say2("dates-span", "from", lang.day(from), "to", lang.day(to))
        }
    }
}

/// Every requirement of any version, in the newest one's order; what is gone comes last.
fn ids(versions: &[Policy]) -> Vec<RequirementId> {
    let mut ids = Vec::new();
    for requirement in versions.iter().rev().flat_map(|it| &it.requirements) {
        if !ids.contains(&requirement.id) {
            ids.push(requirement.id);
        }
    }
    ids
}

fn words(requirement: Option<&Requirement>, lang: Lang) -> String {
    match requirement {
        Some(requirement) => figure(&requirement.ask).words(lang),
        None => lang.say("versions-not-asked").into_owned(),
    }
}

fn change(before: Option<&Requirement>, after: Option<&Requirement>) -> Option<Change> {
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(Change::New),
        (Some(_), None) => Some(Change::Gone),
        (Some(before), Some(after)) if figure(&before.ask) != figure(&after.ask) => {
            let known = |it: &Requirement| figure(&it.ask).is_known();
            Some(if known(after) && !known(before) { Change::Known } else { Change::Figure })
        }
        (Some(before), Some(after)) => {
            let same =
                before.ask == after.ask && before.stage == after.stage && before.or == after.or;
            (!same).then_some(Change::Conditions)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::app::programs;

    fn changes(category: &str) -> Vec<(String, Change)> {
        let program = programs().unwrap().of("ct-aimh").unwrap();
        let shown = program.policy_on(category, date(2026, 11, 22)).unwrap();
        let versions = Versions::of(program.versions(category), shown, category, Lang::En);
        let rows = versions.rows.into_iter();
        rows.filter_map(|row| Some((row.title, row.change?))).collect()
    }

    #[test]
    fn the_mentors_training_changed_in_2024_and_nothing_else() {
        let changes = changes("imhm-c");

        let named: Vec<(&str, Change)> =
            changes.iter().map(|(title, change)| (title.as_str(), *change)).collect();
        assert_eq!(
            named,
            [
                ("Training", Change::Figure),
                ("Training on infant mental health", Change::New),
                // The same 15 hours, first within the 30 and now besides.
                ("Training on giving supervision", Change::Conditions),
                ("Training on diversity, equity and inclusion", Change::New),
            ]
        );
    }

    #[test]
    fn specialists_sit_no_exam_since_2025() {
        let changes = changes("imhs");

        assert!(changes.iter().any(|it| it.0 == "Written exam" && it.1 == Change::Gone));
    }

    #[test]
    fn a_change_is_told_with_its_day_and_old_versions_can_be_opened() {
        let program = programs().unwrap().of("ct-aimh").unwrap();
        let shown = program.policy_on("imhm-c", date(2026, 11, 22)).unwrap();

        let versions = Versions::of(program.versions("imhm-c"), shown, "imhm-c", Lang::Es);

        assert!(versions.changed.unwrap().contains("1 de enero de 2024"));
        let hrefs: Vec<_> = versions.columns.iter().map(|it| it.href.as_str()).collect();
        assert_eq!(hrefs, ["/es/categories/imhm-c?on=2023-12-31", "/es/categories/imhm-c"]);
        assert!(versions.columns[1].is_shown && !versions.columns[0].is_shown);
    }
}
