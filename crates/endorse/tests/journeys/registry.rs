//! Looking somebody up: any word of a name, a number, a day in the past.

use jiff::civil::date;
use serde_json::Value;
use uuid::Uuid;

use crate::endorsements::{endorse, revoke};
use crate::house::{House, read};
use crate::journey;

journey! {
    /// Any word of a name will do, in any order, begun or whole, with or without accents.
    async fn a_name_is_found_by_any_of_its_words(house: House) {
        let mut visitor = house.visitor();
        let nothing = visitor.get("/registry").await.unwrap();
        assert!(read(&nothing).contains("Nobody is listed here."));
        house.applicant("María José O’Neill Ñandú").await;
        house.applicant("Mara Nandi").await;
        let it = endorse(&house, "María José O’Neill Ñandú", "imhm-c").await;
        endorse(&house, "Mara Nandi", "ifa").await;

        for q in ["maria", "NAND%C3%9A", "jos%C3%A9", "oneill", "o%27neill", "%C3%B1andu+mar", "mari+nand"] {
            let page = read(&visitor.get(&format!("/registry?q={q}")).await.unwrap());
            assert!(page.contains("María José O’Neill Ñandú"), "{q}\n{page}");
            assert!(!page.contains("Mara Nandi"), "{q}\n{page}");
        }
        let both = read(&visitor.get("/registry?q=mar").await.unwrap());
        assert!(both.contains("2 entries"), "{both}");
        let (shorter, longer) = (both.find("Mara Nandi").unwrap(), both.find("María").unwrap());
        assert!(shorter < longer, "who is called mara comes before who is called maria\n{both}");
        let associates = read(&visitor.get("/registry?q=mar&category=ifa").await.unwrap());
        assert!(associates.contains("One entry") && associates.contains("Mara Nandi"));
        let mentors = read(&visitor.get("/registry?q=mar+nan&category=imhm-c").await.unwrap());
        assert!(mentors.contains("One entry") && mentors.contains("María José"), "{mentors}");
        let number = format!("/registry?q={}", it.number.to_lowercase());
        assert!(read(&visitor.get(&number).await.unwrap()).contains("María José"));
        for nobody in ["zzz", "ria", "%25", "_____", "mara+nandu"] {
            let page = read(&visitor.get(&format!("/registry?q={nobody}")).await.unwrap());
            assert!(page.contains("Nobody listed here"), "{nobody}\n{page}");
        }
    }
}

journey! {
    /// Neither the registry nor verification tells an address.
    async fn the_registry_tells_no_address(house: House) {
        house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifs").await;
        let mut visitor = house.visitor();

        for path in ["/registry?q=soto", &it.verify()] {
            let page = visitor.get(path).await.unwrap().html();
            assert!(page.contains("Ana Soto"), "{path}");
            assert!(!page.contains("ana.soto@"), "{path}");
            assert!(page.contains("not a license"), "{path}: what it is not");
        }
    }
}

journey! {
    /// Verification answers in a sentence, on any day, and the same for every address that is none.
    async fn verification_answers_in_a_sentence(house: House) {
        house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifs").await;
        let mut visitor = house.visitor();

        let page = read(&visitor.get(&it.verify()).await.unwrap());
        let yes = "Yes. Ana Soto is endorsed as Infant Family Specialist, IFS, IMH-E®, \
                   since March 2, 2026.";
        assert!(page.contains(yes), "{page}");
        assert!(page.contains("until December 31, 2026"), "{page}");

        house.it_is("2026-06-01T15:00:00Z");
        revoke(&house, &it).await;
        house.it_is("2026-06-10T15:00:00Z");
        let then = read(&visitor.get(&format!("{}?on=2026-05-31", it.verify())).await.unwrap());
        assert!(then.contains("Yes. On May 31, 2026 Ana Soto was endorsed"), "{then}");
        let later = read(&visitor.get(&format!("{}?on=2026-06-01", it.verify())).await.unwrap());
        assert!(later.contains("No. On June 1, 2026 Ana Soto was not endorsed"), "{later}");
        let before = read(&visitor.get(&format!("{}?on=2026-03-01", it.verify())).await.unwrap());
        assert!(before.contains("No. On March 1, 2026"), "{before}");
        let no_day = visitor.get(&format!("{}?on=9999-99-99", it.verify())).await.unwrap();
        assert_eq!(no_day.status, 422);
        assert!(read(&no_day).contains("a day that exists"), "{}", read(&no_day));
        let found = read(&visitor.get("/registry?q=soto&on=2026-05-31").await.unwrap());
        assert!(found.contains("Valid") && found.contains("As it stood on May 31, 2026"));
        let earlier = read(&visitor.get("/registry?q=soto&on=2026-03-01").await.unwrap());
        assert!(earlier.contains("Nobody listed here"), "{earlier}");

        let one = visitor.get("/verify/nobody").await.unwrap();
        let other = visitor.get("/verify/AAAAAAAAAAAAAAAAAAAAAAAA").await.unwrap();
        assert_eq!((one.status, other.status), (404.try_into().unwrap(), one.status));
        let plain = |html: String, id: &str| html.replace(id, "");
        assert_eq!(
            plain(one.html(), "nobody"),
            plain(other.html(), "AAAAAAAAAAAAAAAAAAAAAAAA")
        );
        assert_eq!(visitor.get("/credentials/nobody").await.unwrap().status, 404);
    }
}

