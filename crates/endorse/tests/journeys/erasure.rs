//! Being forgotten: what goes, what stays, and that the record holds without it.

use std::collections::BTreeMap;
use std::path::Path;

use endorse::story::Browser;
use jiff::civil::date;
use serde_json::json;
use uuid::Uuid;

use crate::audit::fresh;
use crate::canaries::whole;
use crate::endorsements::endorse;
use crate::evidence::{N, entry, person, ready};
use crate::handed_in::file;
use crate::house::{House, PASSWORD, address, read};
use crate::journey;
use crate::replay::endorsed;
use crate::reviews::{given, reviewed};

/// Stands in everything that is hers, her name and address above all.
const CANARY: &str = "canary";
const NAME: &str = "Canary Quill";
/// What is typed to show that somebody means it.
const WORD: &str = "erase";

#[derive(sqlx::FromRow)]
struct Column {
    place: String,
    name: String,
}

#[derive(sqlx::FromRow)]
struct Said {
    said: String,
}

/// Everything that is kept in words, in lower case, by table.
async fn everything(house: &House) -> BTreeMap<String, String> {
    let mut tx = house.app.db.read().await.unwrap();
    let columns = tx.either(
        "select m.name as place, c.name from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like 'sqlite%' and m.name not like '_sqlx%'
           and c.type <> 'uuid'
         order by m.name, c.cid",
        "select cast(table_name as text) as place, cast(column_name as text) as name
         from information_schema.columns
         where table_schema = 'public' and table_name not like '_sqlx%' and data_type <> 'uuid'
           and table_name in (select table_name from information_schema.tables
               where table_type = 'BASE TABLE' and table_schema = 'public')
         order by table_name, ordinal_position",
    );
    let columns: Vec<Column> = tx.all(columns, ()).await.unwrap();
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for it in columns {
        tables
            .entry(it.place)
            .or_default()
            .push(format!("coalesce(cast(\"{}\" as text), '')", it.name));
    }
    let mut all = BTreeMap::new();
    for (table, columns) in tables {
        let sql = format!("select {} as said from \"{table}\"", columns.join(" || '|' || "));
        let rows: Vec<Said> = tx.all(sql.leak(), ()).await.unwrap();
        let said: Vec<String> = rows.into_iter().map(|it| it.said.to_lowercase()).collect();
        all.insert(table, said.join("\n"));
    }
    all
}

/// The tables in which a word stands.
async fn where_is(house: &House, word: &str) -> Vec<String> {
    let all = everything(house).await.into_iter();
    all.filter(|it| it.1.contains(word)).map(|it| it.0).collect()
}

/// The rows in which a word stands, each with its table.
async fn rows_with(house: &House, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (table, said) in everything(house).await {
        let rows = said.lines().filter(|it| it.contains(word));
        found.extend(rows.map(|it| format!("{table}: {it}")));
    }
    found
}

/// The files below a folder that hold a word, in whatever case, or have it in their name.
fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
        let name = path.display().to_string().to_lowercase();
        if bytes.windows(word.len()).any(|it| it == word.as_bytes()) || name.contains(word) {
            found.push(name);
        }
    }
    found
}

async fn number(house: &House, sql: &'static str, about: Uuid) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<N> = tx.maybe(sql, (about,)).await.unwrap();
    found.unwrap().n
}

/// Rows that no short story leaves: what a longer life would.
const LIFE: &[&str] = &[
    "update application_steps set note = 'canary note' where application_id in (
         select id from applications where person_id = $1)",
    "update charges set promised_by = 'canary', promise_note = 'canary note',
         confirmed_note = 'canary note', waive_reason = 'canary' where person_id = $1",
    "update memberships set note = 'canary note' where person_id = $1",
    "update reference_requests set rater_name = 'Canary Rater', rater_email = 'canary@rater.example',
         rater_email_key = 'canary@rater.example', comment = 'canary comment',
         answers = '{\"trust\":\"canary\"}', attested_name = 'Canary Rater', suggestion = 'canary'
     where person_id = $1",
    "update review_assignments set summary = 'canary summary' where application_id in (
         select id from applications where person_id = $1)",
    "update review_findings set comment = 'canary comment', question = 'canary?'
     where assignment_id in (select r.id from review_assignments r
         join applications a on a.id = r.application_id where a.person_id = $1)",
    "update applications set pin_reason = 'canary reason' where person_id = $1",
    "update renewals set locker = 'canary', assessment = 'canary', override_reason = 'canary',
         return_note = 'canary' where person_id = $1",
    "update endorsement_intervals set reason = 'canary' where endorsement_id in (
         select id from endorsements where person_id = $1)",
    "insert into entry_versions (entry_id, version, body, changed_at, changed_by)
         select id, 0, body, changed_at, person_id from entries where person_id = $1",
    "insert into kept_answers (association_id, person_id, answers, kept_at)
         select 'ct-aimh', id, '{\"canary\":1}', created_at from people where id = $1",
];

