//! What an erasure leaves alone: whatever is another's, whoever is needed, and a store that holds.

use endorse::story::Browser;
use uuid::Uuid;

use crate::canaries::whole;
use crate::erasure::{CANARY, NAME, WORD, erased, files_with, number, rows_with};
use crate::evidence::{person, quoted_after};
use crate::handed_in::file;
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::replay::endorsed;
use crate::reviews::{given, reviewed};

/// Asks for it; what keeps it is said, and it is refused.
async fn is_kept(browser: &mut Browser, why: &str) {
    let page = read(&browser.get("/account/erase").await.unwrap());
    assert!(page.contains(why), "{page}");
    let refused = browser.post("/account/erase", &[("word", WORD), ("password", PASSWORD)]).await;
    let refused = refused.unwrap();
    assert_eq!(refused.status, 422, "{}", read(&refused));
    assert!(read(&refused).contains(why), "{}", read(&refused));
}

/// How many rows there are of what is Ben's or Eve's.
async fn of_others(house: &House, ben: Uuid) -> [i64; 5] {
    [
        number(house, "select count(*) as n from messages where person_id = $1", ben).await,
        number(
            house,
            "select count(*) as n from messages
             where to_email = 'eve@example.org' and person_id is null and id <> $1",
            ben,
        )
        .await,
        number(
            house,
            "select count(*) as n from role_invitations where email_key = 'eve@example.org'
               and id <> $1",
            ben,
        )
        .await,
        number(
            house,
            "select count(*) as n from jobs where payload like '%mariana@example.org%'
               and id <> $1",
            ben,
        )
        .await,
        number(
            house,
            "select count(*) as n from jobs where last_error like '%mariana@example.org%'
               and id <> $1",
            ben,
        )
        .await,
    ]
}

