//! Who judges which submission: given by the coordinator, listed for the reviewer.

mod rows;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Tx;
use jiff::Timestamp;
use rules::lifecycle::{State as Stand, Step};
use uuid::Uuid;

use crate::app::App;
use crate::applications::{self, Application};
use crate::audit::{self, Actor};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Reviewer;
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people;
use crate::programs::Program;
use crate::routing::{Routes, get};

pub use rows::{Assignment, OnFile, of};

pub(super) use rows::{declare, mine, note_conflict};

pub(super) fn routes() -> Routes {
    Routes::new().route("/reviews", get(list))
}

/// What a category is called.
pub(super) fn category_name(program: &Program, id: &str, lang: Lang) -> String {
    program.category(id).map_or(id, |it| it.name.get(lang)).to_owned()
}

/// The assignment of that id, if it is the reviewer's own, whether or not it still stands.
pub(super) async fn my_assignment(
    tx: &mut Tx,
    me: &Reviewer,
    id: Uuid,
) -> Result<Assignment, Error> {
    rows::one_of_mine(tx, me.association(), me.id, id).await?.ok_or(Error::NotFound)
}

/// The same, once the reviewer has declared to have no conflict: before that nothing of the file
/// is there to be seen. Nothing is done about one that has ended.
pub(super) async fn my_open_file(
    tx: &mut Tx,
    me: &Reviewer,
    id: Uuid,
) -> Result<Assignment, Error> {
    let mine = my_assignment(tx, me, id).await?;
    if mine.withdrawn_at.is_some() {
        return Err(Error::Stale);
    }
    if mine.declared_at.is_none() { Err(Error::NotFound) } else { Ok(mine) }
}

/// One line of the reviewer's list.
struct Line {
    href: String,
    number: String,
    category: String,
    state: &'static str,
    word: &'static str,
    day: String,
    is_done: bool,
}

#[derive(Template)]
#[template(path = "reviews/assignments/page.html")]
struct ReviewsPage {
    frame: Frame,
    waiting: Vec<Line>,
    done: Vec<Line>,
}

/// `GET /reviews`
async fn list(State(app): State<App>, me: Reviewer) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let all = mine(&mut tx, me.association(), me.id).await?;
    let lines = all.into_iter().map(|it| line(&me, it));
    let (done, waiting) = lines.partition(|it| it.is_done);
    page::show(&ReviewsPage { frame: Frame::room(&me), waiting, done })
}

fn line(me: &Reviewer, it: Assignment) -> Line {
    let zone = me.zone.clone();
    let day = |at: Timestamp| me.lang.day(at.to_zoned(zone.clone()).date());
    let name = category_name(me.program, &it.category, me.lang);
    let (state, word, at) = match (it.completed_at, it.withdrawn_at, it.declared_at) {
        (Some(done), ..) => ("met", "reviews-is-done", done.0),
        (None, Some(ended), _) => ("wait", "reviews-is-ended", ended.0),
        (None, None, Some(_)) => ("todo", "reviews-is-open", it.assigned_at.0),
        (None, None, None) => ("person", "reviews-is-new", it.assigned_at.0),
    };
    Line {
        href: me.lang.href(&format!("/reviews/{}", it.id)),
        number: it.number.clone(),
        category: name,
        state,
        word,
        day: day(at),
        is_done: it.completed_at.is_some() || it.withdrawn_at.is_some(),
    }
}

