//! Replay: past decisions once more, from the command line.

use endorse::story::Browser;
use serde_json::Value;
use uuid::Uuid;

use crate::evidence::{N, ready};
use crate::handed_in::field;
use crate::house::House;
use crate::journey;

/// An application as an Infant Family Associate, submitted and endorsed; says its id.
pub async fn endorsed(house: &House, cora: &mut Browser, name: &str) -> Uuid {
    let (mut person, id) = ready(house, name).await;
    person.did(&format!("/applications/{id}/submission"), &[]).await.unwrap();
    // As if reviewers had it: an endorsement is against their silence, and says why.
    change(house, "update applications set state = 'in-review' where state = 'submitted'").await;
    let path = format!("/desk/applications/{id}/decisions?outcome=endorsed");
    let page = cora.get(&path).await.unwrap();
    assert_eq!(page.status, 200, "{}", page.html());
    let typed: Vec<(&str, String)> = ["outcome", "submission", "state", "letter"]
        .into_iter()
        .map(|name| (name, field(&page.html(), name)))
        .chain([("override_reason", "The board read this file itself, on paper.".to_owned())])
        .collect();
    let typed: Vec<(&str, &str)> = typed.iter().map(|it| (it.0, it.1.as_str())).collect();
    cora.did(&format!("/desk/applications/{id}/decisions"), &typed).await.unwrap();
    id
}

/// What `endorse replay --format json` says, and its exit status.
fn replay(house: &House) -> (Value, Option<i32>) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_endorse"));
    command.args(["replay", "--format", "json", "--data"]).arg(house.folder.path());
    if let Some(url) = &house.app.settings.database {
        let file = house.folder.path().join("replay.toml");
        std::fs::write(&file, format!("database = {url:?}\n")).unwrap();
        command.arg("--config").arg(file);
    }
    let done = command.output().unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    let words = String::from_utf8_lossy(&done.stderr).into_owned();
    let said = serde_json::from_str(&said).unwrap_or_else(|it| panic!("{it}: {said}\n{words}"));
    (said, done.status.code())
}

/// What differs: the kinds and requirements.
fn kinds(said: &Value) -> Vec<(String, String)> {
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let all = said["differences"].as_array().unwrap().iter();
    all.map(|it| (text(&it["kind"]), text(&it["requirement"]))).collect()
}

async fn change(house: &House, sql: &'static str) {
    let mut tx = house.app.db.write().await.unwrap();
    assert!(tx.run(sql, ()).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

journey! {
    /// Nothing was touched: every decision comes out as it did.
    async fn untouched_decisions_come_out_as_they_did(house: House) {
        let (said, status) = replay(&house);
        assert_eq!((said["report"]["decisions"].as_u64(), status), (Some(0), Some(0)));

        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        endorsed(&house, &mut cora, "Ana").await;
        endorsed(&house, &mut cora, "Ben").await;

        let (said, status) = replay(&house);
        assert_eq!(kinds(&said), [], "{said:#}");
        assert_eq!(status, Some(0));
        assert_eq!(said["format"], "endorse-replay/1");
        assert_eq!(said["report"]["decisions"], 2);
        assert_eq!(said["report"]["without_kept_rules"], 0);
        let mut tx = house.app.db.read().await.unwrap();
        let kept: Option<N> =
            tx.maybe("select count(*) as n from policy_versions", ()).await.unwrap();
        assert_eq!(kept.unwrap().n, 1, "rules are kept once, however many decide by them");
    }
}

journey! {
    /// Evidence that was changed afterwards is found, by digest and by what the rules then say.
    async fn changed_evidence_is_found(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        endorsed(&house, &mut cora, "Ana").await;

        change(&house, "update submissions set locker = replace(locker, '960', '100')").await;

        let (said, status) = replay(&house);
        let kinds = kinds(&said);
        assert_eq!(status, Some(1));
        assert!(kinds.contains(&("evidence".to_owned(), String::new())), "{said:#}");
        assert!(kinds.contains(&("engine".to_owned(), "training.total".to_owned())), "{said:#}");
    }
}

journey! {
    /// An assessment that was changed afterwards is found, even with a digest to go with it.
    async fn a_changed_assessment_is_found(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        endorsed(&house, &mut cora, "Ana").await;

        change(
            &house,
            "update submissions set assessment_sha256 = 'another',
                 assessment = replace(assessment, '\"in_doubt\":0', '\"in_doubt\":1')",
        )
        .await;

        let (said, status) = replay(&house);
        assert_eq!(status, Some(1));
        assert!(kinds(&said).contains(&("assessment".to_owned(), String::new())), "{said:#}");
    }
}

journey! {
    /// The decision was made by rules that are not those of the version any more: the version was edited.
    async fn a_version_that_was_edited_is_found(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        endorsed(&house, &mut cora, "Ana").await;
        let program = house.app.program;
        let policy = program.policy_on("ifa", "2026-03-02".parse().unwrap()).unwrap();
        // As if 33 hours had been asked when it was decided, and the file had been edited since.
        let text = serde_json::to_string(policy).unwrap();
        let other = text.replacen("\"minutes\":1800", "\"minutes\":1980", 1);
        assert_ne!(text, other);
        let digest = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(&other));
        let mut tx = house.app.db.write().await.unwrap();
        tx.run(
            "update policy_versions set policy = $1, sha256 = $2",
            (other.as_str(), digest.as_str()),
        )
        .await
        .unwrap();
        tx.run("update decisions set policy_sha256 = $1", (digest.as_str(),)).await.unwrap();
        tx.commit().await.unwrap();

        let (said, status) = replay(&house);
        assert_eq!(status, Some(1));
        let found = kinds(&said);
        let edited = ("version-edited".to_owned(), "training.total".to_owned());
        assert!(found.contains(&edited), "{said:#}");

        change(&house, "update policy_versions set policy = replace(policy, '1980', '1800')").await;
        let (said, _) = replay(&house);
        assert_eq!(kinds(&said), [("rules".to_owned(), String::new())], "{said:#}");
    }
}

journey! {
    /// Decisions from before rules were kept are replayed by the version as it is.
    async fn older_decisions_are_replayed_by_the_version_as_it_is(house: House) {
        let mut cora = house.with_role("Cora Coordinator", "coordinator").await;
        endorsed(&house, &mut cora, "Ana").await;
        change(
            &house,
            "update decisions set policy_sha256 = null, engine = null, later_exam = null,
                 later_assessment = null, later_sha256 = null",
        )
        .await;

        let (said, status) = replay(&house);
        assert_eq!((kinds(&said), status), (Vec::new(), Some(0)), "{said:#}");
        assert_eq!(said["report"]["without_kept_rules"], 1);
    }
}

#[test]
fn a_folder_without_an_installation_is_a_wrong_call() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_endorse"));
    let done = command.args(["replay", "--data"]).arg(folder.path()).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("no installation is kept here"));
}
