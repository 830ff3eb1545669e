//! What a person does about their own account.

use crate::endorsements::endorse;
use crate::evidence::quoted_after;
use crate::house::{House, Letter, PASSWORD, read};
use crate::journey;
use endorse::story::Browser;

const FRESH: &str = "a different calm river";

/// The newest letter to an address that says something.
async fn letter_saying(house: &House, to: &str, says: &str) -> Letter {
    let letters = house.letters().await;
    let found = letters.into_iter().rev().find(|it| it.to.contains(to) && it.body.contains(says));
    found.unwrap_or_else(|| panic!("no letter to {to} says {says}"))
}

/// Asks for another address, and reads the two letters: the way to make it, the way to stop it.
async fn asks_for(house: &House, browser: &mut Browser, from: &str, to: &str) -> (String, String) {
    browser.did("/account/email", &[("email", to), ("password", PASSWORD)]).await.unwrap();
    let make = letter_saying(house, to, "press the button").await.path();
    let stop = letter_saying(house, from, "stop it").await.path();
    (make, stop)
}

async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/inbox").await.unwrap().status == 200
}

/// What a page says after a form was accepted.
async fn said(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let to = browser.did(path, fields).await.unwrap().location().unwrap();
    read(&browser.get(&to).await.unwrap())
}

journey! {
    /// A new name stands from now on; what was issued keeps the name that it was issued with. Letters
    /// come in the language that was chosen.
    async fn a_new_name_changes_nothing_that_was_issued(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let link = house.letter_to("ana.soto@").await.path();
        ana.did(&link, &[]).await.unwrap();
        endorse(&house, "Ana Soto", "ifa").await;
        let empty = read(&ana.post("/account/details", &[("name", " "), ("language", "fr")]).await.unwrap());
        assert!(empty.contains("Name: Please fill this in.") && empty.contains("Please choose one."), "{empty}");

        let typed = [("name", "Ana Soto de Ruiz"), ("language", "es")];
        let way = ana.did("/account/details", &typed).await.unwrap();

        assert!(way.headers["location"].to_str().unwrap().starts_with("/es/account"));
        let account = ana.get("/account").await.unwrap();
        assert!(read(&account).contains("Ana Soto de Ruiz") && read(&account).contains("Spanish"));
        let registry = read(&house.visitor().get("/registry?q=soto").await.unwrap());
        assert!(registry.contains("Ana Soto") && !registry.contains("Ruiz"), "{registry}");
        house.visitor().post("/forgotten", &[("email", "ana.soto@example.org")]).await.unwrap();
        assert!(house.letter_to("ana.soto@").await.body.contains("Hola, Ana Soto de Ruiz"));
    }
}

journey! {
    /// Another password asks for the present one, and ends every other session at once.
    async fn another_password_ends_the_other_sessions(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut phone = house.visitor();
        phone.sign_in("ana@example.org", PASSWORD).await.unwrap();
        house.visitor().post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let forgotten = house.letter_to("ana@").await.path();
        let wrong = [("present", "not her password at all"), ("password", "short")];
        let wrong = read(&ana.post("/account/password", &wrong).await.unwrap());
        for sentence in ["Your present password: This is not", "New password: Please use at least 15"] {
            assert!(wrong.contains(sentence), "{wrong}");
        }
        assert!(is_signed_in(&mut phone).await);

        house.it_is("2026-03-04T15:00:00Z");
        let account = said(&mut ana, "/account/password", &[("present", PASSWORD), ("password", FRESH)]).await;

        assert!(account.contains("signed out everywhere else") && account.contains("Last changed on March 4, 2026"));
        assert!(!is_signed_in(&mut phone).await && is_signed_in(&mut ana).await);
        assert!(phone.sign_in("ana@example.org", PASSWORD).await.is_err());
        phone.sign_in("ana@example.org", FRESH).await.unwrap();
        let spent = read(&house.visitor().get(&forgotten).await.unwrap());
        assert!(spent.contains("has been used already"), "{spent}");
        letter_saying(&house, "ana@", "The password of your account was changed").await;
    }
}

journey! {
    /// Guesses at the password from within are counted with those at the door.
    async fn guessing_from_within_is_stopped(house: House) {
        let mut ana = house.applicant("Ana").await;
        for _ in 0..10 {
            ana.post("/account/email", &[("email", "b@example.org"), ("password", "wrong")]).await.unwrap();
        }

        let right = [("email", "b@example.org"), ("password", PASSWORD)];
        let waits = read(&ana.post("/account/email", &right).await.unwrap());

        assert!(waits.contains("Please wait 20 minutes"), "{waits}");
        assert!(house.visitor().sign_in("ana@example.org", PASSWORD).await.is_err());
    }
}

