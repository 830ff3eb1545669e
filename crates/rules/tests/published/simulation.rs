//! Trying a draft of rules: who would newly pass or fail is counted, and by which requirement.

use jiff::civil::date;
use rules::locker::Locker;
use rules::policy::Ask;
use rules::simulation::{Moved, Moves};
use rules::{Assessment, Policy, RequirementId, Stage, assess};

use crate::making::{mentor_clinical, policy};

fn seen(policy: &Policy, locker: &Locker) -> Assessment {
    assess(policy, locker, date(2024, 2, 1), Stage::Submission)
}

/// The rules in force, and a draft that asks a minute of training more than the full locker has.
fn rules() -> (Policy, Policy) {
    let now = policy("imhm-c", "2024");
    let mut draft = now.clone();
    for requirement in &mut draft.requirements {
        if let (RequirementId::TrainingTotal, Ask::Training(ask)) =
            (requirement.id, &mut requirement.ask)
        {
            ask.minutes = ask.minutes.map(|it| it + 1);
        }
    }
    (now, draft)
}

fn moved(newly_unmet: u64, no_longer_unmet: u64) -> Moved {
    Moved { newly_unmet, no_longer_unmet }
}

#[test]
fn a_minute_more_fails_who_had_just_enough_and_changes_nothing_for_who_has_nothing() {
    let ((now, draft), full, empty) = (rules(), mentor_clinical(), Locker::default());
    let mut moves = Moves::default();
    for locker in [&full, &empty, &full] {
        moves.add(Some(&seen(&now, locker)), &seen(&draft, locker));
    }
    let by_requirement = [(RequirementId::TrainingTotal, moved(2, 0))].into();
    let expected =
        Moves { lockers: 3, still_fail: 1, newly_fail: 2, by_requirement, ..Moves::default() };
    assert_eq!(moves, expected);
}

#[test]
fn a_minute_less_is_the_same_the_other_way_round() {
    let ((draft, now), full, empty) = (rules(), mentor_clinical(), Locker::default());
    let mut moves = Moves::default();
    for locker in [&full, &empty] {
        moves.add(Some(&seen(&now, locker)), &seen(&draft, locker));
    }
    moves.add(Some(&seen(&draft, &full)), &seen(&draft, &full));
    let by_requirement = [(RequirementId::TrainingTotal, moved(0, 1))].into();
    let expected = Moves {
        lockers: 3,
        still_pass: 1,
        still_fail: 1,
        newly_pass: 1,
        newly_fail: 0,
        by_requirement,
    };
    assert_eq!(moves, expected);
}

#[test]
fn where_no_rules_were_in_force_nobody_passed_and_nothing_was_unmet() {
    let (now, draft) = rules();
    let mut moves = Moves::default();
    moves.add(None, &seen(&now, &mentor_clinical()));
    moves.add(None, &seen(&draft, &mentor_clinical()));
    let by_requirement = [(RequirementId::TrainingTotal, moved(1, 0))].into();
    let expected =
        Moves { lockers: 2, newly_pass: 1, still_fail: 1, by_requirement, ..Moves::default() };
    assert_eq!(moves, expected);
}
