//! "I am a member already": said by the person, confirmed or declined by the coordinator.
//!
//! The rules see memberships, never claims: what nobody has confirmed does not count.

mod form;
mod rows;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use self::form::ClaimForm;
use crate::app::App;
use crate::audit::{self, Actor};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::{Applicant, Signed};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::programs::Program;
use crate::routing::{Path, Routes, get, post};
use crate::typed::Problems;
use crate::{locker, people, security};

pub use rows::{Claim, ClaimWaiting, waiting};

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/memberships", get(list))
        .route("/memberships/claims", get(ask).post(claim))
        .route("/memberships/claims/{id}/withdrawal", post(withdraw))
}

impl Claim {
    /// Where it stands: `waiting`, `confirmed`, `declined`, `undone` or `withdrawn`.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match (self.withdrawn_at, self.confirmed_at, self.declined_at) {
            (Some(_), ..) => "withdrawn",
            (_, Some(_), Some(_)) => "undone",
            (_, Some(_), None) => "confirmed",
            (_, None, Some(_)) => "declined",
            (None, None, None) => "waiting",
        }
    }

    /// The state as a shape.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self.state() {
            "confirmed" => "met",
            "waiting" => "wait",
            _ => "todo",
        }
    }

    /// The name of the association.
    #[must_use]
    pub fn of<'a>(&'a self, program: &'a Program) -> &'a str {
        if self.of_association == program.id {
            &program.association.short_name
        } else {
            &self.of_association
        }
    }

    /// From when until when, in words.
    #[must_use]
    pub fn span(&self, lang: Lang) -> String {
        lang.say2(
            "membership-span",
            "from",
            lang.day(self.from_on),
            "until",
            lang.day(self.until_on),
        )
    }
}

/// A claim on the person's page.
struct Line {
    title: String,
    facts: Vec<String>,
    shape: &'static str,
    word: String,
    reason: String,
    withdrawal: Option<String>,
}

fn line(me: &Signed, it: &Claim) -> Line {
    let lang = me.lang;
    let said = lang.day(it.claimed_at.0.to_zoned(me.zone.clone()).date());
    let mut facts = vec![it.span(lang), lang.say1("membership-said", "day", said)];
    facts.extend(it.note.clone());
    let path = format!("/memberships/claims/{}/withdrawal", it.id);
    Line {
        title: it.of(me.program).to_owned(),
        facts,
        shape: it.shape(),
        word: lang.say(&format!("membership-state-{}", it.state())).into_owned(),
        reason: it.reason.clone().unwrap_or_default(),
        withdrawal: (it.state() == "waiting").then(|| lang.href(&path)),
    }
}

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Then {
    then: String,
}

#[derive(Template)]
#[template(path = "payments/claims/list.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    kept: Vec<(String, String)>,
}

/// `GET /memberships`
async fn list(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let claims = rows::of(&mut tx, me.association(), me.id).await?;
    let kept = super::memberships(&mut tx, me.association(), me.id).await?;
    let lang = me.lang;
    let told = |it: &::rules::locker::Membership| {
        let of = if *it.association == *me.program.id {
            me.program.association.short_name.clone()
        } else {
            it.association.to_string()
        };
        let until = it.to.map(|day| lang.day(day)).unwrap_or_default();
        (of, lang.say2("membership-span", "from", lang.day(it.from), "until", until))
    };
    page::show(&ListPage {
        lines: claims.iter().map(|it| line(&me, it)).collect(),
        kept: kept.iter().map(told).collect(),
        frame: Frame::room(&me),
    })
}

#[derive(Template)]
#[template(path = "payments/claims/page.html")]
struct ClaimPage {
    frame: Frame,
    back: String,
    whose: Vec<(String, String)>,
    documents: Vec<(String, String)>,
    form: ClaimForm,
    problems: Problems,
}

impl ClaimPage {
    async fn load(
        tx: &mut Tx,
        me: &Applicant,
        (form, problems): (ClaimForm, Problems),
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let association = &me.program.association;
        let own = lang.say1("membership-own", "association", &association.short_name);
        let mut whose = vec![("own".to_owned(), own)];
        if association.membership.other_associations {
            whose.push(("other".to_owned(), lang.say("membership-other").into_owned()));
        }
        let documents = locker::documents_of(tx, me.id).await?;
        Ok(Self {
            frame: Frame::room(me),
            back: lang.href(way_back(&form.then)),
            whose,
            documents: documents.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            form,
            problems,
        })
    }
}

