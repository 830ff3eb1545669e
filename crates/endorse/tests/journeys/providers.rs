//! Signing in by a provider of identities: what counts of its word, and what does not. The provider is
//! played here, so that it can lie.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use endorse::clock::Clock;
use endorse::installation::Installation;
use endorse::settings::{Provider, SecondFactor, Settings, SignIn};
use endorse::story::{Answer, Browser};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpListener;

use crate::house::{House, PASSWORD, read};
use crate::journey;
use crate::races::{ROUNDS, at_once, number};
use crate::second_factor::Device;

const CLIENT: &str = "endorse";
const SECRET: &str = "a secret that both know";

/// A provider, which says whatever it is told to say.
#[derive(Clone)]
struct Friend {
    address: String,
    key: Arc<EcdsaKeyPair>,
    /// What it calls itself, if not by its address.
    called: Option<String>,
    /// For each code the challenge that it was asked for with, and what it stands for.
    codes: Arc<Mutex<HashMap<String, (String, String)>>>,
}

/// Somebody's way to the provider.
struct Way {
    asked: HashMap<String, String>,
}

fn key() -> EcdsaKeyPair {
    let (kind, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
    let bytes = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(kind, bytes.as_ref(), &random).unwrap()
}

fn text(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Friend {
    async fn open() -> Self {
        Self::called(None).await
    }

    async fn called(called: Option<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let friend = Self { address, key: Arc::new(key()), called, codes: Arc::default() };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(about))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(friend.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        friend
    }

    /// The same house, with this provider.
    async fn house(&self, house: &House, second_factor: &[&str]) -> Installation {
        let secret = house.folder.path().join("secret");
        std::fs::write(&secret, SECRET).unwrap();
        let provider = Provider {
            id: "friend".to_owned(),
            name: "Friend".to_owned(),
            issuer: self.address.clone(),
            client_id: CLIENT.to_owned(),
            client_secret_file: Some(secret),
            second_factor: second_factor.iter().map(|it| (*it).to_owned()).collect(),
        };
        let settings = Settings {
            sign_in: SignIn { providers: vec![provider] },
            second_factor: SecondFactor::Required,
            ..(*house.app.settings).clone()
        };
        Installation::open(settings, Clock::dial(&house.dial)).await.unwrap()
    }

    /// What an honest provider says of somebody to whom it has just spoken.
    fn honest(&self, way: &Way, subject: &str) -> Value {
        let now = Clock::wall().now().as_second();
        json!({
            "iss": self.address, "aud": CLIENT, "sub": subject, "iat": now, "exp": now + 300,
            "nonce": way.asked["nonce"], "name": "Pat Sample",
            "email": format!("{subject}@example.org"), "email_verified": true,
        })
    }

    fn signed(&self, claims: &Value) -> String {
        signed(&self.key, claims)
    }

    /// A code that stands for an identity.
    fn code(&self, way: &Way, identity: String) -> String {
        let code = format!("code {}", rand::random::<u64>());
        let challenge = way.asked["code_challenge"].clone();
        self.codes.lock().unwrap().insert(code.clone(), (challenge, identity));
        code
    }

    /// Somebody goes there and comes back as somebody, whom the provider knows.
    async fn brings(&self, browser: &mut Browser, subject: &str) -> Answer {
        let way = leaves(browser).await;
        let code = self.code(&way, self.signed(&self.honest(&way, subject)));
        comes_back(browser, &code, &way.asked["state"]).await
    }
}

fn signed(key: &EcdsaKeyPair, claims: &Value) -> String {
    let head = json!({ "alg": "ES256", "kid": "one", "typ": "JWT" });
    let text_of = format!("{}.{}", text(head.to_string()), text(claims.to_string()));
    let signature = key.sign(&SystemRandom::new(), text_of.as_bytes()).unwrap();
    format!("{text_of}.{}", text(signature.as_ref()))
}

async fn about(State(it): State<Friend>) -> Json<Value> {
    let at = |path: &str| format!("{}{path}", it.address);
    Json(json!({
        "issuer": it.called.as_ref().unwrap_or(&it.address), "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"), "jwks_uri": at("/keys"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
    }))
}

async fn keys(State(it): State<Friend>) -> Json<Value> {
    let point = it.key.public_key().as_ref().to_vec();
    let (x, y) = (text(&point[1..33]), text(&point[33..]));
    let key = json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": "one", "x": x, "y": y });
    Json(json!({ "keys": [key] }))
}

async fn token(State(it): State<Friend>, Form(asked): Form<HashMap<String, String>>) -> Response {
    // Good as often as it is shown: that it counts once is for us to see to.
    let known = it.codes.lock().unwrap().get(&asked["code"]).cloned();
    let made = text(Sha256::digest(&asked["code_verifier"]));
    match known.filter(|(challenge, _)| *challenge == made) {
        Some((_, identity)) => Json(json!({
            "access_token": "for nothing", "token_type": "Bearer", "id_token": identity,
        }))
        .into_response(),
        None => {
            (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response()
        }
    }
}

/// Somebody leaves for the provider: what their browser is told to ask there.
async fn leaves(browser: &mut Browser) -> Way {
    let on = browser.post("/sign-in/with/friend", &[("then", "/locker")]).await.unwrap();
    way(&on)
}

fn way(on: &Answer) -> Way {
    assert_eq!(on.status, 200, "{}", read(on));
    let way = on.headers["refresh"].to_str().unwrap().split_once("url=").unwrap().1.to_owned();
    let query = way.split_once('?').unwrap().1;
    let pairs = query.split('&').filter_map(|it| it.split_once('='));
    Way { asked: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect() }
}

async fn comes_back(browser: &mut Browser, code: &str, state: &str) -> Answer {
    browser.post("/sign-in/with/friend/back", &[("code", code), ("state", state)]).await.unwrap()
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/inbox").await.unwrap().status == 200
}

journey! {
    /// Whom the provider knows gets an account with the address that it has confirmed, and is known again
    /// by the name that the provider has for them, not by the address.
    async fn a_newcomer_comes_by_a_provider(house: House) {
        let friend = Friend::open().await;
        let app = friend.house(&house, &[]).await.first().clone();
        let mut pat = Browser::new(&app);
        let way = leaves(&mut pat).await;
        for (name, value) in [("response_type", "code"), ("client_id", CLIENT), ("code_challenge_method", "S256")] {
            assert_eq!(way.asked[name], value);
        }
        assert_eq!(way.asked["redirect_uri"], "http%3A%2F%2F127.0.0.1%3A8080%2Fsign-in%2Fwith%2Ffriend%2Fback");
        assert!(!way.asked.contains_key("prompt"));
        let path = format!("/sign-in/with/friend/back?code=x&state={}", way.asked["state"]);
        pat.get(&path).await.unwrap();
        let page = read(&pat.get(&path).await.unwrap());
        assert!(page.contains("Back from Friend"), "looking changes nothing: {page}");
        let code = friend.code(&way, friend.signed(&friend.honest(&way, "pat")));
        let on = comes_back(&mut pat, &code, &way.asked["state"]).await;
        assert_eq!(on.location().as_deref(), Some("/locker"), "{}", read(&on));
        let account = read(&pat.get("/account").await.unwrap());
        assert!(account.contains("Pat Sample") && account.contains("pat@example.org\nConfirmed"), "{account}");
        let again = comes_back(&mut pat, &code, &way.asked["state"]).await;
        assert_eq!(again.status, 422, "once");

        let mut later = Browser::new(&app);
        let way = leaves(&mut later).await;
        let mut moved = friend.honest(&way, "pat");
        moved["email"] = json!("pat@elsewhere.example");
        let code = friend.code(&way, friend.signed(&moved));
        comes_back(&mut later, &code, &way.asked["state"]).await;
        assert!(read(&later.get("/account").await.unwrap()).contains("pat@example.org"));
        assert!(house.visitor().sign_in("pat@example.org", "").await.is_err(), "there is no password");
        app.db.close().await;
    }
}

journey! {
    /// Nothing counts but what this provider signed, for us, for this browser, now and once.
    async fn only_what_the_provider_signed_for_us_counts(house: House) {
        let friend = Friend::open().await;
        let app = friend.house(&house, &[]).await.first().clone();
        let mut thief = Browser::new(&app);
        for (name, wrong) in [
            ("iss", json!("https://issuer.example")),
            ("aud", json!("somebody else")),
            ("nonce", json!("another")),
            ("nonce", Value::Null),
            ("exp", json!(Clock::wall().now().as_second() - 60)),
        ] {
            let way = leaves(&mut thief).await;
            let mut claims = friend.honest(&way, "pat");
            claims[name] = wrong;
            let code = friend.code(&way, friend.signed(&claims));
            let back = comes_back(&mut thief, &code, &way.asked["state"]).await;
            assert_eq!(back.status, 422, "{name}");
            assert!(read(&back).contains("did not say who you are"), "{}", read(&back));
        }
        for what in ["another key", "no signature", "the shared secret", "nothing", "its own key"] {
            let way = leaves(&mut thief).await;
            let claims = friend.honest(&way, "pat");
            let body = text(claims.to_string());
            let identity = match what {
                "another key" => signed(&key(), &claims),
                "no signature" => format!("{}.{body}.", text("{\"alg\":\"none\"}")),
                "the shared secret" => {
                    let shared = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
                    let whole = format!("{}.{body}", text("{\"alg\":\"HS256\"}"));
                    let tag = hmac::sign(&shared, whole.as_bytes());
                    format!("{whole}.{}", text(tag))
                }
                "nothing" => String::new(),
                _ => friend.signed(&claims),
            };
            let code = friend.code(&way, identity);
            let back = comes_back(&mut thief.clone(), &code, &way.asked["state"]).await;
            assert_eq!(back.status == 303, what == "its own key", "{what}");
        }

        let (mut ana, honest) = (Browser::new(&app), |way: &Way| friend.signed(&friend.honest(way, "pat")));
        let way = leaves(&mut ana).await;
        let code = friend.code(&way, honest(&way));
        assert_eq!(comes_back(&mut ana, &code, "made up").await.status, 422, "another state");
        assert_eq!(comes_back(&mut thief, &code, &way.asked["state"]).await.status, 422, "another browser");
        let thiefs = leaves(&mut thief).await;
        let stolen = comes_back(&mut thief, &code, &thiefs.asked["state"]).await;
        assert_eq!(stolen.status, 422, "a code of another's");
        let way = leaves(&mut ana).await;
        let code = friend.code(&way, honest(&way));
        house.it_is("2026-03-02T15:15:00Z");
        assert_eq!(comes_back(&mut ana, &code, &way.asked["state"]).await.status, 422, "too late");
        assert!(!is_in(&mut thief).await && !is_in(&mut ana).await);
        assert_eq!(thief.post("/sign-in/with/nobody", &[]).await.unwrap().status, 404);
        app.db.close().await;
    }
}

journey! {
    /// An address that is known here is not taken over: its owner signs in to the account, and then says
    /// whether the two belong together. An address that the provider has not confirmed is none.
    async fn a_known_address_is_not_taken_over(house: House) {
        let friend = Friend::open().await;
        let app = friend.house(&house, &[]).await.first().clone();
        house.applicant("Pat").await;
        let mut thief = Browser::new(&app);
        let back = friend.brings(&mut thief, "pat").await;
        assert_eq!(back.location().as_deref(), Some("/sign-in?then=/account/identities/waiting&said=said-provider-known"));
        assert!(!is_in(&mut thief).await);
        assert_eq!(thief.get("/account/identities/waiting").await.unwrap().status, 303);
        assert_eq!(friend.brings(&mut thief, "PAT").await.status, 303, "by whatever spelling");
        assert!(!is_in(&mut thief).await);

        let mut pat = Browser::new(&app);
        friend.brings(&mut pat, "pat").await;
        pat.sign_in("pat@example.org", PASSWORD).await.unwrap();
        let page = read(&pat.get("/account/identities/waiting").await.unwrap());
        assert!(page.contains("Friend knows you as pat@example.org; here you are pat@example.org."), "{page}");
        pat.did("/account/identities/waiting", &[]).await.unwrap();
        assert!(house.letter_to("pat@").await.body.contains("signs you in here"));
        assert_eq!(pat.post("/account/identities/waiting", &[]).await.unwrap().location().as_deref(), Some("/account"));

        let mut later = Browser::new(&app);
        assert_eq!(friend.brings(&mut later, "pat").await.location().as_deref(), Some("/locker"));
        let mut eve = Browser::new(&app);
        eve.register("Eve", "eve@example.org", PASSWORD).await.unwrap();
        let on = eve.post("/account/identities/link/friend", &[]).await.unwrap();
        let way = way(&on);
        assert_eq!(way.asked["prompt"], "login", "who is signed in shows it there, too");
        let code = friend.code(&way, friend.signed(&friend.honest(&way, "pat")));
        let taken = comes_back(&mut eve, &code, &way.asked["state"]).await;
        assert!(taken.location().unwrap().contains("said-identity-taken"), "{:?}", taken.location());
        assert!(read(&eve.get("/account").await.unwrap()).contains("eve@example.org"));

        let mut unconfirmed = Browser::new(&app);
        let way = leaves(&mut unconfirmed).await;
        let mut claims = friend.honest(&way, "new");
        claims["email_verified"] = json!(false);
        let code = friend.code(&way, friend.signed(&claims));
        let back = comes_back(&mut unconfirmed, &code, &way.asked["state"]).await;
        assert!(back.status == 422 && read(&back).contains("has confirmed"), "{}", read(&back));
        app.db.close().await;
    }
}

journey! {
    /// A provider's word counts for a password; for a second factor, too, only in words that the operator
    /// trusts. Who has no password shows once more who they are by coming in anew.
    async fn a_providers_word_is_one_factor(house: House) {
        let friend = Friend::open().await;
        let one = friend.house(&house, &[]).await.first().clone();
        let two = friend.house(&house, &["otp"]).await.first().clone();
        let mut pat = Browser::new(&one);
        friend.brings(&mut pat, "pat").await;
        house.app.grant("pat@example.org", "coordinator").await.unwrap();
        assert!(pat.get("/desk").await.unwrap().location().unwrap().starts_with("/account/second-factor"));
        for (app, amr, opens) in [(&one, "otp", false), (&two, "pwd", false), (&two, "otp", true)] {
            let mut pat = Browser::new(app);
            let way = leaves(&mut pat).await;
            let mut claims = friend.honest(&way, "pat");
            claims["amr"] = json!([amr]);
            let code = friend.code(&way, friend.signed(&claims));
            comes_back(&mut pat, &code, &way.asked["state"]).await;
            assert_eq!(pat.get("/desk").await.unwrap().status == 200, opens, "{amr}");
        }

        let device = Device::set_up(&house, &mut pat).await;
        let mut back = Browser::new(&one);
        let half = friend.brings(&mut back, "pat").await;
        assert_eq!(half.location().as_deref(), Some("/sign-in/code?then=/locker"));
        assert!(!is_in(&mut back).await && device.code(&house).len() == 6);

        house.it_is("2026-03-02T15:20:00Z");
        assert_eq!(pat.post("/account/email", &[("email", "a@example.org")]).await.unwrap().status, 422);
        let asked = read(&pat.get("/sign-in/again").await.unwrap());
        assert!(!asked.contains("Password\n") && asked.contains("Code"), "{asked}");
        let nothing = read(&pat.post("/sign-in/again", &[("proof-code", "")]).await.unwrap());
        assert!(nothing.contains("Sign in anew in another window"), "{nothing}");
        let guessed = read(&pat.post("/sign-in/again", &[("proof-password", PASSWORD)]).await.unwrap());
        assert!(guessed.contains("not your present password"), "{guessed}");
        let typed = [("email", "a@example.org"), ("proof-code", &*device.code(&house))];
        pat.did("/account/email", &typed).await.unwrap();
        one.db.close().await;
        two.db.close().await;
    }
}

journey! {
    /// A provider that cannot be asked leaves the door as it is; one whose settings are wrong stops the start.
    async fn a_provider_that_is_not_there_leaves_the_door(house: House) {
        let mut friend = Friend::open().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        friend.address = format!("http://{}", listener.local_addr().unwrap());
        drop(listener);
        let app = friend.house(&house, &[]).await.first().clone();
        let away = Browser::new(&app).post("/sign-in/with/friend", &[("then", "/locker")]).await.unwrap();
        assert_eq!(away.status, 422);
        assert!(read(&away).contains("could not be asked") && away.html().contains("value=\"/locker\""));
        let liar = Friend::called(Some("https://issuer.example".to_owned())).await;
        let other = liar.house(&house, &[]).await.first().clone();
        let away = Browser::new(&other).post("/sign-in/with/friend", &[]).await.unwrap();
        assert_eq!(away.status, 422, "one that calls itself somebody else");
        other.db.close().await;
        app.db.close().await;

        for (issuer, id, why) in [("http://issuer.example", "a", "needs https"), ("https://issuer.example", "A b", "lower-case")] {
            let mut settings = (*app.settings).clone();
            settings.sign_in.providers[0].issuer = issuer.to_owned();
            settings.sign_in.providers[0].id = id.to_owned();
            let refused = Installation::open(settings, Clock::dial(&house.dial)).await.unwrap_err();
            assert!(format!("{refused:#}").contains(why), "{refused:#}");
        }
    }
}

journey! {
    /// Whoever comes back from a provider begins one session, by however many times the same answer comes
    /// at the same moment.
    async fn one_way_back_begins_one_session(house: House) {
        let friend = Friend::open().await;
        let app = friend.house(&house, &[]).await.first().clone();
        friend.brings(&mut Browser::new(&app), "pat").await;
        for round in 1..=ROUNDS {
            let mut pat = Browser::new(&app);
            let way = leaves(&mut pat).await;
            let code = friend.code(&way, friend.signed(&friend.honest(&way, "pat")));
            let typed = [("code", code.as_str()), ("state", way.asked["state"].as_str())];

            at_once(&pat, "/sign-in/with/friend/back", &typed).await;

            let begun = number(&house, "select count(*) from sessions where begun_by = 'provider'").await;
            assert_eq!(begun, 1 + i64::try_from(round).unwrap());
        }
    }
}
