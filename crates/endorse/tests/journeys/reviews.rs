//! Judging a file: given, declared, judged, recommended; and who may see what.

use endorse::story::{Answer, Browser};

use crate::handed_in::{File, decision, fields, file, person};
use crate::house::{House, read};
use crate::journey;

/// Gives a file to a reviewer and finds the way to it.
pub async fn given(house: &House, coordinator: &mut Browser, to: &str, file: &File) -> String {
    let id = person(house, to).await.to_string();
    coordinator.did(&file.desk("/assignments"), &[("reviewer", &id)]).await.unwrap();
    house.letter_to(&crate::house::address(to)).await.path()
}

/// Declares, judges everything and recommends.
pub async fn reviewed(reviewer: &mut Browser, name: &str, path: &str, what: &str) {
    let declared = [("conflict", "no"), ("typed_name", name)];
    reviewer.did(&format!("{path}/declaration"), &declared).await.unwrap();
    judged(reviewer, path).await;
    let said = [("recommendation", what), ("summary", "Clear and complete.")];
    reviewer.did(&format!("{path}/summary"), &said).await.unwrap();
}

/// Agrees with every requirement, going on as the pages lead; says how many there were.
async fn judged(reviewer: &mut Browser, path: &str) -> usize {
    let mut here = reviewer.get(path).await.unwrap();
    for n in 1..40 {
        let requirement = crate::handed_in::field(&here.html(), "requirement");
        let form = [("requirement", requirement.as_str()), ("verdict", "agree"), ("comment", "")];
        let kept = reviewer.did(&format!("{path}/findings"), &form).await.unwrap();
        let next = kept.location().unwrap();
        if next.ends_with("/summary") {
            return n;
        }
        here = reviewer.get(&next).await.unwrap();
    }
    panic!("no end of requirements");
}

fn is_missing(answer: &Answer) {
    assert_eq!(answer.status, 404, "{}", read(answer));
}

journey! {
    /// A reviewer declares, judges every requirement and recommends; the coordinator reads it.
    async fn a_file_is_judged_requirement_by_requirement(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        assert!(read(&cora.get("/desk").await.unwrap()).contains("Handed in, needs a reviewer"));

        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;
        assert!(read(&cora.get(&ana.desk("")).await.unwrap()).contains("In review"));

        // Before the declaration there is what shows a conflict, and nothing else of the file.
        let closed = rita.get(&path).await.unwrap();
        for seen in ["IFS 26-001", "Ana Alvarez", "Little Steps"] {
            assert!(read(&closed).contains(seen), "{seen} is missing in\n{}", read(&closed));
        }
        let kept = ["Home visitor", "Watching babies", "ana.alvarez@"];
        assert!(!kept.iter().any(|it| closed.html().contains(it)), "{}", closed.html());
        is_missing(&rita.get(&format!("{path}/summary")).await.unwrap());
        let early = [("requirement", "training.total"), ("verdict", "agree"), ("comment", "")];
        is_missing(&rita.post(&format!("{path}/findings"), &early).await.unwrap());
        let wrong = [("conflict", "no"), ("typed_name", "Somebody Else")];
        let wrong = rita.post(&format!("{path}/declaration"), &wrong).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains("value=\"Somebody Else\""));

        let own = [("conflict", "no"), ("typed_name", "rita reviewer")];
        rita.did(&format!("{path}/declaration"), &own).await.unwrap();
        let open = rita.get(&format!("{path}?requirement=training.total")).await.unwrap();
        assert!(read(&open).contains("Watching babies"), "{}", read(&open));

        // A doubt needs a reason; the end needs every verdict.
        let doubt = [("requirement", "training.total"), ("verdict", "question"), ("comment", "")];
        let doubt = rita.post(&format!("{path}/findings"), &doubt).await.unwrap();
        assert_eq!(doubt.status, 422);
        assert!(read(&doubt).contains("Please say in a sentence"));
        let said = [("recommendation", "endorse"), ("summary", "Very good work.")];
        let early = rita.post(&format!("{path}/summary"), &said).await.unwrap();
        assert_eq!(early.status, 422);
        assert!(early.html().contains("Very good work."));

        assert!(judged(&mut rita, &path).await > 5);
        let why = [("requirement", "training.total"), ("verdict", "question"), ("comment", "Who taught it?")];
        rita.did(&format!("{path}/findings"), &why).await.unwrap();
        rita.did(&format!("{path}/summary"), &said).await.unwrap();

        // Once.
        assert_eq!(rita.post(&format!("{path}/summary"), &said).await.unwrap().status, 409);
        assert_eq!(rita.post(&format!("{path}/findings"), &why).await.unwrap().status, 409);
        let page = read(&cora.get(&ana.desk("")).await.unwrap());
        for seen in ["Very good work.", "Who taught it?", "Endorse"] {
            assert!(page.contains(seen), "{seen} is missing in\n{page}");
        }
        assert!(house.letter_to("cora").await.body.contains("Rita Reviewer has finished"));
        assert!(read(&cora.get("/desk").await.unwrap()).contains("Reviewed: decide"));
    }
}

