//! What a person agreed to here: which words, when, from where; and ending what can be ended.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use uuid::Uuid;

use crate::app::App;
use crate::consents::{self, Consent};
use crate::endorsements;
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/account/consents", get(show))
}

/// Something agreed to, told.
struct Line {
    what: String,
    facts: Vec<String>,
    sha256: String,
    words: Vec<String>,
}

/// An endorsement, and whether the registry lists it.
struct Listing {
    id: Uuid,
    what: String,
    is_listed: bool,
}

#[derive(Template)]
#[template(path = "privacy/agreed/page.html")]
struct AgreedPage {
    frame: Frame,
    lines: Vec<Line>,
    listings: Vec<Listing>,
}

/// `GET /account/consents`
async fn show(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let given = consents::of_person(&mut tx, me.association(), me.id).await?;
    let held = endorsements::of(&mut tx, me.association(), me.id).await?;
    let listing = |it: &endorsements::Endorsement| Listing {
        id: it.id,
        what: format!("{}, {}", it.category_name(me.program, me.lang), it.number),
        is_listed: it.listed_at.is_some(),
    };
    page::show(&AgreedPage {
        frame: Frame::room(&me),
        lines: given.iter().map(|it| line(&me, it)).collect(),
        listings: held.iter().map(listing).collect(),
    })
}

fn line(me: &Signed, it: &Consent) -> Line {
    let lang = me.lang;
    let at = |at: db::Time| lang.moment(at, &me.zone);
    let mut facts = vec![match &it.address {
        Some(from) => {
            lang.say2("privacy-agreed-at-from", "at", at(it.given_at), "from", from.as_str())
        }
        None => lang.say1("privacy-agreed-at", "at", at(it.given_at)),
    }];
    if let Some(until) = it.withdrawn_at {
        facts.push(lang.say1("privacy-agreed-until", "at", at(until)));
    }
    Line {
        what: lang.say(&format!("privacy-agreed-{}", it.purpose)).into_owned(),
        facts,
        sha256: it.text_sha256.clone(),
        words: it.body.lines().filter(|it| !it.is_empty()).map(str::to_owned).collect(),
    }
}
