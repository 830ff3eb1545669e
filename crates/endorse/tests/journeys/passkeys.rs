//! Passkeys: adding one, coming in with it, and everything that is not one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use endorse::story::{Answer, Browser};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::house::{PASSWORD, read};
use crate::journey;
use crate::races::{ROUNDS, at_once, number};
use crate::second_factor::Device;

const HERE: &str = "http://ct.example.org";
/// Somebody is there, and showed a finger, a face or a number.
const VERIFIED: u8 = 0x05;
/// Somebody is there, whoever it is.
const THERE: u8 = 0x01;

/// A device that holds one key.
struct Key {
    pair: EcdsaKeyPair,
    id: [u8; 16],
    owner: String,
    counter: u32,
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn client_data(kind: &str, question: &Value, origin: &str) -> String {
    json!({
        "type": kind,
        "challenge": question["publicKey"]["challenge"],
        "origin": origin,
        "crossOrigin": false,
    })
    .to_string()
}

async fn asked(browser: &mut Browser, path: &str) -> Value {
    let answer = browser.post(path, &[]).await.unwrap();
    assert_eq!(answer.status, 200, "{path}");
    serde_json::from_slice(&answer.body).unwrap()
}

impl Key {
    /// Makes a key for a question; what the device says of it.
    fn make(question: &Value, origin: &str) -> (Self, String) {
        let random = SystemRandom::new();
        let whole = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, whole.as_ref(), &random)
                .unwrap();
        let owner = question["publicKey"]["user"]["id"].as_str().unwrap().to_owned();
        let key = Self { pair, id: rand::random(), owner, counter: 0 };
        let host = question["publicKey"]["rp"]["id"].as_str().unwrap();
        let mut data = key.data(host, VERIFIED | 0x40);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(key.id);
        // COSE: EC2, ES256, P-256, x, y.
        let point = key.pair.public_key().as_ref();
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        // CBOR: {fmt: "none", attStmt: {}, authData: …}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let said = json!({
            "id": text(&key.id), "rawId": text(&key.id), "type": "public-key", "extensions": {},
            "response": {
                "clientDataJSON": text(client_data("webauthn.create", question, origin).as_bytes()),
                "attestationObject": text(&object),
                "transports": ["internal"],
            },
        });
        (key, said.to_string())
    }

    fn data(&self, host: &str, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(host.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// What the device says to a question.
    fn says(&mut self, question: &Value, origin: &str, flags: u8) -> String {
        self.counter += 1;
        let data = self.data(question["publicKey"]["rpId"].as_str().unwrap(), flags);
        let client = client_data("webauthn.get", question, origin);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(client.as_bytes()));
        let signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "extensions": {},
            "response": {
                "clientDataJSON": text(client.as_bytes()),
                "authenticatorData": text(&data),
                "signature": text(signature.as_ref()),
                "userHandle": self.owner,
            },
        })
        .to_string()
    }

    /// Somebody adds one from the account page.
    async fn add(browser: &mut Browser, name: &str) -> Self {
        let question = asked(browser, "/account/passkeys/question").await;
        let (key, answer) = Self::make(&question, HERE);
        let token = question["token"].as_str().unwrap();
        let typed = [("name", name), ("token", token), ("answer", &answer)];
        browser.did("/account/passkeys", &typed).await.unwrap();
        key
    }

    /// Shows it at the door, or within.
    async fn show(&mut self, browser: &mut Browser, more: &[(&str, &str)]) -> Answer {
        let question = asked(browser, "/sign-in/passkey/question").await;
        let answer = self.says(&question, HERE, VERIFIED);
        sends(browser, &question, &answer, more).await
    }
}

async fn sends(
    browser: &mut Browser,
    question: &Value,
    answer: &str,
    more: &[(&str, &str)],
) -> Answer {
    let mut typed = vec![("token", question["token"].as_str().unwrap()), ("answer", answer)];
    typed.extend(more);
    browser.post("/sign-in/passkey", &typed).await.unwrap()
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/inbox").await.unwrap().status == 200
}