journey! {
    /// An endorsement whose time is over is never shown as valid.
    async fn what_was_not_renewed_is_no_longer_valid(house: House) {
        house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifs").await;
        let mut visitor = house.visitor();

        house.it_is("2027-01-01T04:59:59Z");
        let last = read(&visitor.get(&it.verify()).await.unwrap());
        assert!(last.contains("Yes."), "it is still December 31 in Connecticut\n{last}");
        house.it_is("2027-01-01T05:00:00Z");
        let over = read(&visitor.get(&it.verify()).await.unwrap());
        assert!(over.contains("No longer. Ana Soto was endorsed"), "{over}");
        let found = read(&visitor.get("/registry?q=soto").await.unwrap());
        assert!(found.contains("Ended, not renewed") && !found.contains("Valid"), "{found}");
    }
}

journey! {
    /// Programs get the same answer as JSON, with the signed badge and the signed list in it.
    async fn programs_get_a_signed_answer(house: House) {
        house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifs").await;
        let mut visitor = house.visitor();
        let page = visitor.get(&it.verify()).await.unwrap();
        assert!(page.headers["content-type"].to_str().unwrap().starts_with("text/html"));

        let answer = visitor.get_as(&it.verify(), "application/json").await.unwrap();
        let said: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(said["valid"], true);
        assert_eq!(said["number"], "CT-IFS-00001");
        assert_eq!(said["valid_until"], "2026-12-31");
        let mut issuers = credentials::Issuers::new();
        issuers.learn(&visitor.get("/.well-known/did.json").await.unwrap().body).unwrap();
        issuers.learn(said["signed"]["status_list"].to_string().as_bytes()).unwrap();
        let badge = said["signed"]["badge"].to_string();
        let report = credentials::verify(badge.as_bytes(), &issuers, house.dial.now());
        assert_eq!(report.verdict(), credentials::Outcome::Passed, "{:?}", report.findings);

        let path = format!("/credentials/{}", it.public_id);
        let plain = visitor.get(&path).await.unwrap();
        assert_eq!(plain.headers["content-type"], "application/ld+json");
        let asked = visitor.get_as(&path, "application/vc").await.unwrap();
        assert_eq!(asked.headers["content-type"], "application/vc");
    }
}