journey! {
    /// What is typed is kept before it is sent, and a comment alone is no verdict.
    async fn a_comment_is_kept_while_it_is_typed(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;
        let own = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
        rita.did(&format!("{path}/declaration"), &own).await.unwrap();

        let typed = [("requirement", "training.total"), ("verdict", ""), ("comment", "I\0 wonder")];
        let kept = rita.post(&format!("{path}/findings/draft"), &typed).await.unwrap();
        assert_eq!(kept.status, 204);

        let page = rita.get(&format!("{path}?requirement=training.total")).await.unwrap();
        assert!(page.html().contains("I wonder"));
        assert!(read(&page).contains("0 of "), "{}", read(&page));
        let unknown = [("requirement", "no.such"), ("verdict", "agree"), ("comment", "")];
        is_missing(&rita.post(&format!("{path}/findings"), &unknown).await.unwrap());
        is_missing(&rita.get(&format!("{path}?requirement=no.such")).await.unwrap());
    }
}

journey! {
    /// Whoever has a conflict gives the file back unread, and it is gone from their list.
    async fn a_conflict_gives_the_file_back(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;

        rita.did(&format!("{path}/declaration"), &[("conflict", "yes")]).await.unwrap();

        let ended = rita.get(&path).await.unwrap();
        assert!(read(&ended).contains("you have a conflict of interest"), "{}", read(&ended));
        assert!(!ended.html().contains("Ana") && !ended.html().contains("Watching babies"));
        assert!(read(&rita.get("/reviews").await.unwrap()).contains("No files yet"));
        assert!(house.letter_to("cora").await.body.contains("has a conflict of interest"));
        assert!(read(&cora.get("/desk").await.unwrap()).contains("needs a reviewer"));

        // Not even after the file was handed in anew.
        let id = person(&house, "Rita Reviewer").await.to_string();
        for round in [1, 2] {
            if round == 2 {
                ana.hand_in(&house, "ifs", 2).await;
            }
            assert!(!cora.get(&ana.desk("")).await.unwrap().html().contains(&id), "round {round}");
            let again = cora.post(&ana.desk("/assignments"), &[("reviewer", &id)]).await.unwrap();
            assert_eq!(again.status, 422, "round {round}");
        }
    }
}

