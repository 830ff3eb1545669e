//! A frozen submission in words: each requirement with what counted, what did not, and the entries
//! behind it.

use jiff::civil::Date;
use rules::{Assessment, Locker, Stage, Status};
use serde::Serialize;

use crate::i18n::Lang;
use crate::locker::Document;
use crate::programs::{Program, wording};

/// One requirement, ready to be shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its id, such as `training.total`.
    pub id: &'static str,
    /// Its name in a word or two.
    pub title: String,
    /// `met`, `todo` or `person`.
    pub state: &'static str,
    /// The state in a word or two.
    pub word: String,
    /// Where it stands.
    pub sentence: String,
    /// The rule itself.
    pub text: String,
    /// What a reader should know besides.
    pub note: String,
    /// What would close the gap; empty if met.
    pub closes_with: String,
    /// What counted.
    pub counted: Vec<Piece>,
    /// What did not, and why.
    pub excluded: Vec<Piece>,
}

/// One entry behind a requirement.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it is.
    pub title: String,
    /// Where, with whom, when.
    pub facts: Vec<String>,
    /// The competency areas that it names.
    pub areas: Vec<String>,
    /// How much of it, with its unit.
    pub amount: String,
    /// Why it did not count; empty if it did.
    pub why: String,
    /// Documents that belong to it: address and name.
    pub documents: Vec<(String, String)>,
}

/// The address of a document, for whoever looks.
pub type Address<'a> = &'a dyn Fn(&Document) -> String;

/// Tells the requirements of an assessment that have to be met by a stage.
#[must_use]
pub fn shown(
    (program, lang): (&Program, Lang),
    (assessment, locker): (&Assessment, &Locker),
    stage: Stage,
    (documents, address): (&[Document], Address<'_>),
) -> Vec<Shown> {
    let teller = Teller { program, lang, assessment, locker, documents, address };
    wording::tell(program, assessment, lang)
        .into_iter()
        .filter(|told| told.stage <= stage)
        .map(|told| Shown {
            id: told.id.as_str(),
            title: told.title,
            state: match told.status {
                Status::Met => "met",
                Status::NeedsPerson => "person",
                Status::Unmet => "todo",
            },
            word: told.status_word,
            sentence: told.sentence,
            text: told.text.to_owned(),
            note: told.note.unwrap_or_default().to_owned(),
            closes_with: told.closes_with.unwrap_or_default(),
            counted: told
                .counted_entries
                .into_iter()
                .map(|it| teller.piece(it.id, it.amount, String::new()))
                .collect(),
            excluded: told
                .excluded_entries
                .into_iter()
                .filter(|it| !it.is_beside)
                .map(|it| teller.piece(it.id, it.amount, it.sentence))
                .collect(),
        })
        .collect()
}

struct Teller<'a> {
    program: &'a Program,
    lang: Lang,
    assessment: &'a Assessment,
    locker: &'a Locker,
    documents: &'a [Document],
    address: Address<'a>,
}