journey! {
    /// Another address counts once the link that went there was pressed; opening it does nothing.
    async fn another_address_counts_once_it_is_confirmed(house: House) {
        let mut ana = house.applicant("Ana").await;
        let (make, _) = asks_for(&house, &mut ana, "ana@example.org", "ana@new.example").await;
        let mut anywhere = house.visitor();
        anywhere.get(&make).await.unwrap();
        let page = read(&anywhere.get(&make).await.unwrap());
        assert!(page.contains("ana@new.example in place of ana@example.org"), "{page}");
        assert!(house.visitor().sign_in("ana@new.example", PASSWORD).await.is_err());

        for (typed, problem) in [("", "Type the password of that account"), ("a guess", "not the password of that account")] {
            let refused = anywhere.post(&make, &[("password", typed)]).await.unwrap();
            assert_eq!(refused.status, 422);
            assert!(read(&refused).contains(problem), "{}", read(&refused));
        }
        let mut eva = house.applicant("Eva").await;
        assert_eq!(eva.post(&make, &[]).await.unwrap().status, 422, "she is signed in to another account");

        let door = said(&mut anywhere, &make, &[("password", PASSWORD)]).await;

        assert!(door.contains("new address is confirmed"), "{door}");
        house.visitor().sign_in("ana@new.example", PASSWORD).await.unwrap();
        assert!(house.visitor().sign_in("ana@example.org", PASSWORD).await.is_err());
        let spent = read(&anywhere.post(&make, &[]).await.unwrap());
        assert!(spent.contains("has been used already"), "{spent}");
        assert!(read(&ana.get("/account").await.unwrap()).contains("ana@new.example\nConfirmed"));
    }
}

journey! {
    /// Whether the new address has an account is told to nobody but its owner: not by the page, not by
    /// the work for it, not by the inbox.
    async fn another_address_tells_nothing_of_others(house: House) {
        house.applicant("Ben").await;
        let mut seen = Vec::new();
        for (name, wanted) in [("Ana", "ben@example.org"), ("Eva", "nil@example.org")] {
            let mut asking = house.applicant(name).await;
            let typed = [("email", wanted), ("password", PASSWORD)];
            let (answer, statements) = db::counted(asking.did("/account/email", &typed)).await;
            house.app.work().await.unwrap();
            let mut pages = answer.unwrap().location().unwrap();
            for page in ["/account", "/inbox"] {
                pages.push_str(&read(&asking.get(page).await.unwrap()));
            }
            let own = format!("{}@example.org", name.to_lowercase());
            seen.push((statements, pages.replace(wanted, "(new)").replace(&own, "(own)").replace(name, "(name)")));
        }
        assert_eq!(seen[0], seen[1]);

        let ben = letter_saying(&house, "ben@", "has an account already").await;
        assert!(!ben.body.contains("/address/") && !ben.body.contains("Ana"), "{}", ben.body);
        letter_saying(&house, "nil@", "press the button").await;
    }
}

journey! {
    /// The old address may take a change back for three days after it was made: then it stands again,
    /// everybody is out, and the password that was known to somebody works no more.
    async fn the_old_address_may_take_a_change_back(house: House) {
        let mut thief = house.applicant("Ana").await;
        let (make, stop) = asks_for(&house, &mut thief, "ana@example.org", "thief@example.net").await;
        thief.did(&make, &[]).await.unwrap();
        let taken = [("name", "X"), ("email", "ana@example.org"), ("password", PASSWORD)];
        let mut beside = house.visitor();
        beside.did("/register", &taken).await.unwrap();
        let held = letter_saying(&house, "ana@example.org", "creating an account").await.path();
        let held = read(&beside.get(&held).await.unwrap());
        assert!(held.contains("There is an account with the address ana@example.org already"), "{held}");

        house.it_is("2026-03-05T14:00:00Z");
        let mut ana = house.visitor();
        assert!(read(&ana.get(&stop).await.unwrap()).contains("If you stop it, ana@example.org stands"));
        assert!(is_signed_in(&mut thief).await);
        let on = said(&mut ana, &stop, &[]).await;

        assert!(on.contains("The change is stopped"), "{on}");
        assert!(!is_signed_in(&mut thief).await);
        for email in ["thief@example.net", "ana@example.org"] {
            assert!(thief.sign_in(email, PASSWORD).await.is_err(), "{email}");
        }
        ana.post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let choose = letter_saying(&house, "ana@example.org", "asked for a new password").await.path();
        ana.did(&choose, &[("password", FRESH)]).await.unwrap();
        ana.sign_in("ana@example.org", FRESH).await.unwrap();
        assert!(read(&ana.post(&stop, &[]).await.unwrap()).contains("has been used already"));
    }
}

journey! {
    /// After three days it is too late, and the old address is free.
    async fn after_three_days_a_change_stands(house: House) {
        let mut ana = house.applicant("Ana").await;
        let (make, stop) = asks_for(&house, &mut ana, "ana@example.org", "ana@new.example").await;
        ana.did(&make, &[]).await.unwrap();

        house.it_is("2026-03-05T15:00:01Z");

        assert!(read(&house.visitor().post(&stop, &[]).await.unwrap()).contains("too old"));
        house.visitor().sign_in("ana@new.example", PASSWORD).await.unwrap();
        house.visitor().register("Another", "ana@example.org", PASSWORD).await.unwrap();
    }
}

