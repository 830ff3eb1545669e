//! Whom an applicant may ask, how often, and what becomes of a request taken back.

use axum::http::StatusCode;

use super::{CANARY, MENTOR, application, applying, asked, asking, evidence, one_of, rating, with};
use crate::house::read;
use crate::journey;

journey! {
    /// A request taken back, or corrected to another address, has a link that is dead at once.
    async fn an_old_link_is_dead_at_once(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let first = asked(&house, &mut ana, id).await;
        let list = format!("/applications/{id}/references");
        let one = one_of(&ana.get(&list).await.unwrap(), id);
        house.visitor().post(&format!("{first}/draft"), &rating(&house, 0)).await.unwrap();

        let same = [("name", "Rosa"), ("email", "ROSA+x@example.net")];
        let answer = ana.post(&format!("{one}/correction"), &same).await.unwrap();
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.html().contains("ROSA+x@example.net"));
        let right = [("name", "Rosa Right"), ("email", "rosa@right.example")];
        ana.did(&format!("{one}/correction"), &right).await.unwrap();
        let second = house.letter_to("rosa@right.example").await.path();

        assert_eq!(house.visitor().get(&first).await.unwrap().status, 404);
        assert_eq!(house.visitor().post(&first, &rating(&house, 0)).await.unwrap().status, 303);
        let fresh = house.visitor().get(&second).await.unwrap();
        assert!(!fresh.html().contains(CANARY), "a stranger's answers went along");
        let page = ana.get(&list).await.unwrap().html();
        let all: Vec<_> = page.match_indices(&format!("{list}/")).collect();
        assert_eq!(all.len(), 2, "the old and the new request");
        let one = page[all[1].0..].split('"').next().unwrap().to_owned();
        ana.did(&format!("{one}/replacement"), &[]).await.unwrap();
        let dead = house.visitor().get(&second).await.unwrap();
        assert_eq!(dead.status, 404);
        assert!(read(&dead).contains("This link does not work"));
        assert!(evidence(&house, id).await.is_empty());
        assert_eq!(ana.post(&format!("{one}/replacement"), &[]).await.unwrap().status, 409);
    }
}

journey! {
    /// A reminder has a fresh link, the older one says so, and what was begun is still there.
    async fn a_reminder_has_a_fresh_link(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let first = asked(&house, &mut ana, id).await;
        let one = one_of(&ana.get(&format!("/applications/{id}/references")).await.unwrap(), id);
        let some = [("trust", "often")];
        house.visitor().post(&format!("{first}/draft"), &some).await.unwrap();

        let soon = ana.did(&format!("{one}/reminder"), &[]).await.unwrap();
        assert!(soon.location().unwrap().contains("said-reminded-lately"));
        house.it_is("2026-03-09T15:00:00Z");
        ana.did(&format!("{one}/reminder"), &[]).await.unwrap();
        let second = house.letter_to("rosa@").await.path();

        assert_ne!(first, second);
        let older = read(&house.visitor().get(&first).await.unwrap());
        assert!(older.contains("There is a newer letter"), "{older}");
        assert!(read(&house.visitor().get(&second).await.unwrap()).contains("1 of 22 answers"));
        house.it_is("2026-05-08T15:00:00Z");
        let old = read(&house.visitor().get(&second).await.unwrap());
        assert!(old.contains("This link is too old"), "{old}");
    }
}

journey! {
    /// Two weeks after the first letter one reminder leaves by itself, and never a second.
    async fn one_reminder_leaves_by_itself(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        asked(&house, &mut ana, id).await;
        let letters = async || {
            house.app.work().await.unwrap();
            let all = house.letters().await;
            all.iter().filter(|it| it.to.contains("rosa@")).count()
        };

        house.it_is("2026-03-16T14:59:00Z");
        assert_eq!(letters().await, 1);
        house.it_is("2026-03-16T15:00:00Z");
        assert_eq!(letters().await, 2);
        house.it_is("2026-04-16T15:00:00Z");
        assert_eq!(letters().await, 2);

        let (mut ben, id) = applying(&house, "Ben", MENTOR).await;
        let rosa = asking("Rosa Rater", "rosa@example.net", "rsc-provider");
        let path = format!("/applications/{id}/references");
        ben.did(&path, &with(rosa, ("waiver_name", "Ben"))).await.unwrap();
        let list = ben.get(&format!("/applications/{id}/references")).await.unwrap();
        house.it_is("2026-04-24T15:00:00Z");
        ben.did(&format!("{}/reminder", one_of(&list, id)), &[]).await.unwrap();
        assert_eq!(letters().await, 4);
        house.it_is("2026-06-16T15:00:00Z");
        assert_eq!(letters().await, 4, "reminded by hand, and again by itself");
    }
}

