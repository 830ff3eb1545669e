//! The notice: what is kept of people, what for, who sees it, for how long. Drawn from what the system
//! does and what the association has set.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::holdings::{CLASSES, HOLDINGS};
use super::rows::{self, Term};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::{Seat, Visitor};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/privacy", get(notice))
}

/// A heading and what stands under it.
pub(super) struct Part {
    pub title: String,
    pub paragraphs: Vec<String>,
}

#[derive(Template)]
#[template(path = "consents/notice/page.html")]
struct NoticePage {
    frame: Frame,
    parts: Vec<Part>,
}

/// `GET /privacy`
async fn notice(State(app): State<App>, me: Visitor) -> Result<Response, Error> {
    let terms = rows::terms(&mut app.db.read().await?, me.association()).await?;
    let parts = parts(&me.seat, &terms);
    page::show(&NoticePage { frame: Frame::public(&me), parts })
}

/// The whole notice.
pub(super) fn parts(seat: &Seat, terms: &[Term]) -> Vec<Part> {
    let lang = seat.lang;
    let say = |key: &str| lang.say(key).into_owned();
    let association = &seat.program.association;
    let who = [
        ("association", association.name.get(lang).into()),
        ("contact", seat.own.email(seat.program).unwrap_or(&association.web).into()),
    ];
    let held = HOLDINGS.iter().map(|it| say(&format!("consents-held-{}", it.key)));
    let then = HOLDINGS.iter().map(|it| say(&format!("consents-then-{}", it.key)));
    vec![
        Part {
            title: say("consents-who-title"),
            paragraphs: vec![lang.with("consents-who", &who)],
        },
        Part { title: say("consents-held-title"), paragraphs: held.collect() },
        Part {
            title: say("consents-seen-title"),
            paragraphs: [
                "applicant",
                "rater",
                "advisor",
                "reviewer",
                "coordinator",
                "auditor",
                "administrator",
                "public",
                "nobody",
            ]
            .map(|it| say(&format!("consents-seen-{it}")))
            .to_vec(),
        },
        Part {
            title: say("consents-kept-title"),
            paragraphs: CLASSES.iter().map(|class| kept(terms, class, lang)).collect(),
        },
        Part {
            title: say("consents-rights-title"),
            paragraphs: ["data", "correct", "erase", "agreed"]
                .map(|it| say(&format!("consents-rights-{it}")))
                .to_vec(),
        },
        Part { title: say("consents-then-title"), paragraphs: then.collect() },
    ]
}

/// How long a class is kept, in a sentence.
fn kept(terms: &[Term], class: &str, lang: Lang) -> String {
    let what = lang.say(&format!("consents-class-{class}")).into_owned();
    match terms.iter().find(|it| it.class == class) {
        // Without a term the name goes with the account.
        None if class == "register" => lang.say1("consents-no-term-register", "what", what),
        None => lang.say1("consents-no-term", "what", what),
        Some(term) => lang.with(
            "consents-term",
            &[
                ("what", what.into()),
                ("span", lang.months(term.months).into()),
                ("from", lang.say(&format!("consents-from-{class}")).into_owned().into()),
                ("authority", term.authority.as_str().into()),
            ],
        ),
    }
}