/// Somebody with something in every table, an application that led to an endorsement among it.
async fn canary(house: &House) -> (Browser, Uuid, Uuid) {
    let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
    let mut rita = house.with_role("Rita Reviewer", "reviewer").await;
    let (mut her, application) = ready(house, NAME).await;
    let id = person(house, NAME).await;
    let work = json!({ "role": "Canary role", "employer": "Canary house", "from": "2020-01-01" });
    entry(house, id, "work", work).await;
    let named = [("name", "Canary transcript")];
    her.upload("/documents", &named, ("file", "c.pdf", b"%PDF-1.7\nCANARY bytes")).await.unwrap();
    let claim = [
        ("whose", "other"),
        ("name", "Canary society"),
        ("from", "2026-01-01"),
        ("until", "2026-12-31"),
        ("note", "Canary note"),
    ];
    her.did("/memberships/claims", &claim).await.unwrap();
    her.did("/account/email", &[("email", "canary.new@example.org"), ("password", PASSWORD)])
        .await
        .unwrap();
    house.visitor().post("/forgotten", &[("email", &address(NAME))]).await.unwrap();
    her.did(&format!("/applications/{application}/submission"), &[]).await.unwrap();

    let kept = file(house, NAME, "ifs", "26-777").await;
    let review = given(house, &mut cora, "Rita Reviewer", &kept).await;
    reviewed(&mut rita, "Rita Reviewer", &review, "endorse").await;
    let endorsed = endorse(house, NAME, "ifs").await;
    her.did("/renewals", &[("endorsement", &endorsed.id.to_string())]).await.unwrap();
    her.did("/account/data", &[("password", PASSWORD)]).await.unwrap();
    let email = address(NAME);
    let wrong = [("email", email.as_str()), ("password", "a wrong password")];
    house.visitor().post("/sign-in", &wrong).await.unwrap();
    house.letters().await;

    let now = house.dial.now();
    let mut tx = house.app.db.write().await.unwrap();
    let coordinator = person(house, "Cora Coordinator").await;
    let sql = "update endorsements set application_id = $2 where id = $1";
    tx.run(sql, (endorsed.id, kept.id)).await.unwrap();
    tx.run(
        "insert into decisions (id, association_id, application_id, submission_id, outcome, letter,
             policy_version, locker_sha256, assessment_sha256, decided_at, decided_by)
         select $1, 'ct-aimh', application_id, id, 'endorsed', 'Dear canary', policy_version,
             locker_sha256, assessment_sha256, $3, $4
         from submissions where application_id = $2",
        (Uuid::now_v7(), kept.id, now, coordinator),
    )
    .await
    .unwrap();
    tx.run(
        "update submissions set locker = replace(locker, 'Little Steps', 'Canary Steps')
         where application_id = $1",
        (kept.id,),
    )
    .await
    .unwrap();
    let sql = "update applications set state = 'endorsed', closed_at = $2 where id = $1";
    tx.run(sql, (kept.id, now)).await.unwrap();
    tx.run(
        "insert into exam_results (id, association_id, application_id, person_id, series, part,
             passed, taken_on, recorded_at, recorded_by)
         values ($1, 'ct-aimh', $2, $3, 'canary', 1, true, $4, $5, $6)",
        (Uuid::now_v7(), kept.id, id, date(2026, 2, 1), now, coordinator),
    )
    .await
    .unwrap();
    tx.run(
        "insert into drafts (person_id, place, body, saved_at) values ($1, 'new', 'canary', $2)",
        (id, now),
    )
    .await
    .unwrap();
    for sql in LIFE {
        tx.run(sql, (id,)).await.unwrap();
    }
    tx.commit().await.unwrap();
    (her, id, endorsed.id)
}

