//! Reading an agreement and signing it.

mod form;

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use serde::Deserialize;

use self::form::SigningForm;
use super::rows;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::identity::{Applicant, Fresh};
use crate::page::{self, Frame};
use crate::programs::Agreement;
use crate::routing::{Path, Routes, get};
use crate::security;
use crate::typed::Problems;

pub(super) fn routes() -> Routes {
    Routes::new().route("/agreements/{agreement}", get(read).post(sign))
}

/// Which agreement, and where to go afterwards.
#[derive(Debug, Default, Deserialize)]
struct Then {
    #[serde(default)]
    then: String,
}

#[derive(Template)]
#[template(path = "agreements/signing/page.html")]
struct SigningPage {
    frame: Frame,
    title: String,
    version: String,
    sample: Option<String>,
    html: String,
    sha256: String,
    account_name: String,
    action: String,
    back: String,
    /// Signed before: a sentence, and where the copy is.
    signed: Vec<(String, String)>,
    form: SigningForm,
    problems: Problems,
}

impl SigningPage {
    async fn load(
        tx: &mut db::Tx,
        me: &Applicant,
        (agreement, then): (&Agreement, &str),
        (form, problems): (SigningForm, Problems),
    ) -> Result<Self, Error> {
        let (lang, back) = (me.lang, security::own_path(then));
        let notice = me.program.agreements.sample_notice().get(lang);
        let signed = rows::signed(tx, me.association(), me.id).await?;
        let copy = |it: &rows::Signed| {
            let sentence = lang.with(
                "agreements-signed-line",
                &[
                    ("version", (&it.version).into()),
                    ("name", (&it.typed_name).into()),
                    ("day", lang.day(it.signed_on.0).into()),
                ],
            );
            (sentence, lang.href(&format!("/agreements/signed/{}", it.id)))
        };
        let path = format!("/agreements/{}?then={}", agreement.id, security::query_value(back));
        Ok(Self {
            frame: Frame::room(me),
            title: agreement.title.get(lang).to_owned(),
            version: agreement.version.clone(),
            sample: agreement.sample.then(|| notice.to_owned()),
            html: agreement.html(lang, 1),
            sha256: agreement.sha256(lang).to_owned(),
            account_name: me.person.name.clone(),
            action: lang.href(&path),
            back: lang.href(back),
            signed: signed.iter().filter(|it| it.agreement == agreement.id).map(copy).collect(),
            form,
            problems,
        })
    }
}

/// `GET /agreements/{agreement}?then=`
async fn read(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<String>,
    Query(then): Query<Then>,
) -> Result<Response, Error> {
    let agreement = me.program.agreements.current(&id, me.today()).ok_or(Error::NotFound)?;
    let mut tx = app.db.read().await?;
    let blank = (SigningForm::default(), Problems::default());
    page::show(&SigningPage::load(&mut tx, &me, (agreement, &then.then), blank).await?)
}

/// `POST /agreements/{agreement}?then=`: keeps the exact words and the name under them, once a
/// day.
async fn sign(
    State(app): State<App>,
    me: Fresh<Applicant>,
    (Path(id), Query(then)): (Path<String>, Query<Then>),
    Form(form): Form<SigningForm>,
) -> Result<Response, Error> {
    let agreement = me.program.agreements.current(&id, me.today()).ok_or(Error::NotFound)?;
    let (sha256, language) = (agreement.sha256(me.lang), me.lang.code());
    if form.sha256 != sha256 {
        // Another wording, or another language, has come since the page was drawn.
        return Err(Error::Stale);
    }
    let mut tx = app.db.write().await?;
    let problems = match form.check(&me.person.name) {
        Ok(name) => {
            let version = (agreement.id.as_str(), agreement.version.as_str(), language);
            rows::keep_text(&mut tx, sha256, version, agreement.text(me.lang)).await?;
            let new = rows::NewSignature {
                association: me.association(),
                person: me.id,
                agreement: &agreement.id,
                version: &agreement.version,
                language,
                sha256,
                typed_name: &name,
                meaning: &me.lang.say("agreements-meaning"),
                signed_on: me.today(),
                session: me.person.session_id,
                address: me.address.map(|it| it.to_string()),
                user_agent: &me.user_agent,
            };
            // Pressed twice it is signed once, and both times it is.
            if let Some(signature) = rows::add(&mut tx, &new, me.now).await? {
                audit::record(&mut tx, &me, "agreement-signed", "signature", signature).await?;
            }
            tx.commit().await?;
            let back = security::own_path(&then.then);
            return page::see_and_say(me.lang, back, "said-agreement-signed");
        }
        Err(problems) => problems,
    };
    let page = SigningPage::load(&mut tx, &me, (agreement, &then.then), (form, problems)).await?;
    page::correct(&page)
}
