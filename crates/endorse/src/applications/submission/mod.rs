//! Submitting: checking once more, then freezing what was shown, what the rules said and by which
//! version, in one transaction.

mod blocks;

use anyhow::Context as _;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use rules::lifecycle::{State as Stand, Step};
use uuid::Uuid;

use self::blocks::Block;
use super::gathering::Gathered;
use super::rows::{self, NewSubmission};
use super::{home, kept, pinning};
use crate::app::App;
use crate::assessments;
use crate::audit;
use crate::consents::{self, Purpose};
use crate::error::Error;
use crate::files;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/applications/{id}/submission", get(check).post(submit))
}

/// An answer to check: what was asked, where it stands, the state.
struct Answer {
    title: String,
    sentence: String,
    state: &'static str,
    word: String,
}

#[derive(Template)]
#[template(path = "applications/submission/page.html")]
struct CheckPage {
    frame: Frame,
    home: String,
    number: String,
    category: String,
    rules_of: String,
    answers: Vec<Answer>,
    payments: Vec<(String, &'static str, String)>,
    blocks: Vec<Block>,
    for_a_person: Vec<(String, String)>,
    /// The letter that asked for more, if one did.
    asked: Option<String>,
    /// Whether nothing has changed since it was handed in last.
    is_unchanged: bool,
}

impl CheckPage {
    async fn load(tx: &mut Tx, me: &Applicant, of: &Gathered) -> Result<Self, Error> {
        let lang = me.lang;
        let rows =
            assessments::findings(me.program, me.program, &of.assessment, of.assessed(), lang);
        let confirmed = me.person.email_confirmed_at.is_some();
        let blocks = blocks::blocks(of, &rows, confirmed, lang);
        let answer = |it: &assessments::Row| Answer {
            title: it.title.clone(),
            sentence: it.sentence.clone(),
            state: it.state,
            word: it.word.clone(),
        };
        let (mut asked, mut is_unchanged) = (None, false);
        if let (Stand::MoreInformation, Some(before)) = (of.state, &of.submission) {
            let decisions = super::decisions(tx, me.association(), of.application.id).await?;
            let last = decisions.into_iter().find(|it| it.outcome == "more-information");
            asked = last.map(|it| it.letter);
            is_unchanged = before.read_locker()? == of.locker;
        }
        let payment = |it: &crate::payments::Charge| {
            (it.title(lang), it.state().shape(), it.state().word(lang))
        };
        Ok(Self {
            asked,
            is_unchanged,
            frame: Frame::room(me),
            home: lang.href(&format!("/applications/{}", of.application.id)),
            number: of.application.number.clone(),
            category: home::category(me, &of.application.category),
            rules_of: home::rules_of(of, me),
            answers: rows.iter().filter(|it| !it.is_later).map(answer).collect(),
            payments: of.charges.iter().map(payment).collect(),
            for_a_person: blocks::for_a_person(&rows),
            blocks,
        })
    }
}

#[derive(Template)]
#[template(path = "applications/submission/done.html")]
struct DonePage {
    frame: Frame,
    home: String,
    number: String,
    when: String,
    locker_sha256: String,
}

/// `GET /applications/{id}/submission`: the answers to check; once submitted, the confirmation.
async fn check(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let application = super::own(&mut tx, me.association(), me.id, id).await?;
    let of = Gathered::load(&mut tx, &me, application).await?;
    match &of.submission {
        Some(done) if !of.state.is_open() => page::show(&DonePage {
            frame: Frame::room(&me),
            home: me.lang.href(&format!("/applications/{id}")),
            number: of.application.number.clone(),
            when: me.lang.moment(done.submitted_at, &me.zone),
            locker_sha256: done.locker_sha256.clone(),
        }),
        None if !of.state.is_open() => Err(Error::NotFound),
        _ => page::show(&CheckPage::load(&mut tx, &me, &of).await?),
    }
}

/// `POST /applications/{id}/submission`. The step comes first: whoever comes second waits for it
/// and then finds that it is done.
async fn submit(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let application = super::own(&mut tx, me.association(), me.id, id).await?;
    let done = format!("/applications/{id}/submission");
    if !application.state()?.is_open() {
        return page::see(me.lang, &done);
    }
    match super::step(&mut tx, &me, &application, Step::Submit, None).await {
        Err(Error::Stale) => return page::see(me.lang, &done),
        stepped => stepped?,
    };
    let of = Gathered::load(&mut tx, &me, application).await?;
    let page = CheckPage::load(&mut tx, &me, &of).await?;
    if !page.blocks.is_empty() {
        // Not committed: the step has not happened.
        return page::correct(&page);
    }
    freeze(&mut tx, &me, &of).await?;
    let means = me.lang.say("applications-submit-shares");
    let what = (Purpose::Sharing, Some(of.application.id));
    consents::given(&mut tx, (&me.seat, me.id), what, &means).await?;
    tell(&mut tx, &me, &of).await?;
    tx.commit().await?;
    page::see(me.lang, &done)
}

async fn freeze(tx: &mut Tx, me: &Applicant, of: &Gathered) -> Result<(), Error> {
    let locker = serde_json::to_string(&of.locker).context("the locker cannot be written")?;
    let assessment =
        serde_json::to_string(&of.assessment).context("the assessment cannot be written")?;
    let policy = pinning::policy(me.program, &of.application)?;
    let policy_sha256 = kept::keep(tx, policy, me.now).await?;
    pinning::settle(tx, me, &of.application).await?;
    let (locker_sha256, assessment_sha256) =
        (files::sha256(locker.as_bytes()), files::sha256(assessment.as_bytes()));
    let new = NewSubmission {
        application: of.application.id,
        on: me.today(),
        policy_version: &of.application.policy_version,
        locker: &locker,
        locker_sha256: &locker_sha256,
        assessment: &assessment,
        assessment_sha256: &assessment_sha256,
        policy_sha256: &policy_sha256,
    };
    let submission = rows::freeze(tx, &new, me.now).await?;
    let (object, about) = (("submission", submission), of.application.id);
    let detail = Some(locker_sha256.as_str());
    Ok(audit::record_about(tx, me, "application-submitted", object, about, detail).await?)
}

/// Tells the applicant, and every coordinator.
async fn tell(tx: &mut Tx, me: &Applicant, of: &Gathered) -> Result<(), Error> {
    let application = &of.application;
    let number = application.number.as_str();
    let mine = News {
        association: me.association(),
        person: Some(me.id),
        to_name: &me.person.name,
        to_email: &me.person.email,
        lang: me.lang,
        kind: "application-submitted",
        subject: me.lang.say1("applications-submitted-subject", "number", number),
        body: me.lang.say1("applications-submitted-body", "number", number),
        link: Some(format!("/applications/{}", application.id)),
        application: Some(application.id),
    };
    inbox::send(tx, &mine, me.now).await?;
    for to in people::with_role(tx, me.association(), "coordinator", me.now).await? {
        let lang = Lang::from_code(&to.language);
        let name = me.person.name.as_str();
        let theirs = News {
            association: me.association(),
            person: Some(to.id),
            to_name: &to.name,
            to_email: &to.email,
            lang,
            kind: "application-to-review",
            subject: lang.say2("applications-arrived-subject", "number", number, "name", name),
            body: lang.say2("applications-arrived-body", "number", number, "name", name),
            link: Some(format!("/desk/applications/{}", application.id)),
            application: Some(application.id),
        };
        inbox::send(tx, &theirs, me.now).await?;
    }
    Ok(())
}