/// Asks for it, and lets the week pass.
async fn erased(house: &House, browser: &mut Browser) {
    browser.did("/account/erase", &[("word", WORD), ("password", PASSWORD)]).await.unwrap();
    house.letters().await;
    house.it_is("2026-03-10T15:00:00Z");
    house.installation.work().await.unwrap();
    house.installation.work().await.unwrap();
}

journey! {
    /// After an erasure nothing of a person is left but what the page and docs/privacy.md list, in no
    /// row, in no file of the database, among no letters and documents; the record is still whole.
    async fn an_erased_person_leaves_nothing_but_what_is_listed(house: House) {
        let (mut her, id, endorsement) = canary(&house).await;
        let before = where_is(&house, CANARY).await;
        for table in [
            "address_changes", "application_steps", "applications", "charges", "credentials", "decisions",
            "drafts", "endorsement_intervals", "endorsements", "entries", "entry_versions", "exam_results",
            "kept_answers", "membership_claims", "memberships", "messages", "people", "reference_requests",
            "registry_words", "renewals", "review_assignments", "review_findings", "sign_in_failures",
            "signatures", "submissions", "documents",
        ] {
            assert!(before.iter().any(|it| it == table), "no canary in {table}: nothing would be shown");
        }
        assert!(!files_with(&house.folder.path().join("files"), CANARY).is_empty());
        assert!(!files_with(&house.folder.path().join("outbox"), CANARY).is_empty());
        let page = read(&her.get("/account/erase").await.unwrap());
        assert!(page.contains("Endorsement CT-IFS-00001"), "{page}");
        let deeds = fresh(&house).unwrap();
        // Some of it was written straight into the rows.
        let broken_before = whole(&house).await.broken();

        erased(&house, &mut her).await;

        assert_eq!(rows_with(&house, CANARY).await, Vec::<String>::new());
        let in_words = id.to_string();
        let named = where_is(&house, &in_words).await;
        assert!(named.iter().all(|it| it == "people"), "her id, as text: {named:?}");
        assert!(house.app.db.fold().await.unwrap());
        let files = files_with(house.folder.path(), CANARY);
        assert_eq!(files, Vec::<String>::new(), "files that hold something of hers");

        // What stays: that the endorsement was given, and the record, whole.
        let held = "select count(*) as n from endorsements where id = $1 and number <> ''
            and person_id is null and listed_at is null";
        assert_eq!(number(&house, held, endorsement).await, 1);
        let kept = "select count(*) as n from applications a where a.person_id = $1";
        assert_eq!(number(&house, kept, id).await, 1);
        let decided = "select count(*) as n from decisions d join applications a on a.id = d.application_id
            where a.person_id = $1 and d.letter = ''";
        assert_eq!(number(&house, decided, id).await, 1);
        for gone in [
            "select count(*) as n from sessions where person_id = $1",
            "select count(*) as n from documents where person_id = $1",
            "select count(*) as n from entries where person_id = $1",
            "select count(*) as n from reference_requests where person_id = $1",
        ] {
            assert_eq!(number(&house, gone, id).await, 0, "{gone}");
        }
        assert!(fresh(&house).unwrap() > deeds, "the record goes on");
        let broken = whole(&house).await.broken();
        assert!(broken.iter().all(|it| broken_before.contains(it)), "{broken:?}, not {broken_before:?}");
    }
}

