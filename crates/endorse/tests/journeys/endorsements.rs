//! Being endorsed: the number, the badge, the certificate, the list of revocations.

use std::path::Path;

use credentials::{Issuers, Outcome, verify};
use endorse::story::Browser;
use uuid::Uuid;

use crate::house::{House, address, read};
use crate::journey;

/// An endorsement and where it is.
pub struct Endorsed {
    pub id: Uuid,
    pub public_id: String,
    pub number: String,
}

impl Endorsed {
    pub fn verify(&self) -> String {
        format!("/verify/{}", self.public_id)
    }

    pub fn page(&self) -> String {
        format!("/endorsements/{}", self.id)
    }
}

/// Endorses somebody who has an account.
pub async fn endorse(house: &House, name: &str, category: &str) -> Endorsed {
    let id = house.app.award(&address(name), category).await.unwrap();
    let mut tx = house.app.db.read().await.unwrap();
    let row: Option<(String, String)> =
        tx.maybe("select public_id, number from endorsements where id = $1", (id,)).await.unwrap();
    let (public_id, number) = row.unwrap();
    Endorsed { id, public_id, number }
}

/// Takes an endorsement away, today and for good.
pub async fn revoke(house: &House, it: &Endorsed) {
    let mut cora = house.with_role("Cora Who Revokes", "coordinator").await;
    let fields = [("seen", "active"), ("reason", "Decided by the board on appeal.")];
    let path = format!("/desk/endorsements/{}/revoke", it.id);
    assert_eq!(cora.post(&path, &fields).await.unwrap().status, 303);
}

/// What an outside verifier needs, as it is served: badge, issuer, list of revocations.
pub struct Served {
    pub badge: Vec<u8>,
    pub did: Vec<u8>,
    pub status: Vec<u8>,
}

impl Served {
    pub async fn of(visitor: &mut Browser, it: &Endorsed) -> Self {
        let mut bytes = Vec::new();
        let badge = format!("/credentials/{}", it.public_id);
        for path in [badge.as_str(), "/.well-known/did.json", "/status/revocation-1"] {
            let answer = visitor.get(path).await.unwrap();
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.headers["access-control-allow-origin"], "*", "{path}");
            bytes.push(answer.body.to_vec());
        }
        let status = bytes.pop().unwrap();
        let did = bytes.pop().unwrap();
        Self { badge: bytes.pop().unwrap(), did, status }
    }

    /// Keeps the files in a folder for verifiers that others wrote.
    pub fn keep(&self, folder: &Path) {
        std::fs::create_dir_all(folder).unwrap();
        for (name, bytes) in
            [("badge.json", &self.badge), ("did.json", &self.did), ("status.json", &self.status)]
        {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
    }

    pub fn outcome(&self, badge: &[u8], house: &House) -> Outcome {
        let mut issuers = Issuers::new();
        issuers.learn(&self.did).unwrap();
        issuers.learn(&self.status).unwrap();
        verify(badge, &issuers, house.dial.now()).verdict()
    }
}

journey! {
    /// Somebody is endorsed: a message, a page, a certificate, and a badge that anybody can check
    /// with what is served.
    async fn an_endorsement_comes_with_a_badge_that_anybody_can_check(house: House) {
        let mut maria = house.applicant("María Ñandú").await;
        let it = endorse(&house, "María Ñandú", "imhm-c").await;
        assert_eq!(it.number, "CT-IMHM-C-00001");

        let letter = house.letter_to("mar").await;
        assert!(letter.body.contains("CT-IMHM-C-00001"), "{}", letter.body);
        let list = read(&maria.get("/endorsements").await.unwrap());
        assert!(list.contains("Infant Mental Health Mentor – Clinical"), "{list}");
        let page = read(&maria.get(&it.page()).await.unwrap());
        assert!(page.contains("valid until December 31, 2026"), "{page}");
        assert!(page.contains("María Ñandú, IMHM-C, IMH-E®"), "{page}");

        let served = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(served.outcome(&served.badge, &house), Outcome::Passed);
        let own = maria.get(&format!("{}/badge.json", it.page())).await.unwrap();
        assert_eq!(own.body, served.badge);
        let text = String::from_utf8(served.badge.clone()).unwrap();
        assert!(!text.contains("example.org\",\"name"), "the address is in clear");
        assert!(!text.contains(&address("María Ñandú")));
        let forged = text.replace("María", "Mario");
        assert_eq!(served.outcome(forged.as_bytes(), &house), Outcome::Failed);
        if let Some(folder) = std::env::var_os("ENDORSE_BADGE_OUT") {
            served.keep(Path::new(&folder));
            revoke(&house, &it).await;
            let revoked = Served::of(&mut house.visitor(), &it).await;
            let folder = Path::new(&folder).join("revoked");
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("status.json"), &revoked.status).unwrap();
        }
    }
}

