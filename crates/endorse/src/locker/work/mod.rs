//! Jobs and other work with babies, young children and their families.

mod form;

use askama::Template;
use rules::locker::{Work, WorkKind};

use super::entries::{self, Around};
use crate::i18n::Lang;
use crate::page::Frame;
use crate::typed::Problems;

pub(super) use form::{KINDS, WorkForm};

#[derive(Template)]
#[template(path = "locker/work/page.html")]
struct WorkPage {
    frame: Frame,
    around: Around,
    form: WorkForm,
    problems: Problems,
    paid: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    focus: Vec<(String, String)>,
}

fn page(around: Around, form: WorkForm, problems: Problems) -> WorkPage {
    let lang = around.frame.lang;
    WorkPage {
        frame: around.frame.clone(),
        paid: entries::choices(lang, "locker-paid-", &form::PAID),
        kinds: entries::choices(lang, "locker-work-", &KINDS),
        focus: entries::choices(lang, "locker-focus-", &form::FOCUS),
        around,
        form,
        problems,
    }
}

/// The name of a kind of work.
pub(super) fn kind(lang: Lang, kind: WorkKind) -> String {
    lang.say(&format!("locker-work-{}", entries::name_in(&KINDS, &kind))).into_owned()
}

/// What else is to be said about some work.
pub(super) fn facts(work: &Work, lang: Lang, facts: &mut Vec<String>) {
    if let Some(paid) = work.paid {
        let name = entries::name_in(&form::PAID, &paid);
        facts.push(lang.say(&format!("locker-paid-{name}")).into_owned());
    }
    if let Some(ages) = work.ages_months {
        let (from, to) = (u32::from(ages.from), u32::from(ages.to));
        facts.push(lang.say2("locker-ages", "from", from, "to", to));
    }
}
