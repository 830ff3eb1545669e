//! What an application costs, as its applicant sees it.

use crate::evidence::{promise_all, quoted_after};
use crate::house::read;
use crate::journey;

journey! {
    /// Starting makes three charges whose amounts nobody has published; promising one is kept, can
    /// be changed and taken back.
    async fn an_applicant_says_how_fees_will_be_paid(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let page = format!("/applications/{}/payments", started.new_id().unwrap());
        let text = read(&ana.get(&page).await.unwrap());
        for kind in ["Registration", "Membership", "Processing"] {
            assert!(text.contains(kind), "{kind} is missing in\n{text}");
        }
        assert!(text.contains("The coordinator tells you the amount"), "{text}");
        assert!(!text.contains("$0"), "{text}");

        promise_all(&mut ana, started.new_id().unwrap()).await;
        let answer = ana.get(&page).await.unwrap();
        let text = read(&answer);
        assert_eq!(text.matches("You said how").count(), 3, "{text}");
        assert!(text.contains("By check") && text.contains("No. 7"), "{text}");

        let back = quoted_after(&answer.html(), r#"method="post" action="/applications"#).unwrap();
        ana.did(&format!("/applications{back}"), &[]).await.unwrap();
        let text = read(&ana.get(&page).await.unwrap());
        assert_eq!(text.matches("You said how").count(), 2, "{text}");
    }
}

journey! {
    /// A promise without a way comes back as typed; a stranger finds nothing, like anybody at an
    /// address where nothing is.
    async fn promises_are_checked_and_ones_own(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifs")]).await.unwrap();
        let page = format!("/applications/{}/payments", started.new_id().unwrap());
        let html = ana.get(&page).await.unwrap().html();
        let promise = quoted_after(&html, r#"class="btn btn--small" href=""#).unwrap();

        let wrong = ana.post(&promise, &[("way", "gold"), ("note", "a chest")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains(r#"value="a chest""#));
        assert!(read(&wrong).contains("Please choose one."));

        let mut ben = house.applicant("Ben").await;
        let missing = "/applications/00000000-0000-7000-8000-000000000000/payments";
        for path in [&page, &promise] {
            let strange = ben.get(path).await.unwrap();
            assert_eq!(strange.status, 404);
            assert_eq!(read(&strange), read(&ben.get(missing).await.unwrap()));
        }
        assert_eq!(ben.post(&promise, &[("way", "check")]).await.unwrap().status, 404);

        let text = read(&ana.in_spanish().get(&page).await.unwrap());
        assert!(text.contains("Inscripción") && !text.contains('['), "{text}");
    }
}

journey! {
    /// Whoever owes a membership already is not asked for a second one.
    async fn one_membership_is_asked_for_once(house: House) {
        let mut ana = house.applicant("Ana").await;
        ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let second = ana.did("/applications", &[("category", "ifs")]).await.unwrap();

        let page = format!("/applications/{}/payments", second.new_id().unwrap());
        let text = read(&ana.get(&page).await.unwrap());

        assert_eq!(text.matches("Membership\n").count(), 1, "{text}");
    }
}
