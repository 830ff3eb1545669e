//! What all kinds of entries share: a form to add one, the same form to correct it.

mod areas;
mod limits;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::{Form, Query};
use db::Tx;
use jiff::civil::Date;
use rules::locker::EntryId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::documents::{self, Document};
use super::drafts::BY_ITSELF;
use super::evidence::{Evidence, Shown};
use super::kind::Kind;
use super::rows::{self, Kept};
use super::{drafts, removal, versions};
use crate::app::App;
use crate::audit;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identity::Applicant;
use crate::page::{self, Frame};
use crate::programs::Program;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

pub(super) use areas::{Domain, domains, read as read_areas};
pub(super) use limits::{hours, in_order, optional, past_or_open, sound};

/// The form of one kind of entry, exactly as it was typed.
pub(super) trait Sheet:
    Default + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// What it becomes.
    type Entry: Serialize + DeserializeOwned + Send + Sync;
    /// Which kind it is.
    const KIND: Kind;

    /// Reads the whole form; whatever it accepts is a valid entry of a locker file.
    fn check(&self, id: EntryId, asked: &Asked) -> Result<Self::Entry, Problems>;
    /// A kept entry, as one would type it.
    fn of(entry: &Self::Entry, lang: Lang) -> Self;
    /// The version that the form was made from, as it was sent.
    fn version(&self) -> &str;
    /// The page with the form in it.
    fn page(around: Around, form: Self, problems: Problems) -> impl Template;
}

/// What reading a form needs to know.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub today: Date,
    pub program: &'static Program,
}

/// Everything around a form.
#[derive(Debug)]
pub(super) struct Around {
    pub frame: Frame,
    pub program: &'static Program,
    pub kind: Kind,
    /// Where the form is sent.
    pub action: String,
    pub title: String,
    /// The entry and its version, if it is there already.
    pub entry: Option<(Uuid, i64)>,
    /// What is kept now, if somebody changed it while this form was open.
    pub meanwhile: Option<Shown>,
    pub documents: Vec<Document>,
    /// Since when what stands in the form is kept as a draft, in words.
    pub draft: Option<String>,
}

impl Around {
    fn new(me: &Applicant, kind: Kind) -> Self {
        Self {
            frame: Frame::room(me),
            program: me.program,
            kind,
            action: kind.href(),
            title: me.lang.say(&format!("locker-add-{}", kind.path())).into_owned(),
            entry: None,
            meanwhile: None,
            documents: Vec::new(),
            draft: None,
        }
    }

    async fn of(tx: &mut Tx, me: &Applicant, kind: Kind, kept: &Kept) -> Result<Self, Error> {
        let id = kept.id.to_string();
        let title = Evidence::read(kind, &kept.body)?.title(me.lang);
        let documents = documents::of_entry(tx, me.id, kept.id).await?;
        Ok(Self {
            action: kind.href_of(&id),
            title,
            entry: Some((kept.id, kept.version)),
            documents,
            ..Self::new(me, kind)
        })
    }
}

impl Around {
    /// The name of the list that the entry is in.
    pub fn crumb(&self) -> String {
        self.frame.lang.say(&format!("locker-kind-{}", self.kind.path())).into_owned()
    }

    /// Where a document is added that belongs to the entry.
    pub fn add_document(&self) -> String {
        let id = self.entry.map(|(id, _)| id.to_string()).unwrap_or_default();
        format!("/documents?entry={id}")
    }

    /// Where what is typed is kept by itself, with whose locker it was typed for.
    pub fn autosave(&self) -> String {
        let whose = self.frame.whose.replace('?', "&");
        format!("{}/draft?{BY_ITSELF}{whose}", self.action)
    }

    /// A page under the entry's own.
    pub fn under(&self, name: &str) -> String {
        format!("{}/{name}", self.action)
    }
}

/// The ways to all entries of a kind.
pub(super) fn routes<S: Sheet>() -> Routes {
    let path = S::KIND.href();
    Routes::new()
        .route(&path, get(super::list::of_kind::<S>).post(add::<S>))
        .route(&format!("{path}/new"), get(ask::<S>))
        .route(&format!("{path}/{{id}}"), get(one::<S>).post(correct::<S>))
        .merge(drafts::routes::<S>())
        .merge(removal::routes::<S>())
        .merge(versions::routes::<S>())
}

fn asked(me: &Applicant) -> Asked {
    Asked { today: me.today(), program: me.program }
}

