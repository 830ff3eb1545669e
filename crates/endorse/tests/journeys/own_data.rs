//! What is kept about a person, as one file for them alone.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::Command;

use endorse::story::Browser;
use serde_json::Value;
use uuid::Uuid;
use zip::ZipArchive;

use crate::endorsements::endorse;
use crate::evidence::{person, quoted_after, ready};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;

/// Asks for the file, waits until it is there, and says where.
async fn asked(house: &House, browser: &mut Browser) -> String {
    let before = browser.get("/account/data").await.unwrap().html();
    browser.did("/account/data", &[("password", PASSWORD)]).await.unwrap();
    let waiting = browser.get("/account/data").await.unwrap().html();
    let files = |page: &str| page.matches("/file\"").count();
    assert_eq!(files(&waiting), files(&before), "it is there before it is made");
    house.installation.work().await.unwrap();
    let page = browser.get("/account/data").await.unwrap().html();
    assert_eq!(files(&page), files(&before) + 1, "{page}");
    quoted_after(&page, "<a class=\"btn btn--small\" href=\"").unwrap()
}

/// What is in a file, by name.
async fn opened(browser: &mut Browser, path: &str) -> BTreeMap<String, Vec<u8>> {
    let answer = browser.get(path).await.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "application/zip");
    assert!(answer.headers["cache-control"].to_str().unwrap().contains("no-store"));
    let mut zip = ZipArchive::new(Cursor::new(answer.body.to_vec())).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        files.insert(name, bytes);
    }
    files
}

/// Every part of what somebody is handed out, as text, by its name.
pub async fn handed_out(house: &House, browser: &mut Browser) -> BTreeMap<String, String> {
    let path = asked(house, browser).await;
    let files = opened(browser, &path).await.into_iter();
    let parts = files.filter_map(|(name, bytes)| {
        let part = name.strip_prefix("data/")?.strip_suffix(".json")?.to_owned();
        Some((part, String::from_utf8(bytes).unwrap()))
    });
    parts.collect()
}

