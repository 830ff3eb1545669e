//! A coordinator who helps somebody with their locker: with consent, for an hour, told and on record.

use endorse::story::Browser;
use uuid::Uuid;

use crate::evidence::{N, person};
use crate::handed_in::file;
use crate::house::{House, read};
use crate::journey;

/// A training as its form takes it.
const TRAINING: [(&str, &str); 4] =
    [("title", "Watching babies"), ("from", "2025-03-01"), ("to", "2025-03-01"), ("imh", "3")];

/// Somebody who has begun an application, and its page at the desk.
async fn ana(house: &House) -> (Browser, String) {
    let mut ana = house.applicant("Ana").await;
    let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
    (ana, format!("/desk/applications/{}", started.new_id().unwrap()))
}

/// How many rows a statement counts about a person.
async fn count(house: &House, sql: &'static str, of: Uuid) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<N> = tx.maybe(sql, (of,)).await.unwrap();
    found.unwrap().n
}

const ENTRIES: &str = "select count(*) as n from entries where person_id = $1";
const FOR_HER: &str = "select count(*) as n from audit_events where on_behalf_of = $1
    and actor_kind = 'coordinator' and actor_id <> on_behalf_of";

journey! {
    /// It begins with a reason and a consent; what is entered is hers, recorded as done for her by
    /// the coordinator, and she reads it; signing, asking, submitting and her account stay hers.
    async fn a_coordinator_helps_with_a_locker_and_with_nothing_else(house: House) {
        let (mut ana, desk) = ana(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let (ana_id, cora_id) = (person(&house, "Ana").await, person(&house, "Cora").await);
        let help = format!("{desk}/help");

        let refused = cora.post(&help, &[("reason", "Cannot scan")]).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(refused.html().contains("Cannot scan"));
        assert!(!read(&cora.get("/locker").await.unwrap()).contains("helping"));
        cora.did(&help, &[("reason", "Cannot scan"), ("agreed", "phone")]).await.unwrap();
        let letter = house.letter_to("ana@").await;
        assert!(letter.body.contains("Cora") && letter.body.contains("Cannot scan"));
        assert!(letter.body.contains("By phone"), "{}", letter.body);

        cora.did("/locker/trainings", &TRAINING).await.unwrap();
        assert_eq!(count(&house, ENTRIES, ana_id).await, 1);
        assert_eq!(count(&house, ENTRIES, cora_id).await, 0);
        let named = [("name", "Certificate")];
        cora.upload("/documents", &named, ("file", "a.pdf", b"%PDF-1.7\n")).await.unwrap();
        assert_eq!(count(&house, FOR_HER, ana_id).await, 3);
        for path in ["/locker", "/desk", "/account", "/categories"] {
            let page = read(&cora.get(path).await.unwrap());
            assert!(page.contains("You are helping Ana with IFA"), "{path}: {page}");
        }

        let application = desk.replace("/desk", "");
        for path in [&application, &format!("{application}/submission")] {
            assert_eq!(cora.get(path).await.unwrap().status, 404, "{path}");
        }
        let submitted = cora.post(&format!("{application}/submission"), &[]).await.unwrap();
        assert_eq!(submitted.status, 404);
        let account = read(&cora.get("/account").await.unwrap());
        assert!(account.contains("cora@example.org") && !account.contains("ana@"), "{account}");

        let ended = cora.did("/desk/help/end", &[]).await.unwrap();
        assert!(ended.location().unwrap().starts_with(&desk));
        assert!(!read(&cora.get("/locker").await.unwrap()).contains("Watching babies"));
        let trail = read(&ana.get("/account/trail").await.unwrap());
        for said in ["Help with your locker began", "Entry added to the locker", "Document added", "Cora, "] {
            assert!(trail.contains(said), "{said} is missing in\n{trail}");
        }
        let file = read(&cora.get(&desk).await.unwrap());
        assert!(file.contains("Entry added for the person"), "{file}");
        assert!(file.contains("Help with the locker ended"), "{file}");
        assert!(read(&ana.get("/locker").await.unwrap()).contains("Watching babies"));
    }
}

journey! {
    /// After an hour nothing more is done for her, and nothing of hers lands in the coordinator's own
    /// locker; another session of the same coordinator never helped.
    async fn help_ends_after_an_hour_and_belongs_to_one_session(house: House) {
        let (_, desk) = ana(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let cora_id = person(&house, "Cora").await;
        let mut at_home = house.visitor();
        at_home.sign_in("cora@example.org", crate::house::PASSWORD).await.unwrap();
        let agreed = [("reason", "Cannot scan"), ("agreed", "in-person")];
        cora.did(&format!("{desk}/help"), &agreed).await.unwrap();
        assert!(!read(&at_home.get("/locker").await.unwrap()).contains("helping"));

        house.it_is("2026-03-02T16:00:00Z");
        let late = cora.post("/locker/trainings", &TRAINING).await.unwrap();
        assert!(late.location().unwrap().ends_with(&format!("{desk}/help")));
        assert_eq!(count(&house, ENTRIES, cora_id).await, 0);
        assert_eq!(count(&house, ENTRIES, person(&house, "Ana").await).await, 0);
        let page = read(&cora.get(&desk).await.unwrap());
        assert!(page.contains("was up at"), "{page}");
        cora.did("/desk/help/end", &[]).await.unwrap();
        cora.did("/locker/trainings", &TRAINING).await.unwrap();
        assert_eq!(count(&house, ENTRIES, cora_id).await, 1);

        let page = read(&cora.in_spanish().get(&format!("{desk}/help")).await.unwrap());
        assert!(page.contains("Ayudar a Ana con la carpeta") && !page.contains('['), "{page}");
    }
}

journey! {
    /// Only with an open file of the association, and only while one is its coordinator.
    async fn nobody_helps_without_a_file_or_the_role(house: House) {
        let (mut ana, desk) = ana(&house).await;
        let mut rita = house.with_role("Rita", "reviewer").await;
        let mut otto = house.with_role("Otto", "auditor").await;
        let agreed = [("reason", "Curious"), ("agreed", "phone")];
        for browser in [&mut rita, &mut otto, &mut ana] {
            let answer = browser.post(&format!("{desk}/help"), &agreed).await.unwrap();
            assert_eq!(answer.status, 404);
        }
        let mut cora = house.with_role("Cora", "coordinator").await;
        cora.did(&format!("{desk}/help"), &agreed).await.unwrap();
        let mut tx = house.app.db.write().await.unwrap();
        let end = "update roles set until_at = $1 where role = 'coordinator'";
        tx.run(end, (house.dial.now(),)).await.unwrap();
        tx.commit().await.unwrap();
        cora.did("/locker/trainings", &TRAINING).await.unwrap();
        assert_eq!(count(&house, ENTRIES, person(&house, "Ana").await).await, 0);
    }
}

journey! {
    /// What was typed for one locker never lands in another, whichever tab it was typed in; and all of it
    /// at once is for its owner alone.
    async fn a_form_is_for_the_locker_that_it_was_drawn_for(house: House) {
        let (_, desk) = ana(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let (ana_id, cora_id) = (person(&house, "Ana").await, person(&house, "Cora").await);
        let action = |page: &str| {
            crate::evidence::quoted_after(page, "id=\"entry-form\" method=\"post\" action=\"").unwrap()
        };
        let own = action(&cora.get("/locker/trainings/new").await.unwrap().html());
        cora.did(&format!("{desk}/help"), &[("reason", "Cannot scan"), ("agreed", "phone")]).await.unwrap();

        assert_eq!(cora.post(&own, &TRAINING).await.unwrap().status, 409, "{own}");
        assert_eq!(cora.get("/locker/download").await.unwrap().status, 404);
        let hers = action(&cora.get("/locker/trainings/new").await.unwrap().html());
        cora.did(&hers, &TRAINING).await.unwrap();
        cora.did("/desk/help/end", &[]).await.unwrap();
        assert_eq!(cora.post(&hers, &TRAINING).await.unwrap().status, 409, "{hers}");

        assert_eq!(count(&house, ENTRIES, ana_id).await, 1);
        assert_eq!(count(&house, ENTRIES, cora_id).await, 0);
        assert_eq!(cora.get("/locker/download").await.unwrap().status, 200);
    }
}

journey! {
    /// So with what is kept by itself while somebody types, and with throwing a draft away.
    async fn a_draft_is_for_the_locker_that_it_was_begun_in(house: House) {
        const DRAFTS: &str = "select count(*) as n from drafts where person_id = $1";
        let (_, desk) = ana(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let (ana_id, cora_id) = (person(&house, "Ana").await, person(&house, "Cora").await);
        let quoted = |page: &str, before: &str| {
            crate::evidence::quoted_after(page, before).unwrap().replace("&#38;", "&").replace("&amp;", "&")
        };
        let by_itself = "data-autosave=\"";
        let own = quoted(&cora.get("/locker/trainings/new").await.unwrap().html(), by_itself);
        assert_eq!(cora.post(&own, &TRAINING).await.unwrap().status, 204, "{own}");
        let own_away = quoted(
            &cora.get("/locker/trainings/new").await.unwrap().html(),
            "<form class=\"post\" method=\"post\" action=\"",
        );
        assert!(own_away.contains("/draft/removal"), "{own_away}");
        cora.did(&format!("{desk}/help"), &[("reason", "Cannot scan"), ("agreed", "phone")]).await.unwrap();

        assert_eq!(cora.post(&own, &TRAINING).await.unwrap().status, 409, "{own}");
        assert_eq!(cora.post(&own_away, &[]).await.unwrap().status, 409, "{own_away}");
        let hers = quoted(&cora.get("/locker/trainings/new").await.unwrap().html(), by_itself);
        assert_eq!(cora.post(&hers, &TRAINING).await.unwrap().status, 204, "{hers}");
        assert_eq!(count(&house, DRAFTS, ana_id).await, 1);
        cora.did("/desk/help/end", &[]).await.unwrap();
        assert_eq!(cora.post(&hers, &TRAINING).await.unwrap().status, 409, "{hers}");
        assert_eq!(count(&house, DRAFTS, cora_id).await, 1);
    }
}

journey! {
    /// Who withdraws an application has nobody in the locker any more.
    async fn help_ends_with_the_application(house: House) {
        let (mut ana, desk) = ana(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        cora.did(&format!("{desk}/help"), &[("reason", "Cannot scan"), ("agreed", "phone")]).await.unwrap();
        let hers = cora.get("/locker/trainings/new").await.unwrap().html();
        let hers = crate::evidence::quoted_after(&hers, "id=\"entry-form\" method=\"post\" action=\"").unwrap();
        ana.did(&format!("{}/withdrawal", desk.replace("/desk", "")), &[]).await.unwrap();

        assert!(!read(&cora.get("/locker").await.unwrap()).contains("helping"));
        assert_eq!(cora.post(&hers, &TRAINING).await.unwrap().status, 409, "{hers}");
        assert_eq!(count(&house, ENTRIES, person(&house, "Ana").await).await, 0);
    }
}

journey! {
    /// Whoever is helped sees it on the page of their locker and of their trail, and ends it there: what the
    /// helper sends next is refused, and they are led to saying that they have finished.
    async fn who_is_helped_ends_it(house: House) {
        let (mut ana, desk) = ana(&house).await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut sam = house.applicant("Sam").await;
        let (ana_id, cora_id) = (person(&house, "Ana").await, person(&house, "Cora").await);
        let help = format!("{desk}/help");
        let agreed = [("reason", "Cannot scan"), ("agreed", "phone")];
        assert!(!read(&ana.get("/locker").await.unwrap()).contains("End this help"));
        cora.did(&help, &agreed).await.unwrap();
        let hers = cora.get("/locker/trainings/new").await.unwrap().html();
        let hers = crate::evidence::quoted_after(&hers, "id=\"entry-form\" method=\"post\" action=\"").unwrap();
        cora.did(&hers, &TRAINING).await.unwrap();
        assert!(!read(&cora.get("/locker").await.unwrap()).contains("End this help"), "hers to end");

        let said = "Cora is helping you with";
        let mut end = String::new();
        for path in ["/locker", "/locker/trainings", "/account/trail"] {
            let page = ana.get(path).await.unwrap();
            assert!(read(&page).contains(said), "{path}: {}", read(&page));
            end = crate::evidence::quoted_after(&page.html(), "method=\"post\" action=\"/account/helpers").unwrap();
        }
        let end = format!("/account/helpers{end}");
        let spanish = read(&ana.clone().in_spanish().get("/locker").await.unwrap());
        assert!(spanish.contains("Terminar esta ayuda") && !spanish.contains('['), "{spanish}");
        for browser in [&mut sam, &mut cora] {
            assert_eq!(browser.post(&end, &[]).await.unwrap().status, 404, "it is Ana's to end");
        }
        ana.did(&end, &[]).await.unwrap();
        assert_eq!(ana.post(&end, &[]).await.unwrap().status, 409, "it is over");
        assert!(!read(&ana.get("/locker").await.unwrap()).contains(said));

        assert_eq!(cora.post(&hers, &TRAINING).await.unwrap().status, 409);
        assert_eq!(cora.post("/locker/trainings", &TRAINING).await.unwrap().status, 409);
        let led = cora.get("/locker").await.unwrap();
        assert!(led.location().unwrap().ends_with(&help), "{:?}", led.location());
        let page = read(&cora.get(&desk).await.unwrap());
        assert!(page.contains("Ana ended your help with"), "{page}");
        assert!(page.contains("The person ended the help with the locker"), "{page}");
        let trail = read(&ana.get("/account/trail").await.unwrap());
        assert!(trail.contains("You ended the help with your locker"), "{trail}");
        cora.did("/desk/help/end", &[]).await.unwrap();
        cora.did("/locker/trainings", &TRAINING).await.unwrap();
        assert_eq!((count(&house, ENTRIES, ana_id).await, count(&house, ENTRIES, cora_id).await), (1, 1));
    }
}

journey! {
    /// Whoever worked in a locker for somebody is told so before they decide about the file; another
    /// coordinator is not.
    async fn who_helped_is_reminded_before_deciding(house: House) {
        house.applicant("Ana").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut carl = house.with_role("Carl", "coordinator").await;
        let anas = file(&house, "Ana", "ifa", "26-001").await;
        let path = anas.desk("/decisions?outcome=more-information");
        let said = "You have worked in the locker of Ana";
        assert!(!read(&cora.get(&path).await.unwrap()).contains(said));

        let fields = [("reason", "Cannot scan"), ("agreed", "phone")];
        cora.did(&anas.desk("/help"), &fields).await.unwrap();
        cora.did("/desk/help/end", &[]).await.unwrap();

        assert!(read(&cora.get(&path).await.unwrap()).contains(said));
        assert!(!read(&carl.get(&path).await.unwrap()).contains(said));
    }
}
