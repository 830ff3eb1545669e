//! What a person holds: the list, one endorsement with everything that goes with it, whether the
//! registry lists it.

use askama::Template;
use axum::extract::{Form, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use db::Time;
use serde::Deserialize;
use uuid::Uuid;

use super::rows::{self, Endorsement};
use super::{Interval, Standing, of_person};
use crate::app::App;
use crate::audit;
use crate::consents::{self, Purpose};
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page::{self, Frame};
use crate::programs::in_lang;
use crate::routing::{Path, Routes, get, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/endorsements", get(list))
        .route("/endorsements/{id}", get(one))
        .route("/endorsements/{id}/badge.json", get(badge))
        .route("/endorsements/{id}/listing", post(listing))
}

/// An endorsement on the list.
struct Line {
    href: String,
    title: String,
    number: String,
    mark: &'static str,
    word: String,
    awarded: String,
    until: String,
}

#[derive(Template)]
#[template(path = "endorsements/held/list.html")]
struct EndorsementsPage {
    frame: Frame,
    lines: Vec<Line>,
}

/// `GET /endorsements`
async fn list(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let held = rows::of(&mut tx, me.association(), me.id).await?;
    let intervals = rows::intervals_of_person(&mut tx, me.association(), me.id).await?;
    let lines = held.iter().map(|it| line(&me, it, &intervals)).collect();
    page::show(&EndorsementsPage { frame: Frame::room(&me), lines })
}

fn line(me: &Signed, it: &Endorsement, intervals: &[Interval]) -> Line {
    let lang = me.lang;
    let standing = it.standing(intervals, me.today());
    Line {
        href: lang.href(&format!("/endorsements/{}", it.id)),
        title: it.category_name(me.program, lang).to_owned(),
        number: it.number.clone(),
        mark: standing.mark(),
        word: standing.word(lang),
        awarded: lang.say1("endorsements-since", "day", lang.day(it.awarded_on)),
        until: lang.say1("endorsements-until", "day", lang.day(it.valid_until)),
    }
}

/// Renewing, as far as it concerns one endorsement today.
struct Due {
    cycle: i16,
    by: String,
    is_late: bool,
    /// What to know where this renewal alone would not bring the endorsement back; empty otherwise.
    long_over: String,
    /// When it was handed in; empty if it was not.
    handed_in: String,
    asks: Vec<String>,
    /// What is asked of those alone who give supervision, and of those alone who do not.
    asks_if_gives: Vec<String>,
    asks_if_not: Vec<String>,
    /// That the first renewal comes early; empty for any other.
    first: String,
    note: String,
}

#[derive(Template)]
#[template(path = "endorsements/held/page.html")]
struct EndorsementPage {
    frame: Frame,
    id: Uuid,
    number: String,
    mark: &'static str,
    word: String,
    sentence: String,
    awarded: String,
    until: String,
    name_with_letters: String,
    certificate_href: String,
    badge_href: String,
    verify_href: String,
    verify_url: String,
    is_listed: bool,
    /// Whether it is in force: only then may it be shown around.
    is_valid: bool,
    /// Which name the certificate and the badge carry, and who can correct it.
    carries: String,
    due: Option<Due>,
}

/// `GET /endorsements/{id}`
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let it = of_person(&mut tx, me.association(), (me.id, id)).await?.ok_or(Error::NotFound)?;
    let intervals = rows::intervals(&mut tx, it.id).await?;
    let standing = it.standing(&intervals, me.today());
    let lang = me.lang;
    let verify = lang.href(&format!("/verify/{}", it.public_id));
    let values = [
        ("category", it.category_name(me.program, lang).into()),
        ("since", lang.day(it.awarded_on).into()),
        ("until", lang.day(it.valid_until).into()),
    ];
    let key = format!("endorsement-stands-{}", standing.as_str());
    let due = if super::is_renewable(&intervals, me.today()) {
        let cycle = me.program.association.renewal.cycle_of(it.valid_until.0);
        let handed_in = rows::renewal_handed_in(&mut tx, it.id, cycle).await?;
        Some(due(&me, &it, handed_in))
    } else {
        None
    };
    page::show(&EndorsementPage {
        id: it.id,
        number: it.number.clone(),
        mark: standing.mark(),
        word: standing.word(lang),
        sentence: lang.with(&key, &values),
        awarded: lang.day(it.awarded_on),
        until: lang.day(it.valid_until),
        name_with_letters: format!("{}, {}", it.name, it.letters(me.program)),
        certificate_href: lang.href(&format!("/endorsements/{}/certificate.pdf", it.id)),
        badge_href: lang.href(&format!("/endorsements/{}/badge.json", it.id)),
        verify_url: format!("{}{verify}", app.url),
        verify_href: verify,
        is_listed: it.listed_at.is_some(),
        is_valid: standing == Standing::Valid,
        carries: lang.with(
            "endorsement-carries",
            &[("name", it.name.as_str().into()), ("contact", contact(&me).into())],
        ),
        due,
        frame: Frame::room(&me),
    })
}

