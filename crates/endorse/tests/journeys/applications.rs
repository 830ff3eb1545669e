//! Applications: starting, preparing, submitting, withdrawing.

use rules::{Assessment, Locker};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::evidence::{N, entry, person, ready, training};
use crate::handed_in::{File, decision, fields};
use crate::house::read;
use crate::journey;

/// What was frozen.
#[derive(sqlx::FromRow)]
struct Frozen {
    locker: String,
    locker_sha256: String,
    assessment: String,
    assessment_sha256: String,
}

async fn frozen(house: &crate::house::House) -> Vec<Frozen> {
    let mut tx = house.app.db.read().await.unwrap();
    tx.all("select locker, locker_sha256, assessment, assessment_sha256 from submissions", ())
        .await
        .unwrap()
}

journey! {
    /// A newcomer finds a page that teaches, starts, and sees at once what is asked.
    async fn a_newcomer_starts_an_application(house: House) {
        let mut ana = house.applicant("Ana").await;
        assert!(read(&ana.get("/home").await.unwrap()).contains("No application yet"));

        let started = ana.did("/applications", &[("category", "imhm-c")]).await.unwrap();
        let id = started.new_id().unwrap();

        let home = ana.get("/home").await.unwrap();
        assert_eq!(home.location().unwrap(), format!("/applications/{id}"));
        let text = read(&ana.get(&format!("/applications/{id}")).await.unwrap());
        for words in [
            "IMHM-C 26-001",
            "rules of January 1, 2024",
            "Not there yet. None of",
            "Next step",
            "Put your degree into the locker",
            "48 h",
            "the program supervisor",
            "Written exam",
        ] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
    }
}

journey! {
    /// Nobody has two open applications for one category; a category that is not offered is none.
    async fn a_second_application_of_the_same_category_is_refused_in_a_sentence(house: House) {
        let mut ana = house.applicant("Ana").await;
        ana.did("/applications", &[("category", "ifa")]).await.unwrap();

        let again = ana.post("/applications", &[("category", "ifa")]).await.unwrap();
        assert_eq!(again.status, 422);
        assert!(read(&again).contains("You already have an open application"), "{}", read(&again));
        let none = ana.post("/applications", &[("category", "ers")]).await.unwrap();
        assert_eq!(none.status, 422);
        assert!(read(&none).contains("Please choose one."));

        let other = ana.did("/applications", &[("category", "ifs")]).await.unwrap();
        let path = format!("/applications/{}", other.new_id().unwrap());
        assert!(read(&ana.get(&path).await.unwrap()).contains("IFS 26-002"), "a number is lost");
        let all = read(&ana.get("/home").await.unwrap());
        assert!(all.contains("IFA 26-001") && all.contains("IFS 26-002"), "{all}");
    }
}

journey! {
    /// The home follows the locker: what counts, what does not and why, and what closes the gap.
    async fn the_home_follows_the_locker(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = ana.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let path = format!("/applications/{id}");
        let who = person(&house, "Ana").await;
        let area = ["theoretical-foundations/attachment".to_owned()];

        entry(&house, who, "training", training("Infant observation", 450, &area)).await;
        entry(&house, who, "training", training("A talk", 600, &[])).await;

        let text = read(&ana.get(&path).await.unwrap());
        for words in [
            "7.5 of 30 h",
            "one entry does not count",
            "Infant observation",
            "7.5 hours",
            "What did not count, and why",
            "It names no competency area.",
            "22.5 more hours of training",
            // Two years of work would do as well as a degree.
            "Put in your degree or your work",
        ] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        let spanish = read(&ana.clone().in_spanish().get(&path).await.unwrap());
        assert!(spanish.contains("7,5 de 30 h") && !spanish.contains('['), "{spanish}");
    }
}

journey! {
    /// What is in the way is listed, each with the way to it; nothing is frozen meanwhile.
    async fn what_blocks_is_listed(house: House) {
        let mut ana = house.newcomer("Ana").await;
        let id = ana.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let path = format!("/applications/{id}/submission");

        let page = ana.get(&path).await.unwrap();
        let refused = ana.post(&path, &[]).await.unwrap();

        assert_eq!(refused.status, 422);
        assert_eq!(read(&page), read(&refused));
        let text = read(&page);
        for words in [
            "things are in the way",
            "Training Add a training",
            "Reference ratings See the people you ask",
            "Code of Ethics Read and sign",
            "Registration Say how you will pay",
            "Your e-mail address is not confirmed",
        ] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        assert!(frozen(&house).await.is_empty());
        let home = read(&ana.get(&format!("/applications/{id}")).await.unwrap());
        assert!(home.contains("Not there yet."), "{home}");
    }
}

