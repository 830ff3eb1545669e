//! How an endorsement stands: put to rest, taken up again, revoked, run out; and what others read.

use credentials::Outcome;
use endorse::story::Browser;

use crate::canaries::whole;
use crate::endorsements::{Endorsed, Served, endorse};
use crate::house::{House, PASSWORD, address, read};
use crate::journey;

const REASON: &str = "Asked for it by phone on Monday.";

impl Endorsed {
    fn desk(&self, below: &str) -> String {
        format!("/desk/endorsements/{}{below}", self.id)
    }
}

async fn does(cora: &mut Browser, it: &Endorsed, act: &str, seen: &str) -> u16 {
    let fields = [("seen", seen), ("reason", REASON)];
    cora.post(&it.desk(&format!("/{act}")), &fields).await.unwrap().status.as_u16()
}

async fn verified(house: &House, it: &Endorsed, query: &str) -> String {
    read(&house.visitor().get(&format!("{}{query}", it.verify())).await.unwrap())
}

async fn again(house: &House, name: &str) -> Browser {
    let mut browser = house.visitor();
    browser.sign_in(&address(name), PASSWORD).await.unwrap();
    browser
}

journey! {
    /// Put to rest with a reason and taken up again: the registry, the page for everybody, the
    /// person's messages and the history say so, each on its days.
    async fn a_rest_is_seen_by_everybody_and_ends(house: House) {
        house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let found = read(&cora.get("/desk/endorsements?q=soto").await.unwrap());
        assert!(found.contains(&it.number), "{found}");
        for (q, is_there) in [("ana+soto", true), ("soto+ana", true), ("eva+soto", false), ("ana+ruiz", false)] {
            let found = read(&cora.get(&format!("/desk/endorsements?q={q}")).await.unwrap());
            assert_eq!(found.contains(&it.number), is_there, "{q}: {found}");
        }
        house.it_is("2026-04-01T15:00:00Z");
        let mut cora = again(&house, "Cora").await;

        let asked = read(&cora.get(&it.desk("/hold")).await.unwrap());
        assert!(asked.contains("Put this endorsement to rest?"), "{asked}");
        let short = [("seen", "active"), ("reason", "Asked for it")];
        let short = cora.post(&it.desk("/hold"), &short).await.unwrap();
        assert_eq!(short.status, 422);
        assert!(short.html().contains("Asked for it</textarea>") && read(&short).contains("20 characters"));
        assert_eq!(does(&mut cora, &it, "hold", "active").await, 303);
        assert_eq!(does(&mut cora, &it, "hold", "active").await, 409, "it is at rest");

        assert!(house.letter_to("ana.").await.body.contains(REASON));
        assert!(verified(&house, &it, "").await.contains("At rest since April 1, 2026."));
        assert!(verified(&house, &it, "?on=2026-03-31").await.contains("Yes."));
        assert!(!verified(&house, &it, "").await.contains(REASON), "the reason is not public");
        let registry = read(&house.visitor().get("/registry?q=soto").await.unwrap());
        assert!(registry.contains("At rest"), "{registry}");
        let own = read(&again(&house, "Ana Soto").await.get(&it.page()).await.unwrap());
        assert!(own.contains("is at rest") && !own.contains("Go to the renewal"), "{own}");

        house.it_is("2026-05-01T15:00:00Z");
        let mut cora = again(&house, "Cora").await;
        assert_eq!(does(&mut cora, &it, "resume", "inactive").await, 303);
        let page = verified(&house, &it, "").await;
        for sentence in [
            "Yes.", "Valid again since May 1, 2026", "At rest from April 1, 2026 to April 30, 2026.",
            "Endorsed from March 2, 2026 to March 31, 2026.",
        ] {
            assert!(page.contains(sentence), "{sentence} is missing in\n{page}");
        }
        let desk = read(&cora.get(&it.desk("")).await.unwrap());
        assert!(desk.contains(REASON) && desk.contains("Cora"), "{desk}");
    }
}

