//! Letters to raters: the only place where a rater's secret link exists.

mod job;
mod rows;

use db::Tx;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::rows::WORKS_FOR;
use crate::app::App;
use crate::i18n::Lang;
use crate::inbox::{self, News};
use crate::{jobs, security};

pub use job::RemindRater;

/// What kind of message it is.
pub(super) const KIND: &str = "reference-asked";

/// When the first reminder leaves by itself.
const AFTER: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Writes the first letter of a request that is already there, with the secret whose hash it has.
pub(super) async fn first(
    tx: &mut Tx,
    app: &App,
    (request, token): (Uuid, &str),
    now: Timestamp,
) -> anyhow::Result<()> {
    if let Some(asked) = rows::open(tx, request).await? {
        write(tx, app, (&asked, token), "first", now).await?;
        let key = format!("references-remind-{request}");
        let order = RemindRater { reference: request };
        jobs::later(tx, &app.program.id, &order, now + AFTER, Some(&key)).await?;
    }
    Ok(())
}

/// Writes another letter with a fresh link; the one in the last letter then says so. False if there
/// is nothing to wait for any more.
pub(super) async fn again(
    tx: &mut Tx,
    app: &App,
    request: Uuid,
    now: Timestamp,
) -> anyhow::Result<bool> {
    let Some(asked) = rows::open(tx, request).await? else { return Ok(false) };
    let token = security::token();
    let hash = security::token_hash(&token);
    if !rows::renew(tx, request, &hash, asked.reminded_at, now).await? {
        return Ok(false);
    }
    let kind = if asked.started_at.is_some() { "begun" } else { "again" };
    write(tx, app, (&asked, &token), kind, now).await?;
    Ok(true)
}

async fn write(
    tx: &mut Tx,
    app: &App,
    (asked, token): (&rows::Asked, &str),
    kind: &'static str,
    now: Timestamp,
) -> anyhow::Result<()> {
    let lang = Lang::from_code(&asked.language);
    let category = app.program.category(&asked.category);
    let category = category.map_or(asked.category.as_str(), |it| it.name.get(lang));
    let waiver = if asked.waived_at.is_some() {
        "references-letter-waived"
    } else {
        "references-letter-kept"
    };
    let until = (now + WORKS_FOR).to_zoned(app.zone.clone()).date();
    let body = lang.with(
        &format!("references-letter-{kind}-body"),
        &[
            ("name", asked.rater_name.as_str().into()),
            ("applicant", asked.applicant.as_str().into()),
            ("association", app.program.association.name.get(lang).into()),
            ("category", category.into()),
            ("waiver", lang.say1(waiver, "applicant", asked.applicant.as_str()).as_str().into()),
            ("until", lang.day(until).as_str().into()),
        ],
    );
    let news = News {
        association: &asked.association_id,
        person: None,
        to_name: &asked.rater_name,
        to_email: &asked.rater_email,
        lang,
        kind: KIND,
        subject: lang.say1(
            &format!("references-letter-{kind}-subject"),
            "applicant",
            asked.applicant.as_str(),
        ),
        body,
        link: None,
        application: Some(asked.application_id),
    };
    inbox::send_with_secret(tx, &news, Some(&format!("/ratings/{token}")), now).await?;
    Ok(())
}
