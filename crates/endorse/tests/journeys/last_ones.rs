//! Who may leave and when: the last coordinator of an association may not, nor who worked on a file that is
//! held; and what happens while somebody's week ends.

use endorse::story::Browser;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::canaries::whole;
use crate::erasure::WORD;
use crate::evidence::person;
use crate::handed_in::file;
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::races::{ROUNDS, at_once, done, number};
use crate::reviews::given;

const ERASE: [(&str, &str); 2] = [("word", WORD), ("password", PASSWORD)];

/// How many come one after another while something else goes on.
const IN_A_ROW: usize = 12;

/// Sends the same form again and again while something else goes on: each a few looks at a page later
/// than the one before, the first one so many later.
async fn one_after_another(
    browser: &Browser,
    path: &str,
    typed: &[(&str, &str)],
    later: usize,
) -> Vec<Browser> {
    let typed: Vec<(String, String)> =
        typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut all = JoinSet::new();
    for place in 0..IN_A_ROW {
        let (mut browser, path, typed) = (browser.clone(), path.to_owned(), typed.clone());
        all.spawn(async move {
            let typed: Vec<(&str, &str)> =
                typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            for _ in 0..later + place {
                browser.get("/sign-in").await.unwrap();
            }
            let status = browser.post(&path, &typed).await.unwrap().status;
            assert!(!status.is_server_error(), "{path}: {status}");
            browser
        });
    }
    all.join_all().await
}

/// A week after somebody asked to be erased: everything else that was due is done.
async fn the_week_ends(house: &House) {
    let (week, moment) =
        (jiff::SignedDuration::from_hours(24 * 7), jiff::SignedDuration::from_mins(1));
    let due = house.dial.now() + week;
    house.dial.set(due - moment);
    house.letters().await;
    house.dial.set(due);
}

/// The role of somebody's that holds now.
async fn role_of(house: &House, name: &str, role: &'static str) -> Uuid {
    let mut tx = house.app.db.read().await.unwrap();
    let sql = "select r.id from roles r join people p on p.id = r.person_id
        where p.email = $1 and r.role = $2 and r.until_at is null";
    let found: Option<(Uuid,)> = tx.maybe(sql, (address(name), role)).await.unwrap();
    found.unwrap().0
}

/// A page and its form say why nothing comes of it.
async fn is_refused(browser: &mut Browser, path: &str, typed: &[(&str, &str)], why: &str) {
    let page = read(&browser.get(path).await.unwrap());
    assert!(page.contains(why), "{path}: {page}");
    let refused = browser.post(path, typed).await.unwrap();
    assert_eq!(refused.status, 422, "{path}: {}", read(&refused));
    assert!(read(&refused).contains(why), "{path}: {}", read(&refused));
}

journey! {
    /// Somebody always has the desk: the role of an association's only coordinator is not ended there,
    /// nor is their account erased; who has asked to be erased is nobody else.
    async fn the_last_coordinator_keeps_the_desk(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut cora = house.with_role("Cora", "coordinator").await;
        let end = format!("/desk/roles/{}/end", role_of(&house, "Cora", "coordinator").await);
        let reason = [("reason", "Term ended")];
        is_refused(&mut alma, &end, &reason, "This is the only coordinator").await;
        is_refused(&mut cora, "/account/erase", &ERASE, "You are the only coordinator of an association").await;
        let page = read(&cora.clone().in_spanish().get("/account/erase").await.unwrap());
        assert!(page.contains("la única persona con la función de coordinación"), "{page}");
        assert!(house.app.erase(&address("Cora"), "asked by letter").await.is_err());

        let mut carl = house.with_role("Carl", "coordinator").await;
        carl.did("/account/erase", &ERASE).await.unwrap();
        is_refused(&mut alma, &end, &reason, "This is the only coordinator").await;
        is_refused(&mut cora, "/account/erase", &ERASE, "You are the only coordinator of an association").await;
        carl.sign_in(&address("Carl"), PASSWORD).await.unwrap();
        house.it_is("2026-03-02T15:01:00Z");
        carl.sign_in(&address("Carl"), PASSWORD).await.unwrap();
        alma.did(&end, &reason).await.unwrap();
        assert_eq!(cora.get("/desk").await.unwrap().status, 404);
        assert_eq!(carl.get("/desk").await.unwrap().status, 200);
        house.app.erase(&address("Cora"), "asked by letter").await.unwrap();
    }
}