journey! {
    /// A day that cannot be asked about comes back as it was typed.
    async fn a_day_that_is_none_comes_back(house: House) {
        let mut visitor = house.visitor();
        let answer = visitor.get("/registry?q=ana&on=2099-01-01").await.unwrap();
        assert_eq!(answer.status, 422);
        assert!(answer.html().contains(r#"value="ana""#));
        assert!(answer.html().contains(r#"value="2099-01-01""#));
        assert!(read(&answer).contains("This day has not come yet."));
    }
}

/// Lists many people, as an import would.
async fn list(house: &House, from: usize, to: usize) {
    let mut tx = house.app.db.write().await.unwrap();
    let now = house.dial.now();
    for n in from..to {
        let id = Uuid::now_v7();
        let words = [format!("fam{n:05}"), "sample".to_owned()];
        let name = format!("Sample Fam{n:05}");
        tx.run(
            "insert into endorsements (id, association_id, category, policy_version, number,
                 public_id, subject_urn, name, name_key, awarded_on, valid_from, valid_until,
                 status_index, listed_at, created_at)
             values ($1, 'ct-aimh', 'ifa', '2024', $2, $2, $2, $3, $4, $5, $5, $6, $7, $8, $8)",
            (
                id,
                format!("X-{n:05}"),
                name.as_str(),
                name.to_lowercase(),
                date(2025, 1, 1),
                date(2026, 12, 31),
                i64::try_from(n).unwrap(),
                now,
            ),
        )
        .await
        .unwrap();
        tx.run(
            "insert into endorsement_intervals (id, endorsement_id, status, from_on, recorded_at)
             values ($1, $2, 'active', $3, $4)",
            (Uuid::now_v7(), id, date(2025, 1, 1), now),
        )
        .await
        .unwrap();
        for word in words {
            tx.run(
                "insert into registry_words (association_id, word, name_key, endorsement_id)
                 values ('ct-aimh', $1, $2, $3)",
                (word, name.to_lowercase(), id),
            )
            .await
            .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

journey! {
    /// Five hundred people are fifty to a page, each once, in the order of their names.
    async fn pages_are_turned_without_losing_anybody(house: House) {
        list(&house, 0, 500).await;
        let mut visitor = house.visitor();

        let questions = ["", "?q=sample", "?category=ifa", "?q=fam+sample", "?q=sa&category=ifa"];
        for question in questions.map(|it| format!("/registry{it}")) {
            let (mut path, mut seen) = (question.to_owned(), Vec::new());
            loop {
                let html = visitor.get(&path).await.unwrap().html();
                seen.extend(html.split("Sample Fam").skip(1).map(|it| it[..5].to_owned()));
                // The switch to Spanish leads to this page, and not on.
                let Some(at) = html.find("\"/registry?after=") else { break };
                let next = html[at + 1..].split('"').next().unwrap();
                path = next.replace("&#38;", "&").replace("&amp;", "&");
            }
            let expected: Vec<String> = (0..500).map(|n| format!("{n:05}")).collect();
            assert_eq!(seen, expected, "{question}");
        }
    }
}

journey! {
    /// A page costs as many statements among five hundred as among five.
    async fn the_registry_asks_as_little_of_many_as_of_few(house: House) {
        let paths = [
            "/registry",
            "/registry?q=sample",
            "/registry?q=sample+fam&category=ifa",
            "/registry?q=X-00003",
            "/verify/X-00003",
        ];
        let mut visitor = house.visitor();
        let mut costs = Vec::new();
        for (from, to) in [(0, 5), (5, 500)] {
            list(&house, from, to).await;
            let mut cost = Vec::new();
            for path in paths {
                let (answer, count) = db::counted(visitor.get(path)).await;
                assert_eq!(answer.unwrap().status, 200);
                cost.push(count);
            }
            costs.push(cost);
        }
        assert_eq!(costs[0], costs[1]);
        assert!(costs[0].iter().all(|it| *it <= 3), "{costs:?}");
    }
}

journey! {
    /// What an answer to frequent words begins with is found out once; whoever asks afterwards, and
    /// on the page after it, gets the same answer for less.
    async fn frequent_words_are_counted_once(house: House) {
        list(&house, 0, 1_050).await;
        let mut visitor = house.visitor();
        let path = "/registry?q=sample+fam";

        let (first, counted) = db::counted(visitor.get(path)).await;
        let (again, known) = db::counted(visitor.get(path)).await;
        assert_eq!(first.unwrap().html(), again.unwrap().html());
        assert_eq!(counted - known, 2, "{counted} and {known}");

        // Another question is counted by itself, and a rare word among frequent ones every time.
        let (_, other) = db::counted(visitor.get("/registry?q=fa+sample")).await;
        assert_eq!(other, counted);
        for _ in 0..2 {
            let (rare, count) = db::counted(visitor.get("/registry?q=sample+quill")).await;
            assert!(!rare.unwrap().html().contains("Sample Fam"));
            assert_eq!(count, known + 1);
        }
    }
}
