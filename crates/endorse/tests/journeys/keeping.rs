//! How long things are kept, on whose word; and what people agreed to.

use uuid::Uuid;

use crate::audit::program;
use crate::canaries::whole;
use crate::endorsements::endorse;
use crate::evidence::{N, ready};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::replay::endorsed;
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
        let mut term = vec![("months", "60"), ("authority", "The board, March 1, 2027"), ("look", "yes")];
        let looked = cora.post("/desk/retention/drafts", &term).await.unwrap();
        assert_eq!(looked.status, 200);
        assert!(read(&looked).contains("With this term nothing would go today"), "{}", read(&looked));
        term[0].1 = "6";
        for seen in [("look", "yes"), ("seen", "60")] {
            term[2] = seen;
            let looked = cora.post("/desk/retention/drafts", &term).await.unwrap();
            let page = read(&looked);
            assert!(page.contains("one would go with the next daily round (Applications that were never handed in)"), "{page}");
            assert!(page.contains("They are one person’s."), "{page}");
            assert!(looked.html().contains("name=\"seen\" value=\"6\""), "{}", looked.html());
        }
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(has_no_term(&page), "looking sets nothing: {page}");
        term[2] = ("seen", "6");
        cora.did("/desk/retention/drafts", &term).await.unwrap();
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(page.contains("6 months, counted from the last step. Set by: The board"), "{page}");
        assert!(page.contains("One is over within 30 days"), "{page}");
        let notice = read(&house.visitor().get("/privacy").await.unwrap());
        assert!(notice.contains("Set by: The board, March 1, 2027"), "{notice}");
        assert!(is_there(&house, application).await);

        a_day_later(&house, &mut cora, "2027-03-03T15:00:00Z").await;

        assert!(!is_there(&house, application).await, "it is over and still there");
        let report = whole(&house).await;
        assert!(report.holds(), "{:?}", report.broken());
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
        let begun = cora.did(&hold, &[("reason", "A complaint of March 2")]).await.unwrap();
        let file = read(&cora.get(&begun.location().unwrap()).await.unwrap());
        assert!(file.contains("The file is held."), "{file}");
        let file = cora.get(&format!("/desk/applications/{application}")).await.unwrap();
        let said = "Kept: legal hold since March 2, 2026, A complaint of March 2";
        assert!(read(&file).contains(said) && file.html().contains(&format!("href=\"{hold}\"")));
        let spanish = read(&cora.clone().in_spanish().get(&hold).await.unwrap());
        let since = "Retenido desde: 2 de marzo de 2026, 10:00 a.m. EST. A complaint";
        assert!(spanish.contains(since), "{spanish}");
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

        let ended = cora.did(&format!("{hold}/end"), &[]).await.unwrap();
        let file = read(&cora.get(&ended.location().unwrap()).await.unwrap());
        assert!(file.contains("The hold is ended.") && !file.contains("Kept: legal hold"), "{file}");
        a_day_later(&house, &mut cora, "2026-06-03T15:00:00Z").await;
        assert!(!is_there(&house, application).await);
        let report = whole(&house).await;
        assert!(report.holds(), "{:?}", report.broken());
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

/// What `/verify` says of the only endorsement.
async fn verified(house: &House) -> String {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<(String,)> =
        tx.maybe("select public_id from endorsements", ()).await.unwrap();
    let path = format!("/verify/{}", found.unwrap().0);
    read(&house.visitor().get(&path).await.unwrap())
}

journey! {
    /// The name of somebody who was erased stays for as long as the association has set and says why; it
    /// goes when the term is ended. All the while the store holds.
    async fn names_that_were_kept_for_a_term_go_with_it(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        endorsed(&house, &mut cora, "Ana Soto").await;
        let term = [("months", "84"), ("authority", "The board")];
        cora.did("/desk/retention/register", &term).await.unwrap();
        house.app.erase(&address("Ana Soto"), "asked by letter").await.unwrap();
        let said = verified(&house).await;
        assert!(said.contains("Ana Soto"), "{said}");
        assert!(!read(&house.visitor().get("/registry?q=soto").await.unwrap()).contains("Ana Soto"));
        let report = whole(&house).await;
        assert!(report.holds(), "{:?}", report.broken());
        let page = read(&cora.get("/desk/retention/register").await.unwrap());
        assert!(page.contains("the names of people whose accounts were erased go at once"), "{page}");

        cora.did("/desk/retention/register/end", &[]).await.unwrap();

        let said = verified(&house).await;
        assert!(!said.contains("Ana Soto") && said.contains("Name erased"), "{said}");
        let report = whole(&house).await;
        assert!(report.holds(), "{:?}", report.broken());
    }
}

