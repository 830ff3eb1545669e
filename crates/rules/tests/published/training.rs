//! Training, education, competencies: the published sentences, each boundary from both sides.

use crate::making::*;
use jiff::civil::date;
use rules::locker::{Course, Degree, Locker, WorkKind};
use rules::policy::{Ask, AskCompetencies};
use rules::{Reason, Stage, Status, Step, assess};

fn only(trainings: Vec<rules::locker::Training>) -> Locker {
    Locker { trainings, ..Locker::default() }
}

#[test]
fn everything_there_is_met_and_the_exam_comes_later() {
    let policy = policy("imhm-c", "2024");
    let locker = mentor_clinical();

    let submission = assess(&policy, &locker, date(2024, 2, 1), Stage::Submission);
    let endorsement = assess(&policy, &locker, date(2024, 2, 1), Stage::Endorsement);

    for finding in submission.of_stage() {
        assert_eq!(finding.status, Status::Met, "{finding:?}");
    }
    assert_eq!(submission.status(), Status::Met);
    assert_eq!(endorsement.status(), Status::Unmet);
    assert_eq!(submission.findings.len(), 16, "later stages are listed too");
}

#[test]
fn minimum_30_clock_hours_required() {
    let policy = policy("imhm-p", "to-2023");
    let on = date(2023, 12, 31);

    let short = find(&policy, &only(vec![training("t", (1799, 0, 0), on)]), on, "training.total");
    let just = find(&policy, &only(vec![training("t", (1800, 0, 0), on)]), on, "training.total");

    assert_eq!((short.status, short.step), (Status::Unmet, Some(Step::MinutesMore(1))));
    assert_eq!((just.status, just.step), (Status::Met, None));
}

#[test]
fn of_those_hours_15_must_be_didactic_training_about_supervision() {
    let policy = policy("imhm-c", "to-2023");
    let on = date(2023, 12, 31);
    let mut locker = only(vec![training("a", (900, 0, 0), on), training("b", (0, 900, 0), on)]);

    let ids = ["training.total", "training.rsc"];
    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Met; 2]);

    locker.trainings[1].didactic = Some(false);
    let rsc = find(&policy, &locker, on, "training.rsc");
    assert_eq!((rsc.status, rsc.counted), (Status::Unmet, 0));
    assert_eq!(
        excluded(&rsc),
        [("a".into(), 900, "wrong-subject"), ("b".into(), 900, "not-didactic")]
    );
    assert!(rsc.counted_entries.is_empty(), "no entry counts for nothing");
    assert_eq!(find(&policy, &locker, on, "training.total").counted, 1800, "it is training still");

    locker.trainings[1].didactic = None;
    let rsc = find(&policy, &locker, on, "training.rsc");
    assert_eq!((rsc.status, rsc.in_doubt), (Status::NeedsPerson, 900));
}

#[test]
fn from_2024_the_three_subjects_add_up_to_48_hours() {
    let policy = policy("imhm-c", "2024");
    let on = date(2024, 1, 1);
    let ids = ["training.total", "training.imh", "training.rsc", "training.dei"];
    let three = |imh, rsc, dei| only(vec![training("t", (imh, rsc, dei), on)]);

    assert_eq!(statuses(&policy, &three(1800, 900, 180), on, &ids), [Status::Met; 4]);
    assert_eq!(
        statuses(&policy, &three(1799, 900, 180), on, &ids),
        [Status::Unmet, Status::Unmet, Status::Met, Status::Met]
    );
    assert_eq!(
        statuses(&policy, &three(1980, 900, 0), on, &ids),
        [Status::Met, Status::Met, Status::Met, Status::Unmet],
        "more of one subject does not make up for another"
    );
    let discussed = {
        let mut locker = three(1800, 900, 180);
        locker.trainings[0].didactic = Some(false);
        find(&policy, &locker, on, "training.total")
    };
    assert_eq!((discussed.counted, discussed.status), (1980, Status::Unmet));
    assert_eq!(excluded(&discussed), [("t".into(), 900, "not-didactic")]);
}