journey! {
    /// A file is there for its own reviewer only; what another found is nowhere to be read.
    async fn a_reviewer_sees_their_own_assignment_only(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut rob = house.with_role("Rob Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let ritas = given(&house, &mut cora, "Rita Reviewer", &ana).await;
        let robs = given(&house, &mut cora, "Rob Reviewer", &ana).await;
        for (browser, name, path) in
            [(&mut rita, "Rita Reviewer", &ritas), (&mut rob, "Rob Reviewer", &robs)]
        {
            let own = [("conflict", "no"), ("typed_name", name)];
            browser.did(&format!("{path}/declaration"), &own).await.unwrap();
        }
        let doubt = [("requirement", "training.total"), ("verdict", "disagree"), ("comment", "Ritas secret doubt")];
        rita.did(&format!("{ritas}/findings"), &doubt).await.unwrap();

        let missing = rob.get("/reviews/00000000-0000-0000-0000-000000000000").await.unwrap();
        for below in ["", "?requirement=training.total", "/summary"] {
            let strangers = rob.get(&format!("{ritas}{below}")).await.unwrap();
            is_missing(&strangers);
            assert_eq!(read(&strangers), read(&missing));
        }
        for below in ["/findings", "/findings/draft", "/declaration", "/summary"] {
            is_missing(&rob.post(&format!("{ritas}{below}"), &doubt).await.unwrap());
        }
        for below in ["", "?requirement=training.total", "/summary"] {
            let page = rob.get(&format!("{robs}{below}")).await.unwrap();
            assert!(!page.html().contains("Ritas secret doubt"));
        }
        assert!(cora.get(&ana.desk("")).await.unwrap().html().contains("Ritas secret doubt"));
        let mut ana = house.visitor();
        ana.sign_in("ana.alvarez@example.org", crate::house::PASSWORD).await.unwrap();
        is_missing(&ana.get(&ritas).await.unwrap());
        is_missing(&ana.get("/reviews").await.unwrap());
    }
}

journey! {
    /// Reviewing is all there in Spanish.
    async fn reviews_are_there_in_spanish(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await.in_spanish();
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "imhm-c", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;

        let mut pages = vec![rita.get("/reviews").await.unwrap(), rita.get(&path).await.unwrap()];
        let own = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
        rita.did(&format!("{path}/declaration"), &own).await.unwrap();
        for below in ["", "?requirement=references", "/summary", "/conflict"] {
            pages.push(rita.get(&format!("{path}{below}")).await.unwrap());
        }
        for page in pages {
            assert_eq!(page.status, 200);
            assert!(!read(&page).contains('['), "a text is missing: {}", read(&page));
        }
    }
}

journey! {
    /// A decision ends a review that is not finished: its reviewer gets a message, the page says
    /// what happened, and nothing can be written any more.
    async fn a_decision_ends_an_unfinished_review(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;
        let own = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
        rita.did(&format!("{path}/declaration"), &own).await.unwrap();
        let typed = decision(&mut cora, &ana, "more-information").await;
        cora.did(&ana.desk("/decisions"), &fields(&typed)).await.unwrap();

        let letter = house.letter_to("rita").await;
        assert!(letter.body.contains("before your review was finished"), "{}", letter.body);
        assert_eq!(letter.path(), path);
        let page = rita.get(&path).await.unwrap();
        assert!(read(&page).contains("the association decided about this file"), "{}", read(&page));
        assert!(!page.html().contains("Watching babies"), "the file is closed");
        let late = [("requirement", "training.total"), ("verdict", "agree"), ("comment", "")];
        assert_eq!(rita.post(&format!("{path}/findings"), &late).await.unwrap().status, 409);
        let list = read(&rita.get("/reviews").await.unwrap());
        assert!(list.contains("No file waits for you") && list.contains("Ended"), "{list}");
        let desk = read(&cora.get(&ana.desk("")).await.unwrap());
        assert!(desk.contains("Ended by the decision") && !desk.contains("Taken back"), "{desk}");
        let spanish = read(&rita.clone().in_spanish().get(&path).await.unwrap());
        assert!(spanish.contains("la asociación decidió") && !spanish.contains('['), "{spanish}");
    }
}

journey! {
    /// The draft of a letter that asks for more has the rule's own words and what reviewers wrote for
    /// the applicant, and nothing that they told the coordinator, unless the coordinator takes it in.
    async fn the_letter_for_more_says_what_reviewers_ask(house: House) {
        let mut ana = house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        reviewed_with(&mut rita, &path, &[
            ("training.total", "Looks like a conference.", "Who taught the course in May?"),
            ("membership", "Cannot read the stamp.", ""),
            ("references", "The second rater doubts it.", "What did the rater mean?"),
        ]).await;

        let typed = decision(&mut cora, &anas, "more-information").await;
        let letter = &typed[3].1;
        assert!(letter.contains("Who taught the course in May?"), "{letter}");
        let policy = house.app.program.policy_on("ifs", "2026-03-02".parse().unwrap()).unwrap();
        let rule = policy.requirement(rules::RequirementId::TrainingTotal).unwrap();
        assert!(letter.contains(&format!("– Training: {}", rule.text.en)), "{letter}");
        for secret in ["conference", "stamp", "second rater", "rater mean"] {
            assert!(!letter.contains(secret), "{secret} is in\n{letter}");
        }

        // The remarks stand beside the letter; one is taken into it, without deciding anything.
        let page = cora.get(&anas.desk("/decisions?outcome=more-information")).await.unwrap();
        assert!(read(&page).contains("Cannot read the stamp."), "{}", read(&page));
        let html = page.html();
        let keys: Vec<String> = html.split("name=\"include\" value=\"").skip(1)
            .map(|it| it.split('"').next().unwrap().to_owned())
            .collect();
        assert_eq!(keys.len(), 2, "two may be told, and what is about ratings may not");
        let mut taking = typed.clone();
        taking[3].1 = letter.replace("Dear Ana Alvarez", "Dear Ana");
        taking.push(("include", keys.into_iter().find(|it| it.ends_with("membership")).unwrap()));
        let taken = cora.post(&anas.desk("/decisions"), &fields(&taking)).await.unwrap();
        assert_eq!(taken.status, 200);
        let letter = crate::handed_in::field(&taken.html(), "letter");
        assert!(letter.contains("Cannot read the stamp.") && letter.contains("Dear Ana,"), "{letter}");
        assert!(read(&cora.get(&anas.desk("")).await.unwrap()).contains("In review"));
        let mut wrong = typed.clone();
        let secret = taking[4].1.replace("membership", "references");
        wrong.push(("include", secret));
        assert_eq!(cora.post(&anas.desk("/decisions"), &fields(&wrong)).await.unwrap().status, 409);

        let mut typed = typed;
        typed[3].1 = letter;
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();
        let home = ana.get(&format!("/applications/{}", anas.id)).await.unwrap();
        assert!(home.html().contains("<br/>") && read(&home).contains("Who taught the course"));
    }
}

journey! {
    /// Who finds a conflict of interest while reading stops: the review ends, the coordinator hears of
    /// it, and what was written stays with the coordinator.
    async fn a_conflict_found_while_reading_ends_the_review(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &ana).await;
        let stop = format!("{path}/conflict");
        is_missing(&rita.get(&stop).await.unwrap());
        let own = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
        rita.did(&format!("{path}/declaration"), &own).await.unwrap();
        let open = rita.get(&path).await.unwrap();
        assert!(open.html().contains(&stop), "the cockpit leads there");

        assert!(read(&rita.get(&stop).await.unwrap()).contains("cannot be undone"));
        assert!(read(&rita.get(&path).await.unwrap()).contains("Your verdict"), "asking is not doing");
        rita.did(&stop, &[]).await.unwrap();

        assert!(read(&rita.get(&path).await.unwrap()).contains("you have a conflict of interest"));
        assert_eq!(rita.post(&stop, &[]).await.unwrap().status, 409);
        assert!(house.letter_to("cora").await.body.contains("has a conflict of interest"));
        let page = cora.get(&ana.desk("")).await.unwrap();
        assert!(read(&page).contains("Gave it back: conflict of interest"), "{}", read(&page));
        let id = person(&house, "Rita Reviewer").await.to_string();
        assert!(!page.html().contains(&id), "they do not get it again");
    }
}

