//! The front page: one sentence, three doors, what endorsement is and is not, dates, a person to
//! talk to.

use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;

use super::categories::{Table, table};
use super::dates::{self, Dated};
use crate::error::Error;
use crate::house::Setting;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::programs::association::{Contact, ContactKind, Section, Step};
use crate::routing::{Routes, get};
use crate::security;

/// How many dates the page shows.
const DATES: usize = 6;

pub(super) fn routes() -> Routes {
    Routes::new().route("/", get(show))
}

#[derive(Template)]
#[template(path = "associations/front/page.html")]
struct FrontPage {
    frame: Frame,
    headline: &'static str,
    lead: &'static str,
    notice: Option<Words>,
    what: Vec<Words>,
    categories: Words,
    table: Table,
    steps: Vec<Words>,
    rest: Vec<Words>,
    contact: Words,
    /// What the association has put up for these days, paragraph by paragraph.
    put_up: Vec<String>,
    dates: Vec<Dated>,
    contacts: Vec<ShownContact>,
}

/// A heading with what stands under it.
pub(super) struct Words {
    pub title: &'static str,
    pub paragraphs: Vec<&'static str>,
    pub points: Vec<&'static str>,
}

/// A way to reach the association.
struct ShownContact {
    lines: Vec<String>,
    href: Option<String>,
    note: String,
}

/// The language for whoever comes from elsewhere: the bare address says none, so it is the person's own,
/// or the association's first one. With English first that is what it says anyway.
fn of_choice(me: &Visitor) -> Lang {
    let languages = me.languages();
    if me.lang == languages.first() || me.lang.is_spanish() {
        return me.lang;
    }
    me.person.as_ref().map_or(languages.first(), |it| Lang::from_code(&it.language))
}

/// `GET /`
async fn show(me: Visitor, headers: HeaderMap) -> Result<Response, Error> {
    let (lang, association) = (me.lang, &me.program.association);
    if !security::is_led_by_us(&headers) && of_choice(&me) != lang {
        return page::see(of_choice(&me), &me.here());
    }
    let pages = &association.pages;
    let rest = [&pages.how_long, &pages.cost, &pages.renewal, &pages.why, &pages.is_not];
    let put_up = me.own.notice(me.today()).map(|it| it.text(lang)).unwrap_or_default();
    let paragraphs = put_up.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
    page::show(&FrontPage {
        frame: Frame::public(&me),
        headline: pages.headline.get(lang),
        lead: pages.lead.get(lang),
        notice: pages.notice.as_ref().map(|it| words(it, lang)),
        what: [&pages.what, &pages.who].map(|it| words(it, lang)).into(),
        categories: words(&pages.categories, lang),
        table: table(me.program, lang),
        steps: pages.steps.iter().map(|it| step(it, lang)).collect(),
        rest: rest.map(|it| words(it, lang)).into(),
        contact: words(&pages.contact, lang),
        put_up: paragraphs.map(str::to_owned).collect(),
        dates: dates::coming(&me).into_iter().take(DATES).collect(),
        contacts: contacts(&me),
    })
}

/// What the program says under a heading.
pub(super) fn words(section: &'static Section, lang: Lang) -> Words {
    Words {
        title: section.title.get(lang),
        paragraphs: section.paragraphs.iter().map(|it| it.get(lang)).collect(),
        points: section.points.iter().map(|it| it.get(lang)).collect(),
    }
}

fn step(step: &'static Step, lang: Lang) -> Words {
    Words { title: step.title.get(lang), paragraphs: vec![step.text.get(lang)], points: Vec::new() }
}

/// The ways to reach the association: as it has set them, else as they were published.
fn contacts(me: &Visitor) -> Vec<ShownContact> {
    let lang = me.lang;
    let own = |kind| me.own.get(setting_of(kind)?);
    let published = me.program.association.contacts.iter();
    let published = published.filter(|it| own(it.kind).is_none());
    let set = [ContactKind::Email, ContactKind::Phone, ContactKind::Post].into_iter();
    let by = lang.say1("front-contact-own", "association", &me.program.association.short_name);
    let set = set.filter_map(|kind| Some(shown((kind, own(kind)?), by.clone(), lang)));
    let note = |it: &Contact| it.note.get(lang).to_owned();
    set.chain(published.map(|it| shown((it.kind, &it.value), note(it), lang))).collect()
}

/// What an association sets to change a way to reach it.
fn setting_of(kind: ContactKind) -> Option<Setting> {
    match kind {
        ContactKind::Email => Some(Setting::Email),
        ContactKind::Phone => Some(Setting::Phone),
        ContactKind::Post => Some(Setting::Post),
        ContactKind::Web | ContactKind::Fax => None,
    }
}

fn shown((kind, value): (ContactKind, &str), note: String, lang: Lang) -> ShownContact {
    let value = value.trim();
    let href = match kind {
        ContactKind::Web => Some(value.to_owned()),
        ContactKind::Email => Some(format!("mailto:{value}")),
        ContactKind::Phone => Some(format!("tel:{}", value.replace(' ', ""))),
        ContactKind::Fax | ContactKind::Post => None,
    };
    let mut lines: Vec<String> = value.lines().map(str::to_owned).collect();
    if kind == ContactKind::Fax {
        lines = vec![lang.say1("front-fax", "number", value)];
    }
    ShownContact { lines, href, note }
}
