//! Several associations in one house, each at its own host name.

use axum::body::Body;
use axum::http::Request;
use endorse::settings::Hosted;
use endorse::story::Browser;
use tower::ServiceExt as _;

use crate::evidence::person;
use crate::house::{House, PASSWORD, address, read};
use crate::journey;

const TEXAS: &str = "first3years-tx";

/// Two, of which the first has no address.
fn beside_one_without_an_address() -> [Hosted; 2] {
    let url = Some("http://tx.localhost:8080".to_owned());
    [Hosted { id: "ct-aimh".to_owned(), url: None }, Hosted { id: TEXAS.to_owned(), url }]
}

/// What an address answers at a host name.
async fn at(house: &House, host: &str, path: &str) -> (u16, String) {
    let request = Request::get(path).header("host", host).body(Body::empty()).unwrap();
    let answer = house.installation.service().oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

journey! {
    of crate::house::two();
    /// A host name leads to its association. One that nobody has leads to a sentence that says so, and
    /// still tells whoever watches how the process is.
    async fn each_association_answers_at_its_own_name(house: House) {
        for (host, name) in [
            ("tx.example.org", "First3Years"),
            ("TX.Example.org:8080", "First3Years"),
            ("ct.example.org", "CT-AIMH"),
            ("ct.example.org.", "CT-AIMH"),
        ] {
            let (status, page) = at(&house, host, "/").await;
            assert!(status == 200 && page.contains(name), "{host}: {status} {page}");
        }
        for host in ["127.0.0.1:8080", "localhost", "tx.example.org.evil.example", "evil.example", ""] {
            for path in ["/", "/es", "/registry", "/sign-in", "/assets/none.css"] {
                let (status, said) = at(&house, host, path).await;
                assert_eq!(status, 421, "{host} {path}: {said}");
                assert!(said.contains("Nobody answers at this host name."), "{said}");
                assert!(said.contains("Nadie responde en este nombre de servidor."), "{said}");
                assert!(!said.contains("CT-AIMH"), "{said}");
            }
            for (path, well) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
                assert_eq!(at(&house, host, path).await, (200, well.to_owned()), "{host}");
            }
        }
    }
}

journey! {
    /// One association alone answers at whatever host name it is reached by.
    async fn one_alone_answers_at_every_name(house: House) {
        for host in ["127.0.0.1:8080", "localhost", "endorse.example.org", "192.0.2.7"] {
            let (status, page) = at(&house, host, "/").await;
            assert!(status == 200 && page.contains("CT-AIMH"), "{host}: {status} {page}");
        }
    }
}

journey! {
    of super::beside_one_without_an_address();
    /// The first may go without an address, as in the demonstration: nobody has said its name, and it
    /// answers at whatever name no other has.
    async fn one_without_an_address_answers_at_every_other_name(house: House) {
        for host in ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "demo.example.org"] {
            let (status, page) = at(&house, host, "/").await;
            assert!(status == 200 && page.contains("CT-AIMH"), "{host}: {status} {page}");
        }
        assert!(at(&house, "tx.localhost:8080", "/").await.1.contains("First3Years"));
    }
}

journey! {
    of crate::house::two();
    /// One account for a person, one locker; applications, letters and roles are each association's.
    async fn a_person_is_one_and_an_application_is_an_associations(house: House) {
        let mut here = house.applicant("Ana").await;
        here.did("/applications", &[("category", "ifa")]).await.unwrap();
        let mut there: Browser = house.visitor_of(TEXAS);
        there.sign_in(&address("Ana"), PASSWORD).await.unwrap();

        let training = crate::evidence::training("Watching babies", 600, &[]);
        crate::evidence::entry(&house, person(&house, "Ana").await, "training", training).await;
        assert!(read(&there.get("/locker").await.unwrap()).contains("Watching babies"));
        assert_eq!(there.get("/home").await.unwrap().status, 200, "no application here");
        assert!(!read(&there.get("/inbox").await.unwrap()).contains("CT-AIMH"));

        house.app.grant(&address("Ana"), "coordinator").await.unwrap();
        assert_eq!(here.get("/desk").await.unwrap().status, 200);
        assert_eq!(there.get("/desk").await.unwrap().status, 404);

        there.did("/applications", &[("category", "ifs")]).await.unwrap();
        let tess = Browser::new(house.installation.of(TEXAS).unwrap());
        let tess = registered(tess, "Tess").await;
        house.confirm(&address("Tess")).await;
        house.installation.of(TEXAS).unwrap().grant(&address("Tess"), "coordinator").await.unwrap();
        let desk = read(&tess.clone().get("/desk").await.unwrap());
        assert!(!desk.contains("IFA "), "{desk}");
    }
}

async fn registered(mut browser: Browser, name: &str) -> Browser {
    browser.register(name, &address(name), PASSWORD).await.unwrap();
    browser
}

journey! {
    of crate::house::two();
    /// A letter of an association leads to its own house and is signed by it.
    async fn letters_lead_to_the_house_they_come_from(house: House) {
        registered(house.visitor(), "Ana").await;
        registered(house.visitor_of(TEXAS), "Tom").await;

        let letters = house.letters().await;
        let to = |name: &str| letters.iter().find(|it| it.to.contains(&address(name))).unwrap();
        assert!(to("Ana").body.contains("http://ct.example.org/confirm/"), "{}", to("Ana").body);
        assert!(to("Tom").body.contains("http://tx.example.org/confirm/"), "{}", to("Tom").body);
        assert!(to("Tom").body.contains("First3Years"), "{}", to("Tom").body);
        assert!(!to("Tom").body.contains("CT-AIMH"), "{}", to("Tom").body);
    }
}

journey! {
    of crate::house::two();
    /// Each signs with its own key, under its own name.
    async fn each_association_has_its_own_key(house: House) {
        let of = async |mut browser: Browser| {
            let answer = browser.get("/.well-known/did.json").await.unwrap();
            serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap()
        };
        let (ct, tx) = (of(house.visitor()).await, of(house.visitor_of(TEXAS)).await);
        assert_eq!(ct["id"], "did:web:ct.example.org");
        assert_eq!(tx["id"], "did:web:tx.example.org");
        let key = |it: &serde_json::Value| {
            it["verificationMethod"][0]["publicKeyMultibase"].as_str().unwrap().to_owned()
        };
        assert_ne!(key(&ct), key(&tx));
    }
}

journey! {
    of crate::house::two();
    /// A request for two hosts at once is read by nobody, at an association's name and at none.
    async fn a_request_is_for_one_host(house: House) {
        for (one, two) in [
            ("ct.example.org", "tx.example.org"),
            ("ct.example.org", "ct.example.org"),
            ("evil.example", "ct.example.org"),
        ] {
            for path in ["/", "/es/sign-in", "/healthz"] {
                let request = Request::get(path).header("host", one).header("host", two);
                let request = request.body(Body::empty()).unwrap();
                let answer = house.installation.service().oneshot(request).await.unwrap();
                let status = answer.status().as_u16();
                let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
                let said = String::from_utf8(body.to_vec()).unwrap();
                assert_eq!(status, 400, "{one} and {two} at {path}: {said}");
                let words = ["We could not read that", "No pudimos leer", "This one names several"];
                assert!(words.iter().any(|it| said.contains(it)), "{said}");
            }
        }
        for (header, status) in [("ct.example.org", 200), ("CT.example.org", 200), ("tx.example.org", 400)] {
            let request = Request::get("http://ct.example.org/").header("host", header);
            let request = request.body(Body::empty()).unwrap();
            let answer = house.installation.service().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), status, "{header}");
        }
    }
}
