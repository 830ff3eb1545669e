//! One file on one page: its person, requirements, references, money, reviewers and time.

mod judges;
mod rows;
mod timeline;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::Timestamp;
use rules::lifecycle::State as Stand;
use rules::{Assessment, Locker, Stage};
use uuid::Uuid;

use self::judges::Judge;
use self::timeline::Moment;
use super::advising::Shown as Advising;
use super::application;
use super::decisions::Outcome;
use crate::advising;
use crate::app::App;
use crate::applications::pinning::{self, Difference};
use crate::applications::{self, Application, Submission};
use crate::assessments::{self, Whose};
use crate::audit;
use crate::error::Error;
use crate::identity::{AtDesk, Auditor, Signed};
use crate::inbox;
use crate::locker::{self, Document};
use crate::page::{self, Frame};
use crate::people::{self, Addressee, WithRole};
use crate::programs::wording;
use crate::references::{self, Rating};
use crate::reviews::assignments::{self, OnFile};
use crate::reviews::evidence::{self, Shown};
use crate::reviews::{decisions, findings};
use crate::routing::{Path, Routes, get, post};
use crate::typed::{Problems, mailbox};
use crate::{exams, payments};

pub(super) use rows::raters;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/applications/{id}", get(file))
        .route("/desk/applications/{id}/opening", post(open))
}

/// The shape of a state.
pub(super) fn shape(state: Stand) -> &'static str {
    match state {
        Stand::Preparing | Stand::MoreInformation => "todo",
        Stand::Submitted | Stand::InReview | Stand::ExamPassed => "person",
        Stand::ApprovedForExam | Stand::OnHold => "wait",
        Stand::Endorsed => "met",
        Stand::Deferred | Stand::Withdrawn | Stand::Expired => "danger",
    }
}

/// What was handed in, read; or what the locker holds while nothing was.
pub(super) struct Evidence {
    pub(super) submission: Option<Submission>,
    pub(super) locker: Locker,
    pub(super) assessment: Assessment,
}

impl Evidence {
    /// The frozen submission unless the file is open again, else the locker as it is today.
    pub(super) async fn load(
        tx: &mut Tx,
        me: &Signed,
        (of, person): (&Application, &Addressee),
    ) -> Result<Self, Error> {
        let submission = applications::latest_submission(tx, of.id).await?;
        if let Some(submission) = submission {
            let (locker, assessment) = (submission.read_locker()?, submission.read_assessment()?);
            return Ok(Self { submission: Some(submission), locker, assessment });
        }
        let whose = Whose {
            association: me.association(),
            person: of.person_id,
            name: &person.name,
            application: Some(of.id),
        };
        let locker = assessments::locker_of(tx, whose, &me.zone).await?;
        let by = (of.category.as_str(), of.policy_version.as_str());
        let assessment =
            assessments::assess(me.program, by, &locker, me.today(), Stage::Submission)?;
        Ok(Self { submission: None, locker, assessment })
    }
}

impl Evidence {
    /// The documents that were handed in; none until then.
    async fn documents(&self, tx: &mut Tx, of: &Application) -> Result<Vec<Document>, Error> {
        let Some(submission) = &self.submission else { return Ok(Vec::new()) };
        let all = locker::documents_of(tx, of.person_id).await?;
        Ok(locker::handed_in(all, &submission.read_shared()?.0, submission.submitted_at))
    }
}

/// Who was asked for a rating, ready to be shown.
struct Asked {
    name: String,
    relation: String,
    word: String,
    /// Why they did not want to, if they said.
    why: String,
    /// Whether the name under the rating is not the one that was asked.
    is_signed_otherwise: bool,
}

/// A charge, ready to be shown.
struct Money {
    title: String,
    amount: String,
    state: &'static str,
    word: String,
    note: String,
    confirm: String,
    waive: String,
    reopen: Option<String>,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "desk/file/page.html")]