async fn sessions_of(house: &House, name: &str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) as n from sessions s join people p on p.id = s.person_id
        where p.email = $1";
    let found: Option<N> = tx.maybe(sql, (address(name),)).await.unwrap();
    found.unwrap().n
}

async fn links_of(house: &House, name: &str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select count(*) as n from mailed_links s join people p on p.id = s.person_id
        where p.email = $1";
    let found: Option<N> = tx.maybe(sql, (address(name),)).await.unwrap();
    found.unwrap().n
}

journey! {
    of crate::house::two();
    /// A term for sign-ins is for people who have to do with the association that set it.
    async fn a_term_for_sign_ins_is_for_ones_own(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        house.applicant("Ana").await;
        let mut tess = house.visitor_of("first3years-tx");
        tess.register("Tess", &address("Tess"), PASSWORD).await.unwrap();
        house.confirm(&address("Tess")).await;
        let wrong = [("email", "tess@example.org"), ("password", "a wrong password")];
        house.visitor().post("/sign-in", &wrong).await.unwrap();
        let term = [("months", "1"), ("authority", "The board")];
        cora.did("/desk/retention/sign-ins", &term).await.unwrap();

        a_day_later(&house, &mut cora, "2027-03-02T15:00:00Z").await;
        a_day_later(&house, &mut cora, "2027-03-03T15:00:00Z").await;

        assert_eq!((sessions_of(&house, "Ana").await, links_of(&house, "Ana").await), (0, 0));
        assert_eq!((sessions_of(&house, "Tess").await, links_of(&house, "Tess").await), (1, 1));
        let mut tx = house.app.db.read().await.unwrap();
        let sql = "select count(*) as n from sign_in_failures where email_key = $1";
        let found: Option<N> = tx.maybe(sql, (address("Tess"),)).await.unwrap();
        assert_eq!(found.unwrap().n, 1);
    }
}

journey! {
    /// Why one's own file must be kept is not read by who happens to be a coordinator too; terms and
    /// holds ask again who it is.
    async fn why_ones_own_file_is_held_is_for_others(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        let mut carl = house.with_role("Carl", "coordinator").await;
        let own = cora.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let hold = format!("/desk/applications/{own}/legal-hold");
        house.it_is("2026-03-02T15:20:00Z");
        let term = [("months", "1"), ("authority", "The board")];
        for (path, form) in [
            (hold.as_str(), &[("reason", "Suspected fraud")][..]),
            ("/desk/retention/drafts", &term),
            ("/desk/retention/drafts/end", &[]),
        ] {
            let asked = carl.post(path, form).await.unwrap();
            assert_eq!(asked.status, 422, "{path}");
            assert!(asked.html().contains("proof-password"), "{path}: {}", asked.html());
        }
        let form = [("reason", "Suspected fraud"), ("proof-password", PASSWORD)];
        carl.did(&hold, &form).await.unwrap();

        assert!(read(&carl.get("/desk/retention").await.unwrap()).contains("Suspected fraud"));
        let page = read(&cora.get("/desk/retention").await.unwrap());
        assert!(!page.contains("Suspected fraud") && page.contains("Files that must be kept"), "{page}");
        assert_eq!(cora.get(&hold).await.unwrap().status, 404);
    }
}

journey! {
    /// The notice names the address that the association has set for itself.
    async fn the_notice_names_where_to_write_now(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let form = [("value", "privacy@ct.example.org")];
        alma.did("/desk/association/email", &form).await.unwrap();

        let notice = read(&house.visitor().get("/privacy").await.unwrap());
        assert!(notice.contains("privacy@ct.example.org") && !notice.contains("ctaimh@yale.edu"), "{notice}");
    }
}
