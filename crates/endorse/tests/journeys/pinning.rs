//! Which rules an application is held to when newer ones take effect.

use crate::evidence::N;
use crate::handed_in::{File, file};
use crate::house::{House, read};
use crate::journey;

/// A Mentor's file that was handed in by the rules to 2023 and is open again, in 2026.
async fn of_2023(house: &House, name: &str) -> File {
    let file = file(house, name, "imhm-c", "23-007").await;
    let mut tx = house.app.db.write().await.unwrap();
    for sql in [
        "update applications set policy_version = 'to-2023', state = 'more-information'",
        "update submissions set policy_version = 'to-2023'",
    ] {
        tx.run(sql, ()).await.unwrap();
    }
    tx.commit().await.unwrap();
    file
}

async fn held_to(house: &House, version: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) as n from applications where policy_version = $1";
    let found: Option<N> = tx.maybe(sql, (version,)).await.unwrap();
    found.unwrap().n
}

async fn audited(house: &House, verb: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) as n from audit_events where verb = $1";
    let found: Option<N> = tx.maybe(sql, (verb,)).await.unwrap();
    found.unwrap().n
}

journey! {
    /// Not submitted when the rules change: the home says which rules will hold and from when, then that
    /// they hold, with what is harder and where one stands under each; there is nothing to choose.
    async fn who_has_not_submitted_is_told_which_rules_hold(house: House) {
        house.it_is("2023-12-31T20:00:00Z");
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "imhm-c")]).await.unwrap();
        let id = started.new_id().unwrap();
        let path = format!("/applications/{id}");

        let before = read(&ana.get(&path).await.unwrap());
        for words in [
            "New rules are coming",
            "If you submit before January 1, 2024, the rules of version to-2023 hold.",
            "rules of version to-2023 · IMHM-C 23-001",
        ] {
            assert!(before.contains(words), "{words} is missing in\n{before}");
        }

        // An hour past midnight where the association is.
        house.it_is("2024-01-01T06:00:00Z");
        let after = read(&ana.get(&path).await.unwrap());
        for words in [
            "New rules hold for your application",
            "rules of January 1, 2024 · IMHM-C 23-001",
            "Training Asks more",
            "Before: At least 30 clock hours of relationship-based training.",
            "By the rules of version to-2023,",
            "By the rules of January 1, 2024,",
        ] {
            assert!(after.contains(words), "{words} is missing in\n{after}");
        }
        assert!(!after.contains("Move to the new rules"), "{after}");
        let stay = [("choice", "stay"), ("version", "2024")];
        let refused = ana.post(&format!("{path}/rules"), &stay).await.unwrap();
        assert_eq!(refused.status, 409);
        assert_eq!(held_to(&house, "to-2023").await, 1, "looking changes nothing");
        let spanish = read(&ana.clone().in_spanish().get(&path).await.unwrap());
        assert!(spanish.contains("rigen reglas nuevas") && !spanish.contains('['), "{spanish}");
        let desk = read(&cora.get(&format!("/desk{path}")).await.unwrap());
        assert!(desk.contains("Newer rules hold") && desk.contains("rules 2024"), "{desk}");
    }
}

