//! Degrees, certificates and credentials of education.

mod form;

use askama::Template;
use rules::locker::Degree;

use super::entries::{self, Around};
use crate::i18n::Lang;
use crate::page::Frame;
use crate::typed::Problems;

pub(super) use form::{EducationForm, TRANSCRIPTS};

#[derive(Template)]
#[template(path = "locker/education/page.html")]
struct EducationPage {
    frame: Frame,
    around: Around,
    form: EducationForm,
    problems: Problems,
    degrees: Vec<(String, String)>,
    transcripts: Vec<(String, String)>,
}

fn page(around: Around, form: EducationForm, problems: Problems) -> EducationPage {
    let lang = around.frame.lang;
    EducationPage {
        frame: around.frame.clone(),
        degrees: entries::choices(lang, "locker-degree-", &form::DEGREES),
        transcripts: entries::choices(lang, "locker-transcript-", &TRANSCRIPTS),
        around,
        form,
        problems,
    }
}

/// The name of a degree.
pub(super) fn degree(lang: Lang, degree: Degree) -> String {
    lang.say(&format!("locker-degree-{}", entries::name_in(&form::DEGREES, &degree))).into_owned()
}