journey! {
    /// Whoever looks after the installation is told what an association would be left without, and has to
    /// mean it: somebody may have to go at once.
    async fn the_network_leaves_nobody_without_a_desk_by_accident(house: House) {
        let mut nora = house.with_role("Nora", "network").await;
        for (name, role, without) in [
            ("Cora", "coordinator", "This is the association’s only coordinator"),
            ("Alma", "administrator", "This is the association’s only administrator"),
        ] {
            house.with_role(name, role).await;
            let end = format!("/network/roles/{}/end", role_of(&house, name, role).await);
            is_refused(&mut nora, &end, &[("reason", "Misused it")], without).await;
            let refused = nora.post(&end, &[("reason", ""), ("sure", "yes")]).await.unwrap();
            assert_eq!(refused.status, 422, "a reason is needed");
            let spanish = read(&nora.clone().in_spanish().get(&end).await.unwrap());
            assert!(spanish.contains("Sí, quiero dejar") && !spanish.contains('['), "{spanish}");
            nora.did(&end, &[("reason", "Misused it"), ("sure", "yes")]).await.unwrap();

            let [one, two] = ["One", "Two"].map(|it| format!("{name} {it}"));
            house.with_role(&one, role).await;
            house.with_role(&two, role).await;
            let end = format!("/network/roles/{}/end", role_of(&house, &one, role).await);
            let page = read(&nora.get(&end).await.unwrap());
            assert!(!page.contains(without), "{page}");
            nora.did(&end, &[("reason", "Term ended")]).await.unwrap();
        }
    }
}