/// The records of a part.
fn part(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<Value> {
    let whole: Value = serde_json::from_slice(&files[&format!("data/{name}.json")]).unwrap();
    assert_eq!(whole["format"], "endorse-own-data/1");
    whole["records"].as_array().unwrap().clone()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// What raters said of somebody: one rating that she may read, one that she may not.
async fn rated(house: &House, application: Uuid) {
    let mut tx = house.app.db.write().await.unwrap();
    for (rater, kept) in [("Rita One", true), ("Rita Two", false)] {
        let sql = "update reference_requests set comment = $3, answers = $4,
                 kept_right_at = case when $5 then submitted_at end,
                 waived_at = case when $5 then null else submitted_at end
             where application_id = $1 and rater_name = $2";
        let said = format!("{rater} said so");
        let answers = format!("{{\"trust\":\"{rater} often\"}}");
        tx.run(sql, (application, rater, said, answers, kept)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

journey! {
    /// Everything is in it that is hers, and nothing that is a secret or was said in confidence.
    async fn own_data_is_everything_but_what_is_withheld(house: House) {
        let (mut ana, application) = ready(&house, "Ana Soto").await;
        ana.upload("/documents", &[("name", "../My ../paper")], ("file", "p.pdf", b"%PDF-1.7\nhers")).await.unwrap();
        ana.did(&format!("/applications/{application}/submission"), &[]).await.unwrap();
        endorse(&house, "Ana Soto", "ifs").await;
        rated(&house, application).await;

        let path = asked(&house, &mut ana).await;
        let files = opened(&mut ana, &path).await;

        let all: String = files
            .iter()
            .filter(|it| it.0.ends_with(".json") || it.0.ends_with(".txt"))
            .map(|it| String::from_utf8(it.1.clone()).unwrap())
            .collect();
        for (name, many) in [
            ("account", 1), ("applications", 1), ("submissions", 1), ("references", 3), ("signatures", 2),
            ("endorsements", 1), ("badges", 1), ("documents", 1), ("sessions", 1), ("memberships", 1),
        ] {
            assert_eq!(part(&files, name).len(), many, "{name}");
        }
        assert!(part(&files, "trail").len() > 5 && part(&files, "messages").len() > 1);
        assert!(part(&files, "signatures")[0]["text"].as_str().unwrap().len() > 100);
        assert_eq!(part(&files, "account")[0]["email"], address("Ana Soto"));
        assert_eq!(part(&files, "submissions")[0]["locker"]["format"], "endorse-locker/1");

        // Neither is decided yet: what she may read she reads after the decision.
        assert!(!all.contains("said so") && !all.contains("often"), "what raters said is told");
        assert!(!all.contains("argon2") && !all.contains("hash\""), "a secret is told");
        let readme = text(&files, "READ ME.txt");
        assert!(readme.contains("- Rita Two, March 2, 2026"), "{readme}");
        assert!(!readme.contains("Rita One"), "{readme}");
        let document = files.iter().find(|it| it.0.starts_with("documents/")).unwrap();
        assert_eq!(document.1, b"%PDF-1.7\nhers");
        assert!(!document.0.contains(".."), "{}", document.0);
        if cfg!(feature = "pdf") {
            assert!(files["Your data.pdf"].starts_with(b"%PDF-"));
        }

        let mut tx = house.app.db.write().await.unwrap();
        let sql = "update applications set state = 'deferred' where id = $1";
        tx.run(sql, (application,)).await.unwrap();
        tx.commit().await.unwrap();
        let path = asked(&house, &mut ana).await;
        let references = text(&opened(&mut ana, &path).await, "data/references.json");
        assert!(references.contains("Rita One said so") && references.contains("Rita One often"));
        assert!(!references.contains("Rita Two said so") && !references.contains("Rita Two often"));
        assert!(references.contains("\"contents\": \"withheld\""), "{references}");
    }
}

journey! {
    /// The locker in it is read by the program that reads anybody's.
    async fn the_locker_in_it_is_read_by_whatever_reads_lockers(house: House) {
        let (mut ana, _) = ready(&house, "Ana").await;
        let path = asked(&house, &mut ana).await;
        let files = opened(&mut ana, &path).await;
        let file = house.folder.path().join("locker.json");
        std::fs::write(&file, &files["locker.json"]).unwrap();

        let done = Command::new(env!("CARGO_BIN_EXE_endorse"))
            .args(["assess", file.to_str().unwrap(), "--category", "ifa", "--on", "2026-03-02"])
            .output()
            .unwrap();

        let said = String::from_utf8(done.stdout).unwrap();
        assert_eq!(done.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&done.stderr));
        assert!(!said.contains("Not there yet"), "{said}");
    }
}

journey! {
    /// It is handed to nobody else, asks for the password, and is gone after a week.
    async fn own_data_is_its_owners_for_a_week(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut ben = house.applicant("Ben").await;
        let wrong = ana.post("/account/data", &[("password", "not her password at all")]).await.unwrap();
        assert_eq!(wrong.status, 422, "{}", read(&wrong));
        let path = asked(&house, &mut ana).await;
        let letter = house.letter_to("ana@example.org").await;
        assert!(letter.body.contains("data is ready"), "{}", letter.body);

        assert_eq!(ben.get(&path).await.unwrap().status, 404);
        let missing = format!("/account/data/{}/file", Uuid::now_v7());
        assert_eq!(ana.get(&missing).await.unwrap().status, 404);
        assert_eq!(house.visitor().get(&path).await.unwrap().status, 303);
        house.it_is("2026-03-09T15:00:01Z");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        assert_eq!(ana.get(&path).await.unwrap().status, 404);
        house.installation.work().await.unwrap();

        let id = path.split('/').find_map(|it| it.parse::<Uuid>().ok()).unwrap();
        let left = walk(house.folder.path());
        assert!(!left.iter().any(|it| it.contains(&id.to_string())), "{left:?}");
    }
}

journey! {
    /// Asked for twice at once, it is put together once; in Spanish it reads Spanish.
    async fn own_data_is_put_together_once_in_its_owners_language(house: House) {
        let mut ana = house.applicant("Ana").await.in_spanish();
        for _ in 0..2 {
            ana.did("/account/data", &[("password", PASSWORD)]).await.unwrap();
        }
        house.installation.work().await.unwrap();
        let page = ana.get("/account/data").await.unwrap().html();
        assert_eq!(page.matches("/file\"").count(), 1, "{page}");
        let path = quoted_after(&page, "<a class=\"btn btn--small\" href=\"/es").unwrap();

        let files = opened(&mut ana, &path).await;

        assert!(text(&files, "LÉAME.txt").contains("usted"));
        assert_eq!(part(&files, "account")[0]["id"], person(&house, "Ana").await.to_string());
    }
}

/// Every file below a folder.
fn walk(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(&path));
        } else {
            found.push(path.display().to_string());
        }
    }
    found
}
