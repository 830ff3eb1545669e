//! A file that was handed in, for stories about what comes after.

use endorse::app::App;
use endorse::story::Browser;
use rules::{Locker, Stage, Status};
use uuid::Uuid;

use crate::house::{House, address};

/// An application that was handed in.
pub struct File {
    pub id: Uuid,
}

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
}

/// The person called like that.
pub async fn person(house: &House, name: &str) -> Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select id from people where email = $1";
    let found: Option<Found> = tx.maybe(sql, (address(name),)).await.unwrap();
    found.unwrap().id
}

/// What is handed in where a story is about something else.
const EVIDENCE: &str = r#"{"work":[{"id":"w1","role":"Home visitor","employer":"Little Steps",
    "from":"2024-01-08"}],"trainings":[{"id":"t1","title":"Watching babies","from":"2025-03-01",
    "to":"2025-03-02","minutes":{"imh":600}}],"format":"endorse-locker/1"}"#;

/// Hands in an application of somebody with an account. What the rules say of it is all met.
pub async fn file(house: &House, name: &str, category: &str, number: &str) -> File {
    file_at(&house.app, person(house, name).await, (category, number), EVIDENCE).await
}

/// The same at an association, with evidence of one's own.
pub async fn file_at(
    app: &App,
    person: Uuid,
    (category, number): (&str, &str),
    evidence: &str,
) -> File {
    let id = Uuid::now_v7();
    let now = app.clock.now();
    let policy = app.program.policy_on(category, "2026-03-02".parse().unwrap()).unwrap();
    let mut tx = app.db.write().await.unwrap();
    tx.run(
        "insert into applications (id, association_id, person_id, number, category, policy_version,
             state, state_since, started_at)
         values ($1, $2, $3, $4, $5, $6, 'preparing', $7, $7)",
        (
            id,
            &*app.program.id,
            person,
            format!("{} {number}", category.to_uppercase()),
            category,
            &*policy.version,
            now,
        ),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let file = File { id };
    file.hand_in_at(app, category, 1, evidence).await;
    file
}

impl File {
    /// Hands it in, for the first time or again.
    pub async fn hand_in(&self, house: &House, category: &str, round: i64) {
        self.hand_in_at(&house.app, category, round, EVIDENCE).await;
    }

    async fn hand_in_at(&self, app: &App, category: &str, round: i64, evidence: &str) {
        let (now, today) = (app.clock.now(), "2026-03-02".parse().unwrap());
        let policy = app.program.policy_on(category, today).unwrap();
        let locker: Locker = serde_json::from_str(evidence).unwrap();
        let mut said = rules::assess(policy, &locker, today, Stage::Submission);
        for finding in said.findings.iter_mut().filter(|it| it.stage == Stage::Submission) {
            finding.status = Status::Met;
            finding.step = None;
        }
        let mut tx = app.db.write().await.unwrap();
        tx.run(
            "insert into submissions (id, application_id, round, submitted_at, submitted_on,
                 policy_version, locker, locker_sha256, assessment, assessment_sha256)
             values ($1, $2, $3, $4, $5, $6, $7, 'locker', $8, 'assessment')",
            (
                Uuid::now_v7(),
                self.id,
                round,
                now,
                today,
                &*policy.version,
                serde_json::to_string(&locker).unwrap(),
                serde_json::to_string(&said).unwrap(),
            ),
        )
        .await
        .unwrap();
        tx.run(
            "update applications set state = 'submitted', state_since = $2 where id = $1",
            (self.id, now),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }

    /// Its page on the desk, or what is below it.
    pub fn desk(&self, below: &str) -> String {
        format!("/desk/applications/{}{below}", self.id)
    }
}

/// The value of a hidden field, or of what is in a text area.
pub fn field(html: &str, name: &str) -> String {
    let page = scraper::Html::parse_document(html);
    let all = scraper::Selector::parse("input, textarea").unwrap();
    let found = page.select(&all).find(|it| it.value().attr("name") == Some(name)).unwrap();
    match found.value().attr("value") {
        Some(value) => value.to_owned(),
        None => found.text().collect::<String>().trim().to_owned(),
    }
}

/// What a coordinator sends to decide, with the letter as it was written for them.
pub async fn decision(
    coordinator: &mut Browser,
    file: &File,
    outcome: &str,
) -> Vec<(&'static str, String)> {
    let path = file.desk(&format!("/decisions?outcome={outcome}"));
    let page = coordinator.get(&path).await.unwrap();
    assert_eq!(page.status, 200, "{}", page.html());
    ["outcome", "submission", "state", "letter"]
        .into_iter()
        .map(|name| (name, field(&page.html(), name).replace("– …", "– Please say more.")))
        .collect()
}

/// The same as a form takes it.
pub fn fields<'a>(typed: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    typed.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
