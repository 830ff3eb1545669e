//! The coordinator's side of an endorsement: finding it, its history, and putting it to rest,
//! taking it up again, retiring or revoking it, correcting its name, each with a reason.

mod form;
mod naming;
mod rows;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use db::Tx;
use rules::standing::{Act, Stand};
use uuid::Uuid;

use self::form::{ChangeForm, SearchForm};
use super::change::{self, stand};
use super::rows::Endorsement;
use super::{Interval, Standing, intervals};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::{AtDesk, Coordinator, Fresh, Signed};
use crate::page::{self, Frame};
use crate::routing::{Path, Routes, get};
use crate::security::query_value;
use crate::typed::Problems;

/// How many stand on a page.
const A_PAGE: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/endorsements", get(list))
        .route("/desk/endorsements/{id}", get(one))
        .route("/desk/endorsements/{id}/{act}", get(ask).post(carry_out))
        .merge(naming::routes())
}

/// An endorsement on the list.
struct Line {
    href: String,
    name: String,
    number: String,
    category: String,
    mark: &'static str,
    word: String,
    until: String,
}

#[derive(Template)]
#[template(path = "endorsements/desk/list.html")]
struct ListPage {
    frame: Frame,
    form: SearchForm,
    standings: Vec<(String, String)>,
    lines: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
}

/// `GET /desk/endorsements`
async fn list(
    State(app): State<App>,
    me: AtDesk,
    Query(form): Query<SearchForm>,
) -> Result<Response, Error> {
    let lang = me.lang;
    let mut tx = app.db.read().await?;
    let skip = usize::from(form.page) * A_PAGE;
    let some = (i64::try_from(A_PAGE).unwrap_or(50), i64::try_from(skip).unwrap_or(0));
    let at = (me.association(), me.today());
    let mut found = rows::found(&mut tx, at, &form.wanted(), some).await?;
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let turn = |page: u16| {
        let (q, standing) = (query_value(&form.q), query_value(&form.standing));
        lang.href(&format!("/desk/endorsements?q={q}&standing={standing}&page={page}"))
    };
    page::show(&ListPage {
        frame: Frame::room(&me),
        standings: Stand::ALL
            .into_iter()
            .map(|it| (it.as_str().to_owned(), word(&me, it)))
            .collect(),
        lines: found.into_iter().map(|it| line(&me, it)).collect(),
        earlier: form.page.checked_sub(1).map(turn),
        later: more.then(|| turn(form.page.saturating_add(1))),
        form,
    })
}

fn word(me: &Signed, it: Stand) -> String {
    let key = if it == Stand::Active { "valid" } else { it.as_str() };
    me.lang.say(&format!("standing-{key}")).into_owned()
}

fn line(me: &Signed, it: rows::Found) -> Line {
    let standing = Standing::of(it.status.as_deref(), it.valid_until.0, me.today());
    let category = me.program.category(&it.category);
    Line {
        href: me.lang.href(&format!("/desk/endorsements/{}", it.id)),
        name: it.name,
        number: it.number,
        category: category.map_or(it.category.clone(), |it| it.name.get(me.lang).to_owned()),
        mark: standing.mark(),
        word: standing.word(me.lang),
        until: me.lang.day(it.valid_until),
    }
}

/// A stretch of the history, told.
struct Told {
    what: String,
    reason: String,
    when: String,
    by: String,
}

