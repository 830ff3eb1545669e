//! Advisors: proposed, agreed to, ended by any of the three; what they see meanwhile, and what never.

use endorse::story::Browser;
use serde_json::json;
use uuid::Uuid;

use crate::audit::fresh;
use crate::canaries::whole;
use crate::evidence::{N, entry, person, training};
use crate::handed_in::{decision, fields, file};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::reviews::{given, reviewed};

/// An application that somebody has just begun.
async fn begun(house: &House, name: &str, category: &str) -> (Browser, Uuid) {
    let mut browser = house.applicant(name).await;
    let started = browser.did("/applications", &[("category", category)]).await.unwrap();
    (browser, started.new_id().unwrap())
}

/// The coordinator proposes an advisor; says the address of the advising below the application.
async fn proposed(house: &House, cora: &mut Browser, of: Uuid, advisor: &str) -> String {
    let id = person(house, advisor).await.to_string();
    let path = format!("/desk/applications/{of}/advising");
    cora.did(&path, &[("advisor", &id)]).await.unwrap();
    format!("/applications/{of}/advising/{}", open(house, of).await)
}

/// The same, and the person agrees; says which advising it is.
pub async fn advised(
    house: &House,
    cora: &mut Browser,
    advisor: &str,
    (person, of): (&mut Browser, Uuid),
) -> Uuid {
    let path = proposed(house, cora, of, advisor).await;
    person.did(&format!("{path}/agreement"), &[]).await.unwrap();
    open(house, of).await
}

/// The advising of an application that has not ended.
async fn open(house: &House, of: Uuid) -> Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select id from advisings where application_id = $1 and ended_at is null";
    let found: Option<(Uuid,)> = tx.maybe(sql, (of,)).await.unwrap();
    found.unwrap().0
}

async fn number(house: &House, sql: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<N> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap().n
}

