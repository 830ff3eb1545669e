//! Coming in by a link in a letter.

use crate::house::{House, PASSWORD, read};
use crate::journey;
use crate::second_factor::{Device, spent_half};

async fn ask(house: &House, email: &str) -> String {
    read(&house.visitor().post("/sign-in/link", &[("email", email)]).await.unwrap())
}

journey! {
    /// The link opens a page with a button, which works once, and for ten minutes.
    async fn a_link_signs_in_once(house: House) {
        let mut registered = house.applicant("Ana").await;
        registered.did(&house.letter_to("ana@").await.path(), &[]).await.unwrap();
        ask(&house, "ANA@example.org").await;
        let link = house.letter_to("ana@").await.path();
        let mut filter = house.visitor();
        filter.get(&link).await.unwrap();
        let page = read(&filter.get(&link).await.unwrap());
        assert!(page.contains("press the button to sign in as ana@example.org"), "{page}");
        assert_eq!(filter.get("/inbox").await.unwrap().status, 303);

        let mut ana = house.visitor();
        assert_eq!(ana.did(&link, &[]).await.unwrap().location().unwrap(), "/home");
        assert_eq!(ana.get("/inbox").await.unwrap().status, 200);
        assert!(read(&filter.post(&link, &[]).await.unwrap()).contains("has been used already"));

        ask(&house, "ana@example.org").await;
        let late = house.letter_to("ana@").await.path();
        assert_ne!(late, link);
        house.it_is("2026-03-02T15:10:00Z");
        assert!(read(&filter.post(&late, &[]).await.unwrap()).contains("too old"));
        assert_eq!(filter.get("/inbox").await.unwrap().status, 303);
    }
}

journey! {
    /// Asking is the same page and the same work for every address, and a mailbox gets three an hour.
    async fn asking_for_a_link_tells_nothing(house: House) {
        house.applicant("Ana").await;
        let before = house.letters().await.len();
        let known = db::counted(ask(&house, "ana@example.org")).await;
        let unknown = db::counted(ask(&house, "nobody@example.org")).await;

        assert_eq!(known, unknown);
        assert_eq!(house.letters().await.len(), before + 1);
        for _ in 0..4 {
            ask(&house, "ana@example.org").await;
        }
        assert_eq!(house.letters().await.len(), before + 3);
    }
}

journey! {
    /// The link stands for the password only: the second factor is asked for.
    async fn a_link_does_not_replace_the_second_factor(house: House) {
        let mut ana = house.applicant("Ana").await;
        ana.did(&house.letter_to("ana@").await.path(), &[]).await.unwrap();
        let device = Device::set_up(&house, &mut ana).await;
        ask(&house, "ana@example.org").await;
        let link = house.letter_to("ana@").await.path();
        house.it_is("2026-03-02T15:05:00Z");

        let mut phone = house.visitor();
        let on = phone.did(&link, &[]).await.unwrap().location().unwrap();

        assert!(on.starts_with("/sign-in/code"), "{on}");
        spent_half(&mut phone).await;
        phone.did("/sign-in/code", &[("code", &device.code(&house))]).await.unwrap();
        assert_eq!(phone.get("/inbox").await.unwrap().status, 200);
    }
}

journey! {
    /// A link that was mailed before the password was changed opens nothing afterwards.
    async fn a_new_password_spends_the_link(house: House) {
        let mut ana = house.applicant("Ana").await;
        ask(&house, "ana@example.org").await;
        let link = house.letter_to("ana@").await.path();

        let typed = [("present", PASSWORD), ("password", "a different calm river")];
        ana.did("/account/password", &typed).await.unwrap();

        assert!(read(&house.visitor().post(&link, &[]).await.unwrap()).contains("has been used already"));
    }
}

journey! {
    /// A new password by mail ends whatever somebody else may have begun: a link to sign in, another
    /// address that waits for its link.
    async fn a_new_password_by_mail_spends_every_way_in(house: House) {
        let mut ana = house.applicant("Ana").await;
        let other = [("email", "other@example.org"), ("password", PASSWORD)];
        ana.did("/account/email", &other).await.unwrap();
        let address = house.letter_to("other@").await.path();
        ask(&house, "ana@example.org").await;
        let link = house.letter_to("ana@").await.path();
        house.visitor().post("/forgotten", &[("email", "ana@example.org")]).await.unwrap();
        let new = house.letter_to("ana@").await.path();

        house.visitor().did(&new, &[("password", "a different calm river")]).await.unwrap();

        for spent in [link, address] {
            let page = read(&house.visitor().post(&spent, &[]).await.unwrap());
            assert!(page.contains("has been used already"), "{spent}: {page}");
        }
        assert!(house.visitor().sign_in("other@example.org", "a different calm river").await.is_err());
    }
}

journey! {
    of crate::house::two();
    /// Whoever registered somebody else's address and waited has nothing once its owner comes by a letter:
    /// no session, no password, no second factor.
    async fn whoever_registered_anothers_address_has_nothing(house: House) {
        for (name, email) in [("Ana", "ana@example.org"), ("Bea", "bea@example.org")] {
            let mut squatter = house.newcomer(name).await;
            Device::set_up(&house, &mut squatter).await;
            let mut owner = house.visitor();
            let by_link = name == "Ana";
            let asks = if by_link { "/sign-in/link" } else { "/forgotten" };
            house.visitor().post(asks, &[("email", email)]).await.unwrap();
            let link = house.letter_to(email).await.path();

            let typed = [("password", "a different calm river")];
            let on = owner.did(&link, if by_link { &[] } else { &typed }).await.unwrap();

            assert_eq!(squatter.get("/inbox").await.unwrap().status, 303);
            assert!(squatter.sign_in(email, PASSWORD).await.is_err());
            if by_link {
                let page = read(&owner.get(&on.location().unwrap()).await.unwrap());
                assert!(page.contains("the password that was typed then no longer works"), "{page}");
            } else {
                owner.sign_in(email, "a different calm river").await.unwrap();
            }
            assert_eq!(owner.get("/inbox").await.unwrap().status, 200);
        }
    }
}