#[test]
fn nothing_dated_after_the_day_counts() {
    let policy = policy("imhm-p", "to-2023");
    let (on, next) = (date(2023, 12, 31), date(2024, 1, 1));
    let mut locker = only(vec![training("a", (900, 0, 0), on), training("b", (900, 0, 0), next)]);

    let total = find(&policy, &locker, on, "training.total");
    assert_eq!((total.status, total.counted), (Status::Unmet, 900));
    assert_eq!(excluded(&total), [("b".into(), 900, "after-date")]);

    locker.trainings[1].from = on;
    let total = find(&policy, &locker, on, "training.total");
    assert_eq!(total.status, Status::NeedsPerson, "it has begun, and cannot be split");
    assert_eq!(excluded(&total), [("b".into(), 900, "straddles")]);

    locker.trainings[0].minutes.imh = 899;
    let total = find(&policy, &locker, on, "training.total");
    assert_eq!(total.status, Status::Unmet, "even the whole of it would not be enough");
}

#[test]
fn a_training_counts_only_with_an_area_named() {
    let policy = policy("imhm-p", "to-2023");
    let on = date(2023, 12, 31);
    let mut locker = only(vec![training("a", (1800, 0, 0), on)]);
    locker.trainings[0].competencies.clear();

    let total = find(&policy, &locker, on, "training.total");

    assert_eq!((total.status, total.counted), (Status::Unmet, 0));
    assert_eq!(excluded(&total), [("a".into(), 1800, "no-competency")]);
}

#[test]
fn hours_whose_number_no_source_tells_are_for_a_person() {
    let policy = policy("imhs", "2025");
    let on = date(2025, 6, 1);
    let locker = only(vec![training("a", (6000, 0, 600), on)]);

    let imh = find(&policy, &locker, on, "training.imh");
    let total = find(&policy, &locker, on, "training.total");

    assert_eq!((imh.status, imh.required, imh.counted), (Status::NeedsPerson, None, 6000));
    assert_eq!(imh.step, Some(Step::AskAssociation));
    assert_eq!((total.status, total.required), (Status::Met, Some(1980)));
    let nothing = find(&policy, &Locker::default(), on, "rsc.total");
    assert_eq!(nothing.status, Status::NeedsPerson, "unknown is not zero, and not unmet");
}

#[test]
fn a_masters_degree_or_a_doctorate_conferred_by_the_day() {
    let policy = policy("imhm-p", "2024");
    let on = date(2024, 5, 20);
    let with = |kind, conferred| {
        let education = vec![degree("e", kind, conferred)];
        find(&policy, &Locker { education, ..Locker::default() }, on, "education")
    };

    assert_eq!(with(Degree::Master, on).status, Status::Met);
    assert_eq!(with(Degree::Doctorate, on).status, Status::Met);
    assert_eq!(with(Degree::Bachelor, on).status, Status::Unmet);
    assert_eq!(with(Degree::Other, on).status, Status::NeedsPerson);
    let late = with(Degree::Master, date(2024, 5, 21));
    assert_eq!(
        (late.status, excluded(&late)),
        (Status::Unmet, vec![("e".into(), 1, "after-date")])
    );
}

#[test]
fn an_associate_needs_a_degree_or_two_years_of_related_paid_work() {
    let policy = policy("ifa", "2018");
    let on = date(2024, 1, 1);
    let ids = ["education", "work.promotion"];
    let mut locker = Locker::default();
    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Unmet; 2]);

    locker.work = vec![work("w", WorkKind::Promotion, date(2021, 1, 1), Some(date(2022, 12, 31)))];
    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Met; 2]);
    locker.work[0].to = Some(date(2022, 12, 30));
    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Unmet; 2], "a day short");
    locker.work[0].to = None;
    locker.work[0].paid = Some(false);
    let unpaid = find(&policy, &locker, on, "work.promotion");
    assert_eq!((unpaid.status, unpaid.excluded_entries[0].reason), (Status::Unmet, Reason::Unpaid));

    locker.education = vec![degree("e", Degree::Cda, date(2015, 1, 1))];
    assert_eq!(statuses(&policy, &locker, on, &ids), [Status::Met; 2]);
    let instead = find(&policy, &locker, on, "work.promotion");
    assert_eq!(instead.met_by, Some(rules::RequirementId::Education));
    locker.work[0].paid = Some(true);
    let itself = find(&policy, &locker, on, "work.promotion");
    assert_eq!((itself.status, itself.met_by), (Status::Met, None), "what is met needs no other");
}