impl Teller<'_> {
    fn piece(&self, id: &str, amount: String, why: String) -> Piece {
        let (title, facts) = self.entry(id).unwrap_or_else(|| (id.to_owned(), Vec::new()));
        let facts = facts.into_iter().filter(|it| !it.is_empty()).collect();
        let documents = self
            .documents
            .iter()
            .filter(|it| it.entry_id.is_some_and(|entry| entry.to_string() == id))
            .map(|it| ((self.address)(it), it.name.clone()))
            .collect();
        Piece { title, facts, areas: self.areas(id), amount, why, documents }
    }

    /// What an entry is called, and its facts.
    fn entry(&self, id: &str) -> Option<(String, Vec<String>)> {
        self.taught(id).or_else(|| self.done(id)).or_else(|| self.by_others(id))
    }

    fn taught(&self, id: &str) -> Option<(String, Vec<String>)> {
        let (lang, locker) = (self.lang, self.locker);
        let day = |it: Option<Date>| it.map(|it| lang.day(it)).unwrap_or_default();
        if let Some(it) = locker.education.iter().find(|it| &*it.id == id) {
            let facts = vec![it.field.clone(), it.institution.clone(), day(it.conferred)];
            return Some((it.title.clone(), facts));
        }
        if let Some(it) = locker.courses.iter().find(|it| &*it.id == id) {
            return Some((it.title.clone(), vec![it.institution.clone(), day(it.completed)]));
        }
        let it = locker.trainings.iter().find(|it| &*it.id == id)?;
        Some((it.title.clone(), vec![it.trainer.clone(), self.span(it.from, Some(it.to))]))
    }

    fn done(&self, id: &str) -> Option<(String, Vec<String>)> {
        let (lang, locker) = (self.lang, self.locker);
        if let Some(it) = locker.work.iter().find(|it| &*it.id == id) {
            let families = it.families.map(|n| lang.count("reviews-families", n));
            let facts =
                vec![it.employer.clone(), self.span(it.from, it.to), families.unwrap_or_default()];
            return Some((it.role.clone(), facts));
        }
        if let Some(it) = locker.leadership.iter().find(|it| &*it.id == id) {
            return Some((it.activity.clone(), vec![self.span(it.from, it.to)]));
        }
        let it = locker.rsc.iter().find(|it| &*it.id == id)?;
        let title = lang.say(&format!("reviews-setting-{}", word(&it.setting))).into_owned();
        let provider = it.provider.as_ref().map(|it| it.name.clone()).unwrap_or_default();
        Some((title, vec![provider, self.span(it.from, Some(it.to))]))
    }

    fn by_others(&self, id: &str) -> Option<(String, Vec<String>)> {
        let (lang, locker) = (self.lang, self.locker);
        if let Some(it) = locker.references.iter().find(|it| &*it.id == id) {
            let title = lang.say(&format!("reviews-relation-{}", word(&it.relation)));
            return Some((title.into_owned(), vec![lang.day(it.completed)]));
        }
        if let Some(it) = locker.signatures.iter().find(|it| &*it.agreement == id) {
            return Some((lang.say("reviews-signed").into_owned(), vec![lang.day(it.signed)]));
        }
        if let Some(it) = locker.memberships.iter().find(|it| &*it.association == id) {
            return Some((it.association.to_uppercase(), vec![self.span(it.from, it.to)]));
        }
        if let Some(it) = locker.endorsements.iter().find(|it| &*it.category == id) {
            let name = self.program.category(id).map(|it| it.name.get(lang).to_owned());
            return Some((name.unwrap_or_default(), vec![self.span(it.from, it.to)]));
        }
        let part = id.rsplit("part-").next().filter(|_| id.contains("-part-"))?;
        Some((lang.say1("reviews-exam-part", "part", part), Vec::new()))
    }

    fn span(&self, from: Date, to: Option<Date>) -> String {
        let is_one_day = to == Some(from);
        let from = self.lang.day(from);
        match to {
            _ if is_one_day => from,
            Some(to) => format!("{from} – {}", self.lang.day(to)),
            None => format!("{from} – {}", self.lang.say("reviews-today")),
        }
    }

    /// The names of the areas that an entry says it shows.
    fn areas(&self, id: &str) -> Vec<String> {
        let training = self.locker.trainings.iter().find(|it| &*it.id == id);
        let course = self.locker.courses.iter().find(|it| &*it.id == id);
        let named = training.map(|it| &it.competencies).or(course.map(|it| &it.competencies));
        let group = self.program.category(&self.assessment.category).and_then(|it| it.framework);
        let name = |id: &String| {
            let area = self.program.framework.area(id).zip(group);
            area.map_or_else(|| id.clone(), |(area, group)| area.name(group, self.lang).to_owned())
        };
        named.into_iter().flatten().map(name).collect()
    }
}

/// The name of a value in files and keys.
fn word(value: &impl Serialize) -> String {
    let named = serde_json::to_value(value).ok();
    named.and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}