journey! {
    /// The certificate is a PDF with the name on it, in the language of the page.
    async fn the_certificate_bears_the_name(house: House) {
        let mut ana = house.applicant("Ana Solís").await;
        let it = endorse(&house, "Ana Solís", "ifs").await;

        for (spanish, word) in [(false, "This certifies"), (true, "Por el presente")] {
            ana.spanish = spanish;
            let answer = ana.get(&format!("{}/certificate.pdf", it.page())).await.unwrap();
            assert_eq!(answer.status, 200);
            assert_eq!(answer.headers["content-type"], "application/pdf");
            assert!(answer.body.starts_with(b"%PDF-"));
            let file = house.folder.path().join("certificate.pdf");
            std::fs::write(&file, &answer.body).unwrap();
            let read = std::process::Command::new("pdftotext").arg(&file).arg("-").output();
            if let Ok(read) = read {
                let text = String::from_utf8_lossy(&read.stdout).into_owned();
                for said in ["Ana Solís", "CT-IFS-00001", &it.public_id, word] {
                    let plain = text.replace('\n', " ");
                    assert!(plain.contains(said), "{said} is not in\n{plain}");
                }
            }
        }
    }
}

journey! {
    /// What was revoked is no longer endorsed, and its bit is set for everybody.
    async fn a_revoked_endorsement_is_revoked_everywhere(house: House) {
        house.applicant("Ana Ruiz").await;
        house.applicant("Eva Ruiz").await;
        let ana = endorse(&house, "Ana Ruiz", "imhs").await;
        let eva = endorse(&house, "Eva Ruiz", "imhs").await;
        let mut visitor = house.visitor();
        let before = Served::of(&mut visitor, &ana).await;
        assert_eq!(before.outcome(&before.badge, &house), Outcome::Passed);

        revoke(&house, &ana).await;

        let after = Served::of(&mut visitor, &ana).await;
        assert_eq!(after.outcome(&after.badge, &house), Outcome::Failed);
        let other = Served::of(&mut visitor, &eva).await;
        assert_eq!(other.outcome(&other.badge, &house), Outcome::Passed);
        let page = read(&visitor.get(&ana.verify()).await.unwrap());
        assert!(page.contains("No. The endorsement of Ana Ruiz was revoked."), "{page}");
        assert!(!page.contains("Yes."), "{page}");
        let found = read(&visitor.get("/registry?q=ruiz").await.unwrap());
        assert!(found.contains("Revoked") && found.contains("Valid"), "{found}");
    }
}

journey! {
    /// The same list is handed out for five minutes; then it is signed again.
    async fn the_list_of_revocations_is_signed_again_when_it_is_old(house: House) {
        let mut visitor = house.visitor();
        let first = visitor.get("/status/revocation-1").await.unwrap();
        house.it_is("2026-03-02T15:04:59Z");
        let same = visitor.get("/status/revocation-1").await.unwrap();
        house.it_is("2026-03-02T15:05:00Z");
        let anew = visitor.get("/status/revocation-1").await.unwrap();

        assert_eq!(first.headers["cache-control"], "public, max-age=300");
        assert_eq!(first.body, same.body);
        assert_ne!(first.body, anew.body);
        assert!(anew.html().contains("2026-03-05T15:05:00Z"), "{}", anew.html());
    }
}

