//! The dates to come, in words: those of the program with their sources, and the association's own.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;

use crate::error::Error;
use crate::house::dates::{Coming, Origin};
use crate::i18n::Lang;
use crate::identity::{Seat, Visitor};
use crate::page::{self, Frame};
use crate::programs::association::Confidence;
use crate::programs::calendar::{Entry, Kind, Precision};
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/dates", get(show))
}

/// A date to come.
#[derive(Clone, Debug)]
pub struct Dated {
    /// When, as exactly as it is known.
    pub when: String,
    /// What happens.
    pub what: String,
    /// What it means, or who set it and when.
    pub note: String,
    /// Whether it was read on an old page.
    pub is_old: bool,
    /// What it is about.
    pub kind: Kind,
}

impl Dated {
    /// A date in somebody's language.
    pub(super) fn of(seat: &Seat, it: &Coming<'_>) -> Self {
        let lang = seat.lang;
        let (what, note, is_old) = match it.origin {
            Origin::Program(entry) => {
                let is_old = entry.confidence == Confidence::Old;
                (entry.title.get(lang), entry.note.get(lang).to_owned(), is_old)
            }
            Origin::Own(own) => {
                let day = lang.day(own.set_at.0.to_zoned(seat.zone.clone()).date());
                let short = seat.program.association.short_name.as_str();
                let note = lang.say2("dates-own", "association", short, "day", day);
                (own.title(lang), note, false)
            }
        };
        Self {
            when: when(it.precision, (it.from, it.to), lang),
            what: what.to_owned(),
            note,
            is_old,
            kind: it.kind(),
        }
    }
}

/// The dates to come, soonest first.
#[must_use]
pub fn coming(seat: &Seat) -> Vec<Dated> {
    seat.coming().iter().map(|it| Dated::of(seat, it)).collect()
}

/// "December 31, 2026", "May 3, 2027 to May 7, 2027", "May 2027": as exactly as it is known.
pub(super) fn when(precision: Precision, (from, to): (Date, Date), lang: Lang) -> String {
    match precision {
        Precision::Month => {
            let month = lang.say(&format!("month-{}", from.month()));
            lang.say2("dates-month", "month", month.as_ref(), "year", from.year().to_string())
        }
        Precision::Day if from == to => lang.day(from),
        Precision::Day => lang.say2("dates-span", "from", lang.day(from), "to", lang.day(to)),
    }
}

/// Where a date of the program was read: what that is called, and its address if it has one.
pub(super) struct Read {
    pub title: &'static str,
    pub url: Option<&'static str>,
}

/// Where a date of the program was read.
pub(super) fn read_at(seat: &Seat, entry: &'static Entry) -> Vec<Read> {
    let page = |it: &'static str| Some(it).filter(|it| it.starts_with("http"));
    let one = |name: &'static String| match seat.program.document(name) {
        Some(it) => Read { title: &it.title, url: page(it.url.as_deref().unwrap_or_default()) },
        None => Read { title: name, url: page(name) },
    };
    entry.source.iter().map(one).collect()
}

/// A date, with where it was read.
struct Line {
    date: Dated,
    kind: String,
    read_at: Vec<Read>,
}

#[derive(Template)]
#[template(path = "associations/dates/page.html")]
struct DatesPage {
    frame: Frame,
    dates: Vec<Line>,
}

/// `GET /dates`
async fn show(me: Visitor) -> Result<Response, Error> {
    let line = |it: &Coming<'_>| Line {
        date: Dated::of(&me, it),
        kind: kind_word(it.kind(), me.lang),
        read_at: match it.origin {
            Origin::Program(entry) => {
                let entry = me.program.calendar.entry(&entry.id);
                entry.map(|it| read_at(&me, it)).unwrap_or_default()
            }
            Origin::Own(_) => Vec::new(),
        },
    };
    let dates = me.coming().iter().map(line).collect();
    page::show(&DatesPage { frame: Frame::public(&me), dates })
}

/// What a date is about, in a word.
pub(super) fn kind_word(kind: Kind, lang: Lang) -> String {
    lang.say(&format!("dates-kind-{}", kind.as_str())).into_owned()
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
