//! What a page costs in statements does not grow with what there is.

use crate::house;
use crate::{evidence, handed_in, journey};

journey! {
    /// The pages over a locker ask as often for sixty entries as for ten.
    async fn a_locker_costs_the_same_with_sixty_entries_as_with_ten(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = ana.did("/applications", &[("category", "imhm-c")]).await.unwrap().new_id().unwrap();
        let who = evidence::person(&house, "Ana").await;
        let home = format!("/applications/{id}");
        let submission = format!("{home}/submission");
        let paths = [
            (home.as_str(), 15),
            (&submission, 11),
            ("/locker", 5),
            ("/locker/trainings", 5),
            ("/locker/map", 2),
        ];
        let mut counts = Vec::new();
        let mut there = 0;

        for entries in [10, 60] {
            while there < entries {
                let training = evidence::training(&format!("Training {there}"), 60, &[]);
                evidence::entry(&house, who, "training", training).await;
                there += 1;
            }
            let mut these = Vec::new();
            for (path, at_most) in paths {
                let (answer, count) = db::counted(ana.get(path)).await;
                let html = answer.unwrap().html();
                if path != "/locker/map" && path != submission {
                    assert!(html.contains(&format!("Training {}", entries - 1)), "{path}");
                }
                assert!((1..=at_most).contains(&count), "{path}: {count} statements");
                these.push(count);
            }
            counts.push(these);
        }

        assert_eq!(counts[0], counts[1], "statements grow with the locker");
    }
}

journey! {
    /// The desk asks as often for sixty files as for five.
    async fn the_desk_costs_the_same_for_sixty_files_as_for_five(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut counts = Vec::new();
        for numbers in [0..5, 5..60] {
            for n in numbers {
                let name = format!("Sample Applicant {n}");
                house.applicant(&name).await;
                handed_in::file(&house, &name, "ifs", &format!("26-{n:03}")).await;
            }
            let (answer, count) = db::counted(cora.get("/desk")).await;
            counts.push((count, house::read(&answer.unwrap())));
        }

        assert_eq!(counts[0].0, counts[1].0);
        assert!((1..=9).contains(&counts[0].0), "{} statements for the desk", counts[0].0);
        assert!(counts[1].1.contains("60 things wait"), "{}", counts[1].1);
    }
}