journey! {
    /// Whoever changes twice cannot shut out the first address by stopping the second change.
    async fn a_second_change_does_not_shut_out_the_first_address(house: House) {
        let mut thief = house.applicant("Ana").await;
        let (make, stop) = asks_for(&house, &mut thief, "ana@example.org", "one@example.net").await;
        thief.did(&make, &[]).await.unwrap();
        house.it_is("2026-03-02T15:01:00Z");
        let (make, second_stop) = asks_for(&house, &mut thief, "one@example.net", "two@example.net").await;
        thief.did(&make, &[]).await.unwrap();
        thief.did(&second_stop, &[]).await.unwrap();

        house.visitor().did(&stop, &[]).await.unwrap();

        let mut ana = house.visitor();
        ana.post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let choose = letter_saying(&house, "ana@example.org", "asked for a new password").await.path();
        ana.did(&choose, &[("password", FRESH)]).await.unwrap();
        ana.sign_in("ana@example.org", FRESH).await.unwrap();
    }
}

journey! {
    /// A change that waits can be stopped before it is made; its link is spent then.
    async fn a_change_that_waits_can_be_stopped(house: House) {
        let mut ana = house.applicant("Ana").await;
        let (make, stop) = asks_for(&house, &mut ana, "ana@example.org", "ana@new.example").await;

        house.visitor().did(&stop, &[]).await.unwrap();

        assert!(read(&house.visitor().post(&make, &[]).await.unwrap()).contains("has been used already"));
        let mut fresh = house.applicant("Eva").await;
        for n in 0..3 {
            let email = format!("eva{n}@new.example");
            fresh.did("/account/email", &[("email", &email), ("password", PASSWORD)]).await.unwrap();
        }
        let fourth = [("email", "eva4@new.example"), ("password", PASSWORD)];
        let fourth = read(&fresh.post("/account/email", &fourth).await.unwrap());
        assert!(fourth.contains("three times within the hour"), "{fourth}");
    }
}

journey! {
    /// A person sees where they are signed in, ends one session or all others; it shows with the next
    /// page. A stranger's session is not there.
    async fn sessions_are_listed_and_ended(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut others = [house.visitor(), house.visitor(), house.visitor()];
        for other in &mut others {
            other.sign_in("ana@example.org", PASSWORD).await.unwrap();
        }
        let [phone, desk, tablet] = &mut others;
        let page = ana.get("/account").await.unwrap();
        assert_eq!(read(&page).matches("Signed in on March 2, 2026").count(), 4 + 3, "{}", read(&page));
        assert_eq!(read(&page).matches("This session").count(), 1);
        assert_eq!(read(&page).matches("last used on March 2, 2026").count(), 3 + 3, "{}", read(&page));
        let first = quoted_after(&phone.get("/account").await.unwrap().html(), "action=\"/account/sessions/").unwrap();
        let end = format!("/account/sessions/{first}");

        let mut ben = house.applicant("Ben").await;
        let never = "/account/sessions/00000000-0000-7000-8000-000000000000/end";
        let (strangers, missing) = (ben.post(&end, &[]).await.unwrap(), ben.post(never, &[]).await.unwrap());
        assert_eq!((strangers.status.as_u16(), missing.status.as_u16()), (404, 404));
        assert_eq!(read(&strangers), read(&missing));

        // The newest other one of the phone's is the tablet's.
        assert!(said(phone, &end, &[]).await.contains("The session is ended."));
        let ended = phone.did(&end, &[]).await.unwrap().location().unwrap();
        assert!(!ended.contains('#'), "the notice stands on top: {ended}");
        assert!(!is_signed_in(tablet).await && is_signed_in(desk).await);

        house.it_is("2026-03-02T15:20:00Z");
        let asked = ana.post("/account/other-sessions/end", &[]).await.unwrap();
        assert!(asked.status == 422 && asked.html().contains("proof-password") && is_signed_in(phone).await);
        let proof = [("proof-password", PASSWORD)];
        assert!(said(&mut ana, "/account/other-sessions/end", &proof).await.contains("All other sessions"));
        assert!(!is_signed_in(phone).await && !is_signed_in(desk).await);
        assert!(is_signed_in(&mut ana).await && is_signed_in(&mut ben).await);
    }
}

journey! {
    /// The account is one press away from every room, and all of it is there in Spanish.
    async fn the_account_is_reached_from_every_room(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        for room in ["/desk", "/locker", "/inbox", "/account"] {
            let page = cora.get(room).await.unwrap();
            assert!(page.html().contains("<a href=\"/account\""), "{room}: {}", page.status);
        }
        let mut eva = house.visitor().in_spanish();
        eva.register("Eva", "eva@example.org", PASSWORD).await.unwrap();
        for page in ["", "/details", "/password", "/email", "/second-factor"] {
            let text = read(&eva.get(&format!("/account{page}")).await.unwrap());
            assert!(!text.contains('[') && text.contains("cuenta"), "{page}: {text}");
        }
    }
}
