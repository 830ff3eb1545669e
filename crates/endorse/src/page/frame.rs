//! What surrounds every page: the association, the language, the person, the ways to go.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::identity::{Helping, Person, Seat, Signed, Visitor};
use crate::page::assets;

/// The frame of a page; every page struct has one, called `frame`.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// Whose house this is.
    pub association: Association,
    /// Whose clock the page tells the time by: a zone's IANA name.
    pub zone: String,
    /// The stylesheet's address.
    pub css: &'static str,
    /// The address of the stylesheet of the association's own colour, if it has set one.
    pub appearance: Option<String>,
    /// The association's logo, if it has set one: its address, how wide and how high it stands.
    pub logo: Option<(String, u32, u32)>,
    /// Whether the association says something about itself.
    pub has_about: bool,
    /// The script's address.
    pub js: &'static str,
    /// The icons' address.
    pub icons: &'static str,
    /// The same page in the other language.
    pub other_language_href: String,
    /// Whether it is offered in the other language.
    pub has_other_language: bool,
    /// The person, if signed in.
    pub person: Option<Shown>,
    /// Where one can go from here; empty for visitors.
    pub nav: Vec<NavItem>,
    /// Whom they help with their locker: a sentence that says so.
    pub helping: Option<String>,
    /// The name of whom they help.
    pub helped: Option<String>,
    /// What a form that adds to a locker says of whose it is, for whoever may help others with theirs: a
    /// query, or nothing.
    pub whose: String,
    /// What has just happened, in a sentence.
    pub notice: Option<Cow<'static, str>>,
}

/// The person in the frame.
#[derive(Clone, Debug)]
pub struct Shown {
    /// As they call themselves.
    pub name: String,
    /// Whether the address is known to be theirs.
    pub is_confirmed: bool,
}

/// The association in the frame.
#[derive(Clone, Debug)]
pub struct Association {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub short: String,
    /// Its name.
    pub name: String,
    /// Where to write to.
    pub email: String,
}

/// One way to go.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where.
    pub href: String,
    /// The icon's name.
    pub icon: &'static str,
    /// What it says.
    pub label: Cow<'static, str>,
    /// How many wait there.
    pub count: Option<String>,
    /// Whether this is where one is.
    pub current: bool,
}

impl Frame {
    /// For a page that anybody may see.
    #[must_use]
    pub fn public(visitor: &Visitor) -> Self {
        Self::new(&visitor.seat, visitor.person.as_ref())
    }

    /// For a page in one of the rooms.
    #[must_use]
    pub fn room(signed: &Signed) -> Self {
        Self::new(&signed.seat, Some(signed.who_is_there()))
    }

    /// For any request.
    #[must_use]
    pub fn new(seat: &Seat, person: Option<&Person>) -> Self {
        let lang = seat.lang;
        Self {
            lang,
            association: Association {
                id: seat.program.id.clone(),
                short: seat.program.association.short_name.clone(),
                name: seat.program.association.name.get(lang).to_owned(),
                email: seat.own.email(seat.program).unwrap_or_default().to_owned(),
            },
            zone: seat.zone.iana_name().unwrap_or("UTC").to_owned(),
            css: assets::href("main.css"),
            appearance: seat.own.stylesheet(),
            logo: seat.own.logo().map(|it| it.shown()),
            has_about: seat.own.about(lang).is_some(),
            js: assets::href("main.js"),
            icons: assets::href("icons.svg"),
            other_language_href: lang.other().href(&seat.here()),
            has_other_language: seat.languages().are_both(),
            person: person.map(|person| Shown {
                name: person.name.clone(),
                is_confirmed: person.email_confirmed_at.is_some(),
            }),
            nav: person.map(|person| nav(lang, &seat.path, person)).unwrap_or_default(),
            helping: seat.helping.as_ref().map(|it| helping(seat, it)),
            helped: seat.helping.as_ref().map(|it| it.name.clone()),
            whose: match person.filter(|it| it.has("coordinator")) {
                Some(_) => format!("?{}", seat.whose()),
                None => String::new(),
            },
            notice: seat.said.as_deref().map(|key| lang.say(key)),
        }
    }
}

/// Whom somebody helps, with what, until when.
fn helping(seat: &Seat, it: &Helping) -> String {
    let lang = seat.lang;
    let values = [
        ("name", it.name.as_str().into()),
        ("number", it.number.as_str().into()),
        ("until", lang.moment(it.until_at, &seat.zone).into()),
    ];
    let key = match it.called_off_at {
        Some(_) => "helping-called-off",
        None if it.until_at.0 <= seat.now => "helping-is-over",
        None => "helping-somebody",
    };
    lang.with(key, &values)
}

/// The rooms of an administrator, which stand below the desk.
const ROLES: &str = "/desk/roles";
const ASSOCIATION: &str = "/desk/association";

fn nav(lang: Lang, path: &str, person: &Person) -> Vec<NavItem> {
    let item = |href: &str, icon, key, count: i64| NavItem {
        href: lang.href(href),
        icon,
        label: lang.say(key),
        count: (count > 0).then(|| count.to_string()),
        current: (is_at(path, href)
            && !(href == "/desk" && [ROLES, ASSOCIATION].iter().any(|it| is_at(path, it))))
            || (href == "/home" && is_at(path, "/applications")),
    };
    let mut items = Vec::new();
    if person.has("coordinator") || person.has("auditor") {
        items.push(item("/desk", "i-list", "nav-desk", 0));
    } else if person.has("treasurer") {
        items.push(item("/desk/payments", "i-list", "desk-payments-title", 0));
    }
    if person.has("advisor") {
        items.push(item("/advising", "i-talk", "nav-advising", 0));
    }
    if person.has("reviewer") {
        items.push(item("/reviews", "i-eye", "nav-reviews", 0));
    }
    if person.has("administrator") {
        items.push(item(ROLES, "i-people", "nav-roles", 0));
        items.push(item(ASSOCIATION, "i-compass", "nav-association", 0));
    }
    if person.has("network") {
        items.push(item("/network", "i-people", "nav-network", 0));
    }
    items.push(item("/home", "i-home", "nav-home", 0));
    items.push(item("/locker", "i-box", "nav-locker", person.entries));
    items.push(item("/inbox", "i-mail", "nav-inbox", person.unread));
    if person.endorsements > 0 {
        items.push(item("/endorsements", "i-award", "nav-endorsements", 0));
    }
    items.push(item("/account", "i-cog", "nav-account", 0));
    items
}

/// Whether a page is the one at an address, or below it.
fn is_at(path: &str, href: &str) -> bool {
    path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