fn due(me: &Signed, it: &Endorsement, handed_in: Option<Time>) -> Due {
    let renewal = &me.program.association.renewal;
    let cycle = renewal.cycle_of(it.valid_until.0);
    let rules = me.program.renewal(&it.category);
    let is_first = renewal.cycle_of(it.awarded_on.0) == cycle;
    let holds = |from: Option<i16>, to: Option<i16>| {
        from.is_none_or(|from| from <= cycle) && to.is_none_or(|to| cycle <= to)
    };
    let asked = |of: Option<bool>| {
        rules
            .iter()
            .flat_map(|it| &it.requirements)
            .filter(|it| holds(it.from_cycle, it.to_cycle) && it.if_provides_rsc == of)
            .map(|it| in_lang(&it.rule.text, me.lang).to_owned())
            .collect()
    };
    let is_late = me.today() > it.valid_until.0;
    let is_over = renewal.valid_after(cycle) < me.today();
    Due {
        cycle,
        by: me.lang.day(it.valid_until),
        is_late,
        long_over: if is_over { long_over(me, cycle) } else { String::new() },
        handed_in: handed_in.map(|at| me.lang.moment(at, &me.zone)).unwrap_or_default(),
        asks: asked(None),
        asks_if_gives: asked(Some(true)),
        asks_if_not: asked(Some(false)),
        first: if is_first && !is_late { first(me, it, cycle) } else { String::new() },
        note: renewal.note.get(me.lang).to_owned(),
    }
}

/// Whom to write to.
fn contact(me: &Signed) -> &str {
    me.own.email(me.program).unwrap_or(&me.program.association.short_name)
}

/// The time that this renewal would give is over as well: more than one cycle was missed.
fn long_over(me: &Signed, cycle: i16) -> String {
    let association = &me.program.association;
    let values = [
        ("cycle", cycle.into()),
        ("next", me.lang.day(association.renewal.valid_after(cycle)).into()),
        ("contact", contact(me).into()),
    ];
    me.lang.with("endorsement-renew-long-over", &values)
}

/// A cycle ends on the same day for everybody, however late in it somebody was endorsed.
fn first(me: &Signed, it: &Endorsement, cycle: i16) -> String {
    let values = [
        ("awarded", me.lang.day(it.awarded_on).into()),
        ("until", me.lang.day(it.valid_until).into()),
        ("next", me.lang.day(me.program.association.renewal.valid_after(cycle)).into()),
    ];
    me.lang.with("endorsement-renew-first", &values)
}

/// `GET /endorsements/{id}/badge.json`: the signed file, to keep; of what is not in force there is
/// none.
async fn badge(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let it = of_person(&mut tx, me.association(), (me.id, id)).await?.ok_or(Error::NotFound)?;
    if !super::is_valid(&mut tx, &it, me.today()).await? {
        return page::see(me.lang, &format!("/endorsements/{id}"));
    }
    let credential = rows::credential(&mut tx, it.id).await?.ok_or(Error::NotFound)?;
    let name = format!("attachment; filename=\"badge-{}.json\"", it.number);
    let headers = [(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, credential.body).into_response())
}

/// What is typed to be listed, or not.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ListingForm {
    listed: String,
}

/// `POST /endorsements/{id}/listing`
async fn listing(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<ListingForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let it = of_person(&mut tx, me.association(), (me.id, id)).await?.ok_or(Error::NotFound)?;
    let wants = form.listed == "yes";
    if wants != it.listed_at.is_some() {
        rows::list(&mut tx, (me.id, id), wants.then_some(me.now)).await?;
        let verb = if wants { "listing-begun" } else { "listing-ended" };
        audit::record(&mut tx, &me, verb, "endorsement", id).await?;
        let what = (Purpose::Registry, Some(id));
        if wants {
            let words = me.lang.say("endorsement-listed-what");
            consents::given(&mut tx, (&me.seat, me.id), what, &words).await?;
        } else {
            consents::withdrawn(&mut tx, (&me.seat, me.id), what).await?;
        }
        tx.commit().await?;
    }
    let said = if wants { "said-endorsement-listed" } else { "said-endorsement-not-listed" };
    page::see_and_say(me.lang, &format!("/endorsements/{id}"), said)
}