/// Gives a submission to a reviewer, tells them, and takes the application into review if it is
/// not yet. `None` if that reviewer has it already.
///
/// # Errors
///
/// [`Error::Stale`] when the application is neither submitted nor in review.
pub async fn assign(
    tx: &mut Tx,
    who: &impl Actor,
    (program, application): (&'static Program, &Application),
    submission: Uuid,
    reviewer: &people::WithRole,
) -> Result<Option<Uuid>, Error> {
    let id = Uuid::now_v7();
    match application.state()? {
        Stand::Submitted => {
            applications::step(tx, who, application, Step::Review, None).await?;
        }
        Stand::InReview => {}
        _ => return Err(Error::Stale),
    }
    let new = (id, application.id, submission, reviewer.id);
    if !rows::add(tx, who.actor(), new).await? {
        return Ok(None);
    }
    applications::count_reviews(tx, application.id).await?;
    let about = ("assignment", id);
    let name = Some(reviewer.name.as_str());
    audit::record_about(tx, who, "assigned", about, application.id, name).await?;
    let lang = Lang::from_code(&reviewer.language);
    let file = application.number.as_str();
    let values = [("name", reviewer.name.as_str().into()), ("file", file.into())];
    let news = News {
        association: &program.id,
        person: Some(reviewer.id),
        to_name: &reviewer.name,
        to_email: &reviewer.email,
        lang,
        kind: "review-assigned",
        subject: lang.with("reviews-assigned-subject", &values),
        body: lang.with("reviews-assigned-body", &values),
        link: Some(format!("/reviews/{id}")),
        application: Some(application.id),
    };
    inbox::send(tx, &news, who.actor().at).await?;
    Ok(Some(id))
}

/// Takes an assignment back, if it is not done.
///
/// # Errors
///
/// [`Error::Stale`] when it is done or was taken back before.
pub(super) async fn withdraw(
    tx: &mut Tx,
    who: &impl Actor,
    application: Uuid,
    assignment: Uuid,
) -> Result<(), Error> {
    let at = who.actor().at;
    // A decision begins with the application, too.
    applications::in_turn(tx, application).await?;
    if !rows::withdraw(tx, application, assignment, at).await? {
        return Err(Error::Stale);
    }
    applications::count_reviews(tx, application).await?;
    let about = ("assignment", assignment);
    Ok(audit::record_about(tx, who, "withdrew", about, application, None).await?)
}

/// Marks a reviewer's assignment as done, with what they recommend and say.
///
/// # Errors
///
/// [`Error::Stale`] when it is done or was taken back before.
pub(super) async fn complete(
    tx: &mut Tx,
    mine: &Assignment,
    (recommendation, summary): (&str, &str),
    now: Timestamp,
) -> Result<(), Error> {
    applications::in_turn(tx, mine.application_id).await?;
    if !rows::complete(tx, mine.id, recommendation, summary, now).await? {
        return Err(Error::Stale);
    }
    Ok(applications::count_reviews(tx, mine.application_id).await?)
}

/// Takes an assignment back as the coordinator, if it is not done, and tells the reviewer.
///
/// # Errors
///
/// [`Error::Stale`] when it is done or was taken back before.
pub async fn take_back(
    tx: &mut Tx,
    who: &impl Actor,
    application: &Application,
    it: &OnFile,
) -> Result<(), Error> {
    withdraw(tx, who, application.id, it.id).await?;
    tell_reviewer(tx, who, (it.id, it.reviewer_id, application), "taken-back").await
}

/// What a reviewer has not finished, the longest waiting first.
///
/// # Errors
///
/// When the database refuses.
pub async fn open_of(
    tx: &mut Tx,
    association: &str,
    reviewer: Uuid,
) -> Result<Vec<Assignment>, Error> {
    let mut open = mine(tx, association, reviewer).await?;
    open.retain(|it| it.completed_at.is_none() && it.withdrawn_at.is_none());
    Ok(open)
}

/// Takes back whatever a reviewer has not finished, since they are none any more; says what it was. The
/// files wait for a reviewer again.
///
/// # Errors
///
/// When the database refuses.
pub async fn take_back_all(
    tx: &mut Tx,
    who: &impl Actor,
    reviewer: Uuid,
) -> Result<Vec<Assignment>, Error> {
    let mut open = open_of(tx, who.actor().association, reviewer).await?;
    // Whoever else takes several back takes them in the same order.
    open.sort_by_key(|it| it.application_id);
    let mut taken = Vec::new();
    for it in open {
        match withdraw(tx, who, it.application_id, it.id).await {
            Ok(()) => taken.push(it),
            // Decided or finished in the same moment: there is nothing to take back.
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(taken)
}

/// Ends whatever review of an application is not done, since it has been decided, and tells the
/// reviewers.
///
/// # Errors
///
/// When the database refuses.
pub async fn end_open(
    tx: &mut Tx,
    who: &impl Actor,
    application: &Application,
) -> Result<(), Error> {
    let act = who.actor();
    for it in rows::end_open(tx, application.id, act.at).await? {
        let about = ("assignment", it.id);
        audit::record_about(tx, who, "ended", about, application.id, None).await?;
        tell_reviewer(tx, who, (it.id, it.reviewer_id, application), "ended").await?;
    }
    Ok(applications::count_reviews(tx, application.id).await?)
}

/// Writes to a reviewer about an assignment; the words are by key, as for coordinators.
async fn tell_reviewer(
    tx: &mut Tx,
    who: &impl Actor,
    (assignment, reviewer, application): (Uuid, Uuid, &Application),
    what: &str,
) -> Result<(), Error> {
    let act = who.actor();
    let to = people::addressee(tx, reviewer).await?;
    let lang = to.lang();
    let values = [("name", to.name.as_str().into()), ("file", application.number.as_str().into())];
    let news = News {
        association: act.association,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "review",
        subject: lang.with(&format!("reviews-told-{what}-subject"), &values),
        body: lang.with(&format!("reviews-told-{what}-body"), &values),
        link: Some(format!("/reviews/{assignment}")),
        application: Some(application.id),
    };
    inbox::send(tx, &news, act.at).await?;
    Ok(())
}

/// Writes to every coordinator about an application. The words are by key, with `file` and
/// `reviewer` in them: `done` has `reviews-told-done-subject` and `reviews-told-done-body`.
pub(super) async fn tell_coordinators(
    tx: &mut Tx,
    me: &Reviewer,
    mine: &Assignment,
    what: &str,
) -> Result<(), Error> {
    for to in people::with_role(tx, me.association(), "coordinator", me.now).await? {
        let lang = Lang::from_code(&to.language);
        let file = mine.number.as_str();
        let reviewer = me.person.name.as_str();
        let values = [
            ("name", to.name.as_str().into()),
            ("file", file.into()),
            ("reviewer", reviewer.into()),
        ];
        let news = News {
            association: me.association(),
            person: Some(to.id),
            to_name: &to.name,
            to_email: &to.email,
            lang,
            kind: "review",
            subject: lang.with(&format!("reviews-told-{what}-subject"), &values),
            body: lang.with(&format!("reviews-told-{what}-body"), &values),
            link: Some(format!("/desk/applications/{}", mine.application_id)),
            application: Some(mine.application_id),
        };
        inbox::send(tx, &news, me.now).await?;
    }
    Ok(())
}
