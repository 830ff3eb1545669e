//! Ending a role, with a reason; it is over with the next page that the person asks for.

pub(super) mod job;
pub(super) mod letter;
pub(super) mod reviews;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use db::Tx;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

use super::rows::{self, Held};
use super::word;
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::house;
use crate::identity::{Administrator, Fresh, Signed};
use crate::page::{self, Frame};
use crate::reviews::assignments::Assignment;
use crate::routing::{Path, Routes, get};
use crate::typed::{self, Problems};

/// Where an association's roles are listed.
const ROLES: &str = "/desk/roles";
const INVITATIONS: &str = "/desk/roles/invitations";

pub(super) fn routes() -> Routes {
    Routes::new().route("/desk/roles/{role}/end", get(ask).post(end))
}

/// The form, exactly as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct EndForm {
    reason: String,
    sure: String,
}

/// What stands against ending a role: keys of sentences.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Against {
    /// Why it cannot be ended.
    pub(super) keeps: Option<&'static str>,
    /// What has to be meant.
    pub(super) warns: Option<&'static str>,
}

impl EndForm {
    /// The reason, or what stands against it.
    pub(super) fn check(&self, against: Against) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let reason = match against.keeps {
            Some(key) => Err(key),
            None => typed::line(&self.reason, 300),
        };
        let reason = problems.note("reason", reason);
        if against.warns.is_some() && self.sure != "yes" {
            problems.note::<()>("sure", Err("role-last-not-sure"));
        }
        reason.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

/// Asking for the reason; whoever ends a role of the installation sees the same page.
#[derive(Template)]
#[template(path = "roles/ending/page.html")]
pub(super) struct EndPage {
    frame: Frame,
    name: String,
    role: String,
    /// Where the roles are listed.
    back: String,
    against: Against,
    /// How many reviews are taken back with the role.
    reviews: usize,
    /// Which: the file's number and category. Empty for whoever looks after the installation.
    files: Vec<(String, String)>,
    /// Where somebody else can be invited first.
    invite: Option<String>,
    form: EndForm,
    problems: Problems,
}

/// A role that somebody holds now, and what keeps it: it is the last administrator's, and then nobody
/// could give roles any more; or the last coordinator's, and then nobody would have the desk.
async fn held(
    tx: &mut Tx,
    me: &Administrator,
    role: Uuid,
) -> Result<(Held, Option<&'static str>), Error> {
    let held = rows::one(tx, me.association(), role).await?.ok_or(Error::NotFound)?;
    if held.is_over(me.now) {
        return Err(Error::Stale);
    }
    let last = is_last(tx, &held, me.now).await?;
    let keeps = match &*held.role {
        "administrator" => Some("role-is-last"),
        _ => Some("role-is-last-coordinator"),
    };
    Ok((held, keeps.filter(|_| last)))
}

/// Whether nobody else in the association gives roles, or has the desk, as its holder does.
pub(super) async fn is_last(tx: &mut Tx, held: &Held, now: Timestamp) -> Result<bool, Error> {
    let is_needed = matches!(&*held.role, "administrator" | "coordinator");
    let which = (held.role.as_str(), held.id);
    Ok(is_needed && rows::others_with(tx, &held.association_id, which, now).await? == 0)
}

impl EndPage {
    pub(super) fn new(
        me: &Signed,
        (held, against, reviews): (&Held, Against, &[Assignment]),
        back: &str,
        (form, problems): (EndForm, Problems),
    ) -> Self {
        let lang = me.lang;
        // Files stay with their association: the installation reads how many.
        let own = reviews.iter().filter(|_| back == ROLES);
        let category = |id: &str| me.program.category(id).map(|it| it.name.get(lang).to_owned());
        let files = own.map(|it| (it.number.clone(), category(&it.category).unwrap_or_default()));
        let (files, reviews) = (files.collect(), reviews.len());
        let (name, role) = (held.name.clone(), word(&held.role, lang));
        let invite = against.keeps.filter(|_| back == ROLES).map(|_| lang.href(INVITATIONS));
        let back = lang.href(back);
        let frame = Frame::room(me);
        Self { frame, name, role, back, against, reviews, files, invite, form, problems }
    }
}

/// `GET /desk/roles/{role}/end`
async fn ask(
    State(app): State<App>,
    me: Administrator,
    Path(role): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let (held, keeps) = held(&mut tx, &me, role).await?;
    let open = reviews::open(&mut tx, &held).await?;
    let nothing = (EndForm::default(), Problems::default());
    let against = Against { keeps, warns: None };
    page::show(&EndPage::new(&me, (&held, against, &open), ROLES, nothing))
}

/// `POST /desk/roles/{role}/end`
async fn end(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Path(role): Path<Uuid>,
    Form(form): Form<EndForm>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    // Two who end each other's role at the same moment leave one.
    house::in_turn(&mut tx, me.association()).await?;
    let (held, keeps) = held(&mut tx, &me, role).await?;
    let against = Against { keeps, warns: None };
    let reason = match form.check(against) {
        Ok(reason) => reason,
        Err(problems) => {
            let open = reviews::open(&mut tx, &held).await?;
            let page = EndPage::new(&me, (&held, against, &open), ROLES, (form, problems));
            return page::correct(&page);
        }
    };
    if !rows::end(&mut tx, held.id, (me.id, &reason), me.now).await? {
        return Err(Error::Stale);
    }
    audit::record_saying(&mut tx, &me, "role-ended", ("role", held.id), &held.role).await?;
    let taken_back = reviews::taken_back(&mut tx, &me, &held).await?;
    letter::tell(&mut tx, &held, &taken_back, me.now).await?;
    tx.commit().await?;
    if held.person_id == me.id && held.role == "administrator" {
        return page::see_and_say(me.lang, "/home", "said-role-ended");
    }
    page::see_and_say(me.lang, ROLES, "said-role-ended")
}
