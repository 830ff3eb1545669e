//! What must be true of a whole store is asked, and whatever is not so is named.

use std::collections::BTreeSet;

use endorse::demo::canary::tell;
use endorse::settings::Hosted;

use crate::canaries::whole;
use crate::house::House;
use crate::journey;

/// What is done to the rows by hand, and which invariant that breaks.
const BROKEN_BY: [(&str, &str); 24] = [
    ("roles.used", "update roles set role = 'network' where role = 'coordinator'"),
    ("relations", "update messages set application_id = id"),
    ("associations.apart", "update renewals set association_id = 'another'"),
    (
        "endorsements.decided",
        "update decisions set outcome = 'deferred' where outcome = 'endorsed'",
    ),
    ("decisions.replay", "update decisions set assessment_sha256 = 'none'"),
    ("decisions.submission", "update decisions set policy_version = 'none'"),
    ("submissions.frozen", "update submissions set locker_sha256 = 'none'"),
    (
        "endorsements.one",
        "update endorsements set person_id = (select e.person_id from endorsements e limit 1)",
    ),
    ("badges.name", "update credentials set body = '{}'"),
    (
        "badges.revoked",
        "update endorsement_intervals set status = 'inactive' where until_on is null",
    ),
    ("endorsements.intervals", "update endorsement_intervals set until_on = from_on"),
    ("endorsements.words", "update endorsements set name_key = 'none'"),
    (
        "applications.state",
        "update applications set closed_at = state_since where state = 'preparing'",
    ),
    ("reviews.counted", "update applications set reviews_done = reviews_done + 1"),
    ("charges.settled", "update charges set confirmed_minor = null where confirmed_at is not null"),
    ("people.keys", "update people set email_key = 'none' where name like 'Cora%'"),
    (
        "audit.told",
        "insert into people (id, email, email_key, name, password_hash, language, created_at)
         select id, 'x@example.org', 'x@example.org', 'X', '', 'en', issued_at
         from credentials limit 1",
    ),
    ("sessions.hashed", "update sessions set expires_at = created_at"),
    ("agreements.words", "update agreement_texts set body = 'none'"),
    (
        "secrets.open",
        "insert into second_factors (person_id, sealed_secret, begun_at)
         select id, 'none', created_at from people",
    ),
    ("documents.bytes", "update documents set sha256 = 'none'"),
    (
        "erasures",
        "update people set erased_at = '2026-01-01T00:00:00.000000Z' where id in (
         select person_id from sessions where ended_at is null)",
    ),
    ("endorsements.nameless", "update endorsements set person_id = null"),
    (
        "advising.apart",
        "update advisings set agreed_at = offered_at,
             advisor_id = (select reviewer_id from review_assignments
                 where withdrawn_at is null order by id limit 1),
             person_id = (select a.person_id from review_assignments r
                 join applications a on a.id = r.application_id
                 where r.withdrawn_at is null order by r.id limit 1)",
    ),
];

fn alone() -> [Hosted; 1] {
    [Hosted { id: "ct-aimh".to_owned(), url: Some("http://ct.example.org".to_owned()) }]
}

async fn by_hand(house: &House, sql: &'static str, binds: impl db::Binds) {
    let mut tx = house.app.db.write().await.unwrap();
    tx.run(sql, binds).await.unwrap();
    tx.commit().await.unwrap();
}

journey! {
    of super::alone();
    /// A store that people have used holds; whatever is done to it by hand is named.
    async fn whatever_is_done_by_hand_is_named(house: House) {
        tell(&house.installation, &house.dial).await.unwrap();
        let before = whole(&house).await;
        assert!(before.holds(), "{:#?}", before.findings);

        let now = house.app.clock.now();
        let nothing = uuid::Uuid::from_u128(2);
        let sql = "insert into associations (id, created_at) values ('another', $1)";
        by_hand(&house, sql, (now,)).await;
        let mut seen = BTreeSet::new();
        for (id, sql) in BROKEN_BY {
            let before = whole(&house).await.broken();
            assert!(!before.contains(&id), "{id} is broken already, with {before:?}");
            by_hand(&house, sql, ()).await;
            let report = whole(&house).await;
            assert!(report.broken().contains(&id), "{id} was not seen: {:?}", report.broken());
            seen.extend(report.broken());
            let found = report.findings.iter().find(|it| it.id == id).unwrap();
            assert!(!found.rows.is_empty(), "{id} names nothing");
        }
        let sql = "insert into audit_events (id, association_id, at, actor_kind, verb, object_kind)
            values ($1, 'ct-aimh', $2, 'coordinator', 'decided', 'decision')";
        by_hand(&house, sql, (nothing, now)).await;
        let broken = whole(&house).await.broken();
        for id in ["audit.actor", "audit.chain"] {
            assert!(broken.contains(&id), "{id} was not seen: {broken:?}");
        }
        seen.extend(broken);
        let never = before.findings.iter().map(|it| it.id).filter(|it| !seen.contains(it));
        assert_eq!(never.collect::<Vec<_>>(), Vec::<&str>::new(), "some were never broken");
    }
}
