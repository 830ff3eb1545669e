//! Renewal: fifteen hours a year, one of them on equity, three on supervision for those who give it.

use crate::making::*;
use jiff::civil::date;
use rules::locker::{Locker, Signature, WorkKind};
use rules::policy::Ask;
use rules::{Assessment, Status, assess_renewal};

fn statuses_of(found: &Assessment) -> Vec<(&'static str, Status)> {
    found.findings.iter().map(|it| (it.id.as_str(), it.status)).collect()
}

fn mentor() -> Locker {
    let year = |month| date(2024, month, 1);
    Locker {
        work: vec![work("w", WorkKind::ProvidesRsc, date(2018, 1, 1), None)],
        trainings: vec![
            training("t1", (660, 0, 0), year(2)),
            training("t2", (0, 180, 0), year(3)),
            training("t3", (0, 0, 60), year(4)),
        ],
        rsc: vec![rsc("r", 720, year(1), year(11), mentor_since(date(2015, 1, 1)))],
        signatures: vec![Signature {
            agreement: "code-of-ethics".into(),
            signed: date(2024, 12, 1),
        }],
        memberships: mentor_clinical().memberships,
        ..Locker::default()
    }
}

#[test]
fn minimum_of_15_clock_hours_per_year() {
    let policy = renewal("imhm-c");
    let mut locker = mentor();

    let all = assess_renewal(&policy, &locker, 2024, date(2024, 12, 31));
    assert_eq!(
        statuses_of(&all),
        [
            ("training.total", Status::Met),
            ("training.dei", Status::Met),
            ("training.rsc", Status::Met),
            ("rsc.total", Status::Met),
            ("membership", Status::Met),
            ("agreement.code-of-ethics", Status::Met),
        ]
    );
    locker.trainings[0].minutes.imh = 659;
    locker.rsc[0].minutes = 719;
    let short = assess_renewal(&policy, &locker, 2024, date(2024, 12, 31));
    assert_eq!(statuses_of(&short)[0].1, Status::Unmet);
    assert_eq!(statuses_of(&short)[3].1, Status::Unmet);
}

#[test]
fn only_the_year_counts() {
    let policy = renewal("imhm-c");
    let mut locker = mentor();
    locker.trainings[0].from = date(2023, 12, 31);
    locker.trainings[0].to = date(2023, 12, 31);
    locker.trainings[1].from = date(2025, 1, 1);
    locker.trainings[1].to = date(2025, 1, 1);

    let found = assess_renewal(&policy, &locker, 2024, date(2025, 1, 31));

    assert_eq!(found.findings[0].counted, 60);
    assert_eq!(
        excluded(&found.findings[0]),
        [("t1".into(), 660, "before-window"), ("t2".into(), 180, "after-date")]
    );
}

#[test]
fn one_of_the_hours_on_equity_is_asked_from_2023() {
    let policy = renewal("ifa");
    let ids = |cycle| {
        let found = assess_renewal(&policy, &Locker::default(), cycle, date(2026, 1, 1));
        found.findings.iter().map(|it| it.id.as_str()).collect::<Vec<_>>()
    };

    assert!(!ids(2022).contains(&"training.dei"));
    assert!(ids(2023).contains(&"training.dei"));
    assert!(!ids(2023).contains(&"training.rsc"), "this person gives no supervision");
}

#[test]
fn a_specialist_who_gives_supervision_needs_a_mentor() {
    let policy = renewal("imhs");
    let mut locker = mentor();
    locker.rsc[0].provider.as_mut().unwrap().standings =
        vec![standing("imhs", date(2015, 1, 1), None)];
    let supervision = |locker: &Locker| {
        let found = assess_renewal(&policy, locker, 2024, date(2024, 12, 31));
        found.finding(rules::RequirementId::RscTotal).unwrap().status
    };

    assert_eq!(supervision(&locker), Status::Unmet);
    locker.work[0].to = Some(date(2023, 12, 31));
    assert_eq!(supervision(&locker), Status::Met);
}

#[test]
fn the_code_is_signed_again_from_the_first_day_of_the_year() {
    let policy = renewal("imhm-c");
    let mut locker = mentor();
    let mut signed = |day| {
        locker.signatures[0].signed = day;
        let found = assess_renewal(&policy, &locker, 2024, date(2024, 12, 31));
        let code = found.finding(rules::RequirementId::CodeOfEthics).unwrap();
        (code.status, excluded(code).first().map(|it| it.2))
    };

    assert_eq!(signed(date(2023, 12, 31)), (Status::Unmet, Some("before-window")));
    assert_eq!(signed(date(2024, 1, 1)), (Status::Met, None));
    assert_eq!(signed(date(2024, 12, 31)), (Status::Met, None));
    assert_eq!(signed(date(2025, 1, 1)), (Status::Unmet, Some("after-date")));
}

#[test]
fn where_no_framework_is_given_any_name_of_an_area_is_one_but_a_blank() {
    let mut policy = renewal("ifa");
    for requirement in &mut policy.requirements {
        if let Ask::Training(ask) = &mut requirement.rule.ask {
            ask.names_area = true;
        }
    }
    let mut locker = mentor();
    let mut named = |area: &str| {
        locker.trainings[0].competencies = vec![area.to_owned()];
        let found = assess_renewal(&policy, &locker, 2024, date(2024, 12, 31));
        excluded(&found.findings[0]).first().map(|it| it.2)
    };

    assert_eq!(named("thinking/daydreaming"), None);
    assert_eq!(named(" "), Some("no-competency"));
}