journey! {
    /// Submitting freezes: the hash is that of the bytes, the locker may change, the file does not.
    async fn submitting_freezes_what_was_shown(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let (mut ana, id) = ready(&house, "Ana").await;
        let (path, check) = (format!("/applications/{id}"), format!("/applications/{id}/submission"));
        let home = read(&ana.get(&path).await.unwrap());
        assert!(home.contains("Yes"), "{home}");

        let done = ana.did(&check, &[]).await.unwrap();
        assert_eq!(done.location().unwrap(), check);
        assert!(read(&ana.get(&check).await.unwrap()).contains("IFA 26-001"));

        let kept = frozen(&house).await;
        let [kept] = kept.as_slice() else { panic!("{} submissions", kept.len()) };
        assert_eq!(kept.locker_sha256, hex::encode(Sha256::digest(&kept.locker)));
        assert_eq!(kept.assessment_sha256, hex::encode(Sha256::digest(&kept.assessment)));
        let locker: Locker = serde_json::from_str(&kept.locker).unwrap();
        let assessment: Assessment = serde_json::from_str(&kept.assessment).unwrap();
        assert_eq!((locker.trainings.len(), locker.references.len()), (2, 3));
        let policy = house.app.program.policy_version("ifa", &assessment.version).unwrap();
        let again = rules::assess(policy, &locker, assessment.on, assessment.stage);
        assert_eq!(again, assessment, "the rules say something else about the same file");

        let degree = json!({ "id": "", "degree": "master", "title": "MSW later" });
        entry(&house, person(&house, "Ana").await, "education", degree).await;
        assert_eq!(frozen(&house).await[0].locker, kept.locker);
        let text = read(&ana.get(&path).await.unwrap());
        for words in [
            "Submitted. We have your application.",
            "Changed in your locker since you submitted",
            "MSW later Added",
            "What has happened",
        ] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        assert!(!text.contains("Next step"), "{text}");

        let mail = read(&ana.get("/inbox").await.unwrap());
        assert!(mail.contains("Your application IFA 26-001 is submitted"), "{mail}");
        let mail = read(&cora.get("/inbox").await.unwrap());
        assert!(mail.contains("IFA 26-001: Ana has submitted"), "{mail}");
        let spanish = read(&ana.in_spanish().get(&path).await.unwrap());
        assert!(spanish.contains("Presentada") && !spanish.contains('['), "{spanish}");
    }
}

journey! {
    /// Twenty clicks at once make exactly one submission, and all end on its confirmation.
    async fn twenty_submissions_at_once_are_one(house: House) {
        let (ana, id) = ready(&house, "Ana").await;
        let path = format!("/applications/{id}/submission");

        let clicks = (0..20).map(|_| {
            let (mut ana, path) = (ana.clone(), path.clone());
            tokio::spawn(async move { ana.post(&path, &[]).await.unwrap() })
        });
        let clicks: Vec<_> = clicks.collect();
        for click in clicks {
            let answer = click.await.unwrap();
            assert_eq!(answer.status, 303, "{}", answer.html());
            assert_eq!(answer.location().unwrap(), path);
        }

        assert_eq!(frozen(&house).await.len(), 1);
        let mut tx = house.app.db.read().await.unwrap();
        let steps: Option<N> =
            tx.maybe("select count(*) as n from application_steps", ()).await.unwrap();
        let letters: Option<N> = tx
            .maybe("select count(*) as n from messages where kind = 'application-submitted'", ())
            .await
            .unwrap();
        assert_eq!((steps.unwrap().n, letters.unwrap().n), (1, 1));
    }
}

journey! {
    /// Whoever is asked for more reads the letter where they submit again, and is warned before the
    /// same file is sent a second time.
    async fn submitting_again_says_what_was_asked(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let (mut ana, id) = ready(&house, "Ana").await;
        let check = format!("/applications/{id}/submission");
        ana.did(&check, &[]).await.unwrap();
        let file = File { id };
        let mut typed = decision(&mut cora, &file, "more-information").await;
        typed[3].1.push_str("\n\nPlease add your transcript.");
        cora.did(&file.desk("/decisions"), &fields(&typed)).await.unwrap();

        let text = read(&ana.get(&check).await.unwrap());
        for said in ["What you were asked", "add your transcript", "Nothing in your locker has changed"] {
            assert!(text.contains(said), "{said} is missing in\n{text}");
        }
        let degree = json!({ "id": "", "degree": "master", "title": "MSW later" });
        entry(&house, person(&house, "Ana").await, "education", degree).await;
        let text = read(&ana.get(&check).await.unwrap());
        assert!(!text.contains("Nothing in your locker has changed"), "{text}");
        ana.did(&check, &[]).await.unwrap();
    }
}

journey! {
    /// Withdrawing asks first and ends it; the category is free for a new start.
    async fn withdrawing_asks_first(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = ana.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let path = format!("/applications/{id}/withdrawal");

        assert!(read(&ana.get(&path).await.unwrap()).contains("Withdraw this application?"));
        assert!(read(&ana.get(&format!("/applications/{id}")).await.unwrap()).contains("Not there"));
        ana.did(&path, &[]).await.unwrap();

        let text = read(&ana.get(&format!("/applications/{id}")).await.unwrap());
        assert!(text.contains("You withdrew this application."), "{text}");
        assert_eq!(ana.post(&path, &[]).await.unwrap().status, 409);
        assert_eq!(ana.get(&path).await.unwrap().status, 404);
        let submission = format!("/applications/{id}/submission");
        assert_eq!(ana.get(&submission).await.unwrap().status, 404);
        ana.post(&submission, &[]).await.unwrap();
        assert!(frozen(&house).await.is_empty());
        ana.did("/applications", &[("category", "ifa")]).await.unwrap();
    }
}

journey! {
    /// A stranger's application is exactly a missing one.
    async fn a_strangers_application_is_not_there(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = ana.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let mut ben = house.applicant("Ben").await;
        let missing = "00000000-0000-7000-8000-000000000000";

        for page in ["", "/submission", "/withdrawal", "/payments"] {
            let strange = ben.get(&format!("/applications/{id}{page}")).await.unwrap();
            let nothing = ben.get(&format!("/applications/{missing}{page}")).await.unwrap();
            assert_eq!((strange.status.as_u16(), nothing.status.as_u16()), (404, 404), "{page}");
            assert_eq!(read(&strange), read(&nothing), "{page}");
        }
        for page in ["/submission", "/withdrawal"] {
            let strange = ben.post(&format!("/applications/{id}{page}"), &[]).await.unwrap();
            assert_eq!(strange.status, 404, "{page}");
        }
        assert_eq!(ana.get(&format!("/applications/{id}")).await.unwrap().status, 200);
    }
}
