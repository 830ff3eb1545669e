//! The conversation with a provider of identities: OpenID Connect, authorization code with PKCE. All that
//! has to come back is made from one secret that the browser alone holds.

use std::collections::HashMap;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use axum::body::Bytes;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl,
    Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    SubjectIdentifier, TokenResponse as _,
};
use sha2::{Digest as _, Sha256};

use crate::settings::{Provider, SignIn, host_of};

/// How long what a provider says of itself is believed.
const KEPT_FOR: Duration = Duration::from_secs(60 * 60);
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long one may be, in bytes.
const MOST: usize = 1 << 20;
/// How identities may be signed: with keys that we cannot sign with.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type BoxFuture = Pin<Box<dyn Future<Output = Result<HttpResponse, NotAsked>> + Send>>;
type Https = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// The providers that the operator named. Cheap to clone.
#[derive(Clone)]
pub struct Providers(Arc<Inner>);

struct Inner {
    all: Vec<(Provider, Option<ClientSecret>)>,
    https: Https,
    known: Mutex<HashMap<String, (Instant, CoreProviderMetadata)>>,
}

impl fmt::Debug for Providers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.all.iter().map(|(it, _)| &it.id)).finish()
    }
}

/// Who somebody is to a provider.
#[derive(Debug)]
pub(super) struct Identity {
    pub subject: String,
    pub name: Option<String>,
    /// The address, if the provider says that it is theirs.
    pub email: Option<String>,
    /// Whether the provider says that it saw a second factor, in the words that the operator trusts.
    pub is_two: bool,
}

/// What goes to a provider and comes back, made from a secret.
fn made(secret: &str, what: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{what} of {secret}")))
}

/// What has to come back as `state`.
pub(super) fn state(secret: &str) -> String {
    made(secret, "state")
}

impl Providers {
    /// Reads their secrets; asks nobody yet.
    ///
    /// # Errors
    ///
    /// When a name cannot stand in an address or is there twice, when an issuer is not reached by HTTPS,
    /// or when a secret cannot be read.
    pub fn open(settings: &SignIn) -> anyhow::Result<Self> {
        let mut all: Vec<(Provider, Option<ClientSecret>)> = Vec::new();
        for it in &settings.providers {
            let named = || format!("sign_in.providers: {}", it.id);
            let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
            anyhow::ensure!(
                !it.id.is_empty() && it.id.bytes().all(plain),
                "{}: lower-case letters, digits and hyphens only",
                named()
            );
            anyhow::ensure!(all.iter().all(|(other, _)| other.id != it.id), "{}: twice", named());
            anyhow::ensure!(is_safe(&it.issuer), "{}: the issuer needs https", named());
            let secret = match &it.client_secret_file {
                None => None,
                Some(file) => {
                    let text = std::fs::read_to_string(file)
                        .with_context(|| format!("{}: {}", named(), file.display()))?;
                    Some(ClientSecret::new(text.trim().to_owned()))
                }
            };
            all.push((it.clone(), secret));
        }
        let tls = rustls::crypto::ring::default_provider();
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(tls)?
            .https_or_http()
            .enable_http1()
            .build();
        let https = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self(Arc::new(Inner { all, https, known: Mutex::default() })))
    }

    /// One by the name that it has in addresses.
    pub(super) fn of(&self, id: &str) -> Option<&Provider> {
        self.0.all.iter().find(|(it, _)| it.id == id).map(|(it, _)| it)
    }

    /// All of them, in the operator's order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Provider> {
        self.0.all.iter().map(|(it, _)| it)
    }

    /// Where a browser goes to say who it is.
    ///
    /// # Errors
    ///
    /// When the provider cannot be reached or does not say what it should.
    pub(super) async fn way(
        &self,
        provider: &Provider,
        (secret, back): (&str, &str),
        is_again: bool,
    ) -> anyhow::Result<String> {
        let metadata = self.metadata(provider, false).await?;
        let client = CoreClient::from_provider_metadata(
            metadata,
            ClientId::new(provider.client_id.clone()),
            None,
        )
        .set_redirect_uri(RedirectUrl::new(back.to_owned())?);
        let verifier = PkceCodeVerifier::new(made(secret, "verifier"));
        let (state, nonce) = (state(secret), made(secret, "nonce"));
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        if is_again {
            request = request.add_prompt(CoreAuthPrompt::Login);
        }
        Ok(request.url().0.to_string())
    }

    /// Who it is that came back with a code.
    ///
    /// # Errors
    ///
    /// When the provider cannot be reached, does not know the code, or what it signed is not right.
    pub(super) async fn who(
        &self,
        provider: &Provider,
        (secret, back): (&str, &str),
        code: String,
    ) -> anyhow::Result<Identity> {
        let metadata = self.metadata(provider, false).await?;
        let client_secret = self.0.all.iter().find(|(it, _)| it.id == provider.id);
        let client_secret = client_secret.and_then(|(_, it)| it.clone());
        let id = ClientId::new(provider.client_id.clone());
        let client =
            CoreClient::from_provider_metadata(metadata, id.clone(), client_secret.clone())
                .set_redirect_uri(RedirectUrl::new(back.to_owned())?);
        let ask = self.asking();
        let answer = client
            .exchange_code(AuthorizationCode::new(code))?
            .set_pkce_verifier(PkceCodeVerifier::new(made(secret, "verifier")))
            .request_async(&ask)
            .await
            .context("the code")?;
        let token = answer.id_token().context("no identity came")?;
        let nonce = Nonce::new(made(secret, "nonce"));
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY);
        let mut who = match token.claims(&verifier, &nonce) {
            Ok(claims) => identity(provider, claims),
            // It may sign with a new key since we asked for its keys.
            Err(_) => {
                let metadata = self.metadata(provider, true).await?;
                let client = CoreClient::from_provider_metadata(metadata, id, client_secret);
                let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY);
                identity(provider, token.claims(&verifier, &nonce).context("the identity")?)
            }
        };
        if who.email.is_none() && client.user_info_url().is_some() {
            // Some say only on a second question what they know about somebody.
            let subject = SubjectIdentifier::new(who.subject.clone());
            let request = client.user_info(answer.access_token().clone(), Some(subject))?;
            let more: CoreUserInfoClaims = request.request_async(&ask).await.context("more")?;
            let is_theirs = more.email_verified() == Some(true);
            who.email = more.email().filter(|_| is_theirs).map(|it| it.to_string());
            let name = more.name().and_then(|it| it.get(None)).map(|it| it.to_string());
            who.name = who.name.or(name);
        }
        Ok(who)
    }

    /// What asks, in the shape that the library takes.
    fn asking(&self) -> impl Fn(HttpRequest) -> BoxFuture + Send + Sync + use<> {
        let inner = self.0.clone();
        move |request| {
            let inner = inner.clone();
            Box::pin(async move { inner.ask(request).await })
        }
    }

    /// What a provider says of itself, its keys among it.
    async fn metadata(
        &self,
        provider: &Provider,
        is_anew: bool,
    ) -> anyhow::Result<CoreProviderMetadata> {
        let known = {
            let known = self.0.known.lock().unwrap_or_else(PoisonError::into_inner);
            known.get(&provider.id).filter(|it| it.0.elapsed() < KEPT_FOR).cloned()
        };
        if let Some((_, metadata)) = known.filter(|_| !is_anew) {
            return Ok(metadata);
        }
        let issuer = IssuerUrl::new(provider.issuer.clone())?;
        let ask = self.asking();
        let found = CoreProviderMetadata::discover_async(issuer, &ask);
        let found = found.await.context("what the provider says of itself")?;
        let mut known = self.0.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(provider.id.clone(), (Instant::now(), found.clone()));
        Ok(found)
    }
}

