//! A person's own trail.

use crate::evidence::ready;
use crate::house;
use crate::journey;

journey! {
    /// Everybody sees what they did and what was done to what is theirs, the newest first.
    async fn people_see_what_they_did_and_what_was_done_to_what_is_theirs(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let (mut ana, id) = ready(&house, "Ana").await;
        house.it_is("2026-03-03T15:00:00Z");
        ana.did(&format!("/applications/{id}/submission"), &[]).await.unwrap();

        let days = [("from", "2025-02-03"), ("to", "2025-02-03"), ("form", "workshop")];
        let named = [("title", "Watching babies"), ("trainer", "Sam Sample"), ("imh", "3")];
        let training = [days, named].concat();
        let added = ana.post("/locker/trainings", &training).await.unwrap();
        assert_eq!(added.status, 303, "{}", house::read(&added));

        let page = house::read(&ana.get("/account/trail").await.unwrap());
        let first = page.find("Application: Submitted").unwrap();
        let last = page.find("Account made").unwrap();
        assert!(first < last, "the newest comes first:\n{page}");
        assert!(page.contains("Application started"), "{page}");
        assert!(!page.contains("Application submitted"), "the step says it\n{page}");
        assert!(page.contains("Entry added to the locker: Watching babies"), "{page}");
        assert!(!page.contains("Cora"), "{page}");

        let spanish = house::read(&ana.clone().in_spanish().get("/account/trail").await.unwrap());
        assert!(spanish.contains("Solicitud iniciada") && spanish.contains("Usted"), "{spanish}");

        let hers = house::read(&cora.get("/account/trail").await.unwrap());
        assert!(hers.contains("Role given") && hers.contains("The program, by itself"), "{hers}");
        assert!(!hers.contains("Application"), "{hers}");
    }
}

journey! {
    /// What happens within a review is no part of the applicant's trail.
    async fn a_review_leaves_nothing_in_the_trail_of_the_applicant(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let (mut ana, id) = ready(&house, "Ana").await;
        ana.did(&format!("/applications/{id}/submission"), &[]).await.unwrap();
        let file = format!("/desk/applications/{id}");
        let page = cora.get(&file).await.unwrap().html();
        let option = page.split("<option value=\"").find(|it| it.contains("Rita Reviewer")).unwrap();
        let reviewer = option.split('"').next().unwrap();
        cora.did(&format!("{file}/assignments"), &[("reviewer", reviewer)]).await.unwrap();
        let desk = house::read(&cora.get(&file).await.unwrap());
        assert!(desk.contains("Given to a reviewer"), "{desk}");

        let reviews = rita.get("/reviews").await.unwrap().html();
        let work = reviews.split("href=\"/reviews/").nth(1).unwrap().split('"').next().unwrap();
        let typed = [("conflict", "yes"), ("typed_name", "")];
        let answer = rita.post(&format!("/reviews/{work}/declaration"), &typed).await.unwrap();
        assert_eq!(answer.status, 303, "{}", house::read(&answer));
        let own = house::read(&rita.get("/account/trail").await.unwrap());
        assert!(own.contains("Conflict of interest found"), "{own}");
        let desk = house::read(&cora.get(&file).await.unwrap());
        assert!(desk.contains("A conflict of interest found by the reviewer"), "{desk}");
        let trail = house::read(&ana.get("/account/trail").await.unwrap());
        assert!(trail.contains("Application: In review"), "{trail}");
        for word in ["reviewer", "Rita", "onflict", "Another step"] {
            assert!(!trail.contains(word), "{word}:\n{trail}");
        }
    }
}

journey! {
    /// A long trail has pages; whoever is not signed in has none.
    async fn a_long_trail_has_pages(house: House) {
        let mut ana = house.applicant("Ana").await;
        for n in 0..60 {
            let path = if n % 2 == 0 { "/sign-out" } else { "/sign-in" };
            let fields: &[(&str, &str)] = match n % 2 {
                0 => &[],
                _ => &[("email", "ana@example.org"), ("password", house::PASSWORD)],
            };
            ana.did(path, fields).await.unwrap();
        }
        let (answer, statements) = db::counted(ana.get("/account/trail")).await;
        let page = answer.unwrap().html();
        assert!(statements <= 3, "{statements} statements");
        assert!(page.contains("/account/trail?page=1"), "{page}");
        assert!(!page.contains("Account made"));
        let second = ana.get("/account/trail?page=1").await.unwrap();
        assert!(house::read(&second).contains("Account made"));
        assert!(second.html().contains("href=\"/account/trail\""));
        assert_eq!(ana.get("/account/trail?page=65535").await.unwrap().status, 200);

        let stranger = house.visitor().get("/account/trail").await.unwrap();
        assert_eq!(stranger.location().unwrap(), "/sign-in?then=/account/trail");
    }
}
