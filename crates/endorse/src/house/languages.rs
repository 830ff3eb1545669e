//! In which languages an association can be read: the first one, and whether the other is there too.

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::app::App;
use crate::i18n::Lang;
use crate::programs::Program;

/// One language, or both with the one that comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Languages {
    first: Lang,
    both: bool,
}

impl Languages {
    /// Reads `es en` (both, Spanish first) or `es` (Spanish alone), as it is kept and in forms.
    #[must_use]
    pub fn read(kept: &str) -> Option<Self> {
        let every = Lang::ALL.into_iter();
        every.flat_map(Self::beginning_with).find(|it| it.as_kept() == kept)
    }

    fn beginning_with(first: Lang) -> [Self; 2] {
        [true, false].map(|both| Self { first, both })
    }

    /// Those of a program.
    #[must_use]
    pub fn of(program: &Program) -> Self {
        let written = program.association.languages.join(" ");
        Self::read(&written).unwrap_or(Self { first: Lang::En, both: true })
    }

    /// What an association can choose from, out of those that its program has.
    #[must_use]
    pub fn choices(program: &Program) -> Vec<Self> {
        let Self { first, both } = Self::of(program);
        if !both {
            return vec![Self { first, both }];
        }
        let every = [first, first.other()].into_iter().flat_map(Self::beginning_with);
        let (both, one): (Vec<Self>, Vec<Self>) = every.partition(|it| it.both);
        [both, one].concat()
    }

    /// As it is kept and in forms.
    #[must_use]
    pub const fn as_kept(self) -> &'static str {
        match (self.first, self.both) {
            (Lang::En, true) => "en es",
            (Lang::En, false) => "en",
            (Lang::Es, true) => "es en",
            (Lang::Es, false) => "es",
        }
    }

    /// The one for whoever has not said which.
    #[must_use]
    pub const fn first(self) -> Lang {
        self.first
    }

    /// Whether there are two to choose from.
    #[must_use]
    pub const fn are_both(self) -> bool {
        self.both
    }

    /// Those on offer, the first one first.
    pub fn offered(self) -> impl Iterator<Item = Lang> {
        std::iter::once(self.first).chain(self.both.then_some(self.first.other()))
    }

    /// Whether one is on offer.
    #[must_use]
    pub fn has(self, lang: Lang) -> bool {
        self.both || lang == self.first
    }

    /// A language if it is on offer, else the first one.
    #[must_use]
    pub fn spoken(self, lang: Lang) -> Lang {
        if self.has(lang) { lang } else { self.first }
    }
}

/// Leads whoever opens a page in a language that is not offered to the same page in the one that is.
/// What is no page (a badge, a document, a picture) is what it is at any address, what is not there is
/// not there in either, and a form is taken as it was sent, so that nothing typed is lost.
pub async fn lead(State(app): State<App>, request: Request, next: Next) -> Response {
    let asked = request.extensions().get::<Lang>().copied().unwrap_or(Lang::En);
    let is_look = matches!(*request.method(), Method::GET | Method::HEAD);
    let languages = app.languages();
    let here = request.uri().path_and_query().filter(|_| is_look && !languages.has(asked)).cloned();
    let response = next.run(request).await;
    match here {
        Some(here) if response.status().is_success() && is_page(response.headers()) => {
            let mut led =
                Redirect::temporary(&languages.first().href(here.as_str())).into_response();
            for cookie in response.headers().get_all(SET_COOKIE) {
                led.headers_mut().append(SET_COOKIE, cookie.clone());
            }
            led
        }
        _ => response,
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_kept_in_a_word_or_two() {
        for kept in ["en es", "en", "es en", "es"] {
            let languages = Languages::read(kept).unwrap();
            assert_eq!(languages.as_kept(), kept);
            let codes: Vec<&str> = languages.offered().map(Lang::code).collect();
            assert_eq!(codes.join(" "), kept);
        }
        for none in ["", "fr", "en en", "es en es", "EN"] {
            assert_eq!(Languages::read(none), None, "{none}");
        }
    }

    #[test]
    fn a_language_that_is_not_offered_is_the_first_one() {
        let one = Languages::read("es").unwrap();
        assert_eq!((one.spoken(Lang::En), one.spoken(Lang::Es)), (Lang::Es, Lang::Es));
        let both = Languages::read("es en").unwrap();
        assert_eq!((both.spoken(Lang::En), both.spoken(Lang::Es)), (Lang::En, Lang::Es));
    }

    #[test]
    fn an_association_chooses_out_of_those_of_its_program() {
        let mut program = crate::app::programs().unwrap().of("ct-aimh").unwrap().clone();
        let kept = |it: &Program| -> Vec<_> {
            Languages::choices(it).into_iter().map(Languages::as_kept).collect()
        };
        assert_eq!(kept(&program), ["en es", "es en", "en", "es"]);
        program.association.languages = vec!["es".to_owned()];
        assert_eq!(kept(&program), ["es"]);
    }
}
