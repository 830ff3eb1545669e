//! Pages that draw on a locker ask the database as often for sixty entries as for five. Alone in
//! its process, since the count of statements is the process's.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "this story needs only some of what stories have")]

#[path = "journeys/evidence.rs"]
mod evidence;
#[path = "journeys/house.rs"]
mod house;

use house::House;

async fn story(house: House) {
    let mut ana = house.applicant("Ana").await;
    let id = ana.did("/applications", &[("category", "imhm-c")]).await.unwrap().new_id().unwrap();
    let who = evidence::person(&house, "Ana").await;
    let mut counts = Vec::new();
    let mut there = 0;

    for entries in [5, 60] {
        while there < entries {
            let training = evidence::training(&format!("Training {there}"), 60, &[]);
            evidence::entry(&house, who, "training", training).await;
            there += 1;
        }
        let before = db::statements();
        let answer = ana.get(&format!("/applications/{id}")).await.unwrap();
        counts.push(db::statements() - before);
        assert!(answer.html().contains(&format!("Training {}", entries - 1)));
    }

    assert_eq!(counts[0], counts[1], "statements grow with the locker");
    assert!(counts[0] <= 20, "{} statements for one page", counts[0]);
}

#[test]
fn the_home_asks_as_often_for_sixty_entries_as_for_five() {
    house::run(false, story);
    house::run(true, story);
}
