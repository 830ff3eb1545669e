//! The state of a running app, and the only list of features.

use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use anyhow::Context as _;
use axum::Router;
use axum::extract::Request;
use axum::http::Uri;
use axum::middleware::{from_fn, from_fn_with_state};
use db::Db;
use jiff::tz::TimeZone;
use tower::util::MapRequest;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;

use crate::audit::{self, Act};
use crate::clock::Clock;
use crate::endorsements::{Awarding, Issuer};
use crate::files::Files;
use crate::health::Readiness;
use crate::house::{self, House, Languages};
use crate::i18n::Lang;
use crate::installation::Installation;
use crate::jobs::Kinds;
use crate::mail::Mail;
use crate::metrics::Metrics;
use crate::people::Providers;
use crate::programs::{Program, Programs};
use crate::registry::Leads;
use crate::routing::{Route, Routes};
use crate::security::{Limits, Passwords, Places, Seal};
use crate::settings::Settings;
use crate::{
    advising, agreements, applications, assessments, associations, comparisons, consents, desk,
    endorsements, exams, inbox, jobs, locker, page, payments, people, privacy, references,
    registry, renewals, reviews, roles, security, simulation, trail,
};

/// Everything a handler or a job of one association needs. A clone is one more hold on the same.
#[derive(Clone, Debug)]
pub struct App(Arc<Parts>);

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What an app is made of; what belongs to the whole installation is shared by all associations.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Outgoing mail.
    pub mail: Mail,
    /// Documents on disk.
    pub files: Files,
    /// What the operator set.
    pub settings: Arc<Settings>,
    /// How people reach the association, without a slash at the end.
    pub url: String,
    /// What the association asks.
    pub program: &'static Program,
    /// What the association has set for itself, on top of that.
    pub house: House,
    /// What answers to frequent words begin with in the registry.
    pub leads: Leads,
    /// Where the association's days begin and end.
    pub zone: TimeZone,
    /// Hashing of passwords.
    pub passwords: Passwords,
    /// Providers of identities.
    pub providers: Providers,
    /// Secrets of second factors, at rest.
    pub seal: Arc<Seal>,
    /// How often strangers may try.
    pub limits: Limits,
    /// How much of what takes much is done at once.
    pub places: Places,
    /// Who signs badges and the list of revocations.
    pub issuer: Arc<Issuer>,
    /// What is counted.
    pub metrics: Metrics,
    /// When it was last seen that something can be written.
    pub readiness: Readiness,
    /// The kinds of jobs.
    pub kinds: Kinds,
}

/// The programs in this binary.
///
/// # Errors
///
/// When one of them is not sound; a test sees to it that none is.
pub fn programs() -> anyhow::Result<&'static Programs> {
    static PROGRAMS: OnceLock<Programs> = OnceLock::new();
    if let Some(programs) = PROGRAMS.get() {
        return Ok(programs);
    }
    let read = Programs::embedded()?;
    Ok(PROGRAMS.get_or_init(|| read))
}

