//! People who come in by the front door: the demo is told with them, and so are the tests.

use anyhow::Context as _;
use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use tower::ServiceExt as _;

use crate::app::{App, Service};
use crate::security::query_value;

/// Somebody with a browser: keeps cookies, sends forms, never sees the inside.
#[derive(Clone, Debug)]
pub struct Browser {
    service: Service,
    cookies: Vec<(String, String)>,
    accept: Option<&'static str>,
    /// What was last typed to come in.
    password: Option<String>,
    /// How they came to the page that they ask for, as browsers say it.
    site: &'static str,
    /// The language of the pages.
    pub spanish: bool,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes.
    pub body: Bytes,
}

impl Answer {
    /// The body as text.
    #[must_use]
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where to go on, if it says so; without the language.
    #[must_use]
    pub fn location(&self) -> Option<String> {
        let to = self.headers.get(LOCATION)?.to_str().ok()?;
        Some(to.strip_prefix("/es").unwrap_or(to).to_owned())
    }

    /// The id in the path that it says to go on to: `/applications/{id}/…`.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn new_id(&self) -> anyhow::Result<uuid::Uuid> {
        let to = self.location().with_context(|| format!("no way on: {}", self.status))?;
        to.split(['/', '?', '#'])
            .find_map(|part| part.parse().ok())
            .with_context(|| format!("no id in {to}"))
    }
}

impl Browser {
    /// A fresh browser.
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self::at(app.service())
    }

    /// A fresh browser, at a service that stands already.
    #[must_use]
    pub fn at(service: Service) -> Self {
        Self {
            service,
            cookies: Vec::new(),
            accept: None,
            password: None,
            site: "same-origin",
            spanish: false,
        }
    }

    /// The same browser, reading Spanish.
    #[must_use]
    pub fn in_spanish(mut self) -> Self {
        self.spanish = true;
        self
    }

    /// The same browser, coming from a bookmark or another site's link.
    #[must_use]
    pub fn from_elsewhere(mut self) -> Self {
        self.site = "none";
        self
    }

    /// What it would send as its cookies.
    #[must_use]
    pub fn cookie(&self) -> String {
        let pairs: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// The same browser, with a cookie that another one got: `name=value`.
    #[must_use]
    pub fn with_cookie(mut self, cookie: &str) -> Self {
        if let Some((name, value)) = cookie.split_once('=') {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// Opens a page.
    ///
    /// # Errors
    ///
    /// When the request cannot be made.
    pub async fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// Asks for an address in a form other than a page: `application/json`.
    ///
    /// # Errors
    ///
    /// When the request cannot be made.
    pub async fn get_as(&mut self, path: &str, kind: &'static str) -> anyhow::Result<Answer> {
        self.accept = Some(kind);
        let answer = self.get(path).await;
        self.accept = None;
        answer
    }

    /// Sends a form.
    ///
    /// # Errors
    ///
    /// When the request cannot be made.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", query_value(value))).collect();
        let kind = "application/x-www-form-urlencoded";
        self.send(Method::POST, path, Some(kind), Body::from(pairs.join("&"))).await
    }

    /// Sends a form that must be accepted. Asked on the way who they are, they show it.
    ///
    /// # Errors
    ///
    /// When it was not; the error has the page that came back.
    pub async fn did(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let mut answer = self.post(path, fields).await?;
        if let Some(password) = self.password.clone()
            && answer.html().contains("name=\"proof-password\"")
        {
            answer = self.post(path, &[fields, &[("proof-password", &password)]].concat()).await?;
        }
        anyhow::ensure!(
            answer.status == StatusCode::SEE_OTHER,
            "POST {path} {fields:?}: {}\n{}",
            answer.status,
            answer.html()
        );
        Ok(answer)
    }

    /// Sends a form with a file in it.
    ///
    /// # Errors
    ///
    /// When the request cannot be made.
    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> anyhow::Result<Answer> {
        const MARK: &str = "a-mark-that-is-in-no-file-7f1c";
        let mut body = Vec::new();
        for (field, value) in fields {
            let head = format!("--{MARK}\r\ncontent-disposition: form-data; name=\"{field}\"");
            body.extend_from_slice(format!("{head}\r\n\r\n{value}\r\n").as_bytes());
        }
        let head = format!(
            "--{MARK}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{MARK}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={MARK}");
        self.send(Method::POST, path, Some(&kind), Body::from(body)).await
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        kind: Option<&str>,
        body: Body,
    ) -> anyhow::Result<Answer> {
        let path = if self.spanish { format!("/es{path}") } else { path.to_owned() };
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1")
            .header("sec-fetch-site", self.site);
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        if let Some(kind) = self.accept {
            request = request.header(ACCEPT, kind);
        }
        if !self.cookies.is_empty() {
            request = request.header(COOKIE, self.cookie());
        }
        let response = self.service.clone().oneshot(request.body(body)?).await?;
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let pair = cookie.to_str()?.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let body = axum::body::to_bytes(body, 64 << 20).await?;
        Ok(Answer { status: parts.status, headers: parts.headers, body })
    }

    /// Registers and is signed in.
    ///
    /// # Errors
    ///
    /// When the account was refused.
    pub async fn register(
        &mut self,
        name: &str,
        email: &str,
        password: &str,
    ) -> anyhow::Result<()> {
        let fields = [("name", name), ("email", email), ("password", password)];
        self.did("/register", &fields).await?;
        self.password = Some(password.to_owned());
        Ok(())
    }

    /// Signs in.
    ///
    /// # Errors
    ///
    /// When address and password do not go together.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> anyhow::Result<()> {
        self.did("/sign-in", &[("email", email), ("password", password)]).await?;
        self.password = Some(password.to_owned());
        Ok(())
    }
}
