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
use crate::reviews::{given, reviewed};

/// Stands in everything that is hers, her name and address above all.
pub const CANARY: &str = "canary";
pub const NAME: &str = "Canary Quill";
/// What is typed to show that somebody means it.
pub const WORD: &str = "erase";

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
pub async fn rows_with(house: &House, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (table, said) in everything(house).await {
        let rows = said.lines().filter(|it| it.contains(word));
        found.extend(rows.map(|it| format!("{table}: {it}")));
    }
    found
}

/// The files below a folder that hold a word, in whatever case, or have it in their name.
pub fn files_with(folder: &Path, word: &str) -> Vec<String> {
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

pub async fn number(house: &House, sql: &'static str, about: Uuid) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<N> = tx.maybe(sql, (about,)).await.unwrap();
    found.unwrap().n
}

/// Rows that no short story leaves: what a longer life would.
const LIFE: &[&str] = &[
    "update application_steps set note = 'canary note' where application_id in (
         select id from applications where person_id = $1)",
    "update charges set promised_by = 'canary', promise_note = 'canary note',
         confirmed_note = 'canary note', waive_reason = 'canary',
         reopen_reason = 'canary' where person_id = $1",
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
    "insert into former_names (id, endorsement_id, name, reason, changed_at)
         select id, id, 'canary', 'canary reason', created_at from endorsements where person_id = $1",
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
pub async fn erased(house: &House, browser: &mut Browser) {
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
            "former_names", "kept_answers", "membership_claims", "memberships", "messages", "people", "reference_requests",
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
        let typed = [("email", "ana@example.org"), ("password", PASSWORD)];
        let home = ana.did("/sign-in", &typed).await.unwrap().location().unwrap();
        let home = read(&ana.get(&home).await.unwrap());
        assert!(home.contains("Since you have signed in, it stays"), "{home}");
        let letter = house.letter_to("ana@example.org").await;
        assert!(letter.body.contains("you signed in after asking"), "{}", letter.body);
        let trail = read(&ana.get("/account/trail").await.unwrap());
        assert!(trail.contains("Erasing the account called off by signing in"), "{trail}");
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