journey! {
    of crate::house::two();
    /// A passkey is added with the device at hand, told by a letter, and opens the account in place of
    /// password and code; removed, it opens nothing.
    async fn a_passkey_opens_its_owners_account(house: House) {
        let mut ana = house.applicant("Ana").await;
        Device::set_up(&house, &mut ana).await;
        let mut key = Key::add(&mut ana, "Ana’s phone").await;
        assert!(house.letter_to("ana@").await.body.contains("you can sign in with a passkey"));
        let account = read(&ana.get("/account").await.unwrap());
        assert!(account.contains("Ana’s phone") && account.contains("For ct.example.org. Added on March 2, 2026, not used yet."), "{account}");

        let mut back = house.visitor();
        let way = key.show(&mut back, &[("then", "/locker")]).await;

        assert_eq!(way.location().as_deref(), Some("/locker"), "{}", read(&way));
        assert!(is_in(&mut back).await);
        let account = back.get("/account").await.unwrap();
        assert!(read(&account).contains("last used on March 2, 2026"), "{}", read(&account));
        let remove = account.html().split("/account/passkeys/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut eve = house.applicant("Eve").await;
        assert_eq!(eve.post(&format!("/account/passkeys/{remove}"), &[]).await.unwrap().status, 404);
        back.did(&format!("/account/passkeys/{remove}"), &[]).await.unwrap();
        assert!(house.letter_to("ana@").await.body.contains("A passkey was removed"));
        let mut late = house.visitor();
        let refused = key.show(&mut late, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("does not open an account here") && !is_in(&mut late).await);
    }
}

journey! {
    of crate::house::two();
    /// An answer counts once, soon, for its own question, at its own site, with a finger, a face or a
    /// number, by its own key.
    async fn only_the_right_answer_opens(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut key = Key::add(&mut ana, "phone").await;
        let mut thief = house.visitor();

        let question = asked(&mut thief, "/sign-in/passkey/question").await;
        let answer = key.says(&question, HERE, VERIFIED);
        assert_eq!(sends(&mut house.visitor(), &question, &answer, &[]).await.status, 303);
        assert_eq!(sends(&mut thief, &question, &answer, &[]).await.status, 422, "twice");

        let other = asked(&mut thief, "/sign-in/passkey/question").await;
        let answer = key.says(&question, HERE, VERIFIED);
        assert_eq!(sends(&mut thief, &other, &answer, &[]).await.status, 422, "another question");
        for (origin, flags, what) in [
            ("http://ct.example.org.evil.example", VERIFIED, "another site"),
            ("http://tx.example.org", VERIFIED, "another association"),
            (HERE, THERE, "without finger, face or number"),
        ] {
            let question = asked(&mut thief, "/sign-in/passkey/question").await;
            let answer = key.says(&question, origin, flags);
            assert_eq!(sends(&mut thief, &question, &answer, &[]).await.status, 422, "{what}");
        }
        let question = asked(&mut thief, "/sign-in/passkey/question").await;
        let mut forged = Key::make(&json!({ "publicKey": { "user": { "id": key.owner },
            "rp": { "id": "ct.example.org" }, "challenge": "" } }), HERE).0;
        forged.id = key.id;
        let answer = forged.says(&question, HERE, VERIFIED);
        assert_eq!(sends(&mut thief, &question, &answer, &[]).await.status, 422, "another key");
        let question = asked(&mut thief, "/sign-in/passkey/question").await;
        let answer = key.says(&question, HERE, VERIFIED);
        house.it_is("2026-03-02T15:10:00Z");
        assert_eq!(sends(&mut thief, &question, &answer, &[]).await.status, 422, "too late");
        assert_eq!(sends(&mut thief, &question, "{}", &[]).await.status, 422);
        assert!(!is_in(&mut thief).await);

        let mut texas = house.visitor_of("first3years-tx");
        let question = asked(&mut texas, "/sign-in/passkey/question").await;
        let answer = key.says(&question, "http://tx.example.org", VERIFIED);
        assert_eq!(sends(&mut texas, &question, &answer, &[]).await.status, 422, "good at one host");
    }
}

journey! {
    of crate::house::two();
    /// What a device makes for somebody else, for another site or too late is not kept, and what was
    /// typed is not lost.
    async fn only_the_right_key_is_added(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut eve = house.applicant("Eve").await;
        let question = asked(&mut ana, "/account/passkeys/question").await;
        let (_, answer) = Key::make(&question, HERE);
        let token = question["token"].as_str().unwrap();
        let typed = [("name", "Eve’s"), ("token", token), ("answer", &answer)];
        let refused = eve.post("/account/passkeys", &typed).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("could not be kept") && refused.html().contains("Eve’s"));
        let (_, elsewhere) = Key::make(&question, "http://evil.example");
        let typed = [("name", "x"), ("token", token), ("answer", &elsewhere)];
        assert_eq!(ana.post("/account/passkeys", &typed).await.unwrap().status, 422);
        let typed = [("name", "x"), ("token", token), ("answer", &answer)];
        assert_eq!(ana.post("/account/passkeys", &typed).await.unwrap().status, 422, "used up");
        let nameless = ana.post("/account/passkeys", &[("name", " ")]).await.unwrap();
        assert!(read(&nameless).contains("Please fill this in."));
        assert!(!read(&ana.get("/account").await.unwrap()).contains("Added on"));
    }
}

