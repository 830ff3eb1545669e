//! The front page: one sentence, three doors, what endorsement is and is not, dates, a person to
//! talk to.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;

use super::categories::{Table, table};
use crate::error::Error;
use crate::house::Setting;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::page::{self, Frame};
use crate::programs::association::{Confidence, Contact, ContactKind, Section, Step};
use crate::programs::calendar::{Precision, Upcoming};
use crate::routing::{Routes, get};

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
    dates: Vec<ShownDate>,
    contacts: Vec<ShownContact>,
}

/// A heading with what stands under it.
pub(super) struct Words {
    pub title: &'static str,
    pub paragraphs: Vec<&'static str>,
    pub points: Vec<&'static str>,
}

/// A date to come.
struct ShownDate {
    when: String,
    title: String,
    note: String,
    is_old: bool,
}

/// A way to reach the association.
struct ShownContact {
    lines: Vec<String>,
    href: Option<String>,
    note: String,
}

/// `GET /`
async fn show(me: Visitor) -> Result<Response, Error> {
    let (lang, association) = (me.lang, &me.program.association);
    let pages = &association.pages;
    let rest = [&pages.how_long, &pages.cost, &pages.renewal, &pages.why, &pages.is_not];
    let upcoming = me.program.calendar.upcoming(me.today(), DATES);
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
        dates: upcoming.iter().map(|it| shown_date(it, lang)).collect(),
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

fn shown_date(upcoming: &Upcoming<'_>, lang: Lang) -> ShownDate {
    let entry = upcoming.entry;
    ShownDate {
        when: when(upcoming.precision, (upcoming.from, upcoming.to), lang),
        title: entry.title.get(lang).to_owned(),
        note: entry.note.get(lang).to_owned(),
        is_old: entry.confidence == Confidence::Old,
    }
}

/// "December 31, 2026", "May 3, 2027 to May 7, 2027", "May 2027": as exactly as it is known.
fn when(precision: Precision, (from, to): (Date, Date), lang: Lang) -> String {
    match precision {
        Precision::Month => {
            let month = lang.say(&format!("month-{}", from.month()));
            lang.say2("dates-month", "month", month.as_ref(), "year", from.year().to_string())
        }
        Precision::Day if from == to => lang.day(from),
        Precision::Day => lang.say2("dates-span", "from", lang.day(from), "to", lang.day(to)),
    }
}

/// The ways to reach the association: as it has set them, else as they were published.
fn contacts(me: &Visitor) -> Vec<ShownContact> {
    let lang = me.lang;
    let own = |kind| me.own.get(setting_of(kind)?);
    let published = me.program.association.contacts.iter();
    let published = published.filter(|it| own(it.kind).is_none());
    let set = [ContactKind::Email, ContactKind::Phone, ContactKind::Post].into_iter();
    let set = set.filter_map(|kind| Some(shown((kind, own(kind)?), String::new(), lang)));
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_is_told_as_exactly_as_it_is_known() {
        let (first, last) = (date(2027, 5, 3), date(2027, 5, 7));

        assert_eq!(when(Precision::Day, (first, first), Lang::En), "May 3, 2027");
        let span = when(Precision::Day, (first, last), Lang::En);
        assert_eq!(span, "May 3, 2027 to May 7, 2027");
        assert_eq!(when(Precision::Month, (first, last), Lang::En), "May 2027");
        assert_eq!(when(Precision::Month, (first, last), Lang::Es), "mayo de 2027");
    }
}
