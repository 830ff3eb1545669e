//! What is known about any request, whoever sends it: when, from where, in which house and language.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Helping;
use crate::app::App;
use crate::house::dates::{self, Coming};
use crate::house::{Languages, Own};
use crate::i18n::Lang;
use crate::programs::Program;
use crate::security;

/// How a page tells the next one what has happened.
const SAID: &str = "said=";

/// What is known about any request.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The language of the page.
    pub lang: Lang,
    /// When it was asked; the same for the whole request.
    pub now: Timestamp,
    /// The path without the language.
    pub path: String,
    /// The query, without what the last page said; empty if there is none.
    pub query: String,
    /// The key of a sentence to show on top, if one of our own pages led here and left one.
    pub said: Option<String>,
    /// The association whose house this is.
    pub program: &'static Program,
    /// What the association has set for itself, on top of its program.
    pub own: Arc<Own>,
    /// Where its days begin and end.
    pub zone: TimeZone,
    /// From where, as far as it can be believed.
    pub address: Option<IpAddr>,
    /// With which browser.
    pub user_agent: String,
    /// Whom they help with their locker, until they say that they have finished.
    pub helping: Option<Helping>,
}

impl Seat {
    /// What is known about a request, before anybody asks who it is.
    pub(super) fn of(parts: &Parts, app: &App, own: Arc<Own>) -> Self {
        let asked = parts.extensions.get::<Lang>().copied().unwrap_or(Lang::En);
        let lang = own.languages(app.program).spoken(asked);
        let query = parts.uri.query().unwrap_or_default();
        let (said, query): (Vec<&str>, Vec<&str>) =
            query.split('&').partition(|pair| pair.starts_with(SAID));
        let said = said.iter().find_map(|pair| pair.strip_prefix(SAID));
        let said = said.filter(|key| key.starts_with("said-") && lang.knows(key));
        let said = said.filter(|_| security::is_led_by_us(&parts.headers)).map(str::to_owned);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let user_agent = parts.headers.get("user-agent").and_then(|agent| agent.to_str().ok());
        Self {
            lang,
            now: app.clock.now(),
            path: parts.uri.path().to_owned(),
            query: query.join("&"),
            said,
            program: app.program,
            own,
            zone: app.zone.clone(),
            address: security::client(peer, &parts.headers, &app.settings.proxies),
            helping: None,
            user_agent: user_agent.unwrap_or_default().chars().take(300).collect(),
        }
    }

    /// Today, where the association is.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// This page's address, without the language and without what the last page said.
    #[must_use]
    pub fn here(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }

    /// Whose locker is open to who asks: their own, or that of whom they help with a file.
    #[must_use]
    pub fn whose(&self) -> String {
        match &self.helping {
            None => "for=own".to_owned(),
            Some(it) => format!("for={}", it.application_id),
        }
    }

    /// Whether a form was drawn for another locker than the one that is open now, in another tab or
    /// before helping began or ended.
    pub(super) fn is_for_another(&self) -> bool {
        let whose = self.whose();
        self.query.split('&').any(|it| it.starts_with("for=") && it != whose)
    }

    /// The languages that the association offers.
    #[must_use]
    pub fn languages(&self) -> Languages {
        self.own.languages(self.program)
    }

    /// The dates that the association announces, soonest first.
    #[must_use]
    pub fn coming(&self) -> Vec<Coming<'_>> {
        dates::coming(&self.program.calendar, self.own.dates(), self.today())
    }

    /// The association's id.
    #[must_use]
    pub fn association(&self) -> &'static str {
        &self.program.id
    }
}