type Whose = (&'static Program, TimeZone, Arc<Issuer>);

/// What is an association's own: its program, its time, its key.
fn whose(data: &Path, id: &str, url: &str) -> anyhow::Result<Whose> {
    let program = programs()?.of(id).with_context(|| format!("no program called {id}"))?;
    let zone = TimeZone::get(&program.association.time_zone)?;
    let did = crate::settings::did(url);
    let issuer = Issuer::open(&data.join("keys"), &program.id, did, url.to_owned())?;
    Ok((program, zone, Arc::new(issuer)))
}

impl App {
    /// Opens an installation as its settings say, brings its store up to date, and takes the first
    /// association of it.
    ///
    /// # Errors
    ///
    /// When the data folder, the database or a setting is not usable.
    pub async fn open(settings: Settings, clock: Clock) -> anyhow::Result<Self> {
        Ok(Installation::open(settings, clock).await?.first().clone())
    }

    /// The first association of an installation.
    pub(crate) fn first(
        settings: Settings,
        db: Db,
        clock: Clock,
        (id, url): (&str, &str),
    ) -> anyhow::Result<Self> {
        let data = settings.data.clone();
        let (program, zone, issuer) = whose(&data, id, url)?;
        let parts = Parts {
            issuer,
            url: url.to_owned(),
            mail: Mail::open(&settings)?,
            files: Files::open(&data.join("files"))?,
            program,
            house: House::default(),
            leads: Leads::default(),
            zone,
            passwords: Passwords::open(&settings.passwords)?,
            providers: Providers::open(&settings.sign_in)?,
            seal: Arc::new(Seal::open(&data.join("keys"))?),
            limits: Limits::new(settings.limits),
            places: Places::default(),
            metrics: Metrics::default(),
            readiness: Readiness::default(),
            kinds: Kinds::default()
                .with::<inbox::SendCopy>()
                .with::<references::RemindRater>()
                .with::<roles::RoleIsOver>()
                .with::<people::SendReset>()
                .with::<people::SendLink>()
                .with::<people::SendAddressLink>()
                .with::<locker::SweepFiles>()
                .with::<renewals::Lapse>()
                .with::<privacy::Gather>()
                .with::<privacy::Expire>()
                .with::<privacy::Erase>()
                .with::<privacy::ThrowAway>()
                .with::<privacy::KeepTerms>(),
            settings: Arc::new(settings),
            db,
            clock,
        };
        Ok(Self(Arc::new(parts)))
    }

    /// Another association of the same installation.
    pub(crate) fn beside(&self, id: &str, url: &str) -> anyhow::Result<Self> {
        let (program, zone, issuer) = whose(&self.settings.data, id, url)?;
        let (house, leads) = (House::default(), Leads::default());
        let (url, shared) = (url.to_owned(), (*self.0).clone());
        let parts = Parts { issuer, url, program, house, leads, zone, ..shared };
        Ok(Self(Arc::new(parts)))
    }

    /// Sees to what has to be there once somebody comes in.
    pub(crate) async fn prepare(&self) -> anyhow::Result<()> {
        let (mut tx, now) = (self.db.write().await?, self.clock.now());
        people::keep_association(&mut tx, &self.program.id, now).await?;
        audit::chain_older(&mut tx, now).await?;
        renewals::keep_the_calendar(&mut tx, self, now).await?;
        locker::keep_sweeping(&mut tx, self, now).await?;
        privacy::keep_the_terms(&mut tx, self, now).await?;
        tx.commit().await?;
        self.house.read(&self.db, &self.program.id, now).await?;
        Ok(())
    }

    /// Does every job of the association that is due now.
    ///
    /// # Errors
    ///
    /// When the database refuses.
    pub async fn work(&self) -> anyhow::Result<usize> {
        jobs::work(std::slice::from_ref(self)).await
    }

    /// Gives a role to the person with an address, from now on.
    ///
    /// # Errors
    ///
    /// When nobody has that address or has shown that it is theirs, or the database refuses.
    pub async fn grant(&self, email: &str, role: &str) -> anyhow::Result<()> {
        let mut tx = self.db.write().await?;
        people::id_of(&mut tx, email).await?.context("nobody has that address")?;
        let shown = people::with_confirmed(&mut tx, email).await?.context(
            "nobody has shown yet that this address is theirs: open the link in the letter first",
        )?;
        let id = shown.id;
        let now = self.clock.now();
        people::grant(&mut tx, &self.program.id, id, role, now).await?;
        let who = Act { association: &self.program.id, kind: "system", person: None, at: now };
        audit::record_saying(&mut tx, &who, "role-granted", ("person", id), role).await?;
        Ok(tx.commit().await?)
    }

    /// Forgets the second factor of the person with an address, who has lost both the device and the
    /// codes; says whether there was one.
    ///
    /// # Errors
    ///
    /// When nobody has that address, or the database refuses.
    pub async fn forget_second_factor(&self, email: &str) -> anyhow::Result<bool> {
        let now = self.clock.now();
        let mut tx = self.db.write().await?;
        let id = people::id_of(&mut tx, email).await?.context("nobody has that address")?;
        if !people::forget_second_factor(&mut tx, &self.program.id, id, now).await? {
            return Ok(false);
        }
        let who = Act { association: &self.program.id, kind: "system", person: None, at: now };
        audit::record(&mut tx, &who, "second-factor-forgotten", "person", id).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Erases the account of the person with an address at once, on an operator's word.
    ///
    /// # Errors
    ///
    /// When nobody has that address, a file of theirs must be kept, or the database or a disk refuses.
    pub async fn erase(&self, email: &str, reason: &str) -> anyhow::Result<()> {
        privacy::erase_now(self, email, reason).await
    }

    /// Ends every session of the person with an address, and says how many there were.
    ///
    /// # Errors
    ///
    /// When nobody has that address, or the database refuses.
    pub async fn end_sessions(&self, email: &str) -> anyhow::Result<u64> {
        let now = self.clock.now();
        let mut tx = self.db.write().await?;
        let id = people::id_of(&mut tx, email).await?.context("nobody has that address")?;
        let ended = people::end_sessions(&mut tx, id, now).await?;
        let who = Act { association: &self.program.id, kind: "system", person: None, at: now };
        audit::record(&mut tx, &who, "sessions-ended", "person", id).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// Endorses the person with an address without an application, by the rules of today: for those
    /// whom the association endorsed before it kept its files here.
    ///
    /// # Errors
    ///
    /// When nobody has that address, the category is not offered, or the database refuses.
    pub async fn award(&self, email: &str, category: &str) -> anyhow::Result<uuid::Uuid> {
        let now = self.clock.now();
        let today = now.to_zoned(self.zone.clone()).date();
        let policy = self.program.policy_on(category, today).context("no such category")?;
        let mut tx = self.db.write().await?;
        let person = people::id_of(&mut tx, email).await?.context("nobody has that address")?;
        let who = Act { association: &self.program.id, kind: "system", person: None, at: now };
        let version = &policy.version;
        let what = Awarding { application: None, person, category, policy_version: version };
        let id = endorsements::award(&mut tx, self, &who, &what).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The languages that the association offers, as it was last read.
    #[must_use]
    pub fn languages(&self) -> Languages {
        self.house.last().languages(self.program)
    }

    /// Every route of every feature.
    fn features() -> Routes {
        Routes::new()
            .merge(associations::routes())
            .merge(consents::routes())
            .merge(people::routes())
            .merge(roles::routes())
            .merge(locker::routes())
            .merge(applications::routes())
            .merge(assessments::routes())
            .merge(comparisons::routes())
            .merge(references::routes())
            .merge(agreements::routes())
            .merge(payments::routes())
            .merge(reviews::routes())
            .merge(advising::routes())
            .merge(exams::routes())
            .merge(endorsements::routes())
            .merge(registry::routes())
            .merge(renewals::routes())
            .merge(desk::routes())
            .merge(simulation::routes())
            .merge(inbox::routes())
            .merge(trail::routes())
            .merge(privacy::routes())
    }

    fn everything() -> Routes {
        Self::features().merge(page::assets()).merge(crate::health::routes())
    }

    /// Every address with every method it knows, and who may: what [`App::service`] answers.
    #[must_use]
    pub fn table() -> Vec<Route> {
        Self::everything().table()
    }

    /// The whole service, with everything around it.
    #[must_use]
    pub fn service(&self) -> Service {
        // Put together once, however many associations are served.
        static PAGES: LazyLock<Router<App>> = LazyLock::new(|| App::features().into_router());
        static ALL: LazyLock<Router<App>> = LazyLock::new(|| App::everything().into_router());
        let pages: Router = PAGES.clone().with_state(self.clone());
        let router = ALL
            .clone()
            .method_not_allowed_fallback(move |request: Request| {
                crate::health::see_the_form(pages.clone(), request)
            })
            .fallback(crate::health::nothing_here)
            .layer(from_fn_with_state(self.clone(), people::ask_on_the_same_page))
            .layer(from_fn_with_state(self.clone(), security::own_forms))
            .layer(CsrfLayer::new().with_rejection_response(security::refused))
            .layer(CatchPanicLayer::new())
            .layer(from_fn(security::one_host))
            .layer(from_fn_with_state(self.clone(), crate::health::problem_pages))
            .layer(from_fn_with_state(self.clone(), house::lead))
            .layer(from_fn_with_state(self.clone(), security::protect))
            .layer(from_fn_with_state(self.clone(), crate::requests::log))
            .with_state(self.clone());
        MapRequest::new(router, speak)
    }

    /// What answers at a host name that no association has: how the process is, and nothing else.
    pub(crate) fn elsewhere(&self) -> Service {
        let router = crate::health::routes()
            .into_router()
            .fallback(crate::health::misdirected)
            .layer(from_fn(security::one_host))
            .layer(from_fn_with_state(self.clone(), security::protect))
            .layer(from_fn_with_state(self.clone(), crate::requests::log))
            .with_state(self.clone());
        MapRequest::new(router, speak)
    }
}

/// What answers requests.
pub type Service = MapRequest<Router, fn(Request) -> Request>;

/// Takes the language off the path: `/es/locker` is `/locker`, in Spanish. What is left begins with
/// one slash: with two it would name another site wherever a page links to itself.
fn speak(mut request: Request) -> Request {
    let path = request.uri().path();
    let (lang, rest) = match path.strip_prefix("/es") {
        Some("") => (Lang::Es, "/"),
        Some(rest) if rest.starts_with('/') => (Lang::Es, rest),
        _ => (Lang::En, path),
    };
    let rest = format!("/{}", rest.trim_start_matches(['/', '\\']));
    if rest != path {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        if let Ok(uri) = format!("{rest}{query}").parse::<Uri>() {
            *request.uri_mut() = uri;
        }
    }
    request.extensions_mut().insert(lang);
    request
}
