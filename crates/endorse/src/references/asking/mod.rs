//! The applicant's side: whom to ask, in which relation, and how far each of them is.

pub(super) mod form;
mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use rules::Policy;
use uuid::Uuid;

use self::form::{AskForm, CorrectionForm};
use super::contents::{self, contents};
use super::rows::Request;
use super::{letters, slots};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::programs::{Program, in_lang};
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::typed::Problems;

/// How many may be asked at a time; three are needed.
const AT_MOST: usize = 6;
const A_DAY: SignedDuration = SignedDuration::from_hours(24);
/// How many letters a mailbox gets in a day, whoever asks: a supervisor may have a large team.
const A_MAILBOX_A_DAY: i64 = 10;
/// How long a mailbox has peace after a letter from the same application.
const PEACE: SignedDuration = SignedDuration::from_hours(24 * 7);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/applications/{id}/references", get(list).post(ask))
        .route("/applications/{id}/references/{request}", get(one))
        .route("/applications/{id}/references/{request}/reminder", post(remind))
        .route("/applications/{id}/references/{request}/correction", post(correct))
        .route("/applications/{id}/references/{request}/replacement", post(replace))
}

/// A request, as the applicant may see it.
struct Line {
    href: String,
    name: String,
    email: String,
    relation: String,
    shape: &'static str,
    word: String,
    since: String,
    suggestion: Option<String>,
    waived: bool,
}

/// A slot, and who stands for it.
struct Place {
    relations: String,
    shape: &'static str,
    word: String,
    name: String,
}

#[derive(Template)]
#[template(path = "references/asking/page.html")]
struct ReferencesPage {
    frame: Frame,
    back: String,
    confirm: String,
    rule: String,
    places: Vec<Place>,
    lines: Vec<Line>,
    relations: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    waivers: Vec<(String, String)>,
    /// The key of why nobody can be asked now.
    closed: Option<&'static str>,
    form: AskForm,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "references/asking/one.html")]
struct RequestPage {
    frame: Frame,
    back: String,
    line: Line,
    is_open: bool,
    /// From when on a reminder may be sent, if not yet.
    remind_from: Option<String>,
    rating: Option<contents::Rating>,
    form: CorrectionForm,
    problems: Problems,
}

fn list_path(application: Uuid) -> String {
    format!("/applications/{application}/references")
}

/// The application, and the rules that it is pinned to.
async fn mine(
    tx: &mut Tx,
    me: &Applicant,
    id: Uuid,
) -> Result<(rows::Application, &'static Policy), Error> {
    let found = rows::application(tx, me.association(), me.id, id).await?;
    let application = found.ok_or(Error::NotFound)?;
    let program: &'static Program = me.program;
    let policy = program.policy_version(&application.category, &application.policy_version);
    let policy = policy.ok_or_else(|| anyhow::anyhow!("no rules for application {id}"))?;
    Ok((application, policy))
}

async fn asked(
    tx: &mut Tx,
    me: &Applicant,
    (id, request): (Uuid, Uuid),
) -> Result<(rows::Application, Request), Error> {
    let (application, _) = mine(tx, me, id).await?;
    let all = super::rows::of(tx, id).await?;
    let request = all.into_iter().find(|it| it.id == request).ok_or(Error::NotFound)?;
    Ok((application, request))
}

fn line(me: &Applicant, application: Uuid, request: &Request) -> Line {
    let (state, since) = if request.is_expired(me.now) {
        ("expired", request.written_at() + super::rows::WORKS_FOR)
    } else {
        request.state()
    };
    Line {
        href: me.lang.href(&format!("{}/{}", list_path(application), request.id)),
        name: request.rater_name.clone(),
        email: request.rater_email.clone(),
        relation: to_me(me.lang, &request.relation),
        shape: shape(state),
        word: me.lang.say(&format!("references-state-{state}")).into_owned(),
        since: me.lang.day(since.to_zoned(me.zone.clone()).date()),
        suggestion: request.suggestion.clone(),
        waived: request.waived_at.is_some(),
    }
}

