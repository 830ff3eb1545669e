//! What is typed about a training.

use askama::Template;
use rules::Locker;
use rules::locker::{EntryId, Form, Minutes, Training};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::locker::Kind;
use crate::locker::entries::{
    Around, Asked, Sheet, hours, in_order, name_in, optional, read_areas, sound,
};
use crate::typed::{self, Problems};

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TrainingForm {
    pub title: String,
    pub trainer: String,
    pub from: String,
    pub to: String,
    pub form: String,
    pub imh: String,
    pub rsc: String,
    pub dei: String,
    pub didactic: String,
    pub competencies: Vec<String>,
    pub version: String,
}

pub const FORMS: [(&str, Form); 6] = [
    ("workshop", Form::Workshop),
    ("course", Form::Course),
    ("series", Form::Series),
    ("conference", Form::Conference),
    ("reading-group", Form::ReadingGroup),
    ("other", Form::Other),
];

pub const YES_OR_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];

impl Sheet for TrainingForm {
    type Entry = Training;
    const KIND: Kind = Kind::Trainings;

    fn check(&self, id: EntryId, asked: &Asked) -> Result<Training, Problems> {
        let mut problems = Problems::default();
        let title = problems.note("title", typed::line(&self.title, 200));
        let trainer = problems.note("trainer", typed::line_or_none(&self.trainer, 200));
        let from = problems.note("from", typed::past_day(&self.from, asked.today));
        // A training of one day has its last day on the first.
        let last = if self.to.trim().is_empty() { &self.from } else { &self.to };
        let to = match (from, last == &self.from) {
            (from, true) => from,
            (_, false) => problems.note("to", typed::past_day(last, asked.today)),
        };
        problems.note("to", in_order(from, to));
        let imh = problems.note("imh", hours(&self.imh));
        let rsc = problems.note("rsc", hours(&self.rsc));
        let dei = problems.note("dei", hours(&self.dei));
        if (imh, rsc, dei) == (Some(0), Some(0), Some(0)) {
            problems.note::<()>("imh", Err("locker-no-hours"));
        }
        let form = problems.note("form", optional(&self.form, &FORMS));
        let didactic = problems.note("didactic", optional(&self.didactic, &YES_OR_NO));
        let areas = read_areas(asked.program, &self.competencies);
        let competencies = problems.note("competencies", areas);
        let (Some(title), Some(trainer), Some(from), Some(to)) = (title, trainer, from, to) else {
            return Err(problems);
        };
        let (Some(imh), Some(rsc), Some(dei)) = (imh, rsc, dei) else { return Err(problems) };
        let (Some(form), Some(didactic), Some(competencies)) = (form, didactic, competencies)
        else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let training = Training {
            id,
            title,
            trainer: trainer.unwrap_or_default(),
            from,
            to,
            form,
            minutes: Minutes { imh, rsc, dei },
            didactic,
            competencies,
        };
        let alone = Locker { trainings: vec![training.clone()], ..Locker::default() };
        sound(&alone, &[(".to", "to", "locker-ends-first"), ("", "imh", "locker-too-many-hours")])?;
        Ok(training)
    }

    fn of(entry: &Training, lang: Lang) -> Self {
        let hours = |minutes: u32| match minutes {
            0 => String::new(),
            minutes => lang.hours(minutes.into()),
        };
        Self {
            title: entry.title.clone(),
            trainer: entry.trainer.clone(),
            from: entry.from.to_string(),
            to: entry.to.to_string(),
            form: entry.form.map_or("", |it| name_in(&FORMS, &it)).to_owned(),
            imh: hours(entry.minutes.imh),
            rsc: hours(entry.minutes.rsc),
            dei: hours(entry.minutes.dei),
            didactic: entry.didactic.map_or("", |it| name_in(&YES_OR_NO, &it)).to_owned(),
            competencies: entry.competencies.clone(),
            version: String::new(),
        }
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn page(around: Around, form: Self, problems: Problems) -> impl Template {
        super::page(around, form, problems)
    }
}
