//! The desk asks the database as often for sixty files as for five. The count is one for the whole
//! process, so this story has a process to itself.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "the house has more rooms than this story needs")]

#[path = "journeys/handed_in.rs"]
mod handed_in;
#[path = "journeys/house.rs"]
mod house;

use house::House;

#[test]
fn the_desk_asks_as_often_for_sixty_files_as_for_five() {
    for on_postgres in [false, true] {
        house::run(on_postgres, story);
    }
}

async fn story(house: House) {
    let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
    for n in 0..5 {
        add(&house, n).await;
    }
    let five = statements(&mut cora).await;
    for n in 5..60 {
        add(&house, n).await;
    }

    assert_eq!(statements(&mut cora).await, five);
    assert!(house::read(&cora.get("/desk").await.unwrap()).contains("60 things wait"));
}

async fn add(house: &House, n: usize) {
    let name = format!("Sample Applicant {n}");
    house.applicant(&name).await;
    handed_in::file(house, &name, "ifs", &format!("26-{n:03}")).await;
}

async fn statements(cora: &mut endorse::story::Browser) -> u64 {
    let before = db::statements();
    assert_eq!(cora.get("/desk").await.unwrap().status, 200);
    db::statements() - before
}