journey! {
    /// A badge that was downloaded before the rest does not tell that the endorsement is in force; what
    /// is taken up again has another one, of the same award.
    async fn a_badge_from_before_a_rest_is_never_valid_again(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let files = ["badge.json", "certificate.pdf"].map(|file| format!("{}/{file}", it.page()));
        let before = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(before.outcome(&before.badge, &house), Outcome::Passed);

        assert_eq!(does(&mut cora, &it, "hold", "active").await, 303);

        let during = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(during.outcome(&before.badge, &house), Outcome::Failed);
        let page = read(&ana.get(&it.page()).await.unwrap());
        assert!(page.contains("do not use the letters") && !page.contains("IMH-E"), "{page}");
        for file in &files {
            assert_eq!(ana.get(file).await.unwrap().location(), Some(it.page()), "{file}");
        }

        assert_eq!(does(&mut cora, &it, "resume", "inactive").await, 303);

        let after = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(after.outcome(&before.badge, &house), Outcome::Failed);
        assert_eq!(after.outcome(&after.badge, &house), Outcome::Passed);
        let said = |badge: &[u8], key: &str| {
            serde_json::from_slice::<serde_json::Value>(badge).unwrap()[key].clone()
        };
        assert_ne!(said(&before.badge, "id"), said(&after.badge, "id"));
        assert_eq!(said(&before.badge, "awardedDate"), said(&after.badge, "awardedDate"));
        assert!(read(&ana.get(&it.page()).await.unwrap()).contains("IMH-E"));
        for file in &files {
            assert_eq!(ana.get(file).await.unwrap().status, 200, "{file}");
        }
    }
}

journey! {
    /// What was revoked is on the list of revocations and stays there; nothing may follow.
    async fn a_revocation_is_an_end(house: House) {
        house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let before = Served::of(&mut house.visitor(), &it).await;

        assert_eq!(does(&mut cora, &it, "revoke", "inactive").await, 409, "it is not at rest");
        assert_eq!(does(&mut cora, &it, "revoke", "active").await, 303);

        let after = Served::of(&mut house.visitor(), &it).await;
        assert_ne!(before.status, after.status);
        assert!(verified(&house, &it, "").await.contains("Revoked on March 2, 2026."));
        assert!(house.letter_to("ana.").await.body.contains("was revoked"));
        for act in ["hold", "resume", "retire", "revoke"] {
            assert_eq!(does(&mut cora, &it, act, "revoked").await, 409, "{act}");
        }
        let desk = read(&cora.get(&it.desk("")).await.unwrap());
        assert!(desk.contains("stays revoked"), "{desk}");
    }
}

journey! {
    /// Of twenty at once, one is done.
    async fn a_standing_changes_once(house: House) {
        house.applicant("Ana Soto").await;
        let cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;

        let tries: Vec<_> = (0..20)
            .map(|_| {
                let (mut cora, path) = (cora.clone(), it.desk("/hold"));
                let fields = [("seen", "active"), ("reason", REASON)];
                tokio::spawn(async move { cora.post(&path, &fields).await.unwrap().status })
            })
            .collect();
        let mut done = 0;
        for answer in tries {
            done += usize::from(answer.await.unwrap() == 303);
        }

        assert_eq!(done, 1);
        let letters = house.letters().await;
        assert_eq!(letters.iter().filter(|it| it.body.contains(REASON)).count(), 1);
    }
}

journey! {
    /// On the morning after the last day the endorsement has ended, with one message; the late
    /// renewal brings it back from its day on.
    async fn what_nobody_renews_ends_and_can_be_renewed(house: House) {
        house.applicant("Ana Soto").await;
        house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let letters = |all: Vec<crate::house::Letter>| {
            all.iter().filter(|it| it.body.contains("we have no renewal from you")).count()
        };
        house.it_is("2026-12-31T20:00:00Z");
        assert_eq!(letters(house.letters().await), 0, "the last day is not over");

        house.it_is("2027-01-01T12:00:00Z");
        assert_eq!(letters(house.letters().await), 1);
        house.it_is("2027-01-02T12:00:00Z");
        assert_eq!(letters(house.letters().await), 1, "once");
        let page = verified(&house, &it, "").await;
        assert!(page.contains("Ended: not renewed since January 1, 2027."), "{page}");
        let desk = again(&house, "Cora").await.get("/desk/endorsements?standing=lapsed").await;
        assert!(read(&desk.unwrap()).contains(&it.number));

        house.it_is("2027-02-10T15:00:00Z");
        let (mut ana, mut cora) = (again(&house, "Ana Soto").await, again(&house, "Cora").await);
        let opened = ana.did("/renewals", &[("endorsement", &it.id.to_string())]).await.unwrap();
        let renewal = opened.location().unwrap();
        ana.did(&format!("{renewal}/submission"), &[("aware", "yes")]).await.unwrap();
        let reason = [("override_reason", "Agreed by phone.")];
        cora.did(&format!("/desk{renewal}/confirmation"), &reason).await.unwrap();
        for (on, yes) in [("2026-12-31", true), ("2027-01-01", false), ("2027-02-09", false), ("2027-02-10", true)] {
            let page = verified(&house, &it, &format!("?on={on}")).await;
            assert_eq!(page.contains("Yes."), yes, "{on}\n{page}");
        }
        house.it_is("2027-02-11T15:00:00Z");
        assert_eq!(letters(house.letters().await), 1, "it goes on");
    }
}