journey! {
    /// She is told what would be seen, and nothing is before she agrees; then the advisor reads who
    /// is stuck and on what, and no word of hers.
    async fn an_advisor_sees_who_is_stuck_once_she_agrees(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let (mut ana, application) = begun(&house, "Ana Alvarez", "ifa").await;
        let ana_id = person(&house, "Ana Alvarez").await;
        entry(&house, ana_id, "training", training("CANARY training", 600, &[])).await;
        let job = json!({ "role": "CANARY role", "employer": "CANARY house", "from": "2020-01-01" });
        entry(&house, ana_id, "work", job).await;
        let link = house.letter_to("ana.alvarez@").await.path();
        ana.did(&link, &[]).await.unwrap();
        let rater = [("relation", "colleague"), ("name", "CANARY rater"),
            ("email", "rater@example.org"), ("language", "en"), ("waiver", "waive"),
            ("waiver_name", "Ana Alvarez")];
        ana.did(&format!("/applications/{application}/references"), &rater).await.unwrap();
        let empty = read(&adam.get("/advising").await.unwrap());
        assert!(empty.contains("Nobody yet") && empty.contains("For example"), "{empty}");

        let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
        let advisee = format!("/advising/{}", open(&house, application).await);
        let letter = house.letter_to("ana.alvarez@").await;
        assert!(letter.body.contains("proposes Adam Advisor as your advisor"), "{}", letter.body);
        let home = read(&ana.get(&format!("/applications/{application}")).await.unwrap());
        for said in ["Adam Advisor could advise you", "which requirements are met",
            "your entries and documents", "who your raters are", "fees and payments"] {
            assert!(home.contains(said), "{said} is missing in\n{home}");
        }
        assert_eq!(adam.get(&advisee).await.unwrap().status, 404);
        let list = read(&adam.get("/advising").await.unwrap());
        assert!(list.contains("One person has been asked") && !list.contains("Ana"), "{list}");
        let told = |it: &crate::house::Letter| it.to.contains("adam") && it.body.contains("Ana");
        let nothing = !house.letters().await.iter().any(told);
        assert!(nothing, "the advisor was told before she agreed");

        let said = ana.did(&format!("{path}/agreement"), &[]).await.unwrap();
        assert!(said.location().unwrap().contains("said-advising-agreed"));
        assert_eq!(ana.post(&format!("{path}/agreement"), &[]).await.unwrap().status, 409);
        let letter = house.letter_to("adam.advisor@").await;
        assert!(letter.body.contains("Ana Alvarez agreed"), "{}", letter.body);
        assert!(house.letter_to("cora.coordinator@").await.body.contains("Ana Alvarez agreed"));
        house.it_is("2026-04-20T15:00:00Z");
        adam.sign_in(&address("Adam Advisor"), PASSWORD).await.unwrap();
        let list = read(&adam.get("/advising").await.unwrap());
        for said in ["Ana Alvarez", "IFA 26-001", "March 2, 2026", "Nothing changed for 49 days",
            "not yet", "Next:"] {
            assert!(list.contains(said), "{said} is missing in\n{list}");
        }
        let page = adam.get(&advisee).await.unwrap();
        let text = read(&page);
        for said in ["Next steps", "of 30 h", "None has come in", "One was asked for",
            "signature under the Code of Ethics"] {
            assert!(text.contains(said), "{said} is missing in\n{text}");
        }
        for never in ["CANARY", "rater@", "/locker", "/documents", "/payments"] {
            let main = page.html().split("<main").nth(1).unwrap().to_owned();
            assert!(!main.contains(never), "{never} is in\n{text}");
        }
        for other in [format!("/applications/{application}"), format!("/desk/applications/{application}"),
            "/desk".to_owned(), "/reviews".to_owned()] {
            assert_eq!(adam.get(&other).await.unwrap().status, 404, "{other}");
        }

        ana.sign_in(&address("Ana Alvarez"), PASSWORD).await.unwrap();
        let trail = read(&ana.get("/account/trail").await.unwrap());
        assert!(trail.contains("An advisor proposed") && trail.contains("Agreed to being advised"), "{trail}");
        let spanish = read(&ana.clone().in_spanish().get(&format!("/applications/{application}")).await.unwrap());
        assert!(spanish.contains("Su persona asesora") && spanish.contains("Asesoría aceptada"), "{spanish}");
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// Each of the three ends it; the others are told, and the advisor's page is gone at once. A no
    /// tells the coordinator, and the advisor never learns of whom.
    async fn each_side_ends_it_and_the_others_are_told(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let (mut ana, application) = begun(&house, "Ana Alvarez", "ifa").await;
        let desk = format!("/desk/applications/{application}/advising");

        let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
        ana.did(&format!("{path}/end"), &[]).await.unwrap();
        assert!(house.letter_to("cora.").await.body.contains("said no to Adam Advisor"));
        let told = |it: &crate::house::Letter| it.to.contains("adam") && it.body.contains("Ana");
        assert!(!house.letters().await.iter().any(told));
        assert_eq!(ana.post(&format!("{path}/agreement"), &[]).await.unwrap().status, 409);

        for (who, to, said) in [
            ("ana", ["adam.", "cora."], "Ana Alvarez ended it"),
            ("adam", ["ana.", "cora."], "Adam Advisor ended it"),
            ("cora", ["ana.", "adam."], "endorsement coordinator ended it"),
        ] {
            let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
            ana.did(&format!("{path}/agreement"), &[]).await.unwrap();
            let id = open(&house, application).await;
            let page = format!("/advising/{id}");
            assert_eq!(adam.get(&page).await.unwrap().status, 200);
            let end = match who {
                "ana" => ana.did(&format!("{path}/end"), &[]).await,
                "adam" => adam.did(&format!("{page}/end"), &[]).await,
                _ => cora.did(&format!("{desk}/{id}/end"), &[]).await,
            };
            end.unwrap();
            for to in to {
                let letter = house.letter_to(to).await;
                assert!(letter.body.contains(said), "{who}, to {to}: {}", letter.body);
            }
            assert_eq!(adam.get(&page).await.unwrap().status, 404);
            let talk = [("on", "2026-03-01"), ("minutes", "30"), ("note", "Late")];
            assert_eq!(adam.post(&format!("{page}/contacts"), &talk).await.unwrap().status, 404);
            assert_eq!(adam.post(&format!("{page}/end"), &[]).await.unwrap().status, 404);
            assert_eq!(cora.post(&format!("{desk}/{id}/end"), &[]).await.unwrap().status, 409);
        }
        let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
        cora.did(&format!("{desk}/{}/end", open(&house, application).await), &[]).await.unwrap();
        assert!(house.letter_to("ana.").await.body.contains("has been taken back"));
        assert_eq!(ana.post(&format!("{path}/agreement"), &[]).await.unwrap().status, 409);
        let timeline = read(&cora.get(&format!("/desk/applications/{application}")).await.unwrap());
        assert!(timeline.contains("Advisor declined") && timeline.contains("Advising ended"), "{timeline}");
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// Who judges does not advise, and who advises does not judge: not now, not later, not another
    /// file of the same person. Nor the person, nor a rater, nor anybody without the role.
    async fn nobody_advises_and_judges_the_same_person(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        for name in ["Ana Alvarez", "Rita Both", "Rhea Rater", "Adam Advisor"] {
            house.with_role(name, "advisor").await;
        }
        for name in ["Rita Both", "Adam Advisor", "Ruth Reviewer"] {
            if name == "Ruth Reviewer" {
                house.applicant(name).await;
            }
            house.app.grant(&address(name), "reviewer").await.unwrap();
        }
        let mut ana = house.visitor();
        ana.sign_in(&address("Ana Alvarez"), PASSWORD).await.unwrap();
        let link = house.letter_to("ana.alvarez@").await.path();
        ana.did(&link, &[]).await.unwrap();
        let first = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let begun = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let second = begun.new_id().unwrap();
        let rater = [("relation", "colleague"), ("name", "Rhea"), ("email", "rhea.rater@example.org"),
            ("language", "en"), ("waiver", "waive"), ("waiver_name", "Ana Alvarez")];
        ana.did(&format!("/applications/{second}/references"), &rater).await.unwrap();
        given(&house, &mut cora, "Rita Both", &first).await;

        let page = read(&cora.get(&format!("/desk/applications/{second}")).await.unwrap());
        assert!(page.contains("Adam Advisor (advises nobody)"), "{page}");
        let path = format!("/desk/applications/{second}/advising");
        for name in ["Ana Alvarez", "Rita Both", "Rhea Rater", "Ruth Reviewer"] {
            assert!(!page.contains(&format!("{name} (advises")), "{name}: {page}");
            let id = person(&house, name).await.to_string();
            let refused = cora.post(&path, &[("advisor", &id)]).await.unwrap();
            assert_eq!(refused.status, 422, "{name}");
            assert_eq!(refused.html().matches("id=\"problems-title\"").count(), 1);
        }
        let offered = proposed(&house, &mut cora, second, "Adam Advisor").await;
        let adam = person(&house, "Adam Advisor").await.to_string();
        let assign = first.desk("/assignments");
        assert_eq!(cora.post(&assign, &[("reviewer", &adam)]).await.unwrap().status, 422);
        ana.did(&format!("{offered}/agreement"), &[]).await.unwrap();
        ana.did(&format!("{offered}/end"), &[]).await.unwrap();
        assert_eq!(cora.post(&assign, &[("reviewer", &adam)]).await.unwrap().status, 422);
        // Whoever was asked about and declined knows nothing, and may judge.
        let (mut bea, hers) = self::begun(&house, "Bea Brook", "ifa").await;
        let offered = proposed(&house, &mut cora, hers, "Adam Advisor").await;
        bea.did(&format!("{offered}/end"), &[]).await.unwrap();
        let beas = file(&house, "Bea Brook", "ifs", "26-002").await;
        cora.did(&beas.desk("/assignments"), &[("reviewer", &adam)]).await.unwrap();
        let broken = whole(&house).await.broken();
        assert!(!broken.contains(&"advising.apart"), "{broken:?}");
    }
}

journey! {
    of crate::house::two();
    /// Somebody else's, another association's, and whatever was before and after, is exactly what is
    /// not there; so is everything without the role, and after the application's end.
    async fn what_is_not_the_advisors_is_not_there(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let mut abel = house.with_role("Abel Advisor", "advisor").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let (mut ana, application) = begun(&house, "Ana Alvarez", "ifa").await;
        let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
        let mut bea = house.applicant("Bea Brook").await;
        for act in ["agreement", "end"] {
            assert_eq!(bea.post(&format!("{path}/{act}"), &[]).await.unwrap().status, 404);
        }
        ana.did(&format!("{path}/agreement"), &[]).await.unwrap();
        let page = format!("/advising/{}", open(&house, application).await);
        assert_eq!(adam.get(&page).await.unwrap().status, 200);
        let mut elsewhere = house.visitor_of("first3years-tx");
        elsewhere.sign_in(&address("Adam Advisor"), PASSWORD).await.unwrap();
        house.installation.of("first3years-tx").unwrap().grant(&address("Adam Advisor"), "advisor").await.unwrap();
        assert!(!read(&elsewhere.get("/advising").await.unwrap()).contains("Ana"));
        for stranger in [&mut abel, &mut elsewhere, &mut ana, &mut rita, &mut cora] {
            assert_eq!(stranger.get(&page).await.unwrap().status, 404);
            assert_eq!(stranger.post(&format!("{page}/end"), &[]).await.unwrap().status, 404);
        }

        let mut alma = house.with_role("Alma Administrator", "administrator").await;
        let roles = alma.get("/desk/roles").await.unwrap().html();
        let his = roles.split("<li>").find(|it| it.contains("Adam Advisor")).unwrap();
        let end = crate::evidence::quoted_after(his, r#"btn--danger" href=""#).unwrap();
        alma.did(&end, &[("reason", "Moved away")]).await.unwrap();
        assert_eq!(adam.get(&page).await.unwrap().status, 404);
        assert_eq!(adam.get("/advising").await.unwrap().status, 404);
        let home = read(&ana.get(&format!("/applications/{application}")).await.unwrap());
        assert!(home.contains("Is no longer an advisor here"), "{home}");
        house.app.grant(&address("Adam Advisor"), "advisor").await.unwrap();
        assert_eq!(adam.get(&page).await.unwrap().status, 200);

        ana.did(&format!("/applications/{application}/withdrawal"), &[]).await.unwrap();
        assert_eq!(adam.get(&page).await.unwrap().status, 404);
        assert!(!read(&adam.get("/advising").await.unwrap()).contains("Ana"));
        let desk = format!("/desk/applications/{application}/advising");
        let abels = person(&house, "Abel Advisor").await.to_string();
        assert_eq!(cora.post(&desk, &[("advisor", &abels)]).await.unwrap().status, 409);
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// A decision that ends the file ends what is seen of it; one that does not, does not.
    async fn a_decision_ends_what_is_seen(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut ana = house.applicant("Ana Alvarez").await;
        let file = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = proposed(&house, &mut cora, file.id, "Adam Advisor").await;
        ana.did(&format!("{path}/agreement"), &[]).await.unwrap();
        let page = format!("/advising/{}", open(&house, file.id).await);
        let review = given(&house, &mut cora, "Rita Reviewer", &file).await;
        reviewed(&mut rita, "Rita Reviewer", &review, "endorse").await;
        let seen = adam.get(&page).await.unwrap();
        assert!(read(&seen).contains("Nothing is missing"), "{}", read(&seen));
        assert!(!seen.html().contains("Watching babies"));

        let typed = decision(&mut cora, &file, "endorsed").await;
        cora.did(&file.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert_eq!(adam.get(&page).await.unwrap().status, 404);
        let ended = "select count(*) as n from advisings where ended_by = 'file'";
        assert_eq!(number(&house, ended).await, 1);
    }
}

journey! {
    /// A talk is noted with day, minutes and a line; a bad one comes back as typed. The line is the
    /// advisor's and hers: the desk reads that there was a talk.
    async fn talks_are_noted_for_the_advisor_and_for_her(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let (mut ana, application) = begun(&house, "Ana Alvarez", "ifa").await;
        let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
        ana.did(&format!("{path}/agreement"), &[]).await.unwrap();
        let page = format!("/advising/{}", open(&house, application).await);

        let wrong = [("on", "2026-03-09"), ("minutes", "an hour"), ("note", "How to ask <raters>")];
        let answer = adam.post(&format!("{page}/contacts"), &wrong).await.unwrap();
        assert_eq!(answer.status, 422);
        let text = read(&answer);
        assert!(text.contains("Please give whole minutes"), "{text}");
        for typed in ["2026-03-09", "an hour", "How to ask &#60;raters&#62;"] {
            assert!(answer.html().contains(typed), "{typed} is lost");
        }
        for (on, minutes, note) in [("2026-03-02", "45", "A quiet word"), ("2026-02-20", "60", "")] {
            let talk = [("on", on), ("minutes", minutes), ("note", note)];
            adam.did(&format!("{page}/contacts"), &talk).await.unwrap();
        }
        let text = read(&adam.get(&page).await.unwrap());
        assert!(text.contains("A quiet word") && text.contains("2 talks noted, 1.75 h"), "{text}");
        assert!(read(&adam.get("/advising").await.unwrap()).contains("1.75 h"));
        let desk = read(&cora.get(&format!("/desk/applications/{application}")).await.unwrap());
        assert!(desk.contains("A talk noted by the advisor") && !desk.contains("quiet"), "{desk}");
        let (hers, his) = (crate::own_data::handed_out(&house, &mut ana).await,
            crate::own_data::handed_out(&house, &mut adam).await);
        assert!(hers["talks-about-you"].contains("A quiet word"), "{hers:?}");
        assert!(hers["advising"].contains("Adam Advisor"), "{hers:?}");
        assert!(his["talks-noted"].contains("A quiet word") && !his["people-advised"].contains("Ana"));
    }
}

journey! {
    /// Erased, she leaves the advisor's minutes and nothing else; erased, the advisor leaves that
    /// somebody advised. The store holds.
    async fn erasing_either_of_them_leaves_a_store_that_holds(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Quill Canary", "advisor").await;
        let talk = [("on", "2026-03-01"), ("minutes", "30"), ("note", "A note on CANARY plans")];
        let mut people = Vec::new();
        for name in ["Ana Canary", "Bea Brook"] {
            let (mut her, application) = begun(&house, name, "ifa").await;
            let path = proposed(&house, &mut cora, application, "Quill Canary").await;
            her.did(&format!("{path}/agreement"), &[]).await.unwrap();
            let page = format!("/advising/{}", open(&house, application).await);
            adam.did(&format!("{page}/contacts"), &talk).await.unwrap();
            people.push((her, application));
        }

        house.app.erase(&address("Ana Canary"), "asked by letter").await.unwrap();
        assert_eq!(number(&house, "select count(*) as n from advisings").await, 1);
        let minutes = "select count(*) as n from advising_contacts where minutes = 30
            and advising_id is null and note is null";
        assert_eq!(number(&house, minutes).await, 1);
        assert!(read(&adam.get("/advising").await.unwrap()).contains("2 talks noted, 1 h"));
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());

        house.app.erase(&address("Quill Canary"), "asked by letter").await.unwrap();
        assert_eq!(number(&house, "select count(*) as n from advising_contacts").await, 0);
        let ended = "select count(*) as n from advisings where ended_by = 'erasure'";
        assert_eq!(number(&house, ended).await, 1);
        let (bea, application) = people.last_mut().unwrap();
        let home = read(&bea.get(&format!("/applications/{application}")).await.unwrap());
        assert!(!home.contains("Canary"), "{home}");
        let inbox = bea.get("/inbox").await.unwrap().html();
        assert!(!inbox.contains("Canary"), "{inbox}");
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
        fresh(&house).unwrap();
    }
}

journey! {
    /// The list asks the rules once for everybody on it, and twenty stand on a page.
    async fn the_list_costs_so_much_for_each_and_turns_at_twenty(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let mut counts = Vec::new();
        for people in [0..1, 1..5, 5..21] {
            let many = people.end;
            for n in people {
                house.it_is(&format!("2026-03-02T15:{n:02}:00Z"));
                let (mut her, application) = begun(&house, &format!("Ana {n:02}"), "ifa").await;
                let path = proposed(&house, &mut cora, application, "Adam Advisor").await;
                her.did(&format!("{path}/agreement"), &[]).await.unwrap();
            }
            let (answer, count) = db::counted(adam.get("/advising")).await;
            counts.push((many, count));
            if many == 21 {
                let page = read(&answer.unwrap());
                assert!(page.contains("Ana 00") && page.contains("Ana 19") && !page.contains("Ana 20"), "{page}");
                assert!(page.find("Ana 00") < page.find("Ana 07"), "who is stuck comes first");
            }
        }
        println!("statements for so many advisees: {counts:?}");
        let (one, five) = (counts[0].1, counts[1].1);
        let each = (five - one) / 4;
        assert!(each <= 6 && one <= 6 + each, "{counts:?}");
        // One more is when the session was used, which is kept every ten minutes.
        assert!(counts[2].1 <= one + 19 * each + 1, "the page has no end: {counts:?}");
        let second = read(&adam.get("/advising?page=1").await.unwrap());
        assert!(second.contains("Ana 20") && !second.contains("Ana 19"), "{second}");
    }
}