pub(super) struct FilePage {
    frame: Frame,
    href: String,
    number: String,
    category: String,
    version: String,
    person: Addressee,
    state: &'static str,
    word: String,
    since: String,
    submitted: String,
    /// Since when it must be kept, and why: a sentence.
    kept: Option<String>,
    pinning: Option<Difference>,
    pinning_href: String,
    may_hold: bool,
    requirements: Vec<Shown>,
    emerging: Option<String>,
    is_frozen: bool,
    asked: Vec<Asked>,
    ratings: Vec<Rating>,
    documents: Vec<(String, String, String)>,
    money: Vec<Money>,
    judges: Vec<Judge>,
    may_assign: bool,
    reviewers: Vec<(String, String)>,
    reviewer: String,
    advising: Advising,
    advisor: String,
    outcomes: Vec<(String, String)>,
    /// Why so little can be decided at this point: the key of a sentence.
    few: Option<&'static str>,
    /// Whether they may change anything, or only look.
    may_act: bool,
    /// Whether they could help the person with their locker.
    may_help: bool,
    decisions: Vec<(String, String, String, String)>,
    results: Vec<(String, String, &'static str, String)>,
    may_record: bool,
    timeline: Vec<Moment>,
    when: Vec<String>,
    problems: Problems,
}

/// The cover of a file that an auditor has not opened.
#[derive(Template)]
#[template(path = "desk/file/closed.html")]
struct ClosedPage {
    frame: Frame,
    href: String,
    number: String,
    name: String,
}

/// `GET /desk/applications/{id}`: to an auditor only its cover, until they open it, on record.
async fn file(State(app): State<App>, me: AtDesk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let of = application(&mut tx, &me, id).await?;
    let since = me.now - locker::OPEN_FOR;
    if me.only_looks() && !rows::is_open_to(&mut tx, (me.id, of.id), since).await? {
        return page::show(&ClosedPage {
            href: me.lang.href(&format!("/desk/applications/{id}/opening")),
            number: of.number.clone(),
            name: people::addressee(&mut tx, of.person_id).await?.name,
            frame: Frame::room(&me),
        });
    }
    page::show(&FilePage::load(&mut tx, &me, &of, Problems::default()).await?)
}

/// `POST /desk/applications/{id}/opening`: for an hour, the file and what was handed in with it.
async fn open(
    State(app): State<App>,
    me: Auditor,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let of = application(&mut tx, &me, id).await?;
    let raters = raters(&mut tx, of.id).await?;
    let own = mailbox(&me.person.email);
    let is_rater = raters.iter().any(|rater| rater.rater_email_key == own);
    // Whoever has a part in a file does not read what others said and found.
    if is_rater || rows::is_reviewer(&mut tx, (me.id, of.id)).await? {
        return Err(Error::NotFound);
    }
    rows::open(&mut tx, (me.id, of.id), me.now).await?;
    audit::record_about(&mut tx, &me, "file-opened", ("application", of.id), of.id, None).await?;
    tx.commit().await?;
    page::see(me.lang, &format!("/desk/applications/{id}"))
}

/// Who may judge a file: not the applicant, none of the raters, nobody who advises or has advised the
/// applicant, nobody who has it already, nobody who ever declared a conflict, no auditor who has read
/// what others found.
pub(super) async fn who_may_judge(
    tx: &mut Tx,
    me: &Signed,
    of: &Application,
    now: Timestamp,
) -> Result<Vec<WithRole>, Error> {
    let submission = applications::latest_submission(tx, of.id).await?.map(|it| it.id);
    let raters = raters(tx, of.id).await?;
    let advisors = advising::has_to_do_with(tx, me.association(), of.person_id).await?;
    let taken = assignments::of(tx, me.association(), of.id).await?;
    let has = |id: Uuid| {
        taken.iter().any(|it| {
            let has_it = it.withdrawn_at.is_none() && Some(it.submission_id) == submission;
            it.reviewer_id == id && (has_it || it.conflict_at.is_some())
        })
    };
    let opened = rows::openers(tx, of.id).await?;
    let mut may = people::with_role(tx, me.association(), "reviewer", now).await?;
    may.retain(|it| {
        it.id != of.person_id
            && !has(it.id)
            && !opened.iter().any(|opener| opener.person_id == it.id)
            && !advisors.contains(&it.id)
            && !raters.iter().any(|rater| rater.rater_email_key == mailbox(&it.email))
    });
    Ok(may)
}

impl FilePage {
    pub(super) async fn load(
        tx: &mut Tx,
        me: &Signed,
        of: &Application,
        problems: Problems,
    ) -> Result<Self, Error> {
        let (lang, may_act) = (me.lang, !me.only_looks());
        let person = people::addressee(tx, of.person_id).await?;
        let evidence = Evidence::load(tx, me, (of, &person)).await?;
        let documents = evidence.documents(tx, of).await?;
        let address = |it: &Document| lang.href(&format!("/documents/{}", it.id));
        let mut requirements = evidence::shown(
            (me.program, lang),
            (&evidence.assessment, &evidence.locker),
            Stage::Submission,
            (&documents, &address),
        );
        if evidence.submission.is_none() {
            // Until somebody submits, what they keep is theirs alone: how far, and not with what.
            for it in &mut requirements {
                (it.counted, it.excluded) = (Vec::new(), Vec::new());
            }
        }
        let day = |at: db::Time| lang.day(at.0.to_zoned(me.zone.clone()).date());
        let href = lang.href(&format!("/desk/applications/{}", of.id));
        let on_file = assignments::of(tx, me.association(), of.id).await?;
        let found = findings::of_application(tx, of.id).await?;
        let titles: Vec<(&str, &str)> =
            requirements.iter().map(|it| (it.id, it.title.as_str())).collect();
        let with_role = people::with_role(tx, me.association(), "reviewer", me.now).await?;
        let said = |it: &OnFile| {
            let is_reviewer = with_role.iter().any(|reviewer| reviewer.id == it.reviewer_id);
            judges::judge(me, (&href, is_reviewer), (it, &found, &titles))
        };
        let judges = on_file.iter().map(said).collect();
        let state = of.state()?;
        let may_assign = may_act && matches!(state, Stand::Submitted | Stand::InReview);
        let reviewers = who_may_judge(tx, me, of, me.now).await?;
        let asked = references::progress(tx, of.id).await?;
        let declined = references::declined(tx, of.id).await?;
        let ratings = references::contents(tx, of.id).await?;
        let messages = inbox::about(tx, me.association(), of.id).await?;
        let events = audit::of_application(tx, me.association(), of.id).await?;
        let timeline =
            timeline::told(lang, applications::steps(tx, of.id).await?, events, messages);
        let charges = payments::charges_of(tx, me.association(), of.id).await?;
        let results = exams::of_application(tx, me.association(), of.id).await?;
        let past = decisions::of(tx, of.id).await?;
        let kept = rows::kept(tx, me.association(), of.id).await?;
        let said = |key: String| lang.say(&key).into_owned();
        Ok(Self {
            frame: Frame::room(me),
            number: of.number.clone(),
            category: me
                .program
                .category(&of.category)
                .map(|it| it.name.get(lang).to_owned())
                .unwrap_or_default(),
            version: of.policy_version.clone(),
            person,
            state: shape(state),
            word: applications::state_word(state, lang),
            since: day(of.state_since),
            submitted: evidence
                .submission
                .as_ref()
                .map(|it| day(it.submitted_at))
                .unwrap_or_default(),
            kept: kept.map(|it| {
                let values = [("day", day(it.begun_at).into()), ("reason", it.reason.into())];
                lang.with("desk-kept", &values)
            }),
            pinning: pinning::of_file((me.program, lang), of, (&evidence.locker, me.today())),
            pinning_href: format!("{href}/rules"),
            may_hold: may_act && !pinning::earlier(me.program, of).is_empty(),
            requirements,
            emerging: (!state.is_end())
                .then(|| wording::emerging(&evidence.assessment, lang))
                .flatten(),
            is_frozen: evidence.submission.is_some(),
            asked: asked
                .into_iter()
                .map(|it| {
                    let why = declined.iter().find(|no| no.id == it.id);
                    let rating = ratings.iter().find(|rating| rating.id == it.id);
                    Asked {
                        name: it.rater_name,
                        relation: said(format!("reviews-relation-{}", it.relation)),
                        word: said(format!("desk-rater-{}", it.state)),
                        why: why.and_then(|no| no.decline_reason.clone()).unwrap_or_default(),
                        is_signed_otherwise: rating.is_some_and(Rating::is_signed_otherwise),
                    }
                })
                .collect(),
            ratings,
            documents: documents
                .iter()
                .map(|it| (address(it), it.name.clone(), day(it.created_at)))
                .collect(),
            money: charges.iter().map(|it| money(me, it)).collect(),
            judges,
            may_assign,
            reviewers: reviewers.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            reviewer: String::new(),
            advising: Advising::load(tx, me, of).await?,
            advisor: String::new(),
            outcomes: Outcome::allowed(me, of)
                .into_iter()
                .filter(|_| may_act && evidence.submission.is_some())
                .map(|it| {
                    let path = format!("{href}/decisions?outcome={}", it.as_str());
                    (path, said(format!("desk-outcome-{}", it.as_str())))
                })
                .collect(),
            few: match state {
                _ if !may_act => None,
                Stand::Submitted => Some("desk-decide-unassigned"),
                Stand::ApprovedForExam => Some("desk-decide-before-exam"),
                _ => None,
            },
            decisions: past
                .into_iter()
                .map(|it| {
                    let outcome = said(format!("desk-outcome-{}", it.outcome));
                    (outcome, day(it.decided_at), it.decided_by_name, it.letter)
                })
                .collect(),
            results: results
                .iter()
                .map(|it| {
                    let part = lang.say1("desk-exam-part", "part", it.part.to_string());
                    let percent = it.percent.map(|it| format!("{it} %")).unwrap_or_default();
                    let passed = if it.passed { "met" } else { "todo" };
                    (part, lang.day(it.taken_on), passed, percent)
                })
                .collect(),
            may_record: may_act && state == Stand::ApprovedForExam,
            may_act,
            may_help: may_act && !state.is_end(),
            when: timeline.iter().map(|it| lang.moment(it.at, &me.zone)).collect(),
            timeline,
            problems,
            href,
        })
    }
}

/// Where a charge stands, as the coordinator would say it.
pub(super) fn paid_word(state: payments::State) -> &'static str {
    match state {
        payments::State::Due => "desk-paid-due",
        payments::State::Promised => "desk-paid-promised",
        payments::State::Confirmed => "desk-paid-confirmed",
        payments::State::Waived => "desk-paid-waived",
    }
}

