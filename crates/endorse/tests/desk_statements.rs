//! The desk asks the database as often for sixty files as for five. Alone in its process, since the
//! count of statements is the process's.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "this story needs only some of what stories have")]

#[path = "journeys/handed_in.rs"]
mod handed_in;
#[path = "journeys/house.rs"]
mod house;

use house::House;

#[test]
fn the_desk_asks_as_often_for_sixty_files_as_for_five() {
    house::run(false, story);
    house::run(true, story);
}

async fn story(house: House) {
    let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
    add(&house, 0..5).await;
    let five = statements(&mut cora).await;
    add(&house, 5..60).await;

    assert_eq!(statements(&mut cora).await, five);
    let desk = house::read(&cora.get("/desk").await.unwrap());
    assert!(desk.contains("60 things wait"), "{desk}");
}

async fn add(house: &House, numbers: std::ops::Range<usize>) {
    for n in numbers {
        let name = format!("Sample Applicant {n}");
        house.applicant(&name).await;
        handed_in::file(house, &name, "ifs", &format!("26-{n:03}")).await;
    }
}

async fn statements(cora: &mut endorse::story::Browser) -> u64 {
    let before = db::statements();
    assert_eq!(cora.get("/desk").await.unwrap().status, 200);
    db::statements() - before
}
