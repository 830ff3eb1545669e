//! One locker, several associations: each sees what an application there has to do with, and no more.

use endorse::story::Browser;
use serde_json::json;
use uuid::Uuid;

use crate::evidence::{areas, entry, person, training};
use crate::handed_in::file_at;
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::reviews::given;

const TEXAS: &str = "first3years-tx";
const PDF: &[u8] = b"%PDF-1.7\n";

/// Keeps a document that belongs to an entry, or to nothing; says its id.
async fn document(house: &House, ana: &mut Browser, name: &str, entry: Option<Uuid>) -> Uuid {
    let entry = entry.map(|it| it.to_string()).unwrap_or_default();
    let fields = [("name", name), ("entry", entry.as_str())];
    ana.upload("/documents", &fields, ("file", "a.pdf", PDF)).await.unwrap();
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select id from documents where name = $1";
    let found: Option<(Uuid,)> = tx.maybe(sql, (format!("{name}.pdf"),)).await.unwrap();
    found.unwrap().0
}

/// Somebody with a role in Texas.
async fn texan(house: &House, name: &str, role: &str) -> Browser {
    let mut browser = house.visitor_of(TEXAS);
    browser.register(name, &address(name), PASSWORD).await.unwrap();
    house.confirm(&address(name)).await;
    house.installation.of(TEXAS).unwrap().grant(&address(name), role).await.unwrap();
    browser
}

async fn status(browser: &mut Browser, document: Uuid) -> u16 {
    browser.get(&format!("/documents/{document}")).await.unwrap().status.as_u16()
}

journey! {
    of crate::house::two();
    /// What only the application at one association uses is never in a byte that another sends: not
    /// on a page of its desk, not in a review, not as a document.
    async fn an_association_sees_only_what_an_application_there_uses(house: House) {
        let mut ana = house.applicant("Ana").await;
        let ana_id = person(&house, "Ana").await;
        let common = entry(&house, ana_id, "training", training("Watching babies", 600, &[])).await;
        let years = json!({ "activity": "CANARY years", "track": "clinical", "from": "2015-01-01",
            "to": "2020-01-01" });
        let only_here = entry(&house, ana_id, "leadership", years).await;
        let shared = document(&house, &mut ana, "Certificate", Some(common)).await;
        let kept_here = document(&house, &mut ana, "CANARY letter", Some(only_here)).await;
        let loose = document(&house, &mut ana, "CANARY diary", None).await;
        let locker = json!({
            "trainings": [{ "id": common.to_string(), "title": "Watching babies",
                "from": "2025-02-03", "to": "2025-02-03", "minutes": { "imh": 600 } }],
            "leadership": [{ "id": only_here.to_string(), "activity": "CANARY years",
                "track": "clinical", "from": "2015-01-01", "to": "2020-01-01" }],
            "format": "endorse-locker/1",
        });
        let locker = locker.to_string();
        let texas = house.installation.of(TEXAS).unwrap();
        let there = file_at(texas, ana_id, ("ifs", "26-001"), &locker).await;
        let here = file_at(&house.app, ana_id, ("imhm-c", "26-002"), &locker).await;
        house.it_is("2026-03-02T15:00:01Z");
        let too_late = document(&house, &mut ana, "CANARY too late", Some(common)).await;

        let mut tess = texan(&house, "Tess", "coordinator").await;
        let mut ted = texan(&house, "Ted", "reviewer").await;
        let review = given(&house, &mut tess, "Ted", &there).await;
        ted.did(&format!("{review}/declaration"), &[("conflict", "no"), ("typed_name", "Ted")])
            .await
            .unwrap();
        for path in ["", "/decisions?outcome=more-information", "/decisions?outcome=deferred"] {
            let page = tess.get(&there.desk(path)).await.unwrap().html();
            assert!(!page.contains("CANARY"), "{path}: {page}");
        }
        let page = read(&tess.get(&there.desk("")).await.unwrap());
        assert!(page.contains("Certificate") && page.contains("Watching babies"), "{page}");
        assert_eq!(status(&mut tess, shared).await, 200);
        for hidden in [kept_here, loose, too_late] {
            assert_eq!(status(&mut tess, hidden).await, 404);
            let path = format!("{review}/documents/{hidden}");
            assert_eq!(ted.get(&path).await.unwrap().status, 404);
            assert_eq!(status(&mut ted, hidden).await, 404);
        }
        let page = ted.get(&review).await.unwrap().html();
        let areas = page.split("href=\"").filter_map(|it| it.split('"').next());
        let areas: Vec<&str> = areas.filter(|it| it.contains("?requirement=")).collect();
        assert!(areas.len() > 5, "{page}");
        let mut pages = String::new();
        for path in areas {
            pages += &ted.get(path).await.unwrap().html();
        }
        assert!(pages.contains("Watching babies") && !pages.contains("CANARY"), "{pages}");

        let mut cora = house.with_role("Cora", "coordinator").await;
        let page = read(&cora.get(&here.desk("")).await.unwrap());
        assert!(page.contains("CANARY years") && page.contains("CANARY letter"), "{page}");
        assert_eq!(status(&mut cora, kept_here).await, 200);
        assert_eq!(status(&mut cora, loose).await, 404);
        assert_eq!(tess.get(&here.desk("")).await.unwrap().status, 404);
    }
}

journey! {
    /// Until an application is handed in, the desk sees how far it is and nothing of the locker.
    async fn before_it_is_handed_in_a_locker_is_its_owners(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let canary = training("CANARY training", 960, &areas(&house));
        entry(&house, person(&house, "Ana").await, "training", canary).await;
        let mut cora = house.with_role("Cora", "coordinator").await;

        let desk = format!("/desk/applications/{}", started.new_id().unwrap());
        let page = cora.get(&desk).await.unwrap().html();

        assert!(page.contains("16 of 30 hours"), "{page}");
        assert!(!page.contains("CANARY"), "{page}");
    }
}
