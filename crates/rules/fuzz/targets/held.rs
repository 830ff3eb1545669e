//! What must hold for any bytes; the fuzz targets and the replay of their corpus share it.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use rules::locker::{Locker, Plain};
use rules::policy::{RenewalPolicy, RenewalRequirement, bucket_problem};
use rules::{Policy, Stage, Status, assess, assess_renewal};
use serde::Deserialize;

/// A file of policies, as programs have them.
#[derive(Deserialize)]
struct Policies {
    version: Vec<Policy>,
}

/// A file of renewal rules, as programs have them.
#[derive(Deserialize)]
struct Renewals {
    cycle_years: u16,
    rule: Vec<toml::Table>,
}

const SHIPPED: [&str; 6] = [
    include_str!("../../../../programs/ct-aimh/policies/ifa.toml"),
    include_str!("../../../../programs/ct-aimh/policies/ifs.toml"),
    include_str!("../../../../programs/ct-aimh/policies/imhs.toml"),
    include_str!("../../../../programs/ct-aimh/policies/imhm-c.toml"),
    include_str!("../../../../programs/ct-aimh/policies/imhm-p.toml"),
    include_str!("../../../../programs/ct-aimh/policies/imhm-rf.toml"),
];

const RENEWAL: &str = include_str!("../../../../programs/ct-aimh/policies/renewal.toml");

static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(|| {
    let read =
        |text: &&str| toml::from_str::<Policies>(text).map_or_else(|_| Vec::new(), |it| it.version);
    SHIPPED.iter().flat_map(read).collect()
});

static RENEWALS: LazyLock<Vec<RenewalPolicy>> = LazyLock::new(|| renewals(RENEWAL));

fn renewals(text: &str) -> Vec<RenewalPolicy> {
    let Ok(file) = toml::from_str::<Renewals>(text) else { return Vec::new() };
    let rules = file.rule.into_iter().filter_map(|mut rule| {
        rule.remove("categories");
        rule.try_into::<RenewalRequirement>().ok()
    });
    let requirements = rules.collect();
    let without = RenewalPolicy::without_rules("x", "imhm-c", file.cycle_years);
    vec![RenewalPolicy { requirements, ..without }]
}

fn read(json: &[u8]) -> Option<Locker> {
    let mut from = serde_json::Deserializer::from_slice(json);
    let locker = Locker::deserialize(Plain(&mut from)).ok()?;
    from.end().ok()?;
    Some(locker)
}

/// A locker that is read at all is written and read again as the same; one that passes the check is
/// assessed, every finding with a step unless it is met.
pub fn locker(bytes: &[u8]) {
    let Some(locker) = read(bytes) else { return };
    let written = serde_json::to_vec(&locker).expect("a locker can be written");
    assert_eq!(read(&written).as_ref(), Some(&locker));
    let _ = locker.check();
    for on in [Date::MIN, date(2023, 12, 31), date(2024, 1, 1), date(2026, 6, 30), Date::MAX] {
        judge(&POLICIES, &locker, on);
        for renewal in RENEWALS.iter() {
            let _ = assess_renewal(renewal, &locker, on.year(), on).status();
        }
    }
}

/// Policies that are read at all judge an empty locker and a full one.
pub fn program(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let full = include_bytes!("../corpus/locker/full.json");
    let lockers = [Locker::default(), read(full).expect("the full locker is one")];
    if let Ok(file) = toml::from_str::<Policies>(text) {
        for policy in &file.version {
            let _ = bucket_problem(policy.requirements.iter());
        }
        for locker in &lockers {
            judge(&file.version, locker, date(2024, 2, 1));
        }
    }
    for renewal in renewals(text) {
        for locker in &lockers {
            let _ = assess_renewal(&renewal, locker, 2024, date(2024, 6, 1)).status();
        }
    }
}

fn judge(policies: &[Policy], locker: &Locker, on: Date) {
    for policy in policies {
        let found = assess(policy, locker, on, Stage::Endorsement);
        assert_eq!(found.findings.len(), policy.requirements.len());
        for finding in &found.findings {
            assert_eq!(finding.step.is_none(), finding.status == Status::Met, "{finding:?}");
        }
    }
}
