//! Those who look without changing, those who see the money alone, and those who look after the
//! installation.

use endorse::story::Browser;
use serde_json::json;
use uuid::Uuid;

use crate::evidence::{entry, person, training};
use crate::handed_in::{File, file_at};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;

const TEXAS: &str = "first3years-tx";

/// The only id that a query finds.
async fn id_of(house: &House, sql: &'static str) -> Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<(Uuid,)> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap().0
}

/// A file with one training and its certificate.
async fn handed_in(house: &House, ana: &mut Browser) -> (File, Uuid) {
    let ana_id = person(house, "Ana").await;
    let it = entry(house, ana_id, "training", training("Watching babies", 600, &[])).await;
    let named = [("name", "Certificate"), ("entry", &it.to_string())];
    ana.upload("/documents", &named, ("file", "a.pdf", b"%PDF-1.7\n")).await.unwrap();
    let locker = json!({ "format": "endorse-locker/1", "trainings": [{ "id": it.to_string(),
        "title": "Watching babies", "from": "2025-02-03", "to": "2025-02-03",
        "minutes": { "imh": 600 } }] });
    let file = file_at(&house.app, ana_id, ("ifs", "26-001"), &locker.to_string()).await;
    (file, id_of(house, "select id from documents").await)
}

journey! {
    /// An auditor reads everything at the desk and finds nothing to press but what opens a file;
    /// that is on record where the applicant reads it, and lasts an hour.
    async fn an_auditor_opens_files_on_record_and_changes_nothing(house: House) {
        let mut ana = house.applicant("Ana").await;
        ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let (file, certificate) = handed_in(&house, &mut ana).await;
        let mut otto = house.with_role("Otto", "auditor").await;
        let certificate = format!("/documents/{certificate}");

        assert!(read(&otto.get("/desk").await.unwrap()).contains("Ana"));
        let cover = read(&otto.get(&file.desk("")).await.unwrap());
        assert!(cover.contains("goes on record") && !cover.contains("Watching babies"), "{cover}");
        assert_eq!(otto.get(&certificate).await.unwrap().status, 404);
        otto.did(&file.desk("/opening"), &[]).await.unwrap();

        let page = otto.get(&file.desk("")).await.unwrap();
        assert!(read(&page).contains("Watching babies"), "{}", read(&page));
        assert_eq!(otto.get(&certificate).await.unwrap().status, 200);
        for path in [file.desk(""), "/desk".to_owned(), "/desk/payments".to_owned()] {
            let page = otto.get(&path).await.unwrap().html();
            assert!(!page.contains(r#"method="post" action="/desk"#), "{path}: {page}");
            for gone in ["/decisions", "/confirmation", "/waiver", "/exam-results", "/simulation"] {
                assert!(!page.contains(&format!("{gone}\"")), "{path} leads to {gone}: {page}");
            }
        }
        for path in ["/decisions", "/assignments", "/exam-results", "/rules"] {
            assert_eq!(otto.post(&file.desk(path), &[]).await.unwrap().status, 404, "{path}");
        }
        let trail = read(&ana.get("/account/trail").await.unwrap());
        assert!(trail.contains("File opened by an auditor"), "{trail}");

        house.it_is("2026-03-02T16:00:01Z");
        assert!(read(&otto.get(&file.desk("")).await.unwrap()).contains("goes on record"));
        assert_eq!(otto.get(&certificate).await.unwrap().status, 404);
        let cover = read(&otto.in_spanish().get(&file.desk("")).await.unwrap());
        assert!(cover.contains("Abrir el expediente") && !cover.contains('['), "{cover}");
    }
}

journey! {
    /// A treasurer sees who owes what and says that it came; every file stays closed.
    async fn a_treasurer_sees_the_money_and_no_file(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let (file, certificate) = handed_in(&house, &mut ana).await;
        let mut tom = house.with_role("Tom", "treasurer").await;

        let room = tom.get("/home").await.unwrap();
        assert!(room.location().unwrap().ends_with("/desk/payments"));
        let page = tom.get("/desk/payments").await.unwrap();
        assert!(read(&page).contains("Ana") && read(&page).contains("Registration"));
        assert!(!page.html().contains("/desk/applications/"), "{}", page.html());
        let charge = id_of(&house, "select id from charges where kind = 'registration'").await;
        let path = format!("/desk/charges/{charge}/confirmation");
        assert_eq!(tom.get(&path).await.unwrap().status, 200);
        let done = tom.did(&path, &[("amount", "25"), ("note", "")]).await.unwrap();
        assert!(done.location().unwrap().starts_with("/desk/payments"));

        let of_ana = format!("/desk/applications/{}", started.new_id().unwrap());
        let certificate = format!("/documents/{certificate}");
        for closed in ["/desk", "/reviews", "/desk/endorsements", &of_ana, &file.desk(""), &certificate] {
            assert_eq!(tom.get(closed).await.unwrap().status, 404, "{closed}");
        }
        let mut cora = house.with_role("Cora", "coordinator").await;
        let page = read(&cora.get(&of_ana).await.unwrap());
        assert!(page.contains("Payment confirmed") && page.contains("Tom"), "{page}");
    }
}

journey! {
    of crate::house::two();
    /// Who looks after the installation gives an association its first administrator and can end a
    /// role there; files, lockers and money are not within reach, and no administrator of one
    /// association ends the role of the whole.
    async fn the_network_gives_administrators_and_reads_nobodys_file(house: House) {
        let mut nora = house.with_role("Nora", "network").await;
        let page = read(&nora.get("/network").await.unwrap());
        assert!(page.contains("First3Years") && page.contains("No administrator yet"), "{page}");
        let mut tara = house.visitor_of(TEXAS);
        tara.register("Tara", &address("Tara"), PASSWORD).await.unwrap();
        house.confirm(&address("Tara")).await;
        let invite = format!("/network/{TEXAS}/administrators");
        assert_eq!(nora.post(&invite, &[("email", "tara")]).await.unwrap().status, 422);
        let form = [("email", "tara@example.org"), ("language", "en")];
        nora.did(&invite, &form).await.unwrap();
        let letter = house.letter_to("tara").await;
        assert!(letter.body.contains("http://tx.example.org/invitations/"), "{}", letter.body);
        tara.did(&letter.path(), &[]).await.unwrap();
        assert_eq!(tara.get("/desk/roles").await.unwrap().status, 200);
        let page = read(&nora.get("/network").await.unwrap());
        assert!(page.contains("Administrators: Tara"), "{page}");

        let mut elsewhere = house.visitor_of(TEXAS);
        elsewhere.sign_in(&address("Nora"), PASSWORD).await.unwrap();
        for browser in [&mut nora, &mut elsewhere] {
            assert_eq!(browser.get("/network").await.unwrap().status, 200);
            for closed in ["/desk", "/desk/payments", "/desk/roles", "/reviews"] {
                assert_eq!(browser.get(closed).await.unwrap().status, 404, "{closed}");
            }
        }
        let missing = nora.get("/network/nowhere").await.unwrap();
        assert_eq!(missing.status, 404);

        let of_tara = id_of(&house, "select id from roles where role = 'administrator'").await;
        let end = format!("/network/roles/{of_tara}/end");
        assert_eq!(nora.post(&end, &[("reason", "")]).await.unwrap().status, 422);
        nora.did(&end, &[("reason", "Left"), ("sure", "yes")]).await.unwrap();
        assert_eq!(tara.get("/desk/roles").await.unwrap().status, 404);
        let mut alma = house.with_role("Alma", "administrator").await;
        let of_nora = id_of(&house, "select id from roles where role = 'network'").await;
        assert_eq!(alma.get(&format!("/desk/roles/{of_nora}/end")).await.unwrap().status, 404);
        assert!(!read(&alma.get("/desk/roles").await.unwrap()).contains("Nora"));
        let end = format!("/network/roles/{of_nora}/end");
        assert!(read(&nora.get(&end).await.unwrap()).contains("Nobody else looks after"));
        assert_eq!(nora.post(&end, &[("reason", "Tired")]).await.unwrap().status, 422);
        let page = read(&nora.in_spanish().get("/network").await.unwrap());
        assert!(page.contains("Asociaciones") && !page.contains('['), "{page}");
    }
}

journey! {
    /// Whoever looks after the installation holds no role in an association, not even by their own
    /// invitation.
    async fn the_network_gives_itself_no_role(house: House) {
        let mut nora = house.with_role("Nora", "network").await;
        let form = [("email", "nora@example.org"), ("language", "en")];
        nora.did("/network/ct-aimh/administrators", &form).await.unwrap();
        let link = house.letter_to("nora@").await.path();

        let refused = nora.did(&link, &[]).await.unwrap().location().unwrap();

        assert!(read(&nora.get(&refused).await.unwrap()).contains("holds no role in an association"));
        assert_eq!(nora.get("/desk/roles").await.unwrap().status, 404);
    }
}

journey! {
    /// Whoever has a part in a file does not open it as an auditor, and whoever opened it does not judge.
    async fn an_auditor_has_no_part_in_the_file(house: House) {
        let mut ana = house.applicant("Ana").await;
        let (file, _) = handed_in(&house, &mut ana).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut rita = house.with_role("Rita", "reviewer").await;
        crate::reviews::given(&house, &mut cora, "Rita", &file).await;
        let mut otto = house.with_role("Otto", "auditor").await;
        house.app.grant(&address("Rita"), "auditor").await.unwrap();
        house.app.grant(&address("Otto"), "reviewer").await.unwrap();

        assert_eq!(rita.post(&file.desk("/opening"), &[]).await.unwrap().status, 404);
        otto.did(&file.desk("/opening"), &[]).await.unwrap();

        let otto = person(&house, "Otto").await.to_string();
        let refused = cora.post(&file.desk("/assignments"), &[("reviewer", &otto)]).await.unwrap();
        assert_eq!(refused.status, 422);
    }
}