journey! {
    of crate::house::two();
    /// Whoever borrows a session cannot add or remove one: after a quarter of an hour it is asked who it
    /// is. A passkey answers that too, if it is the same person's.
    async fn a_passkey_shows_again_who_it_is(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut key = Key::add(&mut ana, "phone").await;
        let mut eve = house.applicant("Eve").await;
        let mut eves = Key::add(&mut eve, "Eve’s").await;
        house.it_is("2026-03-02T15:15:00Z");
        assert_eq!(ana.post("/account/passkeys/question", &[]).await.unwrap().status, 422);
        let page = ana.get("/account/passkeys").await.unwrap().location().unwrap();
        assert_eq!(page, "/sign-in/again?then=/account/passkeys");
        assert!(ana.get(&page).await.unwrap().html().contains("data-sends=\"kept\""));

        let refused = eves.show(&mut ana, &[("again", "yes")]).await;
        assert_eq!(refused.status, 422);
        let shown = key.show(&mut ana, &[("again", "yes"), ("then", "/account/passkeys")]).await;

        assert_eq!(shown.location().as_deref(), Some("/account/passkeys"));
        assert_eq!(ana.get("/account/passkeys").await.unwrap().status, 200);
    }
}

journey! {
    /// A site that is reached by a number cannot have passkeys, and says so.
    async fn a_number_cannot_have_passkeys(house: House) {
        let mut ana = house.applicant("Ana").await;
        let account = read(&ana.get("/account").await.unwrap());
        assert!(account.contains("Passkeys need a site with a name."), "{account}");
        assert!(!house.visitor().get("/sign-in").await.unwrap().html().contains("data-passkey"));
        assert_eq!(house.visitor().post("/sign-in/passkey/question", &[]).await.unwrap().status, 404);
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
    }
}

journey! {
    of crate::house::two();
    /// Whoever stops a change of address that a thief asked for is rid of the thief's passkey, too.
    async fn a_thiefs_passkey_goes_with_the_change_that_is_stopped(house: House) {
        let mut thief = house.applicant("Ana").await;
        let mut key = Key::add(&mut thief, "the thief’s").await;
        let asked = [("email", "thief@example.net"), ("password", PASSWORD)];
        thief.did("/account/email", &asked).await.unwrap();
        let letters = house.letters().await;
        let stop = letters.iter().rev().find(|it| it.to.contains("ana@") && it.body.contains("stop it"));
        let stop = stop.unwrap().path();
        assert_eq!(key.show(&mut house.visitor(), &[]).await.status, 303);

        house.visitor().did(&stop, &[]).await.unwrap();

        assert_eq!(key.show(&mut house.visitor(), &[]).await.status, 422);
        assert!(!is_in(&mut thief).await);
    }
}

journey! {
    of crate::house::two();
    /// One answer of a passkey begins one session, by however many it is sent at the same moment.
    async fn one_answer_begins_one_session(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut key = Key::add(&mut ana, "phone").await;
        for round in 1..=ROUNDS {
            let mut browser = house.visitor();
            let question = asked(&mut browser, "/sign-in/passkey/question").await;
            let answer = key.says(&question, HERE, VERIFIED);
            let typed = [("token", question["token"].as_str().unwrap()), ("answer", answer.as_str())];

            at_once(&browser, "/sign-in/passkey", &typed).await;

            let begun = number(&house, "select count(*) from sessions where begun_by = 'passkey'").await;
            assert_eq!(begun, i64::try_from(round).unwrap());
        }
    }
}
