//! Inviting somebody to a role, by a letter to a mailbox; and taking that back.

pub(super) mod form;
pub(super) mod rows;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::SignedDuration;
use uuid::Uuid;

use self::form::{InvitationForm, Wanted};
use self::rows::NewInvitation;
use super::{ROLES, word};
use crate::app::App;
use crate::audit::{self, Act, Actor as _};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::{Administrator, Fresh, Signed};
use crate::inbox::{self, News};
use crate::page::{self, Frame};
use crate::people;
use crate::programs::Program;
use crate::routing::{Path, Routes, get, post};
use crate::security;
use crate::typed::{self, Problems};

/// How long an invitation can be answered.
const WORKS_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);
/// How many invitations a mailbox gets in an hour, whoever sends them.
const AT_MOST: i64 = 3;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/desk/roles/invitations", get(ask).post(invite))
        .route("/desk/roles/invitations/{invitation}/withdrawal", post(withdraw))
}

#[derive(Template)]
#[template(path = "roles/invitation/page.html")]
struct InvitationPage {
    frame: Frame,
    roles: Vec<(String, String)>,
    languages: Vec<(&'static str, String)>,
    form: InvitationForm,
    problems: Problems,
}

impl InvitationPage {
    fn new(me: &Administrator, form: InvitationForm, problems: Problems) -> Self {
        let lang = me.lang;
        let choice = |it: &str| (it.to_owned(), lang.say(&format!("role-{it}-does")).into_owned());
        let named = |it: Lang| (it.code(), it.say("language-name").into_owned());
        let languages = me.languages().offered().map(named).collect();
        Self { frame: Frame::room(me), roles: ROLES.map(choice).into(), languages, form, problems }
    }
}

/// `GET /desk/roles/invitations`
async fn ask(me: Administrator) -> Result<Response, Error> {
    // Whoever is invited has said nothing yet.
    let lang = me.languages().first().code().to_owned();
    let form = InvitationForm { language: lang, ..InvitationForm::default() };
    page::show(&InvitationPage::new(&me, form, Problems::default()))
}

/// `POST /desk/roles/invitations`
async fn invite(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Form(form): Form<InvitationForm>,
) -> Result<Response, Error> {
    app.limits.mailing(me.address)?;
    let wanted = match form.check(me.today()) {
        Ok(wanted) => Wanted { lang: me.languages().spoken(wanted.lang), ..wanted },
        Err(problems) => return page::correct(&InvitationPage::new(&me, form, problems)),
    };
    let mut tx = app.db.write().await?;
    if !offer(&mut tx, &me, me.program, &wanted).await? {
        let problems = Problems::one("email", "invitation-enough");
        return page::correct(&InvitationPage::new(&me, form, problems));
    }
    tx.commit().await?;
    page::see_and_say(me.lang, "/desk/roles", "said-role-invited")
}

/// Invites somebody to a role of an association, by a letter in its name; false when the mailbox has
/// had enough of them.
pub(super) async fn offer(
    tx: &mut Tx,
    me: &Signed,
    program: &Program,
    wanted: &Wanted,
) -> Result<bool, Error> {
    let mailbox = typed::mailbox(&wanted.email);
    if rows::letters_since(tx, &mailbox, me.now - AN_HOUR).await? >= AT_MOST {
        return Ok(false);
    }
    let (token, lang) = (security::token(), wanted.lang);
    let new = NewInvitation {
        association: &program.id,
        role: wanted.role,
        email: &wanted.email,
        email_key: &typed::email_key(&wanted.email),
        mailbox: &mailbox,
        until: wanted.until,
        token_hash: &security::token_hash(&token),
        by: me.id,
        expires_at: me.now + WORKS_FOR,
    };
    let id = rows::invite(tx, &new, me.now).await?;
    let last = (me.now + WORKS_FOR).to_zoned(me.zone.clone()).date();
    let association = program.association.name.get(lang);
    let values = [
        ("name", me.person.name.as_str().into()),
        ("association", association.into()),
        ("role", word(wanted.role, lang).into()),
        ("day", lang.day(last).into()),
    ];
    // An account finds it among its messages too, if the mailbox is certainly its own.
    let known = people::with_confirmed(tx, &wanted.email).await?;
    let news = News {
        association: &program.id,
        person: known.as_ref().map(|it| it.id),
        to_name: known.as_ref().map_or(&wanted.email, |it| &it.name),
        to_email: &wanted.email,
        lang,
        kind: "role-invitation",
        subject: lang.say1("invitation-subject", "association", association),
        body: lang.with("invitation-body", &values),
        link: None,
        application: None,
    };
    inbox::send_with_secret(tx, &news, Some(&format!("/invitations/{token}")), me.now).await?;
    let who = Act { association: &program.id, ..me.actor() };
    audit::record(tx, &who, "invited", "role-invitation", id).await?;
    Ok(true)
}

/// `POST /desk/roles/invitations/{invitation}/withdrawal`
async fn withdraw(
    State(app): State<App>,
    me: Administrator,
    Path(invitation): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    if !rows::withdraw(&mut tx, me.association(), invitation, me.now).await? {
        return Err(Error::NotFound);
    }
    audit::record(&mut tx, &me, "invitation-withdrawn", "role-invitation", invitation).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, "/desk/roles", "said-role-withdrawn")
}
