//! What there is to ask for: an applicant with 60 entries, a desk full of files, a long registry.

use anyhow::Context as _;
use db::Tx;
use endorse::app::App;
use endorse::story::Browser;
use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use crate::lockers;

const PASSWORD: &str = "correct horse battery staple";
const ENDORSED: usize = 100_000;

/// Who asks, and for what.
pub struct People {
    pub applicant: Browser,
    pub home: String,
    pub small_desk: Browser,
    pub verify: String,
}

/// Keeps that every address is its owner's, as the links in the letters would.
pub async fn confirm(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.write().await?;
    tx.run("update people set email_confirmed_at = created_at", ()).await?;
    Ok(tx.commit().await?)
}

/// Fills an empty installation.
pub async fn fill(app: &App) -> anyhow::Result<People> {
    let mut applicant = Browser::new(app);
    applicant.register("Sample Applicant", "applicant@example.org", PASSWORD).await?;
    let answer = applicant.did("/applications", &[("category", "imhm-c")]).await?;
    let home = format!("/applications/{}", answer.new_id()?);
    let mut coordinator = Browser::new(app);
    coordinator.register("Sample Coordinator", "coordinator@example.org", PASSWORD).await?;
    confirm(app).await?;
    app.grant("coordinator@example.org", "coordinator").await?;

    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let person = person(&mut tx, "applicant@example.org").await?;
    for nth in 0..60 {
        let day = date(2020, 1, 1).checked_add(jiff::Span::new().days(nth * 7))?;
        let nth = usize::try_from(nth)?;
        let (kind, body) = if nth % 4 == 0 {
            ("rsc", lockers::supervision(nth, day))
        } else {
            ("training", lockers::training(nth, day))
        };
        let id = Uuid::now_v7();
        let mut body = body;
        body["id"] = id.to_string().into();
        tx.run(
            "insert into entries (id, person_id, kind, body, version, created_at, changed_at)
             values ($1, $2, $3, $4, 1, $5, $5)",
            (id, person, kind, body.to_string(), now),
        )
        .await?;
    }
    let verify = endorsements(&mut tx, now).await?;
    tx.commit().await?;
    more_files(app, 66).await?;
    Ok(People { applicant, home, small_desk: coordinator, verify })
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

async fn person(tx: &mut Tx, email: &str) -> anyhow::Result<Uuid> {
    let row: Option<Id> = tx.maybe("select id from people where email_key = $1", (email,)).await?;
    Ok(row.context("nobody")?.id)
}

/// Adds files at the desk until there are that many, besides the applicant's own.
pub async fn more_files(app: &App, until: usize) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    for nth in 0..until {
        let (person, application) = (Uuid::now_v7(), Uuid::now_v7());
        let email = format!("file{nth}@example.org");
        let kept = tx
            .run(
                "insert into people (id, email, email_key, name, password_hash, language, created_at)
                 values ($1, $2, $2, $3, 'none', 'en', $4) on conflict do nothing",
                (person, email, format!("Sample Person {nth}"), now),
            )
            .await?;
        if kept == 0 {
            continue;
        }
        let state = ["preparing", "submitted", "in-review", "more-information"][nth % 4];
        tx.run(
            "insert into applications (id, association_id, person_id, number, category,
                 policy_version, state, state_since, started_at)
             values ($1, 'ct-aimh', $2, $3, 'imhm-c', '2024', $4, $5, $5)",
            (application, person, format!("BENCH-{nth:05}"), state, now),
        )
        .await?;
        if state == "submitted" || state == "in-review" {
            tx.run(
                "insert into submissions (id, application_id, round, submitted_at, submitted_on,
                     policy_version, locker, locker_sha256, assessment, assessment_sha256)
                 values ($1, $2, 1, $3, $4, '2024', '{}', 'x', '{}', 'x')",
                (Uuid::now_v7(), application, now, date(2026, 3, 1)),
            )
            .await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Endorses a hundred thousand people, and says where one of them is verified.
async fn endorsements(tx: &mut Tx, now: Timestamp) -> anyhow::Result<String> {
    const FIRST: [&str; 10] =
        ["ada", "bea", "cleo", "dora", "elsa", "flora", "gina", "hope", "iris", "juno"];
    let (from, until) = (date(2026, 1, 5), date(2099, 12, 31));
    for nth in 0..ENDORSED {
        let id = Uuid::now_v7();
        let key = format!("sample {} quill {nth:06}", FIRST[nth % 10]);
        let index = i64::try_from(nth)?;
        tx.run(
            "insert into endorsements (id, association_id, category, policy_version, number,
                 public_id, subject_urn, name, name_key, awarded_on, valid_from, valid_until,
                 status_index, listed_at, created_at)
             values ($1, 'ct-aimh', 'imhm-c', '2024', $2, $3, $4, $5, $5, $6, $6, $7, $8, $9, $9)",
            (
                id,
                format!("BENCH-{nth:06}"),
                format!("bench-{nth:06}"),
                id.to_string(),
                &key,
                from,
                until,
                index,
                now,
            ),
        )
        .await?;
        tx.run(
            "insert into endorsement_intervals (id, endorsement_id, status, from_on, recorded_at)
             values ($1, $2, 'active', $3, $4)",
            (Uuid::now_v7(), id, from, now),
        )
        .await?;
        for word in key.split(' ') {
            tx.run(
                "insert into registry_words (association_id, word, name_key, endorsement_id)
                 values ('ct-aimh', $1, $2, $3)",
                (word, key.as_str(), id),
            )
            .await?;
        }
    }
    Ok("/verify/bench-042042".to_owned())
}