/// What somebody is to the applicant, as the applicant would say it, at the start of a line.
fn to_me(lang: Lang, relation: &str) -> String {
    let words = lang.say(&format!("rules-relation-{relation}"));
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn shape(state: &str) -> &'static str {
    match state {
        "submitted" => "met",
        "asked" | "started" => "wait",
        _ => "todo",
    }
}

impl ReferencesPage {
    async fn load(
        tx: &mut Tx,
        me: &Applicant,
        id: Uuid,
        (form, problems): (AskForm, Problems),
    ) -> Result<Self, Error> {
        let (application, policy) = mine(tx, me, id).await?;
        let lang = me.lang;
        let requests = super::rows::of(tx, id).await?;
        let mut lines = Vec::new();
        for request in &requests {
            lines.push(line(me, id, request));
        }
        let (ask, rule) = slots::asked(policy).unzip();
        let slots = ask.map_or(&[][..], |it| it.slots.as_slice());
        let relations = slots::may_be_asked(slots).into_iter();
        let choice = |code: &str, key: &str| (code.to_owned(), lang.say(key).into_owned());
        let letters = |it: Lang| choice(it.code(), &format!("references-language-{}", it.code()));
        Ok(Self {
            back: lang.href(&format!("/applications/{id}")),
            confirm: lang.href("/confirmations"),
            rule: rule.map(|it| in_lang(&it.text, lang).to_owned()).unwrap_or_default(),
            places: places(slots, &requests, &lines, me),
            relations: relations.map(|it| (it.to_owned(), to_me(lang, it))).collect(),
            languages: me.languages().offered().map(letters).collect(),
            waivers: vec![choice("waive", "references-waive"), choice("keep", "references-keep")],
            closed: why_nobody(me, &application, &requests),
            frame: Frame::room(me),
            lines,
            form,
            problems,
        })
    }
}

/// Each slot with the one who stands for it: those whose rating is in come first.
fn places(
    slots: &[rules::policy::Slot],
    requests: &[Request],
    lines: &[Line],
    me: &Applicant,
) -> Vec<Place> {
    let alive = |it: &&(&Request, &Line)| {
        let state = it.0.state().0;
        state == "submitted" || (it.0.is_open() && !it.0.is_expired(me.now))
    };
    let all: Vec<_> = requests.iter().zip(lines).collect();
    let mut people: Vec<_> = all.iter().filter(alive).collect();
    people.sort_by_key(|it| it.0.submitted_at.is_none());
    let relations: Vec<&str> = people.iter().map(|it| it.0.relation.as_str()).collect();
    let or = format!(" {} ", me.lang.say("references-or"));
    let filled = slots::fill(slots, &relations).into_iter();
    let place = |(slot, person): (&rules::policy::Slot, Option<usize>)| {
        let words = |it: &rules::locker::Relation| to_me(me.lang, slots::name(*it));
        let names: Vec<String> = slot.relations.iter().map(words).collect();
        let relations = if names.is_empty() {
            me.lang.say("references-anyone").into_owned()
        } else {
            names.join(&or)
        };
        match person.and_then(|at| people.get(at)) {
            Some((_, line)) => Place {
                relations,
                shape: line.shape,
                word: line.word.clone(),
                name: line.name.clone(),
            },
            None => Place {
                relations,
                shape: "todo",
                word: me.lang.say("references-nobody").into_owned(),
                name: String::new(),
            },
        }
    };
    slots.iter().zip(filled).map(place).collect()
}

/// Why nobody can be asked now, as the key of a sentence that says what to do.
fn why_nobody(
    me: &Applicant,
    application: &rows::Application,
    requests: &[Request],
) -> Option<&'static str> {
    let open = requests.iter().filter(|it| it.is_open() && !it.is_expired(me.now)).count();
    if application.closed_at.is_some() {
        Some("references-closed")
    } else if me.person.email_confirmed_at.is_none() {
        Some("references-confirm-first")
    } else if open >= AT_MOST {
        Some("references-enough")
    } else if has_written_enough(requests, me.now) {
        Some("references-enough-today")
    } else {
        None
    }
}

/// Whether as many letters have gone out today as should. Replaced ones count for a day, so that
/// replacing is no way to write to everybody.
fn has_written_enough(requests: &[Request], now: Timestamp) -> bool {
    requests.iter().filter(|it| it.written_at() + A_DAY > now).count() >= 2 * AT_MOST
}

