//! The record: a chain for each association, and what its export does not get away with.

use std::path::PathBuf;
use std::process::{Command, Output};

use db::Db;
use endorse::app::App;
use endorse::clock::Clock;
use serde_json::Value;

use crate::evidence::{N, ready};
use crate::house::House;
use crate::journey;

/// The program, told about the house.
pub fn program(house: &House, call: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_endorse"));
    command.args(call).arg("--data").arg(house.folder.path());
    if let Some(url) = &house.app.settings.database {
        let file = house.folder.path().join("audit.toml");
        std::fs::write(&file, format!("database = {url:?}\n")).unwrap();
        command.arg("--config").arg(file);
    }
    command
}

/// Exports the record to a file.
fn export(house: &House, name: &str) -> PathBuf {
    let done = program(house, &["audit", "export"]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let file = house.folder.path().join(name);
    std::fs::write(&file, done.stdout).unwrap();
    file
}

fn verify(call: &[&PathBuf]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_endorse"));
    command.args(["audit", "verify", "--format", "json"]).arg(call[0]);
    if let Some(checkpoint) = call.get(1) {
        command.arg("--checkpoint").arg(checkpoint);
    }
    command.output().unwrap()
}

/// How many deeds are as they were written; or the number and the kind of the first place that is not.
fn found(call: &[&PathBuf]) -> Result<u64, (u64, String)> {
    let done = verify(call);
    let said: Value = serde_json::from_slice(&done.stdout).unwrap();
    let broken = &said["first_broken"];
    assert_eq!(done.status.code(), Some(if broken.is_null() { 0 } else { 1 }), "{said:#}");
    if broken.is_null() {
        return Ok(said["deeds"].as_u64().unwrap());
    }
    let code = broken["code"].as_str().unwrap_or_default().to_owned();
    Err((broken["number"].as_u64().unwrap_or_default(), code))
}

/// A fresh export, looked at.
pub fn fresh(house: &House) -> Result<u64, (u64, String)> {
    found(&[&export(house, "fresh.jsonl")])
}

/// Does something to the rows.
async fn change(db: &Db, sql: &'static str) -> Result<u64, db::Error> {
    let mut tx = db.write().await?;
    let rows = tx.run(sql, ()).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Takes from the store what makes it refuse: as somebody would who has the database in hand.
async fn unguard(house: &House) {
    for (sqlite, postgres) in [
        ("drop trigger audit_events_stay", "drop trigger audit_events_stay on audit_events"),
        ("drop trigger audit_events_last", "drop trigger audit_events_last on audit_events"),
        ("drop trigger audit_heads_go_on", "drop trigger audit_heads_go_on on audit_heads"),
        ("drop trigger audit_heads_last", "drop trigger audit_heads_last on audit_heads"),
    ] {
        let mut tx = house.app.db.write().await.unwrap();
        let sql = tx.either(sqlite, postgres);
        tx.run(sql, ()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn count(house: &House, sql: &'static str) -> i64 {
    let mut tx = house.app.db.read().await.unwrap();
    let found: Option<N> = tx.maybe(sql, ()).await.unwrap();
    found.unwrap().n
}

/// Somebody applies, with everything that is asked; the coordinator is there.
async fn story(house: &House) {
    house.with_role("Cora Coordinator", "coordinator").await;
    let (mut ana, id) = ready(house, "Ana").await;
    ana.did(&format!("/applications/{id}/submission"), &[]).await.unwrap();
}

journey! {
    /// Every deed is in the chain, in one without a gap, and an export of it is as it was written.
    async fn the_record_is_one_chain(house: House) {
        assert_eq!(fresh(&house), Ok(0));
        story(&house).await;

        let deeds = fresh(&house).unwrap();
        assert!(deeds > 10, "{deeds}");
        assert_eq!(count(&house, "select count(*) as n from audit_events").await, deeds as i64);
        let last = "select number as n from audit_heads where association_id = 'ct-aimh'";
        assert_eq!(count(&house, last).await, deeds as i64);

        let text = std::fs::read_to_string(house.folder.path().join("fresh.jsonl")).unwrap();
        for private in ["Ana", "example.org\"", "Cora", "processing"] {
            assert!(!text.contains(private), "an export tells {private}");
        }
    }
}

journey! {
    /// People who do things at the same moment get numbers one after the other.
    async fn deeds_of_the_same_moment_have_numbers_of_their_own(house: House) {
        let mut all = Vec::new();
        for n in 0..20 {
            let mut browser = house.visitor();
            all.push(tokio::spawn(async move {
                let email = format!("person.{n}@example.org");
                browser.register(&format!("Person {n}"), &email, crate::house::PASSWORD).await.unwrap();
                for _ in 0..3 {
                    browser.did("/confirmations", &[]).await.ok();
                    browser.did("/comparison/start", &[]).await.ok();
                }
                browser.did("/sign-out", &[]).await.unwrap();
            }));
        }
        for it in all {
            it.await.unwrap();
        }

        let deeds = fresh(&house).unwrap();
        assert!(deeds >= 40, "{deeds}");
    }
}

journey! {
    /// What was not committed did not happen, and leaves no gap.
    async fn a_deed_that_was_not_committed_has_no_number(house: House) {
        house.applicant("Ana").await;
        let before = fresh(&house).unwrap();
        let mut ben = house.visitor();
        let fields = [("name", "Ben"), ("email", "ana@example.org"), ("password", "short")];
        assert_eq!(ben.post("/register", &fields).await.unwrap().status, 422);
        assert_eq!(fresh(&house), Ok(before));

        house.applicant("Ben").await;
        assert_eq!(fresh(&house), Ok(before + 1));
    }
}

journey! {
    /// The store itself refuses to rewrite or shorten the record.
    async fn the_store_refuses_to_change_the_record(house: House) {
        house.applicant("Ana").await;

        for sql in [
            "update audit_events set verb = 'signed-out'",
            "update audit_events set number = number + 1",
            "delete from audit_events",
            "update audit_heads set number = 0",
            "delete from audit_heads",
        ] {
            let refused = change(&house.app.db, sql).await.unwrap_err().to_string();
            assert!(refused.contains("the record is"), "{sql}: {refused}");
        }
        assert_eq!(fresh(&house), Ok(1));
    }
}

journey! {
    /// Whoever changes rows in the database itself is found by the next export, with the number.
    async fn a_changed_row_is_found_in_a_fresh_export(house: House) {
        story(&house).await;
        let whole = fresh(&house).unwrap();
        unguard(&house).await;
        // Each is done and undone, but for the last.
        for (number, done, undone) in [
            (3, "update audit_events set verb = verb || '-x' where number = 3",
                "update audit_events set verb = replace(verb, '-x', '') where number = 3"),
            (4, "update audit_events set object_kind = object_kind || '-x' where number = 4",
                "update audit_events set object_kind = replace(object_kind, '-x', '') where number = 4"),
            (5, "update audit_events set actor_kind = actor_kind || '-x' where number = 5",
                "update audit_events set actor_kind = replace(actor_kind, '-x', '') where number = 5"),
            (2, "update audit_events set on_behalf_of = id where number = 2",
                "update audit_events set on_behalf_of = null where number = 2"),
            (6, "update audit_events set hash = substr(hash, 2) || substr(hash, 1, 1) where number = 6", ""),
        ] {
            assert_eq!(change(&house.app.db, done).await.unwrap(), 1, "{done}");
            assert_eq!(fresh(&house), Err((number, "altered".to_owned())), "{done}");
            if !undone.is_empty() {
                change(&house.app.db, undone).await.unwrap();
                assert_eq!(fresh(&house), Ok(whole), "{undone}");
            }
        }
    }
}

journey! {
    /// The words of a deed are in the chain too, although an export does not tell them.
    async fn changed_words_of_a_deed_are_found(house: House) {
        story(&house).await;
        let with_words = "select number as n from audit_events where detail is not null
                          order by number limit 1";
        let number = count(&house, with_words).await;
        unguard(&house).await;

        let sql = "update audit_events set detail = detail || ' ' where detail is not null";
        change(&house.app.db, sql).await.unwrap();

        assert_eq!(fresh(&house), Err((number.unsigned_abs(), "altered".to_owned())));
    }
}

journey! {
    /// Rows that were taken out or put in are found; so is a missing end of the chain.
    async fn removed_and_added_rows_are_found(house: House) {
        story(&house).await;
        let whole = fresh(&house).unwrap();
        unguard(&house).await;

        change(
            &house.app.db,
            "insert into audit_events (id, association_id, at, actor_kind, verb, object_kind)
             select object_id, association_id, at, actor_kind, verb, object_kind
             from audit_events where number = 1",
        )
        .await
        .unwrap();
        assert_eq!(fresh(&house), Err((whole + 1, "beside-the-chain".to_owned())));
        change(&house.app.db, "delete from audit_events where number is null").await.unwrap();
        assert_eq!(fresh(&house), Ok(whole));

        let last = "delete from audit_events where number = (select max(number) from audit_events)";
        change(&house.app.db, last).await.unwrap();
        assert_eq!(fresh(&house), Err((whole, "count".to_owned())));

        change(&house.app.db, "delete from audit_events where number = 4").await.unwrap();
        assert_eq!(fresh(&house), Err((4, "out-of-place".to_owned())));

        change(&house.app.db, "delete from audit_heads").await.unwrap();
        assert!(fresh(&house).is_err(), "a chain without its end was taken for one");
    }
}

journey! {
    /// Whoever also sets the end back is found by whoever kept an earlier one.
    async fn a_shortened_chain_is_found_by_an_earlier_end(house: House) {
        story(&house).await;
        let earlier = export(&house, "earlier.jsonl");
        let text = std::fs::read_to_string(&earlier).unwrap();
        let end = house.folder.path().join("end.json");
        std::fs::write(&end, text.lines().last().unwrap()).unwrap();
        house.applicant("Ben").await;
        let later = export(&house, "later.jsonl");
        let whole = found(&[&later, &earlier]).unwrap();
        assert_eq!(found(&[&later, &end]), Ok(whole));

        unguard(&house).await;
        change(&house.app.db, "delete from audit_events where number > 5").await.unwrap();
        change(
            &house.app.db,
            "update audit_heads set number = 5,
                 hash = (select hash from audit_events where number = 5)",
        )
        .await
        .unwrap();

        let short = export(&house, "short.jsonl");
        assert_eq!(found(&[&short]), Ok(5), "nothing but an earlier end tells");
        assert_eq!(found(&[&short, &end]), Err((6, "checkpoint".to_owned())));
    }
}

journey! {
    /// What was recorded before there was a chain is chained at the next start, once.
    async fn an_older_record_is_chained_once(house: House) {
        story(&house).await;
        let deeds = fresh(&house).unwrap();
        unguard(&house).await;
        change(&house.app.db, "update audit_events set number = null, hash = null, salt = null")
            .await
            .unwrap();
        change(&house.app.db, "delete from audit_heads").await.unwrap();

        let settings = (*house.app.settings).clone();
        for _ in 0..2 {
            let again = App::open(settings.clone(), Clock::dial(&house.dial)).await.unwrap();
            again.db.close().await;
            assert_eq!(fresh(&house), Ok(deeds + 1));
        }
        let said = "select count(*) as n from audit_events where verb = 'record-chained'";
        assert_eq!(count(&house, said).await, 1);
    }
}

#[test]
fn an_association_that_is_not_there_is_a_wrong_call() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("endorse.db"), "").unwrap();
    for more in [&["--association", "nowhere"][..], &[]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_endorse"));
        command.args(["audit", "export", "--data"]).arg(folder.path()).args(more);
        assert_eq!(command.output().unwrap().status.code(), Some(2), "{more:?}");
    }
    let nothing = folder.path().join("nothing.jsonl");
    assert_eq!(verify(&[&nothing]).status.code(), Some(2));
    std::fs::write(&nothing, "{}\n").unwrap();
    let done = verify(&[&nothing]);
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("nothing.jsonl: not an export"));
}