/// `GET /locker/{kind}/new`: the draft, or filled in with what the query knows already.
async fn ask<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Query(known): Query<S>,
) -> Result<Response, Error> {
    let mut around = Around::new(&me, S::KIND);
    let begun = drafts::begun::<S>(&mut app.db.read().await?, &me, None).await?;
    let form = match begun {
        Some((form, since)) => {
            around.draft = Some(me.lang.moment(since, &me.zone));
            form
        }
        None => known,
    };
    page::show(&S::page(around, form, Problems::default()))
}

/// `POST /locker/{kind}`
async fn add<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Form(form): Form<S>,
) -> Result<Response, Error> {
    let id = Uuid::now_v7();
    let entry = match form.check(id.to_string().into(), &asked(&me)) {
        Ok(entry) => entry,
        Err(problems) => {
            return page::correct(&S::page(Around::new(&me, S::KIND), form, problems));
        }
    };
    let mut tx = app.db.write().await?;
    if rows::is_full(&mut tx, me.id).await? {
        let problems = Problems::one("entry-form", "locker-full");
        return page::correct(&S::page(Around::new(&me, S::KIND), form, problems));
    }
    rows::add(&mut tx, me.id, (S::KIND, id), &body(&entry)?, me.now).await?;
    drafts::forget(&mut tx, &me, S::KIND, None).await?;
    audit::record(&mut tx, &me, "entry-added", "entry", id).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("{}#{id}", S::KIND.href()), "said-entry-added")
}

/// `GET /locker/{kind}/{id}`
async fn one<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let kept = rows::one(&mut tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    let entry: S::Entry = super::read(&kept.body)?;
    let mut around = Around::of(&mut tx, &me, S::KIND, &kept).await?;
    let form = match drafts::begun::<S>(&mut tx, &me, Some(id)).await? {
        Some((form, since)) => {
            // A change made since the draft was begun must still be told.
            around.entry = Some((id, form.version().trim().parse().unwrap_or_default()));
            around.draft = Some(me.lang.moment(since, &me.zone));
            form
        }
        None => S::of(&entry, me.lang),
    };
    page::show(&S::page(around, form, Problems::default()))
}

/// `POST /locker/{kind}/{id}`
async fn correct<S: Sheet>(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
    Form(form): Form<S>,
) -> Result<Response, Error> {
    let mut tx = app.db.write().await?;
    let kept = rows::one(&mut tx, me.id, S::KIND, id).await?.ok_or(Error::NotFound)?;
    let entry = match form.check(id.to_string().into(), &asked(&me)) {
        Ok(entry) => entry,
        Err(problems) => {
            let mut around = Around::of(&mut tx, &me, S::KIND, &kept).await?;
            // Whoever corrects this form must still be told of a change made meanwhile.
            around.entry = Some((id, form.version().trim().parse().unwrap_or_default()));
            return page::correct(&S::page(around, form, problems));
        }
    };
    if form.version().trim() != kept.version.to_string() {
        let mut around = Around::of(&mut tx, &me, S::KIND, &kept).await?;
        around.meanwhile = Some(Evidence::read(S::KIND, &kept.body)?.shown(me.program, me.lang));
        return page::correct(&S::page(around, form, Problems::default()));
    }
    replace(&mut tx, &me, &kept, &body(&entry)?).await?;
    drafts::forget(&mut tx, &me, S::KIND, Some(id)).await?;
    tx.commit().await?;
    page::see_and_say(me.lang, &format!("{}#{id}", S::KIND.href()), "said-entry-corrected")
}

/// Replaces a wording by another and keeps the earlier one.
pub(super) async fn replace(
    tx: &mut Tx,
    me: &Applicant,
    kept: &Kept,
    body: &str,
) -> Result<(), Error> {
    if kept.body == body {
        return Ok(());
    }
    if !rows::correct(tx, kept, body, me.now).await? {
        return Err(Error::Stale);
    }
    rows::keep_earlier(tx, kept, me.id).await?;
    Ok(audit::record(tx, me, "entry-corrected", "entry", kept.id).await?)
}

fn body(entry: &impl Serialize) -> Result<String, Error> {
    Ok(serde_json::to_string(entry).map_err(anyhow::Error::from)?)
}

/// Choices of a select: values, and the words whose keys begin with `prefix`.
pub(super) fn choices<T>(
    lang: Lang,
    prefix: &str,
    names: &[(&'static str, T)],
) -> Vec<(String, String)> {
    let choice = |(name, _): &(&'static str, T)| {
        ((*name).to_owned(), lang.say(&format!("{prefix}{name}")).into_owned())
    };
    names.iter().map(choice).collect()
}

/// The name of a value among choices.
pub(super) fn name_in<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|(_, it)| it == value).map_or("", |(name, _)| name)
}