journey! {
    /// To wish for an address, or to say that it is one's own, makes nothing of another's one's own:
    /// their messages, their invitations and orders for addresses that end alike stay.
    async fn what_is_anothers_stays(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut ben = house.applicant("Ben").await;
        let ben_id = person(&house, "Ben").await;
        let invited = [("role", "reviewer"), ("email", "eve@example.org"), ("language", "en")];
        alma.did("/desk/roles/invitations", &invited).await.unwrap();
        let mut ana = house.applicant("Ana").await;
        let wished = [("email", "ben@example.org"), ("password", PASSWORD)];
        ana.did("/account/email", &wished).await.unwrap();
        house.letters().await;
        // Not Eve, and the address was never confirmed.
        let mut eve = house.newcomer("Eve").await;
        let mut tx = house.app.db.write().await.unwrap();
        for (payload, error) in [
            ("{\"email_key\":\"mariana@example.org\"}", None),
            ("{}", Some("550 mariana@example.org refused")),
        ] {
            tx.run(
                "insert into jobs (id, association_id, kind, payload, due_at, failures, last_error)
                 values ($1, 'ct-aimh', 'people.send-sign-in-link', $2, $3, 0, $4)",
                (Uuid::now_v7(), payload, "2030-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap(), error),
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        let before = of_others(&house, ben_id).await;
        assert!(before.iter().take(4).all(|it| *it > 0), "{before:?}");
        let inbox = read(&ben.get("/inbox").await.unwrap());

        for browser in [&mut ana, &mut eve] {
            browser.did("/account/erase", &[("word", WORD), ("password", PASSWORD)]).await.unwrap();
        }
        house.it_is("2026-03-10T15:00:00Z");
        house.installation.work().await.unwrap();

        assert!(house.visitor().sign_in("ana@example.org", PASSWORD).await.is_err());
        let after = of_others(&house, ben_id).await;
        // What went wrong with an order may be forgotten, the order may not.
        assert_eq!(after[..4], before[..4]);
        ben.sign_in("ben@example.org", PASSWORD).await.unwrap();
        assert_eq!(read(&ben.get("/inbox").await.unwrap()), inbox);
        assert_eq!(rows_with(&house, "|ana@example.org").await, Vec::<String>::new());
        let report = whole(&house).await;
        assert!(report.holds(), "{:?}", report.broken());
    }
}

journey! {
    /// While a file must be kept, so must who reviewed it and who helped with it.
    async fn a_held_file_holds_who_worked_on_it(house: House) {
        let mut ana = house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut hilde = house.with_role("Hilde Helper", "coordinator").await;
        let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
        let judged = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        given(&house, &mut cora, "Rita Reviewer", &judged).await;
        let begun = ana.did("/applications", &[("category", "ifa")]).await.unwrap();
        let begun = format!("/desk/applications/{}", begun.new_id().unwrap());
        hilde.did(&format!("{begun}/help"), &[("reason", "Cannot scan"), ("agreed", "phone")]).await.unwrap();
        hilde.did("/desk/help/end", &[]).await.unwrap();
        let free = read(&rita.get("/account/erase").await.unwrap());
        assert!(!free.contains("A file that you reviewed"), "{free}");

        for hold in [judged.desk("/legal-hold"), format!("{begun}/legal-hold")] {
            cora.did(&hold, &[("reason", "A complaint of March 2")]).await.unwrap();
        }

        is_kept(&mut rita, "A file that you reviewed, decided, advised on or helped with").await;
        let page = read(&hilde.get("/account/erase").await.unwrap());
        assert!(page.contains("A file that you reviewed, decided, advised on or helped with"), "{page}");
        assert!(house.app.erase(&address("Rita Reviewer"), "asked by letter").await.is_err());
        cora.did(&judged.desk("/legal-hold/end"), &[]).await.unwrap();
        house.app.erase(&address("Rita Reviewer"), "asked by letter").await.unwrap();
    }
}

journey! {
    /// Somebody can always give roles: who alone can is told to invite another one first.
    async fn the_last_who_gives_roles_stays(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut nora = house.with_role("Nora", "network").await;
        is_kept(&mut alma, "You are the only administrator of an association. Invite another one first").await;
        is_kept(&mut nora, "Nobody else looks after this installation").await;

        let mut abel = house.with_role("Abel", "administrator").await;
        let typed = [("word", WORD), ("password", PASSWORD)];
        abel.did("/account/erase", &typed).await.unwrap();
        is_kept(&mut alma, "You are the only administrator of an association").await;
        house.with_role("Ada", "administrator").await;
        alma.did("/account/erase", &typed).await.unwrap();
    }
}

journey! {
    /// A reviewer's name gives way in what coordinators were told of reviews, where it stands whole; a
    /// decision's letter and a name that may be anything stay.
    async fn a_short_name_spoils_no_letter(house: House) {
        let mut ana = house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let file = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let mut reviewers = Vec::new();
        for name in ["Ed", "Rita Reed"] {
            let mut reviewer = house.with_role(name, "reviewer").await;
            let review = given(&house, &mut cora, name, &file).await;
            reviewed(&mut reviewer, name, &review, "endorse").await;
            reviewers.push(reviewer);
        }
        let mut tx = house.app.db.write().await.unwrap();
        tx.run(
            "insert into messages (id, association_id, person_id, to_name, to_email, language, kind,
                 subject, body, application_id, created_at)
             select $1, 'ct-aimh', person_id, 'Ana Alvarez', 'ana.alvarez@example.org', 'en', 'decision',
                 'A decision', 'Rita Reed read it. You need not send more.', id, $3
             from applications where id = $2",
            (Uuid::now_v7(), file.id, house.dial.now()),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();

        for reviewer in &mut reviewers {
            reviewer.did("/account/erase", &[("word", WORD), ("password", PASSWORD)]).await.unwrap();
        }
        house.it_is("2026-03-10T15:00:00Z");
        house.installation.work().await.unwrap();

        let letters = rows_with(&house, "of ifs 26-001. the findings").await;
        assert_eq!(letters.len(), 2, "{letters:?}");
        assert!(letters.iter().any(|it| it.contains("ed has finished the review of")), "{letters:?}");
        assert!(letters.iter().any(|it| it.contains("former member of staff")), "{letters:?}");
        assert!(!letters.iter().any(|it| it.contains("rita")), "{letters:?}");
        ana.sign_in(&address("Ana Alvarez"), PASSWORD).await.unwrap();
        assert_eq!(rows_with(&house, "rita reed read it. you need not send more.").await.len(), 1);
    }
}

journey! {
    /// Whom somebody invited to a role keeps no letter with the name of who took it.
    async fn who_took_a_role_is_named_to_nobody(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut her = house.applicant(NAME).await;
        let invited = [("role", "reviewer"), ("email", &address(NAME)), ("language", "en")];
        alma.did("/desk/roles/invitations", &invited).await.unwrap();
        let link = house.letter_to(&address(NAME)).await.path();
        her.did(&link, &[]).await.unwrap();
        assert!(read(&alma.get("/inbox").await.unwrap()).contains(NAME));

        erased(&house, &mut her).await;

        alma.sign_in(&address("Alma"), PASSWORD).await.unwrap();
        let inbox = read(&alma.get("/inbox").await.unwrap());
        assert!(!inbox.contains(NAME) && inbox.contains("Please confirm your address"), "{inbox}");
        // An address that was never confirmed may be anybody's: letters to it stay.
        let left = rows_with(&house, CANARY).await;
        assert!(left.iter().all(|it| it.contains("canary.quill@example.org")), "{left:?}");
        assert!(files_with(&house.folder.path().join("outbox"), "canary quill has accepted").is_empty());
    }
}

journey! {
    /// Bytes that an association shows as its logo stay when a document with the same bytes goes.
    async fn a_logo_stays_when_the_same_document_goes(house: House) {
        let mut alma = house.with_role("Alma", "administrator").await;
        let mut ana = house.applicant("Ana").await;
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(96_u32.to_be_bytes());
        png.extend(48_u32.to_be_bytes());
        let sent = alma.upload("/desk/association/logo", &[], ("file", "logo.png", &png)).await.unwrap();
        assert_eq!(sent.status, 303);
        let named = [("name", "A picture")];
        let sent = ana.upload("/documents", &named, ("file", "a.png", &png)).await.unwrap();
        assert_eq!(sent.status, 303);

        erased(&house, &mut ana).await;

        let page = house.visitor().get("/").await.unwrap().html();
        let href = quoted_after(&page, "<img src=\"").unwrap();
        assert_eq!(house.visitor().get(&href).await.unwrap().status, 200);
    }
}

journey! {
    /// A store holds after somebody who was endorsed at the desk is erased.
    async fn a_store_holds_after_an_erasure(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        endorsed(&house, &mut cora, NAME).await;
        let before = whole(&house).await;
        assert!(before.holds(), "{:?}", before.broken());

        house.app.erase(&address(NAME), "asked by letter").await.unwrap();

        let after = whole(&house).await;
        assert!(after.holds(), "{:#?}", after.findings);
        let looked_at = |id: &str| after.findings.iter().find(|it| it.id == id).unwrap().looked_at;
        assert_eq!((looked_at("endorsements.nameless"), looked_at("endorsements.words")), (1, 0));
    }
}