journey! {
    /// A renewal that was handed in in time and waits for the coordinator keeps the endorsement
    /// from ending.
    async fn who_handed_in_in_time_does_not_lapse(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let opened = ana.did("/renewals", &[("endorsement", &it.id.to_string())]).await.unwrap();
        let renewal = opened.location().unwrap();
        ana.did(&format!("{renewal}/submission"), &[("aware", "yes")]).await.unwrap();

        house.it_is("2027-01-05T15:00:00Z");
        assert!(!house.letters().await.iter().any(|it| it.body.contains("no renewal from you")));
        assert!(!verified(&house, &it, "").await.contains("not renewed since"));
    }
}

journey! {
    /// Nobody but a coordinator changes a standing, and no coordinator their own; in Spanish
    /// nothing is missing.
    async fn a_standing_is_changed_by_another_coordinator_only(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let own = endorse(&house, "Cora", "ifa").await;

        for path in [it.desk(""), it.desk("/hold"), "/desk/endorsements".to_owned()] {
            assert_eq!(ana.get(&path).await.unwrap().status, 404, "{path}");
        }
        assert_eq!(does(&mut ana, &it, "revoke", "active").await, 404);
        assert_eq!(does(&mut cora, &own, "hold", "active").await, 404);
        assert_eq!(does(&mut cora, &it, "lapse", "active").await, 404, "the calendar does that");

        let mut cora = cora.in_spanish();
        let mut paths = vec!["/desk/endorsements".to_owned(), it.desk(""), it.verify()];
        paths.extend(["/hold", "/retire", "/revoke"].map(|act| it.desk(act)));
        for path in paths {
            let page = read(&cora.get(&path).await.unwrap());
            assert!(!page.contains('['), "{path}: a text is missing\n{page}");
        }
    }
}

async fn renames(cora: &mut Browser, it: &Endorsed, (seen, name): (&str, &str)) -> u16 {
    let fields = [("seen", seen), ("name", name), ("reason", REASON)];
    cora.post(&it.desk("/name"), &fields).await.unwrap().status.as_u16()
}

