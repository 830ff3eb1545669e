//! The same rules, written for a general engine and asked in the same run.

use std::hint::black_box;
use std::time::Instant;

use anyhow::Context as _;
use jiff::civil::date;
use rules::policy::Ask;
use rules::{RequirementId, Stage};
use serde_json::json;

use crate::lockers;

/// How many times faster than the general engine the rules should be.
const TARGET: f64 = 20.0;

/// Prints what a typical locker of 60 entries takes in both, and how they compare.
pub fn compare() -> anyhow::Result<()> {
    let program = endorse::app::programs()?.of("ct-aimh").context("no ct-aimh")?;
    let on = date(2026, 3, 1);
    let policy = program.policy_on("imhm-c", on).context("no imhm-c")?;
    let locker = lockers::locker(60)?;

    let times = 20_000;
    let started = Instant::now();
    for _ in 0..times {
        black_box(rules::assess(black_box(policy), black_box(&locker), on, Stage::Endorsement));
    }
    let ours = started.elapsed().as_secs_f64() / f64::from(times);

    let mut input = serde_json::to_value(&locker)?;
    let asked = policy.requirement(RequirementId::Competencies).map(|it| &it.ask);
    if let Some(Ask::Competencies(ask)) = asked {
        let areas: Vec<&str> = ask.areas().iter().map(|it| &*it.id).collect();
        input["areas"] = json!(areas);
    }
    input["on"] = json!(on);
    let mut engine = regorus::Engine::new();
    engine.add_policy("mentor.rego".to_owned(), include_str!("mentor.rego").to_owned())?;
    let input = regorus::Value::from_json_str(&input.to_string())?;
    engine.set_input(input.clone());
    let said = engine.eval_rule("data.mentor.findings".to_owned())?;
    let total = &said["training.total"]["counted"];
    let mine = rules::assess(policy, &locker, on, Stage::Endorsement);
    let mine = mine.finding(RequirementId::TrainingTotal).map(|it| it.counted);
    anyhow::ensure!(
        total.as_u64().ok() == mine,
        "the general engine counts {total} minutes, ours {mine:?}"
    );

    let times = 200;
    let started = Instant::now();
    for _ in 0..times {
        engine.set_input(input.clone());
        black_box(engine.eval_rule("data.mentor.findings".to_owned())?);
    }
    let theirs = started.elapsed().as_secs_f64() / f64::from(times);
    println!("  assess 60 entries, a second on a core   {:>8.0} (target 100,000)", 1.0 / ours);
    println!("  the same rules in Rego (regorus)        {:>8.1} µs", theirs * 1e6);
    println!(
        "  ours is faster                          {:>8.0} times (target {TARGET})",
        theirs / ours
    );
    Ok(())
}
