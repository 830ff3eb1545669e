//! Evidence for stories that begin when it is there already, written straight into the rows.

use endorse::story::Browser;
use jiff::civil::date;
use rules::RequirementId;
use rules::policy::Ask;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::house::{House, address};

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

/// One number of the database.
#[derive(sqlx::FromRow)]
pub struct N {
    pub n: i64,
}

/// The id of somebody called like that.
pub async fn person(house: &House, name: &str) -> Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<Id> =
        tx.maybe("select id from people where email = $1", (address(name),)).await.unwrap();
    found.unwrap().id
}

/// Puts an entry into a locker; says its id.
pub async fn entry(house: &House, person: Uuid, kind: &str, mut body: Value) -> Uuid {
    let id = Uuid::now_v7();
    body["id"] = json!(id.to_string());
    let now = house.dial.now();
    let mut tx = house.app.db.write().await.unwrap();
    tx.run(
        "insert into entries (id, person_id, kind, body, version, created_at, changed_at)
         values ($1, $2, $3, $4, 1, $5, $5)",
        (id, person, kind, body.to_string(), now),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

/// A training of so many minutes that names areas.
pub fn training(title: &str, minutes: i64, areas: &[String]) -> Value {
    json!({
        "id": "", "title": title, "from": "2025-02-03", "to": "2025-02-03",
        "minutes": { "imh": minutes }, "competencies": areas,
    })
}

/// Every competency area that an Infant Family Associate shows.
pub fn areas(house: &House) -> Vec<String> {
    let policy = house.app.program.policy_on("ifa", date(2026, 3, 2)).unwrap();
    match &policy.requirement(RequirementId::Competencies).unwrap().ask {
        Ask::Competencies(ask) => ask.areas().iter().map(|it| it.id.to_string()).collect(),
        other => panic!("{other:?}"),
    }
}

/// Everything that others and time bring: degree, trainings, ratings, membership.
pub async fn all_for_ifa(house: &House, person: Uuid, application: Uuid) {
    let degree = json!({ "id": "", "degree": "bachelor", "title": "BA", "conferred": "2015-05-20" });
    entry(house, person, "education", degree).await;
    for title in ["Infant observation", "Attachment"] {
        entry(house, person, "training", training(title, 960, &areas(house))).await;
    }
    let now = house.dial.now();
    let mut tx = house.app.db.write().await.unwrap();
    for rater in ["Rita One", "Rita Two", "Rita Three"] {
        tx.run(
            "insert into reference_requests (id, association_id, application_id, person_id,
                 relation, rater_name, rater_email, rater_email_key, language, form_version,
                 asked_at, submitted_at, answers, not_enough_information)
             values ($1, 'ct-aimh', $2, $3, 'colleague', $4, 'r@example.org', 'r@example.org',
                 'en', '1', $5, $5, '{}', 0)",
            (Uuid::now_v7(), application, person, rater, now),
        )
        .await
        .unwrap();
    }
    tx.run(
        "insert into memberships (id, association_id, person_id, of_association, from_on,
             until_on, confirmed_at)
         values ($1, 'ct-aimh', $2, 'ct-aimh', $3, $4, $5)",
        (Uuid::now_v7(), person, date(2026, 1, 1), date(2026, 12, 31), now),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// What stands in the quotes after a mark, the first time.
pub fn quoted_after(html: &str, mark: &str) -> Option<String> {
    let (_, rest) = html.split_once(mark)?;
    Some(rest.split('"').next()?.to_owned())
}

/// Signs an agreement on its page.
pub async fn sign(browser: &mut Browser, agreement: &str, name: &str) {
    let path = format!("/agreements/{agreement}");
    let html = browser.get(&path).await.unwrap().html();
    let hash = quoted_after(&html, r#"name="sha256" value=""#).unwrap();
    let fields = [("name", name), ("accepted", "yes"), ("sha256", hash.as_str())];
    browser.did(&path, &fields).await.unwrap();
}

/// Says for every charge that a check is coming.
pub async fn promise_all(browser: &mut Browser, application: Uuid) {
    let page = format!("/applications/{application}/payments");
    let html = browser.get(&page).await.unwrap().html();
    let hrefs = html.split("href=\"").skip(1).filter_map(|it| it.split('"').next());
    for href in hrefs.filter(|it| it.ends_with("/promise")) {
        browser.did(href, &[("way", "check"), ("note", "No. 7")]).await.unwrap();
    }
}

/// An application as an Infant Family Associate with nothing in its way.
pub async fn ready(house: &House, name: &str) -> (Browser, Uuid) {
    let mut browser = house.applicant(name).await;
    let link = house.letter_to(&address(name)).await.path();
    browser.did(&link, &[]).await.unwrap();
    let started = browser.did("/applications", &[("category", "ifa")]).await.unwrap();
    let application = started.new_id().unwrap();
    all_for_ifa(house, person(house, name).await, application).await;
    for agreement in ["code-of-ethics", "endorsement-agreement"] {
        sign(&mut browser, agreement, name).await;
    }
    promise_all(&mut browser, application).await;
    (browser, application)
}
