//! What changes between two published versions, and which of them holds.

use jiff::civil::date;
use rules::change::{Direction, between};
use rules::pinning::{Pin, pin};
use rules::policy::Anchor;
use rules::{Policy, RequirementId};

use crate::making::policy;

fn directions(before: &Policy, after: &Policy) -> Vec<(&'static str, Direction)> {
    let changes = between(before, after).into_iter();
    let changes = changes.filter(|it| it.direction != Direction::Same);
    changes.map(|it| (it.id.as_str(), it.direction)).collect()
}

#[test]
fn for_a_mentor_2024_asks_48_hours_instead_of_30_and_adds_equity() {
    let (before, after) = (policy("imhm-c", "to-2023"), policy("imhm-c", "2024"));

    let changes = directions(&before, &after);

    assert!(changes.contains(&("training.total", Direction::Harder)), "{changes:?}");
    assert!(
        changes.contains(&("training.rsc", Direction::Harder)),
        "15 of 30 became 15 besides 30"
    );
    assert!(changes.contains(&("training.dei", Direction::New)), "{changes:?}");
    assert!(!changes.iter().any(|it| it.0 == "references"), "{changes:?}");
    let back = directions(&after, &before);
    assert!(back.contains(&("training.total", Direction::Easier)), "{back:?}");
    assert!(back.contains(&("training.dei", Direction::Gone)), "{back:?}");
}

#[test]
fn for_a_specialist_2025_is_told_requirement_by_requirement() {
    let (before, after) = (policy("imhs", "to-2024"), policy("imhs", "2025"));

    let changes = directions(&before, &after);

    assert_eq!(changes, SPECIALIST, "{changes:?}");
}

/// What CT-AIMH's page of 2025 asks otherwise than the one before.
const SPECIALIST: [(&str, Direction); 8] = [
    ("education", Direction::Easier),
    ("work.imhs-practice", Direction::Otherwise),
    ("training.total", Direction::Harder),
    ("training.imh", Direction::New),
    ("training.dei", Direction::New),
    ("rsc.total", Direction::Otherwise),
    // Who may give them is not known since 2025, which is not the same as anybody.
    ("references", Direction::Otherwise),
    ("exam", Direction::Gone),
];

#[test]
fn a_version_does_not_differ_from_itself() {
    for (category, version) in [("imhm-c", "2024"), ("imhs", "2025"), ("ifa", "2018")] {
        let policy = policy(category, version);
        assert_eq!(directions(&policy, &policy), []);
        assert_eq!(between(&policy, &policy).len(), policy.requirements.len());
    }
}

#[test]
fn sooner_is_harder_and_advice_is_easier() {
    let before = policy("imhm-c", "2024");
    let mut after = before.clone();
    for requirement in &mut after.requirements {
        match requirement.id {
            RequirementId::Exam => requirement.stage = rules::Stage::Submission,
            RequirementId::Leadership => requirement.advisory = true,
            RequirementId::Education => requirement.or = Some(RequirementId::Exam),
            _ => {}
        }
    }

    let changes = directions(&before, &after);

    let expected = [
        ("education", Direction::Easier),
        ("leadership", Direction::Easier),
        ("exam", Direction::Harder),
    ];
    assert_eq!(changes, expected);
}

#[test]
fn who_has_not_submitted_follows_the_version_of_the_day() {
    let versions = [policy("imhm-c", "to-2023"), policy("imhm-c", "2024")];
    let at = |was_submitted, day| pin(&versions, &versions[0], was_submitted, day);

    assert_eq!(at(false, date(2023, 12, 31)), Pin::Coming(&versions[1]));
    assert_eq!(at(false, date(2024, 1, 1)), Pin::Follow(&versions[1]));
    assert_eq!(at(true, date(2023, 12, 31)), Pin::Settled);
    assert_eq!(at(true, date(2024, 1, 1)), Pin::Choose(&versions[1]));
    assert_eq!(pin(&versions, &versions[1], false, date(2024, 1, 1)), Pin::Settled);
    // Held to the newer one on an earlier day: nothing later is in force.
    assert_eq!(pin(&versions, &versions[1], true, date(2023, 1, 1)), Pin::Settled);
}

#[test]
fn the_anchor_says_which_day_selects() {
    let mut versions = [policy("imhm-c", "to-2023"), policy("imhm-c", "2024")];
    let day = date(2024, 1, 1);

    versions[0].anchor = Anchor::RegisteredOn;
    assert_eq!(pin(&versions, &versions[0], false, day), Pin::Choose(&versions[1]));
    versions[0].anchor = Anchor::DecidedOn;
    assert_eq!(pin(&versions, &versions[0], true, day), Pin::Follow(&versions[1]));
}
