//! Renewing: opening, seeing what is missing, handing in once, confirming.

use endorse::story::Browser;
use serde_json::Value;
use uuid::Uuid;

use crate::endorsements::{Endorsed, Served, endorse};
use crate::house::{House, address, read};
use crate::journey;

/// Opens the renewal of an endorsement and says where it is.
async fn open(person: &mut Browser, it: &Endorsed) -> String {
    let opened = person.did("/renewals", &[("endorsement", &it.id.to_string())]).await.unwrap();
    opened.location().unwrap()
}

/// Puts everything that an Associate renews with into the locker, as it is kept.
async fn complete(house: &House, name: &str) {
    let mut tx = house.app.db.write().await.unwrap();
    let person: Option<(Uuid,)> =
        tx.maybe("select id from people where email = $1", (address(name),)).await.unwrap();
    let (person, now) = (person.unwrap().0, house.dial.now());
    let training = serde_json::json!({
        "id": "t1", "title": "Sample", "trainer": "Sample", "from": "2026-02-01",
        "to": "2026-02-03", "form": "series", "minutes": { "imh": 840, "rsc": 0, "dei": 60 },
        "didactic": true, "competencies": ["theoretical-foundations/attachment"]
    });
    tx.run(
        "insert into entries (id, person_id, kind, body, version, created_at, changed_at)
         values ($1, $2, 'training', $3, 1, $4, $4)",
        (Uuid::now_v7(), person, training.to_string(), now),
    )
    .await
    .unwrap();
    tx.run(
        "insert into memberships (id, association_id, person_id, of_association, from_on,
             until_on, confirmed_at)
         values ($1, 'ct-aimh', $2, 'ct-aimh', $3, $4, $5)",
        (
            Uuid::now_v7(),
            person,
            jiff::civil::date(2026, 1, 1),
            jiff::civil::date(2026, 12, 31),
            now,
        ),
    )
    .await
    .unwrap();
    tx.run(
        "insert into agreement_texts (sha256, agreement, version, language, body)
         values ('sample', 'code-of-ethics', 'sample', 'en', 'sample')",
        (),
    )
    .await
    .unwrap();
    tx.run(
        "insert into signatures (id, association_id, person_id, agreement, version, language,
             sha256, typed_name, meaning, signed_at, signed_on)
         values ($1, 'ct-aimh', $2, 'code-of-ethics', 'sample', 'en', 'sample', $3, 'sample', $4,
             $5)",
        (Uuid::now_v7(), person, name, now, jiff::civil::date(2026, 3, 2)),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

async fn number_of(house: &House, sql: &'static str) -> i64 {
    let row: Option<(i64,)> = house.app.db.read().await.unwrap().maybe(sql, ()).await.unwrap();
    row.unwrap().0
}

