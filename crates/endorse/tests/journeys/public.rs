//! What anybody can read: the front page, the categories, what each asks and asked.

use crate::house::{House, read};
use crate::journey;

/// The text of a public page.
async fn page(house: &House, path: &str) -> String {
    let answer = house.visitor().get(path).await.unwrap();
    assert_eq!(answer.status, 200, "{path}");
    read(&answer)
}

journey! {
    /// A visitor reads what endorsement is and is not, and finds three doors and the next dates.
    async fn the_front_page_says_what_endorsement_is_and_where_to_go(house: House) {
        let answer = house.visitor().get("/").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert!(text.contains("What endorsement is"), "{text}");
        assert!(text.contains("Endorsement is not a license, and it does not replace one."));
        for door in ["/find-your-category", "/sign-in", "/registry"] {
            assert!(html.contains(&format!(r#" href="{door}""#)), "no door to {door}");
        }
        assert!(text.contains("December 31, 2026"));
        assert!(text.contains("May 2026 Written exam, spring from an old page"), "{text}");
        assert!(text.contains("ctaimh@yale.edu\nFrom a brochure printed between about 2010 and 2017"));
    }
}

journey! {
    /// Someone who is signed in finds their home behind the second door.
    async fn a_signed_in_person_is_shown_the_way_home(house: House) {
        let mut ana = house.applicant("Ana").await;

        let html = ana.get("/").await.unwrap().html();

        assert!(html.contains("Go on where you were"));
        assert!(!html.contains(r#"class="door" href="/sign-in""#));
    }
}

journey! {
    /// Categories that one can apply for have a page; the add-on is listed as what it is.
    async fn a_category_not_known_to_be_offered_is_listed_and_not_linked(house: House) {
        let answer = house.visitor().get("/categories").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        for offered in [
            "ifa", "ifs", "ifrs", "imhs", "imhm-c", "imhm-p", "imhm-rf", "ecfa", "ecfs", "ecfrs",
            "ecmhs", "ecmhm-c", "ecmhm-p", "ecmhm-rf",
        ] {
            assert!(html.contains(&format!(r#"href="/categories/{offered}""#)), "{offered}");
        }
        assert!(text.contains("Not known to be offered here"));
        assert!(text.contains("Endorsed Reflective Supervisor"));
        assert!(!html.contains("/categories/ers"));
        assert!(text.contains("Training: 48 hours"), "{text}");
    }
}

journey! {
    /// A Mentor's requirements: figures, sentences, sources, what changed, renewal and fees.
    async fn a_category_tells_what_it_asks_since_when_and_from_where(house: House) {
        let answer = house.visitor().get("/categories/imhm-c").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert_eq!(answer.status, 200);
        assert!(text.contains("48 h\nTraining\n"), "{text}");
        assert!(text.contains("50 h\nReflective supervision received\n"));
        assert!(text.contains("3 years\nPractice leadership\n"));
        assert!(text.contains("15 hours: Training on giving supervision"));
        assert!(text.contains("Changed on January 1, 2024: Training, Training on infant mental health"));
        assert!(text.contains("Since January 1, 2024\nWhat changed\nUntil December 31, 2023"));
        assert!(text.contains("Training\n48 hours\nAnother amount\n30 hours"));
        assert!(text.contains("diversity, equity and inclusion\n3 hours\nNew\nnot asked"));
        assert!(text.contains("Taken over from a sister category or association."));
        assert!(text.contains("12 h\nReflective supervision received\n"), "renewal is missing");
        assert!(text.contains("It was $25 when the categories were numbered levels"));
        assert!(html.contains(r#"href="https://ct-aimh.org/infant-mental-health-mentor-imhm""#));
        assert!(html.contains(r#"href="/applications/new?category=imhm-c""#));
    }
}

journey! {
    /// What no source states is said to be unknown, never zero.
    async fn an_unknown_figure_is_said_to_be_unknown(house: House) {
        let text = page(&house, "/categories/imhs").await;

        assert!(text.contains("no rule known\nReflective supervision received"), "{text}");
        assert!(!text.contains("\n0 h\n"));
    }
}

journey! {
    /// The rules of a day in the past are a query away, and a day that does not exist is told so.
    async fn the_rules_of_a_day_in_the_past_can_be_read(house: House) {
        let then = page(&house, "/categories/imhm-c?on=2023-12-31").await;
        assert!(then.contains("What it asked on December 31, 2023"), "{then}");
        assert!(then.contains("30 h\nTraining\n"));
        assert!(!then.contains("48 h\nTraining\n"));

        let wrong = house.visitor().get("/categories/imhm-c?on=2023-02-31").await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(read(&wrong).contains("Please give a day that exists"));
        assert!(wrong.html().contains(r#"value="2023-02-31""#));
    }
}

journey! {
    /// A category that is not there, or not known to be offered, is a page that is not there.
    async fn an_unknown_category_is_not_there(house: House) {
        let mut visitor = house.visitor();

        let nothing = visitor.get("/categories/no-such").await.unwrap();
        let add_on = visitor.get("/categories/ers").await.unwrap();

        assert_eq!((nothing.status.as_u16(), add_on.status.as_u16()), (404, 404));
    }
}

journey! {
    /// A level's number leads to the category that it became; level IV became three.
    async fn a_level_leads_to_its_category(house: House) {
        let mut visitor = house.visitor();

        let specialist = visitor.get("/categories/level-ii").await.unwrap();
        assert_eq!(specialist.location().as_deref(), Some("/categories/ifs"));
        let mentor = visitor.get("/categories/IMHM-RF").await.unwrap();
        assert_eq!(mentor.location().as_deref(), Some("/categories/imhm-rf"));
        let several = visitor.get("/categories/level-iv").await.unwrap();
        assert_eq!(several.status.as_u16(), 404);
    }
}

journey! {
    /// The reflective supervisors began in autumn 2022, and one may be emerging for a while.
    async fn a_category_that_began_says_so_for_the_days_before(house: House) {
        let now = page(&house, "/categories/ifrs").await;
        assert!(now.contains("may become emerging"), "{now}");
        assert!(now.contains("whether CT-AIMH still takes applications is not published here"));
        assert!(now.contains("no rule known\nGiving reflective supervision"), "{now}");

        let before = house.visitor().get("/categories/ifrs?on=2022-08-31").await.unwrap();
        assert_eq!(before.status, 422);
        assert!(read(&before).contains("This category did not exist on that day"));
    }
}

journey! {
    /// Every public page is there in Spanish, with figures as Spanish writes them.
    async fn public_pages_are_there_in_spanish(house: House) {
        let mut ana = house.visitor().in_spanish();
        for path in ["/", "/categories", "/categories/imhm-c", "/categories/ifa", "/categories/imhs"] {
            let answer = ana.get(path).await.unwrap();
            let text = read(&answer);

            assert_eq!(answer.status, 200, "{path}");
            assert!(!text.contains('['), "a text is missing on {path}: {text}");
            let html = answer.html();
            let main = html.split("<main").nth(1).unwrap();
            assert!(!main.contains(r#"href="/categories"#), "{path} leads out of Spanish");
        }
        let text = read(&ana.get("/categories/imhm-c").await.unwrap());
        assert!(text.contains("3 años\nLiderazgo"), "{text}");
    }
}