#[test]
fn competencies_are_shown_by_courses_and_trainings() {
    let policy = policy("imhm-p", "2024");
    let on = date(2024, 1, 1);
    let course = |areas: &[&str]| Course {
        id: "c".into(),
        title: String::new(),
        institution: String::new(),
        completed: Some(on),
        credits: Some(3.0),
        competencies: areas.iter().map(|it| (*it).to_owned()).collect(),
    };
    let with = |areas: &[&str]| {
        let locker = Locker { courses: vec![course(areas)], ..Locker::default() };
        find(&policy, &locker, on, "competencies")
    };

    let all = with(&[SOURCED, RECALLED]);
    assert_eq!((all.status, all.step), (Status::Met, None));
    assert_eq!(with(&[RECALLED]).status, Status::Unmet);
    let recalled = with(&[SOURCED]);
    assert_eq!(recalled.status, Status::NeedsPerson, "no source names the area that is missing");
    assert_eq!(recalled.step, Some(Step::Show(vec![RECALLED.into()])));
    let unknown = with(&["thinking/daydreaming"]);
    assert_eq!((unknown.status, unknown.counted), (Status::Unmet, 0));
    assert_eq!(excluded(&unknown), [("c".into(), 0, "no-competency")]);
}

#[test]
fn where_no_area_is_known_the_association_is_asked() {
    let mut policy = policy("imhm-p", "2024");
    for requirement in &mut policy.requirements {
        if let Ask::Competencies(ask) = &mut requirement.ask {
            *ask = AskCompetencies::default();
        }
    }
    let found = find(&policy, &mentor_clinical(), date(2024, 1, 1), "competencies");
    assert_eq!((found.status, found.required), (Status::NeedsPerson, None));
    assert_eq!(found.step, Some(Step::AskAssociation));
}

#[test]
fn an_area_that_work_may_show_is_for_a_person_to_look_for() {
    let policy = policy("imhm-p", "2024");
    let on = date(2024, 1, 1);
    let conferred = degree("e", Degree::Master, date(2015, 5, 1));
    let mut locker = Locker { education: vec![conferred], ..Locker::default() };
    assert_eq!(find(&policy, &locker, on, "competencies").status, Status::Unmet);

    locker.work = vec![work("w", WorkKind::PolicyLeadership, date(2024, 1, 2), None)];
    assert_eq!(find(&policy, &locker, on, "competencies").status, Status::Unmet);

    locker.work[0].from = on;
    let finding = find(&policy, &locker, on, "competencies");
    assert_eq!(finding.status, Status::NeedsPerson);
    assert!(matches!(finding.step, Some(Step::Show(_))));

    locker.work = vec![work("w", WorkKind::Promotion, on, None)];
    let beside = find(&policy, &locker, on, "work.policy-leadership");
    assert!(beside.counted_entries.is_empty(), "{beside:?}");
    let finding = find(&policy, &locker, on, "competencies");
    assert_eq!(finding.status, Status::Unmet, "work that does not count shows nothing");
}

#[test]
fn signatures_membership_and_exam_have_their_days() {
    let policy = policy("imhm-c", "2024");
    let mut locker = mentor_clinical();
    let ids = ["agreement.code-of-ethics", "agreement.endorsement", "membership"];

    assert_eq!(statuses(&policy, &locker, date(2024, 1, 5), &ids), [Status::Met; 3]);
    assert_eq!(
        statuses(&policy, &locker, date(2024, 1, 4), &ids),
        [Status::Unmet, Status::Unmet, Status::Met]
    );
    assert_eq!(find(&policy, &locker, date(2024, 12, 31), "membership").status, Status::Met);
    let ended = find(&policy, &locker, date(2025, 1, 1), "membership");
    assert_eq!(excluded(&ended), [("ct-aimh".into(), 1, "expired")]);

    let result = |part, passed| {
        serde_json::from_value(serde_json::json!({
            "series": "imh", "part": part, "percent": 85, "passed": passed, "on": "2024-04-02"
        }))
        .unwrap()
    };
    locker.exam_results = vec![result(1, true), result(2, false)];
    let exam = find(&policy, &locker, date(2024, 4, 2), "exam");
    assert_eq!((exam.status, exam.counted), (Status::Unmet, 1));
    assert_eq!(exam.step, Some(Step::Pass(vec![2])));
    assert_eq!(excluded(&exam), [("imh-part-2".into(), 1, "void")]);
    locker.exam_results.push(result(2, true));
    assert_eq!(find(&policy, &locker, date(2024, 4, 2), "exam").status, Status::Met);
}