journey! {
    /// Somebody else's endorsement is exactly as one that is not there.
    async fn a_strangers_endorsement_is_a_missing_one(house: House) {
        house.applicant("Ana").await;
        let mut stranger = house.applicant("Eva").await;
        let it = endorse(&house, "Ana", "ifa").await;
        let nobodys = format!("/endorsements/{}", Uuid::now_v7());

        for below in ["", "/certificate.pdf", "/badge.json"] {
            let theirs = stranger.get(&format!("{}{below}", it.page())).await.unwrap();
            let missing = stranger.get(&format!("{nobodys}{below}")).await.unwrap();
            assert_eq!(theirs.status, 404, "{below}");
            let same = |html: String, id: &str| html.replace(id, "");
            assert_eq!(
                same(theirs.html(), &it.page()),
                same(missing.html(), &nobodys),
                "{below}"
            );
        }
        let listing = format!("{}/listing", it.page());
        assert_eq!(stranger.post(&listing, &[("listed", "no")]).await.unwrap().status, 404);
        let opening = [("endorsement", &*it.id.to_string())];
        assert_eq!(stranger.post("/renewals", &opening).await.unwrap().status, 404);
        let away = house.visitor().get(&it.page()).await.unwrap();
        assert_eq!(away.location().unwrap(), format!("/sign-in?then={}", it.page()));
    }
}

journey! {
    /// Whoever leaves the list is not found by name, and still verified by link.
    async fn leaving_the_list_leaves_the_link(house: House) {
        let mut ana = house.applicant("Ana Quiroga").await;
        let it = endorse(&house, "Ana Quiroga", "ifa").await;
        let mut visitor = house.visitor();
        assert!(read(&visitor.get("/registry?q=quiroga").await.unwrap()).contains("Ana Quiroga"));

        let listing = format!("{}/listing", it.page());
        ana.did(&listing, &[("listed", "no")]).await.unwrap();

        let nobody = read(&visitor.get("/registry?q=quiroga").await.unwrap());
        assert!(nobody.contains("Nobody listed here is called “quiroga”"), "{nobody}");
        let number = format!("/registry?q={}", it.number.to_lowercase());
        let by_number = read(&visitor.get(&number).await.unwrap());
        assert!(by_number.contains("Does not wish to be listed"), "{by_number}");
        assert!(by_number.contains("Valid") && !by_number.contains("Quiroga"), "{by_number}");
        let verified = read(&visitor.get(&it.verify()).await.unwrap());
        assert!(verified.contains("Yes. Ana Quiroga is endorsed"), "{verified}");
        ana.did(&listing, &[("listed", "yes")]).await.unwrap();
        assert!(read(&visitor.get("/registry?q=quiroga").await.unwrap()).contains("Ana Quiroga"));
    }
}

journey! {
    /// The key is in a file that only its owner reads, and it is the same after a new start.
    async fn the_key_stays_and_is_not_for_others(house: House) {
        use std::os::unix::fs::PermissionsExt as _;

        let file = house.folder.path().join("keys/ct-aimh.ed25519");
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let did = house.visitor().get("/.well-known/did.json").await.unwrap().html();
        assert!(did.contains("did:web:127.0.0.1%3A8080#z6Mk"), "{did}");

        let settings = (*house.app.settings).clone();
        let again = endorse::app::App::open(settings, house.app.clock.clone()).await.unwrap();
        let same = Browser::new(&again).get("/.well-known/did.json").await.unwrap().html();
        assert_eq!(did, same);
        again.db.close().await;
    }
}

journey! {
    /// Every page about an endorsement is there in Spanish.
    async fn endorsements_speak_spanish(house: House) {
        let mut ana = house.applicant("Ana").await.in_spanish();
        let it = endorse(&house, "Ana", "imhs").await;

        for path in ["/endorsements", &it.page(), &it.verify(), "/registry?q=ana", "/registry?q=xyz"] {
            let page = read(&ana.get(path).await.unwrap());
            let page = page.replace("endorse verify-credential", "");
            assert!(!page.contains('['), "{path}: a text is missing\n{page}");
            assert!(!page.contains("endorse"), "{path}: English\n{page}");
        }
    }
}