journey! {
    /// A year's renewal: what is missing is listed, it is handed in once and confirmed, and the
    /// validity moves on under the same badge.
    async fn a_renewal_moves_the_validity_on(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut carla = house.with_role("Carla", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let mut visitor = house.visitor();
        let before = Served::of(&mut visitor, &it).await;
        let renewal = open(&mut ana, &it).await;
        assert_eq!(renewal, open(&mut ana, &it).await, "opened twice, it is one");

        let missing = read(&ana.get(&renewal).await.unwrap());
        assert!(missing.contains("0 of 4 done"), "{missing}");
        assert!(missing.contains("15"), "{missing}");
        complete(&house, "Ana Soto").await;
        let done = read(&ana.get(&renewal).await.unwrap());
        assert!(done.contains("4 of 4 done"), "{done}");
        let not_yet = carla.get(&format!("/desk{renewal}")).await.unwrap();
        assert_eq!(not_yet.status, 404, "not handed in, it is the person's own affair");

        ana.did(&format!("{renewal}/submission"), &[]).await.unwrap();
        let waits = read(&carla.get(&format!("/desk{renewal}")).await.unwrap());
        assert!(waits.contains("Renewal 2026: Ana Soto"), "{waits}");
        house.it_is("2026-12-20T15:00:00Z");
        carla.sign_in("carla@example.org", crate::house::PASSWORD).await.unwrap();
        carla.did(&format!("/desk{renewal}/confirmation"), &[]).await.unwrap();

        let again = carla.post(&format!("/desk{renewal}/confirmation"), &[]).await.unwrap();
        assert_eq!(again.status, 409);
        let page = read(&visitor.get(&it.verify()).await.unwrap());
        assert!(page.contains("until December 31, 2027"), "{page}");
        assert!(page.contains("Renewed December 20, 2026"), "{page}");
        let after = Served::of(&mut visitor, &it).await;
        let (before, badge): (Value, Value) = (
            serde_json::from_slice(&before.badge).unwrap(),
            serde_json::from_slice(&after.badge).unwrap(),
        );
        for same in ["id", "awardedDate", "credentialStatus"] {
            assert_eq!(before[same], badge[same], "{same}");
        }
        assert_eq!(before["credentialSubject"]["id"], badge["credentialSubject"]["id"]);
        assert_eq!(badge["validUntil"], "2027-12-31T23:59:59-05:00");
        assert_ne!(before["validFrom"], badge["validFrom"]);
        assert!(house.letter_to("ana.").await.body.contains("valid until December 31, 2027"));
        let kept = "select count(*) from credentials where superseded_at is not null";
        assert_eq!(number_of(&house, kept).await, 1);

        // The next one is for another year.
        ana.sign_in("ana.soto@example.org", crate::house::PASSWORD).await.unwrap();
        let early = ana.did("/renewals", &[("endorsement", &it.id.to_string())]).await.unwrap();
        let said = read(&ana.get(&early.location().unwrap()).await.unwrap());
        assert!(said.contains("The next one can be opened"), "{said}");
        assert_eq!(number_of(&house, "select count(*) from renewals").await, 1);
    }
}

journey! {
    /// Who renews two endorsements in a year with the same hours is told which, and that no rule is
    /// known; the hours are then for a person, and nothing else is.
    async fn two_endorsements_are_renewed_from_the_same_evidence(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut carla = house.with_role("Carla", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        complete(&house, "Ana Soto").await;
        let renewal = open(&mut ana, &it).await;
        let alone = read(&ana.get(&renewal).await.unwrap());
        assert!(alone.contains("4 of 4 done") && !alone.contains("Also renewed"), "{alone}");

        endorse(&house, "Ana Soto", "ifs").await;
        let both = read(&ana.get(&renewal).await.unwrap());
        let sentence = "Also renewed in this cycle: Infant Family Specialist. Whether the same hours \
            serve all of it is not stated; the association decides.";
        assert!(both.contains(sentence), "{both}");
        assert!(both.contains("2 of 4 done"), "{both}");
        assert!(both.contains("No rule is known for this."), "{both}");
        assert!(!both.contains("Go there"), "no entry closes that gap\n{both}");
        let spanish = read(&ana.clone().in_spanish().get(&renewal).await.unwrap());
        assert!(spanish.contains("En este ciclo también se renueva:"), "{spanish}");

        let aware = [("aware", "yes")];
        ana.did(&format!("{renewal}/submission"), &aware).await.unwrap();
        let desk = read(&carla.get(&format!("/desk{renewal}")).await.unwrap());
        assert!(desk.contains(sentence), "{desk}");
        let refused = carla.post(&format!("/desk{renewal}/confirmation"), &[]).await.unwrap();
        assert_eq!(refused.status, 422, "what is for a person needs a person's reason");
    }
}

journey! {
    /// Twenty posts at once hand it in once.
    async fn a_renewal_is_handed_in_once(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        complete(&house, "Ana Soto").await;
        let renewal = open(&mut ana, &it).await;

        let posts: Vec<_> = (0..20)
            .map(|_| {
                let (mut ana, path) = (ana.clone(), format!("{renewal}/submission"));
                tokio::spawn(async move { ana.post(&path, &[]).await.unwrap().status })
            })
            .collect();
        for post in posts {
            assert_eq!(post.await.unwrap(), 303);
        }

        let submitted = "select count(*) from audit_events where verb = 'renewal-submitted'";
        assert_eq!(number_of(&house, submitted).await, 1);
        let frozen = "select count(*) from renewals
             where submitted_at is not null and length(locker_sha256) = 64
               and length(assessment_sha256) = 64";
        assert_eq!(number_of(&house, frozen).await, 1);
    }
}

journey! {
    /// What is incomplete is handed in knowingly, given back with a note, and confirmed only for a
    /// reason.
    async fn an_incomplete_renewal_needs_a_reason(house: House) {
        let mut ana = house.applicant("Ana Soto").await;
        let mut carla = house.with_role("Carla", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let renewal = open(&mut ana, &it).await;
        let submission = format!("{renewal}/submission");

        let refused = ana.post(&submission, &[]).await.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("Something is missing"), "{}", read(&refused));
        ana.did(&submission, &[("aware", "yes")]).await.unwrap();

        let desk = format!("/desk{renewal}");
        let silent = carla.post(&format!("{desk}/return"), &[("note", " ")]).await.unwrap();
        assert_eq!(silent.status, 422);
        let note = [("note", "Please add your training in May.")];
        carla.did(&format!("{desk}/return"), &note).await.unwrap();
        let back = read(&ana.get(&renewal).await.unwrap());
        assert!(back.contains("Please add your training in May."), "{back}");
        assert!(house.letter_to("ana.").await.body.contains("Please add your training in May."));

        ana.did(&submission, &[("aware", "yes")]).await.unwrap();
        let without = carla.post(&format!("{desk}/confirmation"), &[]).await.unwrap();
        assert_eq!(without.status, 422);
        assert!(read(&without).contains("Please write down why"), "{}", read(&without));
        let long = "x".repeat(2001);
        let too_long = [("override_reason", long.as_str())];
        let typed = carla.post(&format!("{desk}/confirmation"), &too_long).await.unwrap();
        assert_eq!(typed.status, 422);
        assert!(typed.html().contains(&long), "what was typed is gone");
        let reason = [("override_reason", "Parental leave.")];
        carla.did(&format!("{desk}/confirmation"), &reason).await.unwrap();
        assert!(read(&carla.get(&desk).await.unwrap()).contains("Parental leave."));
        assert_eq!(ana.post(&submission, &[("aware", "yes")]).await.unwrap().status, 303);
        let page = read(&house.visitor().get(&it.verify()).await.unwrap());
        assert!(page.contains("until December 31, 2027"), "{page}");
    }
}

journey! {
    /// A renewal handed in too late leaves a gap in the history; in time, it leaves none.
    async fn a_late_renewal_leaves_a_gap(house: House) {
        house.applicant("Ana Soto").await;
        house.with_role("Carla", "coordinator").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        house.it_is("2027-02-10T15:00:00Z");
        let mut ana = house.visitor();
        ana.sign_in(&address("Ana Soto"), crate::house::PASSWORD).await.unwrap();
        let mut carla = house.visitor();
        carla.sign_in(&address("Carla"), crate::house::PASSWORD).await.unwrap();

        let renewal = open(&mut ana, &it).await;
        ana.did(&format!("{renewal}/submission"), &[("aware", "yes")]).await.unwrap();
        let reason = [("override_reason", "Agreed by phone.")];
        carla.did(&format!("/desk{renewal}/confirmation"), &reason).await.unwrap();

        let mut visitor = house.visitor();
        for (on, yes) in
            [("2026-12-31", true), ("2027-01-01", false), ("2027-02-09", false), ("2027-02-10", true)]
        {
            let page = visitor.get(&format!("{}?on={on}", it.verify())).await.unwrap();
            assert_eq!(read(&page).contains("Yes."), yes, "{on}\n{}", read(&page));
        }
    }
}

journey! {
    /// A stranger's renewal is a missing one; the desk's page is for coordinators.
    async fn a_strangers_renewal_is_a_missing_one(house: House) {
        let mut ana = house.applicant("Ana Soto").await.in_spanish();
        let mut eva = house.applicant("Eva").await;
        let it = endorse(&house, "Ana Soto", "ifa").await;
        let renewal = open(&mut ana, &it).await;
        let nobodys = format!("/renewals/{}", Uuid::now_v7());

        let theirs = eva.get(&renewal).await.unwrap();
        let missing = eva.get(&nobodys).await.unwrap();
        assert_eq!((theirs.status, missing.status), (404.try_into().unwrap(), theirs.status));
        assert_eq!(theirs.html().replace(&renewal, ""), missing.html().replace(&nobodys, ""));
        let aware = [("aware", "yes")];
        let submission = format!("{renewal}/submission");
        assert_eq!(eva.post(&submission, &aware).await.unwrap().status, 404);
        ana.did(&submission, &aware).await.unwrap();
        for path in ["", "/confirmation", "/return"] {
            let path = format!("/desk{renewal}{path}");
            let answer = match path.ends_with('n') {
                true => ana.post(&path, &[]).await.unwrap(),
                false => ana.get(&path).await.unwrap(),
            };
            assert_eq!(answer.status, 404, "{path}");
        }
        for path in [renewal.as_str(), &it.page()] {
            let page = read(&ana.get(path).await.unwrap());
            assert!(!page.contains('['), "{path}: a text is missing\n{page}");
        }
        let mut carla = house.with_role("Carla", "coordinator").await.in_spanish();
        let page = read(&carla.get(&format!("/desk{renewal}")).await.unwrap());
        assert!(page.contains("Renovación 2026") && !page.contains('['), "{page}");
    }
}
