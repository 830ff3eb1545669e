//! Lockers of any size, and what assessing them takes.

use std::hint::black_box;
use std::time::Instant;

use anyhow::Context as _;
use jiff::civil::date;
use rules::{Locker, Stage};
use serde_json::{Value, json};

/// A locker with that many entries: trainings mostly, and some of everything else.
pub fn locker(entries: usize) -> anyhow::Result<Locker> {
    let mut trainings = Vec::new();
    let mut rsc = Vec::new();
    for nth in 0..entries.saturating_sub(7) {
        let day =
            date(2015, 1, 1).checked_add(jiff::Span::new().days(i64::try_from(nth % 3650)?))?;
        if nth % 4 == 0 {
            rsc.push(supervision(nth, day));
        } else {
            trainings.push(training(nth, day));
        }
    }
    let whole = json!({
        "format": "endorse-locker/1",
        "person": { "name": "Sample Mentor" },
        "education": [{ "id": "e1", "degree": "master", "conferred": "2010-05-20" }],
        "work": [
            { "id": "w1", "from": "2012-01-01", "to": "2016-12-31", "paid": true,
              "kinds": ["imhs-practice"], "families": 25, "ages_months": { "from": 0, "to": 36 } },
            { "id": "w2", "from": "2015-01-01", "to": null, "paid": true, "kinds": ["provides-rsc"] }
        ],
        "trainings": trainings,
        "leadership": [{ "id": "l1", "track": "clinical", "from": "2018-01-01", "to": "2022-12-31" }],
        "rsc": rsc,
        "references": [
            { "id": "f1", "relation": "program-supervisor", "completed": "2026-01-10" },
            { "id": "f2", "relation": "rsc-provider", "completed": "2026-01-11" },
            { "id": "f3", "relation": "rsc-recipient", "completed": "2026-01-12" }
        ]
    });
    Ok(serde_json::from_value(whole)?)
}

/// A training as it stands in a locker file.
pub fn training(nth: usize, day: jiff::civil::Date) -> Value {
    json!({
        "id": format!("t{nth}"), "title": format!("Infant observation, part {nth}"),
        "from": day.to_string(), "to": day.to_string(), "form": "workshop",
        "minutes": { "imh": 60, "rsc": if nth.is_multiple_of(3) { 30 } else { 0 }, "dei": 0 },
        "didactic": true, "competencies": ["theoretical-foundations/attachment"]
    })
}

/// Supervision as it stands in a locker file.
pub fn supervision(nth: usize, day: jiff::civil::Date) -> Value {
    json!({
        "id": format!("r{nth}"), "from": day.to_string(), "to": day.to_string(), "minutes": 60,
        "setting": "individual", "about": "own-practice", "while": "imhs-practice",
        "provider": { "name": "Sample Provider",
            "standings": [{ "category": "imhm-c", "from": "2012-01-01", "to": null }] }
    })
}

/// Prints what assessing takes.
pub fn measure() -> anyhow::Result<()> {
    let program = endorse::app::programs()?.of("ct-aimh").context("no ct-aimh")?;
    let on = date(2026, 3, 1);
    let policy = program.policy_on("imhm-c", on).context("no imhm-c")?;
    for (entries, times, target) in
        [(60, 5_000, "10 µs"), (100, 5_000, "20 µs"), (20_000, 30, "50 ms")]
    {
        let locker = locker(entries)?;
        black_box(rules::assess(policy, &locker, on, Stage::Endorsement));
        // The best of a few rounds: what others do on the machine is no part of it.
        let round = |_| {
            let started = Instant::now();
            for _ in 0..times {
                black_box(rules::assess(
                    black_box(policy),
                    black_box(&locker),
                    on,
                    Stage::Endorsement,
                ));
            }
            started.elapsed().as_secs_f64() / f64::from(times) * 1e6
        };
        let each = (0..7).map(round).fold(f64::MAX, f64::min);
        println!(
            "  assess {entries:>6} entries                  {each:>10.1} µs (target {target})"
        );
    }
    Ok(())
}

/// A certificate to typeset.
#[cfg(feature = "pdf")]
pub fn certificate() -> documents::Certificate {
    use documents::{Certificate, Fact, Language};
    let fact = |label: &str, text: &str| Fact { label: label.into(), text: text.into() };
    Certificate {
        language: Language::English,
        association: "Connecticut Association for Infant Mental Health".into(),
        title: "Certificate of Endorsement".into(),
        lead: "This certifies that".into(),
        holder: "Sample Mentor".into(),
        statement: "has met the requirements for endorsement as".into(),
        category: "Infant Mental Health Mentor – Clinical".into(),
        letters: "IMH-E®".into(),
        awarded_on: date(2026, 1, 5),
        awarded: fact("Awarded", "January 5, 2026"),
        valid_until: Some(fact("Valid until", "December 31, 2026")),
        number: fact("Registry number", "CT-IMHM-C-00001"),
        decided_by: None,
        notes: vec!["Endorsement is not a license to practice.".into()],
        check: "Is it valid today? Ask the registry:".into(),
        verify_url: "https://registry.example.org/verify/nT3kP0aWQ8mJ5uXyZ1bC7A".into(),
        qr_alt: "QR code that opens the registry’s page about this certificate".into(),
        credential: vec![b'x'; 6_000],
        credential_label: "The signed credential".into(),
    }
}
