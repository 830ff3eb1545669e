//! The coordinator's desk: what waits, one file on one page, decisions made once, money.

use endorse::story::Browser;
use uuid::Uuid;

use crate::handed_in::{File, decision, fields, file, person};
use crate::house::{House, read};
use crate::journey;
use crate::reviews::{given, reviewed};

journey! {
    /// Reviewed, sent back for more, and open again; the letter goes to the applicant.
    async fn more_information_opens_the_file_again(house: House) {
        let mut ana = house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        reviewed(&mut rita, "Rita Reviewer", &path, "more-information").await;

        let mut typed = decision(&mut cora, &anas, "more-information").await;
        assert!(typed[3].1.contains("Dear Ana Alvarez"));
        typed[3].1.push_str("\n\nPlease say who taught it.");
        let unsaid = typed[3].1.replace("– Please say more.", "– …");
        let sent = [&fields(&typed)[..3], &[("letter", unsaid.as_str())]].concat();
        let refused = cora.post(&anas.desk("/decisions"), &sent).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("say in the letter what is meant"), "{}", read(&refused));
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();

        assert!(read(&cora.get(&anas.desk("")).await.unwrap()).contains("More information asked"));
        assert!(house.letter_to("ana.").await.body.contains("Please say who taught it."));
        assert!(read(&ana.get("/inbox").await.unwrap()).contains("Decision on your application"));

        // What was seen then is not decided now, and not about what came since.
        assert_eq!(cora.post(&anas.desk("/decisions"), &fields(&typed)).await.unwrap().status, 409);
        let seen = typed;
        anas.hand_in(&house, "ifs", 2).await;
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        let late = cora.post(&anas.desk("/decisions"), &fields(&seen)).await.unwrap();
        assert_eq!(late.status, 409);
        reviewed(&mut rita, "Rita Reviewer", &path, "endorse").await;
        let typed = decision(&mut cora, &anas, "endorsed").await;
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert!(read(&cora.get(&anas.desk("")).await.unwrap()).contains("Endorsed"));
    }
}

journey! {
    /// Approved for the exam, both parts recorded, endorsed.
    async fn an_exam_leads_to_the_endorsement(house: House) {
        let mut ana = house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "imhm-c", "26-001").await;
        let results = anas.desk("/exam-results");
        assert_eq!(cora.get(&results).await.unwrap().status, 404);
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        reviewed(&mut rita, "Rita Reviewer", &path, "approve-for-exam").await;
        let typed = decision(&mut cora, &anas, "approved-for-exam").await;
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();

        let home = format!("/applications/{}", anas.id);
        let waits = read(&ana.get(&home).await.unwrap());
        for said in ["Part 1", "Part 2", "No result yet", "May 2026", "ask the endorsement coordinator"] {
            assert!(waits.contains(said), "{said} is missing in\n{waits}");
        }
        let wrong = [("part", "1"), ("percent", "many"), ("passed", ""), ("taken_on", "2027-01-01")];
        let wrong = cora.post(&results, &wrong).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains("value=\"many\"") && wrong.html().contains("2027-01-01"));
        let one = [("part", "1"), ("percent", "85"), ("passed", "yes"), ("taken_on", "2026-02-20")];
        cora.did(&results, &one).await.unwrap();
        let page = read(&cora.get(&anas.desk("")).await.unwrap());
        assert!(page.contains("Approved for the exam") && page.contains("85 %"), "{page}");
        let half = read(&ana.get(&home).await.unwrap());
        assert!(half.contains("Taken on February 20, 2026: 85 %"), "{half}");
        assert!(half.contains("No result yet"), "{half}");
        let two = [("part", "2"), ("percent", ""), ("passed", "yes"), ("taken_on", "2026-02-20")];
        cora.did(&results, &two).await.unwrap();
        assert!(read(&cora.get("/desk").await.unwrap()).contains("Exam passed: endorse"));

        let typed = decision(&mut cora, &anas, "endorsed").await;
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert!(read(&cora.get(&anas.desk("")).await.unwrap()).contains("Endorsed"));
        assert!(read(&cora.get("/desk").await.unwrap()).contains("Your desk is clear"));
        let letters = house.letters().await;
        let about = letters.iter().filter(|it| it.to.contains("ana.") && it.body.contains("ndorsed"));
        assert_eq!(about.count(), 1, "one letter says it");
        let own = own_endorsement(&mut ana).await;
        let badge = ana.get(&format!("{own}/badge.json")).await.unwrap();
        assert!(badge.html().contains("Written examination"), "{}", badge.html());
    }
}