#[derive(Template)]
#[template(path = "endorsements/desk/page.html")]
struct EndorsementPage {
    frame: Frame,
    name: String,
    number: String,
    category: String,
    mark: &'static str,
    word: String,
    awarded: String,
    until: String,
    verify_href: String,
    file_href: Option<String>,
    history: Vec<Told>,
    former_names: Vec<Told>,
    /// Where the name is corrected; there is none where nobody holds the endorsement any more.
    name_href: Option<String>,
    acts: Vec<(&'static str, String, String)>,
    may_act: bool,
}

/// An endorsement of somebody else's: nobody decides about themself.
async fn theirs(tx: &mut Tx, me: &Signed, id: Uuid) -> Result<(Endorsement, Vec<Interval>), Error> {
    let found = super::one(tx, me.association(), id).await?;
    let it = found.filter(|it| it.person_id != Some(me.id)).ok_or(Error::NotFound)?;
    let intervals = intervals(tx, it.id).await?;
    Ok((it, intervals))
}

/// `GET /desk/endorsements/{id}`
async fn one(State(app): State<App>, me: AtDesk, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (it, intervals) = theirs(&mut tx, &me, id).await?;
    let history = rows::history(&mut tx, id).await?;
    let former = naming::rows::former(&mut tx, id).await?;
    let (lang, today) = (me.lang, me.today());
    let standing = it.standing(&intervals, today);
    let now = stand(&intervals, today);
    let may =
        |act: &Act| !me.only_looks() && now.is_some_and(|now| now.after(*act, true).is_some());
    let href = lang.href(&format!("/desk/endorsements/{id}"));
    page::show(&EndorsementPage {
        name: it.name.clone(),
        number: it.number.clone(),
        category: it.category_name(me.program, lang).to_owned(),
        mark: standing.mark(),
        word: standing.word(lang),
        awarded: lang.day(it.awarded_on),
        until: lang.day(it.valid_until),
        verify_href: lang.href(&format!("/verify/{}", it.public_id)),
        file_href: it.application_id.map(|it| lang.href(&format!("/desk/applications/{it}"))),
        history: history.iter().map(|it| told(&me, it)).collect(),
        former_names: former.into_iter().map(|it| name_of_before(&me, it)).collect(),
        name_href: it.person_id.map(|_| format!("{href}/name")),
        acts: Act::BY_HAND
            .into_iter()
            .filter(may)
            .map(|it| (it.as_str(), label(lang, it), format!("{href}/{}", it.as_str())))
            .collect(),
        may_act: !me.only_looks(),
        frame: Frame::room(&me),
    })
}

fn label(lang: Lang, act: Act) -> String {
    lang.say(&format!("endorsement-act-{}", act.as_str())).into_owned()
}

fn told(me: &Signed, it: &rows::Stretch) -> Told {
    let lang = me.lang;
    let is_empty = it.until_on.is_some_and(|until| until.0 < it.from_on.0);
    let word = match Stand::parse(&it.status) {
        Some(stand) => word(me, stand),
        None => it.status.clone(),
    };
    let from = lang.day(it.from_on);
    let values = |until: String| {
        [("word", word.as_str().into()), ("from", from.as_str().into()), ("until", until.into())]
    };
    let what = match it.until_on {
        _ if is_empty => lang.with("endorsement-was-a-moment", &values(String::new())),
        Some(until) => lang.with("endorsement-was", &values(lang.day(until))),
        None => lang.with("endorsement-is", &values(String::new())),
    };
    Told {
        what,
        reason: it.reason.clone().unwrap_or_default(),
        when: lang.moment(it.recorded_at, &me.zone),
        by: it.by_name.clone().unwrap_or_default(),
    }
}

fn name_of_before(me: &Signed, it: naming::rows::Former) -> Told {
    Told {
        what: it.name,
        reason: it.reason,
        when: me.lang.moment(it.changed_at, &me.zone),
        by: it.by_name.unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "endorsements/desk/step.html")]
struct StepPage {
    frame: Frame,
    act: &'static str,
    label: String,
    question: String,
    is_grave: bool,
    back: String,
    name: String,
    number: String,
    word: String,
    means: String,
    in_language: String,
    form: ChangeForm,
    problems: Problems,
}

impl StepPage {
    async fn load(
        tx: &mut Tx,
        me: &Signed,
        (it, intervals): (&Endorsement, &[Interval]),
        (act, form, problems): (Act, ChangeForm, Problems),
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let person = match it.person_id {
            Some(person) => Some(crate::people::addressee(tx, person).await?),
            None => None,
        };
        let is_over = act == Act::Resume && me.today() > it.valid_until.0;
        let key = if is_over { "resume-late" } else { act.as_str() };
        let until = lang.day(it.valid_until);
        Ok(Self {
            act: act.as_str(),
            label: label(lang, act),
            question: lang.say(&format!("endorsement-ask-{}", act.as_str())).into_owned(),
            is_grave: act == Act::Revoke,
            back: lang.href(&format!("/desk/endorsements/{}", it.id)),
            name: it.name.clone(),
            number: it.number.clone(),
            word: it.standing(intervals, me.today()).word(lang),
            means: lang.say1(&format!("endorsement-means-{key}"), "until", until),
            in_language: person.map(|it| it.lang().called_in(lang)).unwrap_or_default(),
            form,
            problems,
            frame: Frame::room(me),
        })
    }
}

/// What may be done about an endorsement as it stands today.
fn may(me: &Signed, intervals: &[Interval], act: &str) -> Result<(Act, Stand), Error> {
    let act = Act::by_hand(act).ok_or(Error::NotFound)?;
    let now = stand(intervals, me.today()).ok_or(Error::NotFound)?;
    if now.after(act, true).is_none() {
        return Err(Error::Stale);
    }
    Ok((act, now))
}

/// `GET /desk/endorsements/{id}/{act}`
async fn ask(
    State(app): State<App>,
    me: Coordinator,
    Path((id, act)): Path<(Uuid, String)>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (it, intervals) = theirs(&mut tx, &me, id).await?;
    let (act, now) = may(&me, &intervals, &act)?;
    let (seen, history) = (now.as_str().to_owned(), intervals.len().to_string());
    let form = ChangeForm { seen, history, reason: String::new() };
    let typed = (act, form, Problems::default());
    page::show(&StepPage::load(&mut tx, &me, (&it, &intervals), typed).await?)
}

/// `POST /desk/endorsements/{id}/{act}`: only about what the coordinator had in front of them.
async fn carry_out(
    State(app): State<App>,
    me: Fresh<Coordinator>,
    Path((id, act)): Path<(Uuid, String)>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    super::in_turn(&mut tx, me.association(), id).await?;
    let (it, intervals) = theirs(&mut tx, &me, id).await?;
    let (act, now) = may(&me, &intervals, &act)?;
    let same = form.history.is_empty() || form.history == intervals.len().to_string();
    if form.seen != now.as_str() || !same {
        return Err(Error::Stale);
    }
    match form.check() {
        Err(problems) => {
            let typed = (act, form, problems);
            page::correct(&StepPage::load(&mut tx, &me, (&it, &intervals), typed).await?)
        }
        Ok(reason) => {
            change::change(&mut tx, &app, &me, (&it, act), &reason).await?;
            tx.commit().await?;
            let said = format!("said-endorsement-{}", act.as_str());
            page::see_and_say(me.lang, &format!("/desk/endorsements/{id}"), &said)
        }
    }
}