/// Why a mailbox cannot be written to, if so.
async fn why_not_there(
    tx: &mut Tx,
    me: &Applicant,
    requests: &[Request],
    mailbox: &str,
) -> Result<Option<&'static str>, Error> {
    let same = || requests.iter().filter(|it| it.rater_email_key == mailbox);
    Ok(if same().any(|it| it.replaced_at.is_none()) {
        Some("references-asked-already")
    } else if same().any(|it| it.written_at() + PEACE > me.now) {
        Some("references-asked-lately")
    } else if is_full(tx, me, mailbox).await? {
        Some("references-mailbox-full")
    } else {
        None
    })
}

/// Whether a mailbox has had as many letters today as it should, for all applications together.
async fn is_full(tx: &mut Tx, me: &Applicant, mailbox: &str) -> Result<bool, Error> {
    let letters = rows::letters_since(tx, me.association(), mailbox, me.now - A_DAY).await?;
    Ok(letters >= A_MAILBOX_A_DAY)
}

/// `GET /applications/{id}/references`
async fn list(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let form = AskForm { language: me.lang.code().to_owned(), ..AskForm::default() };
    page::show(&ReferencesPage::load(&mut tx, &me, id, (form, Problems::default())).await?)
}

/// `POST /applications/{id}/references`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<AskForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (application, policy) = mine(&mut tx, &me, id).await?;
    rows::hold(&mut tx, id).await?;
    let requests = super::rows::of(&mut tx, id).await?;
    let slots = slots::asked(policy).map_or(&[][..], |(ask, _)| ask.slots.as_slice());
    let checked = match why_nobody(&me, &application, &requests) {
        Some(why) => Err(Problems::one("name", why)),
        None => {
            let own = (me.person.email.as_str(), me.person.name.as_str());
            form.check(own, &slots::may_be_asked(slots), me.languages())
        }
    };
    let checked = match checked {
        Err(problems) => Err(problems),
        Ok(new) => match why_not_there(&mut tx, &me, &requests, &new.mailbox).await? {
            Some(why) => Err(Problems::one("email", why)),
            None => Ok(new),
        },
    };
    let problems = match checked {
        Err(problems) => problems,
        Ok(new) => {
            app.limits.mailing(me.address)?;
            let token = security::token();
            let version = &me.program.rating.for_relation(new.relation).version;
            let kept = (version.as_str(), security::token_hash(&token));
            let whose = (me.association(), id, me.id);
            let request = rows::add(&mut tx, whose, &new, (kept.0, &kept.1), me.now).await?;
            letters::first(&mut tx, &app, (request, &token), me.now).await?;
            let thing = ("reference", request);
            audit::record_about(&mut tx, &me, "rater-asked", thing, id, Some(new.relation)).await?;
            tx.commit().await?;
            return page::see_and_say(me.lang, &list_path(id), "said-rater-asked");
        }
    };
    page::correct(&ReferencesPage::load(&mut tx, &me, id, (form, problems)).await?)
}

async fn request_page(
    tx: &mut Tx,
    me: &Applicant,
    (application, request): (&rows::Application, &Request),
    (form, problems): (CorrectionForm, Problems),
) -> Result<RequestPage, Error> {
    // What was kept readable is readable once the application is decided, never before.
    let decided = ["endorsed", "deferred"].contains(&application.state.as_str());
    let rating = if decided && request.waived_at.is_none() {
        let all = contents(tx, application.id).await?;
        all.into_iter().find(|it| it.id == request.id)
    } else {
        None
    };
    let may_from = request.written_at() + PEACE;
    let day = me.lang.day(may_from.to_zoned(me.zone.clone()).date());
    Ok(RequestPage {
        frame: Frame::room(me),
        back: me.lang.href(&list_path(application.id)),
        line: line(me, application.id, request),
        is_open: request.is_open() && application.closed_at.is_none(),
        remind_from: (may_from > me.now).then_some(day),
        rating,
        form,
        problems,
    })
}

