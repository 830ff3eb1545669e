//! What an application costs, as its applicant sees it.

use endorse::story::Browser;

use crate::evidence::{promise_all, quoted_after};
use crate::house::read;
use crate::journey;

journey! {
    /// Starting makes three charges whose amounts nobody has published; promising one is kept, can
    /// be changed and taken back.
    async fn an_applicant_says_how_fees_will_be_paid(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let page = format!("/applications/{}/payments", started.new_id().unwrap());
        let text = read(&ana.get(&page).await.unwrap());
        for kind in ["Registration", "Membership", "Processing"] {
            assert!(text.contains(kind), "{kind} is missing in\n{text}");
        }
        assert!(text.contains("The coordinator tells you the amount"), "{text}");
        assert!(!text.contains("$0"), "{text}");

        promise_all(&mut ana, started.new_id().unwrap()).await;
        let answer = ana.get(&page).await.unwrap();
        let text = read(&answer);
        assert_eq!(text.matches("You said how").count(), 3, "{text}");
        assert!(text.contains("By check") && text.contains("No. 7"), "{text}");

        let back = quoted_after(&answer.html(), r#"method="post" action="/applications"#).unwrap();
        ana.did(&format!("/applications{back}"), &[]).await.unwrap();
        let text = read(&ana.get(&page).await.unwrap());
        assert_eq!(text.matches("You said how").count(), 2, "{text}");
    }
}

journey! {
    /// A promise without a way comes back as typed; a stranger finds nothing, like anybody at an
    /// address where nothing is.
    async fn promises_are_checked_and_ones_own(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifs")]).await.unwrap();
        let page = format!("/applications/{}/payments", started.new_id().unwrap());
        let html = ana.get(&page).await.unwrap().html();
        let promise = quoted_after(&html, r#"class="btn btn--small" href=""#).unwrap();

        let wrong = ana.post(&promise, &[("way", "gold"), ("note", "a chest")]).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains(r#"value="a chest""#));
        assert!(read(&wrong).contains("Please choose one."));

        let mut ben = house.applicant("Ben").await;
        let missing = "/applications/00000000-0000-7000-8000-000000000000/payments";
        for path in [&page, &promise] {
            let strange = ben.get(path).await.unwrap();
            assert_eq!(strange.status, 404);
            assert_eq!(read(&strange), read(&ben.get(missing).await.unwrap()));
        }
        assert_eq!(ben.post(&promise, &[("way", "check")]).await.unwrap().status, 404);

        let text = read(&ana.in_spanish().get(&page).await.unwrap());
        assert!(text.contains("Inscripción") && !text.contains('['), "{text}");
    }
}

journey! {
    /// Whoever owes a membership already is not asked for a second one.
    async fn one_membership_is_asked_for_once(house: House) {
        let mut ana = house.applicant("Ana").await;
        ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let second = ana.did("/applications", &[("category", "ifs")]).await.unwrap();

        let page = format!("/applications/{}/payments", second.new_id().unwrap());
        let text = read(&ana.get(&page).await.unwrap());

        assert_eq!(text.matches("Membership\n").count(), 1, "{text}");
    }
}

journey! {
    /// What nobody has promised for an application that is given up is not asked for any more; a new
    /// application asks for all of it again.
    async fn what_is_given_up_is_not_asked_for(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let file = format!("/applications/{}", started.new_id().unwrap());
        assert!(read(&cora.get("/desk/payments").await.unwrap()).contains("Registration"));

        ana.did(&format!("{file}/withdrawal"), &[]).await.unwrap();

        for path in ["/payments".to_owned(), format!("{file}/payments")] {
            let text = read(&ana.get(&path).await.unwrap());
            assert!(!text.contains("Registration") && !text.contains("Membership"), "{text}");
        }
        let desk = read(&cora.get("/desk/payments").await.unwrap());
        assert!(desk.contains("No payment fits."), "{desk}");
        let anew = ana.did("/applications", &[("category", "ifs")]).await.unwrap();
        let page = format!("/applications/{}/payments", anew.new_id().unwrap());
        let text = read(&ana.get(&page).await.unwrap());
        assert_eq!(text.matches("Membership\n").count(), 1, "{text}");
        assert_eq!(text.matches("Registration\n").count(), 1, "{text}");
    }
}

journey! {
    /// A confirmation that was a mistake is taken back, with the membership that began with it, and the
    /// person reads why; the same charge is confirmed once more. A waiver is taken back alike.
    async fn a_mistake_about_a_payment_is_taken_back(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let file = format!("/desk/applications/{}", started.new_id().unwrap());
        let members = "select count(*) from memberships where withdrawn_at is null";
        let charges = "select id from charges where kind = $1";
        let mut tx = house.app.db.read().await.unwrap();
        let membership: Option<(uuid::Uuid,)> = tx.maybe(charges, ("membership",)).await.unwrap();
        let processing: Option<(uuid::Uuid,)> = tx.maybe(charges, ("processing",)).await.unwrap();
        drop(tx);
        let at = |charge: Option<(uuid::Uuid,)>, what: &str| format!("/desk/charges/{}/{what}", charge.unwrap().0);
        let (confirmation, reopening) = (at(membership, "confirmation"), at(membership, "reopening"));

        let open = cora.did(&reopening, &[("reason", "Not settled yet")]).await;
        assert!(open.is_err(), "what is open was opened again");
        for round in 1..=2 {
            cora.did(&confirmation, &[("amount", "50")]).await.unwrap();
            assert_eq!(crate::races::number(&house, members).await, 1, "{round}");
            let elsewhere = cora.get(&confirmation).await.unwrap().location().unwrap();
            assert!(elsewhere.contains("said-desk-charge-moved-on"), "{elsewhere}");
            assert!(cora.get(&file).await.unwrap().html().contains(&reopening));

            assert_eq!(cora.post(&reopening, &[("reason", " ")]).await.unwrap().status, 422);
            cora.did(&reopening, &[("reason", "Entered for the wrong Ana")]).await.unwrap();
            assert_eq!(cora.post(&reopening, &[("reason", "Again")]).await.unwrap().status, 409);
            assert_eq!(crate::races::number(&house, members).await, 0, "{round}");
        }
        let letter = house.letter_to("ana@").await;
        assert!(letter.body.contains("Entered for the wrong Ana") && letter.body.contains("payment for your membership"), "{}", letter.body);
        cora.did(&at(membership, "waiver"), &[("reason", "Hardship")]).await.unwrap();
        assert_eq!(crate::races::number(&house, members).await, 1, "a membership without payment");
        cora.did(&reopening, &[("reason", "Meant for another")]).await.unwrap();
        assert_eq!(crate::races::number(&house, members).await, 0);
        cora.did(&at(processing, "waiver"), &[("reason", "Hardship")]).await.unwrap();
        cora.did(&at(processing, "reopening"), &[("reason", "Meant for another")]).await.unwrap();

        let owed = read(&ana.get("/payments").await.unwrap());
        assert_eq!(owed.matches("To pay\n").count(), 3, "{owed}");
        let happened = read(&cora.get(&file).await.unwrap());
        assert_eq!(happened.matches("Payment opened again").count(), 4, "{happened}");
        let own = cora.get(&at(Some((uuid::Uuid::now_v7(),)), "reopening")).await.unwrap();
        assert_eq!(own.status, 404);
        assert!(crate::canaries::whole(&house).await.holds());
    }
}

const CLAIM: [(&str, &str); 5] = [
    ("whose", "other"),
    ("name", "Sample Association for Infants"),
    ("from", "2026-01-01"),
    ("until", "2026-12-31"),
    ("note", "No. 12"),
];

/// The path that follows a mark on a page, up to the end of its quotes.
async fn waiting_claim(cora: &mut Browser) -> String {
    let desk = cora.get("/desk").await.unwrap().html();
    let id = quoted_after(&desk, r#"href="/desk/membership-claims/"#).unwrap();
    format!("/desk/membership-claims/{id}")
}

journey! {
    /// A member of another association says so; until the coordinator confirms it, it does not
    /// count; then nothing is owed for one; undone, it is owed again.
    async fn a_membership_elsewhere_counts_once_it_is_confirmed(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let file = format!("/applications/{}", started.new_id().unwrap());
        let payments = format!("{file}/payments");
        assert!(read(&ana.get(&payments).await.unwrap()).contains("I am a member already"));

        let mut wrong = CLAIM;
        (wrong[1].1, wrong[3].1) = ("", "2026-02-01");
        let wrong = ana.post("/memberships/claims", &wrong).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(read(&wrong).contains("This membership is over") && wrong.html().contains("No. 12"));
        ana.did("/memberships/claims", &CLAIM).await.unwrap();
        let text = read(&ana.get(&payments).await.unwrap());
        assert!(text.contains("You said how") && text.contains("I am a member already"), "{text}");
        let own = read(&ana.get("/memberships").await.unwrap());
        assert!(own.contains("Waits for the coordinator") && own.contains("No membership is confirmed"));

        let claim = waiting_claim(&mut cora).await;
        let text = read(&cora.get(&claim).await.unwrap());
        assert!(text.contains("Sample Association for Infants") && text.contains("No. 12"), "{text}");
        cora.did(&format!("{claim}/confirmation"), &[]).await.unwrap();
        assert_eq!(cora.post(&format!("{claim}/confirmation"), &[]).await.unwrap().status, 409);
        assert!(house.letter_to("ana").await.body.contains("is confirmed"));
        let home = read(&ana.get(&file).await.unwrap());
        let membership = home.lines().skip_while(|it| *it != "Membership").nth(1).unwrap();
        assert!(membership.contains("Met"), "{membership}\n{home}");
        let text = read(&ana.get(&payments).await.unwrap());
        assert!(text.contains("Nothing to pay"), "nothing is owed for one\n{text}");

        assert_eq!(cora.post(&format!("{claim}/reversal"), &[]).await.unwrap().status, 422);
        let reason = [("reason", "The list of that association does not have this name.")];
        cora.did(&format!("{claim}/reversal"), &reason).await.unwrap();
        let text = read(&ana.get(&payments).await.unwrap());
        assert!(text.contains("Membership") && !text.contains("You said how"), "{text}");
        assert!(house.letter_to("ana").await.body.contains("does not have this name"));
        assert!(read(&ana.get("/memberships").await.unwrap()).contains("No membership is confirmed"));
    }
}

journey! {
    /// A claim is declined with a reason, or taken back; nobody confirms their own, and a
    /// stranger's is a missing one.
    async fn a_claim_is_declined_or_taken_back(house: House) {
        let mut ana = house.applicant("Ana").await.in_spanish();
        let mut cora = house.with_role("Cora", "coordinator").await;
        ana.did("/memberships/claims", &CLAIM).await.unwrap();
        let claim = waiting_claim(&mut cora).await;
        assert_eq!(ana.get(&claim).await.unwrap().status, 404);

        assert_eq!(cora.post(&format!("{claim}/refusal"), &[("reason", " ")]).await.unwrap().status, 422);
        cora.did(&format!("{claim}/refusal"), &[("reason", "It ended last year.")]).await.unwrap();
        let page = read(&ana.get("/memberships").await.unwrap());
        assert!(page.contains("It ended last year.") && page.contains("Sin confirmar"), "{page}");
        assert!(!page.contains('['), "a text is missing\n{page}");

        ana.did("/memberships/claims", &CLAIM).await.unwrap();
        let html = ana.get("/memberships").await.unwrap().html();
        let back = quoted_after(&html, r#"method="post" action="/es/memberships"#).unwrap();
        let back = format!("/memberships{back}");
        assert_eq!(cora.post(&back, &[]).await.unwrap().status, 404, "it is Ana's");
        ana.did(&back, &[]).await.unwrap();
        assert!(!cora.get("/desk").await.unwrap().html().contains("membership-claims"));

        cora.did("/memberships/claims", &CLAIM).await.unwrap();
        let own = waiting_claim(&mut cora).await;
        assert_eq!(cora.get(&own).await.unwrap().status, 404);
        assert_eq!(cora.post(&format!("{own}/confirmation"), &[]).await.unwrap().status, 404);
        for path in ["/memberships/claims", "/payments"] {
            let page = read(&ana.get(path).await.unwrap());
            assert!(!page.contains('['), "{path}: a text is missing\n{page}");
        }
    }
}

journey! {
    /// Saying that one is a member takes no promise away; a claim taken back leaves due what no other
    /// claim sees to.
    async fn a_claim_leaves_a_promise_alone(house: House) {
        let mut ana = house.applicant("Ana").await;
        let started = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let id = started.new_id().unwrap();
        let payments = format!("/applications/{id}/payments");
        promise_all(&mut ana, id).await;

        ana.did("/memberships/claims", &CLAIM).await.unwrap();
        let text = read(&ana.get(&payments).await.unwrap());
        assert_eq!(text.matches("By check").count(), 3, "{text}");
        let html = ana.get("/memberships").await.unwrap().html();
        let back = quoted_after(&html, r#"method="post" action="/memberships"#).unwrap();
        ana.did(&format!("/memberships{back}"), &[]).await.unwrap();
        let text = read(&ana.get(&payments).await.unwrap());
        assert_eq!((text.matches("By check").count(), text.matches("No. 7").count()), (3, 3), "{text}");

        let mut ben = house.applicant("Ben").await;
        let started = ben.did("/applications", &[("category", "ifa")]).await.unwrap();
        let payments = format!("/applications/{}/payments", started.new_id().unwrap());
        ben.did("/memberships/claims", &CLAIM).await.unwrap();
        let mut other = CLAIM;
        other[3].1 = "2027-12-31";
        ben.did("/memberships/claims", &other).await.unwrap();
        for left in [1, 0] {
            let html = ben.get("/memberships").await.unwrap().html();
            let back = quoted_after(&html, r#"method="post" action="/memberships"#).unwrap();
            ben.did(&format!("/memberships{back}"), &[]).await.unwrap();
            let text = read(&ben.get(&payments).await.unwrap());
            assert_eq!(text.matches("You said how").count(), left, "{text}");
        }
    }
}

journey! {
    /// Of one person one claim waits for each year, and a few in all: the rest comes back as typed.
    async fn one_claim_waits_for_each_year(house: House) {
        let mut ana = house.applicant("Ana").await;
        let claim = |until: &'static str, name: &'static str| {
            let mut claim = CLAIM;
            (claim[1].1, claim[3].1) = (name, until);
            claim
        };
        ana.did("/memberships/claims", &claim("2026-12-31", "One")).await.unwrap();

        let again = ana.post("/memberships/claims", &claim("2026-06-30", "Two")).await.unwrap();

        assert_eq!(again.status, 422);
        assert!(read(&again).contains("waits for the coordinator already"), "{}", read(&again));
        assert!(again.html().contains(r#"value="Two""#), "what was typed is gone");
        for until in ["2027-12-31", "2028-12-31"] {
            ana.did("/memberships/claims", &claim(until, "One")).await.unwrap();
        }
        let more = ana.post("/memberships/claims", &claim("2029-12-31", "One")).await.unwrap();
        assert_eq!(more.status, 422);
        let html = ana.get("/memberships").await.unwrap().html();
        let back = quoted_after(&html, r#"method="post" action="/memberships"#).unwrap();
        ana.did(&format!("/memberships{back}"), &[]).await.unwrap();
        ana.did("/memberships/claims", &claim("2028-12-31", "Three")).await.unwrap();
    }
}

journey! {
    /// The desk lists what is owed, finds it, and confirms several payments at once: all of them or
    /// none.
    async fn several_payments_are_confirmed_together(house: House) {
        let mut ana = house.applicant("Ana Álvarez").await;
        let mut ben = house.applicant("Ben Brown").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        for browser in [&mut ana, &mut ben] {
            let started = browser.did("/applications", &[("category", "ifa")]).await.unwrap();
            promise_all(browser, started.new_id().unwrap()).await;
        }
        let all = cora.get("/desk/payments").await.unwrap();
        assert_eq!(read(&all).matches("by check").count(), 6, "{}", read(&all));
        let found = cora.get("/desk/payments?q=alvarez&state=promised").await.unwrap();
        assert!(!read(&found).contains("Ben Brown"), "{}", read(&found));
        let html = found.html();
        let ids: Vec<&str> = html
            .split(r#"name="chosen" value=""#)
            .skip(1)
            .filter_map(|it| it.split('"').next())
            .collect();
        assert_eq!(ids.len(), 3);

        let names: Vec<String> = ids.iter().map(|id| format!("amount-{id}")).collect();
        let with = |amounts: [&'static str; 2]| {
            let mut fields = vec![("q", "alvarez"), ("state", "promised")];
            for at in [0, 1] {
                fields.push(("chosen", ids[at]));
                fields.push((names[at].as_str(), amounts[at]));
            }
            fields
        };
        let path = "/desk/payments/confirmations";
        for wrong in ["", "0", "0.00", "lots"] {
            let refused = cora.post(path, &with(["25", wrong])).await.unwrap();
            assert_eq!(refused.status, 422, "{wrong}");
            assert!(refused.html().contains(r#"value="25""#), "what was typed is gone");
        }
        let none = read(&cora.get("/desk/payments?state=paid").await.unwrap());
        assert!(none.contains("No payment fits."), "all of them or none\n{none}");
        cora.did(path, &with(["25", "12.50"])).await.unwrap();

        let paid = read(&cora.get("/desk/payments?state=paid").await.unwrap());
        assert!(paid.contains("$25") && paid.contains("$12.50"), "{paid}");
        assert_eq!(cora.post(path, &with(["25", "12.50"])).await.unwrap().status, 409);
        let one = format!("/desk/charges/{}/confirmation", ids[2]);
        let typed = (names[2].as_str(), "1,250.50");
        let none = cora.post(path, &[typed]).await.unwrap();
        assert_eq!(none.status, 422);
        assert!(read(&none).contains("Nothing is chosen yet"), "{}", read(&none));
        assert!(none.html().contains(r#"value="1,250.50""#), "what was typed is gone");
        let pressed = [("one", ids[2]), (names[0].as_str(), "7"), ("chosen", ids[0]), typed];
        let led = cora.post(path, &pressed).await.unwrap().location().unwrap();
        assert!(led.starts_with(&one), "{led}");
        let asked = cora.get(&led).await.unwrap().html();
        assert!(asked.contains(r#"value="1,250.50""#), "what was typed is gone\n{asked}");
        let zero = cora.post(&one, &[("amount", "0")]).await.unwrap();
        assert_eq!(zero.status, 422);
        assert!(read(&zero).contains("Nothing has come"), "{}", read(&zero));
        let far = "18446744073709551615";
        let last = cora.get(&format!("/desk/payments?state=paid&page={far}")).await.unwrap();
        assert_eq!(last.status, 200);
        assert!(read(&last).contains("$12.50"), "beyond the last page is the last\n{}", read(&last));
        let beyond = [("state", "promised"), ("page", far), ("chosen", ids[2]), (names[0].as_str(), "0")];
        assert_eq!(cora.post(path, &beyond).await.unwrap().status, 422);
        assert_eq!(ana.get("/desk/payments").await.unwrap().status, 404);
        let page = read(&cora.in_spanish().get("/desk/payments").await.unwrap());
        assert!(!page.contains('['), "a text is missing\n{page}");
    }
}

journey! {
    /// A renewal of somebody who is no member owes a membership, which is promised on the
    /// payments page.
    async fn a_renewal_owes_its_membership(house: House) {
        let mut ana = house.applicant("Ana").await;
        let it = crate::endorsements::endorse(&house, "Ana", "ifa").await;
        let opened = ana.did("/renewals", &[("endorsement", &it.id.to_string())]).await.unwrap();
        let renewal = opened.location().unwrap();

        let text = read(&ana.get(&renewal).await.unwrap());
        assert!(text.contains("To be paid") && text.contains("Amount not set yet"), "{text}");
        let html = ana.get("/payments").await.unwrap().html();
        let promise = quoted_after(&html, r#"class="btn btn--small" href=""#).unwrap();
        ana.did(&promise, &[("way", "check")]).await.unwrap();
        assert!(read(&ana.get(&renewal).await.unwrap()).contains("You said how"));
        let html = ana.get("/payments").await.unwrap().html();
        let back = quoted_after(&html, r#"method="post" action="/payments"#).unwrap();
        ana.did(&format!("/payments{back}"), &[]).await.unwrap();
        assert!(read(&ana.get("/payments").await.unwrap()).contains("To pay"));
        let mut ben = house.applicant("Ben").await;
        assert_eq!(ben.post(&promise, &[("way", "check")]).await.unwrap().status, 404);
    }
}

journey! {
    /// The document of a claim is there for the coordinator while the claim is; taken back, it is as if it
    /// had never been there.
    async fn a_document_goes_with_the_claim(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        ana.upload("/documents", &[("name", "Card")], ("file", "card.pdf", b"%PDF-1.7\n")).await.unwrap();
        let page = ana.get("/memberships/claims").await.unwrap().html();
        let card = quoted_after(&page, "<option value=\"0").unwrap();
        let card = format!("0{card}");
        let claimed = [&CLAIM[..], &[("document", card.as_str())]].concat();
        ana.did("/memberships/claims", &claimed).await.unwrap();
        let claim = waiting_claim(&mut cora).await;
        assert!(read(&cora.get(&claim).await.unwrap()).contains("Card"));
        let given = cora.get(&format!("{claim}/document")).await.unwrap();
        assert_eq!((given.status, &given.body[..]), (200.try_into().unwrap(), &b"%PDF-1.7\n"[..]));
        let at_locker = format!("/documents/{card}");
        assert_eq!(cora.get(&at_locker).await.unwrap().status, 404, "by its claim only");

        let html = ana.get("/memberships").await.unwrap().html();
        let back = quoted_after(&html, r#"method="post" action="/memberships"#).unwrap();
        ana.did(&format!("/memberships{back}"), &[]).await.unwrap();

        let page = read(&cora.get(&claim).await.unwrap());
        assert!(!page.contains("Card"), "{page}");
        for path in [&format!("{claim}/document"), &at_locker] {
            assert_eq!(cora.get(path).await.unwrap().status, 404, "{path}");
        }
        assert_eq!(ana.get(&at_locker).await.unwrap().status, 200, "her own");
    }
}