journey! {
    /// Whoever judges a file for the second time reads what they said the first time, and what has
    /// changed in the evidence since; another reviewer reads nothing of it.
    async fn a_second_review_begins_with_what_one_said_before(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let mut rob = house.with_role("Rob Reviewer", "reviewer").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let anas = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let path = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        let asked = "Who taught the course in May?";
        reviewed_with(&mut rita, &path, &[("training.total", "A conference?", asked)]).await;
        let typed = decision(&mut cora, &anas, "more-information").await;
        cora.did(&anas.desk("/decisions"), &fields(&typed)).await.unwrap();

        anas.hand_in(&house, "ifs", 2).await;
        let ritas = given(&house, &mut cora, "Rita Reviewer", &anas).await;
        let robs = given(&house, &mut cora, "Rob Reviewer", &anas).await;
        for (browser, name, path) in
            [(&mut rita, "Rita Reviewer", &ritas), (&mut rob, "Rob Reviewer", &robs)]
        {
            let own = [("conflict", "no"), ("typed_name", name)];
            browser.did(&format!("{path}/declaration"), &own).await.unwrap();
        }
        let page = rita.get(&format!("{ritas}?requirement=training.total")).await.unwrap();
        let text = read(&page);
        for said in [
            "What you said on March 2, 2026",
            "Question A conference?",
            asked,
            "No entry of the locker has changed since then.",
        ] {
            assert!(text.contains(said), "{said} is missing in\n{text}");
        }
        let robs = read(&rob.get(&format!("{robs}?requirement=training.total")).await.unwrap());
        assert!(!robs.contains("What you said") && !robs.contains("conference"), "{robs}");
    }
}

/// Declares, questions some requirements with a comment and a question to the applicant, agrees with
/// the others, and asks for more.
async fn reviewed_with(rita: &mut Browser, path: &str, doubts: &[(&str, &str, &str)]) {
    let own = [("conflict", "no"), ("typed_name", "Rita Reviewer")];
    rita.did(&format!("{path}/declaration"), &own).await.unwrap();
    judged(rita, path).await;
    for (requirement, comment, question) in doubts {
        let doubt = [
            ("requirement", *requirement),
            ("verdict", "question"),
            ("comment", comment),
            ("question", question),
        ];
        rita.did(&format!("{path}/findings"), &doubt).await.unwrap();
    }
    let said = [("recommendation", "more-information"), ("summary", "Two questions.")];
    rita.did(&format!("{path}/summary"), &said).await.unwrap();
}
