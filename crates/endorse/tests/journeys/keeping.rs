//! How long things are kept, on whose word; and what people agreed to.

use uuid::Uuid;

use crate::audit::program;
use crate::endorsements::endorse;
use crate::evidence::{N, ready};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use endorse::story::Browser;

async fn is_there(house: &House, application: Uuid) -> bool {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) as n from applications where id = $1";
    let found: Option<N> = tx.maybe(sql, (application,)).await.unwrap();
    found.unwrap().n == 1
}

/// Whether the page of terms says that there is none for applications never handed in.
fn has_no_term(page: &str) -> bool {
    let of = page.split("Applications that were never handed in").last().unwrap();
    let of = of.split("Applications that ended").next().unwrap();
    of.contains("No term is set: it is kept.")
}

/// The next day, when the round has been made.
async fn a_day_later(house: &House, cora: &mut Browser, day: &str) {
    house.it_is(day);
    house.installation.work().await.unwrap();
    cora.sign_in(&address("Cora"), PASSWORD).await.unwrap();
}

journey! {
    /// What has no term is kept; with one, what is over goes with the daily round, which says how much.
    async fn nothing_goes_without_a_term_and_what_is_over_goes_with_one(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let (_, application) = ready(&house, "Ana Alvarez").await;
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(has_no_term(&page), "{page}");
        a_day_later(&house, &mut cora, "2027-03-02T15:00:00Z").await;
        assert!(is_there(&house, application).await, "it went without a term");

        let wrong = [("months", "0"), ("authority", "")];
        let wrong = cora.post("/desk/retention/drafts", &wrong).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(read(&wrong).contains("Months: Please give whole months"), "{}", read(&wrong));
        let term = [("months", "6"), ("authority", "The board, March 1, 2027")];
        cora.did("/desk/retention/drafts", &term).await.unwrap();
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(page.contains("6 months, counted from the last step. Set by: The board"), "{page}");
        assert!(page.contains("One is over within 30 days"), "{page}");
        let notice = read(&house.visitor().get("/privacy").await.unwrap());
        assert!(notice.contains("Set by: The board, March 1, 2027"), "{notice}");
        assert!(is_there(&house, application).await);

        a_day_later(&house, &mut cora, "2027-03-03T15:00:00Z").await;

        assert!(!is_there(&house, application).await, "it is over and still there");
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(page.contains("Last round on March 3, 2027: 1 removed"), "{page}");
        cora.did("/desk/retention/drafts/end", &[]).await.unwrap();
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(has_no_term(&page), "{page}");
        assert_eq!(cora.get("/desk/retention/everything").await.unwrap().status, 404);
    }
}

journey! {
    /// A file under a legal hold stays when its time is over, and its owner's account cannot be erased.
    async fn a_held_file_stays_until_the_hold_ends(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let (mut ana, application) = ready(&house, "Ana Alvarez").await;
        let hold = format!("/desk/applications/{application}/legal-hold");
        assert_eq!(cora.post(&hold, &[("reason", " ")]).await.unwrap().status, 422);
        cora.did(&hold, &[("reason", "A complaint of March 2")]).await.unwrap();
        let term = [("months", "1"), ("authority", "The board")];
        cora.did("/desk/retention/drafts", &term).await.unwrap();
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(page.contains("A complaint of March 2"), "{page}");
        let page = read(&ana.get("/account/erase").await.unwrap());
        assert!(page.contains("A file of yours must be kept") && !page.contains("complaint of March"));
        let typed = [("word", "erase"), ("password", PASSWORD)];
        assert_eq!(ana.post("/account/erase", &typed).await.unwrap().status, 422);
        assert!(house.app.erase(&address("Ana Alvarez"), "asked by letter").await.is_err());

        a_day_later(&house, &mut cora, "2026-06-02T15:00:00Z").await;
        assert!(is_there(&house, application).await, "a held file went");

        cora.did(&format!("{hold}/end"), &[]).await.unwrap();
        a_day_later(&house, &mut cora, "2026-06-03T15:00:00Z").await;
        assert!(!is_there(&house, application).await);
    }
}

journey! {
    /// What somebody agreed to is told with its words; leaving the registry counts at once, and by the
    /// number an endorsement can still be checked.
    async fn what_was_agreed_to_is_told_and_leaving_the_registry_counts_at_once(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let told = read(&ana.get("/account/consents").await.unwrap());
        assert!(told.contains("What is kept about you") && told.contains("Your locker: education"), "{told}");
        let notice = read(&house.visitor().in_spanish().get("/privacy").await.unwrap());
        assert!(notice.contains("Qué se guarda sobre usted") && notice.contains("no hay plazo fijado"), "{notice}");
        assert!(house.visitor().get("/").await.unwrap().html().contains("href=\"/privacy\""));

        let held = endorse(&house, "Ana Soto", "ifa").await;
        let listing = format!("/endorsements/{}/listing", held.id);
        ana.did(&listing, &[("listed", "no")]).await.unwrap();
        ana.did(&listing, &[("listed", "yes")]).await.unwrap();
        let found = |page: &str| page.contains("Ana Soto");
        assert!(found(&read(&house.visitor().get("/registry?q=soto").await.unwrap())));
        let told = read(&ana.get("/account/consents").await.unwrap());
        assert!(told.contains("That the registry lists your name") && !told.contains("Until"), "{told}");

        ana.did(&listing, &[("listed", "no")]).await.unwrap();

        assert!(!found(&read(&house.visitor().get("/registry?q=soto").await.unwrap())));
        assert!(found(&read(&house.visitor().get(&held.verify()).await.unwrap())));
        let told = read(&ana.get("/account/consents").await.unwrap());
        assert!(told.contains("Until March 2, 2026") && told.contains("Not listed"), "{told}");
    }
}

journey! {
    /// Whoever asks in writing is erased by the command line, at once; it asks why, and whom it does
    /// not find it says so.
    async fn an_operator_erases_by_the_command_line(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let call = |email: &str, reason: &str| {
            program(&house, &["erase", email, "--reason", reason]).output().unwrap()
        };
        assert_eq!(call("ana.soto@example.org", " ").status.code(), Some(2));
        let nobody = call("nobody@example.org", "asked by letter");
        assert_eq!(nobody.status.code(), Some(3));
        assert!(String::from_utf8_lossy(&nobody.stderr).contains("nobody has that address"));
        assert_eq!(ana.get("/account").await.unwrap().status, 200);

        let done = call("ana.soto@example.org", "asked by letter of March 1");

        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(ana.get("/account").await.unwrap().status, 303);
        assert!(ana.sign_in("ana.soto@example.org", PASSWORD).await.is_err());
        assert_eq!(call("ana.soto@example.org", "once more").status.code(), Some(3));
        house.applicant("Ana Soto").await;
    }
}
