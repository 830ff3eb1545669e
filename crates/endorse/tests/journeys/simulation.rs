//! Trying rules on the lockers of an installation: numbers, and never who.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::evidence::{N, areas, entry, person, training};
use crate::house::{House, PASSWORD, read};
use crate::journey;

fn program_file(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../programs")).join(path)
}

/// The rules of an Infant Family Associate with other hours of training.
fn draft(hours: u32) -> String {
    let text = std::fs::read_to_string(program_file("ct-aimh/policies/ifa.toml")).unwrap();
    let (before, newest) = text.rsplit_once("[[version]]").unwrap();
    let other = newest.replacen("minutes = 1800", &format!("minutes = {}", hours * 60), 1);
    assert_ne!(newest, other);
    format!("{before}[[version]]{other}")
}

/// Applicants with 30 hours of training each and nothing else.
async fn trained(house: &House, many: usize) {
    let areas = areas(house);
    for nth in 0..many {
        let name = format!("Person {nth}");
        let mut browser = house.applicant(&name).await;
        browser.did("/applications", &[("category", "ifa")]).await.unwrap();
        let who = person(house, &name).await;
        entry(house, who, "training", training("Attachment", 900, &areas)).await;
        entry(house, who, "training", training("Observation", 900, &areas)).await;
    }
}

