//! Reflective supervision/consultation received, and who gave it.

mod form;

use askama::Template;
use rules::locker::Rsc;

use super::entries::{self, Around};
use super::work;
use crate::i18n::Lang;
use crate::page::Frame;
use crate::programs::Program;
use crate::typed::Problems;

pub(super) use form::RscForm;

#[derive(Template)]
#[template(path = "locker/rsc/page.html")]
struct RscPage {
    frame: Frame,
    around: Around,
    form: RscForm,
    problems: Problems,
    settings: Vec<(String, String)>,
    abouts: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    categories: Vec<(String, String)>,
}

fn page(around: Around, form: RscForm, problems: Problems) -> RscPage {
    let lang = around.frame.lang;
    let categories = around.program.categories.iter();
    let mut categories: Vec<(String, String)> = categories
        .map(|it| (it.id.clone(), format!("{} ({})", it.name.get(lang), it.short)))
        .collect();
    categories.push((form::NOT_KNOWN.to_owned(), lang.say("locker-rsc-not-known").into()));
    RscPage {
        frame: around.frame.clone(),
        settings: entries::choices(lang, "locker-rsc-", &form::SETTINGS),
        abouts: entries::choices(lang, "locker-about-", &form::ABOUTS),
        kinds: entries::choices(lang, "locker-work-", &work::KINDS),
        categories,
        around,
        form,
        problems,
    }
}

/// What else is to be said about supervision: first what tells two apart that were in the same days with
/// the same person.
pub(super) fn facts(rsc: &Rsc, program: &Program, lang: Lang, facts: &mut Vec<String>) {
    if let Some(about) = rsc.about {
        let name = entries::name_in(&form::ABOUTS, &about);
        facts.push(lang.say(&format!("locker-about-{name}")).into_owned());
    }
    for standing in rsc.provider.iter().flat_map(|it| &it.standings) {
        let category = program.category(&standing.category);
        let name = category.map_or(&*standing.category, |it| it.name.get(lang));
        let since = lang.day(standing.from);
        facts.push(match standing.to {
            None => lang.say2("locker-rsc-standing", "category", name, "from", since),
            Some(to) => {
                let values = [
                    ("category", name.into()),
                    ("from", since.into()),
                    ("to", lang.day(to).into()),
                ];
                lang.with("locker-rsc-standing-ended", &values)
            }
        });
    }
    if let Some(during) = rsc.during {
        facts.push(lang.say1("locker-rsc-while", "work", work::kind(lang, during)));
    }
}