journey! {
    /// What stays of an erased person can be looked at by whoever may, and says no name; the address
    /// is free for a new account.
    async fn pages_hold_without_the_erased_person(house: House) {
        let (mut her, id, endorsement) = canary(&house).await;
        erased(&house, &mut her).await;
        let mut cora = house.visitor();
        cora.sign_in(&address("Cora Coordinator"), PASSWORD).await.unwrap();
        let mut tx = house.app.db.read().await.unwrap();
        let of: Option<(String, Uuid)> = tx
            .maybe("select public_id, application_id from endorsements where id = $1", (endorsement,))
            .await
            .unwrap();
        let (public_id, application) = of.unwrap();
        drop(tx);

        for path in [
            "/desk".to_owned(),
            "/desk/payments".to_owned(),
            format!("/desk/applications/{application}"),
            format!("/desk/endorsements/{endorsement}"),
            "/desk/endorsements".to_owned(),
            format!("/verify/{public_id}"),
            "/registry?q=canary".to_owned(),
        ] {
            let answer = cora.get(&path).await.unwrap();
            assert!(!answer.status.is_server_error(), "{path}: {}", read(&answer));
            assert!(!read(&answer).to_lowercase().replace("q=canary", "").contains("quill"), "{path}");
        }
        assert_eq!(cora.get(&format!("/verify/{public_id}")).await.unwrap().status, 200);
        assert_eq!(her.get("/home").await.unwrap().status, 303);
        assert!(house.visitor().sign_in(&address(NAME), PASSWORD).await.is_err());
        house.applicant(NAME).await;
        assert_ne!(person(&house, NAME).await, id);
    }
}

journey! {
    /// The word and the password are asked for; whoever signs in again within the week keeps it all.
    async fn who_signs_in_again_keeps_everything(house: House) {
        let mut ana = house.applicant("Ana").await;
        let id = person(&house, "Ana").await;
        for wrong in [[("word", ""), ("password", PASSWORD)], [("word", WORD), ("password", "no such password")]] {
            let page = ana.post("/account/erase", &wrong).await.unwrap();
            assert_eq!(page.status, 422, "{}", read(&page));
        }
        ana.did("/account/erase", &[("word", WORD), ("password", PASSWORD)]).await.unwrap();
        assert_eq!(ana.get("/home").await.unwrap().status, 303, "still signed in");
        let letter = house.letter_to("ana@example.org").await;
        assert!(letter.body.contains("March 9, 2026"), "{}", letter.body);

        house.it_is("2026-03-08T15:00:00Z");
        ana.sign_in("ana@example.org", PASSWORD).await.unwrap();
        house.it_is("2026-03-12T15:00:00Z");
        house.installation.work().await.unwrap();

        assert_eq!(person(&house, "Ana").await, id);
        assert_eq!(ana.get("/account").await.unwrap().status, 200);
        ana.did("/account/erase", &[("word", WORD), ("password", PASSWORD)]).await.unwrap();
        house.it_is("2026-03-20T15:00:00Z");
        house.installation.work().await.unwrap();
        assert_eq!(rows_with(&house, "ana@example.org").await, Vec::<String>::new());
        assert!(house.visitor().sign_in("ana@example.org", PASSWORD).await.is_err());
    }
}

journey! {
    /// A reviewer's work on others' files stays when they go, and says no name.
    async fn what_a_reviewer_judged_stays_without_their_name(house: House) {
        house.applicant("Ana Alvarez").await;
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        let mut rita = house.with_role("Canary Quill", "reviewer").await;
        let ana = file(&house, "Ana Alvarez", "ifs", "26-001").await;
        let review = given(&house, &mut cora, NAME, &ana).await;
        reviewed(&mut rita, NAME, &review, "endorse").await;
        assert!(read(&cora.get(&ana.desk("")).await.unwrap()).contains(NAME));

        erased(&house, &mut rita).await;

        cora.sign_in(&address("Cora Coordinator"), PASSWORD).await.unwrap();
        let page = read(&cora.get(&ana.desk("")).await.unwrap());
        assert!(page.contains("Clear and complete."), "what was judged is gone:\n{page}");
        assert!(!page.contains("Quill"), "{page}");
        assert_eq!(rows_with(&house, CANARY).await, Vec::<String>::new());
        fresh(&house).unwrap();
    }
}

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
        let mut eve = house.applicant("Eve").await;
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

        is_kept(&mut rita, "A file that you reviewed, decided or helped with").await;
        let page = read(&hilde.get("/account/erase").await.unwrap());
        assert!(page.contains("A file that you reviewed, decided or helped with"), "{page}");
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
        let href = crate::evidence::quoted_after(&page, "<img src=\"").unwrap();
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
