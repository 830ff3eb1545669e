//! In-service trainings, their hours split by subject.

mod form;

use askama::Template;
use rules::locker::Minutes;

use super::entries::{self, Around, Domain};
use crate::i18n::Lang;
use crate::page::Frame;
use crate::typed::Problems;

pub(super) use form::TrainingForm;

#[derive(Template)]
#[template(path = "locker/trainings/page.html")]
struct TrainingPage {
    frame: Frame,
    around: Around,
    form: TrainingForm,
    problems: Problems,
    forms: Vec<(String, String)>,
    yes_or_no: Vec<(String, String)>,
    domains: Vec<Domain>,
}

fn page(around: Around, form: TrainingForm, problems: Problems) -> TrainingPage {
    let lang = around.frame.lang;
    TrainingPage {
        frame: around.frame.clone(),
        forms: entries::choices(lang, "locker-form-", &form::FORMS),
        yes_or_no: entries::choices(lang, "locker-say-", &form::YES_OR_NO),
        domains: entries::domains(around.program, lang, &form.competencies),
        around,
        form,
        problems,
    }
}

/// The hours of each subject in words; empty where all are of infant mental health.
pub(super) fn split(minutes: Minutes, lang: Lang) -> String {
    let part = |key: &str, minutes: u32| {
        (minutes > 0).then(|| lang.say1(key, "hours", lang.hours(minutes.into())))
    };
    if minutes.rsc == 0 && minutes.dei == 0 {
        return String::new();
    }
    let parts = [
        part("locker-part-imh", minutes.imh),
        part("locker-part-rsc", minutes.rsc),
        part("locker-part-dei", minutes.dei),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