journey! {
    /// Who has another name now is endorsed under it everywhere, and found by it; the badge with the
    /// old one counts no longer. The desk remembers the old name, the public does not.
    async fn a_name_is_corrected_everywhere(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let before = Served::of(&mut house.visitor(), &it).await;

        let asked = read(&cora.get(&it.desk("/name")).await.unwrap());
        assert!(asked.contains("It carries the name Ana Soto."), "{asked}");
        let wrong = [("seen", "Ana Soto"), ("name", "www.prize.example"), ("reason", "no")];
        let wrong = cora.post(&it.desk("/name"), &wrong).await.unwrap();
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().contains(r#"value="www.prize.example""#), "{}", wrong.html());
        assert!(read(&wrong).contains("20 characters"));
        assert_eq!(renames(&mut cora, &it, ("Ana Soto", "Ana Soto")).await, 422, "the same");
        assert_eq!(renames(&mut cora, &it, ("Ana Soto", "Ana Quill Øst")).await, 303);
        assert_eq!(renames(&mut cora, &it, ("Ana Soto", "Ana Else")).await, 409, "another now");

        let letter = house.letter_to("ana.").await;
        assert!(letter.body.contains("now carries the name Ana Quill Øst"), "{}", letter.body);
        assert!(letter.body.contains(REASON));
        let page = verified(&house, &it, "").await;
        assert!(page.contains("Yes.") && page.contains("Ana Quill Øst"), "{page}");
        assert!(!page.contains("Soto") && !page.contains(REASON), "{page}");
        let looks = async |q: &str| {
            read(&house.visitor().get(&format!("/registry?q={q}")).await.unwrap())
        };
        assert!(looks("quill").await.contains(&it.number));
        assert!(looks("ost").await.contains(&it.number), "as people without the letter type it");
        assert!(!looks("soto").await.contains(&it.number));

        let after = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(after.outcome(&before.badge, &house), Outcome::Failed);
        assert_eq!(after.outcome(&after.badge, &house), Outcome::Passed);
        assert!(String::from_utf8_lossy(&after.badge).contains("Ana Quill Øst"));
        let own = read(&ana.get(&it.page()).await.unwrap());
        assert!(own.contains("They carry the name Ana Quill Øst."), "{own}");
        assert!(read(&ana.get("/account/trail").await.unwrap()).contains("endorsement corrected"));
        let desk = read(&cora.get(&it.desk("")).await.unwrap());
        assert!(desk.contains("Ana Soto") && desk.contains(REASON), "{desk}");
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// A name is corrected by another coordinator only; of what is at rest no badge is signed.
    async fn a_name_is_corrected_by_another_coordinator_only(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let own = endorse(&house, "Cora", "ifa").await;
        assert_eq!(renames(&mut ana, &it, ("Ana Soto", "Ana Ruiz")).await, 404);
        assert_eq!(renames(&mut cora, &own, ("Cora", "Cora Ruiz")).await, 404);

        assert_eq!(does(&mut cora, &it, "hold", "active").await, 303);
        assert_eq!(renames(&mut cora, &it, ("Ana Soto", "Ana Ruiz")).await, 303);
        let served = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(served.outcome(&served.badge, &house), Outcome::Failed);
        assert_eq!(does(&mut cora, &it, "resume", "inactive").await, 303);
        let served = Served::of(&mut house.visitor(), &it).await;
        assert_eq!(served.outcome(&served.badge, &house), Outcome::Passed);
        assert!(String::from_utf8_lossy(&served.badge).contains("Ana Ruiz"));
    }
}

journey! {
    /// Of twenty corrections at once one is made; no word of another stays behind.
    async fn a_name_is_corrected_once(house: House) {
        house.applicant("Ana Soto").await;
        let cora = house.with_role("Cora", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let tries: Vec<_> = (b'a'..=b't')
            .map(|letter| {
                let (mut cora, path) = (cora.clone(), it.desk("/name"));
                let name = format!("Ana Q{}", char::from(letter).to_string().repeat(3));
                tokio::spawn(async move {
                    let fields = [("seen", "Ana Soto"), ("name", &name), ("reason", REASON)];
                    cora.post(&path, &fields).await.unwrap().status.as_u16()
                })
            })
            .collect();
        let mut done = 0;
        for answer in tries {
            done += usize::from(answer.await.unwrap() == 303);
        }
        assert_eq!(done, 1);
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// A name is corrected and the endorsement put to rest in the same moment: one comes first, and no
    /// badge is left that counts.
    async fn a_badge_signed_in_the_moment_of_a_rest_does_not_count(house: House) {
        let cora = house.with_role("Cora", "coordinator").await;
        for round in 0..8 {
            let name = format!("Ana {}", "abcdefgh".get(round..=round).unwrap());
            house.applicant(&name).await;
            let it = endorse(&house, &name, "ifa").await;
            let (mut one, path, seen) = (cora.clone(), it.desk("/name"), name.clone());
            let renamed = tokio::spawn(async move {
                let fields = [("seen", seen.as_str()), ("name", "Ana Quill"), ("reason", REASON)];
                one.post(&path, &fields).await.unwrap().status.as_u16()
            });
            let (mut other, path) = (cora.clone(), it.desk("/hold"));
            let rested = tokio::spawn(async move {
                let fields = [("seen", "active"), ("reason", REASON)];
                other.post(&path, &fields).await.unwrap().status.as_u16()
            });
            assert_eq!((renamed.await.unwrap(), rested.await.unwrap()), (303, 303), "{round}");

            assert!(verified(&house, &it, "").await.contains("Ana Quill"));
            let served = Served::of(&mut house.visitor(), &it).await;
            assert_eq!(served.outcome(&served.badge, &house), Outcome::Failed, "{round}");
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}
