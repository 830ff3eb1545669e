//! What can be done only once is done once, by however many at the same moment.

use endorse::story::Browser;
use tokio::task::JoinSet;

use crate::endorsements::endorse;
use crate::evidence::{quoted_after, ready};
use crate::handed_in::{decision, fields, file};
use crate::house::{House, PASSWORD, address};
use crate::journey;
use crate::reviews::{given, reviewed};

/// How many at once.
const AT_ONCE: usize = 50;
/// How often each is tried, on a new thing every time.
const ROUNDS: usize = 10;

/// Sends the same form from many places at the same moment; nobody gets a failure for an answer.
async fn at_once(browser: &Browser, path: &str, typed: &[(&str, &str)]) {
    let typed: Vec<(String, String)> =
        typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut all = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (mut browser, path, typed) = (browser.clone(), path.to_owned(), typed.clone());
        all.spawn(async move {
            let typed: Vec<(&str, &str)> =
                typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            browser.post(&path, &typed).await.unwrap().status
        });
    }
    for status in all.join_all().await {
        assert!(!status.is_server_error(), "{path}: {status}");
    }
}

/// How often something has been done so far, by the record.
async fn done(house: &House, verb: &'static str, kind: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) from audit_events where verb = $1 and object_kind = $2";
    let found: Option<(i64,)> = tx.maybe(sql, (verb, kind)).await.unwrap();
    found.unwrap().0
}

async fn number(house: &House, sql: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<(i64,)> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap().0
}

journey! {
    /// An address becomes one account; its link is used up once.
    async fn one_account_and_one_confirmation(house: House) {
        for round in 1..=ROUNDS {
            let email = format!("rush{round}@example.org");
            let form = [("name", "Rush"), ("email", email.as_str()), ("password", PASSWORD)];
            at_once(&house.visitor(), "/register", &form).await;
            assert_eq!(number(&house, "select count(*) from people").await, round as i64);

            let link = house.letter_to(&email).await.path();
            at_once(&house.visitor(), &link, &[]).await;
            assert_eq!(done(&house, "address-confirmed", "person").await, round as i64);
        }
    }
}

journey! {
    /// An invitation is accepted once, and gives one role; it ends once.
    async fn one_role_from_one_invitation(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        for round in 1..=ROUNDS {
            let name = format!("Rita {round}");
            let rita = house.applicant(&name).await;
            let to = address(&name);
            let form = [("role", "reviewer"), ("email", to.as_str()), ("language", "en")];
            alma.did("/desk/roles/invitations", &form).await.unwrap();
            let link = house.letter_to(&to).await.path();

            at_once(&rita, &link, &[]).await;
            assert_eq!(done(&house, "role-accepted", "role").await, round as i64);

            let page = alma.get("/desk/roles").await.unwrap().html();
            let end = quoted_after(&page, r#"btn--danger" href=""#).unwrap();
            at_once(&alma, &end, &[("reason", "Term ended")]).await;
            assert_eq!(done(&house, "role-ended", "role").await, round as i64);
        }
    }
}

journey! {
    /// An application is submitted once; each of its fees is confirmed once.
    async fn one_submission_and_one_confirmation_of_each_fee(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        for round in 1..=ROUNDS {
            let (ana, id) = ready(&house, &format!("Ana {round}")).await;
            at_once(&ana, &format!("/applications/{id}/submission"), &[("confirmed", "yes")]).await;
            assert_eq!(number(&house, "select count(*) from submissions").await, round as i64);

            let desk = cora.get(&format!("/desk/applications/{id}")).await.unwrap().html();
            let hrefs = desk.split("href=\"").skip(1).filter_map(|it| it.split('"').next());
            let confirm = hrefs.into_iter().find(|it| it.ends_with("/confirmation")).unwrap();
            at_once(&cora, confirm, &[("amount", "25")]).await;
            assert_eq!(done(&house, "charge-confirmed", "charge").await, round as i64);
        }
    }
}

journey! {
    /// A file is given to a reviewer once, decided once, and makes one endorsement, renewed once.
    async fn one_decision_one_endorsement_and_one_renewal(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut rita = house.with_role("Rita", "reviewer").await;
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            let ana = house.applicant(&name).await;
            let anas = file(&house, &name, "ifs", &format!("26-{round:03}")).await;
            let path = given(&house, &mut cora, "Rita", &anas).await;
            reviewed(&mut rita, "Rita", &path, "endorse").await;
            let typed = decision(&mut cora, &anas, "endorsed").await;

            at_once(&cora, &anas.desk("/decisions"), &fields(&typed)).await;
            assert_eq!(number(&house, "select count(*) from decisions").await, round as i64);
            assert_eq!(number(&house, "select count(*) from endorsements").await, round as i64);

            let id = number_of_endorsement(&house, &name).await;
            at_once(&ana, "/renewals", &[("endorsement", &id)]).await;
            assert_eq!(number(&house, "select count(*) from renewals").await, round as i64);
        }
    }
}

async fn number_of_endorsement(house: &House, name: &str) -> String {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select e.id from endorsements e join people p on p.id = e.person_id
        where p.email = $1";
    let found: Option<(uuid::Uuid,)> = tx.maybe(sql, (address(name),)).await.unwrap();
    found.unwrap().0.to_string()
}

journey! {
    /// An endorsement is put to rest once.
    async fn one_rest(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            house.applicant(&name).await;
            let it = endorse(&house, &name, "ifa").await;
            let path = format!("/desk/endorsements/{}/hold", it.id);
            let html = cora.get(&path).await.unwrap().html();
            let value = |name: &str| quoted_after(&html, &format!("name=\"{name}\" value=\"")).unwrap();
            let (seen, history) = (value("seen"), value("history"));
            let reason = "Asked for it by phone on Monday.";
            let typed = [("seen", seen.as_str()), ("history", &history), ("reason", reason)];

            at_once(&cora, &path, &typed).await;
            let sql = "select count(*) from endorsement_intervals where status <> 'active'";
            assert_eq!(number(&house, sql).await, round as i64);
        }
    }
}
