//! Erasing an account: what goes and what stays is told to this very person before they ask; then
//! there are seven days, and signing in again calls it off. `docs/privacy.md` lists what stays.

mod form;
mod job;
mod letters;
mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use db::Tx;
use jiff::SignedDuration;

use self::form::ErasureForm;
use crate::app::App;
use crate::audit;
use crate::consents;
use crate::error::Error;
use crate::house;
use crate::i18n::Lang;
use crate::identity::{Applicant, Signed};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::routing::{Routes, get};
use crate::typed::Problems;
use crate::{jobs, people, security};

pub use job::{Erase, ThrowAway, erase_now};
pub(super) use job::{in_both, months_after};
pub(super) use rows::remove_application;

/// How long somebody may think again.
const WAIT: SignedDuration = SignedDuration::from_hours(24 * 7);

pub(super) fn routes() -> Routes {
    Routes::new().route("/account/erase", get(ask).post(begin))
}

#[derive(Template)]
#[template(path = "privacy/erasure/page.html")]
struct ErasurePage {
    frame: Frame,
    /// What of this person's goes, a sentence each.
    goes: Vec<String>,
    /// What of this person's stays.
    stays: Vec<String>,
    /// Why nothing can be erased now, if so.
    keeps: Vec<&'static str>,
    word: String,
    form: ErasureForm,
    problems: Problems,
}

impl ErasurePage {
    async fn load(
        tx: &mut Tx,
        me: &Signed,
        (form, problems): (ErasureForm, Problems),
    ) -> Result<Self, Error> {
        let lang = me.lang;
        let found = rows::count(tx, me.id).await?;
        let keeps = keeps(tx, me).await?;
        let goes = [
            ("privacy-goes-account", 1),
            ("privacy-goes-entries", found.entries),
            ("privacy-goes-documents", found.documents),
            ("privacy-goes-applications", found.applications - found.endorsed),
            ("privacy-goes-references", found.references),
            ("privacy-goes-messages", found.messages),
        ];
        let mut stays = vec![lang.say("privacy-stays-record").into_owned()];
        if found.endorsed > 0 {
            stays.push(lang.count("privacy-stays-applications", found.endorsed));
        }
        for it in rows::endorsements(tx, me.id).await? {
            let terms = consents::terms(tx, &it.association_id).await?;
            let named = terms.iter().any(|it| it.class == "register");
            let key = if named { "privacy-stays-named" } else { "privacy-stays-number" };
            stays.push(lang.say1(key, "number", it.number));
        }
        if found.charges > 0 {
            stays.push(lang.count("privacy-stays-charges", found.charges));
        }
        if found.roles > 0 {
            stays.push(lang.say("privacy-stays-decisions").into_owned());
        }
        let told = |(key, n): &(&str, i64)| lang.count(key, *n);
        Ok(Self {
            frame: Frame::room(me),
            goes: goes.iter().filter(|it| it.1 > 0).map(told).collect(),
            stays,
            keeps,
            word: lang.say("privacy-erase-word").into_owned(),
            form,
            problems,
        })
    }
}

/// Why nothing of somebody's can be erased now: keys of sentences.
async fn keeps(tx: &mut Tx, me: &Signed) -> Result<Vec<&'static str>, Error> {
    let mut found = Vec::new();
    if let Some(file) = rows::kept(tx, me.id).await? {
        found.push(if file.is_own { "privacy-erase-held" } else { "privacy-erase-held-work" });
    }
    for role in rows::alone_with(tx, me.id, me.now).await? {
        found.push(match role.as_str() {
            "network" => "privacy-erase-last-of-network",
            "coordinator" => "privacy-erase-last-coordinator",
            _ => "privacy-erase-last",
        });
    }
    Ok(found)
}

/// `GET /account/erase`
async fn ask(State(app): State<App>, me: Applicant) -> Result<Response, Error> {
    let empty = (ErasureForm::default(), Problems::default());
    page::show(&ErasurePage::load(&mut app.db.read().await?, &me, empty).await?)
}

/// `POST /account/erase`: begins the wait and signs out everywhere, so that whoever signs in again
/// means it.
async fn begin(
    State(app): State<App>,
    me: Applicant,
    jar: CookieJar,
    Form(form): Form<ErasureForm>,
) -> Result<Response, Error> {
    let mut problems = Problems::default();
    problems.note("word", form.check(&me.lang.say("privacy-erase-word")));
    problems.note("password", people::prove(&app, &me, &form.password).await?);
    let mut tx = app.db.write().await?;
    // Of the last two who ask in the same moment, one stays.
    for association in rows::needed_at(&mut tx, me.id, me.now).await? {
        house::in_turn(&mut tx, &association).await?;
    }
    for key in keeps(&mut tx, &me).await? {
        problems.note::<()>("word", Err(key));
    }
    if !problems.is_empty() {
        return page::correct(&ErasurePage::load(&mut tx, &me, (form, problems)).await?);
    }
    // Signing in has called off what was asked for before; what waits was asked for in this moment.
    let due = me.now + WAIT;
    let begun = rows::begin(&mut tx, (me.association(), me.id), (me.now, due), None).await?;
    if let Some(id) = begun {
        rows::end_sessions(&mut tx, me.id, me.now).await?;
        audit::record(&mut tx, &me, "erasure-asked", "erasure", id).await?;
        jobs::later(&mut tx, me.association(), &Erase { erasure: id }, due, None).await?;
        tell(&mut tx, &me, me.lang, due).await?;
        tx.commit().await?;
    }
    let jar = jar.add(security::no_cookie(&app.settings));
    let clear = [("clear-site-data", "\"cache\", \"storage\"")];
    Ok((jar, clear, page::see_and_say(me.lang, "/", "said-privacy-erasure")?).into_response())
}

async fn tell(tx: &mut Tx, me: &Signed, lang: Lang, due: jiff::Timestamp) -> Result<(), Error> {
    let news = News {
        association: me.association(),
        person: Some(me.id),
        to_name: &me.person.name,
        to_email: &me.person.email,
        lang,
        kind: "erasure-asked",
        subject: lang.say("privacy-erasure-subject").into_owned(),
        body: lang.say2(
            "privacy-erasure-body",
            "name",
            &me.person.name,
            "at",
            lang.moment(due, &me.zone),
        ),
        link: Some("/sign-in".to_owned()),
        application: None,
    };
    inbox::send(tx, &news, me.now).await?;
    Ok(())
}
