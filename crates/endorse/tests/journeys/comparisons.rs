//! How a locker would stand: for every category, here and elsewhere, today and on any other day.

use serde_json::json;

use crate::house::{House, read};
use crate::{evidence, journey};

/// Two years of prevention work and the supervision that a Family Specialist shows.
async fn home_visitor(house: &House, name: &str) {
    let who = evidence::person(house, name).await;
    let job = json!({
        "id": "", "role": "Home visitor", "from": "2022-01-01", "to": null, "paid": true,
        "kinds": ["prevention"], "ages_months": { "from": 0, "to": 36 },
    });
    evidence::entry(house, who, "work", job).await;
    let hours = json!({
        "id": "", "from": "2024-01-01", "to": "2024-12-31", "minutes": 1440, "setting": "group",
        "while": "prevention",
        "provider": { "name": "M", "standings": [{ "category": "imhm-c", "from": "2015-01-01" }] },
    });
    evidence::entry(house, who, "rsc", hours).await;
}

journey! {
    /// Every category is there, the nearest first, each with a line, what is missing and a way on.
    async fn a_locker_is_compared_with_every_category_the_nearest_first(house: House) {
        let mut ana = house.applicant("Ana").await;
        home_visitor(&house, "Ana").await;

        let answer = ana.get("/comparison").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert_eq!(answer.status, 200);
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("no {name} in {text}"));
        assert!(place(". Infant Family Specialist IFS") < place(". Infant Mental Health Specialist IMHS"));
        assert!(place(". Infant Family Associate IFA") < place("Mentor – Clinical IMHM-C"));
        assert!(text.contains("By the rules of CT-AIMH on March 2, 2026."));
        let missing = text.split("What is missing (").nth(1).unwrap_or_else(|| panic!("{text}"));
        assert!(missing.lines().nth(1) == Some("30 more hours of training"), "{missing}");
        assert!(text.contains("2 of 8 requirements are met."), "{text}");
        assert!(html.contains(r#"href="/applications/new?category=ifs""#));
        assert_eq!(html.matches("govuk-button").count(), 1, "one next step");
        for category in house.app.program.offered() {
            assert!(html.contains(&format!("/comparison?category={}", category.id)), "{}", category.id);
        }
    }
}

journey! {
    /// One category alone is shown as at home: what counted, what did not and why.
    async fn the_details_of_a_category_are_those_of_the_home(house: House) {
        let mut ana = house.applicant("Ana").await;
        home_visitor(&house, "Ana").await;
        let who = evidence::person(&house, "Ana").await;
        let late = json!({
            "id": "", "title": "Next week", "from": "2026-03-09", "to": "2026-03-09",
            "minutes": { "imh": 60 }, "competencies": ["theoretical-foundations/attachment"],
        });
        evidence::entry(&house, who, "training", late).await;

        let answer = ana.get("/comparison?category=ifs").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert!(text.contains("What counted\nHome visitor"), "{text}");
        assert!(text.contains("Next week\nIt is dated after March 2, 2026."), "{text}");
        assert!(html.contains(r#"href="/locker/trainings/new""#), "no way to close the gap");
        assert!(!html.contains("{id}"), "a way that leads nowhere");
        assert!(!text.contains("Mentor – Clinical IMHM-C"));
    }
}

journey! {
    /// The rules and the evidence are those of the day that is asked about.
    async fn another_day_has_its_own_rules_and_knows_nothing_later(house: House) {
        let mut ana = house.applicant("Ana").await;
        home_visitor(&house, "Ana").await;

        let then = read(&ana.get("/comparison?category=imhm-c&on=2023-12-31").await.unwrap());
        let now = read(&ana.get("/comparison?category=imhm-c&on=2024-01-01").await.unwrap());

        assert!(then.contains("30 more hours of training\n"), "{then}");
        assert!(now.contains("48 more hours of training\n"), "{now}");
        let early = read(&ana.get("/comparison?category=ifs&on=2022-06-30").await.unwrap());
        assert!(early.contains("About 18 more months of prevention"), "{early}");
    }
}

journey! {
    /// A day that does not exist, a category and an association that are not there: the page says
    /// which, keeps the rest, and shows no answer that nobody asked for.
    async fn what_cannot_be_asked_is_told_field_by_field(house: House) {
        let mut ana = house.applicant("Ana").await;

        let wrong = ana.get("/comparison?category=ifs&on=2026-02-30").await.unwrap();
        let (text, html) = (read(&wrong), wrong.html());
        assert_eq!(wrong.status, 422);
        assert!(text.contains("Please give a day that exists"), "{text}");
        assert!(html.contains(r#"value="2026-02-30""#), "what was typed is lost");
        assert!(html.contains(r#"value="ifs" selected"#), "what was chosen is lost");
        assert!(!text.contains("requirements are met"));

        for (query, sentence) in [
            ("category=xyz", "does not offer this category"),
            ("association=atlantis", "Please choose an association from the list."),
        ] {
            let wrong = ana.get(&format!("/comparison?{query}")).await.unwrap();
            assert_eq!(wrong.status, 422, "{query}");
            assert!(read(&wrong).contains(sentence), "{query}");
        }
    }
}

journey! {
    /// Whoever has entered nothing is shown what to enter, and where to begin otherwise.
    async fn an_empty_locker_teaches(house: House) {
        let mut ana = house.applicant("Ana").await;

        let answer = ana.get("/comparison").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert!(text.contains("Your locker is still empty"), "{text}");
        assert!(html.contains(r#"class="govuk-button" href="/locker/trainings/new""#));
        assert!(html.contains(r#"href="/find-your-category""#));
        assert_eq!(html.matches("govuk-button").count(), 1, "one next step");
    }
}

journey! {
    /// The page asks as often for sixty entries as for none, whatever the number of categories.
    async fn a_comparison_costs_the_same_for_sixty_entries_as_for_none(house: House) {
        let mut ana = house.applicant("Ana").await;
        let who = evidence::person(&house, "Ana").await;
        let (empty, before) = db::counted(ana.get("/comparison")).await;
        for n in 0..60 {
            let training = evidence::training(&format!("Training {n}"), 60, &[]);
            evidence::entry(&house, who, "training", training).await;
        }

        let (full, after) = db::counted(ana.get("/comparison")).await;

        assert_eq!(empty.unwrap().status, 200);
        assert!(read(&full.unwrap()).contains("requirements are met"));
        assert_eq!(before, after, "statements grow with the locker");
        assert!((1..=10).contains(&after), "{after} statements for one page");
    }
}

journey! {
    /// It is there in Spanish, stays there, and the other language is the same question.
    async fn a_comparison_is_there_in_spanish(house: House) {
        let mut ana = house.applicant("Ana").await.in_spanish();
        home_visitor(&house, "Ana").await;

        let answer = ana.get("/comparison?on=2024-06-30").await.unwrap();
        let (text, html) = (read(&answer), answer.html());

        assert!(text.contains("¿Cómo quedaría su carpeta?"), "{text}");
        let missing = text.split("Lo que falta (").nth(1).unwrap_or_else(|| panic!("{text}"));
        assert!(missing.lines().nth(1) == Some("30 horas más de capacitación"), "{missing}");
        assert!(!text.contains('['), "a text is missing: {text}");
        assert!(html.contains(r#"href="/comparison?on=2024-06-30""#), "the question is lost");
        let main = html.split("<main").nth(1).unwrap();
        assert!(!main.contains(r#"href="/comparison"#), "it leads out of Spanish");
    }
}

journey! {
    /// Nobody without an account has a locker; the question is kept through signing in.
    async fn a_visitor_signs_in_first_and_is_led_back(house: House) {
        let answer = house.visitor().get("/comparison?on=2024-06-30").await.unwrap();

        let to = answer.location().unwrap();
        assert_eq!(to, "/sign-in?then=/comparison%3Fon%3D2024-06-30");
    }
}

journey! {
    /// The home, the locker and a category's page lead there.
    async fn the_question_is_found_where_people_are(house: House) {
        let mut ana = house.applicant("Ana").await;
        for (page, door) in [
            ("/home", "/comparison"),
            ("/locker", "/comparison"),
            ("/categories/ifs", "/comparison?category=ifs"),
            ("/applications/new", "/comparison"),
        ] {
            let html = ana.get(page).await.unwrap().html();
            assert!(html.contains(&format!(r#"href="{door}""#)), "no way from {page}");
        }
        let id = ana.did("/applications", &[("category", "ifs")]).await.unwrap().new_id().unwrap();
        let html = ana.get(&format!("/applications/{id}")).await.unwrap().html();
        assert!(html.contains(r#"href="/comparison""#));
        assert!(read(&ana.get("/comparison").await.unwrap()).contains("Start an application"));
    }
}