/// `GET /applications/{id}/references/{request}`
async fn one(
    State(app): State<App>,
    me: Applicant,
    Path(path): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (application, request) = asked(&mut tx, &me, path).await?;
    let form =
        CorrectionForm { name: request.rater_name.clone(), email: request.rater_email.clone() };
    let typed = (form, Problems::default());
    page::show(&request_page(&mut tx, &me, (&application, &request), typed).await?)
}

/// Somebody who may still be written to.
async fn waited_for(
    tx: &mut Tx,
    me: &Applicant,
    path: (Uuid, Uuid),
) -> Result<(rows::Application, Request), Error> {
    let (application, request) = asked(tx, me, path).await?;
    rows::hold(tx, path.0).await?;
    if !request.is_open() || application.closed_at.is_some() {
        return Err(Error::Stale);
    }
    Ok((application, request))
}

/// `POST /applications/{id}/references/{request}/reminder`: at most every seven days.
async fn remind(
    State(app): State<App>,
    me: Applicant,
    Path(path): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (_, request) = waited_for(&mut tx, &me, path).await?;
    let to = format!("{}/{}", list_path(path.0), path.1);
    if request.written_at() + PEACE > me.now {
        return page::see_and_say(me.lang, &to, "said-reminded-lately");
    }
    if is_full(&mut tx, &me, &request.rater_email_key).await? {
        return page::see_and_say(me.lang, &to, "said-mailbox-full");
    }
    app.limits.mailing(me.address)?;
    if !letters::again(&mut tx, &app, path.1, me.now).await? {
        return Err(Error::Stale);
    }
    let thing = ("reference", path.1);
    audit::record_about(&mut tx, &me, "rater-reminded", thing, path.0, None).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &to, "said-rater-reminded")
}

/// `POST /applications/{id}/references/{request}/correction`: a new request with a new link at the
/// right address. The old link is dead at once, and what was begun with it stays behind.
async fn correct(
    State(app): State<App>,
    me: Applicant,
    Path(path): Path<(Uuid, Uuid)>,
    Form(form): Form<CorrectionForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (application, request) = waited_for(&mut tx, &me, path).await?;
    let requests = super::rows::of(&mut tx, path.0).await?;
    let checked = form.check(&me.person.email, &request.rater_email_key);
    let checked = match checked {
        Err(problems) => Err(problems),
        Ok(_) if me.person.email_confirmed_at.is_none() => {
            Err(Problems::one("email", "references-confirm-first"))
        }
        Ok(_) if has_written_enough(&requests, me.now) => {
            Err(Problems::one("email", "references-enough-today"))
        }
        Ok(new) => match why_not_there(&mut tx, &me, &requests, &new.2).await? {
            Some(why) => Err(Problems::one("email", why)),
            None => Ok(new),
        },
    };
    let problems = match checked {
        Err(problems) => problems,
        Ok((name, email, mailbox)) => {
            app.limits.mailing(me.address)?;
            let token = security::token();
            let hash = security::token_hash(&token);
            if !rows::replace(&mut tx, path.1, me.now).await? {
                return Err(Error::Stale);
            }
            let rater = (name.as_str(), email.as_str(), mailbox.as_str());
            let new = rows::add_corrected(&mut tx, path.1, rater, &hash, me.now).await?;
            letters::first(&mut tx, &app, (new, &token), me.now).await?;
            let thing = ("reference", new);
            audit::record_about(&mut tx, &me, "rater-address-corrected", thing, path.0, None)
                .await?;
            tx.commit().await?;
            return page::see_and_say(me.lang, &list_path(path.0), "said-rater-corrected");
        }
    };
    let typed = (form, problems);
    page::correct(&request_page(&mut tx, &me, (&application, &request), typed).await?)
}

/// `POST /applications/{id}/references/{request}/replacement`: the link is dead at once.
async fn replace(
    State(app): State<App>,
    me: Applicant,
    Path(path): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let (application, _) = asked(&mut tx, &me, path).await?;
    if application.closed_at.is_some() || !rows::replace(&mut tx, path.1, me.now).await? {
        return Err(Error::Stale);
    }
    let thing = ("reference", path.1);
    audit::record_about(&mut tx, &me, "rater-replaced", thing, path.0, None).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &list_path(path.0), "said-rater-replaced")
}
