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
    // An earlier one gives way.
    assert_eq!(files(&page), 1, "{page}");
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

/// As if every rater had known too little for five answers, and been endorsed themselves.
async fn doubted(house: &House, application: Uuid) {
    let mut tx = house.app.db.write().await.unwrap();
    let sql = "update reference_requests set not_enough_information = 5, rater_category = 'imhm-c',
             rater_category_from = $2
         where application_id = $1";
    tx.run(sql, (application, jiff::civil::date(2019, 1, 1))).await.unwrap();
    tx.commit().await.unwrap();
}

/// How often something of a rating is told: answers that were missing, what raters are endorsed as.
fn doubts(value: &Value) -> usize {
    let told = |(name, it): (&String, &Value)| match name.as_str() {
        "not_enough_information" => usize::from(it.as_u64() != Some(0)),
        "rater_standings" => usize::from(it.as_array().is_none_or(|it| !it.is_empty())),
        _ => doubts(it),
    };
    match value {
        Value::Object(all) => all.iter().map(told).sum(),
        Value::Array(all) => all.iter().map(doubts).sum(),
        _ => 0,
    }
}

/// The files with own data that there are.
fn takeouts(house: &House) -> Vec<std::path::PathBuf> {
    let all = std::fs::read_dir(house.folder.path().join("takeouts"));
    all.map(|all| all.map(|it| it.unwrap().path()).collect()).unwrap_or_default()
}

journey! {
    /// Everything is in it that is hers, and nothing that is a secret or was said in confidence.
    async fn own_data_is_everything_but_what_is_withheld(house: House) {
        let (mut ana, application) = ready(&house, "Ana Soto").await;
        ana.upload("/documents", &[("name", "../My ../paper")], ("file", "p.pdf", b"%PDF-1.7\nhers")).await.unwrap();
        doubted(&house, application).await;
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
        for (name, bytes) in files.iter().filter(|it| it.0.ends_with(".json")) {
            let whole: Value = serde_json::from_slice(bytes).unwrap();
            assert_eq!(doubts(&whole), 0, "{name}: {whole:#}");
        }
        let locker = &part(&files, "submissions")[0]["locker"];
        assert_eq!(locker["references"].as_array().unwrap().len(), 3, "{locker:#}");
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
        let early = ana.post("/account/data", &[("password", PASSWORD)]).await.unwrap();
        assert_eq!(early.status, 422);
        let said = "You can ask once a day: the next time is after March 3, 2026, 10:00 AM EST.";
        assert!(read(&early).contains(said), "{}", read(&early));
        house.it_is("2026-03-03T15:00:00Z");
        ana.sign_in(&address("Ana Soto"), PASSWORD).await.unwrap();
        let earlier = path;
        let path = asked(&house, &mut ana).await;
        assert_eq!(ana.get(&earlier).await.unwrap().status, 404);
        assert_eq!(takeouts(&house).len(), 1, "{:?}", takeouts(&house));
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
    /// Nobody else on the machine may read it. When it cannot be put together that is told after some
    /// days, nothing of it is left, and it can be asked for anew; what no request has is swept away.
    async fn own_data_that_fails_leaves_nothing_behind(house: House) {
        let mut ana = house.applicant("Ana").await;
        let sent = ana.upload("/documents", &[("name", "A")], ("file", "a.pdf", b"%PDF-1.7\nhers")).await;
        assert_eq!(sent.unwrap().status, 303);
        let [kept] = &walk(&house.folder.path().join("files"))[..] else { panic!("one document") };
        let aside = house.folder.path().join("aside");
        std::fs::rename(kept, &aside).unwrap();
        ana.did("/account/data", &[("password", PASSWORD)]).await.unwrap();
        house.installation.work().await.unwrap();
        assert_eq!(takeouts(&house), Vec::<std::path::PathBuf>::new());
        let page = read(&ana.get("/account/data").await.unwrap());
        assert!(page.contains("It is being put together"), "{page}");

        house.it_is("2026-03-05T15:00:00Z");
        house.installation.work().await.unwrap();

        let letter = house.letter_to("ana@").await;
        assert!(letter.body.contains("could not be put together"), "{}", letter.body);
        std::fs::rename(&aside, kept).unwrap();
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        asked(&house, &mut ana).await;
        let [file] = &takeouts(&house)[..] else { panic!("{:?}", takeouts(&house)) };
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{mode:o}");
        }

        for name in [format!("{}.zip", Uuid::now_v7()), ".tmpabc".to_owned(), "x.part".to_owned()] {
            let stray = std::fs::File::create(file.with_file_name(name)).unwrap();
            stray.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        }
        house.it_is("2026-03-07T15:00:00Z");
        house.installation.work().await.unwrap();
        assert_eq!(takeouts(&house), std::slice::from_ref(file));
    }
}

journey! {
    /// What was done for somebody is told to them; invitations to an address are told to who has shown
    /// that it is theirs.
    async fn own_data_is_what_was_done_for_one_and_not_what_is_anothers(house: House) {
        let mut ana = house.newcomer("Ana").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut alma = house.with_role("Alma", "administrator").await;
        let invited = [("role", "reviewer"), ("email", "ana@example.org"), ("language", "en")];
        alma.did("/desk/roles/invitations", &invited).await.unwrap();
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let help = format!("/desk/applications/{}/help", started.new_id().unwrap());
        cora.did(&help, &[("reason", "Cannot scan"), ("agreed", "phone")]).await.unwrap();
        let training =
            [("title", "Watching"), ("from", "2025-03-01"), ("to", "2025-03-01"), ("imh", "3")];
        cora.did("/locker/trainings", &training).await.unwrap();

        let path = asked(&house, &mut ana).await;
        let files = opened(&mut ana, &path).await;

        let trail = part(&files, "trail");
        let for_her = trail.iter().filter(|it| it["verb"] == "entry-added");
        assert_eq!(for_her.count(), 1, "{trail:#?}");
        assert_eq!(part(&files, "role-invitations").len(), 0);
        assert!(text(&files, "READ ME.txt").contains("Help with the locker by a coordinator"));

        let confirm = house.letters().await.into_iter().find(|it| it.to.contains("ana@")).unwrap();
        ana.did(&confirm.path(), &[]).await.unwrap();
        house.it_is("2026-03-03T15:00:00Z");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        let path = asked(&house, &mut ana).await;
        assert_eq!(part(&opened(&mut ana, &path).await, "role-invitations").len(), 1);
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