journey! {
    /// Of the last two with a role that somebody has to have, both asking to be erased at the same
    /// moment, one stays.
    async fn one_stays_of_the_last_two_who_leave(house: House) {
        let waits = "select count(*) from erasures where withdrawn_at is null and done_at is null";
        let mut waiting = 0;
        for role in ["administrator", "coordinator", "network"] {
            let mut who = format!("{role} 0");
            let mut stays = house.with_role(&who, role).await;
            for round in 1..=ROUNDS {
                let name = format!("{role} {round}");
                let other = house.with_role(&name, role).await;
                tokio::join!(
                    at_once(&stays, "/account/erase", &ERASE),
                    at_once(&other, "/account/erase", &ERASE)
                );
                waiting += 1;
                assert_eq!(number(&house, waits).await, waiting, "{role} in round {round}");
                let mut tx = house.app.db.read().await.unwrap();
                let sql = "select count(*) from erasures w join people p on p.id = w.person_id
                    where p.email = $1";
                let found: Option<(i64,)> = tx.maybe(sql, (address(&who),)).await.unwrap();
                if found.unwrap().0 == 1 {
                    (stays, who) = (other, name);
                }
            }
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

/// The numbers of two deeds in the record: that somebody was erased, and that a file is held.
async fn numbers(house: &House, erased: Uuid, held: Uuid) -> (Option<i64>, Option<i64>) {
    let mut tx = house.app.db.read().await.unwrap();
    let erasing = "select e.number from audit_events e join erasures w on w.id = e.object_id
        where e.verb = 'account-erased' and w.person_id = $1";
    let holding = "select number from audit_events
        where verb = 'legal-hold-begun' and object_id = $1";
    let erasing: Option<(i64,)> = tx.maybe(erasing, (erased,)).await.unwrap();
    let holding: Option<(i64,)> = tx.maybe(holding, (held,)).await.unwrap();
    (erasing.map(|it| it.0), holding.map(|it| it.0))
}

journey! {
    /// A hold that begins while somebody's week ends is before it, and then they stay with their file or
    /// with what they worked on; or it is after it.
    async fn a_hold_comes_before_an_erasure_or_after_it(house: House) {
        let mut cora = house.with_role("Cora", "coordinator").await;
        for round in 1..=ROUNDS {
            let (name, judge) = (format!("Ana {round}"), format!("Rita {round}"));
            let mut ana = house.applicant(&name).await;
            let mut rita = house.with_role(&judge, "reviewer").await;
            let anas = file(&house, &name, "ifs", &format!("26-{round:03}")).await;
            given(&house, &mut cora, &judge, &anas).await;
            let is_own = round % 2 == 0;
            let (leaves, called) = if is_own { (&mut ana, &name) } else { (&mut rita, &judge) };
            let who = person(&house, called).await;
            leaves.did("/account/erase", &ERASE).await.unwrap();
            the_week_ends(&house).await;
            cora.sign_in(&address("Cora"), PASSWORD).await.unwrap();

            let hold = anas.desk("/legal-hold");
            let typed = [("reason", "A complaint")];
            let (worked, _) =
                tokio::join!(house.installation.work(), one_after_another(&cora, &hold, &typed, round));
            worked.unwrap();

            match numbers(&house, who, anas.id).await {
                (Some(erased), Some(held)) => {
                    assert!(!is_own && erased < held, "held at {held}, erased at {erased}");
                }
                (None, None) => panic!("neither in round {round}"),
                _ => {}
            }
        }
        // These files were put there as if handed in.
        let mut broken = whole(&house).await.broken();
        broken.retain(|it| *it != "submissions.frozen");
        assert!(broken.is_empty(), "{broken:?}");
    }
}

journey! {
    /// While a file must be kept, so must who advised on it, with what they noted of their talks.
    async fn a_held_file_holds_its_advisor(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut adam = house.with_role("Adam Advisor", "advisor").await;
        let mut ana = house.applicant("Ana Alvarez").await;
        let begun = ana.did("/applications", &[("category", "ifa")]).await.unwrap().new_id().unwrap();
        let advising = crate::advising::advised(&house, &mut cora, "Adam Advisor", (&mut ana, begun)).await;
        let talk = [("on", "2026-03-02"), ("minutes", "30"), ("note", "She lacks two courses.")];
        adam.did(&format!("/advising/{advising}/contacts"), &talk).await.unwrap();
        let desk = format!("/desk/applications/{begun}");
        cora.did(&format!("{desk}/legal-hold"), &[("reason", "A complaint")]).await.unwrap();

        let why = "A file that you reviewed, decided, advised on or helped with must be kept";
        is_refused(&mut adam, "/account/erase", &ERASE, why).await;
        assert!(house.app.erase(&address("Adam Advisor"), "asked by letter").await.is_err());
        let notes = "select count(*) from advising_contacts where note is not null";
        assert_eq!(number(&house, notes).await, 1);
        cora.did(&format!("{desk}/legal-hold/end"), &[]).await.unwrap();
        house.app.erase(&address("Adam Advisor"), "asked by letter").await.unwrap();
    }
}

journey! {
    /// Whoever signs in while the week ends either keeps everything or has nothing: an account that was
    /// called back is not emptied, and nobody is signed in to one that was.
    async fn one_end_of_the_week(house: House) {
        let mut gone = 0;
        for round in 1..=ROUNDS {
            let name = format!("Ana {round}");
            let mut ana = house.applicant(&name).await;
            ana.did("/account/erase", &[("word", "erase"), ("password", PASSWORD)]).await.unwrap();
            the_week_ends(&house).await;
            let email = address(&name);
            let typed = [("email", email.as_str()), ("password", PASSWORD)];
            let visitor = house.visitor();
            let (worked, again) =
                tokio::join!(house.installation.work(), one_after_another(&visitor, "/sign-in", &typed, 20 * round));
            worked.unwrap();
            let erased = number(&house, "select count(*) from people where erased_at is not null").await;
            let mut is_in = 0;
            for mut browser in again {
                is_in += i64::from(browser.get("/account").await.unwrap().status == 200);
            }
            assert!(erased == gone || is_in == 0, "{is_in} are signed in to what is erased");
            assert!(erased > gone || is_in > 0, "nobody came in, and nothing was erased");
            gone = erased;
            let both = "select count(*) from erasures w join people p on p.id = w.person_id
                where w.withdrawn_at is not null and p.erased_at is not null";
            assert_eq!(number(&house, both).await, 0, "emptied, and called back");
            let left = "select count(*) from sessions s join people p on p.id = s.person_id
                where p.erased_at is not null";
            assert_eq!(number(&house, left).await, 0, "a session of somebody who is erased");
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}

journey! {
    /// An account is asked to be erased once, and one letter says so.
    async fn one_wait_before_an_account_is_erased(house: House) {
        for round in 1..=ROUNDS {
            let ana = house.applicant(&format!("Ana {round}")).await;
            at_once(&ana, "/account/erase", &[("word", "erase"), ("password", PASSWORD)]).await;
            assert_eq!(number(&house, "select count(*) from erasures").await, round as i64);
            assert_eq!(done(&house, "erasure-asked", "erasure").await, round as i64);
            let letters = "select count(*) from messages where kind = 'erasure-asked'";
            assert_eq!(number(&house, letters).await, round as i64);
        }
        assert!(whole(&house).await.holds(), "{:?}", whole(&house).await.broken());
    }
}