fn simulate(house: &House, text: &str) -> (Option<i32>, String, String) {
    let file = house.folder.path().join("draft.toml");
    std::fs::write(&file, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_endorse"));
    command.args(["program", "simulate", "--format", "json", "--on", "2026-03-02", "--data"]);
    command.arg(house.folder.path()).arg(&file);
    if let Some(url) = &house.app.settings.database {
        let file = house.folder.path().join("simulate.toml");
        std::fs::write(&file, format!("database = {url:?}\n")).unwrap();
        command.arg("--config").arg(file);
    }
    let done = command.output().unwrap();
    let text = |it| String::from_utf8(it).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

journey! {
    /// Eleven have what is asked now and would not have what a draft asks; that is not told as eleven.
    async fn a_draft_is_tried_without_names(house: House) {
        trained(&house, 11).await;

        let (status, said, words) = simulate(&house, &draft(33));

        let said: Value = serde_json::from_str(&said).unwrap_or_else(|it| panic!("{it}: {words}"));
        let ifa = &said["categories"][0];
        assert_eq!(ifa["category"], "ifa");
        assert_eq!(ifa["lockers"], json!({ "about": 10 }), "{said:#}");
        // Without ratings and signatures nobody passes either way; the requirement tells it.
        assert_eq!((status, &ifa["newly_fail"]), (Some(0), &json!({ "fewer_than": 5 })));
        let total = ifa["requirements"].as_array().unwrap().iter();
        let total: Vec<&Value> = total.filter(|it| it["id"] == "training.total").collect();
        let nearly_all = json!({ "all_but_fewer_than": 5 });
        assert_eq!(total[0]["newly_unmet"], nearly_all, "{said:#}");
        let text = said.to_string();
        assert!(!text.contains("Person") && !text.contains("example.org"), "{text}");

        let (_, said, _) = simulate(&house, &draft(29));
        let said: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(said["categories"][0]["requirements"], json!([]), "{said:#}");
    }
}

journey! {
    /// A draft that is not sound is refused with its file and field, in the terminal and on the page; the
    /// page keeps what was typed.
    async fn a_draft_that_is_not_sound_is_refused_by_file_and_field(house: House) {
        let unsourced = draft(33).replace("source = [\"seed", "source = [\"nowhere");
        let (status, said, words) = simulate(&house, &unsourced);
        assert_eq!((status, said.as_str()), (Some(2), ""));
        assert!(words.contains("draft.toml") && words.contains("nowhere"), "{words}");
        assert_eq!(words.lines().count(), 1, "{words}");

        let asking = |id: &str, ask: &str| {
            let asked = "ask.training = { minutes = 60, names_area = true }";
            only_minutes(60).replace("training.total", id).replace(asked, ask)
        };
        let slots = format!("ask.references.slots = [{}]", "{},".repeat(201));
        let slots = asking("references", &slots);
        let ages = asking("leadership", "ask.leadership.years = 65535");
        let (status, _, words) = simulate(&house, &ages);
        assert_eq!(status, Some(2), "{words}");
        assert!(words.contains("more than 100 years"), "{words}");
        let long = simulate(&house, &slots);
        assert_eq!(long.0, Some(2));
        assert!(long.2.contains("slots: has 201 things in it, at most 200"), "{}", long.2);

        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let refused = cora.post("/desk/simulation", &[("draft", "category = 7")]).await.unwrap();
        assert_eq!(refused.status, 422);
        let text = read(&refused);
        assert!(text.contains("draft.toml: category") && text.contains("category = 7"), "{text}");
        let nothing = cora.post("/desk/simulation", &[]).await.unwrap();
        assert_eq!(nothing.status, 422);
        assert!(read(&nothing).contains("Please choose one."));
    }
}

journey! {
    /// The page tries a draft or a version that there is; it is there for coordinators only.
    async fn the_page_tries_a_draft_and_a_version(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut ana = house.applicant("Ana").await;
        assert_eq!(ana.get("/desk/simulation").await.unwrap().status, 404);
        let page = read(&cora.get("/desk/simulation").await.unwrap());
        assert!(page.contains("Try out rules"), "{page}");
        trained(&house, 10).await;

        let text = draft(33);
        let tried = cora.post("/desk/simulation", &[("draft", text.as_str())]).await.unwrap();
        assert_eq!(tried.status, 200);
        let tried = read(&tried);
        for words in ["Infant Family Associate: 2018 → 2018", "fewer than 5", "Training"] {
            assert!(tried.contains(words), "{words} is missing in\n{tried}");
        }
        assert!(!tried.contains("Person 1"), "{tried}");
        let known = [("version", "imhm-c to-2023")];
        let known = read(&cora.post("/desk/simulation", &known).await.unwrap());
        assert!(known.contains("2024 → to-2023"), "{known}");
        let spanish = cora.in_spanish().get("/desk/simulation").await.unwrap();
        assert!(read(&spanish).contains("Probar reglas"), "{}", read(&spanish));
    }
}

/// Rules that ask nothing but so many minutes of training.
fn only_minutes(minutes: u32) -> String {
    format!(
        "category = \"ifa\"\n[[version]]\nversion = \"probe\"\neffective_from = \"2026-01-01\"\n\
         anchor = \"submitted-on\"\nconfidence = \"page\"\nnote.en = \"x\"\nnote.es = \"x\"\n\
         [[version.requirement]]\nid = \"training.total\"\n\
         ask.training = {{ minutes = {minutes}, names_area = true }}\nsource = [\"seed000\"]\n\
         confidence = \"page\"\ntext.en = \"a\"\ntext.es = \"b\"\n"
    )
}

journey! {
    /// Whoever has applied nowhere is in no number; one person more or less among applicants changes no
    /// answer; of few lockers nothing is told.
    async fn drafts_do_not_tell_of_one_person(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let tried = async |cora: &mut endorse::story::Browser, minutes: u32| {
            let text = only_minutes(minutes);
            let tried = cora.post("/desk/simulation", &[("draft", text.as_str())]).await.unwrap();
            assert_eq!(tried.status, 200, "{}", read(&tried));
            let page = read(&tried);
            page.split("Try them out").next().unwrap().split("Try rules that").next().unwrap().to_owned()
        };
        trained(&house, 9).await;
        let few = tried(&mut cora, 60).await;
        assert!(few.contains("not told") && few.contains("fewer than 10"), "{few}");
        assert!(!few.contains("about"), "{few}");

        house.applicant("Vera").await;
        let vera = person(&house, "Vera").await;
        entry(&house, vera, "training", training("Long", 9000, &areas(&house))).await;
        assert_eq!(few, tried(&mut cora, 60).await, "somebody who has not applied is counted");

        let mut extra = house.applicant("Extra").await;
        extra.did("/applications", &[("category", "ifa")]).await.unwrap();
        let who = person(&house, "Extra").await;
        entry(&house, who, "training", training("Long", 9000, &areas(&house))).await;
        let (one, nobody) = (tried(&mut cora, 8999).await, tried(&mut cora, 9001).await);
        assert!(one.contains("fewer than 5"), "{one}");
        assert_eq!(one, nobody, "whether it is one or nobody is told");
    }
}

journey! {
    /// A coordinator tries so many drafts in a day, and every one is on record.
    async fn drafts_are_tried_so_often_and_on_record(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let known = [("version", "imhm-c to-2023")];
        for _ in 0..20 {
            assert_eq!(cora.post("/desk/simulation", &known).await.unwrap().status, 200);
        }

        let refused = cora.post("/desk/simulation", &known).await.unwrap();

        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("tried twenty times"), "{}", read(&refused));
        let mut tx = house.app.db.read().await.unwrap();
        let kept: Option<N> = tx
            .maybe(
                "select count(*) as n from audit_events where verb = 'rules-tried' and detail = $1",
                ("imhm-c to-2023",),
            )
            .await
            .unwrap();
        assert_eq!(kept.unwrap().n, 20);
        drop(tx);
        house.it_is("2026-03-03T15:00:01Z");
        cora.sign_in("cora.coordinator@example.org", PASSWORD).await.unwrap();
        assert_eq!(cora.post("/desk/simulation", &known).await.unwrap().status, 200);
    }
}