/// Back to where the person came from, or to their memberships.
fn way_back(then: &str) -> &str {
    if then.is_empty() { "/memberships" } else { security::own_path(then) }
}

/// `GET /memberships/claims?then=`
async fn ask(
    State(app): State<App>,
    me: Applicant,
    Query(then): Query<Then>,
) -> Result<Response, Error> {
    let form = ClaimForm { then: then.then, ..ClaimForm::default() };
    let mut tx = app.db.read().await?;
    page::show(&ClaimPage::load(&mut tx, &me, (form, Problems::default())).await?)
}

/// How many claims of a person's wait at once, each for another year.
const AT_MOST: usize = 3;

/// `POST /memberships/claims`: one for each year, until the coordinator has looked at it.
async fn claim(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<ClaimForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let documents = locker::documents_of(&mut tx, me.id).await?;
    let documents: Vec<Uuid> = documents.into_iter().map(|it| it.id).collect();
    let others = me.program.association.membership.other_associations;
    let new = match form.check((me.association(), others), &documents, me.today()) {
        Ok(new) => new,
        Err(problems) => {
            return page::correct(&ClaimPage::load(&mut tx, &me, (form, problems)).await?);
        }
    };
    let waiting = rows::waiting_until(&mut tx, me.association(), me.id).await?;
    let same_year = waiting.iter().any(|(it,)| it.0.year() == new.until.year());
    if same_year || waiting.len() >= AT_MOST {
        let problems = Problems::one("until", "membership-waits-already");
        return page::correct(&ClaimPage::load(&mut tx, &me, (form, problems)).await?);
    }
    let id = rows::add(&mut tx, me.actor(), me.id, &new).await?;
    audit::record(&mut tx, &me, "membership-claimed", "membership-claim", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, way_back(&form.then), "said-membership-claimed")
}

/// `POST /memberships/claims/{id}/withdrawal`
async fn withdraw(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let it = rows::one(&mut tx, me.association(), id).await?;
    let it = it.filter(|it| it.person_id == me.id).ok_or(Error::NotFound)?;
    if !rows::withdraw(&mut tx, (me.association(), me.id, it.id), me.now).await? {
        return Err(Error::Stale);
    }
    audit::record(&mut tx, &me, "membership-claim-withdrawn", "membership-claim", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/memberships", "said-membership-withdrawn")
}

/// One claim.
///
/// # Errors
///
/// [`Error::NotFound`] when the association has no such claim.
pub async fn one(tx: &mut Tx, association: &str, id: Uuid) -> Result<Claim, Error> {
    rows::one(tx, association, id).await?.ok_or(Error::NotFound)
}

/// What a coordinator makes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// It is so.
    Confirm,
    /// It is not so, or cannot be seen; with the reason.
    Decline(&'a str),
    /// The confirmation was a mistake; with the reason.
    Undo(&'a str),
}

/// Does what the coordinator made of a claim, and tells the person.
///
/// # Errors
///
/// [`Error::Stale`] when the claim does not wait for that any more.
pub async fn settle(
    tx: &mut Tx,
    program: &Program,
    who: &impl Actor,
    (it, verdict): (&Claim, Verdict<'_>),
) -> Result<(), Error> {
    let act = who.actor();
    let to = people::addressee(tx, it.person_id).await?;
    let lang = to.lang();
    let of = it.of(program);
    let (done, what, reason) = match verdict {
        Verdict::Confirm => {
            let waiver = lang.say1("membership-waiver", "association", of);
            (rows::confirm(tx, act, it, &waiver).await?, "confirmed", "")
        }
        Verdict::Decline(reason) => (rows::decline(tx, act, it, reason).await?, "declined", reason),
        Verdict::Undo(reason) => (rows::undo(tx, act, it, reason).await?, "undone", reason),
    };
    if !done {
        return Err(Error::Stale);
    }
    let verb = format!("membership-claim-{what}");
    audit::record(tx, who, &verb, "membership-claim", it.id).await?;
    let values = [
        ("name", to.name.as_str().into()),
        ("association", of.into()),
        ("until", lang.day(it.until_on).into()),
        ("reason", reason.into()),
    ];
    let news = News {
        association: act.association,
        person: Some(to.id),
        to_name: &to.name,
        to_email: &to.email,
        lang,
        kind: "membership",
        subject: lang.with(&format!("membership-{what}-subject"), &values),
        body: lang.with(&format!("membership-{what}-body"), &values),
        link: Some("/memberships".to_owned()),
        application: None,
    };
    inbox::send(tx, &news, act.at).await?;
    Ok(())
}