journey! {
    /// Somebody who is endorsed weeks before the year ends reads that the first renewal is due by then;
    /// earlier in the year it is one sentence.
    async fn a_letter_says_that_the_first_renewal_is_near(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        reviewed(&mut rita, "Rita Reviewer", &path, "endorse").await;
        let early = decision(&mut cora, &anas, "endorsed").await;
        let said = "valid until December 31, 2026; please renew it by that day.";
        assert!(early[3].1.contains(said), "{}", early[3].1);

        house.it_is("2026-12-04T15:00:00Z");
        cora.sign_in("cora.coordinator@example.org", crate::house::PASSWORD).await.unwrap();
        let typed = decision(&mut cora, &anas, "endorsed").await;
        let said = "valid until December 31, 2026. The renewal period ends on that day for everybody, \
            so the first renewal is already due by then";
        assert!(typed[3].1.contains(said), "{}", typed[3].1);
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        let letter = house.letter_to("ana.").await;
        assert!(letter.path().starts_with("/endorsements/"), "{}", letter.body);
    }
}

journey! {
    /// Against the rules nobody is endorsed without a reason, which the record keeps.
    async fn an_override_has_a_reason(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "imhm-c", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        reviewed(&mut rita, "Rita Reviewer", &path, "approve-for-exam").await;

        // The exam is not passed.
        let mut typed = decision(&mut cora, &anas, "endorsed").await;
        let refused = cora.post(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("Please give the reason"));
        assert!(refused.html().contains("Dear Ana Alvarez"));
        for short in ["As agreed.", "                              ok"] {
            let mut typed = typed.clone();
            typed.push(("override_reason", short.to_owned()));
            let refused = cora.post(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
            assert_eq!(refused.status, 422, "{short}");
        }
        typed.push(("override_reason", "Passed in another state in 2019.".to_owned()));
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();

        let mut ana = house.visitor();
        ana.sign_in("ana.alvarez@example.org", crate::house::PASSWORD).await.unwrap();
        let own = own_endorsement(&mut ana).await;
        let badge = ana.get(&format!("{own}/badge.json")).await.unwrap();
        assert!(!badge.html().contains("Written examination"), "no result is kept here");
        let page = read(&cora.get(&anas.desk("")).await.unwrap());
        assert!(page.contains("Passed in another state in 2019."), "{page}");
        assert!(!house.letter_to("ana.").await.body.contains("another state"));
    }
}

journey! {
    /// Nobody is deferred without a review unless the record says why, nor by a letter that says nothing.
    async fn a_deferral_says_why(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        house.with_role("Rita", "reviewer").await;
        given(&house, &mut cora, "Rita", &anas).await;
        let mut typed = decision(&mut cora, &anas, "deferred").await;
        let page = read(&cora.get(&anas.desk("/decisions?outcome=deferred")).await.unwrap());
        assert!(page.contains("No reviewer has finished judging"), "{page}");
        assert!(page.contains("Why do you decide so all the same?"), "{page}");

        typed.push(("override_reason", "The committee met without a reviewer.".to_owned()));
        let draft = typed.iter().position(|(name, _)| *name == "letter").unwrap();
        let said = typed[draft].1.clone();
        let emptied: Vec<&str> = said.lines().filter(|it| !it.starts_with('–') && !it.starts_with(' ')).collect();
        typed[draft].1 = emptied.join("\n");
        let refused = cora.post(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert_eq!(refused.status, 422, "{}", typed[draft].1);
        assert!(read(&refused).contains("tells the applicant nothing"), "{}", read(&refused));

        typed[draft].1.push_str("\n– Two more years of work.");
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert!(house.letter_to("ana.").await.body.contains("Two more years of work."));
    }
}

journey! {
    /// Of twenty decisions at once, one is made.
    async fn of_twenty_decisions_one_is_made(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let typed = decision(&mut cora, &anas, "more-information").await;

        let tries = (0..20).map(|_| {
            let (mut cora, path, typed) = (cora.clone(), anas.desk("/decisions"), typed.clone());
            tokio::spawn(async move { cora.post(&path, &fields(&typed)).await.unwrap().status })
        });
        let mut made = 0;
        for answer in tries.collect::<Vec<_>>() {
            match answer.await.unwrap().as_u16() {
                303 => made += 1,
                other => assert_eq!(other, 409),
            }
        }

        assert_eq!(made, 1);
        let letters = house.letters().await;
        assert_eq!(letters.iter().filter(|it| it.body.contains("a little more")).count(), 1);
    }
}

journey! {
    /// Before somebody is endorsed, the page says who recommends otherwise, what is doubted, and what
    /// is not paid.
    async fn before_endorsing_one_reads_what_speaks_against_it(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        owes(&house, &anas, "Ana Alvarez").await;
        let unassigned = "More cannot be decided until a reviewer has the file";
        assert!(read(&cora.get(&anas.desk("")).await.unwrap()).contains(unassigned));
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        assert!(!read(&cora.get(&anas.desk("")).await.unwrap()).contains(unassigned));
        reviewed(&mut rita, "Rita Reviewer", &path, "more-information").await;

        let page = cora.get(&anas.desk("/decisions?outcome=endorsed")).await.unwrap();
        let text = read(&page);
        let rita_says = "Rita Reviewer recommends: Ask for more information.";
        for said in ["Before you decide", rita_says, "Not paid yet: Processing"] {
            assert!(text.contains(said), "{said} is missing in\n{text}");
        }
        let html = page.html();
        assert!(html.find("id=\"cautions\"") < html.find("name=\"letter\""), "before the button");
        let agreed = cora.get(&anas.desk("/decisions?outcome=more-information")).await.unwrap();
        assert!(!read(&agreed).contains("Before you decide"));

        // Who comes back after deciding lands on the file, and reads why.
        let typed = decision(&mut cora, &anas, "endorsed").await;
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        let back = cora.get(&anas.desk("/decisions?outcome=endorsed")).await.unwrap();
        assert_eq!(back.status, 303);
        let file = read(&cora.get(&back.location().unwrap()).await.unwrap());
        assert!(file.contains("That cannot be decided here now."), "{file}");
    }
}

/// Somebody owes the fee for processing.
async fn owes(house: &House, of: &File, name: &str) {
    let whose = person(house, name).await;
    let mut tx = house.app.db.write().await.unwrap();
    tx.run(
        "insert into charges (id, association_id, person_id, application_id, kind, amount_minor,
             currency, due_at)
         values ($1, 'ct-aimh', $2, $3, 'processing', 2500, 'USD', $4)",
        (Uuid::now_v7(), whose, of.id, house.app.clock.now()),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

journey! {
    /// Neither the applicant nor a rater can be asked to judge a file, nor anybody twice.
    async fn who_is_involved_does_not_judge(house: House) {
        house.with_role("Ana Alvarez", "reviewer").await;
        house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        for name in ["Ana Alvarez", "Cora Coordinator"] {
            let id = person(&house, name).await.to_string();
            let refused = cora.post(&anas.desk("/assignments"), &[("reviewer", &id)]).await.unwrap();
            assert_eq!(refused.status, 422, "{name}");
        }
        given(&house, &mut cora, "Rita Reviewer", &anas).await;
        let rita = person(&house, "Rita Reviewer").await.to_string();
        let again = cora.post(&anas.desk("/assignments"), &[("reviewer", &rita)]).await.unwrap();
        assert_eq!(again.status, 422);
    }
}

journey! {
    /// Nobody is approved for the exam unread, unless somebody says why.
    async fn an_unread_file_is_approved_with_a_reason_only(house: House) {
        house.applicant("Ana Alvarez").await;
        house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "imhm-c", "26-001").await;
        given(&house, &mut cora, "Rita Reviewer", &anas).await;

        let mut typed = decision(&mut cora, &anas, "approved-for-exam").await;
        let refused = cora.post(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("Please give the reason"), "{}", read(&refused));

        typed.push(("override_reason", "Read at the retreat by the whole committee.".to_owned()));
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        assert!(read(&cora.get(&anas.desk("")).await.unwrap()).contains("Approved for the exam"));
    }
}

journey! {
    /// Money is confirmed with an amount or waived with a reason, once.
    async fn a_waiver_has_a_reason(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let (one, two) = (Uuid::now_v7(), Uuid::now_v7());
        let ana = person(&house, "Ana Alvarez").await;
        let mut tx = house.app.db.write().await.unwrap();
        for charge in [one, two] {
            tx.run(
                "insert into charges (id, association_id, person_id, application_id, kind,
                     amount_minor, currency, due_at, promised_at, promised_by, promise_note)
                 values ($1, 'ct-aimh', $2, $3, 'processing', 2500, 'USD', $4, $4, 'check', 'No. 7')",
                (charge, ana, anas.id, house.app.clock.now()),
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        assert!(read(&cora.get("/desk").await.unwrap()).contains("payment promised"));

        let waiver = format!("/desk/charges/{one}/waiver");
        assert_eq!(cora.get(&waiver).await.unwrap().status, 200);
        assert_eq!(cora.post(&waiver, &[("reason", " ")]).await.unwrap().status, 422);
        cora.did(&waiver, &[("reason", "Hardship")]).await.unwrap();
        assert_eq!(cora.post(&waiver, &[("reason", "Again")]).await.unwrap().status, 409);
        let confirmation = format!("/desk/charges/{two}/confirmation");
        let asked = read(&cora.get(&confirmation).await.unwrap());
        assert!(asked.contains("Promised") && asked.contains("by check · No. 7"), "{asked}");
        let wrong = [("amount", "lots"), ("note", "No. 7")];
        let wrong = cora.post(&confirmation, &wrong).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains("value=\"lots\""));
        cora.did(&confirmation, &[("amount", "$1,250.50"), ("note", "No. 7")]).await.unwrap();

        let page = read(&cora.get(&anas.desk("")).await.unwrap());
        assert!(page.contains("Hardship") && page.contains("$1,250.50"), "{page}");
        assert!(page.contains("by check"), "{page}");
        assert_eq!(cora.get(&format!("/desk/charges/{}/waiver", Uuid::now_v7())).await.unwrap().status, 404);
    }
}

journey! {
    /// Whoever comes back to an address that only takes a form, by the other language or by their
    /// history, lands on the page with the form.
    async fn an_address_that_takes_a_form_leads_to_its_page(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let missing = Uuid::nil();
        for (path, page) in [
            (anas.desk("/assignments"), anas.desk("")),
            (anas.desk(&format!("/assignments/{missing}/withdrawal")), anas.desk("")),
            ("/ratings/some-link/refusal".to_owned(), "/ratings/some-link".to_owned()),
            (format!("/reviews/{missing}/findings/draft"), format!("/reviews/{missing}")),
            ("/desk/payments/confirmations".to_owned(), "/desk/payments".to_owned()),
        ] {
            let answer = cora.get(&path).await.unwrap();
            assert_eq!(answer.status, 303, "{path}");
            assert_eq!(answer.location().unwrap(), page, "{path}");
        }
        let spanish = cora.clone().in_spanish().get(&anas.desk("/assignments")).await.unwrap();
        let to = spanish.headers.get("location").unwrap();
        assert_eq!(to.to_str().unwrap(), format!("/es{}", anas.desk("")));
        assert_eq!(cora.post("/categories", &[]).await.unwrap().status, 405);
        assert_eq!(cora.get("/confirmations").await.unwrap().status, 405, "nothing is above it");
        let plain = cora.get(&anas.desk("/decisions")).await.unwrap();
        assert_eq!(plain.location().unwrap(), format!("{}#decide", anas.desk("")));
    }
}

journey! {
    /// For anybody else there is no desk.
    async fn the_desk_is_not_there_for_applicants(house: House) {
        let mut ana = house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let nobody = read(&ana.get("/no-such-page").await.unwrap());

        for browser in [&mut ana, &mut rita] {
            for path in ["/desk".to_owned(), anas.desk(""), anas.desk("/decisions?outcome=deferred")] {
                let answer = browser.get(&path).await.unwrap();
                assert_eq!(answer.status, 404, "{path}");
                assert_eq!(read(&answer), nobody);
            }
            for below in ["/decisions", "/assignments", "/exam-results"] {
                assert_eq!(browser.post(&anas.desk(below), &[]).await.unwrap().status, 404);
            }
        }
    }
}

journey! {
    /// A file is found by a part of its name or number, marks or none; the rest stays away.
    async fn files_are_found_by_name_and_number(house: House) {
        house.applicant("Ana Alvarez").await;
        house.applicant("Bob Brown").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await.in_spanish();
        file(&house, "Ana Alvarez", "ifs", "26-001").await;
        file(&house, "Bob Brown", "imhs", "26-002").await;

        for (q, found, not) in [("%C3%81lvarez", "Ana", "Bob"), ("26-002", "Bob", "Ana"), ("IMHS", "Bob", "Ana")] {
            let page = read(&cora.get(&format!("/desk?q={q}")).await.unwrap());
            assert!(page.contains(found) && !page.contains(not), "{q}:\n{page}");
            assert!(!page.contains('['), "a text is missing: {page}");
        }
        let nobody = read(&cora.get("/desk?q=zzzz").await.unwrap());
        assert!(nobody.starts_with("Nada coincide con «zzzz»"), "{nobody}");
        let none = read(&cora.get("/desk?state=endorsed").await.unwrap());
        assert!(none.contains("Ningún expediente"), "{none}");
    }
}

journey! {
    /// What waits is shown as far as one can see at a glance, and in whole on pages of its own.
    async fn a_group_is_shown_at_a_glance_and_in_whole(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        for n in 0..53 {
            let name = format!("Sample Person {n:02}");
            house.applicant(&name).await;
            file(&house, &name, "ifs", &format!("26-{n:03}")).await;
        }
        let lines = |page: &str| page.matches("needs a reviewer").count();

        let page = cora.get("/desk").await.unwrap();
        let text = read(&page);
        assert!(text.contains("53 things wait for you"), "{text}");
        assert_eq!(lines(&text), 20, "{text}");
        assert!(text.contains("Show all 53"), "{text}");
        assert!(page.html().contains("soon=week"));

        let first = read(&cora.get("/desk?soon=week").await.unwrap());
        let last = read(&cora.get("/desk?soon=week&page=1").await.unwrap());
        assert_eq!((lines(&first), lines(&last)), (50, 3), "{first}\n\n{last}");
        assert!(first.contains("More files") && last.contains("Earlier files"));
        let none = read(&cora.get("/desk?soon=later").await.unwrap());
        assert!(none.contains("Nothing here at the moment."), "{none}");
        let one = read(&cora.get("/desk?q=person+07").await.unwrap());
        assert!(one.contains("One thing waits for you") && lines(&one) == 1, "{one}");

        // After more than a week it is a matter for today.
        house.it_is("2026-03-10T03:59:59Z");
        assert!(read(&cora.get("/desk").await.unwrap()).contains("This week 53"));
        house.it_is("2026-03-10T04:00:00Z");
        assert!(read(&cora.get("/desk").await.unwrap()).contains("Today 53"));
    }
}

journey! {
    /// A file waits for a reviewer, then for nobody at this desk, then for a decision.
    async fn a_file_waits_for_what_is_next(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        assert!(read(&cora.get("/desk").await.unwrap()).contains("needs a reviewer"));

        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        let desk = read(&cora.get("/desk").await.unwrap());
        assert!(desk.contains("Nothing waits for you"), "{desk}");
        reviewed(&mut rita, "Rita Reviewer", &path, "more-information").await;
        let desk = read(&cora.get("/desk").await.unwrap());
        assert!(desk.contains("Reviewed: decide") && desk.contains("One thing waits"), "{desk}");
    }
}

/// Where somebody's only endorsement is.
async fn own_endorsement(person: &mut Browser) -> String {
    let html = person.get("/endorsements").await.unwrap().html();
    let id =
        crate::evidence::quoted_after(&html, r#"class="strong" href="/endorsements/"#).unwrap();
    format!("/endorsements/{id}")
}