journey! {
    /// One cannot name oneself, nor one mailbox twice, however it is spelled; and nothing typed is
    /// lost.
    async fn one_mailbox_is_asked_once_and_never_ones_own(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let path = format!("/applications/{id}/references");
        let gmail = asking("Gina", "gina.g@gmail.com", "rsc-recipient");
        ana.did(&path, &gmail).await.unwrap();

        for (email, sentence) in [
            ("ANA+friend@Example.org", "your own mailbox"),
            ("g.i.n.a.g+2@googlemail.com", "asked this mailbox"),
            ("not an address", "check this e-mail address"),
        ] {
            let answer = ana.post(&path, &asking("Bea", email, "rsc-provider")).await.unwrap();
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
            assert!(read(&answer).contains(sentence), "{email}: {}", read(&answer));
            let html = answer.html();
            assert!(html.contains(&format!(r#"value="{email}""#)), "{email} is lost");
            assert!(html.contains(r#"value="Bea""#) && html.contains(r#"value="waive" checked"#));
        }
        let wrong = asking("Bea", "bea@example.net", "teacher");
        assert_eq!(ana.post(&path, &wrong).await.unwrap().status, 422);
        let open = with(asking("Bea", "bea@example.net", "rsc-provider"), ("waiver", ""));
        assert_eq!(ana.post(&path, &open).await.unwrap().status, 422);
        let signed = with(asking("Bea", "bea@example.net", "rsc-provider"), ("waiver_name", "Wrong"));
        let answer = ana.post(&path, &signed).await.unwrap();
        assert_eq!(answer.status, 422);
        assert!(read(&answer).contains("not the name of your account"), "{}", read(&answer));
        let letters = house.letters().await;
        assert_eq!(letters.iter().filter(|it| it.to.contains("gina.g@")).count(), 1);
        assert!(letters.iter().all(|it| !it.to.contains("bea@")));
    }
}

journey! {
    /// Six people at a time, no more; and nobody is written to for an unconfirmed address.
    async fn letters_to_others_have_limits(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let path = format!("/applications/{id}/references");
        for n in 0..6 {
            let email = format!("rater{n}@example.net");
            ana.did(&path, &asking("Rater", &email, "rsc-provider")).await.unwrap();
        }
        let seventh = asking("Rater", "rater7@example.net", "rsc-provider");
        let answer = ana.post(&path, &seventh).await.unwrap();
        assert_eq!(answer.status, 422);
        assert!(read(&answer).contains("Six people are asked"));

        let mut ben = house.newcomer("Ben").await;
        let id = application(&house, "Ben", MENTOR).await;
        let path = format!("/applications/{id}/references");
        assert!(read(&ben.get(&path).await.unwrap()).contains("confirm your own address"));
        let refused = ben.post(&path, &asking("Rosa", "rosa@example.net", "rsc-provider")).await;
        assert_eq!(refused.unwrap().status, 422);
        assert!(house.letters().await.iter().all(|it| !it.to.contains("rosa@")));
    }
}

journey! {
    /// A letter that cannot be delivered is shown as such, and another address can be given.
    async fn a_letter_that_does_not_arrive_is_shown(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        let list = format!("/applications/{id}/references");
        let outbox = house.folder.path().join("outbox");
        std::fs::remove_dir_all(&outbox).unwrap();
        std::fs::write(&outbox, "in the way").unwrap();

        ana.did(&list, &asking("Rosa", "rosa@example.net", "rsc-provider")).await.unwrap();
        house.app.work().await.unwrap();
        let page = ana.get(&list).await.unwrap();
        assert!(read(&page).contains("The letter came back"), "{}", read(&page));

        std::fs::remove_file(&outbox).unwrap();
        let right = [("name", "Rosa"), ("email", "rosa@right.example")];
        ana.did(&format!("{}/correction", one_of(&page, id)), &right).await.unwrap();
        let link = house.letter_to("rosa@right.example").await.path();
        house.visitor().did(&link, &rating(&house, 0)).await.unwrap();
        assert_eq!(evidence(&house, id).await, [(0, false)]);
    }
}

journey! {
    /// One mailbox gets ten letters in a day, whoever asks; the next day there is room again.
    async fn a_mailbox_gets_ten_letters_a_day_whoever_asks(house: House) {
        let team = asking("Rosa", "Rosa+team@example.net", "rsc-provider");
        for n in 0..10 {
            let name = format!("Ana {n}");
            let (mut one, id) = applying(&house, &name, MENTOR).await;
            let team = with(team.clone(), ("waiver_name", &name));
            one.did(&format!("/applications/{id}/references"), &team).await.unwrap();
        }
        let (mut last, id) = applying(&house, "Zoe", MENTOR).await;
        let path = format!("/applications/{id}/references");

        let rosa = asking("Rosa", "rosa@example.net", "rsc-provider");
        let full = last.post(&path, &with(rosa, ("waiver_name", "Zoe"))).await.unwrap();
        assert_eq!(full.status, 422);
        assert!(read(&full).contains("many letters from us since yesterday"), "{}", read(&full));
        assert!(full.html().contains(r#"value="Rosa""#));

        house.it_is("2026-03-03T15:00:01Z");
        last.did(&path, &with(team, ("waiver_name", "Zoe"))).await.unwrap();
    }
}

journey! {
    /// Correcting an address is no way to write to everybody: corrections count like requests.
    async fn corrections_count_like_requests(house: House) {
        let (mut ana, id) = applying(&house, "Ana", MENTOR).await;
        asked(&house, &mut ana, id).await;
        let list = format!("/applications/{id}/references");
        let mut refused = None;
        for n in 0..20 {
            let mut tx = house.app.db.read().await.unwrap();
            let sql = "select id from reference_requests where application_id = $1 and replaced_at is null";
            let open: Option<(uuid::Uuid,)> = tx.maybe(sql, (id,)).await.unwrap();
            drop(tx);
            let path = format!("{list}/{}/correction", open.unwrap().0);
            let email = format!("rosa{n}@example.net");
            let answer = ana.post(&path, &[("name", "Rosa"), ("email", &email)]).await.unwrap();
            if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
                refused = Some((n, read(&answer)));
                break;
            }
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{n}: {}", read(&answer));
        }
        let (n, said) = refused.unwrap();
        assert!(n < 12 && said.contains("Please go on tomorrow"), "{n}: {said}");
    }
}
