//! The competency areas on a form: all that any category asks, domain by domain.

use crate::i18n::Lang;
use crate::programs::Program;
use crate::programs::framework::Group;

/// A domain with its areas to tick.
#[derive(Debug)]
pub struct Domain {
    pub name: String,
    /// How many of its areas are ticked.
    pub ticked: usize,
    pub areas: Vec<Choice>,
}

/// An area to tick.
#[derive(Debug)]
pub struct Choice {
    pub id: String,
    pub name: String,
    pub ticked: bool,
}

/// The mentors' full set, with what was ticked.
pub fn domains(program: &Program, lang: Lang, ticked: &[String]) -> Vec<Domain> {
    let framework = &program.framework;
    let area = |it: &crate::programs::framework::Area| Choice {
        id: it.id.clone(),
        name: it.name(Group::Mhm, lang).to_owned(),
        ticked: ticked.contains(&it.id),
    };
    let domain = |it: &crate::programs::framework::Domain| {
        let areas: Vec<Choice> = framework.areas_in(&it.id, Group::Mhm).map(area).collect();
        let ticked = areas.iter().filter(|it| it.ticked).count();
        Domain { name: it.name.get(lang).to_owned(), ticked, areas }
    };
    framework.domains_of(Group::Mhm).map(domain).collect()
}

/// The areas that were ticked, each once, in the framework's order.
pub fn read(program: &Program, ticked: &[String]) -> Result<Vec<String>, &'static str> {
    if ticked.iter().any(|it| program.framework.area(it).is_none()) {
        return Err("locker-no-such-area");
    }
    let chosen = program.framework.areas.iter().filter(|it| ticked.contains(&it.id));
    Ok(chosen.map(|it| it.id.clone()).collect())
}
