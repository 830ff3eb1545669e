//! The badge: what an endorsement says when it is signed, and where it can be had.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse as _, Response};
use credentials::Badge;
use credentials::achievement::{Achievement, Criteria};
use credentials::badge::{Evidence, ExamPassed, Issuer, StatusEntry};
use credentials::recipient::{Email, Holder};
use db::Tx;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _, Zoned};
use rules::RequirementId;
use rules::policy::Ask;
use uuid::Uuid;

use super::rows::{self, Endorsement};
use crate::app::App;
use crate::error::Error;
use crate::exams;
use crate::i18n::Lang;
use crate::identity::Visitor;
use crate::programs::in_lang;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/credentials/{public_id}", get(document))
}

/// `GET /credentials/{public_id}`: the signed badge, as it was issued.
async fn document(
    State(app): State<App>,
    me: Visitor,
    Path(public_id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    app.limits.looking_up(me.address)?;
    let mut tx = app.db.read().await?;
    let found = rows::by_public_id(&mut tx, me.association(), &public_id).await?;
    let endorsement = found.filter(|it| it.person_id.is_some()).ok_or(Error::NotFound)?;
    let credential = rows::credential(&mut tx, endorsement.id).await?.ok_or(Error::NotFound)?;
    let asked = headers.get(ACCEPT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let kind = if asked.contains("application/vc") && !asked.contains("application/ld+json") {
        "application/vc"
    } else {
        "application/ld+json"
    };
    let headers = [
        (CONTENT_TYPE, kind),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        // A renewal issues it anew under the same address.
        (CACHE_CONTROL, "no-cache"),
        (VARY, "accept"),
    ];
    Ok((headers, credential.body).into_response())
}

/// Signs the badge of an endorsement as it stands in its row, and keeps it in place of the last.
///
pub(super) async fn issue(
    tx: &mut Tx,
    app: &App,
    it: &Endorsement,
    (lang, email): (Lang, Option<&str>),
    now: Timestamp,
) -> Result<(), Error> {
    let badge = badge(app, it, (lang, email), has_passed(tx, app, it).await?)?;
    let body = badge.issue(app.issuer.key(), now).map_err(anyhow::Error::from)?;
    rows::add_credential(tx, it.id, (lang.code(), &body), now).await?;
    Ok(())
}

/// Whether the results of this person's exam that are kept here say that every part was passed
/// which the rules ask. An endorsement may be given without, for a reason; then nothing is claimed.
async fn has_passed(tx: &mut Tx, app: &App, it: &Endorsement) -> anyhow::Result<bool> {
    let policy = app.program.policy_version(&it.category, &it.policy_version);
    let asked = policy.and_then(|it| it.requirement(RequirementId::Exam)).map(|it| &it.ask);
    let (Some(Ask::Exam(exam)), Some(person)) = (asked, it.person_id) else { return Ok(false) };
    let results = exams::evidence(tx, &it.association_id, person).await?;
    let passed = |part: &u8| {
        results.iter().any(|it| it.series == exam.series && it.part == *part && it.passed)
    };
    Ok(!exam.parts.is_empty() && exam.parts.iter().all(passed))
}

fn badge(
    app: &App,
    it: &Endorsement,
    (lang, email): (Lang, Option<&str>),
    has_passed: bool,
) -> anyhow::Result<Badge> {
    let id = it.badge_id.unwrap_or(it.id);
    let association = &app.program.association;
    let category = app.program.category(&it.category);
    let name = it.category_name(app.program, lang);
    let code = category.map_or(it.category.as_str(), |it| it.short.as_str());
    let url = &app.url;
    let policy = app.program.policy_version(&it.category, &it.policy_version);
    let asked: Vec<String> = policy
        .map(|policy| policy.requirements.iter().map(|it| in_lang(&it.text, lang)).collect())
        .map(|texts: Vec<&str>| texts.iter().map(|text| format!("- {text}")).collect())
        .unwrap_or_default();
    Ok(Badge {
        id,
        name: format!("{name} ({code})"),
        description: lang.say1("badge-description", "association", association.name.get(lang)),
        issuer: Issuer {
            did: app.issuer.did().to_owned(),
            name: association.name.get(lang).to_owned(),
            url: url.clone(),
            email: app.house.last().email(app.program).unwrap_or_default().to_owned(),
            image: None,
        },
        awarded: begins(app, it.awarded_on.0)?,
        valid_from: begins(app, it.valid_from.0)?,
        valid_until: ends(app, it.valid_until.0)?,
        holder: Holder {
            id: it.subject_urn.parse::<Uuid>()?,
            name: it.name.clone(),
            email: email.map(|address| Email {
                address: address.to_owned(),
                salt: rand::random::<[u8; 16]>(),
            }),
            license_number: it.number.clone(),
        },
        achievement: Achievement {
            id: format!("{url}/categories/{}?version={}", it.category, it.policy_version),
            version: it.policy_version.clone(),
            language: lang.code().to_owned(),
            code: code.to_owned(),
            name: name.to_owned(),
            description: category
                .map_or(name, |category| category.description.get(lang))
                .to_owned(),
            criteria: Criteria {
                url: format!("{url}/categories/{}", it.category),
                narrative: asked.join("\n"),
            },
            creator: None,
            field_of_study: Some(lang.say("badge-field").into_owned()),
            specialization: None,
            image: None,
        },
        exam: has_passed.then(|| ExamPassed {
            id: derived(id, 1),
            name: lang.say("badge-exam").into_owned(),
            passed: lang.say("badge-exam-passed").into_owned(),
            not_passed: lang.say("badge-exam-not-passed").into_owned(),
        }),
        evidence: Evidence {
            id: derived(id, 2),
            name: lang.say("badge-review").into_owned(),
            narrative: lang.say("badge-review-found").into_owned(),
        },
        status: StatusEntry { list: app.issuer.list_url(), index: u32::try_from(it.status_index)? },
    })
}

/// An id of a part of a badge: always the same for the same badge.
fn derived(id: Uuid, part: u128) -> Uuid {
    Uuid::from_u128(id.as_u128() ^ part)
}

/// The first moment of a day, where the association is.
fn begins(app: &App, day: Date) -> anyhow::Result<Timestamp> {
    Ok(day.to_zoned(app.zone.clone())?.timestamp())
}

/// The last second in which a badge is in force: of the last day, and of the days of grace after
/// it if the association is known to give any.
fn ends(app: &App, day: Date) -> anyhow::Result<Zoned> {
    let grace = i64::from(app.program.association.renewal.grace_days.unwrap_or(0));
    let day = day.checked_add(grace.days())?;
    Ok(day.to_datetime(Time::constant(23, 59, 59, 0)).to_zoned(app.zone.clone())?)
}