/// How somebody said that they will pay, and what they said besides; empty if they did not.
pub(super) fn promise(me: &Signed, it: &payments::Charge) -> String {
    let way = it.promised_by.as_ref().map(|way| me.lang.say(&format!("desk-way-{way}")));
    let said: Vec<String> =
        way.map(|it| it.into_owned()).into_iter().chain(it.promise_note.clone()).collect();
    said.join(" · ")
}

fn money(me: &Signed, it: &payments::Charge) -> Money {
    let state = it.state();
    let path = |what: &str| me.lang.href(&format!("/desk/charges/{}/{what}", it.id));
    let promise = Some(promise(me, it)).filter(|it| !it.is_empty());
    let notes = [&promise, &it.confirmed_note, &it.waive_reason];
    let notes: Vec<&str> = notes.into_iter().flatten().map(String::as_str).collect();
    Money {
        title: it.title(me.lang),
        amount: it.amount(me.lang),
        state: state.shape(),
        word: me.lang.say(paid_word(state)).into_owned(),
        note: notes.join(" · "),
        confirm: path("confirmation"),
        waive: path("waiver"),
        reopen: (!me.only_looks() && !it.is_open()).then(|| path("reopening")),
        is_open: !me.only_looks() && it.confirmed_at.is_none() && it.waived_at.is_none(),
    }
}