/// Whether an address is reached by HTTPS, or is on the same machine.
fn is_safe(address: &str) -> bool {
    let is_here = ["localhost", "127.0.0.1"].contains(&&*host_of(address));
    address.starts_with("https://") || address.starts_with("http://") && is_here
}

fn identity(provider: &Provider, claims: &CoreIdTokenClaims) -> Identity {
    let methods = claims.auth_method_refs().into_iter().flatten().map(|it| it.as_str());
    let context = claims.auth_context_ref().map(|it| it.as_str());
    let is_two =
        methods.chain(context).any(|it| provider.second_factor.iter().any(|two| two == it));
    let is_theirs = claims.email_verified() == Some(true);
    let name = claims.name().and_then(|it| it.get(None)).map(|it| it.to_string());
    Identity {
        subject: claims.subject().to_string(),
        name,
        email: claims.email().filter(|_| is_theirs).map(|it| it.to_string()),
        is_two,
    }
}

/// Why a provider could not be asked.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
pub(super) struct NotAsked(anyhow::Error);

impl Inner {
    /// Asks once; it follows no redirection.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NotAsked> {
        let asked = async {
            let address = request.uri().to_string();
            anyhow::ensure!(is_safe(&address), "{address}: not by https");
            let answer = self.https.request(request.map(|it| Full::new(Bytes::from(it)))).await?;
            let (parts, body) = answer.into_parts();
            let read = Limited::new(body, MOST).collect().await;
            let body = read.map_err(|it| anyhow::anyhow!("{it}"))?.to_bytes();
            Ok(HttpResponse::from_parts(parts, body.to_vec()))
        };
        let in_time = tokio::time::timeout(PATIENCE, asked).await;
        in_time.map_err(anyhow::Error::from).and_then(|it| it).map_err(NotAsked)
    }
}
