//! One installation, several associations: each at its own host name, all on one store.

use std::collections::HashMap;
use std::sync::Arc;
use std::task::{Context, Poll};

use anyhow::Context as _;
use axum::extract::Request;
use axum::http::header::HOST;
use db::Db;

use crate::app::{App, Service};
use crate::clock::Clock;
use crate::jobs;
use crate::settings::{Settings, host_of};

/// Everything that is served from one store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Installation(Arc<[App]>);

impl Installation {
    /// Opens one as its settings say, and brings its store up to date.
    ///
    /// # Errors
    ///
    /// When the data folder, the database or a setting is not usable.
    pub async fn open(settings: Settings, clock: Clock) -> anyhow::Result<Self> {
        let hosted = settings.hosted()?;
        let data = settings.data.clone();
        std::fs::create_dir_all(&data).with_context(|| data.display().to_string())?;
        let db = match &settings.database {
            Some(url) => Db::postgres(url).await.context("the database cannot be opened")?,
            None => Db::sqlite(&data.join("endorse.db")).await.context("the database")?,
        };
        let mut all = hosted.iter();
        let (id, url) = all.next().context("no association is served")?;
        let mut apps = vec![App::first(settings, db, clock, (id, url))?];
        for (id, url) in all {
            apps.push(apps[0].beside(id, url)?);
        }
        for app in &apps {
            app.prepare().await?;
        }
        Ok(Self(apps.into()))
    }

    /// The association that is named first; alone or without an address, it answers at whatever host
    /// name no other has.
    #[must_use]
    pub fn first(&self) -> &App {
        &self.0[0]
    }

    /// An association by its id.
    #[must_use]
    pub fn of(&self, association: &str) -> Option<&App> {
        self.0.iter().find(|it| *it.program.id == *association)
    }

    /// All of them, the first one first.
    #[must_use]
    pub fn all(&self) -> &[App] {
        &self.0
    }

    /// Does every job that is due now.
    ///
    /// # Errors
    ///
    /// When the database refuses.
    pub async fn work(&self) -> anyhow::Result<usize> {
        jobs::work(&self.0).await
    }

    /// What answers requests, each by its host name.
    #[must_use]
    pub fn service(&self) -> Hosts {
        let first = self.first();
        if self.0.len() == 1 {
            return Hosts { named: Arc::default(), otherwise: first.service() };
        }
        let named = self.0.iter().map(|it| (host_of(&it.url), it.service())).collect();
        let otherwise =
            if first.settings.names_all() { first.elsewhere() } else { first.service() };
        Hosts { named: Arc::new(named), otherwise }
    }
}

/// What answers requests, each by its host name.
#[derive(Clone, Debug)]
pub struct Hosts {
    /// The associations by their names; none if there is one alone.
    named: Arc<HashMap<String, Service>>,
    /// Whoever else is asked: an association that nobody gave a name, or what says that nobody has it.
    otherwise: Service,
}

impl tower::Service<Request> for Hosts {
    type Response = <Service as tower::Service<Request>>::Response;
    type Error = <Service as tower::Service<Request>>::Error;
    type Future = <Service as tower::Service<Request>>::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.otherwise.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let named = || request.headers().get(HOST).and_then(|it| it.to_str().ok());
        let host = request.uri().authority().map(|it| it.as_str()).or_else(named);
        let host = host.map(host_of).filter(|_| !self.named.is_empty());
        match host.and_then(|it| self.named.get(&it)) {
            Some(association) => association.clone().call(request),
            None => self.otherwise.call(request),
        }
    }
}
