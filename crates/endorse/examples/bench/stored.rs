//! Lockers in a database, judged again: `endorse replay` over many decisions.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use endorse::app::App;
use jiff::civil::date;
use rules::Stage;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::lockers;

/// Seconds for a hundred thousand.
const TARGET: f64 = 30.0;

/// How many, unless `ENDORSE_BENCH_STORED` says otherwise.
const MANY: usize = 100_000;

/// Decides about many typical lockers, and prints what judging them again takes.
pub async fn measure(server: &Path, folder: &Path, app: App) -> anyhow::Result<()> {
    let asked = std::env::var("ENDORSE_BENCH_STORED").ok().and_then(|it| it.parse().ok());
    let many = asked.unwrap_or(MANY);
    fill(&app, many).await?;
    app.db.close().await;

    let started = Instant::now();
    let mut child = Command::new(server)
        .args(["replay", "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| server.display().to_string())?;
    let mut peak = 0.0_f64;
    // Its highest mark is read while it runs: there is none to read afterwards.
    while child.try_wait()?.is_none() {
        if let Some(now) = high_mark(child.id()) {
            peak = peak.max(now);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let took = started.elapsed().as_secs_f64();
    let done = child.wait_with_output()?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    anyhow::ensure!(done.status.success(), "the replay differs: {}", said.trim());
    println!("\nStored lockers of 60 entries, judged again from the database");
    println!("  {:<36} {took:>8.1} s (target {TARGET} for {MANY})", said.trim());
    println!("  each                                 {:>8.0} µs", took / many as f64 * 1e6);
    println!("  peak memory                          {peak:>8.1} MB");
    Ok(())
}

fn high_mark(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|it| it.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// Puts decisions into the rows, each about a locker of its own.
async fn fill(app: &App, many: usize) -> anyhow::Result<()> {
    let on = date(2026, 3, 1);
    let policy = app.program.policy_on("imhm-c", on).context("no imhm-c")?;
    let kept = serde_json::to_string(policy)?;
    let (rules, now) = (digest(&kept), app.clock.now());
    let person = Uuid::now_v7();
    let mut tx = app.db.write().await?;
    tx.run(
        "insert into people (id, email, email_key, name, password_hash, language, created_at)
         values ($1, 'stored@example.org', 'stored@example.org', 'Sample', 'none', 'en', $2)",
        (person, now),
    )
    .await?;
    tx.run(
        "insert into policy_versions (association_id, category, version, sha256, policy, kept_at)
         values ('ct-aimh', 'imhm-c', $1, $2, $3, $4)",
        (&*policy.version, rules.as_str(), kept.as_str(), now),
    )
    .await?;
    tx.commit().await?;
    let mut locker = lockers::locker(60)?;
    for first in (0..many).step_by(1000) {
        let mut tx = app.db.write().await?;
        for nth in first..many.min(first + 1000) {
            locker.person.name = format!("Sample Person {nth}");
            let text = serde_json::to_string(&locker)?;
            let said = rules::assess(policy, &locker, on, Stage::Submission);
            let said = serde_json::to_string(&said)?;
            let (text_digest, said_digest) = (digest(&text), digest(&said));
            let (application, submission) = (Uuid::now_v7(), Uuid::now_v7());
            tx.run(
                "insert into applications (id, association_id, person_id, number, category,
                     policy_version, state, state_since, started_at, closed_at)
                 values ($1, 'ct-aimh', $2, $3, 'imhm-c', $4, 'deferred', $5, $5, $5)",
                (application, person, format!("STORED-{nth:06}"), &*policy.version, now),
            )
            .await?;
            tx.run(
                "insert into submissions (id, application_id, round, submitted_at, submitted_on,
                     policy_version, locker, locker_sha256, assessment, assessment_sha256)
                 values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9)",
                (
                    submission,
                    application,
                    now,
                    on,
                    &*policy.version,
                    text.as_str(),
                    text_digest.as_str(),
                    said.as_str(),
                    said_digest.as_str(),
                ),
            )
            .await?;
            tx.run(
                "insert into decisions (id, association_id, application_id, submission_id, outcome,
                     letter, policy_version, locker_sha256, assessment_sha256, decided_at,
                     decided_by, policy_sha256, engine)
                 values ($1, 'ct-aimh', $2, $3, 'deferred', '', $4, $5, $6, $7, $8, $9, $10)",
                (
                    Uuid::now_v7(),
                    application,
                    submission,
                    &*policy.version,
                    text_digest.as_str(),
                    said_digest.as_str(),
                    now,
                    person,
                    rules.as_str(),
                    i64::from(rules::ENGINE),
                ),
            )
            .await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}