journey! {
    /// Submitted before the rules changed and open again: one stays, and may still move, once.
    async fn who_submitted_before_stays_or_moves(house: House) {
        let mut ana = house.applicant("Ana").await;
        let file = of_2023(&house, "Ana").await;
        let (path, rules) =
            (format!("/applications/{}", file.id), format!("/applications/{}/rules", file.id));

        let home = read(&ana.get(&path).await.unwrap());
        for words in [
            "New rules have taken effect",
            "Since January 1, 2024 the rules of January 1, 2024 are in force",
            "Training Asks more",
            "Move to the new rules",
            "Stay with the old rules",
        ] {
            assert!(home.contains(words), "{words} is missing in\n{home}");
        }

        for (choice, version) in [("", "2024"), ("stay", "2023"), ("leap", "2024")] {
            let refused = ana.post(&rules, &[("choice", choice), ("version", version)]).await;
            assert_eq!(refused.unwrap().status, 409, "{choice} {version}");
        }
        ana.did(&rules, &[("choice", "stay"), ("version", "2024")]).await.unwrap();
        let home = read(&ana.get(&path).await.unwrap());
        assert!(home.contains("You stayed with the rules of version to-2023"), "{home}");
        assert!(!home.contains("Stay with the old rules"), "{home}");
        assert_eq!((held_to(&house, "to-2023").await, audited(&house, "rules-stayed").await), (1, 1));

        ana.did(&rules, &[("choice", "move"), ("version", "2024")]).await.unwrap();
        let home = read(&ana.get(&path).await.unwrap());
        assert!(!home.contains("Move to the new rules"), "{home}");
        assert!(home.contains("rules of January 1, 2024 ·"), "{home}");
        assert!(home.contains("Moved to the newer rules"), "{home}");
        assert_eq!((held_to(&house, "2024").await, audited(&house, "rules-moved").await), (1, 1));
        let again = ana.post(&rules, &[("choice", "move"), ("version", "2024")]).await.unwrap();
        assert_eq!(again.status, 409);
        let inbox = read(&ana.get("/inbox").await.unwrap());
        assert!(inbox.contains("Which rules hold for IMHM-C 23-007"), "{inbox}");
    }
}

journey! {
    /// A stranger cannot choose for somebody, and is told nothing.
    async fn nobody_chooses_for_somebody_else(house: House) {
        house.applicant("Ana").await;
        let file = of_2023(&house, "Ana").await;
        let mut ben = house.applicant("Ben").await;

        let form = [("choice", "move"), ("version", "2024")];
        let strange = ben.post(&format!("/applications/{}/rules", file.id), &form).await.unwrap();
        let desk = ben.post(&file.desk("/rules"), &[]).await.unwrap();

        assert_eq!((strange.status.as_u16(), desk.status.as_u16()), (404, 404));
        assert_eq!(held_to(&house, "to-2023").await, 1);
    }
}

journey! {
    /// A coordinator holds an open file to earlier rules: with a reason that the person reads.
    async fn a_coordinator_holds_a_file_to_earlier_rules_with_a_reason(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "imhm-c")]).await.unwrap();
        let id = started.new_id().unwrap();
        let (home, desk) = (format!("/applications/{id}"), format!("/desk/applications/{id}"));
        let page = read(&cora.get(&desk).await.unwrap());
        assert!(page.contains("Hold to earlier rules"), "{page}");
        let page = read(&cora.get(&format!("{desk}/rules")).await.unwrap());
        assert!(page.contains("Training Asks less"), "{page}");

        let short = [("version", "to-2023"), ("reason", "She asked.")];
        let refused = cora.post(&format!("{desk}/rules"), &short).await.unwrap();
        assert_eq!(refused.status, 422);
        let text = read(&refused);
        assert!(text.contains("Please give the reason") && text.contains("She asked."), "{text}");
        let none = [("version", "1999"), ("reason", "Began her file in good faith in 2023.")];
        assert_eq!(cora.post(&format!("{desk}/rules"), &none).await.unwrap().status, 422);

        let good = [("version", "to-2023"), ("reason", "Began her file in good faith in 2023.")];
        cora.did(&format!("{desk}/rules"), &good).await.unwrap();

        let text = read(&ana.get(&home).await.unwrap());
        for words in [
            "You are held to the rules of version to-2023",
            "Began her file in good faith in 2023.",
            "Held to earlier rules, with a reason",
        ] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        let text = read(&cora.get(&desk).await.unwrap());
        assert!(text.contains("Reason on record: Began her file"), "{text}");
        assert_eq!(audited(&house, "rules-grandfathered").await, 1);
        let letter = house.letter_to("ana@").await;
        assert!(letter.body.contains("good faith"), "{}", letter.body);
        let own = cora.did("/applications", &[("category", "imhm-c")]).await.unwrap();
        let own = format!("/desk/applications/{}/rules", own.new_id().unwrap());
        assert_eq!(cora.get(&own).await.unwrap().status, 404, "nobody decides about themself");
    }
}
