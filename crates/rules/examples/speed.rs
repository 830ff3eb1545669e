//! What an assessment takes, alone on one core: `cargo run --release -p rules --example speed`.

use std::hint::black_box;
use std::time::Instant;

use jiff::civil::{Date, date};
use rules::policy::{Area, Areas, Ask, AskCompetencies};
use rules::{Locker, Policy, Stage, assess};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
struct File {
    version: Vec<Policy>,
}

#[derive(serde::Deserialize)]
struct Framework {
    area: Vec<Name>,
}

#[derive(serde::Deserialize)]
struct Name {
    id: std::sync::Arc<str>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let on = date(2026, 3, 1);
    let programs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programs");
    let file = std::fs::read_to_string(format!("{programs}/ct-aimh/policies/imhm-c.toml"))?;
    let file: File = toml::from_str(&file)?;
    let framework = std::fs::read_to_string(format!("{programs}/alliance/framework.toml"))?;
    let framework: Framework = toml::from_str(&framework)?;
    let areas = || framework.area.iter().map(|it| it.id.clone());
    let mut versions = file.version.into_iter();
    let mut policy = versions.find(|it| it.applies_on(on)).ok_or("no rules for the day")?;
    policy.areas = Areas::new(areas().collect());
    for requirement in &mut policy.requirements {
        if let Ask::Competencies(ask) = &mut requirement.ask {
            let asked = areas().map(|id| Area { id, confirmed: true });
            *ask = AskCompetencies::new(asked.collect());
        }
    }
    for (entries, times) in [(60, 20_000), (100, 20_000), (20_000, 60)] {
        let locker = locker(entries)?;
        // The best of a few rounds: what others do on the machine is no part of it.
        let best = (0..7).map(|_| round(&policy, &locker, on, times)).fold(f64::MAX, f64::min);
        println!("{entries:>6} entries {:>10.1} µs {:>10.0} a second", best * 1e6, 1.0 / best);
    }
    Ok(())
}

fn round(policy: &Policy, locker: &Locker, on: Date, times: u32) -> f64 {
    let started = Instant::now();
    for _ in 0..times / 7 {
        black_box(assess(black_box(policy), black_box(locker), on, Stage::Endorsement));
    }
    started.elapsed().as_secs_f64() / f64::from(times / 7)
}

/// A Mentor's locker with that many entries: trainings mostly, and some of everything else.
fn locker(entries: usize) -> Result<Locker, Box<dyn std::error::Error>> {
    let (mut trainings, mut rsc): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    for nth in 0..entries.saturating_sub(7) {
        let span = jiff::Span::new().days(i64::try_from(nth % 3650)?);
        let day = date(2015, 1, 1).checked_add(span).map_err(|it| it.to_string())?.to_string();
        if nth % 4 == 0 {
            rsc.push(json!({
                "id": format!("r{nth}"), "from": day, "to": day, "minutes": 60, "setting": "group",
                "about": "own-practice", "while": "imhs-practice", "provider": { "standings":
                [{ "category": "imhm-c", "from": "2012-01-01", "to": null }] }
            }));
        } else {
            trainings.push(json!({
                "id": format!("t{nth}"), "from": day, "to": day, "didactic": true,
                "minutes": { "imh": 60, "rsc": if nth % 3 == 0 { 30 } else { 0 } },
                "competencies": ["theoretical-foundations/attachment"]
            }));
        }
    }
    let rating = |id: &str, relation: &str| json!({ "id": id, "relation": relation, "completed": "2026-01-10" });
    Ok(serde_json::from_value(json!({
        "format": "endorse-locker/1",
        "education": [{ "id": "e1", "degree": "master", "conferred": "2010-05-20" }],
        "work": [
            { "id": "w1", "from": "2012-01-01", "to": "2016-12-31", "kinds": ["imhs-practice"] },
            { "id": "w2", "from": "2015-01-01", "to": null, "kinds": ["provides-rsc"] }
        ],
        "trainings": trainings,
        "leadership": [{ "id": "l1", "track": "clinical", "from": "2018-01-01", "to": null }],
        "rsc": rsc,
        "references": [
            rating("f1", "program-supervisor"),
            rating("f2", "rsc-provider"),
            rating("f3", "rsc-recipient")
        ]
    }))?)
}
