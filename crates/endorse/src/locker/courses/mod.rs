//! Courses of study that show competencies.

mod form;

use askama::Template;

use super::entries::{self, Around, Domain};
use crate::page::Frame;
use crate::typed::Problems;

pub(super) use form::{CourseForm, number};

#[derive(Template)]
#[template(path = "locker/courses/page.html")]
struct CoursePage {
    frame: Frame,
    around: Around,
    form: CourseForm,
    problems: Problems,
    domains: Vec<Domain>,
}

fn page(around: Around, form: CourseForm, problems: Problems) -> CoursePage {
    let domains = entries::domains(around.program, around.frame.lang, &form.competencies);
    CoursePage { frame: around.frame.clone(), domains, around, form, problems }
}
